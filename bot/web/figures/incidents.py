"""Incidents: how soon each was found, told and over, and how many complained."""

from datetime import datetime, timedelta
from statistics import median

from bot.web.desk_incident_words import stage, title
from bot.web.figures.asked import Asked
from bot.web.figures.sheet import Cell, Column, Row, Sheet, Tile
from dialogs.figures.rates import FEW
from dialogs.incidents.incident import Incident, Stage
from storage import Connection, figures, incident_pages

MINUTE = timedelta(minutes=1)
Measured = dict[str, list[int]]


def look(c: Connection, asked: Asked) -> tuple[list[Tile], list[Sheet]]:
    """The page's figures."""
    span, zone = asked.span, asked.words.stage.house.zone
    found = figures.incidents_found(c, span, zone)
    real = [one for one in found if one.stage is not Stage.DISMISSED]
    counts = incident_pages.counts(c, [one.id for one in found])
    children = {one: found.children + found.parted for one, found in counts.items()}
    return _tiles(found, real, children, asked), [_listed(found, children, asked)]


def alert(of: Incident) -> int | None:
    """Minutes from the first complaint to its being found."""
    return _minutes(of.began_at, of.found_at)


def told(of: Incident) -> int | None:
    """Minutes from its being found to the first word to all."""
    return _minutes(of.found_at, of.told_at)


def over(of: Incident) -> int | None:
    """Minutes from the first complaint until it worked again."""
    return _minutes(of.began_at, of.fixed_at)


def _minutes(since: datetime, until: datetime | None) -> int | None:
    return None if until is None else max(0, (until - since) // MINUTE)


def _tiles(
    found: list[Incident], real: list[Incident], children: dict[int, int], asked: Asked
) -> list[Tile]:
    words = asked.words
    dismissed = words("figure-incidents-dismissed", n=len(found) - len(real))
    tiles = [
        Tile(words("figure-incidents-found"), f"{len(found)}", dismissed, "/desk/incidents"),
        Tile(
            words("figure-incidents-children"),
            f"{sum(children[one.id] for one in real):,}",
            words("figure-incidents-of", n=len(real)),
        ),
    ]
    for name, measured in (("alert", alert), ("told", told), ("over", over)):
        known = [minutes for one in real if (minutes := measured(one)) is not None]
        value = words("figure-minutes", n=round(median(known))) if known else words("figure-none")
        of = words("figure-n", n=len(known))
        tiles.append(Tile(words(f"figure-incidents-{name}"), value, of, few=len(known) < FEW))
    return tiles


def _listed(found: list[Incident], children: dict[int, int], asked: Asked) -> Sheet:
    words = asked.words
    rows: list[Row] = [
        [
            Cell(one.number, f"/desk/incident/{one.id}"),
            Cell(title(one, words)),
            Cell(stage(one, words)),
            Cell(words.known(f"desk-figure-source-{one.source}", one.source)),
            Cell(children[one.id], f"/desk/incident/{one.id}"),
            Cell(alert(one)),
            Cell(told(one)),
            Cell(over(one)),
        ]
        for one in found
    ]
    return Sheet(
        code="incidents",
        title=words("figure-incidents"),
        note=words("figure-incidents-note"),
        columns=[
            Column(words("figure-column-number")),
            Column(words("figure-column-what")),
            Column(words("column-stage")),
            Column(words("figure-column-source")),
            Column(words("figure-column-complaints"), "count"),
            Column(words("figure-column-alert"), "whole"),
            Column(words("figure-column-told"), "whole"),
            Column(words("figure-column-over"), "whole"),
        ],
        rows=rows,
        bars=4,
    )
