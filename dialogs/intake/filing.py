"""From a confirmed draft to what is filed."""

from collections.abc import Mapping
from datetime import datetime

from dialogs.dialog import Ending, Scene, Start
from dialogs.house import House
from dialogs.intake.card import wishes_of
from dialogs.intake.contact import OTHER
from dialogs.intake.draft import money_of, place_of, sounding, when_of
from dialogs.model import Json
from dialogs.tickets.served import completed
from dialogs.tickets.ticket import FRIENDLY, Filing, Kind, Wish
from dialogs.understand.heard import heard

KEPT = (
    "kind",
    "story",
    "category",
    "subtype",
    "tags",
    "when",
    "place",
    "amount",
    "number",
    "remedy",
    "wish_by",
    "reported_before",
    "channels_disagree",
    "promise",
    "promised",
    "contact",
    "window",
    "name",
    "relation",
    "alarms",
    "tone",
    "outage",
    "origin",
)


def draft_to_file(scene: Scene) -> Mapping[str, Json]:
    """The part of the draft that is filed."""
    return {name: scene.draft[name] for name in KEPT if name in scene.draft}


def filed(scene: Scene) -> Ending:
    """The ticket's own message M01 says it. Who is lost easily is asked for another way."""
    if not scene.facts.resumable or scene.facts.reach:
        return Ending()
    number = str(scene.draft.get("contact") or scene.draft.get("number") or "")
    return Ending(then=Start("reach", {"number": number}))


def filing(draft: Mapping[str, Json], house: House) -> Filing:
    """The filing that a draft stands for; contact phone defaults to the service number."""
    number = str(draft.get("number", ""))
    amount = money_of(draft.get("amount"))
    wish_by = draft.get("wish_by")
    tags = draft.get("tags")
    promised = draft.get("promised")
    sound = sounding(draft, heard(str(draft.get("story", "")), house.catalogue.triggers))
    alarms = sound.get("alarms")
    told = str(draft.get("kind", ""))
    kind = Kind(told) if told in set(Kind) else Kind.COMPLAINT
    listed = [str(tag) for tag in tags] if isinstance(tags, list) else []
    flags = ["channels_disagree"] if draft.get("channels_disagree") else []
    filed = Filing(
        story=str(draft.get("story", "")),
        kind=kind,
        category=str(draft.get("category") or _plain(kind, house)),
        subtype=str(draft.get("subtype", "")),
        tags=tuple(dict.fromkeys((*listed, *flags))),
        when=when_of(draft.get("when")),
        where=place_of(draft.get("place")),
        amount=amount.minor if amount else None,
        currency=house.catalogue.currency,
        service_number=number,
        wishes=wishes_of(draft.get("remedy")) or _repair(kind, house),
        wish_by=datetime.fromisoformat(wish_by) if isinstance(wish_by, str) else None,
        contact_phone=str(draft.get("contact") or number),
        window=str(draft.get("window", "")),
        relation=str(draft.get("relation", "holder")),
        name=str(draft.get("name", "")),
        reported_before=str(draft.get("reported_before", "")),
        promise_cited=str(draft.get("promise", "")),
        answers={"promised": promised} if promised else {},
        catalogue=house.catalogue.version,
        alarms=tuple(str(one) for one in alarms) if isinstance(alarms, list) else (),
        tone=str(sound.get("tone", "calm")),
        origin=str(draft.get("origin", "")),
        alone=isinstance(draft.get("outage"), dict),
    )
    return completed(filed, house)


def _plain(kind: Kind, house: House) -> str:
    """The category of praise and suggestions that name no matter of ours."""
    return OTHER if kind in FRIENDLY and OTHER in house.catalogue.categories else ""


def _repair(kind: Kind, house: House) -> tuple[Wish, ...]:
    """What a fault report wishes without saying it."""
    return (Wish(code=REPAIR),) if kind is Kind.FAULT and REPAIR in house.catalogue.remedies else ()


REPAIR = "repair"
