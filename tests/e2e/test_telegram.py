"""What people send in Telegram besides words, and what goes wrong there; over real HTTP."""

import asyncio
import hashlib
import re

import aiohttp
import pytest

from tests.e2e.conftest import Here
from tests.e2e.letter import ANSWERS, NUMBER, STEPS, files, hears, number_in, takes, times
from tests.e2e.words import said
from tests.peers.people import Person

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHARGED = "上个月话费多扣了30元，请退给我"
NO_SIGNAL = "我家里手机没有信号，从昨天晚上八点开始，电话打不出去，请尽快修好"
JPEG, PDF, OGG = b"\xff\xd8\xff\xe0 picture ", b"%PDF-1.4 bill ", b"OggS voice "


@pytest.fixture
def ann(polled: Here, request: pytest.FixtureRequest) -> Person:
    """Somebody whom no other test knows."""
    return polled.api.person(request.node.name)


async def begins(person: Person, story: str = CHARGED) -> None:
    """Up to the first question after the story."""
    await person.says(story)
    await hears(person, said("welcome-kept"))
    await person.taps(said("button-file"))
    await hears(person, said("complaint-regret"))


async def submits(person: Person) -> str:
    """From the number of the line to that of the ticket."""
    told = [await takes(person, step) for step in STEPS[2:]]
    return number_in(told[-1])


async def finds(here: Here, number: str, *contents: bytes) -> None:
    """These files and no others stand on the ticket's page, and lie in the folder by their hash."""
    while said("desk-file-wanted") in (page := await here.desk.get(f"/desk/t/{number}")).text:
        continue
    links = dict.fromkeys(re.findall(r'"(/desk/file/\d+)"', page.text))
    kept = [await here.desk.file(link) for link in links]
    assert sorted(kept) == sorted(contents)
    for content in contents:
        name = hashlib.sha256(content).hexdigest()
        lies = here.redress.folder / "data/attachments" / name[:2] / name
        assert lies.read_bytes() == content


async def test_a_ticket_filed_in_telegram_is_on_the_desk(polled: Here, ann: Person) -> None:
    number = await files(ann)
    assert number in (await polled.desk.get("/desk?tab=open")).text
    page = await polled.desk.get(f"/desk/t/{number}")
    assert (page.status, "双倍" in page.text) == (200, True)
    assert NUMBER not in page.text


@pytest.mark.parametrize(("code", "language"), [("zh", "zh-CN"), ("en", "en"), ("", "zh-CN")])
async def test_the_menu_speaks_each_language(polled: Here, code: str, language: str) -> None:
    url = f"{polled.api.base_url}/bot{polled.api.token}/getMyCommands"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, json={"language_code": code}) as answer,
    ):
        menu = {one["command"]: one["description"] for one in (await answer.json())["result"]}
    assert list(menu) == ["new", "my", "settings", "help", "cancel"]
    assert menu == {name: said(f"menu-{name}", language) for name in menu}


@pytest.mark.parametrize(
    ("app", "language"), [("zh-hans", "zh-CN"), ("en-GB", "en"), ("pt-br", "zh-CN"), ("", "zh-CN")]
)
async def test_a_person_is_greeted_in_the_language_of_their_app(
    polled: Here, app: str, language: str
) -> None:
    person = polled.api.person(f"somebody whose app speaks {app}", app)
    await person.says("/start")
    await hears(person, said("welcome-hello", language))


async def test_the_own_contact_is_the_number_and_somebody_elses_is_not(ann: Person) -> None:
    await begins(ann)
    await ann.shares_contact("+8613900005555", own=False)
    await hears(ann, said("refused-contact-not-own"))
    await ann.taps_keyboard(said("button-share-number"), "+8613400001234")
    await hears(ann, "134****1234")


async def test_a_location_is_the_place(ann: Person) -> None:
    await ann.says(NO_SIGNAL)
    await hears(ann, said("welcome-kept-fault"))
    await ann.taps(said("button-file"))
    await hears(ann, said("complaint-regret"))
    await ann.sends_location(39.9812, 116.3301)
    await hears(ann, said("complaint-number"))
    await ann.says(NUMBER)
    card = await hears(ann, "134****0029")
    assert said("card-pin") in card.text


async def test_a_photo_with_words_is_both_story_and_evidence(polled: Here, ann: Person) -> None:
    picture = JPEG + b"with words"
    await ann.sends_photo(picture, CHARGED)
    await hears(ann, said("engine-file-kept"))
    await ann.taps(said("button-file"))
    await hears(ann, said("complaint-number"))
    await finds(polled, await submits(ann), picture)


async def test_an_album_is_answered_once_and_kept_whole(polled: Here, ann: Person) -> None:
    number = await files(ann)
    pictures = [JPEG + bytes([place]) for place in range(3)]
    for picture in pictures:
        await ann.sends_photo(picture, group="album-1")
    await hears(ann, said("lobby-file-noted"))
    await ann.says("进度")
    await hears(ann, said("m26"))
    assert times(ann, said("lobby-file-noted")) == 1
    await finds(polled, number, *pictures)


async def test_an_album_before_the_complaint_is_answered_once(polled: Here, ann: Person) -> None:
    pictures = [JPEG + b"early " + bytes([place]) for place in range(3)]
    for place, picture in enumerate(pictures):
        await ann.sends_photo(picture, CHARGED if place == 0 else "", group="album-2")
    await hears(ann, said("engine-file-kept"))
    await ann.taps(said("button-file"))
    await hears(ann, said("complaint-number"))
    assert times(ann, said("engine-file-kept")) == 1
    await finds(polled, await submits(ann), *pictures)


