"""What a letter of appeal is made of: the ticket and its timeline as they were when it was made.

A letter that is made again later says what it said then, so what came after is left out here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dialogs.appeals.dossier import STATED, Contact, Dossier
from dialogs.appeals.preparing import told
from dialogs.appeals.stating import dossier
from dialogs.tickets.ticket import Clock, Entry, Ticket
from dialogs.values import replace

PREPARED, HANDED = "prepare_appeal", "hand_out_file"  # moves


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A piece of evidence: where it lies in the archive, what it is, when it came (aware UTC).

    `kind`: "photo", "document"… of the subscriber's, "confirmation" of ours. `shows` is the
    catalogue's code of the evidence that it was asked for as, "" for none. `size` in bytes,
    `sha256` in hex.
    """

    path: str
    name: str
    kind: str
    at: datetime
    size: int
    sha256: str
    shows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A ticket as of `at` (aware UTC), its timeline up to then, the evidence in its order."""

    ticket: Ticket
    entries: tuple[Entry, ...]
    exhibits: tuple[Exhibit, ...]
    at: datetime

    @property
    def prepared(self) -> bool:
        """Whether it was made before there was a right to appeal, to be sent later."""
        handed = [one for one in self.entries if one.move == HANDED and one.at == self.at]
        return any(one.detail.get("prepared") is True for one in handed)


def as_of(
    ticket: Ticket, entries: Sequence[Entry], exhibits: Sequence[Exhibit], at: datetime
) -> Record:
    """The record as it was at that moment, whatever became of the ticket since."""
    before = tuple(one for one in entries if one.at <= at)
    then = replace(
        ticket,
        proposals=tuple(one for one in ticket.proposals if one.at <= at),
        clocks=tuple(_clock(one, at) for one in ticket.clocks if one.started <= at),
        dossier=_dossier(ticket, before, at),
    )
    shown = tuple(one for one in exhibits if one.at <= at)
    return Record(ticket=then, entries=before, exhibits=shown, at=at)


def _clock(clock: Clock, at: datetime) -> Clock:
    """The clock as it ran then."""
    if clock.stopped is None or clock.stopped <= at:
        return clock
    return replace(clock, stopped=None, result="")


def _dossier(ticket: Ticket, entries: tuple[Entry, ...], at: datetime) -> Dossier:
    """What was said for the file until then; what staff found later of it is not known yet."""
    known = dossier(ticket)
    said = Dossier()
    for one in entries:
        if one.move == PREPARED:
            said = told(said, one.detail, one.at)
    contacts = tuple(_contact(one, at) for one in known.contacts if one.told_at <= at)
    handed = tuple(one for one in known.handed if one <= at)
    return replace(said, contacts=contacts, handed=handed)


def _contact(one: Contact, at: datetime) -> Contact:
    if one.judged_at is None or one.judged_at <= at:
        return one
    return replace(one, status=STATED, finding="", judged_at=None)
