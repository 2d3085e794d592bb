"""The small form of each move: which fields it has, how what was typed becomes a move's fields.

The fields are those that the docstrings of the move functions in `dialogs.tickets` name. What is
wrong with them is said by the moves themselves; only an amount that is no number is told here.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from dialogs.model import Json, Phrase

MOST_ITEMS = 5
MOST_MINOR = 99_999_999
SAID = ("code", "words", "due", "promise")  # what an item says beside its amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One input. `kind`: "words", "line", "money", "date", "tick", "choice", "ticks" or "items".

    A choice takes its options from `source`, and so do ticks, of which any number may be set. The
    label is the text `desk-field-LABEL`, the hint under it `desk-hint-HINT`.
    """

    name: str
    kind: str
    label: str
    source: str = ""
    hint: str = ""
    required: bool = True


def _words(name: str, label: str, *, hint: str = "", required: bool = True) -> Field:
    return Field(name=name, kind="words", label=label, hint=hint, required=required)


def _choice(name: str, source: str, *, hint: str = "", required: bool = True) -> Field:
    return Field(
        name=name, kind="choice", label=source, source=source, hint=hint, required=required
    )


def _date(name: str, label: str, *, hint: str = "", required: bool = True) -> Field:
    return Field(name=name, kind="date", label=label, hint=hint, required=required)


def _money(label: str = "amount", *, required: bool = True) -> Field:
    return Field(name="minor", kind="money", label=label, required=required)


def _tick(name: str, label: str, *, required: bool = False) -> Field:
    return Field(name=name, kind="tick", label=label, required=required)


def _line(name: str, label: str, *, hint: str = "", required: bool = False) -> Field:
    return Field(name=name, kind="line", label=label, hint=hint, required=required)


REASON = _words("reason", "reason")
FINDING = _words("finding", "finding", hint="finding")
LIABILITY = _choice("liability", "liability")
ITEMS = Field(name="items", kind="items", label="items", hint="items")
PROOF = _words("proof", "proof", hint="proof")

CASE = _choice("case", "case")  # which of the appeals and referrals, where several are open

OFFER = (LIABILITY, FINDING, ITEMS, _tick("reviewed", "reviewed", required=True))

FORMS: Mapping[str, tuple[Field, ...]] = {
    "claim": (),
    "sign_in": (),
    "assign": (_choice("staff", "colleague"), _words("words", "why", required=False)),
    "release": (_words("words", "why", required=False),),
    "set_level": (_choice("level", "level"), REASON),
    "resume": (),
    "admissible": (),
    "same_matter": (),
    "apart": (),
    "reply": (
        _words("words", "reply"),
        _date("until", "promised", hint="promised", required=False),
    ),
    "thank": (_words("words", "reply"),),
    "complain": (),
    "ask": (
        Field(name="facts", kind="ticks", label="facts", source="facts", required=False),
        _words("words", "ask", hint="ask", required=False),
    ),
    "grade": (_choice("severity", "severity", hint="severity"),),
    "note": (
        _words("words", "note", required=False),
        _tick("call", "call"),
        _date("until", "phone-date", required=False),
        _tick("told", "told"),
        _tick("outage", "outage"),
        _tick("restored", "restored"),
        _tick("visit", "visit"),
        Field(
            name="liability",
            kind="choice",
            label="liability",
            source="liability",
            required=False,
        ),
    ),
    "answer": (_words("words", "answer", hint="answer"),),
    "solve": (_words("words", "solve"),),
    "refile": (_words("words", "refile"),),
    "propose": OFFER,
    "done_without_proposal": (
        PROOF,
        _tick("wish_met", "wish-met"),
        _tick("visit", "visit"),
        _money(required=False),
    ),
    "final": (_words("words", "final", hint="final"), _tick("meeting", "meeting", required=True)),
    "mediated": (CASE, LIABILITY, FINDING, ITEMS),
    "end_deadlock": (CASE, _words("words", "decision")),
    "answer_body": (
        CASE,
        _choice("way", "way"),
        _date("on", "sent-on", required=False),
        _words("words", "why", required=False),
    ),
    "taken_up": (CASE, _date("on", "taken-on", required=False)),
    "turned_down": (CASE, _words("words", "turned-down")),
    "taken_back": (CASE, _words("words", "taken-back")),
    "dispatch": (_choice("department", "department"),),
    "return_routing": (REASON,),
    "hold": (REASON, _date("until", "hold-until", hint="hold")),
    "set_liability": (
        LIABILITY,
        FINDING,
        _choice("severity", "severity", hint="severity", required=False),
    ),
    "ask_approval": (*OFFER, _words("words", "leave", hint="leave")),
    "approve": (),
    "refuse_approval": (_words("reason", "reason", hint="no-leave"),),
    "pass_up": (_words("words", "why", required=False),),
    "dispute": (_money(), REASON),
    "credit_placed": (Field(name="reference", kind="line", label="hold-reference"),),
    "withdraw_proposal": (REASON, _date("until", "new-date", required=False)),
    "item_done": (_choice("item", "item"), PROOF, _tick("visit", "visit")),
    "delay": (_date("until", "new-date"), REASON),
    "late": (_choice("item", "item"), _date("due", "new-date"), REASON),
    "inadmissible": (_choice("reason", "inadmissible"),),
    "escalate": (_words("reason", "why", required=False),),
    "appeal": (
        Field(name="reference", kind="line", label="reference"),
        Field(name="body", kind="line", label="appeal-body", hint="appeal-body", required=False),
        _date("received", "filed-on", required=False),
    ),
    # For who cannot say it in a chat: what the file needs; then the file, taken from the page.
    "prepare_appeal": (
        _line("name", "appeal-name", hint="appeal-name", required=True),
        _line("address", "appeal-address", required=True),
        _line("postcode", "appeal-postcode", required=True),
        _line("phone", "appeal-phone"),
        _line("email", "appeal-email"),
        _line("employer", "appeal-employer"),
    ),
    "hand_out_file": (),
    "judge_contact": (
        _choice("contact", "contact"),
        _choice("outcome", "contact-outcome"),
        _words("words", "contact-finding", hint="contact-finding"),
    ),
    "refer": (
        Field(name="body", kind="line", label="body"),
        Field(name="reference", kind="line", label="reference", required=False),
        _date("received", "came-on", required=False),
        _date("until", "body-until", hint="body-until", required=False),
        _words("words", "body-asks", required=False),
    ),
}
CONFIRM_INADMISSIBLE = (_words("mend", "mend", hint="mend", required=False),)


