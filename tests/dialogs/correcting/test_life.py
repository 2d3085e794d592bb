"""What may be done with a corrective action: in which stage, by whom, with what, and by when."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from dialogs.correcting import life, limits
from dialogs.correcting.action import Corrective, Stage
from dialogs.correcting.life import Turned, act, may
from dialogs.model import Json
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.ticket import Actor, Role
from dialogs.values import replace
from tests.dialogs.tickets.office import LI, MONDAY, PEOPLE, QIAN, WANG, ZHAO, at, house

DAY = timedelta(days=1)
OWED = Corrective(
    id=1,
    number="CA26110001",
    revision=1,
    stage=Stage.OWED,
    category="BIL",
    subtype="after_cancel",
    province="110000",
    department="BIL",
    opened_at=MONDAY,
    plan_due=at("2026-11-19 23:59"),
)
PLAN: Mapping[str, Json] = {
    "cause_class": "own_service",
    "cause": "退订后第二天才停止计费。",
    "fix": "退订当时停止计费，多收的退还。",
    "prevention": "每日核对退订与计费。",
    "scope": "everywhere",
    "due": "2026-11-30",
    "owner": 2,
    "owner_name": "王强",
}
JUDGED: Mapping[str, Json] = {"verdict": "抽查 200 笔退订，全部当时停止计费。"}


def turned(
    action: Corrective, name: str, fields: Mapping[str, Json], by: Actor, after: timedelta = DAY
) -> Corrective:
    made = act(action, name, fields, by, action.opened_at + after, house())
    assert isinstance(made, Turned), made
    return made.action


def refused(
    action: Corrective, name: str, fields: Mapping[str, Json], by: Actor, after: timedelta = DAY
) -> str:
    made = act(action, name, fields, by, action.opened_at + after, house())
    assert isinstance(made, NotAllowed), made
    return made.key


PLANNED = turned(OWED, "plan", PLAN, WANG)
RUNNING = turned(PLANNED, "accept", {}, ZHAO, 2 * DAY)
WATCHED = turned(RUNNING, "carried_out", {"proof": "变更单 2026-1188"}, WANG, 9 * DAY)

ALLOWED: Mapping[Stage, tuple[str, str]] = {  # to the one who planned it, and to another lead
    Stage.OWED: ("plan join", "plan join drop"),
    Stage.PLANNED: ("plan join", "plan accept send_back join drop"),
    Stage.RUNNING: ("carried_out", "carried_out put_off"),
    Stage.WATCHED: ("", "came_again"),
    Stage.PROVED: ("", ""),
    Stage.JOINED: ("", ""),
    Stage.DROPPED: ("", ""),
}


@pytest.mark.parametrize("stage", Stage)
def test_staff_plan_and_carry_out_and_leads_judge(stage: Stage) -> None:
    action = replace(WATCHED, stage=stage)
    theirs, leads = (tuple(one.split()) for one in ALLOWED[stage])
    now = MONDAY + 10 * DAY
    assert may(action, WANG, now) == theirs
    assert may(action, QIAN, now) == leads
    for person in PEOPLE:
        if person.role in {Role.SUBSCRIBER, Role.BOT, Role.CLOCK}:
            assert may(action, person, now) == ()


def test_every_form_that_is_shown_can_be_sent_and_no_other_act_is_taken() -> None:
    for stage, fields in (
        (OWED, PLAN),
        (PLANNED, {}),
        (RUNNING, {"proof": "x"}),
        (WATCHED, JUDGED),
    ):
        for name in life.ACTS:
            said = {**PLAN, **JUDGED, **fields, "reason": "还差预防办法", "into": 9, "proof": "x"}
            made = act(stage, name, said, QIAN, MONDAY + 10 * DAY, house())
            open_to = name in may(stage, QIAN, MONDAY + 10 * DAY)
            assert isinstance(made, Turned) == open_to, (stage.stage, name, made)


@pytest.mark.parametrize("missing", ["cause", "fix", "prevention"])
def test_a_plan_says_why_what_mends_and_what_prevents(missing: str) -> None:
    assert refused(OWED, "plan", {**PLAN, missing: "  "}, WANG) == "not-allowed-corrective-plan"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"cause_class": "weather"}, "not-allowed-corrective-cause"),
        ({"scope": "store"}, "not-allowed-corrective-store"),
        ({"due": "2026-11-01"}, "not-allowed-no-date"),
        ({"owner_name": ""}, "not-allowed-corrective-owner"),
        ({"owner": "x"}, "not-allowed-corrective-owner"),
    ],
)
def test_a_plan_names_its_class_its_scope_its_day_and_who(
    fields: Mapping[str, Json], why: str
) -> None:
    assert refused(OWED, "plan", {**PLAN, **fields}, WANG) == why


def test_nobody_judges_their_own_plan_or_their_own_work() -> None:
    own = turned(OWED, "plan", {**PLAN, "owner": ZHAO.staff, "owner_name": ZHAO.name}, ZHAO)
    assert refused(own, "accept", {}, ZHAO) == "not-allowed-corrective-own"
    assert refused(own, "send_back", {"reason": "x"}, ZHAO) == "not-allowed-corrective-own"
    assert refused(PLANNED, "accept", {}, WANG) == "not-allowed-role"
    mine = replace(WATCHED, owner=ZHAO.staff)
    assert refused(mine, "prove", JUDGED, ZHAO, 60 * DAY) == "not-allowed-corrective-judge"
    assert refused(mine, "came_again", JUDGED, ZHAO, 60 * DAY) == "not-allowed-corrective-judge"


def test_a_plan_that_comes_back_is_owed_again_in_its_own_time() -> None:
    assert refused(PLANNED, "send_back", {}, ZHAO) == "not-allowed-no-reason"
    back = turned(PLANNED, "send_back", {"reason": "没有预防办法"}, ZHAO, 2 * DAY)
    assert (back.stage, back.returns, back.returned) == (Stage.OWED, 1, "没有预防办法")
    assert back.cause == PLAN["cause"]  # what was written is there to be mended
    assert back.plan_due == at("2026-11-23 23:59:59")  # three working days after Wednesday
    assert turned(back, "plan", PLAN, LI, 3 * DAY).stage is Stage.PLANNED


def test_it_is_watched_for_thirty_days_before_it_is_called_effective() -> None:
    done = MONDAY + 9 * DAY
    assert (WATCHED.done_at, WATCHED.verify_at) == (done, done + 30 * DAY)
    assert refused(WATCHED, "prove", JUDGED, ZHAO, 38 * DAY) == "not-allowed-corrective-early"
    assert refused(WATCHED, "prove", {}, ZHAO, 39 * DAY) == "not-allowed-no-words"
    proved = turned(WATCHED, "prove", JUDGED, ZHAO, 39 * DAY)
    assert (proved.stage, proved.verified_by, proved.limit) == (Stage.PROVED, "赵云", None)
    assert proved.next_due is None
    assert proved.closed_at == MONDAY + 39 * DAY


def test_a_cause_that_came_again_needs_another_plan_at_once() -> None:
    again = turned(WATCHED, "came_again", {"verdict": "又有 6 件"}, ZHAO, 12 * DAY)
    assert (again.stage, again.rounds, again.done_at) == (Stage.OWED, 2, None)
    assert again.returned == "又有 6 件"
    assert again.plan_due > MONDAY + 12 * DAY


def test_one_action_is_not_merged_into_itself() -> None:
    assert refused(OWED, "join", {"into": 1}, LI) == "not-allowed-corrective-other"
    joined = turned(OWED, "join", {"into": 9}, LI)
    assert (joined.stage, joined.joined, joined.open) == (Stage.JOINED, 9, False)


def fired(action: Corrective, after: timedelta) -> list[tuple[str, Role]]:
    made = limits.fire(action, house(), action.opened_at + after)
    return [(one.kind, one.role) for one in made.tasks]


def test_a_plan_that_is_owed_is_asked_for_higher_and_higher() -> None:
    action = limits.timed(OWED, house())
    assert action.next_due == MONDAY + (OWED.plan_due - MONDAY) / 2
    assert fired(action, DAY) == []
    assert fired(action, 2 * DAY) == [(limits.WRITE, Role.HANDLER)]
    assert fired(action, 5 * DAY) == [
        (limits.WRITE, Role.HANDLER),
        (limits.LATE, Role.SUPERVISOR),
    ]
    assert (limits.LATE, Role.DIRECTOR) in fired(action, 8 * DAY)


def test_each_limit_goes_off_once() -> None:
    first = limits.fire(OWED, house(), MONDAY + 5 * DAY)
    again = limits.fire(first.action, house(), MONDAY + 5 * DAY)
    assert (len(first.tasks), again.tasks, again.action.revision) == (2, (), first.action.revision)
    assert first.action.next_due == at("2026-11-23 23:59:59")  # two working days after the limit


def test_a_lead_is_asked_to_read_a_plan_as_soon_as_it_is_there() -> None:
    assert fired(PLANNED, DAY) == [(limits.REVIEW, Role.SUPERVISOR)]
    assert PLANNED.limit == at("2026-11-19 23:59:59")  # two working days after Tuesday


def test_what_is_not_carried_out_in_time_is_told() -> None:
    assert RUNNING.limit == at("2026-11-30 23:59:59")
    assert fired(RUNNING, 12 * DAY) == []
    assert fired(RUNNING, 14 * DAY) == [(limits.LATE, Role.HANDLER)]
    assert fired(RUNNING, 15 * DAY) == [
        (limits.LATE, Role.HANDLER),
        (limits.LATE, Role.SUPERVISOR),
    ]
    later = turned(RUNNING, "put_off", {"due": "2026-12-10", "reason": "设备未到"}, ZHAO)
    assert fired(later, 15 * DAY) == []


def test_it_is_counted_once_when_its_days_are_over() -> None:
    early = limits.fire(WATCHED, house(), MONDAY + 38 * DAY)
    due = limits.fire(WATCHED, house(), MONDAY + 39 * DAY)
    assert (early.count, early.tasks) == (False, ())
    assert (due.count, [one.kind for one in due.tasks]) == (True, [limits.JUDGE])


def test_late_is_what_has_passed_its_limit() -> None:
    assert not OWED.overdue(OWED.plan_due)
    assert OWED.overdue(OWED.plan_due + timedelta(seconds=1))
    assert not replace(OWED, stage=Stage.DROPPED).overdue(MONDAY + 400 * DAY)
