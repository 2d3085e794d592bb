"""What is on record beside the tickets, kept once however often it comes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from dialogs.tickets.records import Ending, Sent
from storage import numbers, pruning, records
from storage.records import Month
from storage.store import Store
from tests.storage.values import NOW, chat, filed, of

NUMBER, OTHER = "+8613812345678", "+8613900000000"
OCT, NOV = date(2026, 10, 1), date(2026, 11, 1)
USE = Sent(
    kind="roaming_use",
    month=OCT,
    threshold="80%",
    sent_at=datetime(2026, 10, 4, 1, 30, tzinfo=UTC),
)
RINGS = Ending(
    service="彩铃乐库",
    announced_at=datetime(2026, 9, 16, tzinfo=UTC),
    ends_at=datetime(2026, 10, 15, tzinfo=UTC),
    areas=("310000", "110000"),
    words=("彩铃",),
)


async def test_a_reminder_is_kept_once(store: Store) -> None:
    assert await store.write(of(records.add_sent, NUMBER, USE, NOW))
    assert not await store.write(of(records.add_sent, NUMBER, USE, NOW))
    assert await store.write(of(records.add_sent, NUMBER, replace(USE, threshold="100%"), NOW))
    kept = await store.read(of(records.sent_to, NUMBER, (OCT, OCT)))
    assert [one.threshold for one in kept] == ["80%", "100%"]
    assert kept[0] == USE
    assert await store.read(of(records.sent_to, OTHER, (OCT, OCT))) == ()
    assert await store.read(of(records.sent_to, NUMBER, (NOV, NOV))) == ()
    assert await store.read(of(records.sent_to, "", (OCT, NOV))) == ()


async def test_the_number_is_sealed(store: Store) -> None:
    await store.write(of(records.add_sent, NUMBER, USE, NOW))

    def raw(c: Connection) -> str:
        return str(c.exec_driver_sql("SELECT number FROM service_number").scalar_one())

    assert NUMBER not in await store.read(raw)


async def test_a_month_is_known_for_the_kinds_that_were_loaded(store: Store) -> None:
    await store.write(of(records.add_sent, NUMBER, USE, NOW))
    for kind, month in (("roaming_use", OCT), ("roaming_tariff", NOV), ("roaming_use", OCT)):
        await store.write(of(records.loaded, kind, month, NOW))
    assert await store.read(of(records.loaded_months, (OCT, OCT))) == {("roaming_use", OCT)}
    assert await store.read(records.listed) == (
        Month(kind="roaming_tariff", month=NOV, loaded_at=NOW, sent=0),
        Month(kind="roaming_use", month=OCT, loaded_at=NOW, sent=1),
    )


async def test_the_end_of_a_service_is_kept_once_and_mended(store: Store) -> None:
    assert await store.write(of(records.add_ending, RINGS, NOW))
    assert not await store.write(of(records.add_ending, RINGS, NOW))
    same = replace(RINGS, areas=("110000", "310000"))
    assert not await store.write(of(records.add_ending, same, NOW))
    never = replace(same, announced_at=None)
    assert await store.write(of(records.add_ending, never, NOW))
    assert await store.read(records.endings) == (never,)
    assert await store.read(of(records.endings_near, RINGS.ends_at)) == (never,)
    assert await store.read(of(records.endings_near, RINGS.ends_at + timedelta(days=500))) == ()


async def apply(store: Store, name: str, now: datetime) -> int:
    (rule,) = (one for one in pruning.RULES if one.name == name)
    before = now - pruning.RECORDS
    found = await store.read(lambda c: rule.find(c, before, 100))
    return await store.write(lambda c: rule.drop(c, found, before))


async def test_after_two_years_a_month_is_forgotten_before_its_reminders(store: Store) -> None:
    def put(c: Connection) -> None:
        records.add_sent(c, OTHER, USE, NOW)
        records.add_sent(c, OTHER, replace(USE, month=NOV), NOW)
        records.add_ending(c, RINGS, NOW)
        for month in (OCT, NOV):
            records.loaded(c, "roaming_use", month, NOW)

    await store.write(put)
    names = [rule.name for rule in pruning.RULES]
    assert names.index("reminder months") < names.index("reminders")
    later = datetime(2026, 10, 20, tzinfo=UTC) + pruning.RECORDS
    wanted = ("reminder months", "reminders", "endings")
    assert [await apply(store, name, later) for name in wanted] == [1, 1, 1]
    assert [one.month for one in await store.read(records.listed)] == [NOV]
    assert await store.read(of(numbers.find, OTHER)) is not None
    much_later = later + timedelta(days=60)
    assert [await apply(store, name, much_later) for name in wanted] == [1, 1, 0]
    assert await store.read(of(numbers.find, OTHER)) is None


async def test_a_number_that_a_ticket_names_stays(store: Store) -> None:
    await store.write(lambda c: filed(c, chat(c)))
    await store.write(of(records.add_sent, NUMBER, USE, NOW))
    assert await apply(store, "reminders", NOW + 2 * pruning.RECORDS) == 1
    assert await store.read(of(numbers.find, NUMBER)) is not None
