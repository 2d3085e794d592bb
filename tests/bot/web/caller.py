"""What a browser does by itself, done by a plain client: say, send, read the log and the stream."""

import io
import json
import uuid
from collections.abc import AsyncIterator
from typing import Any

import httpx2
from PIL import Image


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "#17605a").save(out, "PNG")
    return out.getvalue()


def fresh() -> str:
    return str(uuid.uuid4())


async def log(client: httpx2.AsyncClient, **query: int) -> list[dict[str, Any]]:
    told = (await client.get("/chat/log", params=query)).json()
    bubbles: list[dict[str, Any]] = told["bubbles"]
    return bubbles


async def say(client: httpx2.AsyncClient, text: str, id: str = "") -> httpx2.Response:
    return await client.post("/chat/say", json={"text": text, "id": id or fresh()})


async def send(
    client: httpx2.AsyncClient, name: str, content: bytes, mime: str = "image/png"
) -> httpx2.Response:
    return await client.post(
        "/chat/file", data={"id": fresh()}, files={"file": (name, content, mime)}
    )


async def events(response: httpx2.Response) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    name = ""
    async for line in response.aiter_lines():
        if line.startswith("event:"):
            name = line[6:].strip()
        elif line.startswith("data:"):
            yield name, json.loads(line[5:])


async def until(
    heard: AsyncIterator[tuple[str, dict[str, Any]]], last: str
) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    async for one in heard:
        yield one
        if one[0] == last:
            return
