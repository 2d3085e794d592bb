"""From what is said to what is owed: rendered for the reader, logged, laid in the outbox."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import resting, surveying
from bot.channels import by_hand
from bot.channels.base import Message, Request
from bot.orders import Effects, said
from bot.pushes import Manner, Reader, Way, manner
from bot.render import QUESTION, render
from bot.stage import Work
from dialogs.model import Json, Say, Session
from dialogs.tickets.applied import Notify
from dialogs.tickets.limits import unasked
from dialogs.tickets.notices import notice as notice_of
from dialogs.tickets.thinking import thinking
from dialogs.tickets.ticket import State, Ticket
from dialogs.tickets.together import card, together
from dialogs.tickets.windows import window
from dialogs.tickets.wording import Telling
from dialogs.values import quick
from storage import broadcasts, chats, messages, notices, outbox, pace, sessions, tickets
from storage.chats import Person
from storage.messages import Said
from storage.notices import Held
from storage.outbox import ANSWER, BROADCAST, NOTICE, NewRow

SPENT = timedelta(days=1)  # pushes that are spent wait for the person's next word, or so long


SPOKEN = frozenset({"REPLY", "THANKED"})  # words of a person of the staff, under their name


@quick
@dataclass(frozen=True, slots=True)
class Mail:
    """How a message goes: its urgency, and the ticket and notice that it is about."""

    priority: int = ANSWER
    notice: str = ""
    ticket: int | None = None
    staff: str = ""
    broadcast: int | None = None  # the word to many that it is one of


@quick
@dataclass(frozen=True, slots=True)
class Speech:
    """What is said to one person in one message, and the stages that its buttons name."""

    says: Sequence[Say]
    stages: Mapping[int, int]
    mail: Mail = Mail()
    asked: str = ""  # the card of the question that stood before


def say(work: Work, person: Person, session: Session, speech: Speech) -> Session:
    """Answer a person who just wrote; the session then knows the choices.

    All of it is one message, but that a ticket's card, which is redrawn as the ticket moves on,
    stands alone where the channel can redraw, and that each of several files has its own.
    """
    reader = work.reader(person)
    alone = [one for one in speech.says if one.card.startswith("ticket:")]
    if not reader.capabilities.edits or len(alone) == len(speech.says):
        alone = []
    files = [one for one in speech.says if one.file is not None and one not in alone]
    alone += files if len(files) > 1 else []
    for group in (*((one,) for one in alone), [one for one in speech.says if one not in alone]):
        rendered = render(group, reader, session, speech.stages)
        if rendered is not None:
            message, session = rendered
            asks = message.card.startswith(QUESTION) and message.card != speech.asked
            post(work, person, message, speech.mail, fresh=asks)
    return session


def tell(work: Work, person: Person, what: Say, *, staff: str = "") -> None:
    """One saying on its own, outside any turn; the question in progress stays as it is.

    `staff`: the name of who of the staff says it.
    """
    rendered = render((what,), work.reader(person), Session(), {})
    if rendered is not None:
        post(work, person, rendered[0], Mail(staff=staff))


def post(work: Work, person: Person, message: Message, mail: Mail, *, fresh: bool = False) -> None:
    """Lay a rendered message in the outbox and in the chat's log.

    `fresh`: no message of this card went before it, so that none is to be looked for.
    """
    channel = work.stage.channels[person.address.channel]
    known = message.card and not fresh
    before = outbox.card(work.c, person.chat, message.card) if known else None
    editing = before is not None and channel.capabilities.edits and message.file is None
    rows = [
        NewRow(
            method=request.method,
            body=request.body,
            file=_file(request),
            card=message.card,
            edits=before if editing else None,
            priority=mail.priority,
            notice=mail.notice,
            broadcast=mail.broadcast,
        )
        for request in channel.requests(message, edit=editing)
    ]
    posted = outbox.post(
        work.c,
        person.chat,
        rows,
        work.now,
        spacing=work.stage.spacing(person.address),
        hold=work.hold(person.address),
    )
    work.outgoing.note(posted)
    said_so = Said(
        chat=person.chat,
        at=work.now,
        direction="out",
        words=message.text,
        choices=tuple(button.words for row in message.rows for button in row),
        ticket=mail.ticket,
        outbox=posted.ids[-1] if posted.ids else None,
        card=message.card,
        staff_name=mail.staff,
    )
    messages.log_out(work.c, said_so, replaces=not fresh)


def _file(request: Request) -> dict[str, Json] | None:
    if request.file is None:
        return None
    return {"kind": request.file.kind, "ticket": request.file.ticket, "name": request.file.name}


def push(work: Work, effects: Effects, *, but: int = 0) -> None:
    """Send each ticket's notices to the chat that filed it, in their manner; chat `but` was
    answered already.

    Where somebody moved it from a chat of their own, since its number is verified for them, the
    chat that filed it hears what came of it, but none of their words (DESIGN §6, identity).
    """
    waiting: dict[int, list[tuple[Ticket, Notify]]] = {}
    for applied in effects.applied:
        if applied.ticket.chat == but:
            continue
        for notice in applied.notices:
            told = _elsewhere(work, applied.ticket, notice) if but else notice
            if told is not None:
                waiting.setdefault(applied.ticket.chat, []).append((applied.ticket, told))
    for pairs in waiting.values():
        _send_all(work, pairs)


def _send_all(work: Work, pairs: Sequence[tuple[Ticket, Notify]]) -> None:
    """What happens to several tickets of one chat at once: one message, one drawing of a card."""
    if len({ticket.id for ticket, _ in pairs}) < 2:
        for ticket, notice in pairs:
            send(work, ticket, notice)
        return
    person = chats.person(work.c, pairs[0][0].chat)
    now: list[tuple[Ticket, Notify]] = []
    drawn: set[str] = set()
    for ticket, notice in pairs:
        due = _due(work, ticket, notice.code)
        way = _manner(work, person, notice.code, ticket).way if due else None
        if way is Way.NOW:
            now.append((ticket, notice))
        elif way is not Way.EDIT or card(ticket) not in drawn:
            send(work, ticket, notice)
            drawn |= {card(ticket)} if way is Way.EDIT else set()
    _merge(work, person, now)


def _elsewhere(work: Work, ticket: Ticket, notice: Notify) -> Notify | None:
    code = ELSEWHERE.get(notice.code, notice.code)
    if not code:
        return None
    return notice_of(code, Telling(ticket, {}, work.stage.house, work.now))


# What the chat that filed a ticket hears in place of an answer to another chat's words; "" nothing.
ELSEWHERE: Mapping[str, str] = {"M11": "PROGRESS", "M25": "PROGRESS", "M22": "", "AGAIN": ""}


def send(work: Work, ticket: Ticket, notice: Notify) -> Way:
    """One notice to its subscriber: now, when their quiet hours end, as an edit, or not at all.

    Returns which it was.
    """
    if not _due(work, ticket, notice.code):
        _unasked(work, ticket, notice.code)
        return Way.SILENT
    person = chats.person(work.c, ticket.chat)
    notice = _worded(work, person, ticket, notice)
    how = _manner(work, person, notice.code, ticket)
    if how.way is Way.SILENT:
        _unasked(work, ticket, notice.code)
    if how.way is Way.LATER and how.at is not None:
        _hold(work, ticket, notice, how.at)
        if notice.code == surveying.SURVEY:
            surveying.put_off(work, ticket, how.at)
    elif how.way is Way.EDIT:
        _redraw(work, person, ticket, notice)
    elif how.way is Way.NOW:
        _deliver(work, person, ((ticket, notice),))
    return how.way


def _worded(work: Work, person: Person, ticket: Ticket, notice: Notify) -> Notify:
    """The notice as this person is to have it: who wants no surveys is asked for no score."""
    made = surveying.worded(work, ticket, notice, wanted=person.surveys)
    if made is not notice:
        _unasked(work, ticket, made.code)
    return made


def _manner(work: Work, person: Person, code: str, ticket: Ticket) -> Manner:
    """How a message travels to this person now; pushes that are spent wait for their next word."""
    house = work.stage.house
    own = window(ticket.filing.window)
    reader = Reader(person.notify, person.surveys, pace.wrote(work.c, person.chat), own)
    how = manner(code, reader, house.catalogue, work.now, house.zone)
    if person.address.channel == by_hand.NAME:
        return resting.until_called(how, work.now)
    if how.way is Way.NOW and _spent(work, person):
        return Manner(Way.LATER, work.now + SPENT)
    if how.way is Way.NOW and code == surveying.SURVEY and (at := surveying.wait(work, ticket)):
        return Manner(Way.LATER, at)
    return how


def _due(work: Work, ticket: Ticket, code: str) -> bool:
    """Who thinks an offer over is left in quiet, also by what was held up over night."""
    if code in QUIET and thinking(ticket, work.now):
        return False
    return code not in surveying.ASKING or surveying.due(work, ticket, code)


def _unasked(work: Work, ticket: Ticket, code: str) -> None:
    """A survey that is not sent by intent needs no call either (domain.md §4 V1)."""
    if code not in (surveying.SURVEY, surveying.SILENT) or ticket.surveyed_at is not None:
        return
    clocks = unasked(ticket, code, work.now, work.stage.house)
    tickets.save(work.c, ticket, replace(ticket, clocks=clocks), ())


def _hold(work: Work, ticket: Ticket, notice: Notify, until: datetime) -> None:
    """Keep a notice until then; it is made anew from the ticket when it goes."""
    waiting = Held(
        ticket=ticket.id, chat=ticket.chat, code=notice.code, args=notice.fields, due_at=until
    )
    notices.hold(work.c, waiting, work.now)
    if until >= resting.far(work.now):
        resting.to_be_called(work, ticket)


def _spent(work: Work, person: Person) -> bool:
    """Whether a channel that counts pushes per message received has none left."""
    allowed = work.stage.capabilities(person.address.channel).pushes
    return bool(allowed) and pace.said_since(work.c, person.chat) >= allowed


def _redraw(work: Work, person: Person, ticket: Ticket, notice: Notify) -> None:
    """Change the card in place, silently; where there is none to change, nothing is said.

    Tickets of one story have one card, which is drawn with all of them as they stand.
    """
    reader = work.reader(person)
    if not reader.capabilities.edits or outbox.card(work.c, person.chat, card(ticket)) is None:
        return
    stages = {ticket.id: ticket.stage}
    if ticket.siblings:
        ids = sorted((ticket.id, *ticket.siblings))
        every = tickets.load_many(work.c, ids)
        stages = {one.id: one.stage for one in every}
        notice = together(every, work.stage.house, work.now)
    rendered = render((said(notice),), reader, Session(), stages)
    if rendered is not None:
        post(work, person, rendered[0], Mail(NOTICE, notice.code, ticket.id))


def _deliver(work: Work, person: Person, told: Sequence[tuple[Ticket, Notify]]) -> None:
    """Render notices as one message and post it; its choices are what typed words may name."""
    told = surveying.gathered(work, told)
    if not told:
        return
    loaded = sessions.load(work.c, person.chat)
    stages = {ticket.id: ticket.stage for ticket, _ in told}
    says = tuple(said(notice) for _, notice in told)
    rendered = render(says, work.reader(person), loaded.session, stages)
    if rendered is None:
        return
    message, offering = rendered
    sessions.keep(work.c, person.chat, offering, loaded.version)
    ticket, notice = told[-1]
    author = notice.args.get("name")
    speaker = author if notice.code in SPOKEN and isinstance(author, str) else ""
    many = all(MANY & one.fields.keys() for _, one in told)
    priority = BROADCAST if many else NOTICE
    word = next((found for _, one in told if (found := _word(one.fields))), None)
    post(work, person, message, Mail(priority, notice.code, ticket.id, speaker, word))
    surveying.noted(work, told)


def release(work: Work, chat: int, waiting: Sequence[Held]) -> None:
    """Held notices of a chat: made anew from the tickets as they stand now, merged, or dropped.

    Two that each ask something stay two messages: one message has one set of buttons.
    """
    notices.drop(work.c, [one.id for one in waiting])
    words = Counter(filter(None, (_word(one.args) for one in waiting)))
    person = chats.person(work.c, chat)
    now: list[tuple[Ticket, Notify]] = []
    for ticket, notice in still(work, waiting):
        word = _word(notice.fields)
        if _manner(work, person, notice.code, ticket).way is not Way.NOW:
            if send(work, ticket, notice) is Way.LATER and word:
                words[word] -= 1
            continue
        if word:
            words[word] -= 1
            broadcasts.released(work.c, word, laid=1)
        now.append((ticket, notice))
    _merge(work, person, now)
    for dropped, count in (+words).items():
        broadcasts.released(work.c, dropped, passed=count)


def drop(work: Work, waiting: Sequence[Held], told: Collection[tuple[int, str]]) -> None:
    """These rest no more: told another way (by ticket and code), or nothing to say any longer.

    A word to many counts who heard it.
    """
    notices.drop(work.c, [one.id for one in waiting])
    for one in waiting:
        if word := _word(one.args):
            heard = (one.ticket, one.code) in told
            broadcasts.released(work.c, word, laid=int(heard), passed=int(not heard))


def _merge(work: Work, person: Person, told: Sequence[tuple[Ticket, Notify]]) -> None:
    """Notices as few messages: two that each ask something stay two."""
    batch: list[tuple[Ticket, Notify]] = []
    for ticket, notice in told:
        if notice.choices and any(earlier.choices for _, earlier in batch):
            _deliver(work, person, batch)
            batch = []
        batch.append((ticket, notice))
    if batch:
        _deliver(work, person, batch)


def _word(fields: Mapping[str, Json]) -> int | None:
    """The word to many that a notice's fields say it is one of."""
    found = fields.get("broadcast")
    return found if isinstance(found, int) else None


