"""How a send to the staff group ended, written down: topics that are gone, cards that stand."""

import logging
from collections.abc import Callable

from bot.channels.base import Gone, Halted, Later, Moved, Outcome, Refused, Sent, Unknown
from bot.stage import Work
from storage import outcomes, settings, staff_cards, topics
from storage.outbox import Claimed
from storage.outcomes import Simpler

log = logging.getLogger(__name__)

VIEW = "view"  # the notice of rows that draw the group: cards, topics, what is fed to them
PLAIN = "group.plain"  # why there are no topics, of `settings`; none while there are
MOVED = "group.moved."  # before an id that the group had: the one that it has since


def settle(work: Work, row: Claimed, ended: Outcome) -> None:
    """Write down how the send of this row ended; nothing, when another took it since."""
    c, now = work.c, work.now
    match ended:
        case Sent(message):
            if outcomes.sent(c, row, message, now) and row.notice == VIEW:
                _stands(work, row, message)
        case Later(after, reason):
            outcomes.later(c, row, after, reason, now)
        case Unknown(after, reason):
            outcomes.unknown(c, row, after, reason, now)
        case Gone(reason):
            if outcomes.gone(c, row, reason, now):
                log.error("the staff group is closed to us", extra={"action": "group_gone"})
        case Refused():
            _refused(work, row, ended)
        case Moved(chat):
            if not outcomes.moved(c, row, chat, now):
                moved(work, row.chat, row.address.chat, chat)
        case Halted(reason):
            outcomes.later(c, row, 0, reason, now)


def moved(work: Work, chat: int, old: str, new: str) -> None:
    """The group became a supergroup: nothing that stands in it can be changed any more.

    Its topics are made anew, its cards drawn again; what waits goes to the new place.
    """
    settings.write(work.c, f"{MOVED}{old}", new)
    topics.void(work.c, chat)
    staff_cards.forget(work.c, chat, work.now)


def _stands(work: Work, row: Claimed, message: str) -> None:
    """A part of the view stands in the group now."""
    kind, subject = _about(row)
    if kind in (CARD, OWN) and message and row.method == "sendMessage":
        staff_cards.placed(work.c, subject, message, own=kind == OWN)
    elif kind == MADE:
        topics.made(work.c, subject, message)


# What a row of the view draws: of a ticket its card, the one in its own topic, its subscriber's
# words; of a topic what is left there of a card, its name or state, itself.
CARD, OWN, FED, LEFT, TOPIC, MADE = "card", "own", "fed", "left", "topic", "made"
CALL = "call"  # somebody is called for a ticket


def named(kind: str, subject: int, before: int = 0) -> str:
    """The name of such a row: of which ticket or topic (their ids), and what was fed before."""
    return f"{kind}:{subject}:{before}"


def _about(row: Claimed) -> tuple[str, int]:
    kind, subject, _ = row.card.split(":")
    return kind, int(subject)


def _refused(work: Work, row: Claimed, ended: Refused) -> None:
    """Words to people go once more in a simpler form; of the view what failed is drawn anew."""
    c, now = work.c, work.now
    told = row.notice != VIEW or (row.file is not None and not _fault(ended))
    plain = ended.plain if told and not row.plain else None
    simpler = Simpler(plain.method, plain.body) if plain else None
    if not outcomes.refused(c, row, ended.reason, simpler, now) or simpler is not None:
        return
    if row.notice != VIEW:
        log.error("not said in the group: %s", ended.reason, extra={"action": "group_refused"})
        return
    mend = _fault(ended)
    if mend is not None:
        mend(work, row)
        return
    log.error("not drawn in the group: %s", ended.reason, extra={"action": "group_refused"})
    _again(work, row)


def _fault(ended: Refused) -> "Callable[[Work, Claimed], None] | None":
    """What mends what people did to the group, if that is why it was refused."""
    said = ended.reason.lower()
    return next((mend for words, mend in FAULTS if words in said), None)


def _topic(work: Work, row: Claimed) -> "topics.Topic | None":
    """The topic in which, or with which, it failed."""
    kind, subject = _about(row)
    if kind in (TOPIC, MADE, LEFT):
        return topics.load(work.c, subject)
    if kind == CARD:
        card = staff_cards.of(work.c, subject)
        return topics.load(work.c, card.topic) if card and card.topic else None
    return topics.of(work.c, row.chat, topics.of_ticket(subject))


def _deleted(work: Work, row: Claimed) -> None:
    """Somebody deleted the topic: it is made again, and what stood in it drawn again."""
    found = _topic(work, row)
    if found is not None:
        topics.made(work.c, found.id, "")
        staff_cards.topic_gone(work.c, found.id, found.ticket, work.now)


def _closed(work: Work, row: Claimed) -> None:
    """Somebody closed the topic: it is opened before anything is said there."""
    found = _topic(work, row)
    if found is not None:
        topics.closed(work.c, found.id, True)
    _undo(work, row)


def _missing(work: Work, row: Claimed) -> None:
    """Somebody deleted the card, or it is too old to change: a new one is sent."""
    kind, subject = _about(row)
    if kind in (CARD, OWN):
        staff_cards.placed(work.c, subject, "", own=kind == OWN)


def _no_topics(work: Work, row: Claimed) -> None:
    """The group has no topics, or we may not make any: cards stand in it without, for now."""
    _undo(work, row)
    settings.write(work.c, PLAIN, row.address.chat)
    log.error("no topics in the staff group", extra={"action": "group_plain"})


def _again(work: Work, row: Claimed) -> None:
    """What is refused for another reason is tried again, ever more rarely."""
    kind, subject = _about(row)
    _undo(work, row)
    if kind in (CARD, OWN, FED):
        staff_cards.refused(work.c, subject, work.now)
    elif kind != LEFT:
        staff_cards.topic_refused(work.c, row.chat, work.now)


def _undo(work: Work, row: Claimed) -> None:
    """What was held to stand there does not."""
    kind, subject = _about(row)
    if kind in (CARD, OWN):
        staff_cards.undrawn(work.c, subject, own=kind == OWN)
    elif kind == FED:
        staff_cards.fed(work.c, subject, int(row.card.rpartition(":")[2]))


# words of the description, lower case; the first that fit count
FAULTS: tuple[tuple[str, Callable[[Work, Claimed], None]], ...] = (
    ("thread not found", _deleted),
    ("topic_deleted", _deleted),
    ("topic_id_invalid", _deleted),
    ("topic_closed", _closed),
    ("message to edit not found", _missing),
    ("message can't be edited", _missing),
    ("message_id_invalid", _missing),
    ("message identifier is not specified", _missing),
    ("not a forum", _no_topics),
    ("not enough rights", _no_topics),
    ("chat_admin_required", _no_topics),
)
