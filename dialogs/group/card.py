"""The card of a ticket in the group: what it is about, how it stands, who has it, what came last.

It is one message, drawn again as the ticket moves on. So it names no time that runs by itself: a
limit stands there with its due time and with how much of it is gone, which changes three times.
"""

from collections.abc import Iterable
from datetime import datetime

from dialogs.group.scene import Scene
from dialogs.house import House
from dialogs.model import Arg, Joined, Moment, Money, Phrase
from dialogs.tickets.approving import asked
from dialogs.tickets.showing import deadline, deadlines, hide, marks, masked
from dialogs.tickets.ticket import Clock, Entry, Ticket, Wish
from dialogs.tickets.wording import shortened

QUOTED = 360  # display cells of the story
TOPIC = 110  # characters of a topic's name; Telegram takes 128
RECENT = 3  # lines of what happened
# What changes nothing that anybody in the group has to know.
UNTOLD = frozenset({"view", "contact", "key", "confirm_writing", "add"})
SHARES = ((1.0, "over"), (0.8, "near"), (0.5, "half"))  # of a limit, and how that is said


def card(scene: Scene) -> tuple[Arg, ...]:
    """The words of the card, a line each."""
    ticket = scene.ticket
    return (
        _head(scene),
        *_marked(ticket),
        _person(scene),
        *_story(scene),
        *_wished(scene),
        *_disputed(ticket),
        owner(ticket, scene.house),
        *_limit(scene),
        *_leave(ticket),
        *recent(scene.entries),
    )


def brief(scene: Scene) -> tuple[Arg, ...]:
    """The card of a ticket that has a topic of its own, where it was claimed."""
    return (
        _head(scene),
        *_marked(scene.ticket),
        owner(scene.ticket, scene.house),
        *_limit(scene),
        *_leave(scene.ticket),
        *recent(scene.entries),
    )


def title(ticket: Ticket, house: House) -> Phrase:
    """The name of the ticket's own topic: its number and what it is about."""
    args = {"no": ticket.number, "matter": matter(ticket, house)}
    return Phrase("group-topic", args)


def matter(ticket: Ticket, house: House) -> Arg:
    """Category and subtype in the catalogue's words; the code of an entry that is gone."""
    category = house.catalogue.categories.get(ticket.filing.category)
    if category is None:
        return ticket.filing.category
    kind = category.subtype(ticket.filing.subtype)
    return kind.label if kind else category.label


def _head(scene: Scene) -> Phrase:
    ticket = scene.ticket
    return Phrase(
        "group-head",
        {
            "no": ticket.number,
            "matter": matter(ticket, scene.house),
            "level": Phrase(f"desk-level-{ticket.level}"),
            "state": Phrase(f"state-{ticket.state}"),
        },
    )


def _marked(ticket: Ticket) -> tuple[Arg, ...]:
    """What makes the ticket special, in one line; nothing where nothing does."""
    found = marks(ticket)
    return (Joined(found),) if found else ()


def _person(scene: Scene) -> Phrase:
    """Number, language, channel: the number is masked, as everywhere in the group."""
    filing, channel = scene.ticket.filing, scene.channel
    known = channel in CHANNELS
    args: dict[str, Arg] = {
        "number": masked(filing.service_number or filing.contact_phone)
        or Phrase("group-no-number"),
        "language": Phrase(f"language-{scene.ticket.language}"),
        "channel": Phrase(f"desk-channel-{channel}") if known else Phrase("group-channel-other"),
    }
    return Phrase("group-person", args)


CHANNELS = ("telegram", "wechat", "web", "console")


def _story(scene: Scene) -> tuple[Phrase, ...]:
    """The beginning of the complaint in the subscriber's words, and how many files came."""
    story = hide(scene.ticket.filing.story)
    said = shortened(story, QUOTED)
    whole: tuple[Phrase, ...] = ()
    if said != " ".join(story.split()):
        whole = (Phrase("group-story-rest", {"count": len(story)}),)
    files = (Phrase("group-files", {"count": scene.files}),) if scene.files else ()
    return (Phrase("group-story", {"words": said or "-"}), *whole, *files)


