"""Complaint intake: whatever the story left open, then a card to confirm, then it is filed."""

from collections.abc import Mapping
from dataclasses import replace

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Step
from dialogs.intake import again, each, outage, several
from dialogs.intake.asking import misfit
from dialogs.intake.card import ask_card
from dialogs.intake.category import pair_words
from dialogs.intake.contact import called
from dialogs.intake.draft import FIELDS as ORDER
from dialogs.intake.draft import found_in, needed, reread
from dialogs.intake.fields import FIELDS
from dialogs.intake.filing import filed
from dialogs.intake.parting import in_question, matters, missing
from dialogs.intake.questions import consulting
from dialogs.intake.tickets import complaints, open_ids
from dialogs.model import Choice, Contacted, Json, Phrase, Say, Tap, Text, What
from dialogs.table import On
from dialogs.tickets.ticket import FRIENDLY, Kind


def ask_same(scene: Scene) -> Say:
    """With tickets open: is it about one of them?"""
    tickets = complaints(scene)[:5]
    choices = tuple(
        Choice(
            Phrase(
                "same-ticket",
                {
                    "no": ticket.number,
                    "matter": pair_words(scene, ticket.filing.category, ticket.filing.subtype),
                },
            ),
            f"same:{ticket.id}",
        )
        for ticket in tickets
    )
    new = Choice(Phrase("button-new-matter"), "new")
    return Say(Phrase("complaint-same"), (*choices, new))


def take_same(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="new"):
            return Answer("new", {"same": "new", "apart": open_ids(scene)})
        case Tap(data=data) if data.startswith("same:"):
            ticket = data[5:]
            known = {str(one.id) for one in scene.facts.tickets if one.open}
            return Answer("same", {"same": ticket}) if ticket in known else Refused("refused-same")
        case Text(text):
            before = str(scene.draft.get("story") or "")
            taken = FIELDS["story"].take(scene, Text(f"{before}\n{text}".strip()))
            return Answer("stay", taken.changes) if isinstance(taken, Answer) else taken
    return misfit(what, "refused-same")


def joins(scene: Scene, begun: Mapping[str, Json]) -> Mapping[str, Json]:
    """Words told beside a draft that belong to it: more of its story, and what they tell."""
    if scene.frame.state in again.ASKED:  # its words are told: only the earlier one is asked about
        return {}
    more = str(begun.get("story") or "")
    found: dict[str, Json] = {}
    if more and matters(scene.draft):
        found = several.joined(scene, more)
    elif more and scene.frame.state == "several":
        found = several.more_told(scene, more)
    elif more and more not in str(scene.draft.get("story", "")):
        story = f"{scene.draft.get('story', '')}\n{more}".strip()
        found = {**reread(story, scene), "story": story}
    called = begun.get("kind") == Kind.COMPLAINT != scene.draft.get("kind", Kind.COMPLAINT)
    return {**found, "kind": str(Kind.COMPLAINT)} if called else found


def show_card(scene: Scene) -> Say:
    return several.ask_card(scene) if matters(scene.draft) else ask_card(scene)


def take_card(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="submit"):
            return submitted(scene)
        case Tap(data="change"):
            return Answer("change", {"menu": None})
        case Tap(data="one") if matters(scene.draft):
            return several.as_one(scene)
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return submitted(scene)
        case Text(text) if len(text.strip()) >= 4:
            return more_said(scene, text)
    return misfit(what, "refused-card")


def submitted(scene: Scene) -> Answer:
    """File it, unless today's limit is reached."""
    if matters(scene.draft):
        return each.submitted(scene)
    limit = scene.house.tickets_per_day
    if limit and scene.facts.filed_today >= limit:
        full = Phrase("complaint-full")
        return Answer("stay", says=(Say((full, *scene.hotline)),))
    return again.met(scene) or Answer("submit", orders=(again.to_file(scene),))


def more_said(scene: Scene, text: str) -> Answer:
    """Words typed at the card are part of the story."""
    clean, _ = answers.private_numbers(text.strip())
    said = (Say(Phrase("complaint-added")),)
    if matters(scene.draft):
        return Answer("stay", {**several.added(scene, clean), **called(clean)}, says=said)
    story = f"{scene.draft.get('story', '')}\n{clean}"
    changes: dict[str, Json] = {"story": story, "found": found_in(story, scene), **called(clean)}
    return Answer("stay", changes, says=said)


def changeable(scene: Scene) -> tuple[str, ...]:
    """The lines of the card, those that this category does not need left out."""
    asked = (
        name
        for name in ORDER
        if name not in ("kind", "company")
        and (name in scene.draft or needed(name, scene.draft, scene.house))
        and (name == "story" or scene.draft.get("kind") not in FRIENDLY)
    )
    return (*asked, *OWN)


OWN = ("contact", "name", "relation", "kind")  # defaults: never asked, changed on the card


def ask_change(scene: Scene) -> Say:
    """Eight lines to a screen, then the rest."""
    if matters(scene.draft):
        return several.ask_change(scene)
    names = changeable(scene)
    rest = scene.draft.get("menu") == "rest"
    shown = names[SCREEN:] if rest else names[:SCREEN]
    more = (Choice(Phrase("button-fewer" if rest else "button-more"), "turn"),)
    choices = tuple(Choice(Phrase(f"field-{name}"), f"edit:{name}") for name in shown)
    return Say(Phrase("complaint-change"), (*choices, *(more if len(names) > SCREEN else ())))


