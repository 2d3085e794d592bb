"""The demo: believable tickets in both languages, played in the past, and gone when cleared."""

import json

from bot.demo.desk import PEOPLE
from dialogs.tickets.ticket import State, Ticket
from storage import Connection, demo, staff, tickets
from storage.schema import metadata
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home, now


def test_the_demo_is_played_by_real_events_and_removed_without_a_trace(home: Home) -> None:
    before = home.write(everything)
    code, out, _ = call("demo", "--tickets", "12")
    assert code == 0
    assert "\n12 tickets in " in out
    told = json.loads(call("stats", "--json")[1])
    assert sum(told["tickets"].values()) == 13
    assert told["outbox"] == {**told["outbox"], "pending": 0, "failed": 0, "unknown": 0}
    assert told["events"]["parked"] == 0
    assert len(told["tickets"]) >= 3
    languages = {one.language for one in played(home)}
    assert languages == {"zh-CN", "en"}
    assert all(one.opened_at <= now() for one in played(home))
    assert all(one.filing.category for one in played(home))
    assert State.CLOSED in {one.state for one in played(home)}
    assert any(one.scores for one in played(home))
    code, out, _ = call("demo", "--clear")
    assert code == 0
    assert out.endswith("people of the demo and their tickets were removed\n")
    after = home.write(everything)
    assert {name: count for name, count in after.items() if count != before[name]} == {
        **({"counter": after["counter"]} if after["counter"] != before["counter"] else {}),
        "setting": before["setting"] + 1,
        **{name: after[name] for name in ("workday", "workday_year", "workday_change")},
    }
    assert json.loads(call("ticket", home.number, "--json")[1])["number"] == home.number


def played(home: Home) -> tuple[Ticket, ...]:
    ids = range(1, 40)
    found = home.write(lambda c: tickets.load_many(c, list(ids)))
    return tuple(one for one in found if one.number != home.number)


def everything(c: Connection) -> dict[str, int]:
    return {name: len(c.execute(table.select()).all()) for name, table in metadata.tables.items()}


def test_a_timeline_is_locked_again_after_the_demo_was_cleared(home: Home) -> None:
    def triggers(c: Connection) -> set[str]:
        rows = c.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return {row[0] for row in rows}

    before = home.write(triggers)
    call("demo", "--tickets", "1")
    call("demo", "--clear")
    assert home.write(triggers) == before
    assert before >= {
        f"{table}_no_{change}"
        for table in ("timeline", "score", "workday_change", "planned_entry")
        for change in ("UPDATE", "DELETE")
    }


def test_the_demos_staff_leave_with_it(home: Home) -> None:
    call("demo", "--tickets", "1")
    assert len(home.write(demo.employed)) == len(PEOPLE)
    call("demo", "--clear")
    assert home.write(staff.everybody) == ()