def _wished(scene: Scene) -> tuple[Phrase, ...]:
    ticket = scene.ticket
    wishes = tuple(wish_of(one, scene) for one in ticket.filing.wishes)
    return (Phrase("group-wishes", {"wishes": Joined(wishes)}),) if wishes else ()


def wish_of(wish: Wish, scene: Scene) -> Arg:
    """What is asked for, with its amount where one was named."""
    what = scene.remedy(wish.code) if wish.code else shortened(hide(wish.words))
    if not wish.minor:
        return what
    money = Money(wish.minor, scene.ticket.filing.currency)
    return Phrase("group-priced", {"what": what, "money": money})


def _disputed(ticket: Ticket) -> tuple[Phrase, ...]:
    amount = ticket.filing.amount
    if not amount:
        return ()
    return (Phrase("group-disputed", {"money": Money(amount, ticket.filing.currency)}),)


def owner(ticket: Ticket, house: House) -> Phrase:
    """Who has it, or which department it waits in."""
    known = house.catalogue.departments.get(ticket.department)
    where: Arg = ticket.department or Phrase("group-nowhere")
    if known is not None:
        where = known.label
    if ticket.owner:
        return Phrase("group-owner", {"name": ticket.owner_name or "-", "department": where})
    return Phrase("group-unowned", {"department": where})


def _limit(scene: Scene) -> tuple[Phrase, ...]:
    """The next limit: when it is over, and how much of it is gone."""
    if not scene.ticket.open:
        return ()
    clock = deadline(scene.ticket, deadlines(scene.house.catalogue))
    if clock is None:
        return ()
    rule = scene.house.catalogue.clocks[clock.rule]
    args: dict[str, Arg] = {
        "limit": rule.label,
        "due": Moment(clock.due, expected=clock.provisional),
        "gone": _gone(clock, scene.now),
    }
    return (Phrase("group-limit", args),)


def _gone(clock: Clock, now: datetime) -> str:
    """ "over", "near" (80 % gone), "half" or "early"."""
    span = (clock.due - clock.started).total_seconds()
    share = (now - clock.started).total_seconds() / span if span > 0 else 1.0
    return next((name for least, name in SHARES if share >= least), "early")


def redraw_at(ticket: Ticket, house: House, now: datetime) -> datetime | None:
    """When the card reads otherwise although nothing happens: half, 80 % or all of a limit gone."""
    clock = deadline(ticket, deadlines(house.catalogue)) if ticket.open else None
    if clock is None:
        return None
    span = clock.due - clock.started
    times = (clock.started + span * share for share, _ in SHARES)
    return min((at for at in times if at > now), default=None)


def _leave(ticket: Ticket) -> tuple[Phrase, ...]:
    """Leave that is asked for, and whose it is."""
    waiting = asked(ticket)
    if waiting is None:
        return ()
    args: dict[str, Arg] = {
        "name": waiting.by_name or "-",
        "role": Phrase(f"role-{waiting.role}"),
        "money": Money(waiting.minor, ticket.filing.currency),
    }
    return (Phrase("group-leave", args),)


def recent(entries: Iterable[Entry], most: int = RECENT) -> tuple[Phrase, ...]:
    """The last that happened, oldest first."""
    told = [one for one in entries if one.move not in UNTOLD]
    return tuple(happened(one) for one in told[-most:])


def happened(entry: Entry) -> Phrase:
    """Who did what, when."""
    who: Arg = entry.actor.name or Phrase(f"role-{entry.actor.role}")
    what = Phrase(f"move-{entry.move}")
    return Phrase("group-happened", {"at": Moment(entry.at), "who": who, "what": what})
