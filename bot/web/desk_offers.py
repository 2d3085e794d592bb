"""Offers as a page shows them: beside the wish, waiting for leave, keeping which promise."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from bot.desk_acts import Refused
from bot.desk_preview import Preview
from bot.web.desk_words import Words, hide
from dialogs.catalogue import Promise
from dialogs.tickets.comparing import Answered, Comparison, Verdict, compare
from dialogs.tickets.promising import citable, concerning
from dialogs.tickets.ticket import Approval, Item, Ticket


def offer(item: Item, ticket: Ticket, words: Words) -> str:
    """What an item offers, with its amount and the promise that it keeps."""
    said = priced(item.words or words.remedy(item.code), item.minor, ticket, words)
    return f"{said} · {promise(item.promise, words)}" if item.promise else said


def priced(what: str, minor: int | None, ticket: Ticket, words: Words) -> str:
    return f"{what} {words.money(minor, ticket.filing.currency)}" if minor else what


def promise(code: str, words: Words) -> str:
    """A promise in the catalogue's words; its code once the entry is gone."""
    known = words.catalogue.promises.get(code)
    return words("keeps", promise=words.of(known.label) if known else code)


def dated(item: Item, ticket: Ticket, words: Words) -> str:
    """An item with its date."""
    due = (words.at(item.due, day=True),) if item.due else ()
    return " · ".join((offer(item, ticket, words), *due))


def comparison(ticket: Ticket, words: Words) -> list[dict[str, Any]]:
    """Wish beside the newest offer beside what was done, a line for each wish and each item more.

    What is missing is said only once something was offered.
    """
    items = ticket.proposal.items if ticket.proposal else ()
    made = compare(ticket, items, words.stage.house)
    return lines(made, ticket, words, told=bool(ticket.proposal))


def lines(
    made: Comparison, ticket: Ticket, words: Words, *, told: bool = True
) -> list[dict[str, Any]]:
    """A comparison in words; `told`: with what is missing."""
    recorded = [one for one in ticket.filing.wishes if one.code not in _wishes(made)]
    rows = [_answered(one, ticket, words, told) for one in made.answered]
    rows += [
        {"wish": words.remedy(one.code), "offers": [], "gap": "", "code": ""}
        for one in recorded
        if one.code
    ]
    beyond = words("beyond") if told and made.answered else ""
    return [
        *rows,
        *(
            {"wish": "", "offers": [_item(one, ticket, words)], "gap": beyond, "code": "beyond"}
            for one in made.beyond
        ),
    ]


def _wishes(made: Comparison) -> set[str]:
    return {one.wish.code for one in made.answered}


def _answered(one: Answered, ticket: Ticket, words: Words, told: bool) -> dict[str, Any]:
    wish = one.wish
    asked = words.remedy(wish.code) if wish.code else hide(wish.words)
    return {
        "wish": priced(asked, wish.minor, ticket, words),
        "offers": [_item(item, ticket, words) for item in one.items],
        "gap": _gap(one, ticket, words) if told else "",
        "code": ("late" if one.late and one.verdict is Verdict.MET else one.verdict.value)
        if told
        else "",
    }


def _item(item: Item, ticket: Ticket, words: Words) -> dict[str, str]:
    return {
        "offer": offer(item, ticket, words),
        "due": words.at(item.due, day=True) if item.due else "",
        "done": words("done-on", at=words.at(item.done_at, day=True)) if item.done_at else "",
        "proof": item.proof,
    }


def _gap(one: Answered, ticket: Ticket, words: Words) -> str:
    """What this wish does not get, in words; that it is met, where it is."""
    parts = []
    if one.instead:
        parts.append(words("gap-instead"))
    if one.short:
        parts.append(words("gap-less", less=words.money(one.short, ticket.filing.currency)))
    if one.late:
        wished = ticket.filing.wish_by
        parts.append(words("gap-late", date=words.at(wished, day=True) if wished else ""))
    if one.verdict is Verdict.MISSING:
        parts.append(words("gap-missing"))
    if one.verdict is Verdict.UNCLEAR:
        parts.append(words("gap-unclear"))
    return " · ".join(parts) or words("gap-met")


