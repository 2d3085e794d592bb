"""The page of ready answers: the catalogue's to read, one's own and everybody's to write.

What is everybody's is written by supervisors and above.
"""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from dialogs.catalogue.canned import VARIABLES, unknown
from dialogs.tickets.guards import LEADS
from dialogs.tickets.pressing import PRESSED, asks_for_a_score
from storage import Connection, canned
from storage.canned import Own

PLACE = f"{HOME}/answers"
REFUSED = 422
MOST_TITLE, MOST_WORDS = 60, 2000  # characters
NAMES = ("id", "title", "whose", "category", "department")


async def page(visit: Visit) -> Response:
    """GET all of them; ?edit=ID fills the form with one."""
    edit = visit.request.query_params.get("edit", "")
    typed: dict[str, str] = {}
    if edit.isascii() and edit.isdecimal() and len(edit) < 18:
        found = await _theirs(visit, int(edit))
        typed = _as_typed(found)
    return await _page(visit, typed)


async def keep(visit: Visit) -> Response:
    """POST one, new or changed; it comes back with the reason where it cannot be kept."""
    typed = await _typed(visit)
    said = {tag: words for tag in _languages(visit) if (words := typed[f"words-{tag}"].strip())}
    id = int(typed["id"]) if typed["id"].isdecimal() and len(typed["id"]) < 18 else 0
    if id:
        await _theirs(visit, id)
    if wrong := _wrong(visit, typed, said):
        return await _page(visit, typed, wrong, REFUSED)
    everybody = typed["whose"] == "all"
    if everybody and visit.who.role not in LEADS:
        raise HTTPException(403)
    one = Own(
        id=id,
        staff=0 if everybody else visit.who.id,
        title=typed["title"].strip(),
        words=said,
        categories=_known(typed["category"], visit.words.catalogue.categories),
        departments=_known(typed["department"], visit.words.catalogue.departments),
        by=visit.who.name,
        at=visit.words.now,
    )
    await visit.door.store.write(lambda c: canned.keep(c, one))
    return RedirectResponse(PLACE, SEE_OTHER)


def _wrong(visit: Visit, typed: Mapping[str, str], said: Mapping[str, str]) -> str:
    """Why it cannot be kept, "" if it can."""
    if not typed["title"].strip() or not said:
        return visit.words("answers-empty")
    for words in said.values():
        for name in unknown(words):
            known = " ".join(f"{{{one}}}" for one in VARIABLES)
            return visit.words("answers-variable", variable=f"{{{name}}}", known=known)
        if asks_for_a_score(words):
            return visit.words.of(PRESSED.words)
    return ""


def _known(code: str, known: Mapping[str, object]) -> tuple[str, ...]:
    return (code,) if code in known else ()


async def remove(visit: Visit) -> Response:
    """POST: it is offered no more."""
    found = await _theirs(visit, visit.number("id"), gone=True)
    if found is not None:
        await visit.door.store.write(lambda c: canned.remove(c, found.id))
    return RedirectResponse(PLACE, SEE_OTHER)


async def _theirs(visit: Visit, id: int, *, gone: bool = False) -> Own | None:
    """The answer, where this person may change it: 403 where not, 404 (unless `gone`) for none."""

    def look(c: Connection) -> Own | None:
        return canned.load(c, id)

    found = await visit.door.store.read(look)
    if found is None and not gone:
        raise HTTPException(404)
    if found is not None and not _may(visit, found):
        raise HTTPException(403)
    return found


def _may(visit: Visit, one: Own) -> bool:
    return visit.who.role in LEADS if not one.staff else one.staff == visit.who.id


def _as_typed(one: Own | None) -> dict[str, str]:
    if one is None:
        return {}
    typed = {f"words-{tag}": words for tag, words in one.words.items()}
    return {
        **typed,
        "id": str(one.id),
        "title": one.title,
        "whose": "own" if one.staff else "all",
        "category": next(iter(one.categories), ""),
        "department": next(iter(one.departments), ""),
    }


def _languages(visit: Visit) -> tuple[str, ...]:
    return tuple(visit.door.stage.texts.languages)


async def _page(
    visit: Visit, typed: Mapping[str, str], why: str = "", status: int = 200
) -> Response:
    words, tags = visit.words, _languages(visit)
    found = await visit.door.store.read(lambda c: canned.of(c, visit.who.id))
    catalogue = words.catalogue
    blank = dict.fromkeys((*NAMES, *(f"words-{tag}" for tag in tags)), "")
    values: dict[str, object] = {
        "own": [_row(one, visit) for one in found],
        "shared": [
            {
                "title": words.of(one.label),
                "words": [(tag, one.text.words[tag]) for tag in tags],
                "fits": _fits(one.categories, one.departments, visit),
            }
            for one in catalogue.answers.values()
        ],
        "typed": {**blank, **typed},
        "why": why,
        "lead": visit.who.role in LEADS,
        "languages": [(tag, words.known(f"language-{tag}", tag)) for tag in tags],
        "variables": [(f"{{{one}}}", words(f"variable-{one}")) for one in VARIABLES],
        "categories": [(code, words.of(one.label)) for code, one in catalogue.categories.items()],
        "departments": [(code, words.of(one.label)) for code, one in catalogue.departments.items()],
    }
    return visit.page("desk_answers.html", values, status)


def _row(one: Own, visit: Visit) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "words": list(one.words.items()),
        "fits": _fits(one.categories, one.departments, visit),
        "whose": visit.words("answers-own" if one.staff else "answers-all"),
        "by": visit.words("answers-by", by=one.by, at=visit.words.at(one.at, day=True)),
        "may": _may(visit, one),
    }


def _fits(categories: tuple[str, ...], departments: tuple[str, ...], visit: Visit) -> str:
    """Where it is offered, in words."""
    words, catalogue = visit.words, visit.words.catalogue
    kinds = [
        words.of(catalogue.categories[c].label) for c in categories if c in catalogue.categories
    ]
    places = [words.department(code) for code in departments]
    return " · ".join((*kinds, *places)) or words("answers-everywhere")


async def _typed(visit: Visit) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=20)
    most = {f"words-{tag}": MOST_WORDS for tag in _languages(visit)}
    names = {**dict.fromkeys(NAMES, MOST_TITLE), **most}
    said = {name: form.get(name, "") for name in names}
    return {name: one[: names[name]] if isinstance(one, str) else "" for name, one in said.items()}
