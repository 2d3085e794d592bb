"""What staff may do with an incident, in which stage, by which role; and its limits."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dialogs.incidents import limits
from dialogs.incidents.incident import Incident, News, Stage
from dialogs.incidents.life import Turned, act, may
from dialogs.incidents.matching import fits
from dialogs.model import Json
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.ticket import Actor, Filing, Role, Where
from tests.dialogs.tickets.office import MONDAY, PEOPLE, house

WORDS: dict[str, Json] = {"zh-CN": "基站断电。", "en": "A mast has lost power."}
FOUND = Incident(
    id=1,
    number="IN26110001",
    revision=1,
    stage=Stage.SUSPECTED,
    source="threshold",
    categories=("NET-M",),
    subtypes=("no_signal",),
    areas=("110108",),
    began_at=MONDAY - timedelta(minutes=20),
    found_at=MONDAY,
    rule="mobile",
)
LEAD = Actor(Role.SUPERVISOR, 5, "赵敏", "NET")
OWNER = Actor(Role.HANDLER, 9, "王强", "NET")
OFFER: list[Json] = [{"code": "waiver", "words": "", "minor": 1000, "due": "2026-11-30"}]
FIELDS: Mapping[str, Json] = {
    "words": WORDS,
    "reason": "各有各的原因",
    "liability": "operator",
    "items": OFFER,
}

MAY: Mapping[Stage, str] = {
    Stage.SUSPECTED: "confirm claim rewrite dismiss",
    Stage.OPEN: "claim rewrite fix close dismiss",
    Stage.FIXED: "claim rewrite settle close",
    Stage.SETTLED: "claim rewrite close",
    Stage.CLOSED: "",
    Stage.DISMISSED: "",
}


@pytest.mark.parametrize("stage", Stage)
def test_leads_and_the_owner_may_do_what_the_stage_allows_and_nobody_else(stage: Stage) -> None:
    incident = replace(FOUND, stage=stage, owner=OWNER.staff)
    for person in (*PEOPLE, OWNER):
        leads = person.role in {Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN} or person == OWNER
        assert may(incident, person) == (tuple(MAY[stage].split()) if leads else ())


def test_what_is_no_fault_is_settled_without_being_fixed() -> None:
    advert = replace(FOUND, stage=Stage.OPEN, fault=False)
    assert "settle" in may(advert, LEAD)


def done(incident: Incident, name: str, actor: Actor = LEAD, **fields: Json) -> Turned:
    made = act(incident, name, {**FIELDS, **fields}, actor, MONDAY, house())
    assert isinstance(made, Turned), made
    assert made.incident.revision == incident.revision + 1
    assert (made.record.act, made.record.name) == (name, actor.name)
    return made


STEPS = [
    ("confirm", FOUND, Stage.OPEN, News.FOUND),
    ("confirm", replace(FOUND, told_at=MONDAY), Stage.OPEN, News.NOTE),
    ("claim", FOUND, Stage.SUSPECTED, None),
    ("rewrite", replace(FOUND, stage=Stage.OPEN, told_at=MONDAY), Stage.OPEN, News.NOTE),
    ("rewrite", replace(FOUND, stage=Stage.OPEN), Stage.OPEN, None),
    ("fix", replace(FOUND, stage=Stage.OPEN), Stage.FIXED, News.FIXED),
    ("settle", replace(FOUND, stage=Stage.FIXED), Stage.SETTLED, News.SETTLED),
    ("close", replace(FOUND, stage=Stage.SETTLED), Stage.CLOSED, None),
    ("dismiss", FOUND, Stage.DISMISSED, News.DISMISSED),
]


@pytest.mark.parametrize(("name", "before", "stage", "news"), STEPS)
def test_each_act_leads_to_its_stage_and_tells_what_it_tells(
    name: str, before: Incident, stage: Stage, news: News | None
) -> None:
    made = done(before, name)
    assert (made.incident.stage, made.news) == (stage, news)


REFUSED = [
    ("confirm", FOUND, OWNER, {}, "not-allowed-role"),
    ("fix", FOUND, LEAD, {}, "not-allowed-incident-stage"),
    ("confirm", FOUND, LEAD, {"words": {"en": "Only English."}}, "not-allowed-incident-words"),
    ("confirm", FOUND, LEAD, {"expected": "2020-01-01"}, "not-allowed-no-date"),
    ("confirm", FOUND, LEAD, {"areas": ["999999"]}, "not-allowed-incident-area"),
    ("dismiss", FOUND, LEAD, {"reason": ""}, "not-allowed-no-reason"),
    ("settle", replace(FOUND, stage=Stage.FIXED), LEAD, {"items": []}, "not-allowed-no-items"),
    ("settle", replace(FOUND, stage=Stage.FIXED), LEAD, {"liability": ""}, "not-allowed-liability"),
]


@pytest.mark.parametrize(("name", "before", "actor", "fields", "why"), REFUSED)
def test_what_cannot_be_done_says_why(
    name: str, before: Incident, actor: Actor, fields: dict[str, Json], why: str
) -> None:
    made = act(before, name, {**FIELDS, **fields}, actor, MONDAY, house())
    assert isinstance(made, NotAllowed)
    assert made.key == why


def test_who_confirms_has_it_unless_somebody_has() -> None:
    assert done(FOUND, "confirm").incident.owner_name == "赵敏"
    taken = done(FOUND, "claim", replace(LEAD, staff=7, name="林经理")).incident
    assert done(taken, "confirm").incident.owner_name == "林经理"


HERE = Where(province="110000", city="110100", district="110108")
FILING = Filing(story="手机没信号", category="NET-M", subtype="no_signal", where=HERE)
FITTING = [
    (FILING, FOUND, True),
    (replace(FILING, category="NET-F"), FOUND, False),
    (replace(FILING, subtype="dropped"), FOUND, False),
    (replace(FILING, subtype="dropped"), replace(FOUND, subtypes=()), True),
    (FILING, replace(FOUND, areas=("110100",)), True),
    (FILING, replace(FOUND, areas=("310000", "110000")), True),
    (FILING, replace(FOUND, areas=("110105",)), False),
    (FILING, replace(FOUND, areas=()), True),
    (replace(FILING, where=None), FOUND, False),
    (replace(FILING, where=Where(province="110000", city="110100")), FOUND, False),
    (replace(FILING, story="充值送礼没拿到"), replace(FOUND, campaign="充值 送礼"), True),
    (replace(FILING, story="流量用不完"), replace(FOUND, campaign="充值送礼"), False),
]


@pytest.mark.parametrize(("filing", "incident", "one_of_them"), FITTING)
def test_a_complaint_fits_by_category_place_and_name(
    filing: Filing, incident: Incident, one_of_them: bool
) -> None:
    assert fits(incident, filing) is one_of_them


def ahead(incident: Incident, minutes: int) -> tuple[Incident, list[tuple[str, str]], bool]:
    """What is due so many minutes after it was found: tasks, and whether all are told."""
    now: datetime = MONDAY + timedelta(minutes=minutes)
    fired = limits.fire(incident, house().catalogue, now)
    tasks = [(one.kind, str(one.role)) for one in fired.tasks]
    return fired.incident, tasks, fired.news is not None


def test_what_nobody_takes_in_fifteen_minutes_goes_to_a_director() -> None:
    assert limits.timed(FOUND, house().catalogue, MONDAY).next_due == MONDAY + timedelta(minutes=15)
    assert ahead(FOUND, 14)[1] == []
    passed, tasks, _ = ahead(FOUND, 15)
    assert tasks == [("incident", "director")]
    assert ahead(passed, 20)[1] == []
    assert ahead(replace(FOUND, owner=5), 20)[1] == []


def test_a_service_that_is_down_for_two_hours_is_told_to_all_once() -> None:
    opened = replace(FOUND, stage=Stage.OPEN, confirmed_at=MONDAY, told_at=MONDAY, owner=5)
    first, tasks, told = ahead(opened, 60)
    assert (tasks, told) == ([("incident_late", "handler")], False)
    second, tasks, told = ahead(first, 90)
    assert (tasks, told) == ([("incident_late", "supervisor")], False)
    third, tasks, told = ahead(second, 120)
    assert (tasks, told) == ([("incident_late", "director")], True)
    assert third.next_due is None
    assert ahead(third, 600)[1:] == ([], False)
    assert ahead(replace(opened, fault=False), 600)[1:] == ([], False)


def test_an_end_that_has_passed_asks_for_another() -> None:
    until = MONDAY + timedelta(minutes=30)
    opened = replace(FOUND, stage=Stage.OPEN, fault=False, expected=until, owner=5)
    passed, tasks, told = ahead(opened, 31)
    assert (tasks, told) == ([("incident_date", "supervisor")], False)
    later = replace(passed, expected=MONDAY + timedelta(minutes=60))
    assert ahead(later, 61)[1] == [("incident_date", "supervisor")]
