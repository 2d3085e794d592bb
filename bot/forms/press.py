"""Makes forms: a short one here and now, a long one in a process of its own, row by row.

Nobody waits at the desk while a list of a hundred thousand rows is ruled: the other process has
the lowest claim on the machine, and rows are read as it takes them. Many rows make several PDF
files in one zip. What breaks off on either side leaves no file that looks whole.
"""

import asyncio
import os
import shutil
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, Literal, TypeAlias, get_args
from zipfile import ZipFile, ZipInfo

import orjson

from bot.forms.form import Form, Row
from storage import codec

Kind: TypeAlias = Literal["pdf", "xlsx"]
KINDS: tuple[Kind, ...] = get_args(Kind)
VOLUME = 1000  # rows of one PDF file; some ninety pages
CHUNK = 64 * 1024  # bytes
HUMBLE = 5  # how far the other process stands back
END = None  # after the last row; without it the rows broke off
ROOT = str(Path(__file__).parents[2])


class PressError(Exception):
    """The other process did not finish the form."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is made: a form, as what, of about how many rows."""

    form: Form
    kind: str
    rows: int

    @property
    def volumes(self) -> int:
        """How many files its PDF is."""
        return max(1, -(-self.rows // VOLUME)) if self.kind == "pdf" else 1

    @property
    def ending(self) -> str:
        """How the name of what comes out ends."""
        return "zip" if self.volumes > 1 else self.kind


def short(form: Form, kind: Kind) -> bytes:
    """A form without a list of its own, whole; to be called in a thread."""
    if kind == "pdf":
        from bot.forms.paper import drawn  # noqa: PLC0415  a second to import, and rarely needed

        return drawn(form)
    with NamedTemporaryFile(suffix=".xlsx") as file:
        _book(form, (), Path(file.name))
        return file.read()


async def long(job: Job, rows: AsyncIterator[Row]) -> AsyncGenerator[bytes, None]:
    """The bytes of the file, as they come; stop asking and all of it stops.

    Raises PressError, and whatever `rows` raises.
    """
    paths = os.pathsep.join((ROOT, os.environ.get("PYTHONPATH", ""))).rstrip(os.pathsep)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.forms.press"),
        stdin=PIPE,
        stdout=PIPE,
        env={**os.environ, "PYTHONPATH": paths},
    )
    feeding = asyncio.create_task(_feed(process, job, rows))
    try:
        assert process.stdout is not None
        while chunk := await process.stdout.read(CHUNK):
            yield chunk
        await feeding
        if await process.wait():
            raise PressError(f"the form {job.form.code} was not finished")
    finally:
        feeding.cancel()
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _feed(process: Process, job: Job, rows: AsyncIterator[Row]) -> None:
    pipe = process.stdin
    assert pipe is not None
    try:
        pipe.write(orjson.dumps(codec.dump(job)) + b"\n")
        async for row in rows:
            pipe.write(orjson.dumps(list(row)) + b"\n")
            await pipe.drain()
        pipe.write(orjson.dumps(END) + b"\n")
        await pipe.drain()
    except (BrokenPipeError, ConnectionResetError):
        pass  # it ended early, and says so itself
    finally:
        pipe.close()


def make(read: BinaryIO, write: BinaryIO) -> None:
    """What the other process does: a job and its rows in, the file out. Raises PressError."""
    job = codec.load(Job, orjson.loads(read.readline()))
    rows = _rows(read)
    if job.kind == "xlsx":
        with NamedTemporaryFile(suffix=".xlsx") as file:
            _book(job.form, rows, Path(file.name))
            shutil.copyfileobj(file, write)
    elif job.volumes == 1:
        from bot.forms.paper import drawn  # noqa: PLC0415

        write.write(drawn(job.form, rows))
    else:
        _zipped(job, rows, write)
    write.flush()


def _rows(read: BinaryIO) -> Iterator[Row]:
    for line in read:
        row = orjson.loads(line)
        if row is END:
            return
        yield row
    raise PressError("the rows broke off")


def _book(form: Form, rows: Iterable[Row], file: Path) -> None:
    from bot.forms.workbook import written  # noqa: PLC0415

    written(form, rows, file)


def _zipped(job: Job, rows: Iterator[Row], write: BinaryIO) -> None:
    from bot.forms.paper import drawn  # noqa: PLC0415

    made = job.form.made.timetuple()
    with ZipFile(write, "w") as together:
        for place in range(1, job.volumes + 1):
            last = place == job.volumes
            some = rows if last else islice(rows, VOLUME)
            first = next(some, None)
            if first is None:
                return
            content = drawn(job.form, chain((first,), some), (place, job.volumes))
            name = f"{job.form.code}-{place:03}.pdf"
            together.writestr(ZipInfo(name, made[:6]), content)


if __name__ == "__main__":
    os.nice(HUMBLE)
    make(sys.stdin.buffer, sys.stdout.buffer)