def seen(made: Comparison | None) -> str:
    """A mark of what an offer leaves open, to be sent back by who has looked at it; "" if nothing.

    It changes with what is missing, so that a look at an older draft does not count.
    """
    gaps = made.gaps if made else ()
    if not gaps:
        return ""
    said = (
        f"{one.wish.code}|{one.wish.words}|{one.verdict}|{one.short}|{one.late}" for one in gaps
    )
    return sha256("\n".join(said).encode()).hexdigest()[:16]


def shown(preview: Preview, words: Words) -> dict[str, Any]:
    """What stands beside an offer's preview: how it answers the wishes."""
    made, ticket = preview.compared, preview.ticket
    if made is None or ticket is None:
        return {"lines": [], "said": "", "seen": ""}
    return {
        "lines": lines(made, ticket, words),
        "said": hide(made.said),
        "seen": seen(made),
    }


def needs(preview: Preview, words: Words) -> str:
    """Why an offer needs leave, and whose; "" where it needs none."""
    if preview.role is None:
        return ""
    return words("needs-leave", why=words.of(preview.why), role=words.role(preview.role))


def approvals(
    ticket: Ticket, draft: Preview | Refused | None, words: Words
) -> list[dict[str, Any]]:
    """Each offer for which leave was asked, the newest first; `draft` is how the open one looks."""
    told = [_approval(one, ticket, words) for one in reversed(ticket.approvals)]
    if told and isinstance(draft, Preview):
        told[0] |= {"preview": draft}
    if told and isinstance(draft, Refused):
        told[0] |= {"trouble": words.of(draft.words)}
    return told


def _approval(one: Approval, ticket: Ticket, words: Words) -> dict[str, Any]:
    passed = words("leave-passed", name=one.passed_name) if one.passed_name else ""
    return {
        "code": one.outcome,
        "outcome": words(f"leave-{one.outcome}"),
        "title": words("leave-by", by=one.by_name or words("nobody"), at=words.at(one.at)),
        "asked": words("leave-of", role=words.role(one.role)),
        "passed": passed,
        "why": hide(one.words),
        "finding": hide(one.finding),
        "items": [dated(item, ticket, words) for item in one.items],
        "ended": _ended(one, words),
        "reason": hide(one.reason) if one.outcome == "refused" else "",
        "preview": None,
        "trouble": "",
    }


def _ended(one: Approval, words: Words) -> str:
    """Who decided it and when; what overtook it."""
    if one.decided_at is None:
        return ""
    at = words.at(one.decided_at)
    if one.outcome == "overtaken":
        return words("leave-overtaken-by", move=words.move(one.reason), at=at)
    return words("leave-decided", name=one.decided_name or words("nobody"), at=at)


def promises(ticket: Ticket, words: Words) -> list[dict[str, Any]]:
    """The promises that an item may cite, and those that it may not with their dates."""
    house = words.stage.house
    return [
        {
            "code": one.code,
            "words": _option(one, ticket, words),
            "open": citable(one, ticket, house),
        }
        for one in concerning(ticket, house)
    ]


def _option(one: Promise, ticket: Ticket, words: Words) -> str:
    cited = words("promise-cited") if one.code == ticket.filing.promise_cited else ""
    dates = "" if citable(one, ticket, words.stage.house) else validity(one, words)
    return " · ".join(filter(None, (words.of(one.label), cited, dates)))


def validity(one: Promise, words: Words) -> str:
    """From when to when the promise holds."""
    if not one.valid_to:
        return words("promise-from", start=one.valid_from)
    return words("promise-between", start=one.valid_from, end=one.valid_to)


def items_of(items: Iterable[Item], ticket: Ticket, words: Words) -> list[str]:
    """Items in words, each with its date."""
    return [dated(item, ticket, words) for item in items]
