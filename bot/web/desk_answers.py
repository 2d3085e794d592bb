"""Ready answers in a ticket's forms: chosen, put into what is typed, filled in when it goes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot import canned
from bot.canned import Filler, Ready
from bot.web.desk_forms import Filled
from bot.web.desk_visit import Visit
from dialogs.model import Language
from dialogs.tickets.ticket import Ticket
from storage import Connection, chats


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer to choose: `words` as they will stand in the form; `note` where the language is
    another one than the subscriber's."""

    code: str
    title: str
    words: str
    note: str


def shown(answers: Sequence[Ready], ticket: Ticket, reader: Language, visit: Visit) -> list[Shown]:
    """The answers in the words of whoever chooses among them."""
    words = visit.words
    return [
        Shown(
            code=one.code,
            title=words.of(one.title),
            words=_filler(visit, ticket, one.language).shown(one.words),
            note="" if one.language == reader else words.known(f"language-{one.language}", ""),
        )
        for one in answers
    ]


def _filler(visit: Visit, ticket: Ticket, language: Language) -> Filler:
    return Filler(visit.door.stage, ticket, language, visit.who.name, visit.words.now)


async def filled(visit: Visit, ticket: Ticket, form: Filled) -> Filled:
    """The form with the variables in its words filled in, or what cannot be filled in."""
    words = form.fields.get("words")
    if not isinstance(words, str):
        return form
    person = await visit.door.store.read(lambda c: chats.person(c, ticket.chat))
    filler = _filler(visit, ticket, person.language)
    if wrong := filler.lacking(words):
        return replace(form, wrong=wrong)
    return replace(form, fields={**form.fields, "words": filler.whole(words)})


async def chosen(visit: Visit, ticket: Ticket, typed: dict[str, str]) -> dict[str, str]:
    """What was typed with the chosen answer after it, for a browser without scripts."""
    found, reader = await visit.door.store.read(partial(_ready, visit=visit, ticket=ticket))
    known = {one.code: one.words for one in shown(found, ticket, reader, visit)}
    words = (typed.get("words", "").rstrip(), known.get(typed["canned"], ""))
    return {**typed, "words": "\n".join(one for one in words if one)}


def _ready(c: Connection, visit: Visit, ticket: Ticket) -> tuple[tuple[Ready, ...], Language]:
    reader = chats.person(c, ticket.chat).language
    return canned.ready(visit.work(c), ticket, reader, visit.who.id), reader
