"""`redress doctor` on live rows: each promise is broken by hand, and doctor names it and its mend.

The rows are spoilt past all of our code, in the file itself.
"""

import asyncio
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count

import pytest

from dialogs.model import Address
from dialogs.tickets.ticket import Role, Task
from storage import Connection, chats, inbox, messages, outbox, outcomes, tasks
from storage.inbox import EventKey
from storage.messages import Said
from storage.outbox import NewRow
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home, now
from tests.bot.served import command, served

PROMISES = ("events", "tickets", "order", "waiting", "sums", "reports")
HOUR = timedelta(hours=1)
serial = count(1)


def checks(*options: str) -> Mapping[str, Mapping[str, str]]:
    told = json.loads(call("doctor", "--json", *options)[1])
    return {one["name"]: one for one in told["checks"]}


def test_rules_that_nobody_has_read_are_named(home: Home) -> None:
    told = checks()["law"]
    assert told["state"] == "WARN"
    assert told["words"].startswith("not read in the official text: answer (secondary), age")
    assert 'certainty = "read"' in told["mend"]


def test_what_letters_of_appeal_lack_is_named_with_its_mend(home: Home) -> None:
    told = checks()["letters"]
    assert told["state"] == "WARN"
    assert told["words"].startswith("operator.legal_name and operator.address not set")
    assert "config set operator.legal_name" in told["mend"]
    call("config", "set", "operator.legal_name", "云信通信股份有限公司")
    call("config", "set", "operator.address", "北京市西城区示范街 5 号")
    assert checks()["letters"]["state"] == "OK"


def spoil(home: Home, *statements: str) -> None:
    """Change the file behind everybody's back."""
    file = home.folder / "data/redress.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as hand:
        for statement in statements:
            hand.execute(statement)


def here(c: Connection, name: str = "7") -> int:
    return chats.locate(c, Address("telegram", "42", name), now(), "en", "Ann")


def owe(home: Home, count: int = 1, since: datetime | None = None, to: str = "7") -> int:
    """So many messages owed to a chat; returns the chat."""

    def put(c: Connection) -> int:
        chat = here(c, to)
        rows = [NewRow(method="sendMessage", body={"text": "x"})] * count
        outbox.post(c, chat, rows, since or now())
        return chat

    return home.write(put)


def send(home: Home) -> outbox.Claimed:
    """The next message is taken and arrives."""
    taken = home.write(claim)
    home.write(lambda c: outcomes.sent(c, taken, "1", now()))
    return taken


def give_up(c: Connection) -> None:
    """The next message is refused for good, and staff are told."""
    taken = claim(c)
    outcomes.refused(c, taken, "400", None, now())
    task = Task(kind="delivery", role=Role.AGENT, due=now())
    tasks.add(c, task, None, taken.chat, now())


def claim(c: Connection) -> outbox.Claimed:
    (taken,) = outbox.claim(c, "telegram", now(), "me", 1)
    return taken


def receive(home: Home, at: datetime, chat: bool = False) -> str:
    """An event is kept and not handled; returns its id."""
    key = EventKey("telegram", "42", f"update-{next(serial)}")
    home.write(lambda c: inbox.accept(c, key, here(c) if chat else None, "{}", at))
    return f"telegram/42/{key.event}"


def test_a_sound_house_is_told_so(home: Home) -> None:
    """With messages waiting, on their way, given up and unknown, and an event just received."""
    owe(home, 3)
    send(home)
    owe(home, 2, to="8")
    home.write(give_up)
    home.write(claim)
    receive(home, now())
    found = checks()
    assert [name for name in PROMISES if found[name]["state"] != "OK"] == []
    assert found["clocks"]["state"] == "OK"
    assert found["time"]["state"] == "OK"
    assert found["outbox"]["mend"].endswith("outbox list")


def test_an_event_that_nobody_handles_is_named(home: Home) -> None:
    event = receive(home, now() - HOUR)
    part = checks()["events"]
    assert (part["state"], event in part["words"]) == ("WARN", True)
    assert part["mend"].endswith("run")


async def test_while_a_server_runs_it_is_a_failure(home: Home) -> None:
    """It is owed in a channel that this server has not."""
    await asyncio.to_thread(owe, home, since=now() - HOUR)
    spoil(home, "UPDATE chat SET channel = 'wechat'")
    async with served(home.folder) as redress:
        port = redress.url.rpartition(":")[2]
        code, out, _ = await command(home.folder, "doctor", "--json", REDRESS_WEB__PORT=port)
        found = {one["name"]: one for one in json.loads(out)["checks"]}
    assert (code, found["waiting"]["state"]) == (1, "FAIL")
    assert found["waiting"]["mend"].startswith("stop the server")


