"""What can happen in a chat: events as they come, presses that were never offered, staff, time.

Each is a `Happening` on a `Street`; the strategies below draw them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import strategies as st

from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.intake.tickets import actions
from dialogs.model import (
    Command,
    Contact,
    Edited,
    Elapsed,
    File,
    Label,
    Location,
    Reachable,
    Tap,
    Text,
    Unsupported,
    What,
)
from dialogs.tickets.lifecycle import MOVES, allowed
from tests.dialogs.hostile import ACTIONS, FORGED, HOSTILE, OF_TICKET, STORIES, VALUES
from tests.dialogs.street import Street
from tests.dialogs.tickets.office import BOT, CLOCK, LI, WANG, ZHAO
from tests.dialogs.tickets.test_any_life import GOOD
from tests.written import labels

STAFF = (LI, WANG, ZHAO, BOT, CLOCK)
SPANS = [timedelta(minutes=1), timedelta(hours=3), timedelta(days=2), timedelta(days=8)]
AGAIN, AWAY = Elapsed("dialog"), Elapsed("outage")


@dataclass(frozen=True)
class Happening:
    """Something that happens in the chat; shown by its name."""

    name: str
    do: Callable[[Street], None]

    def __repr__(self) -> str:
        return self.name


def take(what: What) -> Happening:
    """An event as it comes."""
    return Happening(repr(what)[:90], lambda street: street.take(what))


def press(place: int, way: int = 0) -> Happening:
    """A choice of the last message: pressed, or typed by its words or its number."""

    def do(street: Street) -> None:
        offers = street.session.offers
        if offers:
            number = place % len(offers)
            ways = (Tap(offers[number].data), Text(offers[number].words), Text(str(number + 1)))
            street.take(ways[way])

    return Happening(f"press {place} by way {way}", do)


def press_old(place: int) -> Happening:
    """A button of any earlier message."""

    def do(street: Street) -> None:
        if street.pressed:
            street.take(Tap(street.pressed[place % len(street.pressed)]))

    return Happening(f"press the old {place}", do)


def forge(action: str) -> Happening:
    """A press on the present question that only a client of somebody's own can make."""

    def do(street: Street) -> None:
        stack = street.session.stack
        serial = stack[-1].serial if stack else 0
        street.take(Tap(f"v1:d:{serial}:{street.session.prompt}:{action}"))

    return Happening(f"forge {action[:40]}", do)


def of_ticket(place: int, action: str) -> Happening:
    """A press on a ticket of the chat, whatever its state."""

    def do(street: Street) -> None:
        mine = street.facts.tickets
        if mine:
            ticket = mine[place % len(mine)]
            street.take(Tap(f"v1:t:{ticket.id}:{ticket.stage}:{action}"))

    return Happening(f"{action[:40]} of ticket {place}", do)


def button(place: int, number: int) -> Happening:
    """One of the buttons that a ticket's card has now."""

    def do(street: Street) -> None:
        mine = street.facts.tickets
        if mine:
            offered = (*actions(mine[place % len(mine)]), "status", "details", "score-9", "score-2")
            of_ticket(place, offered[number % len(offered)]).do(street)

    return Happening(f"button {number} of ticket {place}", do)


def reply(text: str, place: int) -> Happening:
    """Words in reply to a message about a ticket."""

    def do(street: Street) -> None:
        mine = street.facts.tickets
        street.take(Text(text), replied=mine[place % len(mine)].id if mine else 99)

    return Happening(f"reply {text[:40]!r}", do)


def edit(text: str, back: int) -> Happening:
    """An earlier message, or none of ours, rewritten."""
    return Happening(
        f"edit {text[:40]!r} {back} ago",
        lambda street: street.take(Edited(text, f"m{street.messages - back}")),
    )


def wait(span: timedelta, *, elapsed: bool) -> Happening:
    """Time passes; the clock wakes the chat, or does not get to it."""

    def do(street: Street) -> None:
        street.wait_until(street.facts.now + span)
        if elapsed:
            street.take(AGAIN)

    return Happening(f"wait {span}{', woken' if elapsed else ''}", do)


def desk(place: int, who: int, move: int) -> Happening:
    """Staff or a clock make a move that they may make."""

    def do(street: Street) -> None:
        mine = street.facts.tickets
        if mine:
            ticket, actor = mine[place % len(mine)], STAFF[who % len(STAFF)]
            may = allowed(ticket, actor, street.house.catalogue, street.facts.now) or MOVES
            street.act(ticket, may[move % len(may)], actor, GOOD)

    return Happening(f"staff {who} makes move {move} on {place}", do)


