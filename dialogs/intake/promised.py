"""When something was promised for: "around the 15th of the following month", after the matter."""

import re
from datetime import date
from zoneinfo import ZoneInfo

from dialogs.tickets.ticket import When

DAY = re.compile(
    r"(?:次月|翌月|下个?月)\s*(\d{1,2})\s*[日号]"
    r"|\b(\d{1,2})(?:st|nd|rd|th) of the (?:following|next) month\b"
)
LAST_MONTH, LAST_DAY = 12, 28


def promised_for(story: str, when: When | None, zone: str) -> date | None:
    """The day of the month after the matter that a story says it was promised for, or None.

    A day past the 28th is left out: not every month has it, and nothing may be invented.
    """
    found = DAY.search(story)
    last = (when.end or when.start) if when else None
    if found is None or last is None:
        return None
    day = int(found[1] or found[2])
    local = last.astimezone(ZoneInfo(zone)).date()
    if not 1 <= day <= LAST_DAY:
        return None
    if local.month == LAST_MONTH:
        return date(local.year + 1, 1, day)
    return date(local.year, local.month + 1, day)
