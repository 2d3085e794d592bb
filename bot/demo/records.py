"""What stands beside the demo's tickets: announced work, and the log of reminders."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.demo.desk import PEOPLE
from dialogs.incidents.planned import Planned
from dialogs.model import Language
from dialogs.tickets.records import Ending, months
from storage import Connection, demo_kept

LEAD = PEOPLE["lead"][0]
NETWORK = ("NET-F", "NET-P")
SERVICE = "夜间畅听包"  # ended, and told too late
KINDS = ("roaming_tariff", "roaming_use")  # of which the log was taken in
# area, days before (or after) the end of the month, its hours, hours of notice (None: not told at
# all), whether it was cancelled, and what is done.
WORKS: tuple[tuple[str, float, float, float | None, bool, dict[Language, str]], ...] = (
    ("530102", -20.4, 5, 30, False, {"zh-CN": "机房电源改造", "en": "New power supply"}),
    ("450103", -12.5, 4, 96, False, {"zh-CN": "光缆迁改", "en": "A fibre line is moved"}),
    ("520102", -6.5, 3, None, False, {"zh-CN": "设备升级", "en": "Equipment is upgraded"}),
    ("350203", -2.5, 4, 80, True, {"zh-CN": "光缆割接", "en": "A fibre line is joined"}),
    ("610113", 1.5, 4, 100, False, {"zh-CN": "机房设备升级", "en": "Equipment is upgraded"}),
    ("370202", 4.5, 6, 200, False, {"zh-CN": "道路改造，光缆迁改", "en": "A fibre line is moved"}),
)


def put(c: Connection, until: datetime, zone: str) -> None:
    """Announced work, past and coming; where nobody else has filed, the log of reminders too."""
    demo_kept.announced(c, _works(until))
    if not demo_kept.alone(c):
        return
    today = until.astimezone(ZoneInfo(zone)).date()
    demo_kept.loaded(c, KINDS, _months(today), until)
    ended = until - timedelta(days=25)
    told = ended - timedelta(days=8)
    demo_kept.ended(c, Ending(service=SERVICE, announced_at=told, ends_at=ended), until)


def _works(until: datetime) -> Iterator[Planned]:
    for area, days, hours, notice, cancelled, words in WORKS:
        starts = until + timedelta(days=days)
        told = None if notice is None else starts - timedelta(hours=notice)
        yield Planned(
            areas=(area,),
            categories=NETWORK,
            starts=starts,
            ends=starts + timedelta(hours=hours),
            announced_at=told,
            words=words,
            added_at=min(told or starts, until),
            added_by=LEAD,
            cancelled_at=starts - timedelta(hours=20) if cancelled else None,
        )


def _months(today: date) -> tuple[date, ...]:
    """The months that the month of the demo touches, and the one before."""
    first = (today - timedelta(days=100)).replace(day=1)
    return months(first, today.replace(day=1))
