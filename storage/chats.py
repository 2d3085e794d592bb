"""Chats and the people in them: found by the mark of their address, named by an integer."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, case, exists, select, update

from dialogs.model import Address, Language
from dialogs.values import quick
from storage import lines, numbers
from storage.hot import Hot
from storage.inserts import numbered, on_conflict
from storage.schema import OWED, chat, chat_queue, outbox, service_number, subscriber, verification
from storage.seal import digest, keys_of


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of the person in a chat; `numbers` are the verified ones (E.164)."""

    chat: int
    subscriber: int
    address: Address
    name: str
    language: Language
    chosen_language: bool
    agreed: str
    notify: str
    surveys: bool
    reachable: bool
    reach: str
    numbers: tuple[str, ...]


THIS = chat.c.id == bindparam("this")
FIND = Hot(
    select(chat.c.id).where(
        chat.c.channel == bindparam("channel"),
        chat.c.bot == bindparam("bot"),
        chat.c.address_mark == bindparam("mark"),
    )
)
ADD_SUBSCRIBER = Hot(numbered(subscriber), ("name", "created_at"))
ADD = Hot(
    on_conflict(chat, lambda insert: insert.on_conflict_do_nothing()),
    (
        "channel", "bot", "address_mark", "address", "subscriber", "language", "chosen_language",
        "agreed", "notify", "surveys", "reachable", "reach", "created_at",
    ),
)  # fmt: skip
FRESH = {
    "chosen_language": False,
    "agreed": "",
    "notify": "all",
    "surveys": True,
    "reachable": True,
    "reach": "",
}
KNOWN = select(chat.c.id).where(THIS)
ADDRESS = select(chat.c.channel, chat.c.bot, chat.c.address).where(THIS)
CHANNELS = select(chat.c.id, chat.c.channel).where(chat.c.id.in_(bindparam("ids", expanding=True)))
PERSON = Hot(select(chat, subscriber.c.name).join(subscriber).where(THIS))
NUMBERS = Hot(
    select(service_number.c.number)
    .join(verification)
    .where(verification.c.subscriber == bindparam("subscriber"))
    .order_by(verification.c.at, service_number.c.id)
)
AGREE = Hot(update(chat).where(THIS).values(agreed=bindparam("v"), agreed_at=bindparam("at")))
SPEAK = update(chat).where(THIS).values(language=bindparam("v"), chosen_language=True)
NOTIFY = update(chat).where(THIS).values(notify=bindparam("v"))
SURVEYS = update(chat).where(THIS).values(surveys=bindparam("v"))
REACH = update(chat).where(THIS).values(reach=bindparam("v"))
REACHABLE = update(chat).where(THIS).values(reachable=bindparam("v"))
_OWES = exists().where(outbox.c.chat == chat_queue.c.chat, OWED)
_AT = bindparam("at", type_=chat_queue.c.due.type)  # inside `case` no column says its type
UNPARK = (
    update(chat_queue)
    .where(chat_queue.c.chat == bindparam("this"), chat_queue.c.parked)
    .values(parked=False, due=case((_OWES, _AT)), rest_until=None, lease_until=None)
)
RENAME = update(subscriber).where(subscriber.c.id == bindparam("this")).values(name=bindparam("v"))
OWNER = select(chat.c.subscriber).where(THIS)
VERIFY = on_conflict(
    verification,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["subscriber", "service_number"],
        set_={"at": insert.excluded.at, "how": insert.excluded.how, "chat": insert.excluded.chat},
    ),
)
RESUME = update(chat).where(THIS).values(resume=bindparam("v"))
BY_RESUME = select(chat.c.id).where(chat.c.resume == bindparam("v"))
MOVE = update(chat).where(THIS).values(address_mark=bindparam("mark"), address=bindparam("v"))


def find(c: Connection, address: Address) -> int | None:
    """The chat at this address, None if it never spoke to us."""
    found: int | None = FIND.scalar(c, place(c, address))
    return found


def locate(c: Connection, address: Address, now: datetime, language: Language, name: str) -> int:
    """The chat at this address, made with a new subscriber if it never spoke to us.

    `language` and `name` are the channel's hints and count for a new chat only.
    """
    here = place(c, address)
    found: int | None = FIND.scalar(c, here)
    if found is not None:
        return found
    owner: int = ADD_SUBSCRIBER.add(c, {"name": name, "created_at": now})
    row = {
        "channel": address.channel,
        "bot": address.bot,
        "address_mark": here["mark"],
        "address": address.chat,
        "subscriber": owner,
        "language": language,
        "created_at": now,
    }
    ADD.run(c, {**FRESH, **row})
    chat_id: int = FIND.scalar(c, here)
    return chat_id


