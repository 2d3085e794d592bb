"""A question answered from the articles; a complaint is one tap away, and its words go with it."""

import re
from datetime import timedelta

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Start, Step
from dialogs.doors.press import human
from dialogs.incidents.saying import until, what
from dialogs.intake.asking import misfit
from dialogs.intake.draft import begun, regret
from dialogs.intake.questions import CLEAR, TRIES, complained, noted, shown, tries, weary
from dialogs.intake.tickets import complaints
from dialogs.model import Arg, Choice, Contacted, Json, Move, Phrase, Say, Tap, Text, What
from dialogs.table import On
from dialogs.understand.heard import heard
from dialogs.understand.kinds import ASKING, ContactType, Sorted, called_so
from dialogs.understand.signs import signs

PATIENCE = timedelta(hours=2)
# What is surely no question: it is begun as what it is.
TOLD = tuple(
    Sorted(kind) for kind in (ContactType.FAULT, ContactType.PRAISE, ContactType.SUGGESTION)
)
WORDS = 4000  # characters of what was asked that are carried over
# An answer that did not help, said in a few words.
NO_USE = re.compile(
    r"没用|没帮|不是这个|不对|看不懂|不明白|不懂|没解决|还是不|不行|不清楚|答非所问|换一个"
    r"|\b(?:no use|not what|unclear|(?:did|does)n'?t help|not helpful|don'?t understand|no help"
    r"|wrong (?:answer|one)|not that|something else)\b",
    re.IGNORECASE,
)


def suspected(words: str) -> bool:
    """Whether words after an explanation sound like a grievance that is not called so."""
    return "#grief" in signs(words)


def ways(scene: Scene, *first: Choice) -> tuple[Choice, ...]:
    """The choices under every answer: a complaint, a person and, with one open, the ticket."""
    ticket = (Choice(Phrase("button-to-ticket"), "ticket"),) if complaints(scene) else ()
    complaint = Choice(Phrase("button-is-complaint"), "complaint")
    return (*first, complaint, Choice(Phrase("button-human"), "human"), *ticket)


def ask_answer(scene: Scene) -> Say:
    """The article, a page of it, and what it states by which rule."""
    helped = Choice(Phrase("button-helped"), "helped", "success")
    other = Choice(Phrase("button-other-answer"), "other")
    article = scene.house.library.shelf.get(shown(scene)[-1], scene.facts.language)
    if article is None:  # the folder has changed since
        return ask_none(scene)
    page = min(_page(scene), len(article.pages) - 1)
    rest = (Choice(Phrase("button-read-on"), "page"),) if page + 1 < len(article.pages) else ()
    source = (Phrase("consult-source", {"source": article.source}),) if article.source else ()
    told = (*_trouble(scene), article.title, article.pages[page], *(() if rest else source))
    return Say((*told, Phrase("consult-helped-q")), ways(scene, *rest, helped, other))


def _page(scene: Scene) -> int:
    page = scene.draft.get("page")
    return page if isinstance(page, int) else 0


def ask_none(scene: Scene) -> Say:
    """No article answers it: a person does, or the words become a complaint."""
    trouble = _trouble(scene)
    return Say(
        (*trouble, Phrase("outage-consult")) if trouble else Phrase("consult-none"), ways(scene)
    )


def _trouble(scene: Scene) -> tuple[Arg, ...]:
    """What is known to be out of order where the question is about, until when."""
    trouble = scene.facts.outage
    if trouble is None:
        return ()
    return what(trouble, scene.house), until(trouble, scene.facts.now)


def take_answer(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="page"):
            return Answer("page", {"page": _page(scene) + 1})
        case Tap(data="other"):
            return _next(scene, str(scene.draft["ask"]))
        case Tap(data="helped" | "complaint" | "human" | "ticket" as data):
            return _left(scene, data)
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return Answer("helped")
        case Text(text) if answers.thanks_only(text, scene.house.catalogue.thanks_words):
            return Answer("helped")
        case Text(text) if text.strip():
            return _said(scene, text.strip())
    return misfit(what, "refused-consult")


def _left(scene: Scene, way: str) -> Answer | Refused:
    """A choice that ends the consultation."""
    if way == "ticket" and not complaints(scene):
        return Refused("refused-consult")
    return Answer(way)


def _said(scene: Scene, text: str) -> Answer:
    """Words after an explanation: a complaint, a grievance, "no use", or another question."""
    words = f"{scene.draft['words']}\n{text}"[:WORDS]
    more: dict[str, Json] = {"words": words}
    found = heard(text, scene.house.catalogue.triggers)
    if called_so(text) or found.codes:
        return Answer("complaint", more)
    if suspected(text) or found.tone != "calm":
        return Answer("other", {**more, "tries": TRIES})
    if scene.house.sorter.sort(text) in TOLD:
        return Answer("told", {"words": text})
    if NO_USE.search(text):
        ask = _anew(scene, text)
        again = _next(scene, ask)
        changes = {**again.changes, **more, "ask": ask}
        return Answer(again.trigger, changes, orders=again.orders)
    again = _next(scene, text)
    counted: dict[str, Json] = {"tries": 0} if _another(scene, text) else {}
    changes = {**again.changes, **more, **counted, "ask": text}
    return Answer(again.trigger, changes, orders=again.orders)


