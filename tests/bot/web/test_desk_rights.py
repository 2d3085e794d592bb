"""Who may go which way of the desk: every role, every page, every act, asked over HTTP.

The ways come from the table of routes; where each leads is found by walking the demo's desk as each
role. A route without a rule, a link or a form that answers "your role cannot", and a page that
nothing leads to, all fail here.
"""

from pathlib import Path

import pytest
from starlette.routing import BaseRoute, Mount, Route

from bot.app import composed
from bot.config import Privacy, Settings, Storage, Telegram, Web
from bot.web import desk
from bot.web.desk import WAYS
from dialogs.tickets.guards import STAFF
from dialogs.tickets.ticket import Role
from storage import Connection, staff
from tests.bot.web.demo_month import at_the_desk, begun
from tests.bot.web.desk_office import Browser, Office
from tests.bot.web.walking import HOME, LANGUAGE, Walk, Way, walked

RULES: dict[Way, frozenset[Role]] = {
    (path, method): frozenset(who) for path, method, _, who in WAYS
} | {HOME: STAFF}
# What anybody may ask for: the chat page (its visitor is known by a cookie), a caller's one-time
# link, the services that call us (each with its own proof), who looks whether we are up, and the
# desk's door.
PUBLIC = {
    HOME,
    LANGUAGE,
    ("/", "GET"),
    ("/c/{token}", "GET"),
    ("/c/{token}", "POST"),
    ("/chat/say", "POST"),
    ("/chat/tap", "POST"),
    ("/chat/file", "POST"),
    ("/chat/log", "GET"),
    ("/chat/live", "GET"),
    ("/chat/file/{id:int}", "GET"),
    ("/chat/paper/{row:int}", "GET"),
    ("/follow/{token}", "GET"),
    ("/follow/{token}", "POST"),
    ("/healthz", "GET"),
    ("/static", "MOUNT"),
    ("/telegram/{path}", "POST"),
}
LOST = ("/desk/{rest:path}", "GET")  # any other address below the desk
LAST = ("/desk/out", "POST")  # ends the session of who asks
NOWHERE = (
    "999999",
    "99999999999999999999999",
)  # no row has the one, no database could hold the other


def named(routes: list[BaseRoute]) -> set[Way]:
    """Paths and methods; HEAD comes with GET."""
    found = {(one.path, "MOUNT") for one in routes if isinstance(one, Mount)}
    plain = [one for one in routes if isinstance(one, Route)]
    return found | {
        (one.path, way) for one in plain for way in (one.methods or ()) if way != "HEAD"
    }


async def test_a_route_of_the_service_has_a_rule_or_is_named_as_public(tmp_path: Path) -> None:
    settings = Settings(
        storage=Storage(
            url=f"sqlite+aiosqlite:///{tmp_path}/redress.db", attachments=f"{tmp_path}/files"
        ),
        web=Web(public_url="https://redress.example"),
        telegram=Telegram(token="123456:of-this-test-and-of-nothing-else-at-all", mode="webhook"),
        privacy=Privacy(key_file=f"{tmp_path}/redress.key"),
    )
    async with composed(settings) as redress:
        routes = list(redress.server.config.app.routes)  # type: ignore[union-attr]
    assert len(routes) == len(named(routes))
    assert named(routes) == PUBLIC | set(RULES) | {LOST}


async def test_every_way_of_the_desk_asks_who_is_there(demo: Office) -> None:
    assert named(desk.routes(demo.door)) == set(RULES) | {LANGUAGE, LOST}
    assert all(who and who <= STAFF for who in RULES.values())
    assert len(RULES) == len(WAYS) + 1


async def test_every_role_may_go_its_ways_and_no_other(demo: Office) -> None:
    """What a role is shown, it may do; what it may not, it is not shown, and is refused."""
    starts = await begun(demo)
    walks = {role: await walked(await at_the_desk(demo, role), *starts) for role in sorted(STAFF)}
    assert {one for walk in walks.values() for one in walk.strange} == set()
    places = {way: address_of(way, walks) for way in RULES}
    assert [way for way in RULES if way[1] == "GET" and not places[way]] == []
    stranger = demo.browser()
    for way, place in places.items():
        assert await status_of(stranger, way, place) == 401, way
    faults = []
    for role, walk in walks.items():
        browser = await at_the_desk(demo, role)
        for way in sorted(RULES, key=lambda one: one == LAST):
            shown = walk.found.get(way, [])
            said = await status_of(browser, way, shown[0] if shown else places[way])
            faults += [f"{role} {said} {way}: {why}" for why in wrong(role, way, said, shown)]
    assert faults == []


def wrong(role: Role, way: Way, said: int, shown: list[str]) -> list[str]:
    """What is not as the rule says; an act may still be refused for the ticket that it is on."""
    if role not in RULES[way]:
        refused = ["let in"] if said != 403 else []
        return refused + ([f"shown at {shown[0]}"] if shown else [])
    missed = [] if said != 401 and said < 500 else ["not let in"]
    return missed + (["refused what it is shown"] if shown and said == 403 else [])


def address_of(way: Way, walks: dict[Role, Walk]) -> str:
    """Where any role found that way. Of an act that the month has no occasion for, who may do it is
    asked all the same; a page that nobody comes to has no address.
    """
    found = [walk.found[way][0] for walk in walks.values() if walk.found.get(way)]
    if found or "{" not in way[0]:
        return found[0] if found else way[0]
    return filled(way[0], "1") if way[1] == "POST" else ""


async def status_of(browser: Browser, way: Way, place: str) -> int:
    """How that is answered; a stream of news is left at once."""
    asked = browser.session.request(way[1], f"{browser.url}{place}", allow_redirects=False)
    async with asked as answer:
        return answer.status


@pytest.mark.parametrize("role", sorted(STAFF))
async def test_an_address_of_no_page_is_answered_by_a_page(demo: Office, role: Role) -> None:
    for path in ("/desk/nowhere", "/desk/t/x/do/y", "/desk/keys/1/remove"):
        assert await status_of(demo.browser(), LOST, path) == 401
        page = await (await at_the_desk(demo, role)).get(path)
        assert (page.status, 'id="main"' in page.text) == (404, True)
        assert "content-security-policy" in page.headers


@pytest.mark.parametrize("nothing", NOWHERE)
async def test_what_is_not_there_is_not_found_and_nothing_breaks(
    demo: Office, nothing: str
) -> None:
    browser = await at_the_desk(demo, Role.DIRECTOR)
    for way in RULES:
        if "{" not in way[0]:
            continue
        place = filled(way[0], nothing)
        # Taking away what is gone already is done, and so leads back to the page.
        assert await status_of(browser, way, place) in {303, 400, 403, 404, 422}, (way, place)


def filled(path: str, words: str) -> str:
    """The path with those words in each gap of it."""
    return "/".join(words if one.startswith("{") else one for one in path.split("/"))


async def test_who_no_longer_works_here_is_a_stranger_at_once(demo: Office) -> None:
    browser = await at_the_desk(demo, Role.AGENT)

    def leaves(c: Connection) -> None:
        agents = [one for one in staff.everybody(c) if one.role is Role.AGENT]
        for one in agents:
            staff.active(c, one.id, False)

    await demo.store.write(leaves)
    for way in RULES:
        if "{" not in way[0]:
            assert await status_of(browser, way, way[0]) == 401, way
