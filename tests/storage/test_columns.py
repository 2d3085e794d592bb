"""A moment is written in one form, whoever writes it."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from storage import Connection
from storage.store import Store


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)  # the other knows moments by itself
async def test_a_moment_whose_column_nobody_said_is_refused(store: Store) -> None:
    def ask(c: Connection) -> None:
        c.execute(text("SELECT :at"), {"at": datetime(2026, 10, 8, 8, 0, tzinfo=UTC)})

    with pytest.raises(TypeError, match="the type of this value must be said"):
        await store.read(ask)
