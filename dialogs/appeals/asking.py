"""What the file of an appeal still lacks, asked one thing at a time and read back on one card."""

import re
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from dialogs import answers
from dialogs.answers import Refused
from dialogs.appeals import preparing
from dialogs.appeals.checking import demanding
from dialogs.appeals.dossier import ELSEWHERE, Contact
from dialogs.appeals.stating import applicant, contacts, dossier
from dialogs.dialog import Answer, Scene
from dialogs.intake.asking import misfit
from dialogs.intake.tickets import find
from dialogs.model import Arg, Choice, Json, Phrase, Say, Tap, Text, What
from dialogs.tickets.numbers import read_numbers
from dialogs.tickets.ticket import Ticket
from dialogs.tickets.wording import province, shortened
from dialogs.values import replace

DEMAND, PROVINCE = "demand", "province"
SHORT, LONG = 4, 200  # characters of an address
MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+")
LABEL = re.compile(
    r"[(（]?(?:邮政编码|邮编|postcode|zip(?: code)?)\s*(?:是|为|is)?\s*[:：]?\s*[)）]?", re.I
)
CONTACT_WORDS = 500


def meant(scene: Scene) -> Ticket | None:
    """The ticket that the appeal is about."""
    said = scene.draft.get("ticket")
    return find(scene, int(said)) if isinstance(said, str) and said.isdecimal() else None


def given(scene: Scene) -> dict[str, Json]:
    """What was answered in this dialog, under the names of `preparing.prepare`."""
    said = scene.draft.get("given")
    return said if isinstance(said, dict) else {}


def told(scene: Scene) -> Ticket | None:
    """The ticket as it will be with what was answered."""
    ticket, said = meant(scene), given(scene)
    if ticket is None or not said:
        return ticket
    filing, relation = ticket.filing, said.get("relation")
    if isinstance(relation, str):
        filing = replace(filing, relation=relation)
    made = preparing.told(dossier(ticket), said, scene.facts.now)
    return replace(ticket, filing=filing, dossier=made)


def missing(scene: Scene) -> str:
    """The next thing to ask for: one to be changed, else the first that nobody said; "" if none."""
    again = scene.draft.get("again")
    if isinstance(again, str) and again in ASKS:
        return again
    return next((one for one in order(scene) if _open(one, scene)), "")


def order(scene: Scene) -> tuple[str, ...]:
    """All that the file asks for, in the catalogue's order; the demand first where none is told."""
    ticket = meant(scene)
    catalogue = scene.house.catalogue
    several = len(catalogue.appeals) > 1
    asks = tuple(one for one in catalogue.appealing.asks if several or one != PROVINCE)
    told_so = ticket is not None and demanding(ticket, scene.house) and not dossier(ticket).demand
    return asks if told_so else (DEMAND, *asks)


def _open(name: str, scene: Scene) -> bool:
    ticket = meant(scene)
    if ticket is None or name in given(scene):
        return False
    known = dossier(ticket)
    match name:
        case "relation":
            return not known.asked_relation and ticket.filing.relation == "holder"
        case "province":
            return not province(ticket)
        case "contacts":
            return not known.asked_contacts
        case "elsewhere":
            return not known.asked_elsewhere
        case "demand":
            return not known.demand
        case "email" | "employer":
            return not (known.handed or getattr(known.applicant, name))
        case _:
            return not getattr(known.applicant, name)


def ask(scene: Scene) -> Say:
    """The question of what is missing."""
    return ASKS[missing(scene)][0](scene)


def take(scene: Scene, what: What) -> Answer | Refused:
    """The answer to it."""
    return ASKS[missing(scene)][1](scene, what)


def with_given(scene: Scene, **fields: Json) -> Answer:
    """An answer that adds these fields to what was given."""
    return Answer(changes={"given": {**given(scene), **fields}})


def _ask_relation(_scene: Scene) -> Say:
    names = preparing.RELATIONS
    choices = tuple(Choice(Phrase(f"relation-{one}"), f"is:{one}") for one in names)
    return Say(Phrase("appeal-ask-relation"), choices)


def _take_relation(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data=data) if data[3:] in preparing.RELATIONS and data.startswith("is:"):
            answer = with_given(scene, relation=data[3:])
            if data == "is:holder":
                return answer
            return replace(answer, says=(Say(Phrase(f"appeal-relation-{data[3:]}")),))
    return misfit(what, "refused-same")


def _ask_name(scene: Scene) -> Say:
    """The name in a filing may be that of a profile, so it is asked for even where one is known."""
    known = _known_name(scene)
    choices = (Choice(Phrase("button-this-name", {"name": known}), "this"),) if known else ()
    return Say(Phrase("appeal-ask-name"), choices, typed="word")


