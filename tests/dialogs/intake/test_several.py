"""A draft of several matters: what each has, what all share, and the way back to one."""

from datetime import UTC, datetime

import pytest

from dialogs.dialog import Answer, Scene
from dialogs.house import Facts, House
from dialogs.intake import parting, several
from dialogs.intake.draft import begun
from dialogs.model import Address, Event, Frame, Json, Tap, Text
from dialogs.values import replace

NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
TWO = (
    "家里宽带从11月15日起断网，在海淀区中关村大街1号。另外上个月话费多扣了30元，号码13812345678。"
    "请修好网络，退给我钱。"
)


def told(house: House, story: str, **more: Json) -> Scene:
    event = Event("1", Address("test", "", "1"), NOW, Text(story))
    scene = Scene(Frame("complaint", 1, 1, "fact"), Facts(NOW, "zh-CN"), house, event)
    return scene.with_draft({**begun(story, scene), "kind": "complaint", **more})


def parted(house: House, story: str = TWO, **more: Json) -> Scene:
    scene = told(house, story, **more)
    return scene.with_draft(several.apart(scene).changes)


def test_each_has_what_is_its_own_and_the_number_is_of_all(house: House) -> None:
    scene = parted(house)
    one, two = parting.matters(scene.draft)
    assert (one["category"], two["category"]) == ("NET-F", "BIL")
    assert two["amount"] == 3000
    assert "amount" not in one
    assert "number" not in one
    assert "number" not in two
    assert scene.draft["number"] == "+8613812345678"


def test_what_is_wished_at_the_end_goes_where_it_fits(house: House) -> None:
    codes = [
        [wish["code"] for wish in one["remedy"]]  # type: ignore[index, call-overload, union-attr]
        for one in parting.matters(parted(house).draft)
    ]
    assert codes == [["repair"], ["refund"]]


def test_a_story_of_one_matter_is_never_in_question(house: House) -> None:
    assert not parting.in_question(told(house, "上个月话费多扣了30元，请退给我"))
    assert parting.in_question(told(house, TWO))
    assert not parting.in_question(told(house, TWO, one=True))
    assert not parting.in_question(told(house, TWO, kind="praise"))
    assert not parting.in_question(parted(house))


def test_an_answer_changes_its_matter_alone(house: House) -> None:
    scene = parted(house).with_draft({"again": "2.amount"})
    assert several.asking(scene) == "2.amount"
    taken = several.take_fact(scene, Text("68"))
    assert isinstance(taken, Answer)
    one, two = parting.matters(scene.with_draft(taken.changes).draft)
    assert (one.get("amount"), two["amount"]) == (None, 6800)


def test_a_number_of_all_and_one_of_its_own(house: House) -> None:
    scene = parted(house)
    shared = several.take_fact(scene.with_draft({"again": "number"}), Text("13900000000"))
    assert isinstance(shared, Answer)
    scene = scene.with_draft(shared.changes)
    assert [parting.seen(scene.draft, at)["number"] for at in (0, 1)] == ["+8613900000000"] * 2
    own = several.take_fact(scene.with_draft({"again": "2.number"}), Text("13700000000"))
    assert isinstance(own, Answer)
    scene = scene.with_draft(own.changes)
    numbers = [parting.seen(scene.draft, at)["number"] for at in (0, 1)]
    assert numbers == ["+8613900000000", "+8613700000000"]


def test_as_one_again_keeps_all_that_was_answered(house: House) -> None:
    scene = parted(house).with_draft({"again": "2.amount"})
    taken = several.take_fact(scene, Text("68"))
    assert isinstance(taken, Answer)
    scene = scene.with_draft({**taken.changes, **several.added(scene, "宽带师傅没来过")})
    scene = scene.with_draft(several.as_one(scene).changes)
    draft = scene.draft
    assert parting.matters(draft) == ()
    assert not parting.in_question(scene)
    assert "宽带师傅没来过" in str(draft["story"])
    assert {"when", "place", "amount", "number", "remedy", "category"} <= set(draft)
    assert parting.missing(draft, house) == ""


def test_more_words_go_to_the_matter_they_are_about(house: House) -> None:
    scene = parted(house)
    scene = scene.with_draft(several.added(scene, "宽带的光猫一直亮红灯"))
    one, two = parting.matters(scene.draft)
    assert "红灯" in str(one["story"])
    assert "红灯" not in str(two["story"])


def test_a_story_told_anew_keeps_the_matters_that_stay_as_they_were(house: House) -> None:
    scene = parted(house, TWO.replace("请修好网络，退给我钱。", ""))
    answered = several.take_fact(scene.with_draft({"again": "1.remedy"}), Text("修好"))
    assert isinstance(answered, Answer)
    scene = scene.with_draft({**answered.changes, "again": "story"})
    anew = str(scene.draft["story"]).replace("30元", "36元")
    taken = several.take_fact(scene, Text(anew))
    assert isinstance(taken, Answer)
    one, two = parting.matters(scene.with_draft(taken.changes).draft)
    assert "remedy" in one
    assert two["amount"] == 3600
    alone = several.take_fact(scene, Text("上个月话费多扣了36元，请退给我"))
    assert isinstance(alone, Answer)
    assert parting.matters(scene.with_draft(alone.changes).draft) == ()


@pytest.mark.parametrize(
    ("state", "again", "caption", "place"),
    [
        ("fact", "1.when", "", 0),
        ("fact", "2.amount", "", 1),
        ("fact", "number", "", None),
        ("card", "", "", None),
        ("card", "", "家里宽带断网，光猫红灯", 0),
        ("card", "", "话费账单多扣费", 1),
        ("fact", "1.when", "话费账单多扣费", 1),
    ],
)
def test_whose_a_file_is(
    state: str, again: str, caption: str, place: int | None, house: House
) -> None:
    scene = parted(house).with_draft({"again": again} if again else {})
    scene = replace(scene, frame=replace(scene.frame, state=state))
    assert parting.meant(scene, caption) == place


def test_one_earlier_name_of_a_field_still_finds_its_place(house: House) -> None:
    """An answer given before the story was parted, or after it was made one again, is rewritten."""
    draft = parted(house).draft
    assert parting.placed("when", draft) == (0, "when")
    assert parting.placed("story", draft) == (None, "story")
    assert parting.placed("3.when", draft) == (0, "when")
    assert parting.placed("2.when", {}) == (None, "when")


def test_a_tap_of_no_matter_is_refused(house: House) -> None:
    scene = parted(house)
    for data in ("of:9", "of:x", "edit:9.bill", "edit:1.company", "edit:"):
        assert not isinstance(several.take_change(scene, Tap(data)), Answer), data
