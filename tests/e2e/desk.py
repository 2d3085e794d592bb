"""A member of staff at the desk, over HTTP: signs in by a link, fills the forms of the page."""

import re
from dataclasses import dataclass

import aiohttp

LOOK_FIRST = 422


@dataclass(frozen=True)
class Page:
    """An answer: status and text."""

    status: int
    text: str

    @property
    def alerts(self) -> list[str]:
        return re.findall(r'role="alert"[^>]*>\s*([^<]*)', self.text)


@dataclass(frozen=True)
class Desk:
    """A browser without scripts, signed in. Use `async with desk(link)`."""

    url: str
    session: aiohttp.ClientSession

    async def get(self, path: str) -> Page:
        async with self.session.get(self.url + path) as answer:
            return Page(answer.status, await answer.text(errors="replace"))

    async def file(self, path: str) -> bytes:
        """The bytes behind a link of the page."""
        async with self.session.get(self.url + path) as answer:
            assert answer.status == 200
            return await answer.read()

    async def does(self, number: str, move: str, **typed: str) -> None:
        """Fill the form of a move on the ticket's page and send it; it must be made.

        What an offer leaves open is shown first, and it is sent once more.
        """
        page = await self.get(f"/desk/t/{number}")
        found = re.search(r'name="revision" value="(\d+)"', page.text)
        assert found, f"{page.status}: no form on the page of {number}"
        fields = {re.sub(r"_(\d)$", r"-\1", key): value for key, value in typed.items()}
        path = f"{self.url}/desk/t/{number}/do/{move}"
        sent = {"revision": found[1], **fields}
        made = await self._sends(path, sent)
        looked = re.search(r'name="seen" value="(\w+)"', made.text)
        if made.status == LOOK_FIRST and looked:
            made = await self._sends(path, {**sent, "seen": looked[1]})
        assert made.status == 200, f"{move}: {made.status} {made.alerts}"

    async def _sends(self, path: str, typed: dict[str, str]) -> Page:
        async with self.session.post(path, data=typed) as answer:
            return Page(answer.status, await answer.text())


async def sign_in(link: str) -> Desk:
    """The desk of whoever opens this one-time link; close its session in the end."""
    session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
    try:
        async with session.get(link) as answer:
            assert answer.status == 200, await answer.text()
            assert "once=" not in str(answer.url)
    except BaseException:
        await session.close()
        raise
    return Desk(link.partition("/desk")[0], session)
