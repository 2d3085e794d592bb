"""What the group sees of a ticket, loaded; and panels made into words for it."""

from itertools import groupby

from bot.channels.base import Button
from bot.group.saying import Rows, Words
from bot.stage import Work
from dialogs.group.card import brief
from dialogs.group.card import card as words_of
from dialogs.group.hands import keys, paired
from dialogs.group.panel import Key, Panel
from dialogs.group.scene import Scene
from dialogs.model import Arg, Language, Phrase
from dialogs.tickets.ticket import Actor, Role, Ticket
from storage import Connection, accounts, chats, files, staff, tickets, topics
from storage.staff import Staff

SUPER = "-100"  # how the id of a supergroup begins; no other group has links
HTTPS = "https://"  # Telegram takes no button that opens anything else


def scene(work: Work, ticket: Ticket, who: Staff | None = None) -> Scene:
    """The ticket as the group sees it, and as `who` may work on it."""
    c = work.c
    everybody = [one for one in staff.everybody(c) if one.active]
    return Scene(
        ticket=ticket,
        house=work.stage.house,
        now=work.now,
        by=Actor(who.role, who.id, who.name, who.department) if who else None,
        roles=_roles(c, everybody),
        entries=tickets.timeline(c, ticket.id),
        channel=chats.address(c, ticket.chat).channel,
        files=files.count(c, ticket.id),
        url=url(work, ticket),
        colleagues=_colleagues(everybody, ticket),
    )


def _roles(c: Connection, everybody: list[Staff]) -> frozenset[Role]:
    """The roles of those who can press here; of all, as long as nobody can."""
    linked = accounts.linked(c)
    here = frozenset(one.role for one in everybody if one.id in linked)
    return here or frozenset(one.role for one in everybody)


def _colleagues(everybody: list[Staff], ticket: Ticket) -> tuple[tuple[int, str], ...]:
    """Whom it can be given to, those of its department first."""
    near = sorted(everybody, key=lambda one: one.department != ticket.department)
    return tuple((one.id, one.name) for one in near)


def url(work: Work, ticket: Ticket) -> str:
    """The ticket's page at the desk, "" where no button can open it."""
    desk = work.stage.group.desk if work.stage.group else ""
    return f"{desk}/desk/t/{ticket.number}" if desk.startswith(HTTPS) else ""


def card(work: Work, ticket: Ticket, *, own: bool) -> Words:
    """The card with its buttons; once the ticket has a topic of its `own`, they are there alone."""
    seen = scene(work, ticket)
    there = "" if own else here(work, ticket)
    if not there:
        return shown(work, Panel(words_of(seen), keys(seen)))
    links = [Key(Phrase("group-open-here"), url=there)]
    if seen.url:
        links.append(Key(Phrase("group-open"), url=seen.url))
    return shown(work, Panel(brief(seen), paired(links)))


def here(work: Work, ticket: Ticket) -> str:
    """A link to the ticket's own topic, https://t.me/c/GROUP/TOPIC; "" while it has none."""
    group = work.stage.group
    own = topics.of(work.c, group.chat, topics.of_ticket(ticket.id)) if group else None
    if group is None or own is None or not own.thread:
        return ""
    address = chats.address(work.c, group.chat).chat
    inside = address.removeprefix(SUPER)
    return f"https://t.me/c/{inside}/{own.thread}" if address.startswith(SUPER) else ""


def shown(work: Work, panel: Panel) -> Words:
    """A panel in the words of the group, which are the operator's."""
    return Words(told(work, panel.words), _rows(work, panel.keys))


def told(work: Work, words: Arg, language: Language = "") -> str:
    """Words in the language of the group, or in this one."""
    stage = work.stage
    return stage.texts.words(language or stage.default, words, work.now)


def _rows(work: Work, every: tuple[Key, ...]) -> Rows:
    rows = (tuple(group) for _, group in groupby(every, key=lambda one: one.row))
    return tuple(
        tuple(Button(told(work, one.words), one.action, one.style, url=one.url) for one in row)
        for row in rows
    )
