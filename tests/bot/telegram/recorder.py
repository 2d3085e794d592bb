"""The library's own client with a transport that keeps what it would have sent."""

from typing import Any

import orjson
from telegram import Bot
from telegram.request import BaseRequest, RequestData

ANSWER = {
    "message_id": 1,
    "date": 0,
    "chat": {"id": 5, "type": "private"},
}


class Recorder(BaseRequest):
    """Sends nothing; `calls` holds (method, parameters, files by field name) in order."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any], dict[str, Any]]] = []

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_args: Any,
        **_timeouts: Any,
    ) -> tuple[int, bytes]:
        data = request_data or RequestData()
        self.calls.append((url.rsplit("/", 1)[-1], data.parameters, data.multipart_data))
        return 200, orjson.dumps({"ok": True, "result": ANSWER})


def library(recorder: Recorder) -> Bot:
    """The library's client over `recorder`."""
    return Bot("7000000001:" + "A" * 35, request=recorder, get_updates_request=recorder)
