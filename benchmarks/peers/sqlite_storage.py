"""aiogram's FSM state in SQLite: one row a chat, committed at each change."""

import json
from collections.abc import Mapping
from typing import Any

import aiosqlite
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

PRAGMAS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA busy_timeout = 5000")
TABLE = "CREATE TABLE IF NOT EXISTS fsm (key TEXT PRIMARY KEY, state TEXT, data TEXT)"
STATE = "INSERT INTO fsm (key, state) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET state = ?"
DATA = "INSERT INTO fsm (key, data) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET data = ?"


class SqliteStorage(BaseStorage):
    """The storage; `open` it before use."""

    def __init__(self, file: str) -> None:
        self._connecting = aiosqlite.connect(file)

    async def open(self) -> None:
        """Connect and make the table."""
        self._db = await self._connecting
        for statement in (*PRAGMAS, TABLE):
            await self._db.execute(statement)
        await self._db.commit()

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Keep the state."""
        name = state.state if isinstance(state, State) else state
        await self._db.execute(STATE, (_name(key), name, name))
        await self._db.commit()

    async def get_state(self, key: StorageKey) -> str | None:
        """The state as kept."""
        return await self._one("SELECT state FROM fsm WHERE key = ?", key)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Keep the data."""
        text = json.dumps(data)
        await self._db.execute(DATA, (_name(key), text, text))
        await self._db.commit()

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The data as kept."""
        found: dict[str, Any] = json.loads(
            await self._one("SELECT data FROM fsm WHERE key = ?", key) or "{}"
        )
        return found

    async def close(self) -> None:
        """Let the file go."""
        await self._db.close()

    async def _one(self, query: str, key: StorageKey) -> str | None:
        async with self._db.execute(query, (_name(key),)) as cursor:
            row = await cursor.fetchone()
        return None if row is None else row[0]


def _name(key: StorageKey) -> str:
    return f"{key.bot_id}:{key.chat_id}:{key.user_id}"
