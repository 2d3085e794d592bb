"""`redress staff`."""

from collections.abc import Sequence

from bot import staffing
from bot.cli.calling import fail, inside, say, wrong
from bot.clock import now
from bot.config import Settings
from bot.first_staff import LASTS
from bot.house import catalogue_of, places
from bot.serving import address
from bot.staffing import ROLES, New
from dialogs.tickets.ticket import Role
from storage import staff
from storage.staff import Staff
from storage.store import Store


def add(config: str, name: str, role: str, department: str, areas: Sequence[str] = ()) -> None:
    """Add a person, who works for these provinces (none: for all); prints their link."""
    if role not in ROLES:
        wrong(f"redress: {role} is no role; the roles are {', '.join(ROLES)}")
    if not name.strip():
        wrong("redress: a person needs a name; subscribers see it")

    async def put(settings: Settings, store: Store) -> str:
        known = catalogue_of(settings.operator).departments
        if department and department not in known:
            wrong(f"redress: {department} is no department; there are {', '.join(known)}")
        provinces, wrong_one = staffing.provinces(areas, places(settings.operator.profile))
        if wrong_one:
            wrong(f"redress: {wrong_one} is no province; say it like 510000, 四川 or Sichuan")
        new = New(name.strip(), Role(role), department, provinces)
        made = await store.write(lambda c: staffing.add(c, None, new, now()))
        assert isinstance(made, int)  # a command may add anybody
        return await _link(settings, store, made)

    say(inside(config, put))


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
