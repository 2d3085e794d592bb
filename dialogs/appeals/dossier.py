"""What a subscriber said for the file of an appeal: who applies, whom they turned to before.

Values only. They are kept sealed with the ticket, and asked for when an appeal is prepared.
"""

from dataclasses import dataclass
from datetime import datetime

# Who may have the matter already, which keeps a regulator from taking it (domain.md §5).
ELSEWHERE = ("court", "arbitration", "consumer_body", "regulator", "other")
STATED, CONFIRMED, NOT_FOUND = "stated", "confirmed", "not_found"
FROM_STORY, WHEN_ASKED = "story", "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Who applies, as the letter names them; "" where it was not said.

    `phone` is E.164. A phone or name that is missing here may stand in the ticket's filing:
    `stating.applicant` gives both together.
    """

    name: str = ""
    employer: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An earlier contact with the operator about the matter, in the subscriber's own words.

    `on` is the day (ISO date), "" if none was named; `number` the reference that was given then.
    `source` is "story" or "asked". `status` is "stated", "confirmed" or "not_found": what staff
    found in the records, under `judged_name` and with `finding` in words. What is not found stays
    the subscriber's statement.
    """

    words: str
    told_at: datetime  # aware UTC
    on: str = ""
    number: str = ""
    source: str = WHEN_ASKED
    status: str = STATED
    judged_by: int = 0  # staff id
    judged_name: str = ""
    judged_at: datetime | None = None
    finding: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Another body that has the matter: one of ELSEWHERE, with what was said of it."""

    code: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that was said for the appeal file, and when the file was handed out (aware UTC).

    `province`: the GB/T 2260 code of the one whose body it goes to, "" for that of the filing.
    `demand`: what they demand where no wish was filed that says it. `asked_…`: it was asked and
    answered, so that none means none, and "holder" is no default.
    """

    applicant: Applicant = Applicant()
    asked_relation: bool = False
    province: str = ""
    demand: str = ""
    contacts: tuple[Contact, ...] = ()
    asked_contacts: bool = False
    elsewhere: tuple[Elsewhere, ...] = ()
    asked_elsewhere: bool = False
    handed: tuple[datetime, ...] = ()


NOTHING = Dossier()
