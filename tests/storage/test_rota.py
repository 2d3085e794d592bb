"""Who is there: shifts over midnight, absences, stand-ins of stand-ins, and circles of them."""

from datetime import UTC, datetime, timedelta

from dialogs.tickets.ticket import Role
from storage import Connection, rota, staff
from storage.rota import Absence, Rota, Shift
from storage.store import Store

NOW = datetime(2026, 11, 17, 2, tzinfo=UTC)  # Tuesday, 10:00 in Beijing
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ZONE = "Asia/Shanghai"


def away(who: int, stand_in: int | None = None, starts: datetime = NOW - DAY) -> Absence:
    return Absence(id=who, staff=who, starts=starts, ends=None, reason="leave", stand_in=stand_in)


def known(*absences: Absence, left: tuple[int, ...] = (), **shifts: tuple[Shift, ...]) -> Rota:
    return Rota({int(k[1:]): of for k, of in shifts.items()}, absences, frozenset(left), ZONE)


def test_who_has_no_shifts_is_there_at_any_time() -> None:
    assert known().on_shift(1, NOW)
    assert known().works(1, NOW.date())


def test_a_shift_over_midnight_belongs_to_the_day_on_which_it_begins() -> None:
    late = known(_1=(Shift(1, 22 * 60, 6 * 60),))  # Tuesday night
    assert not late.on_shift(1, NOW)
    assert late.comes(1, NOW) == NOW + 12 * HOUR
    assert late.until(1, NOW + 15 * HOUR) == NOW + 20 * HOUR  # 01:00 on Wednesday
    assert not late.on_shift(1, NOW + 20 * HOUR)


def test_the_stand_in_of_who_stands_in_answers_and_a_circle_ends_at_the_leads() -> None:
    chain = known(away(1, 2), away(2, 3))
    assert [chain.instead(one, NOW) for one in (1, 2, 3)] == [3, 3, 3]
    assert chain.stands_in_for(3, NOW) == (1, 2)
    circle = known(away(1, 2), away(2, 1))
    assert circle.instead(1, NOW) == 0
    assert circle.stands_in_for(0, NOW) == (1, 2)


def test_who_left_is_answered_for_by_the_leads_also_as_a_stand_in() -> None:
    gone = known(away(1, 2), left=(2,))
    assert gone.instead(1, NOW) == 0
    assert gone.stands_in_for(0, NOW) == (1, 2)


def test_an_absence_to_come_changes_nothing_yet() -> None:
    later = known(away(1, 2, NOW + DAY))
    assert later.instead(1, NOW) == 1
    assert later.instead(1, NOW + DAY) == 2


async def test_what_is_kept_is_read_again_and_ends_when_they_are_back(store: Store) -> None:
    def make(c: Connection) -> tuple[int, int]:
        one, two = (staff.add(c, name, Role.AGENT) for name in ("李", "王"))
        rota.put(c, away(one, two), two, NOW)
        rota.put(c, away(one, two, NOW + 9 * DAY), two, NOW)
        rota.work(c, one, [Shift(0, 480, 1020), Shift(0, 480, 1020), Shift(4, 0, 0)])
        return one, two

    one, two = await store.write(make)
    seen = await store.read(lambda c: rota.load(c, NOW, ZONE))
    assert seen.shifts == {one: (Shift(0, 480, 1020), Shift(4, 0, 0))}
    assert seen.shifts[one][1].lasts == 24 * 60
    assert (seen.away(one, NOW), seen.instead(one, NOW)) == (True, two)

    def back(c: Connection) -> None:
        for absence in rota.absences(c, one, 5):
            rota.end(c, absence, NOW)

    await store.write(back)
    assert await store.read(lambda c: rota.absent(c, one, NOW)) is None
    assert len(await store.read(lambda c: rota.absences(c, one, 5))) == 1  # what has been stays
