"""The admin port: GET /metrics for Prometheus, /healthz beside it. No sign-in, so never public.

It listens where the web pages do (`web.host`), on a port of its own.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import exposition
from bot.config import Storage
from bot.delivery import Delivery
from bot.exposition import Moment, Values
from bot.health import Health
from bot.metrics import Metrics
from bot.replicas import Replicas
from storage import engines
from storage.depth import depth
from storage.store import Store

log = logging.getLogger(__name__)

PATIENCE = 5.0  # seconds that the database has to answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """The parts that are asked when somebody looks. `channels` are the names of those on."""

    store: Store
    metrics: Metrics
    health: Health
    delivery: Delivery
    replicas: Replicas
    channels: Iterable[str]
    place: Storage
    now: Callable[[], datetime]


def route(watched: Watched) -> Route:
    """GET /metrics. Always 200: what the database does not tell is left out."""

    async def metrics(request: Request) -> Response:
        values = {
            **exposition.of_process(watched.metrics, _moment(watched)),
            **await _database(watched),
        }
        text, kind = exposition.page(values, request.headers.get("accept", ""))
        return Response(text, media_type=None, headers={"content-type": kind})

    return Route("/metrics", metrics, methods=["GET"])


def _moment(watched: Watched) -> Moment:
    store = watched.store
    troubles = watched.health.troubles()
    files, folder = _places(watched.place, shared=store.place.shared)
    return Moment(
        channels=watched.channels,
        in_flight=watched.delivery.held,
        replicas=len(watched.replicas.serving),
        share=watched.replicas.share,
        commits=store.commits,
        jobs=store.writes,
        batches=store.batches,
        troubles={part: part in troubles for part in sorted({*watched.channels, "clocks"})},
        files=files,
        folder=folder,
    )


def _places(place: Storage, *, shared: bool) -> tuple[Mapping[str, Path], Path]:
    """The database's files, if it is one of ours, and a folder on the disk of the data."""
    if shared:
        return {}, Path(place.attachments)
    file = engines.file_of(place.url)
    return {"main": file, "wal": file.with_name(f"{file.name}-wal")}, file.parent


async def _database(watched: Watched) -> Values:
    """The figures of the database, read in one transaction; only that it is down where it is."""
    begun, now = time.perf_counter(), watched.now()
    try:
        async with asyncio.timeout(PATIENCE):
            found = await watched.store.read(partial(depth, now=now))
    except Exception:  # whatever it is: the counts of the process are given out all the same
        log.exception("no figures of the database", extra={"action": "depth_failed"})
        return {"redress_database_up": 0}
    taken = time.perf_counter() - begun
    up: Values = {"redress_database_up": 1, "redress_database_read_seconds": taken}
    return {**up, **exposition.of_database(found, now)}
