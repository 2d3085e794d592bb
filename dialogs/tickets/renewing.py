"""An offer accepted after one of its dates: it is agreed with dates that can be kept.

An offer stands for weeks, a final position until the archive; what was to be done within a week of
the offer is then done within a week of the acceptance. The subscriber sees the new dates before
they confirm.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.house import House
from dialogs.tickets.calendar import last_second
from dialogs.tickets.ticket import Item, Proposal
from dialogs.values import replace


def renewed(proposal: Proposal, now: datetime, house: House) -> tuple[Item, ...]:
    """The items as they would be agreed now (aware UTC): a date that has passed is counted anew."""
    return tuple(_renewed(item, proposal.at, now, ZoneInfo(house.zone)) for item in proposal.items)


def _renewed(item: Item, offered: datetime, now: datetime, zone: ZoneInfo) -> Item:
    """As many days from today as there were from the offer, one at least."""
    if item.due is None or item.due > now or item.done_at is not None:
        return item
    due, first, today = (at.astimezone(zone).date() for at in (item.due, offered, now))
    days = max(due - first, timedelta(days=1))
    return replace(item, due=last_second(today + days, zone.key))
