"""The Grafana dashboard, as a table of panels; `python -m tools.watch` writes it down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

JOB = 'job=~"$job"'
EVERY = "$__rate_interval"
SOURCE = {"type": "prometheus", "uid": "${datasource}"}
HIGH = 8  # of Grafana's grid


@dataclass(frozen=True, slots=True)
class Panel:
    """A graph: what is drawn, under which legend; `unit` is Grafana's name of it."""

    title: str
    drawn: tuple[tuple[str, str], ...]
    unit: str = "short"
    wide: int = 8


def _rate(name: str, by: str, more: str = "") -> str:
    return f"sum by ({by}) (rate({name}{{{JOB}{more}}}[{EVERY}]))"


def _most(name: str, by: str = "") -> str:
    """Every replica reads the same database: the most is the figure itself."""
    return f"max by ({by}) ({name}{{{JOB}}})" if by else f"max({name}{{{JOB}}})"


def _nearly_all(name: str) -> str:
    return f"histogram_quantile(0.99, {_rate(f'{name}_bucket', 'le')})"


def _waits(name: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"histogram_quantile({part}, {_rate(f'{name}_bucket', 'le')})", legend)
        for part, legend in ((0.5, "half"), (0.95, "95 of 100"), (0.99, "99 of 100"))
    )


ROWS: Mapping[str, tuple[Panel, ...]] = {
    "Intake": (
        Panel(
            "Events by result", ((_rate("redress_events_total", "result"), "{{result}}"),), "ops"
        ),
        Panel(
            "Events by channel, steps by cause",
            (
                (_rate("redress_events_total", "channel"), "from {{channel}}"),
                (_rate("redress_steps_total", "kind"), "step: {{kind}}"),
            ),
            "ops",
        ),
        Panel(
            "Oldest event not handled",
            ((_most("redress_inbox_oldest_seconds"), "age"),),
            "s",
            4,
        ),
        Panel(
            "Events open and parked",
            (
                (_most("redress_inbox_open_events"), "open"),
                (_most("redress_inbox_parked_events"), "parked"),
            ),
            wide=4,
        ),
    ),
    "Latency": (
        Panel("Received to committed", _waits("redress_received_to_committed_seconds"), "s", 12),
        Panel("Received to delivered", _waits("redress_received_to_delivered_seconds"), "s", 12),
    ),
    "Outbox by priority": (
        Panel(
            "Age of the oldest message owed",
            ((_most("redress_outbox_oldest_seconds", "priority"), "{{priority}}"),),
            "s",
        ),
        Panel("Messages owed", ((_most("redress_outbox_rows", "priority"), "{{priority}}"),)),
        Panel(
            "Given up, unknown, unreachable",
            (
                (_most("redress_outbox_failed_rows"), "given up"),
                (_most("redress_outbox_unknown_rows"), "unknown"),
                (_most("redress_outbox_unreachable_chats"), "chats not reachable"),
            ),
            wide=4,
        ),
        Panel(
            "On their way",
            (
                (_most("redress_outbox_sending_chats", "owner"), "chats of {{owner}}"),
                (f"sum(redress_sends_in_flight{{{JOB}}})", "messages"),
            ),
            wide=4,
        ),
    ),
    "Channel trouble": (
        Panel(
            "Answers 429, 403, 5xx, none",
            (
                (
                    _rate(
                        "redress_api_answers_total", "channel, status", ',status=~"0|403|429|5.."'
                    ),
                    "{{channel}} {{status}}",
                ),
            ),
            "ops",
        ),
        Panel(
            "Sends by outcome",
            ((_rate("redress_sends_total", "channel, outcome"), "{{channel}} {{outcome}}"),),
            "ops",
        ),
        Panel("Troubles", ((_most("redress_trouble", "part"), "{{part}}"),)),
    ),
    "Clocks": (
        Panel(
            "Oldest due clock",
            ((_most("redress_clock_lag_seconds", "kind"), "{{kind}}"),),
            "s",
        ),
        Panel("Tickets open", ((_most("redress_tickets_open", "state"), "{{state}}"),)),
        Panel("Tasks not done", ((_most("redress_tasks_open", "kind"), "{{kind}}"),), wide=4),
        Panel(
            "Replicas, and what one of them holds",
            (
                (_most("redress_replicas"), "replicas"),
                (f"sum(redress_share{{{JOB}}})", "parts of the rate"),
                (_most("redress_lease_seconds_left", "name"), "{{name}} for so many s"),
            ),
            wide=4,
        ),
    ),
    "Database": (
        Panel(
            "Commits and jobs",
            (
                (_rate("redress_writer_commits_total", "instance"), "{{instance}} commits/s"),
                (_rate("redress_writer_jobs_total", "instance"), "{{instance}} jobs/s"),
                (_nearly_all("redress_writer_batch_jobs"), "jobs together, 99 of 100"),
            ),
            wide=6,
        ),
        Panel("Work and commit of a batch", _waits("redress_writer_batch_seconds"), "s", 6),
        Panel(
            "Sizes",
            (
                (_most("redress_database_bytes", "file"), "{{file}}"),
                (f"min(redress_disk_free_bytes{{{JOB}}})", "free on the disk"),
            ),
            "bytes",
            6,
        ),
        Panel(
            "Answers, and how long a reading takes",
            (
                (f"min(redress_database_up{{{JOB}}})", "up"),
                (_most("redress_database_read_seconds"), "seconds"),
            ),
            wide=3,
        ),
        Panel(
            "Memory",
            ((f"process_resident_memory_bytes{{{JOB}}}", "{{instance}}"),),
            "bytes",
            3,
        ),
    ),
}


