"""When something was promised for: "by 15 August", or "the 15th of the following month"."""

import re
from datetime import date
from zoneinfo import ZoneInfo

from dialogs.tickets.ticket import When
from dialogs.understand.digits import MONTH_NAME, month_of

DAY = re.compile(
    r"(?:次月|翌月|下个?月)\s*(\d{1,2})\s*[日号]"
    r"|\b(\d{1,2})(?:st|nd|rd|th) of the (?:following|next) month\b"
)
GIVEN = (
    r"(?:发放|发送|补发|发(?![短信送现生布票热])|送达|送到|寄"
    r"|兑现|兑奖|到账|返还|返(?!回)|领取|赠送)"
)
DATED = re.compile(
    rf"(\d{{1,2}})月(\d{{1,2}})[日号]\s*(?:之前|以前|前|左右)[^，。；,;.\d]{{0,6}}?{GIVEN}"
    r"|(?:sent|paid|credited|delivered|due|payable|promised) "
    r"(?:out )?(?:by|before|around|on|for) (?:the )?"
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH_NAME})|({MONTH_NAME}) (\d{{1,2}}))\b",
    re.IGNORECASE,
)
LAST_MONTH, LAST_DAY = 12, 28


def promised_for(story: str, when: When | None, zone: str) -> date | None:
    """The day that a story says something was promised for, or None.

    A day with its month lies within the year from the matter on. Of the month after the matter, a
    day past the 28th is left out: not every month has it, and nothing may be invented.
    """
    moment = (when.end or when.start) if when else None
    if moment is None:
        return None
    local = moment.astimezone(ZoneInfo(zone)).date()
    return _dated(story, local) or _next_month(story, local)


def _dated(story: str, local: date) -> date | None:
    found = DATED.search(story)
    if found is None:
        return None
    name = found[4] or found[5]
    month = month_of(name) if name else int(found[1])
    day = int(found[2] or found[3] or found[6])
    for year in (local.year, local.year + 1):
        try:
            promised = date(year, month, day)
        except ValueError:
            return None
        if promised >= local:
            return promised
    return None


def _next_month(story: str, local: date) -> date | None:
    found = DAY.search(story)
    day = int(found[1] or found[2]) if found else 0
    if not 1 <= day <= LAST_DAY:
        return None
    if local.month == LAST_MONTH:
        return date(local.year + 1, 1, day)
    return date(local.year, local.month + 1, day)
