"""The way in: who may deliver, what comes twice, what makes no sense, and a token that is wrong."""

import secrets
from pathlib import Path

import aiohttp
import pytest

from bot.webhook import opaque_path
from tests.e2e.conftest import Here
from tests.e2e.letter import ANSWERS, STEPS, files, hears, number_in, times
from tests.e2e.running import SECRET, Running
from tests.e2e.words import said
from tests.peers.bot_api import FakeBotApi
from tests.peers.people import Person

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture
def ann(hooked: Here, request: pytest.FixtureRequest) -> Person:
    """Somebody whom no other test knows."""
    return hooked.api.person(request.node.name)


async def post(here: Here, update: object, secret: str = SECRET, path: str = "") -> tuple[int, str]:
    """Deliver something to the webhook as anybody could: status and body of the answer."""
    url = f"{here.redress.url}/telegram/{path or opaque_path(here.api.token)}"
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(url, json=update) as answer,
    ):
        return answer.status, await answer.text()


def written(person: Person, update: int, text: str) -> dict[str, object]:
    """An update with a message of this person, as the server would write it."""
    head = {"message_id": update, "date": 1, "chat": person.sender.chat()}
    return {"update_id": update, "message": head | {"from": person.sender.user(), "text": text}}


async def test_only_the_secret_and_the_path_together_open_the_webhook(
    hooked: Here, ann: Person
) -> None:
    update = written(ann, 900_000_001, "/start")
    assert await post(hooked, update, secret="wrong") == (403, "")
    assert await post(hooked, update, secret="") == (403, "")
    assert await post(hooked, update, path="0" * 32) == (403, "")
    await files(ann)
    assert ANSWERS[0] in ann.home.said[0].text


async def test_what_is_no_update_is_kept_aside_and_the_next_goes_on(
    hooked: Here, ann: Person
) -> None:
    assert await post(hooked, {"update_id": "x"}) == (200, "")
    assert await post(hooked, ["no", "object"]) == (400, "")
    await files(ann)
    parked = await hooked.redress.told("parked", "list")
    assert "update_id" in [one["error"] for one in parked]


async def test_an_update_whose_answer_was_lost_comes_twice_and_has_one_effect(
    hooked: Here, ann: Person
) -> None:
    for act, answer in STEPS:
        hooked.api.fault("webhook", "lost")
        await act(ann)
        await hears(ann, answer)
    assert hooked.api.hook.failures.count("Read timeout expired") == len(STEPS)
    await ann.says("进度")
    await hears(ann, said("m26"))
    assert [times(ann, answer) for answer in ANSWERS] == [1] * len(ANSWERS)
    stats = await hooked.redress.told("stats")
    assert stats["events"]["duplicate"] >= len(STEPS)


async def test_the_same_update_delivered_again_has_no_effect(hooked: Here, ann: Person) -> None:
    number = await files(ann)
    for _ in range(3):
        assert await post(hooked, written(ann, 900_000_002, "补充：停机两天")) == (200, "")
    await ann.says("进度")
    assert number_in(await hears(ann, said("m26"))) == number
    assert times(ann, said("tell-noted")) == 1
    ticket = await hooked.redress.told("ticket", number)
    assert [entry["move"] for entry in ticket["timeline"]].count("add") == 1


async def test_a_wrong_token_leaves_the_web_side_serving_and_says_what_is_wrong(
    tmp_path: Path, catalog: Path
) -> None:
    wrong = f"7000000001:{secrets.token_urlsafe(26)}"
    redress = Running(tmp_path)
    async with FakeBotApi() as api:
        redress.configure(api, catalog, token=wrong)
        async with redress:
            line = await redress.prints("telegram")
            assert "FAIL" in line
            assert "does not know this token" in line
            assert "config set telegram.token" in line
            health = await redress.health()
            assert health["ok"] is True
            assert "does not know this token" in health["troubles"]["telegram"]
            code, told = await redress.asks("doctor")
        assert {call.status for call in api.refused} == {401}
        assert api.polls == []
    assert code == 1
    failed = [line for line in told.splitlines() if " FAIL " in line]
    assert any("getMe 401" in line and "config set telegram.token" in line for line in failed), told
    assert wrong not in "\n".join([told, *redress.screen, *redress.log])
