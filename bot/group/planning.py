"""What is drawn next in the staff group: one request at a time, of the card that waits longest.

Nothing is queued for an event. A card stays due until all that the group shows of its ticket is
as the ticket is; each look lays the next request that is missing for that in the outbox, when
nothing else waits there and the group's pace leaves room for answers beside it.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from bot.group import talk
from bot.group.calling import next_call
from bot.group.marking import watch
from bot.group.saying import Words, edit, rows_of, with_file
from bot.group.settling import CARD, FED, LEFT, MADE, OWN, PLAIN, TOPIC, VIEW, named
from bot.stage import Work
from dialogs.model import Json
from dialogs.tickets.ticket import Ticket
from storage import chats, lines, outbox, settings, staff_cards, tickets, topics, watches
from storage.outbox import BROADCAST, NewRow
from storage.staff_cards import Card
from storage.topics import Topic

LOOKS = 50  # cards looked at in one transaction that turn out to be as they should


@dataclass(frozen=True, slots=True)
class Scene:
    """One card at one moment: what all steps of drawing it need."""

    work: Work
    card: Card
    ticket: Ticket
    forum: bool

    @property
    def chat(self) -> int:
        return self.card.chat


Step: TypeAlias = Callable[[Scene], NewRow | None]


def plan(work: Work) -> bool:
    """Lay the next request of the view in the outbox; False when there was none, or no room."""
    group = work.stage.group
    if group is None or not room(work, group.chat):
        return False
    called = next_call(work, group.chat)
    if called is not None:
        _lay(work, group.chat, called)
        return True
    forum = settings.read(work.c, PLAIN) is None
    for _ in range(LOOKS):
        card = staff_cards.next_due(work.c, group.chat, work.now)
        if card is None:
            return False
        row = _next(work, card, forum)
        if row is not None:
            _lay(work, group.chat, row)
            return True
    return True


def room(work: Work, chat: int) -> bool:
    """Whether the view may have the group's next message.

    Only where nothing waits there, and its burst is whole: what is left of it after this one is
    for answers to people (DESIGN §2, answers go first).
    """
    line = lines.of(work.c, chat)
    spacing = work.stage.spacing(chats.address(work.c, chat))
    return line.idle and line.whole(work.now, spacing) <= work.now


def _lay(work: Work, chat: int, row: NewRow) -> None:
    spacing = work.stage.spacing(chats.address(work.c, chat))
    new = replace(row, notice=VIEW, priority=BROADCAST)
    posted = outbox.post(work.c, chat, [new], work.now, spacing=spacing)
    work.outgoing.note(posted)


def _next(work: Work, card: Card, forum: bool) -> NewRow | None:
    """What is missing of this card; None when nothing is, and it is no longer due then."""
    ticket = tickets.load(work.c, card.ticket)
    if ticket is None:
        return None
    scene = Scene(work, card, ticket, forum)
    for step in STEPS:
        row = step(scene)
        if row is not None:
            return row
    staff_cards.done(work.c, card.ticket, ticket.revision)
    if watches.of(work.c, ticket.id) is None:  # it is older than the group
        watch(work, ticket)
    return None


def _elsewhere(scene: Scene) -> NewRow | None:
    """The card stands in another department's topic: there it only says where it went."""
    card, home = scene.card, _home(scene)
    if not card.message or not scene.forum or card.topic == (home.id if home else None):
        return None
    staff_cards.left(scene.work.c, card.ticket)
    row = edit(card.message, talk.moved_on(scene.work, scene.ticket))
    return replace(row, card=named(LEFT, card.topic or 0))


def _department(scene: Scene) -> NewRow | None:
    """The card in the department's topic; a ticket that ended before it had one needs none."""
    card, ticket = scene.card, scene.ticket
    if not card.message and not ticket.open:
        return None
    words = talk.card(scene.work, ticket, talk.DEPARTMENT)
    if card.message and card.drawn == digest(words):
        return None
    return _drawn(scene, words, _home(scene), own=False)


def _own(scene: Scene) -> NewRow | None:
    """The card in the ticket's own topic, which it has once somebody has the ticket."""
    if not scene.forum or not (topic := _own_topic(scene)):
        return None
    words = talk.card(scene.work, scene.ticket, talk.OWN)
    if scene.card.own_message and scene.card.own_drawn == digest(words):
        return None
    return _drawn(scene, words, topic, own=True)


