"""Telegram accounts of the staff: linked by a link that works once, found by the sender's id."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from storage import staff
from storage.hot import Hot
from storage.schema import account_link, staff_account
from storage.schema import staff as people
from storage.seal import digest, keys_of
from storage.staff import Staff

LINK = insert(account_link)
USE = (
    update(account_link)
    .where(
        account_link.c.token == bindparam("this"),
        account_link.c.used_at.is_(None),
        account_link.c.expires > bindparam("now"),
    )
    .values(used_at=bindparam("now"))
    .returning(account_link.c.staff)
)
ADD = insert(staff_account)
DROP = delete(staff_account).where(
    or_(staff_account.c.staff == bindparam("this"), staff_account.c.mark == bindparam("shown"))
)
BY_MARK = Hot(
    select(staff_account.c.staff)
    .join(people, people.c.id == staff_account.c.staff)
    .where(staff_account.c.mark == bindparam("shown"), people.c.active)
)
LINKED = select(staff_account.c.linked_at).where(staff_account.c.staff == bindparam("this"))
ACCOUNT = select(staff_account.c.account).where(staff_account.c.staff == bindparam("this"))
EVERY = select(staff_account.c.staff)


def link(c: Connection, who: int, now: datetime, lasts: timedelta) -> str:
    """A token that links one Telegram account to this person, once, within that time.

    It fits a deep link: at most 64 of A-Z a-z 0-9 _ -.
    """
    token = secrets.token_urlsafe(24)
    c.execute(LINK, {"token": digest(token), "staff": who, "expires": now + lasts})
    return token


def use(c: Connection, token: str, sender: str, now: datetime) -> Staff | None:
    """Link the account with this id by a token; whose it is from now on.

    It ends what the person, or the account, was linked to before. None when the token was used,
    is too old, never was ours, or its person has left.
    """
    found = c.execute(USE, {"this": digest(token), "now": now}).scalar()
    person = None if found is None else staff.load(c, found)
    if person is None or not person.active:
        return None
    shown = _mark(c, sender)
    c.execute(DROP, {"this": person.id, "shown": shown})
    c.execute(ADD, {"staff": person.id, "mark": shown, "account": sender, "linked_at": now})
    return person


def staff_of(c: Connection, sender: str) -> Staff | None:
    """Who of the staff this account is; None for anybody else, and for who works here no more."""
    found = BY_MARK.scalar(c, {"shown": _mark(c, sender)}) if sender else None
    return None if found is None else staff.load(c, found)


def account_of(c: Connection, who: int) -> str:
    """The Telegram id of this person's account, "" if none is linked: to mention them."""
    return c.execute(ACCOUNT, {"this": who}).scalar() or ""


def linked_at(c: Connection, who: int) -> datetime | None:
    """Since when this person's account is linked, None if none is."""
    found: datetime | None = c.execute(LINKED, {"this": who}).scalar()
    return found


def linked(c: Connection) -> frozenset[int]:
    """The staff ids of all whose account is linked."""
    return frozenset(c.execute(EVERY).scalars())


def unlink(c: Connection, who: int) -> None:
    """The person's account is theirs alone again."""
    c.execute(DROP, {"this": who, "shown": ""})


def _mark(c: Connection, sender: str) -> str:
    return keys_of(c).mark(f"staff account {sender}")
