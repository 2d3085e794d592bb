"""Surveys as they go out: whom they are kept with, and who is called about one."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clockwork import due, fire
from bot.orders import carry_out, move
from bot.stage import Stage, Work
from dialogs.model import Address, Event, Json, Move, Open, Text
from dialogs.tickets.ticket import Actor, Role, State, Ticket
from storage import Connection, chats, staff, surveys, tasks, tickets
from storage.store import Store

NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
HERE = Address("telegram", "42", "7")
EVENT = Event("1", HERE, NOW, Text("提交"))
CHARGE = Open(
    {"number": "+8613812345678", "kind": "complaint", "story": "上个月多扣30元", "category": "BIL",
     "amount": 3000}
)  # fmt: skip
DONE: dict[str, Json] = {
    "liability": "operator",
    "finding": "多扣属实",
    "proof": "已退回",
    "wish_met": True,
}


def finished(stage: Stage, c: Connection) -> Ticket:
    """A charge put right, as its subscriber says."""
    work = Work(stage, c, NOW)
    person = chats.person(c, chats.locate(c, HERE, NOW, "zh-CN", "Ann"))
    ticket = carry_out(work, person, EVENT, CHARGE).applied[0].ticket
    who = Actor(Role.HANDLER, staff.add(c, "王敏", Role.HANDLER, "BIL"), "王敏", "BIL")
    move(work, Move(ticket.id, "claim"), who)
    move(work, Move(ticket.id, "done_without_proposal", DONE), who)
    return move(work, Move(ticket.id, "fixed"), Actor(Role.SUBSCRIBER)).applied[-1].ticket


def go_on(stage: Stage, c: Connection, since: int, until: int) -> None:
    """What falls due in these hours, looked at each hour."""
    for hour in range(since, until):
        now = NOW + timedelta(hours=hour)
        for one in due(c, now):
            fire(Work(stage, c, now), one)


@pytest.mark.parametrize("wanted", [True, False])
async def test_only_who_wants_surveys_is_called_about_one(
    stage: Stage, store: Store, *, wanted: bool
) -> None:
    """Asked, and then no more of these: nobody rings in place of it."""

    def run(c: Connection) -> list[str]:
        ticket = finished(stage, c)
        go_on(stage, c, 1, 6)
        if not wanted:
            chats.prefer(c, ticket.chat, None, False)
        go_on(stage, c, 6, 70)
        return [one.task.kind for one in tasks.of_kinds(c, ("survey_call",), 9)]

    assert await store.write(run) == (["survey_call"] if wanted else [])


async def test_a_survey_is_kept_with_its_ticket_until_the_next_closing(
    stage: Stage, store: Store
) -> None:
    """When it went out, when it was reminded of, and that a reopened ticket is asked anew."""

    def run(c: Connection) -> tuple[Ticket, Ticket, Ticket, float | None]:
        ticket = finished(stage, c)
        go_on(stage, c, 1, 40)
        asked = tickets.load(c, ticket.id)
        go_on(stage, c, 40, 91)
        closed = tickets.load(c, ticket.id)
        later = Work(stage, c, NOW + timedelta(hours=91))
        again = Move(ticket.id, "reopen", {"reason": "又扣了"})
        made = move(later, again, Actor(Role.SUBSCRIBER)).applied[-1].ticket
        assert asked is not None
        assert closed is not None
        return asked, closed, made, surveys.counts(c)["sent"]

    asked, closed, reopened, sent = await store.write(run)
    assert asked.surveyed_at == NOW + timedelta(hours=4)  # its two hours end in the noon rest
    assert asked.surveyed_again_at is not None
    assert asked.surveyed_again_at - NOW >= timedelta(hours=28)
    assert (closed.state, closed.closed_at) == (State.CLOSED, NOW + timedelta(hours=76))
    assert (reopened.surveyed_at, reopened.surveyed_again_at) == (None, None)
    assert sent == 1
