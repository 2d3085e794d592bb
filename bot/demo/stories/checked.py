"""What is on record: reminders, announced work, ends of services, cards, stores, pictures."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.demo.month import Play
from bot.demo.records import KINDS, LEAD, SERVICE
from bot.demo.stories.steps import finished, found_out, settled
from bot.demo.tale import Tale
from dialogs.incidents.planned import Planned
from dialogs.model import File
from dialogs.tickets.records import Sent, month_of
from storage import demo_kept

ABROAD = timedelta(days=6)  # between the journey and the complaint
QUESTIONS = 8  # of a category, at most
STAFF, CARD = "staff", "iccid"
ON_THE_CARD = "89860079090449311287"
BADGE = {"zh-CN": "工号8021", "en": "staff number 8021"}


def details(tale: Tale, told: dict[str, str], picture: str = "") -> Play:
    """The category's further questions are answered, each as said, with a picture if asked for."""
    tale.presses("details")
    for place in range(QUESTIONS):
        yield tale.later(0.01, 0.03)
        if not tale.session().stack:
            return
        if picture and not place:
            tale.says(File("photo", f"{tale.name}-{picture}", mime="image/png"))
            yield tale.later(0.01, 0.03)
        known, category = tale.look().filing.answers, tale.look().filing.category
        asked = tale.month.stage.house.catalogue.categories[category].asked
        code = next((one.code for one in asked if one.code not in known), "")
        if code in told:
            tale.says(told[code])
        elif not tale.taps_one("is:"):
            tale.says(tale.matter.answers["when"])


def warned(tale: Tale) -> Play:
    """The log has the reminders that are said never to have come: explained, and no money."""
    at = tale.month.now - ABROAD
    month = month_of(at.astimezone(ZoneInfo(tale.month.stage.house.zone)).date())
    log = [Sent(kind=kind, month=month, threshold="", sent_at=at) for kind in KINDS]
    demo_kept.sent(tale.month.c, tale.number, log, tale.month.now)
    yield from tale.files()
    yield from found_out(tale)
    yield tale.office(0.5, 3)
    words = {
        "zh-CN": "漫游资费和用量提醒短信均已下发，费用由使用产生。",
        "en": "Both roaming texts were sent to your number; the charge is for what was used.",
    }
    tale.acts(
        tale.handler(),
        "propose",
        liability="user",
        finding=tale.words(words),
        items=[{"code": "explanation", "due": tale.date(4)}],
        reviewed=True,
    )
    yield from finished(tale, 3, 6)


def announced_late(tale: Tale) -> Play:
    """Work of the day before was announced thirty hours ahead, and 72 are the rule."""
    starts = tale.month.now - timedelta(hours=30)
    told = starts - timedelta(hours=30)
    work = Planned(
        areas=("530102",),
        categories=("NET-F", "NET-P"),
        starts=starts,
        ends=starts + timedelta(hours=4),
        announced_at=told,
        words={"zh-CN": "机房电源改造", "en": "A new power supply"},
        added_at=told,
        added_by=LEAD,
    )
    demo_kept.announced(tale.month.c, [work])
    yield from tale.files()
    yield from settled(tale)


def service_ended(tale: Tale) -> Play:
    """A service was ended a week after it was announced, and thirty days are the rule."""
    assert SERVICE in tale.matter.text
    yield from tale.files()
    yield from settled(tale)


def card_read(tale: Tale) -> Play:
    """The number on the card tells who issued it, where and when."""
    yield from tale.files()
    yield tale.later(0.05, 0.2)
    yield from details(tale, {CARD: ON_THE_CARD})
    yield from settled(tale)


def in_the_store(tale: Tale) -> Play:
    """The store and the number on the badge are known to the catalogue."""
    yield from tale.files()
    yield tale.later(0.05, 0.2)
    yield from details(tale, {STAFF: tale.words(BADGE)})
    yield from settled(tale)


def pictured(tale: Tale) -> Play:
    """The picture that decides it is asked for, and sent."""
    yield from tale.files()
    yield tale.later(0.05, 0.2)
    yield from details(tale, {}, "picture")
    yield from settled(tale)
