"""An outage in Haidian that dozens complain of on the web page, and a desk that works on it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dialogs.incidents.incident import Incident
from dialogs.tickets.ticket import Filing, Ticket, Where, Wish
from storage import incidents
from tests.bot.outage import settled
from tests.bot.web.desk_office import Browser, Office, Page

HAIDIAN = Where(words="中关村", province="110000", city="110100", district="110108")
TIANHE = Where(words="天河城", province="440000", city="440100", district="440106")
REPAIR = (Wish(code="repair"),)
NO_SIGNAL = Filing(
    story="从早上开始手机没信号，打不出去也上不了网。",
    category="NET-M",
    subtype="no_signal",
    where=HAIDIAN,
    wishes=REPAIR,
)
WANTS_MORE = replace(
    NO_SIGNAL,
    story="No signal at home since this morning, and I work from there. Repair it and pay me back.",
    wishes=(*REPAIR, Wish(code="waiver", minor=3000)),
)
WORDS = {
    "words-zh-CN": "海淀区一处光缆被挖断，中关村一带手机没有信号，正在抢修。",
    "words-en": "A cable was cut in Haidian, so phones around Zhongguancun have no signal. "
    "It is being repaired.",
}
SOON = timedelta(seconds=1)


async def complaints(here: Office, count: int, where: Where = HAIDIAN) -> list[Ticket]:
    """So many people complain, every fourth in English and with a wish of their own."""
    filed = []
    for n in range(count):
        english = n % 4 == 3
        filing = replace(WANTS_MORE if english else NO_SIGNAL, where=where)
        chat, language = f"{where.district}-{n}", "en" if english else "zh-CN"
        filed.append(await here.filed(filing, chat, language=language))
    return filed


async def ticked(here: Office) -> None:
    """The ticker does all that is due."""
    await settled(here.dispatcher)


async def found(here: Office, count: int = 6) -> tuple[Incident, list[Ticket]]:
    """An incident that the rules found among so many complaints."""
    filed = await complaints(here, count)
    await ticked(here)
    (one,) = await here.store.read(incidents.live)
    return one, [await here.ticket(ticket) for ticket in filed]


async def now(here: Office, of: Incident) -> Incident:
    """The incident as it is by now."""
    one = await here.store.read(lambda c: incidents.load(c, of.id))
    assert one is not None
    return one


async def act(browser: Browser, of: Incident, name: str, **typed: str) -> Page:
    """Fill the form of an act on the page as it is now, and send it."""
    page = await browser.get(f"/desk/incident/{of.id}")
    fields = {"revision": revision(page, name), **typed}
    return await browser.post(f"/desk/incident/{of.id}/do/{name}", offered(fields))


async def done(here: Office, browser: Browser, of: Incident, name: str, **typed: str) -> Page:
    """The same, it was done, and all that it brings about as well."""
    page = await act(browser, of, name, **typed)
    assert page.status == 200, alerts(page)
    await ticked(here)
    return page


def alerts(page: Page) -> Sequence[str]:
    """What the page says is wrong."""
    return re.findall(r'role="alert">\s*(?:<p>)?([^<]*)', page.text)


def revision(page: Page, name: str) -> str:
    """The revision that the form of an act names, "" where the page has no such form."""
    form = page.text.partition(f'id="act-{name}"')[2]
    known = re.search(r'name="revision" value="(\d+)"', form)
    return known[1] if known else ""


def offered(typed: dict[str, str]) -> dict[str, str]:
    """An offer as the form sends it: `code_1` stands for the input `code-1`."""
    return {re.sub(r"_(\d)$", r"-\1", key): value for key, value in typed.items()}
