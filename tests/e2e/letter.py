"""Model letter 3 as people live it: filed in a chat, worked at the desk, two rounds, scored."""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias
from zoneinfo import ZoneInfo

from tests.e2e.desk import Desk
from tests.e2e.running import PATIENCE
from tests.e2e.words import said
from tests.peers.people import Person
from tests.peers.world import Message

STORY = (Path(__file__).parents[1] / "fixtures/letters/3-charge.zh.txt").read_text("utf-8").strip()
NUMBER = "13426000029"
INPUTS = 10  # of the subscriber, from the first word to the score
TICKET = re.compile(r"TS\d{11}")

Step: TypeAlias = tuple[Callable[[Person], Awaitable[object]], str]

# Filing, message by message, each with what must be heard after it.
STEPS: tuple[Step, ...] = (
    (lambda person: person.says(STORY), said("welcome-kept")),
    (lambda person: person.taps(said("button-file")), said("complaint-number")),
    (lambda person: person.says(NUMBER), "134****0029"),
    (lambda person: person.taps(said("button-submit")), said("m01")),
)
ANSWERS = tuple(answer for _, answer in STEPS)


async def hears(person: Person, *words: str) -> Message:
    """The next message or edit that holds one of these, on a busy machine too."""
    if len(words) == 1:
        return await person.hears(words[0], timeout=PATIENCE)
    return await person.hears(lambda told: any(one in told.text for one in words), timeout=PATIENCE)


def due(days: int) -> str:
    """A date so many days from now, as the form of the desk takes it."""
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    return (today + timedelta(days=days)).isoformat()


async def takes(person: Person, step: Step) -> Message:
    """One message, and its answer."""
    act, answer = step
    await act(person)
    return await hears(person, answer)


async def files(person: Person) -> str:
    """From the first word to the number of the ticket."""
    told = [await takes(person, step) for step in STEPS]
    return number_in(told[-1])


def times(person: Person, words: str) -> int:
    """How many messages of the bot held these words, edits not counted."""
    told = (message.text for message in person.home.said if not message.edited)
    return sum(words in text for text in told)


def number_in(message: Message) -> str:
    found = TICKET.search(message.text)
    assert found, message.text
    return found[0]


async def is_worked(person: Person, desk: Desk, number: str) -> None:
    """Two rounds, until the proposal is accepted in writing."""
    await desk.does(number, "claim")
    claimed = await hears(person, said("m05"))
    assert claimed.edited
    await desk.does(number, "propose", **offer("赠送100元充值卡", waiver="94"))
    await hears(person, "赠送100元充值卡")
    await person.taps(said("button-reject"))
    await hears(person, said("decide-reason"))
    await person.says("我不要充值卡，你们承诺过双倍返还，还要书面说明")
    await hears(person, said("m11"))
    await desk.does(number, "propose", **offer(double_refund="188", explanation="", apology=""))
    second = await hears(person, said("m09"))
    assert "188 元" in second.text
    await person.taps(said("button-accept"))
    await hears(person, said("m10"))
    await person.taps(said("button-confirm-accept"))
    paper = await hears(person, said("m14"))
    assert paper.file
    assert paper.file.name == f"{number}.pdf"
    assert paper.file.data.startswith(b"%PDF-")


async def is_settled(person: Person, desk: Desk, number: str) -> None:
    """What was agreed is done, confirmed, and scored with 9."""
    for item in ("1", "2", "3"):
        await desk.does(number, "item_done", item=item, proof=f"流水号 8812{item}")
    await hears(person, said("m15"))
    await person.taps(said("button-fixed"))
    await hears(person, said("m17"))
    await hears(person, said("survey"))
    await person.taps("9")
    await hears(person, said("survey-person"))


def offer(words: str = "", **items: str) -> dict[str, str]:
    """The proposal form: items by code, each with its amount in yuan or none."""
    form = {
        "liability": "operator",
        "finding": "2月1日起功能已关闭，94元是多收的",
        "reviewed": "yes",
    }
    for place, (code, money) in enumerate(items.items(), 1):
        form |= {f"promise_{place}": code if code == "double_refund" else ""}
        form |= {f"code_{place}": code, f"money_{place}": money, f"due_{place}": due(7)}
        form |= {f"words_{place}": words} if words else {}
    return form
