"""Who a browser is: a signed cookie with the chat's id and the private link that leads back."""

import hashlib
import secrets
from dataclasses import dataclass, replace

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.requests import Request
from starlette.responses import Response

from dialogs.model import Address

COOKIE = "redress_chat"
AGE = 400 * 24 * 3600  # seconds; browsers keep no cookie longer


@dataclass(frozen=True, slots=True)
class Visitor:
    """`chat` is the address's own id (128 random bits, in hex), `link` the private token or ""."""

    chat: str
    link: str = ""

    @property
    def address(self) -> Address:
        return Address("web", "", self.chat)

    def event(self, id: str) -> str:
        """An event's id that no other chat can have; tells nothing of this one's."""
        return f"{hashlib.sha256(self.chat.encode()).hexdigest()[:24]}:{id}"

    def linked(self, link: str) -> "Visitor":
        return replace(self, link=link)


class Visitors:
    """Reads and writes the cookie. `secret` signs it; `secure` where the page comes by https."""

    def __init__(self, secret: bytes, *, secure: bool) -> None:
        self._signer = URLSafeSerializer(secret, salt="redress chat page 1")
        self._secure = secure

    def read(self, request: Request) -> Visitor | None:
        """Who this is; None without a cookie of ours."""
        try:
            told = self._signer.loads(request.cookies.get(COOKIE, ""))
        except BadSignature:
            return None
        match told:
            case [str(chat), str(link)]:
                return Visitor(chat, link)
        return None

    def keep(self, response: Response, visitor: Visitor) -> None:
        """Let the browser remember."""
        response.set_cookie(
            COOKIE,
            str(self._signer.dumps([visitor.chat, visitor.link])),
            max_age=AGE,
            httponly=True,
            samesite="lax",
            secure=self._secure,
        )


def newcomer() -> Visitor:
    """Somebody who was never here."""
    return Visitor(secrets.token_hex(16))
