"""What watches Redress asks for nothing that it does not give, and is written down as it is."""

import json
import re

import pytest

from bot.exposition import page
from bot.figures import FIGURES
from storage.histogram import Histogram
from tools.alarms import ALARMS
from tools.dashboard import dashboard
from tools.watch import HERE, pages

NAME = re.compile(r"\b(?:redress|process)_\w+")


def given() -> set[str]:
    """The names of all samples that /metrics can give: of a page on which every figure has one."""
    values = {
        figure.name: Histogram(1.0)
        if figure.kind == "histogram"
        else [(tuple("x" for _ in figure.labels), 1.0)]
        for figure in FIGURES
    }
    text, _ = page(values, "")
    return {line.split("{")[0].split()[0] for line in text.decode().splitlines() if line[0] != "#"}


def drawn() -> list[str]:
    panels = dashboard()["panels"]
    assert isinstance(panels, list)
    return [target["expr"] for panel in panels for target in panel.get("targets", [])]


@pytest.mark.parametrize("path", pages())
def test_the_files_are_those_of_the_tables(path: str) -> None:
    """If not: run `python -m tools.watch` and read the diff."""
    assert (HERE / path).read_text("utf-8") == pages()[path]


def test_the_dashboard_draws_only_what_is_given() -> None:
    asked = {name for expression in drawn() for name in NAME.findall(expression)}
    assert asked
    assert asked - given() == set()


def test_every_figure_is_drawn() -> None:
    asked = " ".join(drawn())
    assert [figure.name for figure in FIGURES if figure.name not in asked] == []


def test_the_alarms_ask_only_for_what_is_given() -> None:
    asked = {name for alarm in ALARMS for name in NAME.findall(alarm.when)}
    assert asked
    assert asked - given() == set()


def test_what_waits_is_alarmed_by_its_age_and_not_by_its_depth() -> None:
    rings = " ".join(alarm.when for alarm in ALARMS)
    for figure in FIGURES:
        if figure.name.endswith(("_oldest_seconds", "_lag_seconds")):
            assert figure.name in rings
    assert "redress_outbox_rows" not in rings


def test_the_dashboard_can_be_imported() -> None:
    """Ids and places are unique, each panel asks the Prometheus that was chosen."""
    found = json.loads(pages()["docs/grafana/redress.json"])
    panels = found["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    assert len({tuple(panel["gridPos"].values()) for panel in panels}) == len(panels)
    assert all(panel["gridPos"]["x"] + panel["gridPos"]["w"] <= 24 for panel in panels)
    sources = {target["datasource"]["uid"] for p in panels for target in p.get("targets", [])}
    assert sources == {"${datasource}"}
    assert [one["name"] for one in found["templating"]["list"]] == ["datasource", "job"]
    rows = [panel["title"] for panel in panels if panel["type"] == "row"]
    assert rows == [
        *("Intake", "Latency", "Outbox by priority"),
        *("Channel trouble", "Clocks", "Database"),
    ]
