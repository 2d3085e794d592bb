"""What a subscriber asks for after filing: it stands with the wishes, so that it gets an answer."""

from dataclasses import replace
from datetime import datetime

from dialogs.house import House
from dialogs.tickets.ticket import Filing
from dialogs.understand import reading


def wished(filing: Filing, words: str, now: datetime, house: House) -> Filing:
    """The filing with what these words ask for beside what it wishes already."""
    told = reading.read(words, now=now, zone=house.zone, catalogue=house.catalogue)
    known = {one.code for one in filing.wishes}
    more = tuple(one for one in told.wishes if one.code not in known)
    return replace(filing, wishes=(*filing.wishes, *more)) if more else filing