def address(c: Connection, chat_id: int) -> Address:
    """Where the chat is held."""
    row = c.execute(ADDRESS, {"this": chat_id}).one()
    return Address(row.channel, row.bot, row.address)


def channels(c: Connection, chat_ids: Collection[int]) -> dict[int, str]:
    """The channel of each of these chats."""
    return {row.id: row.channel for row in c.execute(CHANNELS, {"ids": list(chat_ids)})}


def known(c: Connection, chat_id: int) -> bool:
    """Whether there is a chat of this id."""
    return c.execute(KNOWN, {"this": chat_id}).first() is not None


def person(c: Connection, chat_id: int) -> Person:
    """What is known of the person in this chat."""
    (row,) = PERSON.named(c, {"this": chat_id})
    return Person(
        chat=row["id"],
        subscriber=row["subscriber"],
        address=Address(row["channel"], row["bot"], row["address"]),
        name=row["name"],
        language=row["language"],
        chosen_language=row["chosen_language"],
        agreed=row["agreed"],
        notify=row["notify"],
        surveys=row["surveys"],
        reachable=row["reachable"],
        reach=row["reach"],
        numbers=numbers_of(c, row["subscriber"]),
    )


def numbers_of(c: Connection, subscriber_id: int) -> tuple[str, ...]:
    """The verified numbers of a person (E.164), in the order in which they were proved."""
    return tuple(number for (number,) in NUMBERS.all(c, {"subscriber": subscriber_id}))


def agree(c: Connection, chat_id: int, version: str, now: datetime) -> None:
    """The person agreed to this version of the notice."""
    AGREE.run(c, {"this": chat_id, "v": version, "at": now})


def speak(c: Connection, chat_id: int, language: Language) -> None:
    """The person chose a language."""
    c.execute(SPEAK, {"this": chat_id, "v": language})


def prefer(c: Connection, chat_id: int, notify: str | None, surveys: bool | None) -> None:
    """The person's settings; None leaves one as it is."""
    if notify is not None:
        c.execute(NOTIFY, {"this": chat_id, "v": notify})
    if surveys is not None:
        c.execute(SURVEYS, {"this": chat_id, "v": surveys})


def call(c: Connection, chat_id: int, name: str) -> None:
    """The person's name, as they or the channel say it."""
    owner = c.execute(OWNER, {"this": chat_id}).scalar_one()
    c.execute(RENAME, {"this": owner, "v": name})


def verify(c: Connection, chat_id: int, phone: str, how: str, now: datetime) -> None:
    """This number (E.164) was proved to be the person's own: by their contact or by a code."""
    row = {
        "subscriber": c.execute(OWNER, {"this": chat_id}).scalar_one(),
        "service_number": numbers.known(c, phone, now),
        "chat": chat_id,
        "at": now,
        "how": how,
    }
    c.execute(VERIFY[c.dialect.name], row)


def reach(c: Connection, chat_id: int, phone: str) -> None:
    """How else the person can be reached; "" if not at all."""
    c.execute(REACH, {"this": chat_id, "v": phone})


def reachable(c: Connection, chat_id: int, open_again: bool, now: datetime) -> None:
    """The chat can be reached again, and gets what was held for it; or it cannot any more."""
    c.execute(REACHABLE, {"this": chat_id, "v": open_again})
    if open_again:
        lines.heard(c, chat_id)
        c.execute(UNPARK, {"this": chat_id, "at": now})


def move(c: Connection, chat_id: int, to: str) -> bool:
    """The channel gave the chat a new id; False when another chat of ours is there already."""
    old = address(c, chat_id)
    there = place(c, Address(old.channel, old.bot, to))
    if FIND.scalar(c, there) is not None:
        return False
    c.execute(MOVE, {"this": chat_id, "mark": there["mark"], "v": to})
    return True


def new_resume(c: Connection, chat_id: int, *, head: str = "") -> str:
    """A fresh private token that leads back to this chat; the one before it no longer does.

    `head` stands before its 32 random letters.
    """
    token = f"{head}{secrets.token_urlsafe(24)}"
    c.execute(RESUME, {"this": chat_id, "v": digest(token)})
    return token


def by_resume(c: Connection, token: str) -> int | None:
    """The chat that this token leads back to, None if it leads nowhere."""
    found: int | None = c.execute(BY_RESUME, {"v": digest(token)}).scalar()
    return found


def place(c: Connection, address: Address) -> dict[str, str]:
    """What a chat is found by: channel, bot, and the keyed mark of its address."""
    mark = keys_of(c).mark(f"address {address.channel} {address.bot} {address.chat}")
    return {"channel": address.channel, "bot": address.bot, "mark": mark}
