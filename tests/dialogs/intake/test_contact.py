"""What kind of contact a story begins, with what is announced in it."""

import pytest

from dialogs.house import House
from dialogs.intake.contact import UNSURE, kind_of
from dialogs.understand.heard import heard


@pytest.mark.parametrize(
    ("story", "kind"),
    [
        ("家里宽带断网了，报修", "fault"),
        ("整个小区的宽带都断网了，报修", "fault"),
        ("家里宽带断网了，报修，今天不修好我就去工信部", "complaint"),
        ("家里宽带断网了，报修，我要找电视台曝光", "complaint"),
        ("家里宽带断网了，报修，你们这帮骗子", "complaint"),
        ("昨天来的师傅态度很好，可是家里宽带还是上不了网", UNSURE),
        ("昨天来装宽带的李师傅服务真好，特别耐心，想表扬一下", "praise"),
        ("建议你们周末营业厅开到晚上", "suggestion"),
        ("My broadband is down, please repair it", "fault"),
        ("My broadband is down, please repair it or I will go to the ministry", "complaint"),
        ("I suggest you keep the shops open later at weekends", "suggestion"),
        ("My bill was 30 yuan too high last month", "complaint"),
    ],
)
def test_a_story_is_taken_for_what_it_is(story: str, kind: str, house: House) -> None:
    found = heard(story, house.catalogue.triggers)
    assert kind_of(story, found, house) == {"kind": kind}