def _anew(scene: Scene, text: str) -> str:
    """What "no, I mean …" asks: what stands after it, or the old question if nothing does."""
    found = scene.house.library.find(NO_USE.sub(" ", text))
    return text if found and found[0].share >= CLEAR else str(scene.draft["ask"])


def _another(scene: Scene, text: str) -> bool:
    """Whether it is a question of its own, not the old one in other words."""
    sorted_as, found = scene.house.sorter.sort(text), scene.house.library.find(text)
    asks = sorted_as.kind in ASKING and sorted_as.sure
    return asks and bool(found) and found[0].code not in shown(scene)


def _next(scene: Scene, question: str) -> Answer:
    """The best article for the question that was not shown yet; the last one did not help."""
    before = shown(scene)
    found = [one.code for one in scene.house.library.find(question) if one.code not in before]
    changes: dict[str, Json] = {"tries": tries(scene) + 1, "page": None}
    if not found:
        return Answer("other", {**changes, "none": True})
    codes: list[Json] = [*before, found[0]]
    order = Contacted(str(scene.draft["kind"]), found[0])
    return Answer("other", {**changes, "shown": codes, "none": None}, orders=(order,))


def ask_offer(scene: Scene) -> Say:
    """Explanations did not help: asked once whether it is a complaint."""
    choices = (
        Choice(Phrase("button-register"), "complaint", "primary"),
        Choice(Phrase("button-human"), "human"),
        Choice(Phrase("button-no-complaint"), "no"),
    )
    return Say(Phrase("consult-offer", {"shown": len(shown(scene))}), choices)


def take_offer(scene: Scene, what: What) -> Answer | Refused:
    words = scene.house.catalogue
    match what:
        case Tap(data="complaint" | "human" | "no" as data):
            return Answer(data)
        case Text(text) if answers.is_word(text, words.yes_words):
            return Answer("complaint")
        case Text(text) if called_so(text) or heard(text, words.triggers).codes:
            return Answer("complaint", _with(scene, text))
        case Text(text) if answers.is_word(text, words.no_words):
            return Answer("no")
        case Text(text) if text.strip():
            return Answer("stay", _with(scene, text), (Say(Phrase("complaint-added")),))
    return misfit(what, "refused-same")


def _with(scene: Scene, text: str) -> dict[str, Json]:
    """What was asked so far and these words."""
    return {"words": f"{scene.draft['words']}\n{text.strip()}"[:WORDS]}


def helped(scene: Scene) -> Ending:
    return Ending((Say(Phrase("consult-helped")),), (noted(scene, "helped"),))


def declined(scene: Scene) -> Ending:
    """No complaint is wanted; quality inspection sees it."""
    return Ending((Say(Phrase("consult-declined")),), (noted(scene, "declined"),))


def told(scene: Scene) -> Ending:
    """It is something else after all, a fault or praise: these words begin it."""
    words = str(scene.draft["words"])
    if scene.facts.agreed != scene.house.catalogue.notice:
        return Ending(then=Start("welcome", {"story": words}))
    draft = begun(words, scene)
    return Ending(regret(draft), then=Start("complaint", draft))


def handed(scene: Scene) -> Ending:
    """A person is asked for, with what was asked."""
    called = human(scene, None)
    return Ending(called.says, (noted(scene, "human"), *called.orders))


def to_ticket(scene: Scene) -> Ending:
    """It was meant for a ticket: the words go there, or one is chosen."""
    words, tickets = str(scene.draft["words"]), complaints(scene)
    orders = (noted(scene, "ticket"),)
    if len(tickets) != 1:
        return Ending(orders=orders, then=Start("which", {"words": words}))
    added = Move(tickets[0].id, "add", {"words": words})
    return Ending((Say(Phrase("tell-noted", {"no": tickets[0].number})),), (*orders, added))


def answered(scene: Scene) -> bool:
    return bool(shown(scene)) and not scene.draft.get("none")


CONSULT = Dialog(
    name="consult",
    version=1,
    steps=(
        Step("answer", ask_answer, take_answer),
        Step("none", ask_none, take_answer),
        Step("offer", ask_offer, take_offer),
    ),
    rows=(
        #  trigger  from      to        only if
        On("start", "start", "answer", answered),
        On("start", "start", "none"),
        On("page", "answer", "answer"),
        On("other", "answer", "offer", weary),
        On("other", "answer", "answer", answered),
        On("other", "answer", "none"),
        On("other", "none", "offer", weary),
        On("other", "none", "answer", answered),
        On("other", "none", "none"),
        *(
            On(way, state, end)
            for state in ("answer", "none")
            for way, end in (
                ("helped", "helped"),
                ("complaint", "complained"),
                ("human", "handed"),
                ("ticket", "ticket"),
                ("told", "told"),
            )
        ),
        On("stay", "offer", "offer"),
        On("complaint", "offer", "complained"),
        On("human", "offer", "handed"),
        On("no", "offer", "declined"),
    ),
    ends={
        "helped": helped,
        "complained": complained,
        "handed": handed,
        "ticket": to_ticket,
        "told": told,
        "declined": declined,
    },
    patience=PATIENCE,
    fleeting=True,
    carries=("words", "ask", "kind", "shown", "tries"),
    opened="answer",
)
