"""A call that the server turns down, in its own words."""

from typing import Any


class Refusal(Exception):
    """`status` is the HTTP status and the error code; `parameters` as retry_after stand beside."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status, self.description, self.parameters = status, description, parameters

    def body(self) -> dict[str, Any]:
        """The JSON that the Bot API answers with."""
        head: dict[str, Any] = {"ok": False, "error_code": self.status}
        tail: dict[str, Any] = {"parameters": self.parameters} if self.parameters else {}
        return head | {"description": self.description} | tail


def too_many(seconds: int) -> Refusal:
    """The answer to whoever asks too often: wait so many seconds."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
