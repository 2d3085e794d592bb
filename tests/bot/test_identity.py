"""Of somebody else's ticket nobody learns anything by typing its number (DESIGN §6, identity).

Two people complain about one number in any order. Who has proved nothing is told, word for word
and choice for choice, what they would be told if the other one did not exist.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import desk_acts, key_accounts
from bot.stage import Stage, Work
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.model import Json, Move
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State
from storage import staff, tickets
from storage.engines import database
from storage.seal import Keys
from tests.bot.postman import Postman
from tests.chat.neighbours import Street, alike

NUMBER, OTHER = "13426000029", "13812345678"
MARK = "紫藤巷"  # a word that only the other person ever writes
OCTOBER = datetime(2026, 10, 19, 2, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 16, 2, tzinfo=UTC)
THEIRS = f"我家住海淀区中关村东路{MARK}6号楼，昨天起没有信号，号码{NUMBER}，请把信号修好。"
STORIES = (
    f"我住海淀区中关村东路某小区6号楼，昨天起家里没有信号，号码{NUMBER}，请把信号修好。",
    f"海淀区中关村东路某小区6号楼，昨天起还是没有信号，又断了，号码{NUMBER}，请修好并道歉。",
    f"2月1日我在北京海淀区关了流量，2月27日被扣94元停机，号码{NUMBER}，要求双倍返还188元。",
    f"上次投诉一直没有答复，说好三天内回电话也没有，号码{NUMBER}，请给我书面答复。",
    f"我住海淀区中关村东路某小区6号楼，昨天起家里没有信号，号码{OTHER}，请把信号修好。",
)
LINES = (
    *("我的投诉", "进度", "催办", "投诉", "重新处理", "返回", "取消", "是", "你好", NUMBER),
    *("还是没有信号", "这是另一件事", "没解决，一点没变", "谢谢"),
)


@dataclass(frozen=True)
class Act:
    """What one of the two does: words, a press, a story told to the end, or nothing for hours."""

    who: str
    kind: str
    at: int

    def happen(self, street: Street, named: str) -> None:
        match self.kind:
            case "story" | "filed":
                mine = STORIES[self.at % len(STORIES)]
                street.says(self.who, "投诉", mine if self.who == "me" else THEIRS)
                if self.kind == "filed":  # the card's first choice
                    street.presses(self.who, 0)
            case "name":  # the other one's ticket, by its number
                street.says(self.who, f"{named.lower()} 这件事到底怎么样了，一直没有人管我")
            case "ask":
                street.says(self.who, named)
            case "line" if self.who == "me":
                street.says(self.who, LINES[self.at % len(LINES)])
            case "line":
                street.says(self.who, f"{MARK}{LINES[self.at % len(LINES)]}")
            case "wait":
                street.waits(timedelta(hours=(1, 5, 40, 400)[self.at % 4]))
            case _:
                street.presses(self.who, self.at)


KINDS = ("filed", "filed", "story", "press", "press", "line", "name", "ask", "wait")
ACTS = st.lists(
    st.builds(
        Act, st.sampled_from(("me", "me", "them")), st.sampled_from(KINDS), st.integers(0, 9)
    ),
    max_size=14,
)
OFTEN = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)

World: TypeAlias = Callable[[], AbstractContextManager[Street]]


@pytest.fixture
def stage(house: House, texts: Texts) -> Stage:
    postman = Postman()
    return Stage(house, ROOMS, texts, {postman.name: postman})


@pytest.fixture
def world(url: str, keys: Keys, stage: Stage) -> Iterator[World]:
    """Makes a world that nobody else sees, and that is gone when it is left."""
    engine = database(url).writing(keys, echo=False)

    @contextmanager
    def made() -> Iterator[Street]:
        with engine.connect() as c:
            transaction = c.begin()
            yield Street(c, stage, next(iter(stage.channels)), OCTOBER)
            transaction.rollback()

    yield made
    engine.dispose()


def filed_before(street: Street) -> str:
    """The other one's ticket of last month, closed or not; its number."""
    street.says("them", THEIRS)
    street.presses("them", 0)
    street.presses("them", 0)
    found = tickets.load(street.c, 1)
    assert found is not None
    assert MARK in found.filing.story
    return found.number


