"""Corrective actions in both databases: kept, found, counted, saved once, and forgotten."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from dialogs.correcting.action import PROVINCE, STORE, Corrective, Record, Stage
from dialogs.stores.grading import Inspection
from dialogs.tickets.ticket import Ticket, Where
from storage import correctives, inspections, tickets
from storage.store import Store
from tests.storage.values import NOW, chat, filed, of

DAY = timedelta(days=1)
LIABLE = ("operator", "shared")
NEW = Corrective(
    id=0,
    number="",
    revision=1,
    stage=Stage.OWED,
    category="BIL",
    subtype="unexplained_fee",
    province="110000",
    department="BIL",
    opened_at=NOW,
    plan_due=NOW + 3 * DAY,
    next_due=NOW + DAY,
)


def opened(c: Connection, new: Corrective = NEW) -> Corrective:
    kept = correctives.insert_new(c, new, correctives.mark_of(new), "Asia/Shanghai")
    assert kept is not None
    correctives.note(c, kept.id, Record(at=new.opened_at, act="open"))
    return kept


def found(c: Connection, name: str, liability: str, store: str = "", province: str = "") -> Ticket:
    """A ticket of the same matter, of which that was found."""
    one = filed(c, chat(c, name))
    where = Where(words="", province=province) if province else one.filing.where
    after = replace(
        one, liability=liability, revision=2, filing=replace(one.filing, store=store, where=where)
    )
    assert tickets.save(c, one, after, ())
    return after


async def test_an_action_is_read_as_it_was_kept_under_a_number_of_its_month(store: Store) -> None:
    first = await store.write(opened)
    second = await store.write(of(opened, replace(NEW, opened_at=NOW + 40 * DAY)))
    assert (first.number, second.number) == ("CA26110001", "CA26120001")
    assert first == replace(NEW, id=first.id, number="CA26110001")
    assert await store.read(of(correctives.by_number, "CA26110001")) == first
    assert await store.read(of(correctives.owed, "BIL:unexplained_fee:110000:")) == second
    assert await store.read(of(correctives.due, NOW + 2 * DAY, 9)) == [first.id, second.id]


async def test_who_holds_an_older_revision_changes_nothing(store: Store) -> None:
    one = await store.write(opened)
    planned = replace(one, stage=Stage.PLANNED, revision=2, cause="规则漏配", owner=0)
    assert await store.write(of(correctives.save, one, planned))
    assert not await store.write(of(correctives.save, one, replace(planned, cause="别的")))
    kept = await store.read(of(correctives.load, one.id))
    assert kept == planned
    assert await store.read(of(correctives.owed, "BIL:unexplained_fee:110000:")) is None


async def test_an_incident_has_one_action_also_once_it_was_joined(store: Store) -> None:
    mass = replace(NEW, incident=7)
    one = await store.write(of(opened, mass))
    mark = correctives.mark_of(mass)
    again = of(correctives.insert_new, mass, mark, "Asia/Shanghai")
    assert await store.write(again) is None
    other = await store.write(opened)
    joined = replace(one, stage=Stage.JOINED, joined=other.id, revision=2)
    assert await store.write(of(correctives.save, one, joined))
    assert await store.read(of(correctives.of_incident, 7)) == other
    assert await store.read(of(correctives.owed, mark)) == other  # those of incidents are no help


async def test_the_same_matter_is_counted_by_who_caused_it_and_where(store: Store) -> None:
    one = await store.write(opened)
    own = await store.write(of(found, "1", "operator"))
    await store.write(of(correctives.link, one.id, own.id))
    for name, liability in (("2", "operator"), ("3", "shared"), ("4", "user"), ("5", "")):
        await store.write(of(found, name, liability, store="BJ-CYL" if name == "2" else ""))
    await store.write(of(found, "6", "operator", province="310000"))

    async def counted(scope: str, shop: str = "") -> tuple[int, int]:
        asked = replace(one, scope=scope, store=shop)
        return await store.read(of(correctives.caused, asked, NOW, NOW + DAY, LIABLE))

    assert await counted("everywhere") == (3, 2)
    assert await counted(PROVINCE) == (2, 2)
    assert await counted(STORE, "BJ-CYL") == (1, 0)
    later = of(correctives.caused, one, NOW + DAY, NOW + 9 * DAY, LIABLE)
    assert await store.read(later) == (0, 0)


async def test_what_is_late_and_what_was_judged_is_counted(store: Store) -> None:
    one, two = await store.write(opened), await store.write(opened)
    done = replace(two, stage=Stage.PROVED, revision=2, closed_at=NOW + 9 * DAY)
    await store.write(of(correctives.save, two, done))
    line = Record(at=NOW + 9 * DAY, act="prove", name="赵云", detail={"verdict": "没有再发生"})
    await store.write(of(correctives.note, two.id, line))
    standing = await store.read(of(correctives.standing, NOW + 4 * DAY))
    assert (standing.by_stage, standing.late) == ({"owed": 1, "proved": 1}, {"owed": 1})
    assert (await store.read(of(correctives.standing, NOW + DAY))).late == {}
    assert await store.read(of(correctives.judged, NOW + 9 * DAY, NOW + 10 * DAY)) == (1, 0)
    assert await store.read(of(correctives.judged, NOW, NOW + 9 * DAY)) == (0, 0)
    assert (await store.read(of(correctives.history, two.id)))[-1] == line
    listed = await store.read(of(correctives.in_stages, [Stage.OWED], 9, "BIL"))
    assert listed == (one,)
    assert await store.read(of(correctives.in_stages, [Stage.OWED], 9, "NET")) == ()


async def test_inspections_are_found_by_their_days(store: Store) -> None:
    first = Inspection(store="BJ-CYL", day=date(2026, 11, 1), points=955, at=NOW, words="整洁")
    second = replace(first, day=date(2026, 11, 30), points=900)
    assert await store.write(of(inspections.add_all, (first, second))) == 2
    within = of(inspections.within, date(2026, 11, 1), date(2026, 11, 30))
    assert await store.read(within) == (first, second)
    less = of(inspections.within, date(2026, 11, 2), date(2026, 11, 29))
    assert await store.read(less) == ()
