"""Key accounts (重点客户): the list of their numbers, and the mark on the tickets about them."""

from dataclasses import dataclass
from datetime import datetime

from bot.orders import Conflict
from dialogs.house import House
from dialogs.model import Move
from dialogs.tickets import moves
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.ticket import Actor, Role
from storage import Connection, key_accounts, tickets
from storage.staff import Staff


@dataclass(frozen=True, slots=True)
class Keeping:
    """One transaction of somebody who keeps the list; `by` None: by command."""

    c: Connection
    house: House
    now: datetime
    by: Staff | None = None

    def put(self, number: str, name: str) -> bool:
        """Put a number (E.164, or an account) on the list; its open tickets are marked too.

        False if it stands there already. Raises Conflict when a ticket moved on meanwhile.
        """
        if not key_accounts.add(self.c, number, name, self._who, self.now):
            return False
        self._mark(number, key=True)
        return True

    def take_off(self, number: str) -> bool:
        """Take a number off the list, and the mark off its open tickets; False if it is not there.

        Raises Conflict when a ticket moved on meanwhile.
        """
        if not key_accounts.remove(self.c, number, self._who, self.now):
            return False
        self._mark(number, key=False)
        return True

    @property
    def _who(self) -> int | None:
        return self.by.id if self.by else None

    def _mark(self, number: str, *, key: bool) -> None:
        """Each ticket's timeline says who did it; its subscriber hears nothing of it."""
        by = self.by
        actor = Actor(Role.BOT, by.id, by.name, by.department) if by else Actor(Role.BOT)
        for one in key_accounts.open_tickets(self.c, number):
            ticket = tickets.load(self.c, one)
            if ticket is None or ticket.key is key:
                continue
            order = Move(one, "key", {"key": key})
            made = moves.apply(ticket, order, actor, self.now, self.house)
            if isinstance(made, NotAllowed):
                continue
            if not tickets.save(self.c, ticket, made.ticket, made.entries):
                raise Conflict(ticket.number)
