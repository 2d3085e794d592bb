"""Making an offer in the group: who is liable, what was found, which items, how much, by when."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dialogs import answers
from dialogs.answers import Refused
from dialogs.catalogue import Promise
from dialogs.group import draft as drafts
from dialogs.group.card import wish_of
from dialogs.group.draft import Draft, Written
from dialogs.group.panel import Key
from dialogs.group.questions import One, Option, Question, Some, Words
from dialogs.group.scene import Scene
from dialogs.model import Json, Moment, Money, Move, Phrase
from dialogs.tickets.calendar import calendar, last_second
from dialogs.tickets.promising import citable, promised
from dialogs.tickets.ticket import LIABILITIES
from dialogs.understand import money, when_en, when_zh, wishes
from dialogs.understand.passages import Passage
from dialogs.values import replace

FITTING = 6  # remedies that are shown before "more"
SPANS = (1, 3, 5, 10)  # working days from now that a date can be chosen by
SUM = "sum."
DAY = "day."
ISO = re.compile(r"\s*(\d{4}-\d{2}-\d{2})\s*")


def items(draft: Draft, scene: Scene) -> Sequence[Option]:
    """The remedies: those wished for first, then those that fit, all of them after "more"."""
    known, filing = scene.house.catalogue.remedies, scene.ticket.filing
    wished = {one.code: one for one in filing.wishes if one.code in known}
    category = scene.house.catalogue.categories.get(filing.category)
    fitting = category.remedies if category else ()
    picked = drafts.chosen(draft, "items")
    order = list(dict.fromkeys((*wished, *picked, *fitting, *known)))
    if not draft.fields.get("more"):
        order = order[: max(FITTING, len(wished) + len(picked))]
    return [
        Option(code, wish_of(wished[code], scene) if code in wished else known[code].label)
        for code in order
        if code in known
    ]


@dataclass(frozen=True, slots=True)
class Items:
    """Asks what is offered: by buttons, by number or name, or in a line with amount and date."""

    name: str = "items"

    @property
    def _some(self) -> Some:
        return Some(self.name, items)

    def open(self, draft: Draft, scene: Scene) -> bool:
        return self._some.open(draft, scene)

    def keys(self, draft: Draft, scene: Scene) -> tuple[Key, ...]:
        found = self._some.keys(draft, scene)
        more = () if draft.fields.get("more") else (Key(Phrase("group-more"), "more"),)
        return (*found, *more)

    def press(self, draft: Draft, action: str, scene: Scene) -> Draft | None:
        if action == "more":
            changed = draft.answered(self.name, {"more": True})
            return replace(changed, trail=draft.trail)
        return self._some.press(draft, action, scene)

    def typed(self, draft: Draft, new: Written, scene: Scene) -> Draft | Refused | None:
        return self._some.typed(draft, new, scene) or self._told(draft, new.words, scene)

    def _told(self, draft: Draft, said: str, scene: Scene) -> Draft | Refused:
        """What a line offers: the remedies in it, one amount for those paid in money, one day."""
        codes = [code for code, _ in wishes.remedies(Passage(said, 0, len(said)))]
        codes = [code for code in codes if code in scene.house.catalogue.remedies]
        if not codes:
            return Refused("group-items-unclear")
        changes: dict[str, Json] = {
            self.name: list(dict.fromkeys((*drafts.chosen(draft, self.name), *codes)))
        }
        sums = {one.minor for one in money.find(said)}
        paid = [code for code in codes if scene.house.catalogue.remedies[code].money]
        if len(sums) == 1 and paid:
            changes["money"] = {**sums_of(draft), paid[0]: sums.pop()}
        day = day_of(said, scene)
        return draft.answered(self.name, {**changes, **({"due": day} if day else {})})


def sums_of(draft: Draft) -> dict[str, Json]:
    """The amounts said so far by remedy, minor units; 0 for none."""
    found = draft.fields.get("money")
    return dict(found) if isinstance(found, dict) else {}


def unpriced(draft: Draft, scene: Scene) -> str:
    """The first chosen remedy that is paid in money and has no amount yet, "" for none."""
    known, said = scene.house.catalogue.remedies, sums_of(draft)
    picked = (code for code in drafts.chosen(draft, "items") if code in known)
    return next((code for code in picked if known[code].money and code not in said), "")


@dataclass(frozen=True, slots=True)
class Sums:
    """Asks the amount of each item that is paid in money, one after the other."""

    name: str = "money"

    def open(self, draft: Draft, scene: Scene) -> bool:
        return bool(unpriced(draft, scene))

    def keys(self, draft: Draft, scene: Scene) -> tuple[Key, ...]:
        code = unpriced(draft, scene)
        currency = scene.ticket.filing.currency
        sums = (Key(Money(one, currency), f"{SUM}{one}") for one in _usual(code, scene))
        return (*sums, Key(Phrase("group-no-amount"), f"{SUM}0"))

    def press(self, draft: Draft, action: str, scene: Scene) -> Draft | None:
        said = action.removeprefix(SUM)
        if not action.startswith(SUM) or not said.isascii() or not said.isdecimal():
            return None
        return self._with(draft, int(said), scene)

    def typed(self, draft: Draft, new: Written, scene: Scene) -> Draft | Refused | None:
        found = answers.amount(new.words, currency=scene.ticket.filing.currency)
        return found if isinstance(found, Refused) else self._with(draft, found, scene)

    def _with(self, draft: Draft, minor: int, scene: Scene) -> Draft:
        sums = {**sums_of(draft), unpriced(draft, scene): minor}
        return draft.answered(self.name, {self.name: sums})


def _usual(code: str, scene: Scene) -> list[int]:
    """Amounts that come to mind: what a promise gives, what was asked for, what is disputed."""
    filing, promise = scene.ticket.filing, kept(code, scene)
    given = promised(promise, scene.ticket) if promise else None
    wished = next((one.minor for one in filing.wishes if one.code == code), None)
    found = (given, wished, filing.amount)
    return list(dict.fromkeys(one for one in found if one))


def kept(code: str, scene: Scene) -> Promise | None:
    """The promise that the subscriber cited, where this remedy keeps it and it held then."""
    promise = scene.house.catalogue.promises.get(scene.ticket.filing.promise_cited)
    fits = promise is not None and promise.remedy in {"", code}
    return promise if fits and promise and citable(promise, scene.ticket, scene.house) else None


@dataclass(frozen=True, slots=True)
class Due:
    """Asks for one date by which all of it is done."""

    name: str = "due"

    def open(self, draft: Draft, _scene: Scene) -> bool:
        return self.name not in draft.fields

    def keys(self, _draft: Draft, scene: Scene) -> tuple[Key, ...]:
        work = calendar("WD", scene.house)
        days = [work.end_of_day(scene.now, span)[0] for span in SPANS]
        zone = ZoneInfo(scene.house.zone)
        return tuple(
            Key(Moment(day, day_only=True), f"{DAY}{day.astimezone(zone).date().isoformat()}")
            for day in days
        )

    def press(self, draft: Draft, action: str, scene: Scene) -> Draft | None:
        day = day_of(action.removeprefix(DAY), scene) if action.startswith(DAY) else ""
        return draft.answered(self.name, {self.name: day}) if day else None

    def typed(self, draft: Draft, new: Written, scene: Scene) -> Draft | Refused | None:
        day = day_of(new.words, scene)
        if not day:
            return Refused("group-due-unclear")
        return draft.answered(self.name, {self.name: day})


def day_of(said: str, scene: Scene) -> str:
    """The day to come that words name, ISO in the operator's zone; "" for none.

    "2026-11-27", 11月27日, 周五, 27 Nov, Friday.
    """
    zone = ZoneInfo(scene.house.zone)
    local = scene.now.astimezone(zone).replace(tzinfo=None)
    iso = ISO.fullmatch(said)
    if iso:
        return _coming(iso[1], scene.now, scene.house.zone)
    found = when_zh.find(said, local, ahead=True) or when_en.find(said, local, ahead=True)
    return _coming(found[0].end.date().isoformat(), scene.now, scene.house.zone) if found else ""


def _coming(day: str, now: datetime, zone: str) -> str:
    try:
        return day if last_second(date.fromisoformat(day), zone) > now else ""
    except (ValueError, OverflowError):
        return ""


def liabilities(_draft: Draft, _scene: Scene) -> Sequence[Option]:
    return [Option(code, Phrase(f"liability-{code}")) for code in LIABILITIES]


LIABLE = One("liability", liabilities, given=lambda scene: scene.ticket.liability)
FOUND = Words("finding", keep=lambda scene: scene.ticket.finding)
LEAVE = Words("leave")


def questions(draft: Draft, _scene: Scene) -> tuple[Question, ...]:
    """What an offer needs; why leave is asked for it comes last, once it is."""
    asked = (LIABLE, FOUND, Items(), Sums(), Due())
    return (*asked, LEAVE) if draft.fields.get("asking") else asked


def order(draft: Draft, scene: Scene) -> Move:
    """The offer as a move; it was held against the wish when it was looked at."""
    fields: Mapping[str, Json] = {
        "liability": LIABLE.value(draft, scene),
        "finding": drafts.words(draft, "finding"),
        "items": [_item(code, draft, scene) for code in drafts.chosen(draft, "items")],
        "reviewed": True,
    }
    if draft.fields.get("asking"):
        return Move(draft.ticket, "ask_approval", {**fields, "words": drafts.words(draft, "leave")})
    return Move(draft.ticket, "propose", fields)


def _item(code: str, draft: Draft, scene: Scene) -> Json:
    minor, promise = sums_of(draft).get(code), kept(code, scene)
    return {
        "code": code,
        "words": "",
        "minor": minor or None,
        "due": draft.fields.get("due"),
        "promise": promise.code if promise and minor else "",
    }
