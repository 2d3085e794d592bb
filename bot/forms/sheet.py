"""The processing sheet (投诉处理单): a complaint from the filing to the last signature.

How badly staff caused it stands nowhere on it: paper wanders, and that is for quality alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.desk_acts import BESIDE
from bot.forms import register, visits
from bot.forms.clerk import Clerk
from bot.forms.form import Box, Form, Part, Table, signature
from bot.web import desk_offers, desk_ticket
from bot.web.desk_timeline import timeline
from dialogs.correcting.action import Corrective
from dialogs.intake.card import when_words
from dialogs.model import Joined, Json
from dialogs.tickets.ticket import Approval, Entry, Item, Proposal, Ticket
from storage.files import Attachment

HIDDEN = BESIDE | {"grade"}  # lines of the timeline that are no work on the complaint
SENT, TAKEN, BACK = "dispatch", frozenset({"sign_in", "claim", "assign"}), "return_routing"
DISPATCHES = (
    ("sent-to", 26),
    ("sent-by", 20),
    ("sent-at", 24),
    ("note", 34),
    ("taken-by", 22),
    ("taken-at", 24),
    ("returned", 30),
)
ROUNDS = (("round", 10), ("by", 20), ("at", 24), ("offer", 62), ("reply", 40))
ITEMS = (("item", 56), ("due", 24), ("done", 24), ("proof", 52))
LEAVES = (
    ("asked-by", 22),
    ("asked-at", 24),
    ("sum", 20),
    ("why", 38),
    ("decided-by", 22),
    ("decided-at", 24),
    ("decision", 30),
)
COURSE = (("at", 26), ("by", 22), ("act", 40), ("note", 68))
MOMENTS = frozenset({"sent-at", "taken-at", "at", "done", "asked-at", "decided-at"})
DAYS = frozenset({"due"})


@dataclass(frozen=True, slots=True)
class Record:
    """All that the sheet is made of, as one state of the database."""

    ticket: Ticket
    entries: Sequence[Entry]
    channel: str
    files: Sequence[Attachment]
    visited: visits.Visited
    mending: Corrective | None = None


def sheet(record: Record, clerk: Clerk) -> Form:
    """The sheet of one ticket."""
    ticket, entries = record.ticket, record.entries
    sent, rounds = tuple(_dispatches(entries, clerk)), tuple(_rounds(ticket, clerk))
    parts = (
        Part(title=clerk("part-filing"), boxes=tuple(_filing(record, clerk))),
        _listed("dispatch", DISPATCHES, sent, clerk),
        Part(title=clerk("part-finding"), boxes=_finding(ticket, clerk)),
        _listed("rounds", ROUNDS, rounds, clerk),
        _listed("items", ITEMS, tuple(_items(ticket, clerk)), clerk),
        _listed("leaves", LEAVES, tuple(_leaves(ticket, clerk)), clerk),
        Part(title=clerk("part-mending"), boxes=_mending(record.mending, clerk)),
        Part(title=clerk("part-visits"), boxes=_visited(record, clerk)),
        Part(title=clerk("part-signatures"), boxes=_signatures(record, clerk)),
        _listed("course", COURSE, tuple(_course(entries, clerk)), clerk),
    )
    return clerk.form("sheet", parts, ticket.number)


def _listed(
    name: str,
    columns: Sequence[tuple[str, float]],
    rows: tuple[tuple[str, ...], ...],
    clerk: Clerk,
) -> Part:
    heads = tuple(clerk.column(f"column-{key}", width, _kind(key)) for key, width in columns)
    table = Table(columns=heads, rows=rows, none=clerk(f"none-{name}"))
    return Part(title=clerk(f"part-{name}"), table=table)


def _kind(key: str) -> str:
    return "moment" if key in MOMENTS else "day" if key in DAYS else "text"


def _filing(record: Record, clerk: Clerk) -> Iterator[tuple[Box, ...]]:
    """Who complained of what, and what they ask for."""
    ticket, words = record.ticket, clerk.words
    filing = ticket.filing
    answer = register.answer(ticket)

    def pair(one: tuple[str, str], other: tuple[str, str]) -> tuple[Box, ...]:
        return (clerk.box(*one, 6), clerk.box(*other, 6))

    yield pair(("column-number", ticket.number), ("column-filed", clerk.moment(ticket.opened_at)))
    yield pair(
        ("taken-in-by", ticket.first_agent_name),
        ("column-channel", clerk.channel(ticket, record.channel)),
    )
    yield pair(
        ("level", words(f"level-{ticket.level}")),
        ("column-due", clerk.moment(answer.due if answer else None)),
    )
    yield pair(
        ("column-name", clerk.name(filing.name)),
        ("column-phone", clerk.number(filing.contact_phone)),
    )
    yield pair(
        ("column-service-number", clerk.number(filing.service_number)),
        ("relation", words.known(f"desk-relation-{filing.relation}", filing.relation)),
    )
    yield (clerk.box("column-matter", words.matter(ticket)),)
    amount = words.money(filing.amount, filing.currency) if filing.amount else ""
    yield pair(
        ("when", words.of(when_words(filing.when)) if filing.when else ""), ("amount", amount)
    )
    yield (clerk.box("where", desk_ticket.place(filing, words)),)
    yield (clerk.box("column-story", clerk.text(filing.story), 12, 4),)
    yield (clerk.box("column-wish", register.wishes(ticket, clerk)),)
    yield (clerk.box("before", clerk.text(filing.reported_before)),)
    yield (clerk.box("evidence", _evidence(record.files, clerk)),)
    if ticket.referral or ticket.appeal:
        yield pair(("referral", ticket.referral), ("appeal", ticket.appeal))


def _evidence(files: Sequence[Attachment], clerk: Clerk) -> str:
    """How many files, and what they are, without the names that people gave them."""
    kept = [one for one in files if one.state != "refused"]
    kinds = dict.fromkeys(one.kind for one in kept)
    names = tuple(clerk.words.known(f"desk-file-{one}", one) for one in kinds)
    said = clerk.words.of(Joined(names)) if names else ""
    return clerk("files", count=len(kept), kinds=said) if kept else clerk("no-files")


def _dispatches(entries: Sequence[Entry], clerk: Clerk) -> Iterator[tuple[str, ...]]:
    """Each time it was sent to a department: by whom, when, and who signed for it."""
    words = clerk.words
    open_: list[str] | None = None
    for one in entries:
        if one.move == SENT:
            if open_ is not None:
                yield tuple(open_)
            where = words.department(_said(one.detail, "department"))
            rule = words.reason(_said(one.detail, "rule")) or ""
            open_ = [where, clerk.by(one), clerk.moment(one.at), rule, "", "", ""]
        elif open_ is not None and one.move in TAKEN and not open_[4]:
            open_[4] = _said(one.detail, "name") or clerk.by(one)
            open_[5] = clerk.moment(one.at)
        elif open_ is not None and one.move == BACK:
            open_[6] = " ".join((clerk.moment(one.at), clerk.text(_said(one.detail, "reason"))))
    if open_ is not None:
        yield tuple(open_)


def _finding(ticket: Ticket, clerk: Clerk) -> tuple[tuple[Box, ...], ...]:
    words = clerk.words
    liability = words.known(f"liability-{ticket.liability}", ticket.liability)
    return (
        (clerk.box("finding", clerk.text(ticket.finding), 12, 3),),
        (clerk.box("liability", liability, 6), clerk.box("column-owner", ticket.owner_name, 6)),
    )


def _rounds(ticket: Ticket, clerk: Clerk) -> Iterator[tuple[str, ...]]:
    """What was offered in each round, and what the subscriber said to it."""
    for one in ticket.proposals:
        items = desk_offers.items_of(one.items, ticket, clerk.words)
        told = "\n".join((clerk.text(one.finding), *items)).strip()
        yield (f"{one.round}", one.by, clerk.moment(one.at), told, _reply(one, clerk))


def _reply(one: Proposal, clerk: Clerk) -> str:
    words = clerk.words
    reason = words.catalogue.decline.get(one.reason)
    said = words.of(reason) if reason else desk_ticket.own(one.reason)
    told = (words(f"outcome-{one.outcome}"), said, clerk.text(one.wish))
    return "\n".join(part for part in told if part)


def _items(ticket: Ticket, clerk: Clerk) -> Iterator[tuple[str, ...]]:
    """What was agreed, and what was carried out of it."""
    last = ticket.proposal
    for one in last.items if last and last.outcome == "accepted" else ():
        yield (
            desk_offers.offer(one, ticket, clerk.words),
            clerk.day(one.due),
            clerk.moment(one.done_at),
            _proof(one, clerk),
        )


def _proof(item: Item, clerk: Clerk) -> str:
    return clerk.text(item.proof)


def _leaves(ticket: Ticket, clerk: Clerk) -> Iterator[tuple[str, ...]]:
    """Offers above somebody's right: who asked, who decided, and how."""
    for one in ticket.approvals:
        yield (
            one.by_name,
            clerk.moment(one.at),
            clerk.words.money(one.minor, ticket.filing.currency),
            clerk.text(one.words),
            one.decided_name,
            clerk.moment(one.decided_at),
            _decision(one, clerk),
        )


