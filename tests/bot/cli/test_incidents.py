"""`redress incidents`, and the incident of a ticket."""

import json
from datetime import timedelta

from dialogs.incidents.incident import Incident, News, Stage
from dialogs.values import replace
from storage import Connection, broadcasts, incidents, tickets
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home, now

ZONE = "Asia/Shanghai"


def found(home: Home) -> None:
    """An incident of which the one ticket is a child, and which all are being told of."""

    def put(c: Connection) -> None:
        new = Incident(
            id=0,
            number="",
            revision=1,
            stage=Stage.OPEN,
            source="threshold",
            categories=("BIL",),
            areas=("110108",),
            began_at=now() - timedelta(seconds=90),
            found_at=now(),
            owner_name="赵敏",
        )
        kept, ticket = incidents.insert_new(c, new, ZONE), tickets.by_number(c, home.number)
        assert kept is not None
        assert ticket is not None
        after = replace(ticket, incident=kept.id, revision=ticket.revision + 1)
        assert tickets.save(c, ticket, after, ())
        broadcasts.announce(c, kept.id, News.FOUND, {}, (0, ""), now())

    home.write(put)


def test_incidents_are_shown_with_their_children_and_what_they_were_told(home: Home) -> None:
    assert call("incidents") == (0, "no incident is open\n", "")
    found(home)
    code, out, _ = call("incidents")
    first, second, third = out.splitlines()
    assert code == 0
    assert first.startswith("IN")
    assert "  open      Haidian, Beijing  BIL  since " in first
    assert second == (
        "    1 children, 1 open, 0 split off; threshold, 90 s after the first complaint; owner 赵敏"
    )
    assert third == "    found     0 of 1 told, 1 on their way"
    (told,) = json.loads(call("incidents", "--json")[1])
    assert (told["stage"], told["areas"], told["counts"]["children"]) == ("open", ["110108"], 1)
    assert (told["told"][0]["news"], told["told"][0]["total"], told["told"][0]["left"]) == (
        *("found", 1, 1),
    )


def test_a_ticket_names_its_incident(home: Home) -> None:
    assert json.loads(call("ticket", home.number, "--json")[1])["incident"] == ""
    found(home)
    (number,) = [one["number"] for one in json.loads(call("incidents", "--json")[1])]
    assert json.loads(call("ticket", home.number, "--json")[1])["incident"] == number
    assert f"part of incident {number}" in call("ticket", home.number)[1].splitlines()