def still(work: Work, waiting: Sequence[Held]) -> list[tuple[Ticket, Notify]]:
    """What of it is still worth saying; of several of one kind about a ticket the newest."""
    newest = {(one.ticket, one.code): one for one in waiting}
    found: list[tuple[Ticket, Notify]] = []
    for one in newest.values():
        ticket = tickets.load(work.c, one.ticket)
        if ticket is not None and worth(one.code, ticket) and _due(work, ticket, one.code):
            telling = Telling(ticket, one.args, work.stage.house, work.now)
            found.append((ticket, notice_of(one.code, telling)))
    return found


QUIET = frozenset({"M12", "THOUGHT"})  # what waits until the subscriber has thought
MANY = frozenset({"broadcast", "mass"})  # fields of what goes to many: it goes last


def worth(code: str, ticket: Ticket) -> bool:
    """Whether a message still says what is so: a proposal that is open, a survey still due."""
    wanted = STILL.get(code)
    return wanted is None or ticket.state in wanted


# message -> the states in which it is still true
STILL: Mapping[str, frozenset[State]] = {
    "M06": frozenset({State.AWAITING_USER}),
    "M07": frozenset({State.AWAITING_USER}),
    "M09": frozenset({State.PROPOSED}),
    "M12": frozenset({State.PROPOSED}),
    "THOUGHT": frozenset({State.PROPOSED, State.DEADLOCK}),
    "M13": frozenset({State.DEADLOCK}),
    "M15": frozenset({State.AWAITING_CONFIRM}),
    "M15R": frozenset({State.AWAITING_CONFIRM}),
    "SURVEY": frozenset({State.SURVEY}),
    "SURVEY-REMINDER": frozenset({State.SURVEY}),
    "M28": frozenset({State.INVESTIGATING, State.NEGOTIATING}),
}
