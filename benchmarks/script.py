"""What a subscriber does with what the bot says: looked up by what stands in the message."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from benchmarks.bot_api import Shown


@dataclass(frozen=True, slots=True)
class Types:
    """Answers a message that says `asked`; `{person}` is a number of the person's, eight digits."""

    asked: str
    words: str

    def fits(self, shown: Shown) -> bool:
        return self.asked in shown.text


@dataclass(frozen=True, slots=True)
class Presses:
    """Presses the button whose label holds these words, where there is one."""

    label: str

    def fits(self, shown: Shown) -> bool:
        return any(self.label in label for label, _ in shown.buttons)

    def data(self, shown: Shown) -> str:
        """What pressing it sends."""
        return next(data for label, data in shown.buttons if self.label in label)


@dataclass(frozen=True, slots=True)
class Ends:
    """The complaint is filed: the words that hold its number."""

    number: re.Pattern[str]

    def fits(self, shown: Shown) -> bool:
        return self.number.search(shown.text) is not None


Act: TypeAlias = Types | Presses | Ends
Script: TypeAlias = tuple[Act, ...]

REDRESS: Script = (
    Ends(re.compile(r"工单号 (TS\d+)")),
    Presses("提交"),
    Presses("选好了"),
    Presses("修复故障"),
    Types("是哪个号码", "138{person}"),
    Types("哪里的信号", "海淀区中关村大街1号"),
    Types("请说说发生了什么", "家里宽带昨晚八点到现在都上不了网"),
    Presses("我要投诉"),
)
PEER: Script = (
    Ends(re.compile(r"ticket (T\d+)")),
    Presses("Submit"),
    Types("phone number", "138{person}"),
    Presses("Repair"),
    Types("Which date", "2026-11-17"),
    Presses("Another date"),
    Types("Please describe", "The broadband at home has been down since eight last night"),
    Presses("Broadband"),
)


def act_on(script: Script, shown: Shown) -> Act | None:
    """What a subscriber does with this message: the first that fits, None for nothing."""
    return next((act for act in script if act.fits(shown)), None)