def form_of(move: str, *, confirming: bool = False) -> tuple[Field, ...] | None:
    """The fields of a move; None for one that is not staff's. `confirming`: the second pair of
    eyes on what a colleague asked for."""
    if move == "inadmissible" and confirming:
        return CONFIRM_INADMISSIBLE
    return FORMS.get(move)


@dataclass(frozen=True, slots=True)
class Filled:
    """A form read: the move's fields, or what is wrong before any move can judge them."""

    fields: Mapping[str, Json]
    wrong: Phrase | None = None


class NoAmount(ValueError):
    """What stands there is no amount of money."""


def read(form: tuple[Field, ...], typed: Mapping[str, str]) -> Filled:
    """The fields of a move from what a browser sent; inputs left empty are left out."""
    fields: dict[str, Json] = {}
    try:
        for field in form:
            value = _read(field, typed)
            if value is not None:
                fields[field.name] = value
    except NoAmount as error:
        return Filled({}, Phrase("desk-wrong-amount", {"typed": str(error)}))
    return Filled(fields)


def _read(field: Field, typed: Mapping[str, str]) -> Json:
    match field.kind:
        case "items":
            return _items(typed)
        case "ticks":
            start = f"{field.name}-"
            return [said for name, said in typed.items() if name.startswith(start)] or None
    return _value(field, typed)


def _value(field: Field, typed: Mapping[str, str]) -> Json:
    said = typed.get(field.name, "").strip()
    if not said:
        return None
    if field.kind == "money":
        return minor(said)
    if field.kind == "tick":
        return said if field.name == "told" else True
    return said.replace("\r\n", "\n")


def _items(typed: Mapping[str, str]) -> Json:
    """The filled rows of the offer; a row that says nothing is no item."""
    found: list[Json] = []
    for place in range(1, MOST_ITEMS + 1):
        said = {key: typed.get(f"{key}-{place}", "").strip() for key in SAID}
        amount = typed.get(f"money-{place}", "").strip()
        if not any((*said.values(), amount)):
            continue
        item: dict[str, Json] = dict(said)
        item["minor"] = minor(amount) if amount else None
        found.append(item)
    return found


def minor(typed: str) -> int:
    """An amount as minor units, in the operator's currency: "94", "¥94.50", "1,200", "94元", "£94".

    Raises NoAmount.
    """
    plain = unicodedata.normalize("NFKC", typed).strip()
    named = r"^(?:[¥£€$]|CNY|RMB|GBP)\s*|\s*(?:元|块|yuan|CNY|GBP|pounds?)$"
    plain = re.sub(named, "", plain, flags=re.IGNORECASE)
    plain = re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", plain)
    if not re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,2})?", plain):
        raise NoAmount(typed)
    try:
        whole = int(Decimal(plain) * 100)
    except InvalidOperation:
        raise NoAmount(typed) from None
    if not 0 < whole <= MOST_MINOR:
        raise NoAmount(typed)
    return whole


def yuan(minor_units: int | None) -> str:
    """Minor units as they are typed: 9450 is "94.50", 9400 is "94"."""
    if minor_units is None:
        return ""
    whole, rest = divmod(minor_units, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)
