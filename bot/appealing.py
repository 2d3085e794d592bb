"""What a turn about an appeal knows more: which files its subscriber sent for the ticket."""

from bot.stage import Work
from dialogs.house import Facts
from dialogs.model import Session, Turn
from dialogs.values import replace
from storage import files

DIALOG, THEIRS, REFUSED = "appeal", "in", "refused"


def with_files(work: Work, session: Session, facts: Facts) -> Facts:
    """The facts of a chat in which an appeal is prepared, with the sizes of those files."""
    ticket = _meant(session)
    if not ticket or all(one.id != ticket for one in facts.tickets):
        return facts
    sent = (one for one in files.of_ticket(work.c, ticket) if one.uploader == THEIRS)
    return replace(facts, evidence=tuple(one.size for one in sent if one.state != REFUSED))


def met(work: Work, before: Session, turn: Turn, facts: Facts) -> Facts | None:
    """The facts with the files of the ticket that this turn came to; None if they are known."""
    if not _meant(turn.session) or _meant(turn.session) == _meant(before):
        return None
    found = with_files(work, turn.session, facts)
    return None if found is facts else found


def _meant(session: Session) -> int:
    """The ticket that an appeal is prepared about, 0 for none."""
    top = session.stack[-1] if session.stack else None
    said = top.draft.get("ticket") if top is not None and top.dialog == DIALOG else None
    return int(said) if isinstance(said, str) and said.isdecimal() else 0
