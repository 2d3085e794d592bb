"""What subscribers say as it stands in the topic: words, pictures, voice; the week's picture."""

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot.channels.telegram import Telegram
from bot.fetching import Fetching
from bot.group import pictures
from bot.group.pictures import Printer
from dialogs.figures.rates import Share, Spread
from dialogs.figures.report import Report
from storage import files
from tests.bot.group.room import Room
from tests.bot.group.shift import BREATH, Shift
from tests.dialogs.tickets.office import MONDAY, house, texts
from tests.peers.world import Message

PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def png(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
async def shift(room: Room, tmp_path: Path) -> Shift:
    made = await Shift.begins(room)
    stage = room.stage
    printer = Printer(stage.house, stage.texts, stage.default, room.clock)
    room.documents = pictures.documents(room.store, tmp_path / "kept", printer, room.documents)
    return made


async def fetched(shift: Shift, folder: Path) -> None:
    """What was sent is fetched, as the loop does it."""
    room = shift.room
    telegram = room.stage.channels["telegram"]
    assert isinstance(telegram, Telegram)
    loop = Fetching(room.stage, room.store, room.clock, {"telegram": telegram.fetch}, folder)
    for one in await room.store.read(lambda c: files.of_ticket(c, shift.ticket)):
        if one.state == "wanted":
            await loop.fetch(one, "telegram")


def topic(shift: Shift) -> list[Message]:
    return shift.room.group.inside(shift.own)


async def test_what_the_subscriber_says_stands_in_the_topic_once(shift: Shift) -> None:
    await shift.claimed()
    for words in ("营业厅让我打13812345678", "营业厅说是你们扣的"):
        await shift.ann.says(words)
        await shift.room.hears()
    await shift.room.draws()
    told = [one for one in topic(shift) if one.text.startswith("10:00 用户：")]
    assert [one.text for one in told] == [
        "10:00 用户：营业厅让我打138****5678\n10:00 用户：营业厅说是你们扣的"
    ]
    await shift.room.moves(shift.ticket, "note", shift.chen, words="看过")
    await shift.room.draws()
    assert len([one for one in topic(shift) if one.text.startswith("10:00 用户：")]) == 1


async def test_a_reply_from_the_group_is_not_repeated_there_and_one_from_the_desk_is(
    shift: Shift,
) -> None:
    await shift.claimed()
    await shift.says(shift.lin, "查到了。")
    await shift.taps(shift.lin, "发送")
    await shift.room.moves(shift.ticket, "reply", shift.chen, words="明天退。")
    await shift.room.draws()
    said = [one.text for one in topic(shift) if "→ 用户：" in one.text]
    assert len(said) == 1
    assert "明天退。" in said[0]


async def test_pictures_voice_and_film_appear_with_what_was_said(
    shift: Shift, tmp_path: Path
) -> None:
    await shift.claimed()
    picture = png()
    await shift.ann.sends_photo(picture, caption="账单在这")
    await shift.ann.sends_voice(b"OggS" + bytes(60))
    await shift.ann.says("就这些")
    await shift.room.hears()
    await shift.room.draws()
    assert not [one for one in topic(shift) if "就这些" in one.text]  # it waits for the files
    await fetched(shift, tmp_path / "kept")
    await shift.room.draws()
    shown = [one for one in topic(shift) if "用户" in one.text and not one.keys]
    kinds = [next((k for k in ("photo", "voice") if k in one.raw), "text") for one in shown]
    assert kinds == ["photo", "voice", "text"]
    assert shown[0].text == "10:00 用户（图片）账单在这"
    assert shown[0].file is not None
    assert shown[0].file.data == picture
    assert shown[2].text == "10:00 用户：就这些"


async def test_a_file_that_was_not_kept_is_named(shift: Shift, tmp_path: Path) -> None:
    await shift.claimed()
    await shift.ann.sends_document("tool.exe", b"MZ" + bytes(100))
    await shift.room.hears()
    await fetched(shift, tmp_path / "kept")
    await shift.room.draws()
    assert any("没有收到" in one.text for one in topic(shift))


async def test_an_edited_message_is_told_as_edited(shift: Shift) -> None:
    await shift.claimed()
    said = await shift.ann.says("多扣了30")
    await shift.room.hears()
    await shift.room.draws()
    await shift.ann.edits("多扣了50", said)
    await shift.room.hears()
    await shift.room.draws()
    assert any("用户（改过）：多扣了50" in one.text for one in topic(shift))


async def test_in_a_group_without_topics_words_stand_under_the_card(
    room: Room, tmp_path: Path
) -> None:
    await room.stop()
    room.group = await room.api.group("Small", room.api.person("Lin"))
    await room.start(room.store)
    shift = await Shift.begins(room)
    await shift.taps(shift.lin, "认领")
    await room.draws()
    await shift.ann.says("还没处理吗")
    await room.hears()
    await room.draws()
    fed = room.group.chat[-1]
    assert "用户：还没处理吗" in fed.text
    card = room.group.home.messages[int(fed.raw["reply_to_message"]["message_id"])]
    assert (await shift.now()).number in card.text


async def test_the_week_is_posted_as_a_picture(shift: Shift) -> None:
    await shift.claimed()
    shift.room.now += BREATH
    await shift.lin.says("/report", to=shift.room.group)
    await shift.room.hears()
    assert shift.newest.text == "一周情况：11月10日（周二）至 11月16日（周一）"
    assert shift.newest.file is not None
    with Image.open(io.BytesIO(shift.newest.file.data)) as image:
        image.load()
        assert image.format == "PNG"
        assert image.size[0] == 1200
        assert image.getextrema() != ((255, 255), (255, 255), (255, 255))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_picture_shows_the_figures_that_it_was_given(language: str) -> None:
    """A week of full bars has more ink than an empty one, and a goal that is missed is marked."""
    printer = Printer(house(), texts(), language, lambda: MONDAY)

    def week(scores: dict[int, int]) -> Image.Image:
        spread = Spread(scores)
        made = printer.drawn(
            Report(
                since=date(2026, 11, 10),
                until=date(2026, 11, 16),
                filed=128,
                ended=97,
                open=214,
                score=spread,
                satisfied=spread.part(8),
                answered=Share(94, 180),
                solved=Share(80, 94),
                called_back=Share(9, 11),
                deadlines={"R3": Share(88, 97), "C1": Share(60, 60)},
                reopened=Share(3, 97),
                first_accepted=Share(40, 58),
                weeks={},
            )
        )
        assert made.startswith(PNG_HEAD)
        image = Image.open(io.BytesIO(made))
        image.load()
        return image

    def of(image: Image.Image, colour: tuple[int, int, int]) -> int:
        counts = image.getcolors(maxcolors=2**20) or []
        return sum(count for count, found in counts if found == colour)

    blue, green, red = (0x2F, 0x6F, 0xB0), (0x1F, 0x7A, 0x4D), (0xB4, 0x47, 0x2F)
    good, bad, empty = week({9: 40, 10: 50}), week({2: 40, 10: 50}), week({})
    assert of(good, blue) > of(empty, blue) > 0
    assert of(good, green) > 0 == of(good, red)
    assert of(bad, red) > 0 == of(bad, green)
    assert of(empty, red) == of(empty, green) == 0


async def test_words_said_long_ago_are_not_held_up_by_a_file_that_never_comes(
    shift: Shift,
) -> None:
    await shift.claimed()
    await shift.ann.sends_photo(png())
    await shift.ann.says("就这些")
    await shift.room.hears()
    shift.room.now += timedelta(minutes=11)
    await shift.room.moves(shift.ticket, "note", shift.chen, words="看过")
    await shift.room.draws()
    assert any("用户：就这些" in one.text for one in topic(shift))
