"""Stores on one PostgreSQL database, as several replicas have them."""

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any, TypeAlias

import pytest

from storage.seal import Keys, new_keys, read_keys
from storage.store import Store

KEYS = new_keys()
Opening: TypeAlias = Callable[[str], Coroutine[Any, Any, Store]]


@pytest.fixture
def keys() -> Keys:
    return read_keys(KEYS)


@pytest.fixture
async def opening(keys: Keys) -> AsyncIterator[Opening]:
    """Opens stores, and closes them when the test is over."""
    async with AsyncExitStack() as stack:

        async def open_(url: str) -> Store:
            store = await Store.open(url, keys)
            stack.push_async_callback(store.close)
            return store

        yield open_


@pytest.fixture
async def one(opening: Opening, postgres_url: str) -> Store:
    """One replica's store."""
    return await opening(postgres_url)


@pytest.fixture
async def other(opening: Opening, postgres_url: str) -> Store:
    """Another's, on the same database."""
    return await opening(postgres_url)