async def test_a_voice_message_is_kept_and_words_are_asked_for(polled: Here, ann: Person) -> None:
    number = await files(ann)
    await ann.sends_voice(OGG + b"1")
    await hears(ann, said("lobby-voice-noted"))
    await finds(polled, number, OGG + b"1")


async def test_what_cannot_be_kept_is_refused_kindly(polled: Here, ann: Person) -> None:
    number = await files(ann)
    await ann.sends_document("film.mp4", b"\0\0\0\x18ftypisom", size=30_000_000)
    large = await hears(ann, said("refused-file-large"))
    assert said("lobby-file-noted") not in large.text
    await ann.sends_document("prize.exe", b"MZ\x90\0\x03 program")
    refused = await hears(ann, said("file-refused-type"))
    assert "prize.exe" in refused.text
    await ann.sends_document("bill.pdf", PDF + b"1")
    await hears(ann, said("lobby-file-noted"))
    await finds(polled, number, PDF + b"1")


async def test_a_rewritten_answer_counts_in_a_draft_and_is_a_note_later(ann: Person) -> None:
    await begins(ann)
    answered = await ann.says(NUMBER)
    await hears(ann, "134****0029")
    await ann.edits("13912345678", answered)
    await hears(ann, "139****5678")
    await ann.taps(said("button-submit"))
    await hears(ann, said("m01"))
    await ann.edits("13912345679", answered)
    await hears(ann, said("lobby-edited"))


async def test_a_sticker_is_answered_with_the_question_again(ann: Person) -> None:
    await begins(ann)
    await ann.sends_sticker()
    told = await hears(ann, said("complaint-number"))
    assert said("refused-unsupported") in told.text


async def test_who_blocks_the_bot_is_a_task_and_hears_all_once_they_are_back(
    polled: Here, ann: Person
) -> None:
    number = await files(ann)
    await ann.blocks()
    while number not in (await polled.desk.get("/desk/tasks")).text:
        continue
    await polled.desk.does(number, "claim")
    await polled.desk.does(number, "reply", words="已找到扣费记录，正在核对。")
    await ann.unblocks()
    await hears(ann, "正在核对")
    assert times(ann, "正在核对") == 1


async def test_who_seemed_gone_and_writes_again_is_answered(polled: Here, ann: Person) -> None:
    number = await files(ann)
    polled.api.fault("sendMessage", "403", chat=ann.id)
    await ann.says("进度")
    while number not in (await polled.desk.get("/desk/tasks")).text:
        continue
    await ann.says("人工")  # no update told that they are back
    await hears(ann, said("m26"))
    await hears(ann, said("human-closed"), said("human-open"))


async def test_what_was_said_while_telegram_was_gone_arrives(polled: Here, ann: Person) -> None:
    number = await files(ann)
    await polled.api.stop()
    await polled.redress.logs("cannot be reached")
    await polled.desk.does(number, "claim")
    await polled.desk.does(number, "reply", words="已找到扣费记录，正在核对。")
    await ann.says("进度")
    await polled.api.start()
    await hears(ann, "正在核对")
    await hears(ann, said("m26"))
    await polled.redress.until("telegram", "")


async def test_a_group_is_pointed_to_the_private_chat(polled: Here, ann: Person) -> None:
    number = await files(ann)
    group = await polled.api.group("家庭群", ann)
    await ann.says("/my", to=group)
    told = await group.hears(said("group-private"))
    assert (told.keys, number in group.transcript()) == ((), False)
    await ann.says("大家看看这个机器人", to=group)
    await ann.says("进度")
    await hears(ann, number)
    assert len([one for one in group.chat if one.by_bot]) == 1


async def test_an_update_that_makes_no_sense_is_parked_and_the_next_goes_on(
    polled: Here, ann: Person
) -> None:
    await takes(ann, STEPS[0])
    odd = {"message_id": 7, "date": 1, "text": 5, "chat": ann.sender.chat()}
    await polled.api.hand_over(lambda id_: {"update_id": id_, "message": odd})
    for step in STEPS[1:]:
        await takes(ann, step)
    (parked,) = await polled.redress.told("parked", "list", "--raw")
    assert (parked["error"], '"text":5' in parked["raw"]) == ("text", True)


async def test_conversations_end_in_order_whatever_becomes_of_their_sends(polled: Here) -> None:
    async def lives(kind: str) -> None:
        person = polled.api.person(f"somebody with {kind}")
        polled.api.fault("sendMessage", kind, chat=person.id, times=2)
        await files(person)
        order = [text for one in person.home.said for text in ANSWERS if text in one.text]
        # Only where the call was done and its answer lost may a message come more than once.
        again = 2 if kind in {"reset_after", "bad_json"} else 0
        assert order == [*(ANSWERS[0],) * again, *ANSWERS], kind

    kinds = ("429", "500", "502", "reset_before", "reset_after", "bad_json")
    await asyncio.gather(*(lives(kind) for kind in kinds))


async def test_one_chat_in_trouble_holds_up_nobody_else(polled: Here, ann: Person) -> None:
    fault = polled.api.fault("sendMessage", "429", chat=ann.id, seconds=60)
    await ann.says(CHARGED)
    await files(polled.api.person("somebody else"))
    assert (fault.times, ann.home.said) == (0, [])


async def test_a_second_program_on_the_same_bot_is_named_and_outlived(
    polled: Here, ann: Person
) -> None:
    api, redress = polled.api, polled.redress
    url = f"{api.base_url}/bot{api.token}/getUpdates"
    await api.inbox.polled()
    async with aiohttp.ClientSession() as session, session.post(url, json={"timeout": 1}):
        await redress.logs("another program polls")
    await redress.until("telegram", "")
    await files(ann)
