"""`redress digest`."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.cli.calling import fail, inside, say, say_json
from bot.config import Settings
from dialogs.digest import Line
from storage import Connection, codec, digests, staff
from storage.digests import Kept
from storage.staff import Staff
from storage.store import Store

Found = tuple[tuple[Staff, Kept | None], ...]


def run(config: str, name: str, *, as_json: bool) -> None:
    """The newest digest of everybody who works here, or of one of them."""

    async def find(_: Settings, store: Store) -> Found:
        return await store.read(_all)

    found = [one for one in inside(config, find) if name in {"", one[0].name}]
    if name and not found:
        fail(f"redress: nobody at the desk is called {name}; see `redress staff list`")
    if as_json:
        say_json([_as_json(who, kept) for who, kept in found])
        return
    for who, kept in found:
        for line in _lines(who, kept):
            say(line)


def _all(c: Connection) -> Found:
    people = (one for one in staff.everybody(c) if one.active)
    return tuple((one, digests.newest(c, one.id, date.max)) for one in people)


def _lines(who: Staff, kept: Kept | None) -> Iterator[str]:
    if kept is None:
        yield f"{who.name}  {who.role}  none yet"
        return
    yield f"{who.name}  {who.role}  {kept.day}"
    made = kept.digest
    for name, count in (*made.figures.items(), *made.tasks.items()):
        yield f"  {name} {count}"
    for section in made.sections:
        yield f"  {section.name} {section.count}"
        for line in section.lines:
            yield f"    {line.number}  {line.category}/{line.subtype}  {_due(line)}".rstrip()


def _due(line: Line) -> str:
    if line.due is None:
        return ""
    sure = "  provisional" if line.provisional else ""
    return f"{line.rule} {line.due:%Y-%m-%d %H:%M} UTC{sure}"


def _as_json(who: Staff, kept: Kept | None) -> Mapping[str, object]:
    told: dict[str, object] = {"staff": who.name, "role": who.role, "department": who.department}
    if kept is None:
        return {**told, "day": None, "digest": None}
    return {**told, "day": kept.day, "at": kept.at, "digest": codec.dump(kept.digest)}