def lived(street: Street, acts: list[Act], who: tuple[str, ...], named: str) -> list[str]:
    """What "me" was told of a life in which only these act."""
    street.now = NOVEMBER
    street.says("me", "你好，我要反映一个问题")
    street.presses("me", 0)
    street.says("me", "取消")
    for one in acts:
        if one.who in who or one.kind == "wait":
            one.happen(street, named)
    return street.told("me")


@pytest.mark.parametrize("key", [False, True])
def test_who_proved_nothing_is_told_the_same_as_if_the_other_did_not_exist(
    world: World, key: bool
) -> None:
    """`key`: the number is a key account's as well, which staff alone know."""

    @OFTEN
    @given(ACTS)
    def same(acts: list[Act]) -> None:
        with world() as street:
            named = filed_before(street)
            if key:
                keeping = key_accounts.Keeping(street.c, street.stage.house, OCTOBER)
                keeping.put(f"+86{NUMBER}", "")
            together = lived(street, acts, ("me", "them"), named)
        with world() as street:
            alone = lived(street, acts, ("me",), named)
        assert alike(together) == alike(alone)

    same()


def test_nor_a_word_of_the_other_when_they_prove_the_number_and_act_on_both(
    world: World,
) -> None:
    """Who has proved it sees and moves the tickets of others about it; their words stay theirs."""

    @OFTEN
    @given(ACTS)
    def silent(acts: list[Act]) -> None:
        with world() as street:
            named = filed_before(street)
            street.proves("them", f"+86{NUMBER}")
            for line in lived(street, acts, ("me", "them"), named):
                assert MARK not in line

    silent()


def test_the_same_two_worlds_differ_once_the_number_is_proved(
    world: World,
) -> None:
    """So that the property above is no empty one: a verified number does show the other ticket."""
    with world() as street:
        named = filed_before(street)
        street.says("me", "你好，我要反映一个问题", "我的投诉")
        assert named not in "\n".join(street.told("me"))
        street.proves("me", f"+86{NUMBER}")
        street.says("me", "我的投诉")
        assert named in "\n".join(street.told("me"))


OFFER: dict[str, Json] = {
    "liability": "operator",
    "finding": "基站故障",
    "reviewed": True,
    "items": [{"code": "refund", "minor": 1000, "due": "2026-12-20"}],
}


def offered(street: Street) -> None:
    """Staff take my ticket and make an offer."""
    boss = staff.add(street.c, "赵云", Role.SUPERVISOR)
    for name, fields in (("claim", {}), ("propose", OFFER)):
        ticket = tickets.load(street.c, 1)
        assert ticket is not None
        work = Work(street.stage, street.c, street.now)
        made = desk_acts.act(work, boss, Move(1, name, fields), ticket.revision)
        assert isinstance(made, desk_acts.Made), made


def test_what_another_chat_says_of_my_ticket_reaches_me_as_progress(world: World) -> None:
    """Who has proved its number declines the offer in words of their own; I hear how it stands."""
    with world() as street:
        street.says("me", STORIES[0])
        street.presses("me", 0)
        street.presses("me", 0)
        offered(street)
        street.says("them", "你好，我要反映一个问题")
        street.presses("them", 0)
        street.says("them", "取消")
        street.proves("them", f"+86{NUMBER}")
        before = len(street.told("me"))
        street.says("them", "我的投诉", "提意见", f"{MARK}的信号不值这点钱，退一百块")
        ticket = tickets.load(street.c, 1)
        assert ticket is not None
        assert ticket.state is State.NEGOTIATING
        assert MARK in street.told("them")[-1]
        (heard,) = street.told("me")[before:]
        assert MARK not in heard
        assert ticket.number in heard
