"""python-telegram-bot's client over our own connections, for the rarer calls.

Whoever needs it imports it then: the library takes 10 MiB and 0.15 s, and no start needs it.
"""

import io
import os
from typing import Any

import aiohttp
import orjson
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.channels.telegram_transport import API, JSON, PATIENCE, nameless, timeout


def library(session: aiohttp.ClientSession, token: str, api_base_url: str = API) -> Bot:
    """The library's client of this bot.

    It reads the variable at each 429, and warns of its own future where it is not set.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    base, request = api_base_url.rstrip("/"), AiohttpRequest(session)
    return Bot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request,
        get_updates_request=request,
    )


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's transport over our connections."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @property
    def read_timeout(self) -> float | None:
        """Seconds for a whole call."""
        return PATIENCE

    async def initialize(self) -> None:
        """The connections are opened by whoever owns the session."""

    async def shutdown(self) -> None:
        """And closed by them."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_timeouts: Any,
        **_named: Any,
    ) -> tuple[int, bytes]:
        """Make one call; its status and body. Raises TimedOut or NetworkError, without the URL."""
        sent = _library_form(request_data) if request_data else {}
        try:
            async with self._session.request(
                method,
                URL(url, encoded=True),
                timeout=timeout(PATIENCE),
                allow_redirects=False,
                **sent,
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from nameless(error)
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from nameless(error)

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Decode an answer; the library's own writes what it cannot read into the log."""
        try:
            return orjson.loads(payload)
        except ValueError:
            raise TelegramError("Invalid server response") from None


def _library_form(sent: RequestData) -> dict[str, Any]:
    if not sent.contains_files:
        return {"data": orjson.dumps(sent.parameters), "headers": JSON}
    form = aiohttp.FormData(quote_fields=False)
    for name, value in sent.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in sent.multipart_data.items():
        body = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, body, filename=filename, content_type=mime)
    return {"data": form}