def join(minutes: int) -> Happening:
    """A named person takes the word for so long."""

    def do(street: Street) -> None:
        until = street.facts.now + timedelta(minutes=minutes)
        street.session = replace(street.session, silent_until=until)

    return Happening(f"a colleague joins for {minutes} minutes", do)


def deploy(changed: str) -> Happening:
    """A new release: dialogs of another version, states and entries of the catalogue gone."""

    def do(street: Street) -> None:
        stack = street.session.stack
        if not stack:
            return
        top = stack[-1]
        named = {"state": replace(top, state="gone"), "dialog": replace(top, dialog="gone")}
        named["version"] = replace(top, version=99)
        draft = dict(top.draft)
        if changed == "category" and "category" in draft:
            draft |= {"category": "GONE", "subtype": "gone", "tags": ["gone"]}
        if changed == "remedy":
            draft |= {"chosen": ["gone"], "pairs": ["GONE:gone"], "menu": "sub:GONE"}
        frame = replace(named.get(changed, top), draft=draft)
        street.session = replace(street.session, stack=(*stack[:-1], frame))

    return Happening(f"deploy: another {changed}", do)


def words_of(house: House) -> list[str]:
    """All words that the catalogue and the doors know, and the labels of what is chosen."""
    catalogue = house.catalogue
    words = [word for known in ROOMS.words.values() for word in known]
    lists = [name for name in catalogue.__slots__ if name.endswith("_words")]
    words += [word for name in lists for word in getattr(catalogue, name)]
    shown: list[Label] = [*labels(catalogue.remedies), *labels(catalogue.decline)]
    return words + [word for label in shown for word in label.words.values()]


PLACES = st.integers(0, 11)
PRESSES = st.builds(press, PLACES, st.sampled_from([0, 0, 1, 2]))
COMMANDS = [*ROOMS.commands, "back", "cancel", "help", "skip", "nobody", ""]


def natural() -> st.SearchStrategy[Happening]:
    """What somebody does who has been asked: answer, leave it out, leave, or fall asleep."""
    leaving: list[What] = [Command("skip"), Command("skip"), Command("cancel"), AGAIN]
    words = st.sampled_from([*STORIES, *VALUES]).map(Text)
    return st.one_of(PRESSES, PRESSES, words.map(take), st.sampled_from(leaving).map(take))


def rarer(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Happening]:
    """The other kinds of event, time, releases, and people of the staff in the chat."""
    files = st.builds(
        File,
        kind=st.sampled_from(["photo", "voice", "video", "document"]),
        ref=st.just("file"),
        size=st.sampled_from([0, 1000, 10**12]),
        caption=st.sampled_from(["", ""]) | texts,
        group=st.sampled_from(["", "album"]),
    )
    return st.one_of(
        st.builds(Contact, st.sampled_from(VALUES), st.booleans()).map(take),
        st.builds(Location, st.floats(-90, 90), st.floats(-180, 180)).map(take),
        files.map(take),
        st.builds(Unsupported, st.sampled_from(["sticker", "poll", ""])).map(take),
        st.builds(Reachable, st.booleans()).map(take),
        st.sampled_from([AGAIN, AWAY]).map(take),
        st.sampled_from(FORGED).map(Tap).map(take),
        st.builds(edit, texts, st.integers(0, 4)),
        st.builds(wait, st.sampled_from(SPANS), elapsed=st.booleans()),
        st.builds(join, st.sampled_from([1, 10])),
        st.builds(deploy, st.sampled_from(["version", "state", "dialog", "category", "remedy"])),
        st.builds(reply, texts, PLACES),
        st.builds(press_old, st.integers(0, 60)),
    )


def happenings(house: House) -> st.SearchStrategy[Happening]:
    """Every kind of event; what is natural more often than anything else."""
    texts = st.one_of(
        st.sampled_from(VALUES),
        st.sampled_from(words_of(house)),
        st.sampled_from(STORIES),
        st.sampled_from(HOSTILE),
        st.text(max_size=30),
    )
    asked = st.builds(
        Command, st.sampled_from(COMMANDS), st.sampled_from(["", "", "TS26110004277", "x"])
    )
    forged = st.builds(forge, st.sampled_from(ACTIONS))
    kinds = (
        *(natural(),) * 8,
        *(st.builds(button, PLACES, PLACES),) * 2,
        *(st.builds(Text, texts).map(take),) * 3,
        *(asked.map(take), forged, st.builds(of_ticket, PLACES, st.sampled_from(OF_TICKET))),
        *(st.builds(desk, PLACES, PLACES, st.integers(0, 30)), rarer(texts), rarer(texts)),
    )
    return st.sampled_from(range(len(kinds))).flatmap(kinds.__getitem__)
