"""From a draft to tickets: numbers taken, repeats looked up, the files of the draft put to them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot import repeats
from bot.stage import Work
from dialogs import values
from dialogs.intake import filing
from dialogs.model import Json, Open, OpenSeveral
from dialogs.tickets import moves
from dialogs.tickets.applied import Applied, Notify
from dialogs.tickets.together import together
from storage import files, key_accounts, tickets
from storage.chats import Person


def registered(work: Work, person: Person, order: Open) -> Applied:
    """The ticket that a draft becomes, not kept yet; its number is taken."""
    house, c = work.stage.house, work.c
    filed = filing.filing(order.draft, house)
    filed = replace(filed, name=filed.name or person.name)
    number, ticket = tickets.next_number(c, work.now, house.zone), tickets.next_id(c)
    return moves.open_ticket(
        filed,
        id=ticket,
        number=number,
        chat=person.chat,
        subscriber=person.subscriber,
        language=person.language,
        now=work.now,
        house=house,
        link=repeats.link(work, person, filed, order),
        key=key_accounts.is_key(c, filed.service_number),
    )


def registered_together(work: Work, person: Person, order: OpenSeveral) -> tuple[Applied, ...]:
    """The tickets of one story, none kept yet, so that none is taken for a repeat of another.

    One message tells all numbers; what else is told once is said by the first that says it.
    """
    made = [registered(work, person, one) for one in order.each]
    numbers = {one.ticket.id: one.ticket.number for one in made}
    draft = files.of_draft(work.c, person.chat)
    shared = sum(one.ref not in order.files for one in draft)
    joined = []
    for one in made:
        others = tuple(other for other in numbers if other != one.ticket.id)
        about: dict[str, Json] = {"siblings": [numbers[other] for other in others]}
        if shared:
            about["shared_files"] = shared
        first, *rest = one.entries
        first = values.replace(first, detail={**first.detail, **about})
        ticket = values.replace(one.ticket, siblings=others)
        joined.append(replace(one, ticket=ticket, entries=(first, *rest)))
    return _told_once(joined, together([one.ticket for one in joined], work.stage.house, work.now))


def _told_once(joined: Sequence[Applied], numbers: Notify) -> tuple[Applied, ...]:
    """The numbers of all first; what each would have said beside its own is said once."""
    said: set[str] = set()
    made = []
    for one in joined:
        fresh = tuple(notice for notice in one.notices[1:] if notice.code not in said)
        head = () if said else (numbers,)
        said |= {numbers.code, *(notice.code for notice in fresh)}
        made.append(replace(one, notices=(*head, *fresh)))
    return tuple(made)


def share_files(work: Work, chat: int, to: Sequence[int], named: Mapping[str, int]) -> None:
    """The files of the draft go to the ticket they are for; one that names none goes to all."""
    for one in files.of_draft(work.c, chat):
        place = named.get(one.ref)
        files.give(work.c, one.id, to if place is None else (to[place],))
