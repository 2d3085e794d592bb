"""The page of /metrics: counts of this process, figures of the database, in Prometheus' words."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from bot.figures import FIGURES, Figure
from bot.metrics import EVENTS, OUTCOMES, STEPS, Metrics
from bot.replicas import SERVING
from storage.depth import OPEN_STATES, Depth, Queue
from storage.histogram import Histogram

Labelled: TypeAlias = Iterable[tuple[tuple[str, ...], float]]
Values: TypeAlias = Mapping[str, float | Labelled | Histogram]

STATUSES = (0, 200, 403, 429, 500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What the process and its disk are at now. `troubles` says of each part whether it has any.

    `channels` are those that are on; `batches` the writer's, by jobs and by seconds. `files` are
    the database's by name ("main", "wal"), none where it is not a file of ours; `folder` is where
    the data lies.
    """

    channels: Iterable[str]
    in_flight: int
    replicas: int
    share: float
    commits: int
    jobs: int
    batches: tuple[Histogram, Histogram]
    troubles: Mapping[str, bool]
    files: Mapping[str, Path]
    folder: Path


class Scrape(Collector):
    """Everything that is given out at one moment; a figure without a value is left out."""

    def __init__(self, values: Values) -> None:
        self._values = values

    def collect(self) -> Iterator[Metric]:
        """The families in the order of the table."""
        for figure in FIGURES:
            if figure.name in self._values:
                yield _family(figure, self._values[figure.name])


def page(values: Values, accept: str) -> tuple[bytes, str]:
    """The text, in the format that the reader accepts, and its content type."""
    registry = CollectorRegistry()
    registry.register(Scrape(values))
    ProcessCollector(registry=registry)
    encode, content_type = choose_encoder(accept)
    return encode(registry), content_type


def of_process(metrics: Metrics, moment: Moment) -> Values:
    """What needs no database."""
    known = {channel for channel, _ in (*metrics.events, *metrics.sends)}
    channels = sorted(known.union(moment.channels))
    return {
        "redress_events_total": _grid(metrics.events, channels, EVENTS),
        "redress_steps_total": [((kind,), metrics.steps[kind]) for kind in STEPS],
        "redress_received_to_committed_seconds": metrics.to_committed,
        "redress_received_to_delivered_seconds": metrics.to_delivered,
        "redress_sends_total": _grid(metrics.sends, channels, OUTCOMES),
        "redress_api_answers_total": _statuses(metrics.answers),
        "redress_sends_in_flight": moment.in_flight,
        "redress_replicas": moment.replicas,
        "redress_share": moment.share,
        "redress_trouble": [((part,), float(bad)) for part, bad in moment.troubles.items()],
        "redress_writer_commits_total": moment.commits,
        "redress_writer_jobs_total": moment.jobs,
        "redress_writer_batch_jobs": moment.batches[0],
        "redress_writer_batch_seconds": moment.batches[1],
        "redress_database_bytes": [((name,), _size(file)) for name, file in moment.files.items()],
        "redress_disk_free_bytes": shutil.disk_usage(moment.folder).free,
    }


def of_database(depth: Depth, now: datetime) -> Values:
    """What waits in the database."""
    return {
        "redress_inbox_open_events": depth.inbox.length,
        "redress_inbox_oldest_seconds": _age(depth.inbox.oldest, now),
        "redress_inbox_parked_events": depth.parked,
        "redress_outbox_rows": [((name,), one.length) for name, one in depth.outbox.items()],
        "redress_outbox_oldest_seconds": _ages(depth.outbox, now),
        "redress_outbox_unknown_rows": depth.unknown,
        "redress_outbox_failed_rows": depth.failed,
        "redress_outbox_unreachable_chats": depth.unreachable,
        "redress_outbox_sending_chats": _each(depth.sending),
        "redress_clock_lag_seconds": [((kind,), _age(at, now)) for kind, at in depth.due.items()],
        "redress_lease_seconds_left": [
            ((name,), max(0.0, (until - now).total_seconds()))
            for name, until in depth.leases.items()
            if not name.startswith(SERVING)  # that a process is there: they are counted
        ],
        "redress_tickets_open": _each(dict.fromkeys(OPEN_STATES, 0) | dict(depth.tickets)),
        "redress_tasks_open": _each(depth.tasks),
    }


def _grid(
    counts: Mapping[tuple[str, str], int], channels: Iterable[str], results: Iterable[str]
) -> Labelled:
    """Every result of every channel, also those that did not happen: a rate needs the zero."""
    return [
        ((channel, result), counts.get((channel, result), 0))
        for channel in channels
        for result in results
    ]


def _statuses(answers: Mapping[tuple[str, int], int]) -> Labelled:
    """The statuses that an alarm asks for, and those that came."""
    known = dict.fromkeys(((one, status) for one, _ in answers for status in STATUSES), 0)
    counts = sorted((known | dict(answers)).items())
    return [((channel, str(status)), count) for (channel, status), count in counts]


def _each(counts: Mapping[str, int]) -> Labelled:
    return [((name,), count) for name, count in counts.items()]


def _ages(queues: Mapping[str, Queue], now: datetime) -> Labelled:
    return [((name,), _age(one.oldest, now)) for name, one in queues.items()]


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _family(figure: Figure, value: float | Labelled | Histogram) -> Metric:
    if isinstance(value, Histogram):
        return _histogram(figure, value)
    made = CounterMetricFamily if figure.kind == "counter" else GaugeMetricFamily
    family = made(figure.name, figure.words, labels=figure.labels)
    for labels, number in [((), value)] if isinstance(value, int | float) else value:
        family.add_metric(labels, number)
    return family


def _histogram(figure: Figure, value: Histogram) -> Metric:
    buckets, seen = [], 0
    for bound, count in zip((*map(str, value.bounds), "+Inf"), value.counts, strict=True):
        seen += count
        buckets.append((bound, float(seen)))
    return HistogramMetricFamily(figure.name, figure.words, buckets, value.total)
