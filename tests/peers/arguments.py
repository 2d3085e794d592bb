"""What a call of the Bot API carries: read from JSON, form or multipart, and asked for by type.

Types are those of the server: numbers may come as strings, objects as JSON in a string. A list or
an object where a plain value belongs is refused, which the real server does less plainly.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from tests.peers.refusal import Refusal
from tests.peers.updates import Raw

YES = {"true", "yes", "1"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Arguments:
    """The fields of one call as sent, and its files by field name."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string; numbers are taken as written, what is absent or null is ""."""
        value = self.fields.get(name)
        match value:
            case None:
                return ""
            case str():
                return value
            case bool() | list() | dict():
                raise Refusal(400, f'Bad Request: field "{name}" must be of type String')
            case _:
                return str(value)

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """An integer drawn into its bounds, as the server does; what is no number is 0."""
        written = self.text(name).strip()
        if not written:
            return default
        return min(max(integer(written) or 0, low), high)

    def yes(self, name: str) -> bool:
        value = self.fields.get(name)
        return value is True or str(value).lower() in YES

    def decoded(self, name: str, broken: str) -> Any:
        """A JSON value, sent as it is or in a string; None when absent, `broken` says its name."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise Refusal(400, f"Bad Request: can't parse {broken} JSON object") from None


def integer(written: str) -> int | None:
    """The number that a string spells, or None."""
    try:
        return int(written)
    except ValueError:
        return None


async def read(request: web.Request) -> Arguments:
    """Take the arguments out of an HTTP request, whichever of the four ways they came."""
    fields: Raw = dict(request.query)
    if request.method == "GET" or not request.can_read_body:
        return Arguments(fields)
    if request.content_type == "application/json":
        return Arguments(fields | from_json(await request.read()))
    if request.content_type.startswith("multipart/"):
        return await from_parts(request, fields)
    return Arguments(fields | dict(await request.post()))


def from_json(body: bytes) -> Raw:
    try:
        value = json.loads(body)
    except ValueError:
        raise Refusal(400, "Bad Request: can't parse JSON object") from None
    if not isinstance(value, dict):
        raise Refusal(400, "Bad Request: can't parse JSON object: expected an Object")
    return value


async def from_parts(request: web.Request, fields: Raw) -> Arguments:
    files: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            raise Refusal(400, "Bad Request: a part of the form has no name")
        data = bytes(await part.read())
        if part.filename is None:
            fields[part.name] = data.decode()
        else:
            files[part.name] = Upload(part.filename, data)
    return Arguments(fields, files)
