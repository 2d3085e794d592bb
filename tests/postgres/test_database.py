"""The database itself: its tables, its limits, and what is never said of it."""

import asyncio
import logging

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, insert, inspect, text
from sqlalchemy.exc import DBAPIError

from storage import tickets, version
from storage.engines import database
from storage.errors import KeyFileError, SchemaTooNew, SchemaTooOld, StoreBroken, StoreError
from storage.migrate import migrate
from storage.schema import metadata, score
from storage.seal import Keys, new_keys, read_keys
from storage.store import Store
from tests.postgres.server import PASSWORD, Server
from tests.storage.values import NOW, chat, filed

TRIGGERS = text(
    "SELECT event_object_table, event_manipulation, action_statement"
    " FROM information_schema.triggers"
)
LIMITS = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")


def bare(url: str) -> str:
    return url.replace("+psycopg", "")


async def test_replicas_that_start_at_once_migrate_once(postgresql: Server, keys: Keys) -> None:
    name = postgresql.database()
    url = postgresql.url(name)
    told = await asyncio.gather(*(asyncio.to_thread(migrate, url, keys) for _ in range(4)))
    assert told == [version.HEAD] * 4
    postgresql.drop(name)


def test_the_migrated_database_is_what_the_schema_says(
    postgres_url: str, postgresql: Server, keys: Keys
) -> None:
    engine = database(postgres_url).migrating(keys)
    with engine.connect() as c:
        context = MigrationContext.configure(c, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        migrated = triggers(c), indexes(c)
    engine.dispose()
    name = postgresql.database()
    direct = create_engine(postgresql.url(name))
    with direct.begin() as c:
        metadata.create_all(c)
        assert (triggers(c), indexes(c)) == migrated
    direct.dispose()
    postgresql.drop(name)


def triggers(c: Connection) -> set[tuple[str, str, str]]:
    return {(row[0], row[1], row[2]) for row in c.execute(TRIGGERS)}


def indexes(c: Connection) -> set[str]:
    look = inspect(c)
    return {str(one["name"]) for table in metadata.tables for one in look.get_indexes(table)}


async def test_a_newer_database_is_left_alone(postgres_url: str, keys: Keys) -> None:
    with psycopg.connect(bare(postgres_url)) as c:
        c.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaTooNew, match="9999"):
        migrate(postgres_url, keys)
    with pytest.raises(SchemaTooNew):
        await Store.open(postgres_url, keys)


async def test_a_database_without_tables_is_not_opened(postgresql: Server, keys: Keys) -> None:
    name = postgresql.database()
    with pytest.raises(SchemaTooOld, match="redress migrate"):
        await Store.open(postgresql.url(name), keys)
    assert not database(postgresql.url(name)).there()
    postgresql.drop(name)


@pytest.mark.parametrize("table", ["timeline", "score"])
@pytest.mark.parametrize("change", ["UPDATE {} SET seq = seq", "DELETE FROM {}", "TRUNCATE {}"])
async def test_what_happened_cannot_be_changed(one: Store, table: str, change: str) -> None:
    def laid(c: Connection) -> None:
        ticket = filed(c, chat(c))
        row = {"ticket": ticket.id, "seq": 1, "at": NOW, "solved": "", "person": "", "reasons": []}
        c.execute(insert(score), {**row, "words": ""})

    await one.write(laid)
    with pytest.raises(DBAPIError, match="append-only"):
        await one.write(lambda c: c.execute(text(change.format(table))))


@pytest.mark.parametrize("driver", ["+psycopg", "+asyncpg", "+psycopg2", ""])
async def test_any_drivers_name_in_the_address_will_do(
    postgres_url: str, keys: Keys, driver: str
) -> None:
    store = await Store.open(postgres_url.replace("+psycopg", driver), keys)
    assert await store.read(lambda c: c.dialect.driver) == "psycopg"
    await store.close()


async def test_every_session_limits_itself_and_says_who_it_is(one: Store) -> None:
    def look(c: Connection) -> list[str]:
        shown = (f"SHOW {name}" for name in (*LIMITS, "application_name"))
        return [str(c.exec_driver_sql(one).scalar_one()) for one in shown]

    for found, part in (await one.read(look), "reader"), (await one.write(look), "writer"):
        assert "0" not in found[:3]
        assert found[3] == f"redress {one.place.owner} {part}"


async def test_another_key_file_is_refused_whoever_is_first(postgres_url: str, keys: Keys) -> None:
    others = [keys, read_keys(new_keys())]
    told = await asyncio.gather(
        *(Store.open(postgres_url, one) for one in others), return_exceptions=True
    )
    kinds = sorted(type(one).__name__ for one in told)
    assert kinds == [KeyFileError.__name__, Store.__name__]
    for one in told:
        if isinstance(one, Store):
            await one.close()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PASSWORD, f"{PASSWORD}-wrong"),
        ("127.0.0.1", "127.0.0.2"),
        ("redress_", "no_such_redress_"),
        ("+psycopg", "+psycopg\n://"),
        ("redress_", "redress_1?sslmode=nonsense&x=redress_"),
    ],
)
async def test_no_message_and_no_log_shows_the_password(
    postgres_url: str, keys: Keys, old: str, new: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    url = postgres_url.replace(old, new)
    said = []
    for use in (migrate, lambda url, keys: database(url).there()):
        with pytest.raises(StoreError) as raised:
            use(url, keys)
        said.append(str(raised.value))
    assert PASSWORD not in "\n".join([*said, caplog.text])
    assert all(said)


async def test_the_place_is_shown_without_user_and_password(one: Store) -> None:
    assert PASSWORD not in f"{one.place} {one.place!r}"
    assert str(one.place).startswith("postgresql://127.0.0.1/redress_")


@pytest.mark.parametrize("hot", [True, False])
async def test_readers_outlive_a_restart(postgresql: Server, one: Store, hot: bool) -> None:
    def look(c: Connection) -> int:
        return tickets.filed_since(c, 1, NOW) if hot else len(tickets.due(c, NOW, 1))

    assert await asyncio.gather(*(one.read(look) for _ in range(6))) == [0] * 6
    await asyncio.to_thread(postgresql.stop, "immediate")
    reading = asyncio.gather(*(one.read(look) for _ in range(6)))
    await asyncio.to_thread(postgresql.start)
    assert await reading == [0] * 6


async def test_a_statement_at_fault_is_no_fault_of_the_servers(one: Store) -> None:
    with pytest.raises(DBAPIError) as raised:
        await one.read(lambda c: c.exec_driver_sql("SELECT no_such_column"))
    assert not isinstance(raised.value, StoreBroken)
