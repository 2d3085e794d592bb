"""One act on many tickets: what was chosen in the queue, what to do with it, how far it is."""

from collections.abc import Sequence
from typing import Any

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.bulking import REMIND
from bot.web import desk_asking, desk_forms
from bot.web.desk_asking import Asked
from bot.web.desk_forms import Field
from bot.web.desk_people import colleagues
from bot.web.desk_tasks import reach_of
from bot.web.desk_visit import SEE_OTHER, Visit
from bot.web.desk_words import Words, deadlines
from dialogs.tickets.guards import LEADS
from storage import Connection, bulk, desk, tickets
from storage.bulk import Job
from storage.desk import Looking

HERE = "/desk/bulk"
MOST = 2000  # tickets of one job
SHOWN = 12  # numbers that are told before it begins
REASONS = 200
LATEST = 10  # jobs that a person is reminded of
REFUSED = 422
WORDS = Field(name="words", kind="words", label="note")
FORMS: dict[str, tuple[Field, ...]] = {
    "claim": (),
    "assign": desk_forms.FORMS["assign"],
    "dispatch": desk_forms.FORMS["dispatch"],
    "set_level": desk_forms.FORMS["set_level"],
    REMIND: (Field(name="words", kind="words", label="why", required=False),),
    "note": (WORDS,),
}
OF_LEADS = frozenset({"set_level"})


async def page(visit: Visit) -> Response:
    """GET: what can be done with the chosen tickets; with `job`, how far that one is."""
    told = visit.request.query_params
    if "job" in told:
        return await _job(visit, desk_asking.number(told["job"]))
    return await _choice(visit, told)


async def put(visit: Visit) -> Response:
    """POST an act and the tickets: the job begins; without any, or with a form that is not filled
    in, the page comes back.
    """
    form = await visit.request.form(max_files=0, max_fields=MOST)
    typed = QueryParams([(key, said) for key, said in form.multi_items() if isinstance(said, str)])
    act = typed.get("act", "")
    if act not in _acts(visit):
        raise HTTPException(400)
    filled = desk_forms.read(FORMS[act], typed)
    missing = [one for one in FORMS[act] if one.required and one.name not in filled.fields]
    if filled.wrong is not None or missing:
        why = visit.words.of(filled.wrong) if filled.wrong else visit.words("bulk-missing")
        return await _choice(visit, typed, tried=act, why=why)

    def begin(c: Connection) -> int:
        new = Job(
            id=0,
            staff=visit.who.id,
            act=act,
            fields=filled.fields,
            language=visit.words.language,
            at=visit.words.now,
            total=0,
            finished_at=None,
        )
        return bulk.begin(c, new, _chosen(c, visit, typed))

    job = await visit.door.store.write(begin)
    return RedirectResponse(f"{HERE}?job={job}", SEE_OTHER)


def _acts(visit: Visit) -> list[str]:
    """What this person can do with many at once."""
    return [one for one in FORMS if one not in OF_LEADS or visit.who.role in LEADS]


def _chosen(c: Connection, visit: Visit, told: QueryParams) -> list[tuple[int, str]]:
    """The tickets: those whose boxes were ticked, or all that the queue shows."""
    if told.get("scope") != "all":
        return tickets.ids_of(c, told.getlist("t")[:MOST])
    asked = _asked(told)
    wanted = asked.filter(deadlines(visit.words.catalogue), reach_of(c, visit.who, visit.words))
    by = Looking(visit.who.id, visit.words.now)
    ids = desk.page(c, asked.tab, wanted, by, asked.sort, range(MOST))
    return tickets.numbers_of(c, ids)


def _asked(told: QueryParams) -> Asked:
    """What the queue showed: a form says it as a whole, since its fields have the same names."""
    return desk_asking.asked(QueryParams(told["fits"]) if "fits" in told else told)


async def _choice(visit: Visit, told: QueryParams, *, tried: str = "", why: str = "") -> Response:
    def look(c: Connection) -> tuple[Any, ...]:
        people = colleagues(c, visit.words)
        return _chosen(c, visit, told), people, bulk.of_staff(c, visit.who.id, LATEST)

    chosen, people, jobs = await visit.door.store.read(look)
    asked, words = _asked(told), visit.words
    everything = told.get("scope") == "all"
    values = {
        "asked": asked,
        "numbers": [number for _, number in chosen],
        "shown": SHOWN,
        "sent": [] if everything else [number for _, number in chosen],
        "fits": asked.query() if everything else "",
        "acts": [_form(name, tried, why, told, people, words) for name in _acts(visit)],
        "jobs": [(one, _title(one, words)) for one in jobs],
    }
    return visit.page("desk_bulk.html", values, REFUSED if why else 200)


def _form(  # noqa: PLR0913, PLR0917
    name: str,
    tried: str,
    why: str,
    told: QueryParams,
    people: Sequence[tuple[str, str]],
    words: Words,
) -> dict[str, Any]:
    typed = told if name == tried else QueryParams()
    return {
        "name": name,
        "title": _act(name, words),
        "fields": [_field(one, typed.get(one.name, ""), people, words) for one in FORMS[name]],
        "open": name == tried,
        "why": why if name == tried else "",
    }


def _field(
    one: Field, value: str, people: Sequence[tuple[str, str]], words: Words
) -> dict[str, Any]:
    options = {
        "colleague": list(people),
        "department": [(a.code, words.of(a.label)) for a in words.catalogue.departments.values()],
        "level": [(str(n), f"{n} · {words(f'level-{n}')}") for n in (1, 2, 3)],
    }
    return {
        "name": one.name,
        "kind": one.kind,
        "label": words(f"field-{one.label}"),
        "hint": "",
        "required": one.required,
        "value": value,
        "options": options.get(one.source, []),
        "answers": [],
    }


async def _job(visit: Visit, number: int) -> Response:
    def look(c: Connection) -> tuple[Job | None, bulk.Progress]:
        return bulk.load(c, number), bulk.progress(c, number, REASONS)

    job, progress = await visit.door.store.read(look)
    if job is None or (job.staff != visit.who.id and visit.who.role not in LEADS):
        raise HTTPException(404)
    values = {
        "job": job,
        "title": _title(job, visit.words),
        "progress": progress,
        "settled": progress.done + progress.refused,
        "at": visit.words.at(job.at),
    }
    return visit.page("desk_job.html", values)


def _act(name: str, words: Words) -> str:
    return words("bulk-remind") if name == REMIND else words.move(name)


def _title(job: Job, words: Words) -> str:
    return words("bulk-title", act=_act(job.act, words), count=job.total)
