"""`redress key`: the numbers of key accounts."""

from collections.abc import Callable

from bot.cli.calling import fail, inside, plainly, read, say, say_json, wrong
from bot.clock import now
from bot.config import Settings
from bot.house import catalogue_of, house_of, workdays
from bot.key_accounts import Keeping
from dialogs import answers
from storage import key_accounts
from storage.key_accounts import KeyAccount
from storage.store import Store


def add(config: str, number: str, name: str) -> None:
    """Put a number on the list; its open tickets are marked."""
    known = _number(config, number)
    if not _kept(config, lambda keeping: keeping.put(known, name.strip())):
        fail(f"redress: {answers.masked(known)} is a key account already")
    say(f"{answers.masked(known)} is a key account now")


def remove(config: str, number: str) -> None:
    """Take a number off the list."""
    known = _number(config, number)
    if not _kept(config, lambda keeping: keeping.take_off(known)):
        fail(f"redress: {answers.masked(known)} is no key account; see `redress key list`")
    say(f"{answers.masked(known)} is no key account any more")


def everybody(config: str, *, as_json: bool) -> None:
    """The list, numbers masked."""

    async def find(_: Settings, store: Store) -> tuple[KeyAccount, ...]:
        return await store.read(key_accounts.listed)

    found = inside(config, find)
    if as_json:
        say_json([_shown(one) for one in found])
        return
    for one in found:
        number, by = answers.masked(one.number), one.added_by or "by command"
        say(f"{number:<16}{one.name or '-'}  {one.added_at:%Y-%m-%d}  {by}")


def _kept(config: str, act: Callable[[Keeping], bool]) -> bool:
    """Do it in one transaction beside a running server."""

    async def put(settings: Settings, store: Store) -> bool:
        moment, operator = now(), settings.operator
        days = await store.write(lambda c: workdays(c, moment, operator))
        house = house_of(settings, days)
        return await store.write(lambda c: act(Keeping(c, house, moment)))

    return inside(config, put)


def _shown(one: KeyAccount) -> dict[str, str]:
    return {
        "number": answers.masked(one.number),
        "name": one.name,
        "added_at": one.added_at.isoformat(),
        "added_by": one.added_by,
    }


def _number(config: str, told: str) -> str:
    with plainly():
        region = catalogue_of(read(config).settings.operator).country
    number = answers.service_number(told, region=region)
    if isinstance(number, answers.Refused):
        wrong(f"redress: {told} is no phone number and no account; write it in full")
    return number