def _known_name(scene: Scene) -> str:
    ticket = meant(scene)
    return applicant(ticket).name if ticket else ""


def _take_name(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="this") if known := _known_name(scene):
            return with_given(scene, name=known)
        case Text(text):
            name = answers.person_name(text)
            return name if isinstance(name, Refused) else with_given(scene, name=name)
    return misfit(what, "refused-name-letters")


def _ask_address(_scene: Scene) -> Say:
    return Say(Phrase("appeal-ask-address"), typed="word")


def _take_address(scene: Scene, what: What) -> Answer | Refused:
    """An address; a postcode that stands in it is one too."""
    if not isinstance(what, Text):
        return misfit(what, "refused-address")
    code = postcode(what.text, scene)
    bare = what.text.replace(code, " ") if code else what.text
    address = (
        " ".join(LABEL.sub(" ", bare).split()).strip("，,。.；; ()（）") if code else bare.strip()
    )
    if not SHORT <= len(address) <= LONG or not any(map(str.isalpha, address)):
        return Refused("refused-address")
    more: dict[str, Json] = {"postcode": code} if code else {}
    ticket, found = told(scene), scene.house.places.resolve(address).province
    if found and ticket is not None and not province(ticket):
        more["province"] = found
    return with_given(scene, address=address, **more)


def postcode(text: str, scene: Scene) -> str:
    """The postcode that stands in a text, as the country writes it; "" if none or several."""
    pattern = scene.house.catalogue.appealing.postcode
    found = re.findall(
        rf"(?<![0-9A-Za-z])(?:{pattern})(?![0-9A-Za-z])", text.strip(), re.IGNORECASE | re.ASCII
    )
    return found[0] if len(found) == 1 and isinstance(found[0], str) else ""


def _ask_postcode(_scene: Scene) -> Say:
    return Say(Phrase("appeal-ask-postcode"), typed="word")


def _take_postcode(scene: Scene, what: What) -> Answer | Refused:
    code = postcode(what.text, scene) if isinstance(what, Text) else ""
    return with_given(scene, postcode=code) if code else misfit(what, "refused-postcode")


def _optional(name: str) -> Say:
    skip = Choice(Phrase("button-leave-out"), "none")
    return Say(Phrase(f"appeal-ask-{name}"), (skip,), typed="word")


def _ask_province(_scene: Scene) -> Say:
    return Say(Phrase("appeal-ask-province"), typed="word")


def _take_province(scene: Scene, what: What) -> Answer | Refused:
    found = scene.house.places.resolve(what.text).province if isinstance(what, Text) else ""
    return with_given(scene, province=found) if found else misfit(what, "refused-province")


def _ask_email(_scene: Scene) -> Say:
    return _optional("email")


def _take_email(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="none"):
            return with_given(scene, email="")
        case Text(text) if MAIL.fullmatch(text.strip()) and len(text) <= LONG:
            return with_given(scene, email=text.strip())
    return misfit(what, "refused-email")


def _ask_employer(_scene: Scene) -> Say:
    return _optional("employer")


def _take_employer(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="none"):
            return with_given(scene, employer="")
        case Text(text) if 2 <= len(text.strip()) <= LONG:
            return with_given(scene, employer=" ".join(text.split()))
    return misfit(what, "refused-words")


def _ask_demand(_scene: Scene) -> Say:
    return Say(Phrase("appeal-ask-demand"), typed="word")