def test_a_parked_event_that_lost_what_it_said_is_named(home: Home) -> None:
    home.park("update-9", "why")
    spoil(home, "UPDATE inbox SET raw = NULL")
    part = checks()["events"]
    assert (part["state"], "telegram/42/update-9" in part["words"]) == ("FAIL", True)
    assert "parked drop" in part["mend"]


def test_an_event_in_no_state_is_named(home: Home) -> None:
    event = receive(home, now())
    spoil(home, "UPDATE inbox SET state = 'lost'")
    part = checks()["events"]
    assert (part["state"], event in part["words"]) == ("FAIL", True)


def test_a_ticket_without_its_timeline_is_named(home: Home) -> None:
    spoil(home, "DROP TRIGGER timeline_no_DELETE", "DELETE FROM timeline")
    part = checks()["tickets"]
    assert (part["state"], home.number in part["words"]) == ("FAIL", True)
    assert "restore" in part["mend"]


def test_a_timeline_without_its_ticket_is_named(home: Home) -> None:
    spoil(home, "DELETE FROM clock", "DELETE FROM ticket")
    part = checks()["tickets"]
    assert part["state"] == "FAIL"
    assert "timelines without their ticket: 1" in part["words"]


@pytest.mark.parametrize("due", ["NULL", "'2020-01-01 00:00:00.000000'", "'2090-01-01 00:00:00'"])
def test_clocks_that_will_not_fire_when_they_say_are_named_and_mended(due: str, home: Home) -> None:
    spoil(home, f"UPDATE ticket SET next_due = {due}")
    part = checks()["tickets"]
    assert (part["state"], part["mend"].endswith("doctor --mend")) == ("FAIL", True)
    mended = checks("--mend")
    assert (mended["mended"]["words"], mended["tickets"]["state"]) == ("1 rows", "OK")


def test_a_ticket_that_is_woken_without_a_clock_is_named_and_mended(home: Home) -> None:
    spoil(home, "UPDATE clock SET next = NULL")
    assert checks()["tickets"]["state"] == "FAIL"
    assert checks("--mend")["tickets"]["state"] == "OK"


def test_a_chat_that_is_owed_a_message_and_not_in_line_is_named_and_mended(home: Home) -> None:
    chat = owe(home)
    spoil(home, "DELETE FROM chat_queue")
    part = checks()["tickets"]
    assert part["state"] == "FAIL"
    assert f"not in line: {chat}" in part["words"]
    assert checks("--mend")["tickets"]["state"] == "OK"
    assert home.write(claim).chat == chat


def test_a_chat_in_line_that_is_owed_nothing_is_named_and_mended(home: Home) -> None:
    chat = owe(home, since=now() - HOUR)
    spoil(home, "DELETE FROM outbox")
    part = checks()["tickets"]
    assert part["state"] == "FAIL"
    assert f"owed nothing: {chat}" in part["words"]
    assert checks("--mend")["tickets"]["state"] == "OK"


def test_two_messages_on_their_way_to_one_chat_are_named(home: Home) -> None:
    chat = owe(home, 2)
    spoil(home, "UPDATE outbox SET state = 'sending'")
    part = checks()["order"]
    assert part["state"] == "FAIL"
    assert f"on their way: {chat}" in part["words"]
    assert part["mend"].startswith("stop the server")


def test_a_message_that_was_overtaken_is_named(home: Home) -> None:
    owe(home, 2)
    first, second = send(home).id, send(home).id
    assert checks()["order"]["state"] == "OK"
    spoil(home, f"UPDATE outbox SET state = 'pending' WHERE id = {first}")
    part = checks()["order"]
    assert (part["state"], part["words"].endswith(f": {first}")) == ("WARN", True)
    assert second > first


def test_a_chat_that_nobody_sends_to_is_named(home: Home) -> None:
    chat = owe(home, since=now() - HOUR)
    part = checks()["waiting"]
    assert (part["state"], part["words"].endswith(f": {chat}")) == ("WARN", True)


def test_a_chat_that_is_being_sent_to_is_nobodys_fault(home: Home) -> None:
    owe(home, since=now() - HOUR)
    home.write(claim)
    assert checks()["waiting"]["state"] == "OK"


def test_a_message_that_vanished_is_named(home: Home) -> None:
    chat = owe(home, 3)
    spoil(home, "DELETE FROM outbox WHERE seq = 2")
    part = checks()["sums"]
    assert part["state"] == "FAIL"
    assert f"one is missing: {chat}" in part["words"]


