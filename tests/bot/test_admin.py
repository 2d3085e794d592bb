"""The admin port: what Prometheus reads there, of a house that is composed as `run` does it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot import serving
from bot.app import Redress, composed
from bot.clock import now
from bot.config import ConfigError, Privacy, Settings, Storage, Web
from bot.figures import FIGURES
from dialogs.model import Address, Command, Event
from storage import Connection, chats, inbox, outbox
from storage.inbox import EventKey
from storage.outbox import NewRow
from tests.bot.ports import serving_on

NAME = "Canary Wang"
KEY = EventKey("telegram", "42", "update-9")


@pytest.fixture
async def redress(tmp_path: Path) -> AsyncIterator[Redress]:
    settings = Settings(
        storage=Storage(
            url=f"sqlite+aiosqlite:///{tmp_path}/redress.db", attachments=f"{tmp_path}/files"
        ),
        web=Web(admin_port=1),
        privacy=Privacy(key_file=f"{tmp_path}/redress.key"),
    )
    async with composed(settings) as made:
        yield made


async def scraped(redress: Redress) -> Mapping[tuple[str, ...], float]:
    """Every sample: its name and the values of its labels, in the order of their names."""
    text = await fetched(redress, "/metrics")
    return {
        (one.name, *(one.labels[name] for name in sorted(one.labels))): one.value
        for family in text_string_to_metric_families(text)
        for one in family.samples
    }


async def fetched(redress: Redress, path: str) -> str:
    assert redress.admin is not None
    async with (
        serving_on(redress.admin) as url,
        aiohttp.ClientSession() as session,
        session.get(url + path) as answer,
    ):
        assert answer.status == 200
        return await answer.text()


def fill(c: Connection) -> None:
    """One chat that is owed an answer since a minute and a notice, one that cannot be reached."""
    moment = now()
    here = chats.locate(c, Address("web", "web", "1"), moment, "en", NAME)
    gone = chats.locate(c, Address("web", "web", "2"), moment, "en", NAME)
    outbox.post(c, here, [row(outbox.ANSWER)], moment - timedelta(minutes=1))
    outbox.post(c, here, [row(outbox.NOTICE), row(outbox.NOTICE)], moment)
    outbox.post(c, gone, [row(outbox.ANSWER)], moment - timedelta(days=1))
    chats.reachable(c, gone, False, moment)
    c.exec_driver_sql(f"UPDATE chat_queue SET due = NULL, parked = 1 WHERE chat = {gone}")
    inbox.accept(c, KEY, here, f"from {NAME}", moment)
    inbox.park(c, KEY, "no chat in it")


def row(priority: int) -> NewRow:
    return NewRow(method="sendMessage", body={"text": NAME}, priority=priority)


async def test_what_waits_is_told_by_depth_and_by_age(redress: Redress) -> None:
    await redress.ground.opened.store.write(fill)
    told = await scraped(redress)
    assert told["redress_outbox_rows", "answer"] == 1
    assert told["redress_outbox_rows", "notice"] == 2
    assert told["redress_outbox_rows", "broadcast"] == 0
    assert 60 <= told["redress_outbox_oldest_seconds", "answer"] < 3600
    assert told["redress_outbox_oldest_seconds", "broadcast"] == 0
    assert told["redress_outbox_unreachable_chats",] == 1
    assert told["redress_inbox_parked_events",] == 1
    assert told["redress_database_up",] == 1
    assert (told["redress_replicas",], told["redress_share",]) == (1, 1)
    assert told["redress_database_bytes", "main"] > 0
    assert told["redress_writer_batch_jobs_count",] >= 1
    assert told["redress_writer_batch_seconds_sum",] > 0


async def test_what_happened_is_told_with_the_zeros_of_what_did_not(redress: Redress) -> None:
    metrics = redress.ground.metrics
    metrics.event("web", "accepted")
    metrics.event("web", "accepted")
    metrics.step("event")
    metrics.committed(0.003)
    metrics.committed(45)
    metrics.delivered(0.2)
    metrics.send("web", "sent")
    metrics.answer("telegram", 429)
    told = await scraped(redress)
    assert told["redress_events_total", "web", "accepted"] == 2
    assert told["redress_events_total", "web", "parked"] == 0
    assert told["redress_steps_total", "event"] == 1
    assert told["redress_sends_total", "web", "sent"] == 1
    assert told["redress_api_answers_total", "telegram", "429"] == 1
    assert told["redress_api_answers_total", "telegram", "403"] == 0
    name = "redress_received_to_committed_seconds"
    buckets = {bound: told[f"{name}_bucket", bound] for bound in ("0.0025", "0.005", "30.0")}
    assert buckets == {"0.0025": 0, "0.005": 1, "30.0": 1}
    assert told[f"{name}_count",] == 2
    assert told[f"{name}_sum",] == pytest.approx(45.003)
    assert told["redress_received_to_delivered_seconds_count",] == 1


async def test_an_event_is_counted_from_its_coming_in_to_its_answer(redress: Redress) -> None:
    event = Event("e-1", Address("web", "web", "1"), now(), Command("start"), name=NAME)
    delivering = asyncio.create_task(redress.delivery.run())
    for _ in range(2):
        await redress.dispatcher.take([(event, {})])
    await redress.dispatcher.park(EventKey("web", "web", "e-2"), {}, "no chat in it")
    redress.delivery.stop()
    await delivering
    told = await scraped(redress)
    assert told["redress_events_total", "web", "accepted"] == 1
    assert told["redress_events_total", "web", "duplicate"] == 1
    assert told["redress_events_total", "web", "parked"] == 1
    assert told["redress_steps_total", "event"] == 1
    assert told["redress_received_to_committed_seconds_count",] == 1
    assert told["redress_sends_total", "web", "sent"] >= 1
    answers = told["redress_received_to_delivered_seconds_count",]
    assert answers == told["redress_sends_total", "web", "sent"]


async def test_every_figure_of_the_table_is_given(redress: Redress) -> None:
    text = await fetched(redress, "/metrics")
    for figure in FIGURES:
        assert f"# TYPE {figure.name} {figure.kind}\n" in text


async def test_nothing_personal_is_on_the_page(redress: Redress) -> None:
    await redress.ground.opened.store.write(fill)
    assert "Canary" not in await fetched(redress, "/metrics")


async def test_a_database_that_does_not_answer_is_told_and_the_counts_go_on(
    redress: Redress, tmp_path: Path
) -> None:
    redress.ground.metrics.event("web", "duplicate")
    with closing(sqlite3.connect(tmp_path / "redress.db")) as hand:
        hand.execute("DROP TABLE lease")
    told = await scraped(redress)
    assert told["redress_database_up",] == 0
    assert told["redress_events_total", "web", "duplicate"] == 1
    assert not [key for key in told if key[0] == "redress_inbox_open_events"]


async def test_the_port_says_also_whether_all_is_well(redress: Redress) -> None:
    assert await fetched(redress, "/healthz") == '{"ok":true,"troubles":{}}'


async def test_the_public_port_has_no_metrics(redress: Redress) -> None:
    async with (
        serving_on(redress.server) as url,
        aiohttp.ClientSession() as session,
        session.get(f"{url}/metrics") as answer,
    ):
        assert answer.status == 404


async def test_a_port_that_is_taken_names_its_key(redress: Redress) -> None:
    with serving.listen(Web(port=0)) as taken:
        web = Web(admin_port=taken.getsockname()[1])
        with pytest.raises(ConfigError, match=r"web\.admin_port"):
            serving.listen_admin(web)
