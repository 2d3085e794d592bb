"""A walk over the desk by its own links and forms, as one role: which address stands for each way.

No list of pages is kept by hand: a way that no link and no form leads to is told by the tests.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from starlette.routing import compile_path

from bot.web.desk import WAYS
from tests.bot.web.desk_office import Browser, Page

HOME = ("/desk", "GET")
LANGUAGE = ("/desk/language", "POST")
Way = tuple[str, str]
PATTERNS = [
    ((path, method), compile_path(path)[0])
    for path, method in [HOME, LANGUAGE, *((path, method) for path, method, _, _ in WAYS)]
]
BROKEN = 500
MOST, MANY = 4, 10  # pages of one way that are looked into: of a list (or files), of what is in it


@dataclass
class Walk:
    """What one role came upon: the addresses of each way, and the pages that were read."""

    found: dict[Way, list[str]] = field(default_factory=lambda: defaultdict(list))
    read: dict[Way, dict[str, Page]] = field(default_factory=lambda: defaultdict(dict))
    files: Counter[Way] = field(default_factory=Counter)  # that were taken
    strange: set[tuple[str, str]] = field(default_factory=set)

    def richest(self, way: Way) -> str:
        """The address of the page of that way with most on it."""
        pages = self.read[way]
        return max(pages, key=lambda address: len(pages[address].text))


async def walked(browser: Browser, *starts: str) -> Walk:
    """Go wherever links lead from the queue and from `starts`, and note where forms would."""
    walk, todo = Walk(), ["/desk", *starts]
    walk.found[HOME].append("/desk")
    while todo:
        address = todo.pop(0)
        way = way_of(address, "GET")
        if way is None or len(walk.read[way]) >= (MANY if "{" in way[0] else MOST):
            continue
        if walk.files[way] >= MOST:
            continue
        page = await looked_at(browser, address)
        if page is None:
            walk.files[way] += 1
            continue
        walk.read[way][address] = page
        for method, target in _leading(page.text, address):
            if noted(walk, method, target):
                todo.append(target)
    return walk


async def looked_at(browser: Browser, address: str) -> Page | None:
    """The page at that address; None for a file, and for what tells news as long as it is open."""
    async with browser.session.get(f"{browser.url}{address}") as answer:
        assert answer.status < BROKEN, address
        if answer.content_type != "text/html":
            return None
        text, headers = await answer.text(), {k.lower(): v for k, v in answer.headers.items()}
        return Page(answer.status, text, answer.url.path, headers)


def noted(walk: Walk, method: str, target: str) -> bool:
    """Whether this is somewhere new to go."""
    way = way_of(target, method)
    if way is None:
        if target.startswith("/desk"):
            walk.strange.add((method, target))
        return False
    if target in walk.found[way]:
        return False
    walk.found[way].append(target)
    return method == "GET"


def way_of(address: str, method: str) -> Way | None:
    """The way that an address goes, None for one of no way."""
    path = urlsplit(address).path
    return next(
        (way for way, pattern in PATTERNS if way[1] == method and pattern.match(path)), None
    )


def _leading(text: str, base: str) -> list[tuple[str, str]]:
    reader = _Reader()
    reader.feed(text)
    joined = [(method, urlsplit(urljoin(base, target))) for method, target in reader.found]
    return [
        (method, f"{one.path}?{one.query}" if one.query else one.path)
        for method, one in joined
        if not one.netloc
    ]


class _Reader(HTMLParser):
    """The links, files and forms of a page; a form's own buttons may lead elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._method = "GET"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "form":
            self._method = (said.get("method") or "get").upper()
            self.found.append((self._method, said.get("action") or ""))
        elif target := said.get("formaction"):
            self.found.append((self._method, target))
        elif target := said.get("href") or said.get("src"):
            self.found.append(("GET", target))
        told = (value for name, value in attrs if name.startswith("data-") and value)
        self.found += [("GET", one) for one in told if one.startswith("/desk")]
