"""What many stories have in common, from the desk's first look to the score."""

from datetime import timedelta

from bot.demo.month import Play
from bot.demo.tale import Tale
from dialogs.model import Json, Tap
from dialogs.tickets import authority
from dialogs.tickets.fields import items as read_items
from dialogs.tickets.ticket import Role, State

GRAVE = 3


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


def offered(tale: Tale, *, days: float = 5, share: float = 1.0) -> Play:
    """An offer is made; one above the right of who drafts it goes out once a lead has allowed it.

    It is carried out within so many days, its money by this share.
    """
    yield tale.office(0.3, 5)
    who, drafted = tale.handler(), _draft(tale, days, share)
    role = _wanted(tale, who, drafted)
    if role is None:
        tale.acts(who, "propose", **drafted)
        return
    tale.acts(who, "ask_approval", **drafted, words=tale.matter.finding)
    yield tale.office(0.2, 2)
    lead = "lead2" if who == "lead" else "lead"
    tale.acts(lead if role is Role.SUPERVISOR else "director", "approve")
    yield tale.office(0.1, 1)


def _draft(tale: Tale, days: float, share: float) -> dict[str, Json]:
    """The fields of the matter's offer."""
    due = tale.date(days)
    items: list[Json] = [{**item, "due": due} for item in tale.matter.items]
    if share != 1:
        items = [{**one, **_part(one, share)} for one in items if isinstance(one, dict)]
    return {
        "liability": "operator",
        "finding": tale.matter.finding,
        "items": items,
        "reviewed": True,
    }


def _part(item: dict[str, Json], share: float) -> dict[str, Json]:
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


def accepted(tale: Tale) -> Play:
    """The offer is accepted in two steps."""
    yield tale.awake(0.5, 16)
    tale.presses("accept")
    yield tale.later(0.01, 0.05)
    tale.taps(":yes")


def carried_out(tale: Tale, least: float = 1.0, most: float = 7.0) -> Play:
    """Each agreed item is done, with its proof."""
    for place in range(len(tale.matter.items)):
        yield tale.office(least, most)
        item = tale.look().proposals[-1].items[place]
        if item.done_at is None:
            tale.acts(tale.handler(), "item_done", item=place + 1, proof=tale.matter.proof)


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
    """What the survey asks after the score: what it was, how the person was."""
    session = tale.session()
    if not session.stack or session.stack[-1].dialog != "survey":
        return
    state = session.stack[-1].state
    if state == "reasons" and (words or tale.rng.random() < 0.5):
        tale.says(words or tale.matter.phrase("grumbles", tale.rng))
    else:
        asked = {"reasons": "why:", "person": "person:", "solved": "solved:"}[state]
        offers = [one.data for one in session.offers if asked in one.data]
        tale.says(Tap(tale.rng.choice(offers[:2])))
    yield tale.later(0.005, 0.03)


def settled(tale: Tale, *, days: float = 5) -> Play:
    """From the desk's first look to the score: what most complaints come to."""
    yield from found_out(tale)
    yield from offered(tale, days=days)
    yield from accepted(tale)
    yield from carried_out(tale)
    yield from confirmed(tale)
    yield from scored(tale, 7, 10)
