"""The files of an appeal: what can be read in them, that they check, that they never change.

Pages are rendered and read back, archives are unpacked and checked with sha256sum itself.
"""

import asyncio
import hashlib
import io
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot import appeal_papers, papers
from bot.papers import Documents, NoPaper
from bot.sheet_printing import printed_sheet
from bot.sheets import plain, written
from dialogs.appeals import bundle
from dialogs.appeals.letter import letter
from dialogs.appeals.position import final_letter
from dialogs.appeals.record import as_of
from dialogs.house import House
from dialogs.model import Address, Attached, File
from dialogs.texts import Texts
from dialogs.tickets.ticket import Ticket
from storage import Connection, chats, files, tickets
from storage.files import Kept
from storage.store import Store
from tests.bot.test_papers import agreed, inside, read
from tests.dialogs.appeals.test_letter import OURS, PHOTO, disputed
from tests.dialogs.tickets.office import MONDAY, at

LANGUAGES = ("zh-CN", "en")
HANDED = MONDAY + timedelta(days=3)
STAMP = bundle.stamped(HANDED)
BILL, SMS = b"\xff\xd8\xff a bill", b"\x89PNG\r\n\x1a\n a message"


def kept(c: Connection, folder: Path, ticket: Ticket, name: str, content: bytes) -> None:
    """A file that the subscriber sent, as fetching keeps it."""
    digest = hashlib.sha256(content).hexdigest()
    path = folder / digest[:2] / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    mime = "image/jpeg" if name.endswith("jpg") else "image/png"
    number = files.want(c, ticket.chat, File("photo", "ref", name), ticket.id, MONDAY)
    where = Kept(path=f"{digest[:2]}/{digest}", sha256=digest, size=len(content), mime=mime)
    files.kept(c, number, where)


async def filed(
    store: Store, house: House, folder: Path, sent: Sequence[tuple[str, bytes]]
) -> Ticket:
    """A complaint that was settled, with these files of the subscriber's."""

    def put(c: Connection) -> Ticket:
        here = chats.locate(c, Address("web", "web", "1"), MONDAY, "zh-CN", "Ann")
        ticket = replace(agreed(house, chat=here), owner=0)
        tickets.insert(c, ticket)
        for name, content in sent:
            kept(c, folder, ticket, name, content)
        return ticket

    return await store.write(put)


def maker(store: Store, folder: Path, house: House, texts: Texts) -> Documents:
    return appeal_papers.documents(
        store, folder, house, texts, papers.documents(store, house, texts)
    )


def unpacked(content: bytes, folder: Path) -> set[str]:
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
        return set(archive.namelist())


def checked(folder: Path, sums: str) -> str:
    """What sha256sum says of a list of hashes."""
    command = ["sha256sum", "-c", "--strict", sums]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    return said.stdout


