"""`redress staff`."""

from collections.abc import Sequence

from bot.cli.calling import fail, inside, say, wrong
from bot.clock import now
from bot.config import Settings
from bot.first_staff import LASTS
from bot.house import catalogue_of, places
from bot.serving import address
from dialogs.tickets.ticket import Role
from storage import staff
from storage.staff import Staff
from storage.store import Store

ROLES = (Role.AGENT, Role.HANDLER, Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN)


def add(config: str, name: str, role: str, department: str, areas: Sequence[str] = ()) -> None:
    """Add a person, who works for these provinces (none: for all); prints their link."""
    if role not in ROLES:
        wrong(f"redress: {role} is no role; the roles are {', '.join(ROLES)}")
    if not name.strip():
        wrong("redress: a person needs a name; subscribers see it")

    async def put(settings: Settings, store: Store) -> str:
        known = catalogue_of(settings.operator.catalog).departments
        if department and department not in known:
            wrong(f"redress: {department} is no department; there are {', '.join(known)}")
        provinces = [_province(one) for one in areas]
        new = await store.write(
            lambda c: staff.add(c, name.strip(), Role(role), department, provinces)
        )
        return await _link(settings, store, new)

    say(inside(config, put))


def _province(said: str) -> str:
    """The code of a province named by code or by name."""
    known = places()
    code = known.resolve(said).province or (said if said.endswith("0000") else "")
    if not code or not known.name(code, "en"):
        wrong(f"redress: {said} is no province; say it like 510000, 四川 or Sichuan")
    return code


def link(config: str, name: str) -> None:
    """A fresh link for the person of this name."""

    async def make(settings: Settings, store: Store) -> str:
        people = await store.read(staff.everybody)
        named = [one for one in people if one.name == name and one.active]
        if not named:
            fail(f"redress: nobody at the desk is called {name}; see `redress staff list`")
        return await _link(settings, store, named[-1].id)

    say(inside(config, make))


def everybody(config: str) -> None:
    """Everybody, one a line."""

    async def find(_: Settings, store: Store) -> tuple[Staff, ...]:
        return await store.read(staff.everybody)

    for one in inside(config, find):
        gone = "" if one.active else "  has left"
        where = f"  {' '.join(one.areas)}" if one.areas else ""
        say(f"{one.id:>3}  {one.name}  {one.role}  {one.department}{where}{gone}".rstrip())


async def _link(settings: Settings, store: Store, person: int) -> str:
    moment = now()
    token = await store.write(lambda c: staff.sign_in_link(c, person, moment, LASTS))
    return f"{_desk(settings)}?once={token}"


def _desk(settings: Settings) -> str:
    return f"{address(settings.web, settings.web.port)}/desk"
