"""Moves about the file of an appeal: what is said for it, what staff find, that it was handed out.

None of them changes the ticket's state or its clocks (domain.md §5: no worse service).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from dialogs.appeals.dossier import (
    CONFIRMED,
    ELSEWHERE,
    FROM_STORY,
    NOT_FOUND,
    STATED,
    WHEN_ASKED,
    Contact,
    Dossier,
    Elsewhere,
)
from dialogs.appeals.stating import contacts, dossier
from dialogs.model import Json
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.ticket import Ticket

SAID = ("name", "employer", "address", "postcode", "phone", "email")
RELATIONS = ("holder", "agent", "user", "other")
MOST_CONTACTS = 20
LINE = 200  # characters of a name, an address, a reference
PROVINCE = re.compile(r"\d{6}", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def prepare(act: Act) -> Outcome:
    """The subscriber, or staff who write it down for them, say what the file needs.

    Fields, each of which may be left out: name, employer, address, postcode, phone, email ("" takes
    it back); relation; province (its code); demand; elsewhere, the codes of other bodies that have
    the matter ([] for none), with elsewhere_words; contacts, all earlier ones told so far ([] for
    none), each {words, on, number}: those that staff judged stay as they are.
    """
    fields, ticket = act.fields, act.ticket
    said = told(dossier(ticket), fields, act.now)
    filing = ticket.filing
    relation = read.words(fields, "relation")
    if relation in RELATIONS:
        filing = replace(filing, relation=relation)
    if said.applicant.name and not filing.name:
        filing = replace(filing, name=said.applicant.name)
    return Done(ticket=replace(ticket, dossier=said, filing=filing))


def told(known: Dossier, fields: Mapping[str, Json], now: datetime) -> Dossier:
    """What is known with what is said now; the fields are those of `prepare`."""
    lines = {name: read.words(fields, name)[:LINE] for name in SAID if name in fields}
    made = replace(known, applicant=replace(known.applicant, **lines))
    if read.words(fields, "relation") in RELATIONS:
        made = replace(made, asked_relation=True)
    if PROVINCE.fullmatch(read.words(fields, "province")):
        made = replace(made, province=read.words(fields, "province"))
    if "demand" in fields:
        made = replace(made, demand=read.words(fields, "demand"))
    if "elsewhere" in fields:
        words = read.words(fields, "elsewhere_words")
        codes = dict.fromkeys(read.strings(fields, "elsewhere"))
        bodies = tuple(Elsewhere(code=one, words=words) for one in codes if one in ELSEWHERE)
        made = replace(made, elsewhere=bodies, asked_elsewhere=True)
    if isinstance(fields.get("contacts"), list):
        kept = tuple(one for one in known.contacts if _kept(one))
        made = replace(made, contacts=(*kept, *_contacts(fields, now)), asked_contacts=True)
    return made


def _kept(one: Contact) -> bool:
    """What was not asked for, and what staff judged, is not told anew."""
    return one.source == FROM_STORY or one.status != STATED


def _contacts(fields: Mapping[str, Json], now: datetime) -> tuple[Contact, ...]:
    said = fields.get("contacts")
    listed = said[:MOST_CONTACTS] if isinstance(said, list) else []
    made = (_contact(one, now) for one in listed if isinstance(one, dict))
    return tuple(one for one in made if one.words)


def _contact(said: Mapping[str, Json], now: datetime) -> Contact:
    return Contact(
        words=read.words(said, "words"),
        told_at=now,
        on=_day(read.words(said, "on")),
        number=read.words(said, "number")[:LINE],
        source=WHEN_ASKED,
    )


def _day(text: str) -> str:
    """The ISO date, "" if it is none."""
    try:
        return str(date.fromisoformat(text)) if DAY.fullmatch(text) else ""
    except ValueError:
        return ""


def judge(act: Act) -> Outcome:
    """Staff looked an earlier contact up in the records (domain.md §5).

    Fields: contact, its place among `stating.contacts`, from 1; outcome, "confirmed" or
    "not_found"; words, what the records say.
    """
    known, place = contacts(act.ticket), read.whole(act.fields, "contact")
    outcome, words = read.words(act.fields, "outcome"), read.words(act.fields, "words")
    if place is None or not 1 <= place <= len(known):
        return NotAllowed("not-allowed-no-contact")
    if outcome not in {CONFIRMED, NOT_FOUND}:
        return NotAllowed("not-allowed-contact-outcome")
    if not words:
        return NotAllowed("not-allowed-no-words")
    judged = replace(
        known[place - 1],
        status=outcome,
        judged_by=act.actor.staff,
        judged_name=act.actor.name,
        judged_at=act.now,
        finding=words,
    )
    changed = (*known[: place - 1], judged, *known[place:])
    return Done(ticket=_with(act.ticket, replace(dossier(act.ticket), contacts=changed)))


def hand_out(act: Act) -> Outcome:
    """The file was made as of now and is on its way. Fields: prepared (true: before the right to
    appeal was there)."""
    known = dossier(act.ticket)
    return Done(ticket=_with(act.ticket, replace(known, handed=(*known.handed, act.now))))


def _with(ticket: Ticket, changed: Dossier) -> Ticket:
    return replace(ticket, dossier=changed)
