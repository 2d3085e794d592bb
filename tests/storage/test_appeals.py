"""Cases before outside bodies: found by their dates, and what is kept as long as they need it."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, text, update

from dialogs.appeals.cases import APPEAL, REFERRAL, Case
from dialogs.tickets.ticket import Role, State, Ticket
from storage import appeals, messages, pruning, schema, staff, tickets
from storage.appeals import Draft, Place, Share
from storage.messages import Said
from storage.reach import EVERYTHING, Reach
from storage.store import Store
from tests.storage.test_pruning import AGES, RULE, apply
from tests.storage.values import NOW, chat, filed, of

DAY = timedelta(days=1)
OLD = NOW - 1100 * DAY


def case(kind: str = REFERRAL, due: datetime | None = None, **more: datetime | str | None) -> Case:
    made = Case(kind=kind, received=NOW, noted=NOW, due=due, reference="京 1", body="12300")
    return replace(made, **more)  # type: ignore[arg-type]


def kept(c: Connection, *cases: Case, state: State = State.REGISTERED) -> Ticket:
    """A ticket with these cases, closed long ago if its state says that it has ended."""
    before = filed(c, chat(c))
    closed = OLD if state is State.CLOSED else None
    after = replace(before, revision=2, cases=cases, state=state, closed_at=closed)
    assert tickets.save(c, before, after, ())
    return after


async def test_cases_come_back_with_their_ticket_and_are_sealed(store: Store) -> None:
    mine = case(due=NOW + DAY, asked="请答复王某", answered=NOW, answered_name="赵云")
    ticket = await store.write(of(kept, mine, case(APPEAL)))
    found = await store.read(of(tickets.load, ticket.id))
    assert found is not None
    assert found.cases == (mine, case(APPEAL))
    raw = await store.read(lambda c: c.execute(text("SELECT body, personal FROM ticket")).one())
    assert "王某" not in str(raw)
    assert "京 1" not in str(raw)


async def test_what_waits_for_an_answer_comes_first_by_its_date(store: Store) -> None:
    def put(c: Connection) -> list[int]:
        far = kept(c, case(due=NOW + 9 * DAY))
        none = kept(c, case(received=NOW - DAY))
        near = kept(c, case(due=NOW + DAY), case(ended=NOW, outcome="decided"))
        answered = kept(c, case(due=NOW - DAY, answered=NOW))
        return [near.id, far.id, answered.id, none.id]

    order = await store.write(put)
    found = await store.read(of(appeals.standing, EVERYTHING, 0, range(10)))
    assert [one.ticket for one in found] == order
    assert [one.place for one in found] == [1, 1, 1, 1]
    second = await store.read(of(appeals.standing, EVERYTHING, 0, range(1, 3)))
    assert [one.ticket for one in second] == order[1:3]
    over = await store.read(of(appeals.over, EVERYTHING, 0, 10))
    assert over == (Place(order[0], 2),)
    assert await store.read(of(appeals.standing, EVERYTHING, 7, range(10))) == ()
    elsewhere = Reach(7, ("440000",))
    assert len(await store.read(of(appeals.standing, elsewhere, 0, range(10)))) == len(order)


async def test_the_list_reads_its_index_and_not_all_tickets(store: Store) -> None:
    def plan(c: Connection) -> str:
        if c.dialect.name != "sqlite":
            return "ix_outside_case_open"
        listed = appeals._listed(EVERYTHING, 0).where(schema.outside_case.c.ended.is_(None))
        said = str(listed.compile(c.engine, compile_kwargs={"literal_binds": True}))
        return str(c.execute(text(f"EXPLAIN QUERY PLAN {said}")).all())

    told = await store.read(plan)
    assert "outside_case" in told
    assert "SCAN ticket" not in told


async def test_the_share_of_a_span_counts_what_came_in_it(store: Store) -> None:
    def put(c: Connection) -> None:
        kept(c, case(), case(received=NOW - 9 * DAY, ended=NOW, outcome="decided"))
        kept(c, case(ended=NOW + DAY, outcome="mediated"))

    await store.write(put)
    assert await store.read(of(appeals.share, NOW, NOW + DAY)) == Share(2, 1)
    assert await store.read(of(appeals.share, NOW - 10 * DAY, NOW)) == Share(1, 1)
    assert await store.read(of(appeals.share, NOW + DAY, NOW + 2 * DAY)) == Share(0, 0)


async def test_nothing_of_a_ticket_goes_while_a_body_has_it_nor_for_as_long_after(
    store: Store,
) -> None:
    def put(c: Connection) -> tuple[int, ...]:
        free = kept(c, state=State.CLOSED)
        standing = kept(c, case(), state=State.CLOSED)
        ended = case(ended=NOW - DAY, kept_until=NOW + DAY, outcome="decided")
        lately = kept(c, ended, state=State.CLOSED)
        past = case(ended=OLD, kept_until=NOW - DAY, outcome="decided")
        long_ago = kept(c, past, state=State.CLOSED)
        both = kept(c, past, case(), state=State.CLOSED)
        for one in (free, standing, lately, long_ago, both):
            said = Said(chat=one.chat, at=OLD, direction="in", words="x", ticket=one.id)
            messages.log(c, said)
        return free.id, standing.id, lately.id, long_ago.id, both.id

    free, standing, lately, long_ago, both = await store.write(put)
    assert [await apply(store, one) for one in ("holds", "messages", "tickets")] == [2, 2, 2]
    left = [free, standing, lately, long_ago, both]
    found = [await store.read(of(tickets.load, one)) for one in left]
    assert [one is not None for one in found] == [False, True, True, False, True]
    later = NOW + 2 * DAY
    await store.write(lambda c: appeals.release(c, appeals.lapsed(c, later, 9), later))
    assert await apply(store, "tickets") == 1
    assert await store.read(of(tickets.load, lately)) is None


async def test_a_case_that_comes_between_the_look_and_the_removal_holds_the_ticket(
    store: Store,
) -> None:
    ticket = await store.write(of(kept, state=State.CLOSED))
    before = NOW - AGES.tickets
    found = await store.read(lambda c: RULE["tickets"].find(c, before, 9))
    assert list(found) == [ticket.id]
    held = replace(ticket, revision=3, cases=(case(),))
    await store.write(lambda c: tickets.save(c, ticket, held, ()))
    assert await store.write(lambda c: RULE["tickets"].drop(c, found, before)) == 0
    assert pruning.RULES


async def test_drafts_are_kept_one_after_the_other_and_go_with_the_ticket(store: Store) -> None:
    def put(c: Connection) -> tuple[Ticket, int]:
        ticket, who = kept(c, case(), state=State.CLOSED), staff.add(c, "冯岚", Role.HANDLER, "ESC")
        at = Place(ticket.id, 1)
        for words in ("初稿", "定稿"):
            draft = Draft(id=0, language="zh-CN", words=words, at=NOW, staff=who, sent_at=None)
            last = appeals.write(c, at, draft)
        appeals.sent(c, last, NOW)
        return ticket, last

    ticket, last = await store.write(put)
    found = await store.read(of(appeals.drafts, Place(ticket.id, 1), 5))
    assert [(one.words, one.sent_at) for one in found] == [("定稿", NOW), ("初稿", None)]
    assert found[0].id == last
    assert await store.read(of(appeals.drafts, Place(ticket.id, 2), 5)) == ()
    raw = await store.read(lambda c: c.execute(text("SELECT words FROM body_reply")).all())
    assert "定稿" not in str(raw)
    await store.write(lambda c: c.execute(update(schema.outside_case).values(held=False)))
    assert await apply(store, "tickets") == 1
    assert await store.read(of(appeals.drafts, Place(ticket.id, 1), 5)) == ()
