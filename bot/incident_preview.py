"""What all who are affected would read if an act were done now: the same words, nothing is kept.

A child is told as it stands, so that one word to all may come in two ways: who wished for more than
that it works again reads something else. Each way that occurs is shown in every language.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.desk_acts import Overtaken, Refused, actor
from bot.orders import said
from bot.render import render
from bot.stage import Work
from dialogs.incidents import life
from dialogs.incidents.incident import Broadcast, Incident, News
from dialogs.incidents.telling import fields_of, news_for, standing
from dialogs.model import Json, Language, Move, Phrase, Session
from dialogs.tickets import moves
from dialogs.tickets.applied import Applied, NotAllowed
from dialogs.tickets.mass import MASS
from dialogs.tickets.moves import BOT
from dialogs.tickets.ticket import Actor, Filing, Ticket, Wish
from storage import incidents, tickets

SAMPLE = 40  # children looked at: those that were filed first
UNKEPT = 1  # stands for the id of one that is not kept yet
NEWER = 99_999_999  # the id of a word that no child has heard yet
CHANNEL = "web"  # whose buttons are shown
MADE_UP = "TS00000000000"  # stands for a number where there is no child yet


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it would arrive: in which language, by its code, its words and buttons."""

    language: Language
    code: str
    text: str
    buttons: tuple[str, ...]


def preview(
    work: Work, who: int, order: tuple[int, str, Mapping[str, Json]], expected: int
) -> tuple[Shown, ...] | Refused | Overtaken:
    """Do the act on paper only; refused or overtaken as it would be in earnest.

    `order` and `expected` as for `bot.incidents.act`.
    """
    number, name, fields = order
    by, found = actor(work.c, who), incidents.load(work.c, number)
    if by is None or found is None:
        return Refused(Phrase("not-allowed-role"))
    if found.revision != expected:
        return Overtaken(())
    turned = life.act(found, name, fields, by, work.now, work.stage.house)
    if isinstance(turned, NotAllowed):
        return Refused(turned.words)
    if turned.news is None:
        return ()
    return told(work, turned.incident, turned.news, turned.detail, by)


def now(work: Work, incident: Incident, some: Sequence[Ticket] = ()) -> tuple[Shown, ...]:
    """What somebody who joins now is told; nothing while nobody is told anything.

    `some`: children that were loaded already.
    """
    news = standing(incident)
    return told(work, incident, news, {}, BOT, some) if news and incident.live else ()


def told(  # noqa: PLR0913, PLR0917  who tells whom what
    work: Work,
    incident: Incident,
    news: News,
    detail: Mapping[str, Json],
    by: Actor,
    some: Sequence[Ticket] = (),
) -> tuple[Shown, ...]:
    """A word to all, in every way and language in which it would be said."""
    children = some or _children(work, incident)
    incident = replace(incident, id=incident.id or UNKEPT)
    fields = {**fields_of(incident, work.stage.house.catalogue), **detail}
    if news is News.SETTLED:
        fields["by"] = by.name
    word = Broadcast(
        id=NEWER,
        incident=incident.id,
        news=news,
        at=work.now,
        staff=by.staff,
        name=by.name,
        fields=fields,
    )
    return tuple(_said(work, _ways(work, children, word)))


def _children(work: Work, incident: Incident) -> tuple[Ticket, ...]:
    """The first children; one made up where there is none."""
    found = incidents.children(work.c, incident.id, 0, SAMPLE) if incident.id else []
    return tickets.load_many(work.c, found) or (made_up(work, incident),)


def made_up(work: Work, incident: Incident) -> Ticket:
    """A child as it would be: about this matter, with nothing wished but that it works again."""
    house = work.stage.house
    where = house.places.where(incident.areas[0]) if incident.areas else None
    filing = Filing(
        story="",
        category=incident.categories[0],
        subtype=next(iter(incident.subtypes), ""),
        where=where,
        wishes=(Wish(code="repair" if incident.fault else "record"),),
    )
    made = moves.open_ticket(
        filing,
        id=1,
        number=MADE_UP,
        chat=0,
        subscriber=0,
        language=work.stage.default,
        now=work.now,
        house=house,
    )
    return replace(made.ticket, incident=incident.id or UNKEPT)


def _ways(
    work: Work, children: Iterable[Ticket], word: Broadcast
) -> Mapping[str, Mapping[Language, Applied]]:
    """By message, then by language, the first child that would be told so."""
    found: dict[str, dict[Language, Applied]] = {}
    looked = set[tuple[str, Language]]()
    for child in children:
        order = news_for(child, word)
        if order is None or (order.name, child.language) in looked:
            continue
        looked.add((order.name, child.language))
        made = _made(work, child, order)
        for notice in made.notices if made else ():
            if notice.code in MASS and made is not None:
                found.setdefault(notice.code, {}).setdefault(child.language, made)
    return found


def _made(work: Work, child: Ticket, order: Move) -> Applied | None:
    made = moves.apply(child, order, BOT, work.now, work.stage.house)
    return None if isinstance(made, NotAllowed) else made


def _said(work: Work, ways: Mapping[str, Mapping[Language, Applied]]) -> Iterator[Shown]:
    """Each way in each language: of a child who reads it, else of the first one there is."""
    for code, by_language in ways.items():
        for language in work.stage.house.catalogue.languages:
            made = by_language.get(language) or next(iter(by_language.values()))
            yield _shown(work, code, language, made)


def _shown(work: Work, code: str, language: Language, made: Applied) -> Shown:
    notice = next(one for one in made.notices if one.code == code)
    reader = work.stage.reader(CHANNEL, language, work.now)
    rendered = render((said(notice),), reader, Session(), {made.ticket.id: made.ticket.stage})
    assert rendered is not None
    message, _ = rendered
    buttons = tuple(button.words for row in message.rows for button in row)
    return Shown(language, code, message.text, buttons)