async def test_letter_text_and_archive_say_the_same_and_check(
    store: Store, house: House, texts: Texts, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    ticket = await filed(store, house, folder, (("停机短信.png", SMS), ("bill.jpg", BILL)))
    make = maker(store, folder, house, texts)
    out = bundle.outgoing(ticket, HANDED, (len(SMS), len(BILL)))
    made = [await make(one) for one in out]
    assert [name for name, _ in made] == [
        *("TS26110004277-appeal.pdf", "TS26110004277-appeal.txt", "TS26110004277-appeal.zip")
    ]
    pdf, text, archive = (content for _, content in made)
    names = unpacked(archive, tmp_path / "out")
    assert names == {
        *("TS26110004277-appeal.pdf", "TS26110004277-appeal.txt", "index.txt", "SHA256SUMS.txt"),
        *("evidence/01-停机短信.png", "evidence/02-bill.jpg"),
    }
    assert checked(tmp_path / "out", "SHA256SUMS.txt").count("OK") == len(names) - 1
    assert (tmp_path / "out/evidence/02-bill.jpg").read_bytes() == BILL
    assert (tmp_path / "out/TS26110004277-appeal.pdf").read_bytes() == pdf
    assert (tmp_path / "out/TS26110004277-appeal.txt").read_bytes() == text
    said = text.decode("utf-8-sig")
    for one in (SMS, BILL):
        digest = hashlib.sha256(one).hexdigest()
        assert digest in said
        assert digest in read(pdf)
        assert digest in (tmp_path / "out/index.txt").read_text("utf-8")


async def test_the_same_record_gives_the_same_bytes_and_a_later_one_leaves_them(
    store: Store, house: House, texts: Texts, tmp_path: Path
) -> None:
    ticket = await filed(store, house, tmp_path, (("bill.jpg", BILL),))
    make = maker(store, tmp_path, house, texts)
    out = bundle.outgoing(ticket, HANDED, (len(BILL),))
    once = [await make(one) for one in out]

    def later(c: Connection) -> None:
        file = File("photo", "ref", "later.jpg")
        number = files.want(c, ticket.chat, file, ticket.id, HANDED + timedelta(days=1))
        files.kept(c, number, Kept(path="aa/b", sha256="b" * 64, size=3, mime="image/jpeg"))

    await store.write(later)
    assert [await make(one) for one in out] == once


async def test_a_file_that_came_just_now_is_waited_for(
    store: Store, house: House, texts: Texts, tmp_path: Path
) -> None:
    """A letter that did not name what its archive holds would be no use."""
    ticket = await filed(store, house, tmp_path, ())
    make = maker(store, tmp_path, house, texts)

    def wanted(c: Connection) -> int:
        return files.want(c, ticket.chat, File("photo", "ref", "bill.jpg"), ticket.id, MONDAY)

    number = await store.write(wanted)
    where = Kept(path="aa/b", sha256="b" * 64, size=3, mime="image/jpeg")

    async def arrives() -> None:
        await store.write(lambda c: files.kept(c, number, where))

    asked = Attached(f"{bundle.TXT}:{STAMP}", ticket.id, "a.txt")
    made, _ = await asyncio.gather(make(asked), arrives())
    assert "b" * 64 in made[1].decode("utf-8-sig")


async def test_what_is_too_much_for_one_message_goes_in_several_that_check_alone(
    store: Store, house: House, texts: Texts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle.parted, "__defaults__", (40,))
    sent = [(f"photo {place}.jpg", b"\xff\xd8\xff" + bytes([place]) * 27) for place in range(3)]
    ticket = await filed(store, house, tmp_path / "kept", sent)
    make = maker(store, tmp_path / "kept", house, texts)
    out = bundle.outgoing(ticket, HANDED, [len(content) for _, content in sent])
    assert [one.name for one in out[2:]] == [
        f"TS26110004277-appeal_{place}of3.zip" for place in (1, 2, 3)
    ]
    seen: set[str] = set()
    for place, one in enumerate(out[2:], start=1):
        names = unpacked((await make(one))[1], tmp_path / "out")
        assert not names & seen  # all of them may be unpacked into one folder
        seen |= names
        checked(tmp_path / "out", f"SHA256SUMS-{place}.txt")
    assert {f"evidence/0{one}-photo {one - 1}.jpg" for one in (1, 2, 3)} < seen
    with pytest.raises(NoPaper):
        await make(Attached(f"{bundle.ZIP}:{STAMP}:4", ticket.id, "x.zip"))


@pytest.mark.parametrize("gone", [True, False])
async def test_an_original_that_is_gone_or_altered_is_named_and_left_out(
    gone: bool, store: Store, house: House, texts: Texts, tmp_path: Path
) -> None:
    ticket = await filed(store, house, tmp_path / "kept", (("bill.jpg", BILL), ("a.png", SMS)))
    digest = hashlib.sha256(BILL).hexdigest()
    path = tmp_path / "kept" / digest[:2] / digest
    path.unlink() if gone else path.write_bytes(b"\xff\xd8\xff another bill")
    make = maker(store, tmp_path / "kept", house, texts)
    content = (await make(Attached(f"{bundle.ZIP}:{STAMP}:1", ticket.id, "x.zip")))[1]
    names = unpacked(content, tmp_path / "out")
    assert "evidence/02-a.png" in names
    assert "evidence/01-bill.jpg" not in names
    index = (tmp_path / "out/index.txt").read_text("utf-8")
    assert "原件未能读取，没有放进压缩包。" in index.partition("evidence/02")[0]
    checked(tmp_path / "out", "SHA256SUMS.txt")


async def test_what_cannot_be_made_is_refused_and_other_papers_are_made_as_before(
    store: Store, house: House, texts: Texts, tmp_path: Path
) -> None:
    ticket = await filed(store, house, tmp_path, ())
    make = maker(store, tmp_path, house, texts)
    assert (await make(Attached("confirmation:1", ticket.id, "c.pdf")))[1].startswith(b"%PDF-")
    early = bundle.stamped(ticket.opened_at - timedelta(days=1))
    wrong = (f"{bundle.PDF}:soon", f"{bundle.PDF}:{early}", f"{bundle.ZIP}:{STAMP}:0", "portrait")
    for kind in wrong:
        with pytest.raises(NoPaper):
            await make(Attached(kind, ticket.id, "x"))
    with pytest.raises(NoPaper):
        await make(Attached(f"{bundle.PDF}:{STAMP}", 99, "x"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_text_is_on_the_pages_and_none_runs_into_a_margin(
    language: str, texts: Texts
) -> None:
    ticket, entries, now = disputed(language)
    record = as_of(ticket, entries, (PHOTO,), now)
    for sheet in (letter(record, OURS), final_letter(record, OURS)):
        paper = written(sheet, texts)
        pdf = printed_sheet(paper)
        said = read(pdf)
        words = [one.words for part in paper.parts for one in part.lines]
        assert [one for one in words if "".join(one.split()) not in _apart(said, pdf)] == []
        assert 1 <= inside(pdf) <= 4
        assert len(pdf) < 250_000
        assert paper.title in plain(paper)


def _apart(said: str, pdf: bytes) -> str:
    """The words of the pages without what stands at their feet."""
    for page in range(1, 9):
        said = "".join(said.split(f"TS26110004277{page}/{inside(pdf)}"))
    return said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_case_with_strange_words_stays_within_the_margins(
    language: str, texts: Texts
) -> None:
    ticket, entries, now = disputed(language)
    story = "很长的说明，" * 300 + "x" * 200 + "\u202e\t<b>😀\n\n“引”"
    long = replace(ticket, filing=replace(ticket.filing, story=story, name="阿卜杜拉" * 12))
    exhibits = [replace(PHOTO, name="很长的文件名" * 20, path="evidence/" + "y" * 120)] * 10
    paper = written(letter(as_of(long, entries, exhibits, now), OURS), texts)
    pdf = printed_sheet(paper)
    assert 4 <= inside(pdf) <= 9
    assert printed_sheet(paper) == pdf


def test_names_in_the_archive_are_safe_and_keep_their_order() -> None:
    assert bundle.path_of(1, "../../etc/passwd", "", "document") == "evidence/01-etc_passwd"
    assert bundle.path_of(2, "", "image/jpeg", "photo") == "evidence/02-photo.jpg"
    assert bundle.path_of(3, "账单 2月.pdf", "application/pdf", "document").endswith("账单 2月.pdf")
    assert bundle.path_of(4, "a" * 300 + ".png", "image/png", "photo").endswith(".png")
    assert bundle.path_of(5, "\u202egnp.exe", "image/png", "photo") == "evidence/05-gnp.exe"


def test_parts_hold_what_they_may_and_keep_the_order() -> None:
    assert bundle.parted([]) == [[]]
    assert bundle.parted([3, 3, 3], 6) == [[0, 1], [2]]
    assert bundle.parted([9, 1], 6) == [[0], [1]]
    assert bundle.parted([1, 9, 1], 6) == [[0], [1], [2]]


def test_a_moment_is_named_to_the_microsecond() -> None:
    moment = at("2026-11-16 10:00") + timedelta(microseconds=123456)
    assert bundle.moment(str(bundle.stamped(moment))) == moment
    assert bundle.moment("-1") is None
    assert bundle.moment("9" * 18) is None