SCREEN = 7


def take_change(scene: Scene, what: What) -> Answer | Refused:
    if matters(scene.draft):
        return several.take_change(scene, what)
    match what:
        case Tap(data="turn"):
            other = None if scene.draft.get("menu") == "rest" else "rest"
            return Answer("stay", {"menu": other})
        case Tap(data=data) if data.startswith("edit:") and data[5:] in changeable(scene):
            return Answer("edit", {"again": data[5:], "menu": None})
    return misfit(what, "refused-change")


def registered(scene: Scene) -> Ending:
    """The ticket's own message says it; a repeat is told what it is linked to."""
    ending = filed(scene)
    told = each.linked(scene) if matters(scene.draft) else again.linked(scene)
    return replace(ending, says=(*told, *ending.says))


def asked(scene: Scene) -> Ending:
    """It was a question after all: its words are what is asked."""
    return consulting(scene, str(scene.draft.get("story", "")), "consultation")


def sent_on(_scene: Scene) -> Ending:
    """It is another company's matter: nothing was filed."""
    return Ending((Say(Phrase("complaint-elsewhere")),), (Contacted("company", "", "sent_on"),))


def open_before(scene: Scene) -> bool:
    """Whether "the same matter?" is still to be asked."""
    friendly = scene.draft.get("kind") in FRIENDLY
    alone = not in_question(scene) and not matters(scene.draft)
    return alone and "same" not in scene.draft and not friendly and bool(complaints(scene))


def lacking(scene: Scene) -> bool:
    return bool(missing(scene.draft, scene.house))


COMPLAINT = Dialog(
    name="complaint",
    version=1,
    steps=(
        Step("same", ask_same, take_same),
        Step("several", several.ask_several, several.take_several),
        Step("fact", several.ask_fact, several.take_fact, several.asking),
        Step("outage", outage.ask_outage, outage.take_outage),
        Step("card", show_card, take_card),
        Step("change", ask_change, take_change),
        Step("met", each.ask_same, each.take_same),
        Step("finished", each.show_finished, each.answer_finished),
        Step("unhappy", each.show_unhappy, each.answer_unhappy),
    ),
    rows=(
        #  trigger  from      to        only if
        On("start", "start", "same", open_before),
        On("start", "start", "several", in_question),
        On("start", "start", "outage", outage.known),
        On("start", "start", "fact", lacking),
        On("start", "start", "card"),
        On("same", "same", "added"),
        On("new", "same", "outage", outage.known),
        On("new", "same", "fact", lacking),
        On("new", "same", "card"),
        On("stay", "same", "several", in_question),
        On("stay", "same", "same"),
        On("one", "several", "same", open_before),
        On("apart", "several", "outage", outage.known),
        *(On(way, "several", "fact", lacking) for way in ("apart", "one")),
        *(On(way, "several", "card") for way in ("apart", "one")),
        *(On(way, "several", "several") for way in ("stay", "join")),
        On("menu", "fact", "fact"),
        On("answer", "fact", "several", in_question),
        On("answer", "fact", "outage", outage.known),
        On("answer", "fact", "fact", lacking),
        On("answer", "fact", "card"),
        On("question", "fact", "asked"),
        On("elsewhere", "fact", "sent_on"),
        On("stay", "outage", "outage"),
        On("apart", "outage", "outage", outage.known),
        On("apart", "outage", "fact", lacking),
        On("apart", "outage", "card"),
        On("submit", "outage", "filed"),
        On("join", "outage", "outage"),
        On("join", "same", "same"),
        *(On("join", state, "several", in_question) for state in ("fact", "card", "change")),
        On("join", "fact", "outage", outage.known),
        On("join", "fact", "fact", lacking),
        On("join", "fact", "card"),
        On("join", "card", "card"),
        On("join", "change", "card"),
        On("submit", "card", "filed"),
        On("stay", "card", "several", in_question),
        On("stay", "card", "card"),
        On("again", "card", "added"),
        On("finished", "card", "finished"),
        On("unhappy", "card", "unhappy"),
        On("change", "card", "change"),
        On("one", "card", "card"),
        On("one", "change", "card"),
        On("stay", "change", "change"),
        On("edit", "change", "fact"),
        *(On("met", state, "met") for state in ("card", "met", "finished", "unhappy")),
        *(On("finished", state, "finished") for state in ("met", "finished", "unhappy")),
        *(On("unhappy", state, "unhappy") for state in ("met", "unhappy")),
        On("stay", "finished", "finished"),
        On("reopen", "finished", "reopened"),
        On("unhappy", "finished", "unhappy"),
        *(On("submit", state, "filed") for state in ("met", "finished", "unhappy")),
    ),
    ends={
        "filed": registered,
        "added": again.added,
        "reopened": again.reopened,
        "asked": asked,
        "sent_on": sent_on,
    },
    join=joins,
    carries=(*ORDER, "subtype", "alarms", "tone", "found", "matters", "one"),
    opened="fact/story",
)
