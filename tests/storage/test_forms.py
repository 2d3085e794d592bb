"""What forms are made of: by which day each counts, whose they are, some at a time without gaps."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from dialogs.tickets.ticket import Role, Score, Ticket
from storage import call_backs, forms, staff, surveys, tickets
from storage.call_backs import Call
from storage.forms import Asked, Between
from storage.reach import Reach
from storage.store import Store
from tests.storage.values import MINUTE, NOW, chat, filed, of

DAY = timedelta(days=1)
TODAY = Between(NOW, NOW + DAY)


def several(c: Connection, many: int) -> list[Ticket]:
    return [filed(c, chat(c, f"{n}", "web" if n % 2 else "telegram")) for n in range(many)]


def area(c: Connection, ticket: Ticket, code: str) -> None:
    assert tickets.save(c, ticket, replace(ticket, area=code, revision=2), ())


def scored(c: Connection, ticket: Ticket, *given: Score) -> None:
    assert tickets.save(c, ticket, replace(ticket, scores=given, revision=2), ())


async def test_a_list_of_tickets_goes_on_from_the_last_one_seen(store: Store) -> None:
    made = [one.id for one in await store.write(of(several, 5))]
    first = await store.read(of(forms.filed, TODAY, 0, 3))
    rest = await store.read(of(forms.filed, TODAY, first[-1], 3))
    assert (first, rest) == (made[:3], made[3:])
    assert await store.read(of(forms.count_filed, TODAY)) == 5
    assert await store.read(of(forms.filed, TODAY, made[-1], 3)) == []


async def test_the_first_moment_counts_and_the_last_does_not(store: Store) -> None:
    await store.write(of(several, 1))
    for since, until, count in (
        (NOW, NOW + MINUTE, 1),
        (NOW - MINUTE, NOW, 0),
        (NOW + MINUTE, NOW + DAY, 0),
    ):
        assert await store.read(of(forms.count_filed, Between(since, until))) == count


async def test_who_works_for_a_province_gets_its_tickets(store: Store) -> None:
    here, there, anywhere = await store.write(of(several, 3))
    await store.write(of(area, here, "110000"))
    await store.write(of(area, there, "440000"))
    for one in (here, there, anywhere):
        await store.write(of(surveys.sent, one.id, NOW))
    beijing = replace(TODAY, reach=Reach(7, ("110000",)))
    assert await store.read(of(forms.filed, beijing, 0, 9)) == [here.id, anywhere.id]
    assert await store.read(of(forms.count_filed, beijing)) == 2
    asked = await store.read(of(forms.asked, beijing, 0, 9))
    assert [one.ticket for one in asked] == [here.id, anywhere.id]
    assert await store.read(of(forms.count_asked, beijing)) == 2


async def test_visits_are_listed_by_the_moment_of_asking(store: Store) -> None:
    one, other = await store.write(of(several, 2))
    for ticket, at in ((one, NOW), (other, NOW + MINUTE), (one, NOW + 2 * DAY)):
        await store.write(of(surveys.sent, ticket.id, at))
    found = await store.read(of(forms.asked, TODAY, 0, 9))
    assert [(asked.ticket, asked.at) for asked in found] == [
        (one.id, NOW),
        (other.id, NOW + MINUTE),
    ]
    assert await store.read(of(forms.asked, TODAY, found[0].id, 9)) == [
        Asked(found[1].id, other.id, NOW + MINUTE)
    ]
    known = await store.read(of(forms.visits, [one.id, other.id]))
    assert known == {one.id: (NOW, NOW + 2 * DAY), other.id: (NOW + MINUTE,)}


async def test_channels_and_calls_come_with_their_tickets(store: Store) -> None:
    one, other = await store.write(of(several, 2))
    who = await store.write(of(staff.add, "王敏", Role.AGENT))
    call = Call(
        ticket=other.id, at=NOW, staff=who, score=3, due=NOW, reached=False, came="", words="没接"
    )
    await store.write(of(call_backs.add, call))
    ids = [one.id, other.id]
    assert await store.read(of(forms.channels, ids)) == {one.id: "telegram", other.id: "web"}
    assert await store.read(of(forms.calls, ids)) == {other.id: (replace(call, name="王敏"),)}


async def test_answers_are_read_in_order_a_few_at_a_time(store: Store) -> None:
    one, other = await store.write(of(several, 2))
    first = Score(at=NOW, score=3, reasons=("speed",), words="太慢")
    await store.write(of(scored, one, first, replace(first, at=NOW + MINUTE, score=9)))
    await store.write(of(scored, other, replace(first, at=NOW + 2 * DAY)))
    given = await store.read(of(forms.given, TODAY, (0, -1), 1))
    assert [(g.number, g.score, g.reasons, g.words) for g in given] == [
        (one.number, 3, ("speed",), "太慢")
    ]
    rest = await store.read(of(forms.given, TODAY, (given[0].ticket, given[0].seq), 9))
    assert [(g.ticket, g.score) for g in rest] == [(one.id, 9)]
