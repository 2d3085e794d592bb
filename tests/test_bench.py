"""The bench's subscribers look for words that Redress says, else they would run in circles."""

from datetime import UTC, datetime
from importlib.resources import files

import pytest

from benchmarks.bot_api import Shown
from benchmarks.script import REDRESS, Act, Ends, Presses, Types, act_on
from dialogs.model import Phrase
from dialogs.texts import Texts

CATALOG = (files("dialogs") / "catalog.toml").read_text("utf-8")
WORDS = (files("dialogs.texts") / "zh-CN.ftl").read_text("utf-8") + CATALOG


@pytest.mark.parametrize("act", [one for one in REDRESS if not isinstance(one, Ends)], ids=repr)
def test_a_subscriber_finds_what_they_look_for(act: Act) -> None:
    sought = act.label if isinstance(act, Presses) else act.asked if isinstance(act, Types) else ""
    assert sought
    assert sought in WORDS


def test_a_subscriber_knows_that_the_complaint_is_filed(texts: Texts) -> None:
    told = dict.fromkeys(("department", "first", "final", "held"), "")
    told |= {"subject": "宽带", "no": "TS26110000010"}
    now = datetime(2026, 11, 16, 4, tzinfo=UTC)
    shown = Shown(1, texts.words("zh-CN", Phrase("m01", told), now))
    assert isinstance(act_on(REDRESS, shown), Ends)
