"""Writes what watches Redress: docs/metrics.md, the Grafana dashboard, the alarms for Prometheus.

Run `python -m tools.watch` from the top of the repository. `pages` makes the texts from the tables
of figures, panels and alarms; a test compares them with the files.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.figures import GROUPS, Figure
from tools.alarms import ALARMS, Alarm, rules
from tools.dashboard import dashboard

HERE = Path(__file__).resolve().parent.parent
MADE = "Made by `python -m tools.watch`; do not edit."

HEAD = """\
# Metrics

`web.admin_port` (0: off) opens a second port beside the web pages, on the address `web.host`: it
serves `GET /metrics` in Prometheus' format and `GET /healthz`. It asks nobody who they are, so keep
it away from the public: no proxy in front of Redress may lead there, and where `web.host` is more
than this machine, a firewall must stand before it. No label and no figure holds a chat, a person
or a word that somebody wrote.

```yaml
scrape_configs:
  - job_name: redress
    scrape_interval: 15s
    static_configs: [{targets: ["127.0.0.1:9464"]}]  # config.toml: [web] admin_port = 9464
```

Counters and histograms are of one process and begin at 0 with it: sum them over replicas. What
waits is read from the database at each scrape, in one reading transaction and along indexes only,
and every replica tells the same: take the maximum.

[grafana/redress.json](grafana/redress.json) is a dashboard to import (Grafana asks which Prometheus
it should read); [grafana/alarms.yaml](grafana/alarms.yaml) has the alarms below as a rule file.
"""

ALARMING = """\
## Alarms

**Watch the age, not the depth.** A thousand messages owed are nothing when the oldest is two
seconds old, and one message is trouble when it is an hour old. A queue that stands still keeps its
depth, and an alarm on depth never rings. *Page* wakes somebody up; *work* can wait for the morning.
"""


def pages() -> Mapping[str, str]:
    """The text of each file, by its path from the top of the repository."""
    return {
        "docs/metrics.md": metrics(),
        "docs/grafana/redress.json": f"{json.dumps(dashboard(), indent=1, ensure_ascii=False)}\n",
        "docs/grafana/alarms.yaml": rules(MADE),
    }


def metrics() -> str:
    """The page about the figures."""
    parts = [f"<!-- {MADE} -->", "", HEAD]
    for group in GROUPS:
        parts += [
            f"## {group.title}",
            "",
            "| metric | kind | labels | meaning |",
            "| --- " * 4 + "|",
        ]
        parts += [_line(figure) for figure in group.figures]
        parts.append("")
    parts += [ALARMING, "| alarm | rings when | for | | what it means |", "| --- " * 5 + "|"]
    parts += [_ringing(alarm) for alarm in ALARMS]
    return "\n".join((*parts, ""))


def _line(figure: Figure) -> str:
    labels = ", ".join(f"`{label}`" for label in figure.labels)
    return _row((f"`{figure.name}`", figure.kind, labels, figure.words))


def _ringing(alarm: Alarm) -> str:
    kind = "page" if alarm.page else "work"
    return _row((alarm.name, f"`{alarm.when}`", alarm.lasting, kind, alarm.words))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def main() -> None:
    """Write the files."""
    for path, text in pages().items():
        place = HERE / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
