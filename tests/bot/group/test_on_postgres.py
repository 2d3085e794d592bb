"""The same shift on the shared database: presses lock the ticket's chat with the group's."""

import pytest

from dialogs.tickets.ticket import State
from tests.bot.group.room import Room
from tests.bot.group.shift import Shift


@pytest.fixture
def url(postgres_url: str) -> str:
    return postgres_url


async def test_two_presses_a_reply_and_an_offer_go_as_on_sqlite(room: Room) -> None:
    shift = await Shift.begins(room)
    card = shift.newest
    first = await shift.lin.taps("认领", card, to=room.group)
    second = await shift.mei.taps("认领", card, to=room.group)
    await room.hears()
    assert first.answer is not None
    assert second.answer is not None
    assert (first.answer.text, "陈工：认领" in second.answer.text) == ("认领", True)
    await room.draws()
    await shift.says(shift.lin, "查到了。")
    await shift.taps(shift.lin, "发送")
    assert "查到了。" in [one for one in shift.ann.chat if one.by_bot][-1].text
    await shift.taps(shift.lin, "提方案")
    await shift.taps(shift.lin, "我方责任")
    await shift.says(shift.lin, "属误扣。", to=shift.draft)
    await shift.says(shift.lin, "双倍返还 188 元，11月27日", to=shift.draft)
    await shift.taps(shift.lin, "发送")
    assert (await shift.now()).state is State.PROPOSED
    await room.draws()
    assert not room.api.refused