def _decision(one: Approval, clerk: Clerk) -> str:
    reason = clerk.text(one.reason) if one.outcome == "refused" else ""
    passed = clerk("passed-by", name=one.passed_name) if one.passed_name else ""
    told = (clerk(f"leave-{one.outcome}"), reason, passed)
    return "\n".join(part for part in told if part)


def _mending(action: Corrective | None, clerk: Clerk) -> tuple[tuple[Box, ...], ...]:
    """Cause, correction and prevention as they are on record, else with room to write."""
    if action is None:
        blank = [(clerk.box(key, "", 12, 3),) for key in ("cause", "correction", "prevention")]
        last = (clerk.box("mended-by", "", 6, 2), clerk.box("mend-by", "", 6, 2))
        return (*blank, last, (clerk.box("accepted", "", 6, 2), clerk.box("verified", "", 6, 2)))
    accepted = (action.accepted_by, clerk.day(action.accepted_at))
    verified = (action.verified_by, clerk.day(action.verified_at), clerk.text(action.verdict))
    return (
        (clerk.box("action", action.number),),
        (clerk.box("cause", clerk.text(action.cause), 12, 3),),
        (clerk.box("correction", clerk.text(action.fix), 12, 3),),
        (clerk.box("prevention", clerk.text(action.prevention), 12, 3),),
        (
            clerk.box("mended-by", action.owner_name, 6, 2),
            clerk.box("mend-by", clerk.day(action.due), 6, 2),
        ),
        (
            clerk.box("accepted", " ".join(accepted).strip(), 6, 2),
            clerk.box("verified", " ".join(verified).strip(), 6, 2),
        ),
        (clerk.box("proof", clerk.text(action.proof)),),
    )