def dashboard() -> dict[str, object]:
    """The dashboard in Grafana's classic model, of version 13."""
    return {
        "title": "Redress",
        "uid": "redress",
        "description": "The complaint desk: intake, waiting, sending, clocks, database.",
        "tags": ["redress"],
        "schemaVersion": 42,
        "version": 1,
        "editable": True,
        "graphTooltip": 1,
        "refresh": "30s",
        "timezone": "browser",
        "time": {"from": "now-6h", "to": "now"},
        "annotations": {"list": []},
        "links": [],
        "templating": {"list": [_source(), _job()]},
        "panels": list(_panels()),
    }


def _source() -> dict[str, object]:
    return {
        "type": "datasource",
        "name": "datasource",
        "label": "Prometheus",
        "query": "prometheus",
        "refresh": 1,
    }


def _job() -> dict[str, object]:
    return {
        "type": "query",
        "name": "job",
        "label": "Job",
        "datasource": SOURCE,
        "query": {"query": "label_values(redress_database_up, job)", "refId": "job"},
        "refresh": 2,
        "includeAll": True,
        "multi": True,
        "current": {"text": ["All"], "value": ["$__all"]},
    }


def _panels() -> Iterator[dict[str, object]]:
    number, y = 0, 0
    for title, row in ROWS.items():
        number += 1
        place = {"h": 1, "w": 24, "x": 0, "y": y}
        yield {
            **{"id": number, "type": "row", "title": title, "gridPos": place},
            **{"collapsed": False, "panels": []},
        }
        x, y = 0, y + 1
        for panel in row:
            number += 1
            place = {"h": HIGH, "w": panel.wide, "x": x, "y": y}
            yield {"id": number, "gridPos": place, **_graph(panel)}
            x += panel.wide
        y += HIGH


def _graph(panel: Panel) -> dict[str, object]:
    return {
        "type": "timeseries",
        "title": panel.title,
        "datasource": SOURCE,
        "fieldConfig": {
            "defaults": {"unit": panel.unit, "min": 0, "custom": {"fillOpacity": 8}},
            "overrides": [],
        },
        "options": {
            "legend": {"displayMode": "list", "placement": "bottom", "showLegend": True},
            "tooltip": {"mode": "multi", "sort": "desc"},
        },
        "targets": [
            {"refId": "ABCDEF"[place], "datasource": SOURCE, "expr": drawn, "legendFormat": legend}
            for place, (drawn, legend) in enumerate(panel.drawn)
        ],
    }
