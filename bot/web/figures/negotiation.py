"""How one comes to terms: rounds, what was accepted, and what it cost."""

from bot.web.figures import saying
from bot.web.figures.asked import Asked
from bot.web.figures.parts import split
from bot.web.figures.sheet import Cell, Column, Row, Sheet, Tile
from dialogs.figures.rates import Share, Spread
from dialogs.figures.report import accepted
from dialogs.figures.sums import Sums
from storage import Connection, figures

OUTCOMES = ("accepted", "rejected", "lapsed", "withdrawn", "open")
GOODWILL = "goodwill"
MEASURES = ("offer", "granted", "ended", "liability")


def look(c: Connection, asked: Asked) -> tuple[list[Tile], list[Sheet]]:
    """The page's figures."""
    sums = figures.totals(c, asked.span, MEASURES)
    return _tiles(sums, asked), [
        _rounds(sums, asked),
        _money(sums, asked),
        _results(sums, asked),
        _liable(sums, asked),
    ]


def agreed(sums: Sums) -> Spread:
    """In which round offers were accepted."""
    rounds = (key.partition(":") for key in sums.of("offer"))
    accepted_in = {round_ for round_, _, outcome in rounds if outcome == "accepted"}
    return Spread({int(one): sums.total("offer", [f"{one}:accepted"]) for one in accepted_in})


def _tiles(sums: Sums, asked: Asked) -> list[Tile]:
    words, link = asked.words, asked.behind
    in_rounds = agreed(sums)
    money, goodwill = sums.total("granted"), sums.total("granted", [GOODWILL])
    taken = [f"{one}:accepted" for one in sorted(in_rounds.counts)]
    return [
        saying.tile(
            words("figure-first-accepted"),
            accepted(sums, 1),
            words,
            link=link("offer", "1:accepted"),
        ),
        saying.mean_tile(
            words("figure-rounds-mean"), in_rounds, words, link("offer", *taken) if taken else ""
        ),
        Tile(
            words("figure-granted"),
            words.money(money),
            words("figure-offers", n=in_rounds.n),
            link("granted"),
        ),
        Tile(
            words("figure-goodwill"),
            words.money(goodwill),
            words("figure-of-money", rate=saying.rate(Share(goodwill, money), words)),
            link("granted", GOODWILL),
        ),
    ]


def _rounds(sums: Sums, asked: Asked) -> Sheet:
    words = asked.words
    numbers = sorted({int(key.partition(":")[0]) for key in sums.of("offer")})
    rows: list[Row] = []
    for one in numbers:
        keys = [f"{one}:{outcome}" for outcome in OUTCOMES]
        counts = [Cell(sums.total("offer", [key]), asked.behind("offer", key)) for key in keys]
        made = Cell(sums.total("offer", keys), asked.behind("offer", *keys))
        rows.append([Cell(words("figure-round", n=one)), made, Cell(accepted(sums, one)), *counts])
    return Sheet(
        code="rounds",
        title=words("figure-rounds"),
        note=words("figure-rounds-note"),
        columns=[
            Column(words("figure-column-round")),
            Column(words("figure-column-made"), "count"),
            Column(words("figure-column-accepted-share"), "share"),
            *(Column(words(f"figure-offer-{one}"), "count") for one in OUTCOMES),
        ],
        rows=rows,
        bars=2,
    )


def _money(sums: Sums, asked: Asked) -> Sheet:
    words = asked.words
    found = {code: minor for code, minor in sums.of("granted").items() if minor}
    rows = [
        [
            Cell(words.remedy(code)),
            Cell(minor, asked.behind("granted", code)),
        ]
        for code, minor in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return Sheet(
        code="money",
        title=words("figure-money"),
        note=words("figure-money-note"),
        columns=[
            Column(words("figure-column-remedy")),
            Column(words("figure-column-money"), "money"),
        ],
        rows=rows,
        bars=1,
    )


def _results(sums: Sums, asked: Asked) -> Sheet:
    return split("results", "ended", sums, asked, lambda key: saying.result(key, asked.words))


def _liable(sums: Sums, asked: Asked) -> Sheet:
    words = asked.words
    return split(
        "liability", "liability", sums, asked, lambda key: words.known(f"liability-{key}", key)
    )