def _visited(record: Record, clerk: Clerk) -> tuple[tuple[Box, ...], ...]:
    """What the return visit brought: the last answer counts."""
    given, asked = record.ticket.scores, record.visited.asked
    last = given[-1] if given else None
    solved = visits.solved(last, record.ticket, clerk) if last else ""
    score = next((one.score for one in reversed(given) if one.score is not None), None)
    return (
        (
            clerk.box("visited-at", clerk.moment(asked[-1]) if asked else "", 6),
            clerk.box("column-result", clerk.result(record.ticket), 6),
        ),
        (
            clerk.box("column-solved", solved, 6),
            clerk.box("column-score", "" if score is None else f"{score} / 10", 6),
        ),
        (clerk.box("column-said", clerk.text(last.words) if last else "", 12, 2),),
    )


def _signatures(record: Record, clerk: Clerk) -> tuple[tuple[Box, ...], ...]:
    """Who signs for what; names that the record knows stand there, to be signed beside."""
    ticket, dated = record.ticket, clerk("date")
    return (
        signature(clerk("sign-owner"), dated, ticket.owner_name),
        signature(clerk("sign-department"), dated),
        signature(clerk("sign-service"), dated),
        (clerk.box("management", "", 12, 3),),
        signature(clerk("sign-management"), dated),
    )


def _course(entries: Sequence[Entry], clerk: Clerk) -> Iterator[tuple[str, ...]]:
    """Everything that was done, oldest first; without who looked at it, and without grades."""
    work = [one for one in entries if one.move not in HIDDEN]
    told = reversed(timeline(work, clerk.words))
    for entry, one in zip(work, told, strict=True):
        what = f"{one['what']} → {one['change']}" if one["change"] else one["what"]
        yield (clerk.moment(entry.at), one["who"], what, "\n".join(one["details"]))


def _said(detail: Mapping[str, Json], key: str) -> str:
    value = detail.get(key)
    return value if isinstance(value, str) else ""