def test_a_message_in_no_state_is_named(home: Home) -> None:
    owe(home)
    spoil(home, "UPDATE outbox SET state = 'lost'", "DELETE FROM chat_queue")
    assert "messages in a state that does not exist: 1" in checks()["sums"]["words"]


def test_a_parked_event_whose_person_heard_nothing_is_named(home: Home) -> None:
    event = receive(home, now(), chat=True)
    spoil(home, "UPDATE inbox SET state = 'parked'")
    part = checks()["reports"]
    assert (part["state"], event in part["words"]) == ("FAIL", True)

    def tell(c: Connection) -> None:
        messages.log_out(c, Said(chat=here(c), at=now(), direction="out", words="kept"))

    home.write(tell)
    assert checks()["reports"]["state"] == "OK"


def test_a_person_who_cannot_be_reached_and_nobody_was_told_is_named_and_mended(
    home: Home,
) -> None:
    chat = owe(home)
    home.write(lambda c: outcomes.gone(c, claim(c), "403", now()))
    assert checks()["reports"]["state"] == "OK"  # no ticket of theirs is open
    spoil(home, f"UPDATE ticket SET chat = {chat}")
    part = checks()["reports"]
    assert (part["state"], part["words"].endswith(f": {chat}")) == ("FAIL", True)
    assert checks("--mend")["reports"]["state"] == "OK"
    (task,) = home.write(lambda c: tasks.of_kinds(c, ["unreachable"], 9))
    assert (task.chat, task.task.role) == (chat, Role.AGENT)


def test_a_message_given_up_that_nobody_was_told_of_is_named_and_mended(home: Home) -> None:
    chat = owe(home)
    home.write(lambda c: outcomes.refused(c, claim(c), "400", None, now()))
    part = checks()["reports"]
    assert (part["state"], part["words"].endswith(f": {chat}")) == ("FAIL", True)
    assert checks("--mend")["reports"]["state"] == "OK"


def test_a_task_that_was_done_was_told(home: Home) -> None:
    chat = owe(home)
    home.write(lambda c: outcomes.gone(c, claim(c), "403", now()))
    spoil(home, f"UPDATE ticket SET chat = {chat}")

    def tell(c: Connection) -> None:
        task = Task(kind="unreachable", role=Role.AGENT, due=now())
        tasks.done(c, tasks.add(c, task, 1, chat, now()), None, now())

    home.write(tell)
    assert checks()["reports"]["state"] == "OK"


def test_a_late_clock_is_named(home: Home) -> None:
    spoil(home, "UPDATE ticket SET next_due = '2026-01-01 00:00:00.000000'")
    spoil(home, "UPDATE clock SET next = '2026-01-01 00:00:00.000000' WHERE next IS NOT NULL")
    part = checks()["clocks"]
    assert (part["state"], "of a ticket" in part["words"]) == ("WARN", True)


def test_a_clock_that_was_set_back_is_named(home: Home) -> None:
    def tell(c: Connection) -> None:
        said = Said(chat=here(c), at=now() + HOUR, direction="out", words="x")
        messages.log_out(c, said)

    home.write(tell)
    part = checks()["time"]
    assert (part["state"], part["mend"]) == ("FAIL", "timedatectl set-ntp true")


def test_a_damaged_file_is_named_before_its_rows_are_read(home: Home) -> None:
    file = home.folder / "data/redress.db"
    content = bytearray(file.read_bytes())
    content[4096 * 8 : 4096 * 9] = b"\xff" * 4096
    file.write_bytes(content)
    found = checks()
    assert (found["database"]["state"], "restore" in found["database"]["mend"]) == ("FAIL", True)
    assert "events" not in found


def test_nothing_is_mended_that_agrees(home: Home) -> None:
    owe(home, 2)
    assert checks("--mend")["mended"]["words"] == "nothing had to be"


def test_long_lists_are_cut(home: Home) -> None:
    for _ in range(8):
        receive(home, now() - HOUR)
    assert checks()["events"]["words"].endswith("and 3 more")


def test_departments_in_which_nobody_works_are_named(home: Home) -> None:
    """A ticket that a rule sends there would lie until somebody looks."""
    call("staff", "add", "Ann", "--role", "handler", "--department", "BIL")
    found = checks()["routing"]
    assert found["state"] == "WARN"
    assert "ESC" in found["words"]
    assert "BIL" not in found["words"]
    assert "staff add NAME" in found["mend"]


def test_the_rows_of_a_postgresql_are_checked_alike(
    home: Home, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDRESS_STORAGE__URL", postgres_url)
    found = checks()
    assert [name for name in (*PROMISES, "time") if found[name]["state"] != "OK"] == []
    call("staff", "add", "Ann", "--role", "agent")
    assert checks()["staff"]["words"] == "1 people"
