"""An appeal over real HTTP: evidence is sent, the file is asked for, and what comes checks."""

import hashlib
import io
import subprocess
from pathlib import Path
from zipfile import ZipFile

from tests.bot.test_papers import inside, read
from tests.e2e.letter import files, hears
from tests.e2e.running import SECRET, Running
from tests.e2e.words import said
from tests.peers.bot_api import FakeBotApi
from tests.peers.people import Person

PHOTO = b"\xff\xd8\xff\xe0 a screenshot of the text that cut the line"
DIGEST = hashlib.sha256(PHOTO).hexdigest()
ADDRESS = "北京市海淀区中关村东路1号2单元301，邮编100190"

# What a question of the dialog is known by, and its answer: a button in brackets, or words.
ANSWERS = {
    "appeal-ask-relation": f"[{said('relation-holder')}]",
    "appeal-ask-name": "李红",
    "appeal-ask-address": ADDRESS,
    "appeal-ask-email": f"[{said('button-leave-out')}]",
    "appeal-ask-employer": f"[{said('button-leave-out')}]",
    "appeal-ask-contacts-too": f"[{said('button-none')}]",
    "appeal-ask-elsewhere": f"[{said('button-none')}]",
    "appeal-true": f"[{said('button-send-file')}]",
}


async def prepares(ann: Person) -> None:
    """From the word to the last tap: each question is heard, then answered."""
    await ann.says("申诉")
    await hears(ann, said("appeal-check-early"))
    await ann.taps(said("button-prepare-file"))
    for question, answer in ANSWERS.items():
        await hears(ann, said(question))
        await (ann.taps(answer[1:-1]) if answer.startswith("[") else ann.says(answer))


async def test_the_file_of_an_appeal_comes_and_its_hashes_check(
    redress: Running, catalog: Path, tmp_path: Path
) -> None:
    async with FakeBotApi() as api:
        redress.configure(api, catalog, mode="polling", webhook_secret=SECRET)
        async with redress:
            ann = api.person("Ann")
            number = await files(ann)
            await ann.sends_photo(PHOTO)
            await hears(ann, said("lobby-file-noted"))
            await prepares(ann)
            heard = [await hears(ann, said(f"appeal-file-{one}")) for one in ("pdf", "txt", "zip")]
            await hears(ann, said("appeal-early"))
        assert api.refused == []
        assert not redress.log[:-1], redress.log
    pdf, text, archive = (one.file.data for one in heard if one.file)
    assert [one.file.name for one in heard if one.file] == [
        f"{number}-appeal.{ending}" for ending in ("pdf", "txt", "zip")
    ]
    words = text.decode("utf-8-sig")
    for one in (DIGEST, "李红", "100190", "此致"):
        assert one in words
        assert one in read(pdf)
    assert inside(pdf) <= 4
    assert unpacked(archive, tmp_path / "out") == [PHOTO]


def unpacked(archive: bytes, folder: Path) -> list[bytes]:
    """The pieces of evidence in the archive, once sha256sum has checked all of it."""
    with ZipFile(io.BytesIO(archive)) as found:
        found.extractall(folder)
    subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS.txt"], cwd=folder, check=True)
    return [one.read_bytes() for one in (folder / "evidence").iterdir()]
