"""What was kept long enough goes, with all that is its own and nothing else."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Table, func, insert, select, update

from dialogs.model import File, Frame, Offer, Session
from dialogs.tickets.ticket import Role, State, Task, Ticket
from storage import (
    chats,
    files,
    inbox,
    messages,
    notices,
    outbox,
    pruning,
    schema,
    sessions,
    staff,
    stats,
    surveys,
    tasks,
    tickets,
)
from storage.files import Kept
from storage.inbox import EventKey
from storage.messages import Said
from storage.notices import Held
from storage.outbox import NewRow
from storage.pruning import RULES, Ages
from storage.store import Store
from tests.storage.values import NOW, chat, entry, filed, of

DAY = timedelta(days=1)
AGES = Ages(events=8 * DAY, sends=30 * DAY, messages=365 * DAY, tickets=1095 * DAY, drafts=8 * DAY)
LONG_AGO = NOW - 2000 * DAY
RULE = {rule.name: rule for rule in RULES}


async def apply(store: Store, name: str, ages: Ages = AGES) -> int:
    """One look and its removals, as tidying does it."""
    rule = RULE[name]
    before = NOW - rule.age(ages)
    found = await store.read(lambda c: rule.find(c, before, 1000))
    return await store.write(lambda c: rule.drop(c, found, before))


def count(c: Connection, table: Table) -> int:
    number: int = c.execute(select(func.count()).select_from(table)).scalar_one()
    return number


async def counts(store: Store) -> dict[str, int]:
    """Rows of each table that has any."""

    def look(c: Connection) -> dict[str, int]:
        found = {name: count(c, table) for name, table in schema.metadata.tables.items()}
        return {name: rows for name, rows in found.items() if rows}

    return await store.read(look)


def sound(c: Connection) -> None:
    """No row names one that has gone; PostgreSQL sees to that by itself."""
    if c.dialect.name == "sqlite":
        assert c.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []


def set_all(c: Connection, table: Table, **values: Any) -> None:
    c.execute(update(table).values(**values))


def event(c: Connection, number: int, at: datetime, raw: str = "") -> None:
    inbox.accept(c, EventKey("telegram", "42", f"{number}"), chat(c), raw, at)


async def test_handled_events_go_and_stay_counted(store: Store) -> None:
    for number in range(5):
        await store.write(of(event, number, NOW - 9 * DAY))
    await store.write(of(event, 5, NOW - 7 * DAY))
    await store.write(of(event, 6, NOW - 99 * DAY, "{}"))  # not handled yet
    before = await store.read(stats.counts)
    assert await apply(store, "events") == 5
    assert (await counts(store))["inbox"] == 2
    assert await store.read(stats.counts) == before
    assert await apply(store, "events") == 0


async def test_sends_go_and_their_messages_keep_the_channels_id(store: Store) -> None:
    def put(c: Connection) -> int:
        here = chat(c)
        rows = outbox.post(c, here, [NewRow(method="send", body={})] * 3, NOW - 40 * DAY).ids
        set_all(c, schema.outbox, state="sent", message_id="m7", sent_at=NOW)
        messages.log_out(c, Said(chat=here, at=NOW, direction="out", words="x", outbox=rows[0]))
        outbox.post(c, here, [NewRow(method="edit", body={}, edits=rows[1])], NOW)
        outbox.post(c, here, [NewRow(method="send", body={})], NOW - 40 * DAY)  # not sent yet
        return here

    here = await store.write(put)
    before = await store.read(stats.counts)
    assert await apply(store, "sent") == 3
    assert (await counts(store))["outbox"] == 2
    assert await store.read(stats.counts) == before
    found = await store.read(lambda c: messages.by_message(c, here, "m7"))
    assert found is not None
    assert (found.words, found.outbox) == ("x", None)
    await store.read(sound)


async def test_dead_letters_are_kept_as_long_as_messages(store: Store) -> None:
    def put(c: Connection) -> None:
        outbox.post(c, chat(c), [NewRow(method="send", body={})], NOW - 366 * DAY)
        outbox.post(c, chat(c), [NewRow(method="send", body={})], NOW - 364 * DAY)
        set_all(c, schema.outbox, state="failed")

    await store.write(put)
    assert await apply(store, "sent") == 0
    assert await apply(store, "failed") == 1
    assert (await counts(store))["outbox"] == 1


def closed(c: Connection, days: int, state: State = State.CLOSED) -> Ticket:
    """A ticket closed so many days ago, with everything that a ticket can have."""
    here = chat(c, f"{days} {state}")
    made = filed(c, here)
    at = NOW - days * DAY
    values = {"state": state.value, "closed_at": at}
    c.execute(update(schema.ticket).where(schema.ticket.c.id == made.id).values(**values))
    c.execute(insert(schema.score), {
        "ticket": made.id, "seq": 0, "at": at, "score": 9, "solved": "", "person": "",
        "reasons": [], "words": "",
    })  # fmt: skip
    surveys.sent(c, made.id, at)
    held = Held(ticket=made.id, chat=here, code="M10", args={}, due_at=at)
    notices.hold(c, held, at)
    tasks.add(c, Task(kind="score", role=Role.SUPERVISOR, due=at), made.id, None, at)
    bill = files.want(c, here, File("document", "r"), made.id, at)
    where = Kept(path=f"aa/{days}", sha256="", size=1, mime="")
    files.kept(c, bill, where)
    said = Said(chat=here, at=at, direction="in", words="扣费", ticket=made.id, attachment=bill)
    first = messages.log(c, said)
    messages.log(c, Said(chat=here, at=at, direction="in", words="扣", edited_from=first))
    return made


async def test_a_ticket_goes_with_all_that_is_its_own(store: Store) -> None:
    kept = await store.write(of(closed, 1000))
    before = await counts(store)
    old = await store.write(of(closed, 1096))
    odd = await store.write(of(closed, 2000, State.REGISTERED))  # open: closed_at of another life
    await store.write(lambda c: c.execute(
        update(schema.ticket).where(schema.ticket.c.id == kept.id).values(repeat_of=old.id)
    ))  # fmt: skip
    assert await apply(store, "tickets") == 1
    assert await store.read(of(tickets.load, old.id)) is None
    left = await store.read(of(tickets.load, kept.id))
    assert left is not None
    assert left.repeat_of == 0
    assert await store.read(of(tickets.load, odd.id)) is not None
    await store.read(sound)
    after = await counts(store)
    for name in ("timeline", "clock", "score", "survey", "notice_held", "task", "attachment"):
        assert after[name] == 2 * before[name], name
    assert after["message"] == 3 * before["message"]  # words have an age of their own
    assert await apply(store, "messages") == after["message"] - 1  # it is about the open one
    await store.read(sound)


async def test_a_number_goes_with_the_last_ticket_that_names_it(store: Store) -> None:
    await store.write(of(closed, 1096))
    await store.write(of(closed, 1097))
    assert (await counts(store))["service_number"] == 1
    other = await store.write(of(closed, 10))
    assert await apply(store, "tickets") == 2
    assert (await counts(store))["service_number"] == 1
    await store.write(lambda c: chats.verify(c, other.chat, "+8613812345678", "code", NOW))
    await store.write(lambda c: set_all(c, schema.ticket, closed_at=LONG_AGO))
    assert await apply(store, "tickets") == 1
    assert (await counts(store))["service_number"] == 1
    await store.write(of(closed, 1098))
    await store.write(lambda c: c.execute(schema.verification.delete()))
    assert await apply(store, "tickets") == 1
    assert "service_number" not in await counts(store)


@pytest.mark.parametrize("name", ["timeline", "score"])
async def test_a_line_goes_with_its_ticket_and_never_alone(store: Store, name: str) -> None:
    made = await store.write(of(closed, 5000))
    table = schema.metadata.tables[name]
    for change in (table.delete(), table.update().values(seq=7)):
        with pytest.raises(Exception, match="append-only"):
            await store.write(of(Connection.execute, change))
    await store.write(lambda c: tickets.note(c, made.id, (entry("note"),)))


async def test_a_ticket_reopened_meanwhile_stays(store: Store) -> None:
    made = await store.write(of(closed, 5000))
    rule, before = RULE["tickets"], NOW - AGES.tickets
    found = await store.read(lambda c: rule.find(c, before, 9))
    await store.write(lambda c: set_all(c, schema.ticket, state="investigating", closed_at=None))
    assert await store.write(lambda c: rule.drop(c, found, before)) == 0
    assert await store.read(of(tickets.load, made.id)) is not None


def told(c: Connection, days: int, ticket: int | None, words: str = "hm") -> int:
    here = chat(c)
    at = NOW - days * DAY
    return messages.log(c, Said(chat=here, at=at, direction="in", words=words, ticket=ticket))


async def test_old_words_go_but_for_those_of_an_open_ticket(store: Store) -> None:
    here = await store.write(chat)
    opened = await store.write(of(filed, here))
    over = await store.write(of(closed, 400))
    await store.write(of(told, 366, None))
    kept = await store.write(of(told, 366, opened.id))
    await store.write(of(told, 366, over.id))
    young = await store.write(of(told, 364, None))
    assert await apply(store, "messages") == 2 + 2  # those of the closed one's own filing too
    left = await store.read(lambda c: [one.id for one in messages.latest(c, here)])
    assert left == [kept, young]
    await store.read(sound)


OFFERS = (Offer("扣费不明", "v1:d:3:7:BIL"),)
TALK = Session((), 7, 3, OFFERS, loose="我的手机号是")
DRAFT = Session((Frame("complaint", 1, 3),), 7, 3, due=NOW)


@pytest.mark.parametrize(("session", "left"), [(TALK, Session(prompt=7, serial=3)), (DRAFT, DRAFT)])
async def test_a_session_falls_silent_with_its_chat_and_keeps_its_numbers(
    store: Store, session: Session, left: Session
) -> None:
    """Numbers begun anew would let a button of years ago pass for one of now."""
    here = await store.write(chat)
    await store.write(of(told, 366, None))
    await store.write(lambda c: sessions.keep(c, here, session, 0))
    await store.write(of(told, 300, None))
    assert await apply(store, "messages") == 1
    assert (await store.read(of(sessions.load, here))).session == session
    young = Ages(events=DAY, sends=DAY, messages=200 * DAY, tickets=DAY, drafts=DAY)
    assert await apply(store, "messages", young) == 1
    assert (await store.read(of(sessions.load, here))).session == left


async def test_files_of_no_ticket_go_once_no_draft_can_want_them(store: Store) -> None:
    def put(c: Connection, name: str, days: int, draft: bool) -> int:
        here = chat(c, name)
        frames = (Frame("complaint", 1, 1),) if draft else ()
        sessions.keep(c, here, Session(frames), 0)
        found = files.want(c, here, File("photo", "r"), None, NOW - days * DAY)
        said = Said(chat=here, at=NOW, direction="in", words="", attachment=found)
        messages.log(c, said)
        return found

    gone = await store.write(of(put, "a", 9, False))
    stays = await store.write(of(put, "b", 9, True)), await store.write(of(put, "c", 7, False))
    assert await apply(store, "files") == 1
    assert await store.read(of(files.load, gone)) is None
    for one in stays:
        assert await store.read(of(files.load, one)) is not None
    await store.read(sound)


async def test_what_ended_at_the_desk_goes(store: Store) -> None:
    def put(c: Connection) -> None:
        person = staff.add(c, "李敏", Role.AGENT)
        for days in (0, 2):
            staff.use(c, staff.sign_in_link(c, person, NOW - days * DAY, DAY), NOW - days * DAY)
        for days in (1, 3):
            c.execute(insert(schema.idempotency), {
                "key": f"{days}", "hash": "", "answer": {}, "at": NOW - days * DAY,
            })  # fmt: skip
        for days in (10, 400):
            made = tasks.add(c, Task(kind="human", role=Role.AGENT, due=NOW), None, chat(c), NOW)
            tasks.done(c, made, person, NOW - days * DAY)
        tasks.add(c, Task(kind="human", role=Role.AGENT, due=LONG_AGO), None, chat(c), LONG_AGO)

    await store.write(put)
    assert [await apply(store, name) for name in ("links", "desks", "answers", "tasks")] == [
        *(0, 1, 1, 1)
    ]
    assert (await counts(store))["task"] == 2


def test_every_table_that_grows_has_a_rule_or_a_reason() -> None:
    """A new table is named here by whoever adds it."""
    ruled = {"inbox", "outbox", "message", "ticket", "attachment", "task", "sign_in"}
    ruled |= {"desk_session", "idempotency", "service_number", "contact", "digest", "key_account"}
    ruled |= {"incident", "incident_entry", "broadcast", "figure_day"}
    ruled |= {"suspect"}
    ruled |= {"account_link"}
    ruled |= {"bulk_job", "bulk_item"}
    ruled |= {"service_ending", "reminder", "reminder_month"}
    with_their_ticket = {"timeline", "clock", "score", "survey", "notice_held", "training_case"}
    with_their_ticket |= {"call_back", "addend", "figure_due"}
    with_their_ticket |= {"outside_case", "body_reply"}
    one_a_person = {"subscriber", "chat", "session", "chat_queue", "verification"}
    few = {"staff", "lease", "workday", "workday_year", "workday_change", "counter", "setting"}
    few |= {"canned"}  # what people of the staff wrote as ready answers, until they remove it
    few |= {"staff_entry", "shift", "absence"}  # some lines for each person of the staff
    with_their_ticket |= {"gram"}
    passing = {"search_due"}  # worked off within seconds
    ruled |= {"staff_draft"}
    with_their_ticket |= {"staff_card", "group_topic", "group_watch"}
    few |= {"staff_account"}
    proof = {"planned", "planned_entry"}  # entered by hand, a few a week; when it was announced
    ruled |= {"corrective", "corrective_entry", "store_inspection"}
    with_their_ticket |= {"corrective_ticket"}
    few |= passing
    assert ruled | with_their_ticket | one_a_person | few | proof == set(schema.metadata.tables)
    assert pruning.RULES == RULES
