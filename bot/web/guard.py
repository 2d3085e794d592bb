"""What stands before every page: no foreign posts, and headers that keep foreign code out."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = (
    "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """ASGI middleware of a route. `public_url` is where browsers reach us, "" if unknown.

    `cache` is the Cache-Control of answers that name none.
    """

    def __init__(self, app: ASGIApp, public_url: str = "", cache: str = "no-store") -> None:
        self._app, self._own, self._cache = app, _origin(public_url), cache

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (*HEADERS.items(), ("Cache-Control", self._cache)):
                    headers.setdefault(name, value)
            await send(message)

        app = self._app
        if scope["method"] not in SAFE and foreign(Headers(scope=scope), self._own):
            app = PlainTextResponse("This request came from another site.", 403)
        await app(scope, receive, sealed)


def foreign(headers: Headers, own: str) -> bool:
    """Whether a browser made this request for another site.

    Browsers say so by Sec-Fetch-Site, older ones by Origin; a request with neither was not made
    by a browser, and so carries nobody's cookie against their will.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = headers.get("origin")
    if origin is None:
        return False
    return urlsplit(origin).netloc != headers.get("host") and origin != own


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
