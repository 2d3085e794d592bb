"""The measures a second time, slowly: each ticket's history is read from first line to last.

Nothing here uses `dialogs.figures`, the sums, or what the ticket came to: only what was filed (its
category, place and store), the timeline with its details, when surveys went, and of limits when
they began, fell due and were stopped (their results are found anew). What cannot be told from these
is not here: whether an offer was below policy, how incidents were found, and corrective actions.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import zip_longest
from math import ceil, sqrt
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from dialogs.tickets.ticket import Clock, Entry, Ticket

Told: TypeAlias = dict[tuple[str, str, str], object]  # measure, line, key
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
OVER = {"closed", "archived", "withdrawn", "invalid", "survey"}
AGES = ((0, 1), (1, 3), (3, 7), (7, 15), (15, 30), (30, 10_000))
VISIT_BEGINS = {"fixed", "unconfirmed", "end_deadlock"}
VISIT_ENDS = {"score", "answer_survey", "reopen"}


@dataclass
class Offer:
    """An offer of a round, when it was made, what became of it, and its items as they were sent."""

    round: int
    at: datetime
    items: list[Mapping[str, Any]]
    outcome: str = "open"


@dataclass
class Story:
    """What the history of one ticket tells."""

    ticket: Ticket  # for what was filed alone
    filed: datetime
    state: str = "registered"
    closed: datetime | None = None
    liability: str = ""
    rounds: int = 0
    draft: Mapping[str, Any] = field(default_factory=dict)  # what waits for leave
    offers: list[Offer] = field(default_factory=list)
    scores: list[tuple[datetime, int]] = field(default_factory=list)
    says: str = ""  # whether it is solved, as the survey was answered
    pressed: bool = False  # or as it was pressed
    mass: bool = False
    grade: int = 0
    refused: bool = False
    spot: bool = False
    reminded: bool = False
    ways: set[str] = field(default_factory=set)
    sent: list[datetime] = field(default_factory=list)
    returned: list[datetime] = field(default_factory=list)
    reopened: list[datetime] = field(default_factory=list)
    had: dict[int, list[Any]] = field(default_factory=dict)  # case -> [since, until, refused]
    repeats: bool = False
    visits: list[tuple[datetime, datetime | None]] = field(default_factory=list)


def story(ticket: Ticket, entries: Sequence[Entry]) -> Story:
    """The history, read line by line."""
    told = Story(ticket, entries[0].at)
    told.ways |= {"media"} & set(ticket.filing.alarms)
    for one in entries:
        for read in (_state, _talks, _marks, _outside, _survey):
            read(told, one)
    return told


def _state(told: Story, one: Entry) -> None:
    if one.move == "reopen":
        told.reopened.append(one.at)
        told.closed, told.liability, told.rounds = None, "", 0
    if one.move in {"refile", "mediated"}:
        told.closed, told.refused = None, False
    if one.after.value in {"closed", "withdrawn", "invalid"} and one.before != one.after:
        told.closed = told.closed or one.at
    told.refused = told.refused or one.after.value == "invalid"
    told.state = one.after.value


def _talks(told: Story, one: Entry) -> None:
    detail = one.detail
    match one.move:
        case "set_liability" | "note" if detail.get("liability"):
            told.liability = f"{detail['liability']}"
        case "ask_approval":
            told.draft = detail
        case "propose" | "incident_settled" | "approve" | "mediated":
            _offered(told, one, told.draft if one.move == "approve" else detail)
        case "accept" | "accept_after_all":
            told.offers[-1].outcome = "accepted"
        case "reject" | "think_again":
            told.offers[-1].outcome = "rejected"
            told.rounds += 1
        case "withdraw_proposal":
            told.offers[-1].outcome = "withdrawn"
        case "no_answer" | "withdraw" if told.offers and told.offers[-1].outcome == "open":
            told.offers[-1].outcome = "lapsed"


def _offered(told: Story, one: Entry, detail: Mapping[str, Any]) -> None:
    told.liability = f"{detail.get('liability') or told.liability}"
    told.offers.append(Offer(told.rounds + 1, one.at, list(detail.get("items") or [])))
    if one.move == "mediated":
        told.offers[-1].outcome = "accepted"


def _marks(told: Story, one: Entry) -> None:
    match one.move:
        case "submit":
            told.repeats = told.repeats or bool(
                told.ticket.repeat_shown and one.detail.get("earlier")
            )
        case "same_matter":
            told.repeats = True
        case "apart":
            told.repeats = False
        case "dispatch":
            told.sent.append(one.at)
        case "return_routing":
            told.returned.append(one.at)
        case "remind" | "again":
            told.reminded = True
        case "solve":
            told.spot = True
        case "not_fixed" | "reopen":
            told.spot = told.mass = False
        case "grade":
            told.grade = int(f"{one.detail['severity']}")
        case "join_incident":
            told.mass = True
        case "part":
            told.mass = False
        case "escalate":
            told.ways |= {"media"} & set(_listed(one.detail.get("alarms")))


def _listed(value: object) -> list[Any]:
    return list(value) if isinstance(value, list) else []


def _outside(told: Story, one: Entry) -> None:
    way = {"refer": "referred", "appeal": "appealed"}.get(one.move)
    place = int(f"{one.detail.get('case') or 1}")
    if way:
        told.ways.add(way)
        told.had.setdefault(place, [one.at, None, False])
    ends = {"mediated", "end_deadlock", "turned_down", "taken_back"}
    if one.move in ends and place in told.had and "case" in one.detail:
        told.had[place][1:] = [one.at, one.move == "turned_down"]


def _survey(told: Story, one: Entry) -> None:
    if one.move in VISIT_BEGINS and one.after.value == "survey":
        told.visits.append((one.at, None))
        told.pressed = one.move == "fixed"
        told.says = ""
    if one.move in VISIT_ENDS and told.visits and told.visits[-1][1] is None:
        told.visits[-1] = told.visits[-1][0], one.at
    if one.move in {"score", "answer_survey"}:
        told.says = f"{one.detail.get('solved') or told.says}"
        if one.detail.get("score") is not None:
            told.scores.append((one.at, int(f"{one.detail['score']}")))


@dataclass(frozen=True)
class Month:
    """All that is known, and of which days it is asked."""

    stories: Sequence[Story]
    clocks: Mapping[int, Sequence[Clock]]
    limits: Collection[str]  # those that can be missed
    surveys: Mapping[int, Sequence[datetime]]  # when they went, by ticket
    reached: Mapping[int, Sequence[datetime]]  # when one arrived, by chat
    since: date
    until: date
    now: datetime
    zone: ZoneInfo
    rollup: Mapping[str, str]
    is_work: Callable[[date], bool]
    cut: int

    def day(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def within(self, at: datetime | None) -> bool:
        """Whether it was on one of the days that are asked for."""
        return at is not None and self.since <= self.day(at) <= self.until

    @property
    def all(self) -> list[Story]:
        """Complaints and faults, of whatever day."""
        return [one for one in self.stories if one.ticket.filing.kind in {"complaint", "fault"}]

    @property
    def filed(self) -> list[Story]:
        """Those that were filed on these days."""
        return [one for one in self.all if self.within(one.filed)]


def measured(month: Month) -> Told:
    """The numbers, as the report has them: n, (n, of), or values and how often."""
    told: Told = {}
    for part in (_volume, _watch, _limits, _judged, _marked, _settled, _routed, _followed):
        told |= part(month)
    return told


def _rollup(month: Month, one: Story) -> str:
    return month.rollup.get(one.ticket.filing.category, "")


def _volume(month: Month) -> Told:
    filed, n = month.filed, len(month.filed)
    classes = Counter(_rollup(month, one) for one in filed)
    told: Told = {("volume", "filed", ""): n}
    told |= {("volume", "class", code): (classes[code], n) for code in ("N", "C", "U", "")}
    quarter = date(month.until.year, (month.until.month - 1) // 3 * 3 + 1, 1)

    def of_it(at: datetime) -> bool:
        return quarter <= month.day(at) <= month.until

    name = f"{quarter.year}-Q{(quarter.month + 2) // 3}"
    had = [since for one in month.all for since, _, refused in one.had.values() if not refused]
    told["per-million", "complaints", name] = sum(of_it(one.filed) for one in month.all)
    told["per-million", "appeals", name] = sum(of_it(since) for since in had)
    weeks = Counter(
        (one.ticket.filing.category, one.ticket.filing.subtype, _city(one))
        for one in month.all
        if month.until - 7 * DAY < month.day(one.filed) <= month.until
    )
    before = Counter(
        (one.ticket.filing.category, one.ticket.filing.subtype, _city(one))
        for one in month.all
        if month.until - 35 * DAY < month.day(one.filed) <= month.until - 7 * DAY
    )
    hot = [key for key, n in weeks.items() if n >= 20 and n > 1.5 * before[key] / 4]
    told["volume", "hot", ""] = len(hot)
    return told


def _city(one: Story) -> str:
    where = one.ticket.filing.where
    return (where.city or where.province) if where else ""


def _watch(month: Month) -> Told:
    counts = Counter(month.day(one.filed) for one in month.all)
    begun = min(month.day(one.filed) for one in month.stories)
    verdicts: Counter[str] = Counter()
    day = month.since
    while day <= month.until:
        like = [
            counts[other]
            for back in range(1, 29)
            if (other := day - back * DAY) >= begun and month.is_work(other) == month.is_work(day)
        ]
        if len(like) >= 5:
            mean = sum(like) / len(like)
            spread = sqrt(sum((n - mean) ** 2 for n in like) / len(like))
            off = 3 * max(spread, sqrt(mean))
            high, low = counts[day] > mean + off, counts[day] < mean - off
            verdicts["high" if high else "low" if low else "within"] += 1
        day += DAY
    days = verdicts.total()
    return {("watch", key, ""): (verdicts[key], days) for key in ("high", "low")}


def _limits(month: Month) -> Told:
    """Each limit anew from its moments: stopped by its due date, after it, or over and not done."""
    met: Counter[str] = Counter()
    late: Counter[str] = Counter()
    hours: Counter[int] = Counter()
    for clock in (one for story in month.all for one in month.clocks[story.ticket.id]):
        done = clock.stopped
        if clock.result in {"cancelled", "moved"} or clock.rule not in month.limits:
            continue
        if done is not None and done < clock.due:  # at the very moment it is over
            met[clock.rule] += month.within(done)
        elif clock.due <= month.now and not clock.paused:
            late[clock.rule] += month.within(clock.due)
        if clock.rule == "R3" and done is not None and month.within(done):
            hours[max(1, ceil((done - clock.started) / HOUR))] += 1

    def share(*rules: str) -> tuple[int, int]:
        good = sum(met[rule] for rule in rules)
        return good, good + sum(late[rule] for rule in rules)

    rules = sorted(set(met + late))
    told: Told = {("timeliness", "clock", rule): share(rule) for rule in rules}
    told["timeliness", "in_time", ""] = share(*rules)
    told["first-answer", "met", ""] = share("R3")
    told["first-answer", "hours", ""] = dict(hours)
    told["promises", "kept", ""] = share("P1", "E1")
    told |= {("promises", "clock", rule): share(rule) for rule in ("P1", "E1")}
    return told


def _judged(month: Month) -> Told:
    last = [(one.scores[-1], one) for one in month.all if one.scores]
    scored = [(score, one) for (at, score), one in last if month.within(at)]
    known = [one.says or ("yes" if one.pressed else "") for _, one in scored]
    sent = [
        (at, later, one.scores)
        for one in month.all
        for at, later in _pairs(month.surveys.get(one.ticket.id, ()))
        if month.within(at)
    ]
    heard = sum(
        any(at <= when and (later is None or when < later) for when, _ in scores)
        for at, later, scores in sent
    )
    return {
        ("satisfaction", "satisfied", ""): (sum(s >= month.cut for s, _ in scored), len(scored)),
        ("satisfaction", "mean", ""): dict(Counter(score for score, _ in scored)),
        ("satisfaction", "answered", ""): (heard, len(sent)),
        ("satisfaction", "solved", ""): (known.count("yes"), len([one for one in known if one])),
    }


def _pairs(moments: Sequence[datetime]) -> Iterable[tuple[datetime, datetime | None]]:
    return zip_longest(moments, moments[1:])


def _marked(month: Month) -> Told:
    filed, n = month.filed, len(month.filed)

    def among(wanted: Callable[[Story], bool]) -> tuple[int, int]:
        return sum(map(wanted, filed)), n

    stores = Counter(one.ticket.filing.store for one in filed)
    told: Told = {
        ("batch", "mass", ""): among(lambda one: one.mass),
        ("spot", "solved", ""): among(lambda one: one.spot),
        ("reminder", "reminded", ""): among(lambda one: one.reminded),
        ("upgraded", "any", ""): among(lambda one: bool(one.ways)),
        ("valid", "admissible", ""): among(lambda one: not one.refused),
        ("staff-caused", "caused", ""): among(lambda one: one.grade > 0),
    }
    for way in ("referred", "appealed", "media"):
        told["upgraded", "way", way] = sum(way in one.ways for one in filed), n
    for grade in (1, 2, 3):
        told["staff-caused", "severity", f"{grade}"] = sum(one.grade == grade for one in filed), n
    return told | {("stores", "complaints", code): n for code, n in stores.items() if code}


def _settled(month: Month) -> Told:
    closed = [one for one in month.all if month.within(one.closed)]
    again = sum(one.repeats for one in month.filed)
    again += sum(month.within(at) for one in month.all for at in one.reopened)
    liable = Counter(one.liability for one in closed if one.liability)
    told: Told = {("repeat", "again", ""): (again, len(closed))}
    for who in ("operator", "user", "force_majeure", "third_party", "shared"):
        told["valid", "liable", who] = liable[who], liable.total()
    offers = [one for story in month.all for one in story.offers if month.within(one.at)]
    by_round: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for one in offers:
        by_round[one.round][one.outcome] += 1
    for round_, outcomes in by_round.items():
        decided = sum(outcomes[one] for one in ("accepted", "rejected", "lapsed"))
        told["negotiation", "accepted", f"{round_}"] = outcomes["accepted"], decided
    taken = [one for one in offers if one.outcome == "accepted"]
    told["negotiation", "rounds", ""] = dict(Counter(one.round for one in taken))
    paid = [item for one in taken for item in one.items if item.get("minor")]
    goodwill = [item for item in paid if item["code"] == "goodwill"]
    for line, items in (("granted", paid), ("goodwill", goodwill)):
        told["negotiation", line, ""] = sum(int(one["minor"]) for one in items), len(items)
    refused = ([one for one in story.offers if one.outcome == "rejected"] for story in month.all)
    twice = sum(len(those) > 1 and month.within(those[1].at) for those in refused)
    told["warnings", "declined", ""] = twice, len(offers)
    had = [one for story in month.all for one in story.had.values() if not one[2]]
    came = [one for one in had if month.within(one[0])]
    told["appeals", "completed", ""] = sum(one[1] is not None for one in came), len(came)
    return told


def _routed(month: Month) -> Told:
    sent = sum(month.within(at) for one in month.all for at in one.sent)
    returned = sum(month.within(at) for one in month.all for at in one.returned)
    opened = [month.now - one.filed for one in month.stories if one.state not in OVER]
    told: Told = {("routing", "returned", ""): (returned, sent)}
    for low, high in AGES:
        key = f"{low}-{high if high < 10_000 else ''}"
        n = sum(low * DAY <= age < high * DAY for age in opened)
        told["routing", "age", key] = n, len(opened)
    return told


def _followed(month: Month) -> Told:
    """An end counts once it was asked about, or its three days are over."""
    kept = due = 0
    visits = ((told, *visit) for told in month.all for visit in told.visits)
    for one, began, ended in visits:
        mine = [at for at in month.surveys.get(one.ticket.id, ()) if at >= began]
        came = [at for at in month.reached.get(one.ticket.chat, ()) if mine and at >= min(mine)]
        done = min([*came, *([ended] if ended else [])], default=None)
        in_time = done is not None and done <= began + 3 * DAY
        decided = done if done is not None and in_time else began + 3 * DAY
        if decided <= month.now and month.within(decided):
            kept, due = kept + in_time, due + 1
    return {("follow-up", "in_three_days", ""): (kept, due)}