def _take_demand(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Text(text) if len(text.strip()) >= SHORT:
            clean, _ = answers.private_numbers(text.strip())
            return with_given(scene, demand=clean)
    return misfit(what, "refused-wish")


def listed(scene: Scene) -> list[Json]:
    """The earlier contacts told so far in this dialog."""
    said = scene.draft.get("listed")
    return said if isinstance(said, list) else []


def _ask_contacts(scene: Scene) -> Say:
    """What the story says of them is known; are there others? Each is told in a message."""
    ticket, said = meant(scene), listed(scene)
    known = contacts(ticket) if ticket else ()
    none = Choice(Phrase("button-no-more" if known or said else "button-none"), "none")
    if said:
        return Say(Phrase("appeal-more-contacts", {"count": len(said)}), (none,), typed="word")
    told_of = tuple(
        Phrase("appeal-known-contact", {"words": shortened(one.words)}) for one in known
    )
    key = "appeal-ask-contacts-too" if known else "appeal-ask-contacts"
    return Say((*told_of, Phrase(key)), (none,), typed="word")


def _take_contacts(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="none"):
            done = with_given(scene, contacts=listed(scene))
            return replace(done, changes={**done.changes, "listed": None})
        case Text(text) if answers.is_word(text, scene.house.catalogue.no_words):
            return _take_contacts(scene, Tap("none"))
        case Text(text) if len(text.strip()) >= SHORT:
            if len(listed(scene)) + 1 >= preparing.MOST_CONTACTS:
                done = with_given(scene, contacts=[*listed(scene), _contact(scene, text)])
                return replace(done, changes={**done.changes, "listed": None})
            more = [*listed(scene), _contact(scene, text)]
            return Answer("more", {"listed": more, "again": "contacts"})
    return misfit(what, "refused-contacts")


def _contact(scene: Scene, text: str) -> dict[str, Json]:
    """An earlier contact as told: the day and the number of ours that stand in it."""
    clean, _ = answers.private_numbers(text.strip()[:CONTACT_WORDS])
    when = answers.when(clean, now=scene.facts.now, zone=scene.house.zone)
    day = ""
    if (
        not isinstance(when, Refused)
        and when.start
        and (when.end is None or when.end == when.start)
    ):
        day = str(when.start.astimezone(ZoneInfo(scene.house.zone)).date())
    number = next(iter(read_numbers(clean)), "")
    return {"words": clean, "on": day, "number": number}


def _ask_elsewhere(_scene: Scene) -> Say:
    none = Choice(Phrase("button-elsewhere-none"), "none")
    bodies = tuple(Choice(Phrase(f"elsewhere-{one}"), f"is:{one}") for one in ELSEWHERE)
    return Say(Phrase("appeal-ask-elsewhere"), (none, *bodies))


def _take_elsewhere(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="none"):
            return with_given(scene, elsewhere=[])
        case Tap(data=data) if data.startswith("is:") and data[3:] in ELSEWHERE:
            return with_given(scene, elsewhere=[data[3:]])
        case Text(text) if answers.is_word(text, scene.house.catalogue.no_words):
            return with_given(scene, elsewhere=[])
        case Text(text):
            places = answers.choices(text, len(ELSEWHERE) + 1)
            if places is not None and 0 not in places:
                return with_given(scene, elsewhere=[ELSEWHERE[one - 1] for one in places])
    return misfit(what, "refused-same")


Asked = tuple[Callable[[Scene], Say], Callable[[Scene, What], Answer | Refused]]
ASKS: Mapping[str, Asked] = {
    "relation": (_ask_relation, _take_relation),
    "name": (_ask_name, _take_name),
    "address": (_ask_address, _take_address),
    "postcode": (_ask_postcode, _take_postcode),
    "email": (_ask_email, _take_email),
    "employer": (_ask_employer, _take_employer),
    "province": (_ask_province, _take_province),
    "demand": (_ask_demand, _take_demand),
    "contacts": (_ask_contacts, _take_contacts),
    "elsewhere": (_ask_elsewhere, _take_elsewhere),
}


def card_lines(scene: Scene) -> tuple[Arg, ...]:
    """All that the file will say of the applicant, a line each; what was left out says so."""
    ticket = told(scene)
    if ticket is None:
        return ()
    known = applicant(ticket)
    said: dict[str, Arg] = {
        "name": known.name,
        "relation": Phrase(f"relation-{ticket.filing.relation}"),
        "phone": answers.masked(known.phone) if known.phone else "",
        "address": known.address,
        "postcode": known.postcode,
        "email": known.email,
        "employer": known.employer,
        "demand": shortened(dossier(ticket).demand),
    }
    lines = tuple(_line(name, value) for name, value in said.items() if value)
    return (*lines, *_contact_lines(ticket), *_elsewhere_lines(ticket))


def _contact_lines(ticket: Ticket) -> tuple[Arg, ...]:
    return tuple(_line("contacts", _contact_words(one)) for one in contacts(ticket))


def _contact_words(one: Contact) -> Phrase:
    """The words with what staff found of them, as far as they looked."""
    return Phrase(f"contact-{one.status}", {"words": shortened(one.words)})


def _elsewhere_lines(ticket: Ticket) -> tuple[Arg, ...]:
    bodies = tuple(Phrase(f"elsewhere-{one.code}") for one in dossier(ticket).elsewhere)
    return tuple(_line("elsewhere", one) for one in bodies)


def _line(name: str, value: Arg) -> Phrase:
    return Phrase("appeal-card-line", {"name": Phrase(f"appeal-field-{name}"), "value": value})
