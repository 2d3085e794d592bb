"""One complaint from the first word to the score, over real HTTP, on every way to Telegram."""

import asyncio
from pathlib import Path

import pytest

from bot.config import Operator
from bot.house import catalogue_of
from tests.e2e import catalogue
from tests.e2e.desk import sign_in
from tests.e2e.letter import INPUTS, files, is_settled, is_worked
from tests.e2e.running import SECRET, Running
from tests.peers.bot_api import FakeBotApi
from tests.peers.emulator import EmulatedBotApi

WAYS = [(FakeBotApi, "polling"), (FakeBotApi, "webhook"), (EmulatedBotApi, "polling")]
SENT = ("sendMessage", "editMessageText", "sendDocument")


def test_a_catalogue_without_any_wait_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "catalog.toml"
    file.write_text(catalogue.waitless(), "utf-8")
    assert catalogue_of(Operator(catalog=str(file))).draft_nudge.total_seconds() == 0


@pytest.mark.parametrize(("server", "mode"), WAYS)
async def test_a_complaint_is_filed_worked_settled_and_scored(
    server: type[FakeBotApi], mode: str, redress: Running, catalog: Path
) -> None:
    async with server() as api:
        redress.configure(api, catalog, mode=mode, webhook_secret=SECRET)
        async with redress:
            assert "https://t.me/redress_bot" in await redress.prints("telegram")
            assert await redress.health() == {"ok": True, "troubles": {}}
            ann, desk = api.person("Ann"), await sign_in(redress.link)
            async with desk.session:
                number = await files(ann)
                await is_worked(ann, desk, number)
                await is_settled(ann, desk, number)
        assert api.refused == []
        assert not redress.log[:-1], redress.log  # nothing to say about a story that went well
        stats, ticket = await asyncio.gather(redress.told("stats"), redress.told("ticket", number))
        owed = sum(call.method in SENT for call in api.sent(chat=ann.id))
    assert stats["tickets"] == {"closed": 1}
    assert stats["events"] == {"accepted": INPUTS, "duplicate": 0, "parked": 0}
    assert stats["outbox"] == {"pending": 0, "sent": owed, "failed": 0, "unknown": 0}
    assert stats["surveys"] == {"sent": 1, "answered": 1, "mean": 9.0}
    assert (ticket["state"], ticket["result"]) == ("closed", "solved")
    assert ticket["filing"]["amount"] == 9400
    assert [one["outcome"] for one in ticket["proposals"]] == ["rejected", "accepted"]
    assert [one["score"] for one in ticket["scores"]] == [9]
    assert ticket["timeline"][0]["move"] == "submit"
