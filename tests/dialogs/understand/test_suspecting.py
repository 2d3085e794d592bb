"""Which talks without a ticket sound like a complaint, and which are questions or thanks."""

import pytest

from dialogs.house import House
from dialogs.understand.suspecting import sounds

COMPLAINTS = [
    ("你们乱扣费，我要投诉！", "called"),
    ("再不解决我就去工信部举报你们", "alarm"),
    ("这个月又多扣了我三十块钱，我根本没订过这个业务", "matter"),
    ("I want to file a formal complaint about my bill", "called"),
    ("Nobody has called me back for two weeks, this is unacceptable", "grief"),
]
OTHERS = [
    "你好",
    "请问携号转网怎么办理？",
    "谢谢，问题已经解决了，非常感谢",
    "How do I check my balance?",
    "Thanks, that helped me a lot",
    "12345678",
]


@pytest.mark.parametrize(("words", "sign"), COMPLAINTS)
def test_it_sounds_like_a_complaint(words: str, sign: str, house: House) -> None:
    assert sign in sounds(words, house.catalogue, house.sorter, house.guesser)


@pytest.mark.parametrize("words", OTHERS)
def test_it_does_not(words: str, house: House) -> None:
    assert sounds(words, house.catalogue, house.sorter, house.guesser) == ()
