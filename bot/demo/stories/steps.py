"""What many stories have in common, from the desk's first look to the score."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TypeAlias

from bot.demo.month import Play
from bot.demo.tale import Tale
from dialogs.model import Json, Tap
from dialogs.tickets import authority
from dialogs.tickets.crediting import running
from dialogs.tickets.fields import items as read_items
from dialogs.tickets.ticket import Role, State

GRAVE = 3
WRITTEN = 0.9  # the share of repairs of which somebody writes up at once who was liable


def noticed(tale: Tale) -> Play:
    """What is grave is taken note of by a lead within minutes."""
    if tale.look().level == GRAVE and tale.noticed is False:
        yield tale.later(0.03, 0.1)
        tale.acts("lead", "note", words="已知悉，由升级投诉专岗牵头")
        tale.noticed = True


def claimed(tale: Tale, least: float = 0.1, most: float = 1.8) -> Play:
    """Somebody of its department takes the ticket within so many hours; at once what is grave."""
    yield from noticed(tale)
    grave = tale.look().level == GRAVE
    yield tale.later(0.05, 0.25) if grave else tale.office(least, most)
    ticket, who = tale.look(), tale.handler()
    signs = ticket.state is State.DISPATCHED and tale.desk.role(who) is Role.HANDLER
    if not ticket.owner:
        tale.acts(who, "sign_in" if signs else "claim")


def found_out(tale: Tale, least: float = 0.3, most: float = 4.0) -> Play:
    """It is taken, looked into, and known who is liable."""
    yield from claimed(tale)
    yield tale.office(least, most)
    tale.acts(tale.handler(), "set_liability", liability="operator", finding=tale.matter.finding)
    on_hold(tale)


def on_hold(tale: Tale) -> None:
    """Billing has put on hold what is disputed, and says so with its reference."""
    hold = running(tale.look())
    if hold is not None and hold.placed_at is None:
        tale.acts("BIL", "credit_placed", reference=f"ZK{tale.rng.randrange(10**6):06}")


Items: TypeAlias = Sequence[Mapping[str, Json]]


def offered(tale: Tale, items: Items = (), *, days: float = 5, share: float = 1.0) -> Play:
    """An offer is made; one above the right of who drafts it goes out once a lead has allowed it.

    `items`: the matter's own if not said. They are carried out within so many days, their money by
    this share.
    """
    yield tale.office(0.3, 5)
    who = tale.handler()
    role = drafted(tale, items, days=days, share=share)
    if role is None:
        return
    yield tale.office(0.2, 2)
    lead = "lead2" if who == "lead" else "lead"
    tale.acts(lead if role is Role.SUPERVISOR else "director", "approve")
    yield tale.office(0.1, 1)


def drafted(tale: Tale, items: Items = (), *, days: float = 5, share: float = 1.0) -> Role | None:
    """An offer goes out, or waits for the leave of the role that is returned."""
    who, offer = tale.handler(), _draft(tale, items or tale.matter.items, days, share)
    role = _wanted(tale, who, offer)
    if role is None:
        tale.acts(who, "propose", **offer)
    else:
        tale.acts(who, "ask_approval", **offer, words=tale.matter.finding)
    return role


def _draft(tale: Tale, offer: Items, days: float, share: float) -> dict[str, Json]:
    """The fields of an offer."""
    due = tale.date(days)
    items: list[Json] = [{**item, **_part(item, share), "due": due} for item in offer]
    return {
        "liability": "operator",
        "finding": tale.matter.finding,
        "items": items,
        "reviewed": True,
    }


def _part(item: Mapping[str, Json], share: float) -> dict[str, Json]:
    minor = item.get("minor")
    return {"minor": int(minor * share)} if isinstance(minor, int) else {}


def _wanted(tale: Tale, who: str, drafted: dict[str, Json]) -> Role | None:
    """Whose leave the offer needs; None where it is within the right of who drafts it."""
    house, ticket = tale.month.stage.house, tale.look()
    items = read_items(drafted, tale.month.now, house)
    assert isinstance(items, tuple), items
    if not authority.beyond_right(tale.desk.role(who), ticket, items, house.catalogue):
        return None
    return authority.approver(ticket, items, house.catalogue)


def declined(tale: Tale) -> Play:
    """The offer is not enough, and the person says why."""
    yield tale.awake(1, 18)
    tale.presses("reject")
    yield tale.later(0.01, 0.05)
    tale.says(tale.matter.phrase("rejects", tale.rng))
    yield tale.later(0.01, 0.03)
    if tale.session().stack:
        tale.taps(":same")


def thought_over(tale: Tale) -> Play:
    """Some days are taken to think the offer over, until the bot asks."""
    yield tale.awake(1, 10)
    tale.presses("think")
    yield tale.awake(74, 80)


def accepted(tale: Tale) -> Play:
    """The offer is accepted in two steps."""
    yield tale.awake(0.5, 16)
    tale.presses("accept")
    yield tale.later(0.01, 0.05)
    tale.taps(":yes")


def carried_out(tale: Tale, least: float = 1.0, most: float = 7.0) -> Play:
    """Each agreed item is done, with its proof."""
    for place, _ in enumerate(tale.look().proposals[-1].items):
        yield tale.office(least, most)
        item = tale.look().proposals[-1].items[place]
        if item.done_at is None:
            tale.acts(tale.handler(), "item_done", item=place + 1, proof=tale.matter.proof)


def mended(tale: Tale, *, visit: bool = False) -> Play:
    """A fault is mended without an offer, and who was liable mostly written up."""
    yield tale.office(1, 8)
    finding, who = tale.matter.finding, tale.handler()
    if tale.rng.random() < WRITTEN:
        tale.acts(who, "set_liability", liability="operator", finding=finding)
    tale.acts(who, "done_without_proposal", proof=tale.matter.proof, visit=visit)


# What the buttons of the survey's questions say first.
ANSWERS = {"reasons": "why:", "person": "person:", "solved": "solved:", "paid": "paid:"}


def confirmed(tale: Tale) -> Play:
    """The person finds it in order."""
    yield tale.awake(0.5, 14)
    tale.presses("fixed")


def scored(tale: Tale, least: int, most: int, words: str = "") -> Play:
    """The survey has come, and a score is typed or pressed, sometimes with words."""
    ended = tale.month.now
    while tale.month.now - ended < timedelta(hours=40) and not tale.asked_for_score():
        yield tale.awake(1.5, 3)
    score = tale.rng.randint(least, most)
    if tale.rng.random() < 0.5:
        tale.presses(f"score-{score}")
    else:
        tale.says(str(score))
    yield tale.later(0.01, 0.1)
    yield from questioned(tale, words)


def questioned(tale: Tale, words: str) -> Play:
    """What the survey asks after the score: payment, what it was, how the person was."""
    while (stack := tale.session().stack) and stack[-1].dialog == "survey":
        state = stack[-1].state
        if state == "reasons" and (words or tale.rng.random() < 0.5):
            tale.says(words or tale.matter.phrase("grumbles", tale.rng))
        else:
            offers = [one.data for one in tale.session().offers if ANSWERS[state] in one.data]
            tale.says(Tap(tale.rng.choice(offers[:2])))
        yield tale.later(0.005, 0.03)


def finished(tale: Tale, least: int, most: int, words: str = "") -> Play:
    """The offer is accepted, carried out, found in order, and a score between the two given."""
    yield from accepted(tale)
    yield from carried_out(tale)
    yield from confirmed(tale)
    yield from scored(tale, least, most, words)


def settled(tale: Tale, *, days: float = 5) -> Play:
    """From the desk's first look to the score: what most complaints come to."""
    yield from found_out(tale)
    yield from offered(tale, days=days)
    yield from finished(tale, 7, 10)