def _fed(scene: Scene) -> NewRow | None:
    """What the subscriber said since, in the ticket's own topic; without topics, under its card."""
    topic = _own_topic(scene) if scene.forum else None
    under = "" if scene.forum else scene.card.message
    if not (under and scene.ticket.owner) and (topic is None or not topic.thread):
        return None
    found = _news(scene)
    if found is None or found.words is None:
        return None
    if topic is not None and (row := _ready(scene, topic)) is not None:
        return row
    staff_cards.fed(scene.work.c, scene.ticket.id, found.upto)
    row = rows_of(found.words, topic.thread if topic else "", under)[0]
    if found.file is not None:
        row = with_file(row, found.method, found.file)
    return replace(row, card=named(FED, scene.ticket.id, scene.card.fed))


def _news(scene: Scene) -> talk.Fed | None:
    """What is next to be told; what is not to stand there is passed over."""
    after = scene.card.fed
    while (found := talk.feed(scene.work, scene.ticket, after)) is not None:
        if found.words is not None:
            return found
        after = found.upto
        staff_cards.fed(scene.work.c, scene.ticket.id, after)
    return None


def _ended(scene: Scene) -> NewRow | None:
    """The ticket's own topic is closed with it, and opened with it again."""
    topic = topics.of(scene.work.c, scene.chat, topics.of_ticket(scene.ticket.id))
    if topic is None or not topic.thread or not scene.forum:
        return None
    shut = not scene.ticket.open
    return None if topic.closed == shut else _turn(scene, topic, shut=shut)


# Its own topic first: the card in the department's then leads there, drawn once.
STEPS: tuple[Step, ...] = (_elsewhere, _own, _department, _fed, _ended)


def _drawn(scene: Scene, words: Words, topic: Topic | None, *, own: bool) -> NewRow:
    """The request that brings a card to these words, or one that must go before it."""
    card = scene.card
    message = card.own_message if own else card.message
    if not message and topic is not None and (row := _ready(scene, topic)) is not None:
        return row
    place = card.topic if message else topic.id if topic else None
    staff_cards.drawing(scene.work.c, card.ticket, digest(words), place, own=own)
    thread = topic.thread if topic else ""
    row = edit(message, words) if message else rows_of(words, thread, "")[0]
    return replace(row, card=named(OWN if own else CARD, card.ticket))


def _home(scene: Scene) -> Topic | None:
    """The topic of the ticket's department; None stands for the group itself."""
    code = scene.ticket.department
    if not scene.forum or code not in scene.work.stage.house.catalogue.departments:
        return None
    return topics.wanted(scene.work.c, scene.chat, topics.department(code))


def _own_topic(scene: Scene) -> Topic | None:
    """The ticket's own topic: wanted once somebody has the ticket, and kept from then on."""
    ticket, subject = scene.ticket, topics.of_ticket(scene.ticket.id)
    found = topics.of(scene.work.c, scene.chat, subject)
    if found is not None and (found.thread or ticket.open):
        return found
    if not ticket.owner or not ticket.open:
        return None
    return topics.wanted(scene.work.c, scene.chat, subject, ticket.id)


def _ready(scene: Scene, topic: Topic) -> NewRow | None:
    """What must happen before anything is sent to the topic: made, called right, opened."""
    wanted = _called(scene, topic)
    if not topic.thread:
        topics.named(scene.work.c, topic.id, wanted)
        return NewRow(method="createForumTopic", body={"name": wanted}, card=named(MADE, topic.id))
    if topic.name != wanted:
        topics.named(scene.work.c, topic.id, wanted)
        body: dict[str, Json] = {"message_thread_id": int(topic.thread), "name": wanted}
        return NewRow(method="editForumTopic", body=body, card=named(TOPIC, topic.id))
    return _turn(scene, topic, shut=False) if topic.closed else None


def _called(scene: Scene, topic: Topic) -> str:
    stage = scene.work.stage
    if topic.ticket is not None:
        return talk.name(scene.work, scene.ticket)
    known = stage.house.catalogue.departments[scene.ticket.department]
    return stage.texts.words(stage.default, known.label, scene.work.now)[:128]


def _turn(scene: Scene, topic: Topic, *, shut: bool) -> NewRow:
    """Close the topic, or open it."""
    topics.closed(scene.work.c, topic.id, shut)
    method = "closeForumTopic" if shut else "reopenForumTopic"
    body = {"message_thread_id": int(topic.thread)}
    return NewRow(method=method, body=body, card=named(TOPIC, topic.id))


def digest(words: Words) -> str:
    """What tells one drawing from another."""
    return hashlib.sha256(repr(words).encode()).hexdigest()[:32]
