"""How stories begin: tickets that came to every state by moves, dialogs opened, chapters told."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from hypothesis import strategies as st

from dialogs.house import Facts, House
from dialogs.incidents.known import Known
from dialogs.model import Command, File, Text
from dialogs.tickets.ticket import State, Ticket
from tests.dialogs.happenings import (
    Happening,
    happenings,
    natural,
    of_ticket,
    press,
    take,
    wait,
)
from tests.dialogs.hostile import WHOLE
from tests.dialogs.street import Street
from tests.dialogs.tickets.office import CHARGE, MONDAY, NETWORK, filed
from tests.dialogs.tickets.test_any_life import kind, tries


@cache
def walked_tickets() -> Mapping[tuple[State, str], Ticket]:
    """A ticket of every state in every way to have ended, each come there by moves."""
    known = {kind(one.ticket): one.ticket for one in (filed(CHARGE), filed(NETWORK))}
    fresh = list(known.values())
    found: dict[tuple[State, str], Ticket] = {}
    while fresh:
        for made in tries(fresh.pop()):
            found.setdefault((made.ticket.state, made.ticket.result), made.ticket)
            if kind(made.ticket) not in known:
                known[kind(made.ticket)] = made.ticket
                fresh.append(made.ticket)
    # Just agreed, a ticket is confirmed in writing in the same breath.
    assert {state for state, _ in found} == set(State) - {State.AGREED}
    return found


def numbered(tickets: list[Ticket]) -> tuple[Ticket, ...]:
    """The tickets as those of one chat."""
    return tuple(
        replace(one, id=place, number=f"TS261100042{place}7")
        for place, one in enumerate(tickets, 1)
    )


@dataclass(frozen=True)
class Opening:
    """How a dialog comes to be begun: by which event, on which ticket (its state and result)."""

    begin: tuple[Happening, ...]
    ticket: tuple[State, str] | None = None
    agreed: str = "1"
    alone: bool = False  # no ticket is there at first
    outage: bool = False  # a fault is known where it is


def on(state: State, action: str, result: str = "") -> Opening:
    """A button of a ticket in that state."""
    return Opening((of_ticket(0, action),), (state, result))


def again(state: State, result: str) -> Opening:
    """The whole story is told and submitted, and its number turns out to be known: there is a
    ticket of that state about the same matter."""

    def met(street: Street) -> None:
        found = next(one for key, one in walked_tickets().items() if key == (state, result))
        street.known(replace(found, id=1, filing=replace(CHARGE, subtype="wrong_suspension")))

    told = (take(Command("new")), take(Text(WHOLE)), Happening(f"{state} before", met), press(0))
    return Opening(told, alone=True)


def at_home(score: str, result: str = "solved") -> Opening:
    """A score after somebody was at home for it."""

    def met(street: Street) -> None:
        found = next(one for key, one in walked_tickets().items() if key == (State.SURVEY, result))
        street.known(replace(found, id=1, visited=True))

    return Opening((Happening("at home before", met), of_ticket(0, score)), alone=True)


def scored(score: str, result: str, *then: Happening) -> Opening:
    """A score, and what is said to the questions after it."""
    return Opening((of_ticket(0, score), *then), (State.SURVEY, result))


# Two matters in one story, with all that the card needs.
TWO = (
    "家里宽带从昨天早上起断网了，在海淀区中关村大街1号，请尽快修好。"
    "另外上个月话费多扣了30元，请退给我。我的电话13812345678。"
)
BARE = "家里宽带断了三天。另外上个月话费多扣了30元。"
CHARGED = "上个月话费多扣了30元"
TOLD = (WHOLE, TWO, CHARGED)
MORE = "还有一件事，营业厅的人态度恶劣，昨天在朝阳路营业厅骂我，要求道歉"


def twice(*states: tuple[State, str]) -> Opening:
    """A story of two matters goes apart and is submitted, and each repeats a ticket of a state."""

    def met(street: Street) -> None:
        for place, (state, filing) in enumerate(zip(states, (NETWORK, CHARGE), strict=False), 1):
            found = next(one for key, one in walked_tickets().items() if key == state)
            code, kind = ("NET-F", "outage") if filing is NETWORK else ("BIL", "refund_late")
            known = replace(filing, category=code, subtype=kind)
            street.known(replace(found, id=place, filing=known))

    told = (take(Command("new")), take(Text(TWO)), press(0), Happening(f"{states} before", met))
    return Opening((*told, press(0)), alone=True)


def visited(score: int, result: str, *then: Happening) -> Opening:
    """A score after somebody was at home, so that it is asked whether they took money."""

    def came(street: Street) -> None:
        for one in street.facts.tickets:
            street.known(replace(one, visited=True))

    said = (Happening("somebody was at home", came), of_ticket(0, f"score-{score}"))
    return Opening((*said, *then), (State.SURVEY, result))


# A question with an article and one without, what is not sure, another company's matter, praise.
PLAN, NOWHERE = "怎么携号转网要什么条件", "请问营业厅旁边能停自行车吗"
UNSURE = "昨天来的师傅态度很好，可是家里宽带还是上不了网"
ELSEWHERE = "我要投诉中国移动，上个月多扣了我三十块"
BROKEN = "家里宽带断网了，报修，海淀区中关村大街1号"
# An appeal as far as its card: the checker, whose number, name, address, and nothing else.
FILE = (
    *(of_ticket(0, "appeal"), press(0), take(Text("退还30元并书面说明")), press(0)),
    *(take(Text("李红")), take(Text("北京市海淀区中关村东路1号，邮编100190"))),
    *(press(0), press(0), take(Text("上月打过热线，没有结果")), press(0), press(0)),
)
SKIP = take(Command("skip"))
PHOTO = take(File("photo", "photo-1", size=1000))
AGAIN = (take(Command("appeal")), press(0))  # all that it asks for is answered already
THANKS = "昨天来装宽带的李师傅服务真好，特别耐心，想表扬一下"
NEW = Opening((take(Command("new")),))
CLOSING = (State.CLOSED, State.ARCHIVED)  # reopened still, or not any more
OPENINGS = (
    *(again(State.CLOSED, "solved"), again(State.CLOSED, "solved"), again(State.SURVEY, "solved")),
    *(
        again(State.ARCHIVED, "solved"),
        again(State.ARCHIVED, "solved"),
        again(State.DISPATCHED, ""),
    ),
    *(Opening((take(Text(WHOLE)),), agreed=""), Opening((take(Command("start")),), agreed="")),
    *(NEW, Opening((take(Text(WHOLE)),)), Opening(NEW.begin, (State.DISPATCHED, ""))),
    Opening((take(Text(WHOLE)), press(0)), (State.DISPATCHED, ""), agreed=""),
    *(on(State.PROPOSED, "accept"), on(State.PROPOSED, "reject"), on(State.PROPOSED, "reject")),
    *(on(State.DEADLOCK, "accept_after_all"), on(State.EXECUTING, "think_again")),
    *(on(State.DISPATCHED, "withdraw"), on(State.PROPOSED, "question_proposal")),
    *(on(State.DISPATCHED, "add"), on(State.INVALID, "refile", "invalid")),
    *(on(State.DISPATCHED, "details"), on(State.DISPATCHED, "details")),
    Opening((of_ticket(0, "details"), press(0), press(0), press(0)), (State.DISPATCHED, "")),
    *(Opening((*NEW.begin, take(Text(WHOLE)), press(0)), (State.DISPATCHED, "")),) * 2,
    *(on(State.SURVEY, "score-9", "solved"), on(State.SURVEY, "score-2", "solved")),
    *(on(State.SURVEY, "score-9", "unconfirmed"), on(State.SURVEY, "score-6", "unconfirmed")),
    *(at_home("score-9"), at_home("score-3"), at_home("score-8", "unconfirmed")),
    *(scored("score-2", "solved", press(0)), scored("score-9", "unconfirmed", press(1))),
    scored("score-9", "unconfirmed", press(0)),
    *(Opening((take(Text("又不行了")),), (State.SURVEY, "solved")), on(State.CLOSED, "reopen")),
    *(Opening((take(Text(PLAN)),)), Opening((take(Text(PLAN)),), agreed="")),
    *(Opening((take(Text(PLAN)),), (State.DISPATCHED, "")), Opening((take(Text(NOWHERE)),))),
    *(Opening((take(Text(UNSURE)),)), Opening((take(Text(ELSEWHERE)),))),
    Opening((*NEW.begin, take(Text(WHOLE)), take(Text(PLAN)))),
    Opening((*NEW.begin, take(Text(WHOLE)), take(Text(PLAN)), press(2))),
    *(Opening((take(Text(PLAN)), press(4)), (State.DISPATCHED, "")),),
    *(Opening((take(Text(PLAN)), press(1), press(1), press(2))),),
    *(Opening((take(Text(NOWHERE)), take(Text("谢谢")))), Opening((take(Text(UNSURE)), press(4)))),
    Opening((take(Text(THANKS)),), agreed=""),
    *(Opening((take(Command("start")), take(Text(PLAN))), agreed=""),),
    *(Opening((take(Text(PLAN)), take(Text(BROKEN)))), Opening((take(Text(BROKEN)),), agreed="")),
    *(Opening((take(Command("language")),)), Opening((take(Command("settings")),))),
    *(Opening((take(Command("call-me")),)), Opening((take(Command("human")),))),
    Opening((take(Text(BROKEN)),), outage=True),
    Opening((take(Text(BROKEN)), take(Text("整栋楼都用不了"))), outage=True),
    Opening((*NEW.begin, take(Text(BROKEN)), take(Command("new"))), outage=True),
    Opening((*NEW.begin, press(1), take(Text(BROKEN))), (State.DISPATCHED, ""), outage=True),
    Opening((*NEW.begin, take(Text(BROKEN)), press(1)), (State.DISPATCHED, ""), outage=True),
    *(Opening((take(Text(PLAN)),), outage=True), Opening((take(Text(NOWHERE)),), outage=True)),
    *(Opening((*NEW.begin, take(Text(TWO)))), Opening((*NEW.begin, take(Text(TWO)), press(0)))),
    *(
        Opening((take(Text(TWO)), press(0)), agreed=""),
        Opening((*NEW.begin, take(Text(TWO)), press(1))),
    ),
    Opening((*NEW.begin, press(0), take(Text(TWO)), press(1)), (State.DISPATCHED, "")),
    Opening((take(Text(PLAN)), take(Text(TWO)))),
    *(Opening((*NEW.begin, take(Text(one)), take(Text(PLAN)), take(Text(MORE)))) for one in TOLD),
    Opening((*NEW.begin, take(Text(WHOLE)), press(1), take(Text(PLAN)), take(Text(CHARGED)))),
    Opening((*NEW.begin, take(Text(TWO)), press(0), press(1), take(Text(PLAN)), take(Text(MORE)))),
    Opening((*NEW.begin, take(Text(WHOLE)), press(1), take(Text(PLAN)), take(Text(MORE)))),
    Opening((*NEW.begin, take(Text(TWO)), press(0), take(Text(PLAN)), take(Text(MORE)))),
    *(Opening((*NEW.begin, take(Text(TWO)), press(one)), outage=True) for one in (0, 0)),
    Opening((*NEW.begin, take(Text(BARE)), press(1))),
    Opening((*NEW.begin, take(Text(TWO)), take(Text(MORE)))),
    Opening((*NEW.begin, take(Text(WHOLE)), take(Text(MORE)))),
    Opening((*NEW.begin, take(Text(TWO)), press(0), press(1), press(0))),
    Opening((*NEW.begin, take(Text(TWO)), press(0), press(1), press(3))),
    *(twice((one, "solved"), (two, "solved")) for one in CLOSING for two in CLOSING),
    *(twice((one, "solved")) for one in CLOSING),
    *(twice((State.DISPATCHED, ""), (one, "solved")) for one in CLOSING),
    *(twice((one, "solved"), (State.DISPATCHED, "")) for one in CLOSING),
    twice((State.DISPATCHED, ""), (State.DISPATCHED, "")),
    *(Opening(FILE[:end], (State.DEADLOCK, "")) for end in (1, 2, 4, len(FILE) - 2, len(FILE))),
    *(Opening((*FILE, *more), (State.DEADLOCK, "")) for more in ((press(0),), (press(1),))),
    *(Opening((*FILE, press(1), one), (State.DEADLOCK, "")) for one in (press(0), press(7))),
    *(Opening((*FILE[:end], PHOTO), (State.DEADLOCK, "")) for end in (1, 2, len(FILE))),
    Opening((of_ticket(0, "appealed"), PHOTO), (State.DEADLOCK, "")),
    *(Opening((*FILE, *more), (State.DEADLOCK, "")) for more in ((press(1), PHOTO), AGAIN)),
    *(visited(score, one) for score in (2, 6, 9) for one in ("solved", "unconfirmed")),
    *(visited(score, one, SKIP) for score in (2, 6, 9) for one in ("solved", "unconfirmed")),
    *(Opening((of_ticket(0, f"score-{n}"), SKIP), (State.SURVEY, "unconfirmed")) for n in (2, 9)),
    *(Opening((take(Command(one)),), (State.DISPATCHED, "")) for one in ("appeal", "appealed")),
    Opening((of_ticket(0, "accept"), take(Text("不"))), (State.PROPOSED, "")),
    Opening((of_ticket(0, "reject"), press(0), take(Command("skip"))), (State.PROPOSED, "")),
    *(Opening((take(Command(one)),), alone=True) for one in ("appeal", "appealed")),
)
TROUBLE = Known(incident=7, areas=("110108",), expected=MONDAY + timedelta(hours=3))
WORKS = Known(planned=3, announced_at=MONDAY - timedelta(days=4), expected=MONDAY)


@dataclass(frozen=True)
class Chapter:
    """A dialog is begun, answered for a while, and then anything happens."""

    opening: Opening
    answered: list[Happening]
    happened: list[Happening]

    def happen(self, street: Street) -> None:
        for one in (*self.opening.begin, *self.answered, *self.happened):
            one.do(street)


def chapter(house: House) -> st.SearchStrategy[Chapter]:
    return st.builds(
        Chapter,
        st.sampled_from(OPENINGS),
        st.lists(natural(), min_size=1, max_size=8),
        st.lists(happenings(house), max_size=8),
    )


def facts(opening: Opening) -> st.SearchStrategy[Facts]:
    """What is known of a chat; the ticket of its opening first, others beside it."""
    known = walked_tickets()
    gone = replace(filed(CHARGE).ticket, filing=replace(CHARGE, category="GONE", subtype="gone"))
    first = [next(one for key, one in known.items() if _fits(opening, key))]
    most = 0 if opening.alone else 2
    others = st.lists(st.sampled_from([*known.values(), gone]), max_size=most)
    return st.builds(
        Facts,
        now=st.just(MONDAY),
        language=st.sampled_from(["zh-CN", "en"]),
        agreed=st.just(opening.agreed),
        notify=st.sampled_from(["all", "decisions", "none"]),
        surveys=st.booleans(),
        tickets=others.map(lambda more: numbered(first * bool(opening.ticket) + more)),
        numbers=st.sampled_from([(), ("+8613426000029",), ("+8613426000029", "+862012345678")]),
        waiting=st.integers(0, 3),
        summoned=st.booleans(),
        filed_today=st.sampled_from([0, 0, 0, 5]),
        resumable=st.booleans(),
        reach=st.sampled_from(["", "+8613426000029"]),
        outage=st.sampled_from((TROUBLE, WORKS) if opening.outage else (None,)),
        incidents=st.sampled_from([{}, {7: replace(TROUBLE, over_at=MONDAY)}, {7: TROUBLE}]),
    )


def known_to(opening: Opening) -> Facts:
    """The least that an opening needs to be known."""
    first = [next(one for key, one in walked_tickets().items() if _fits(opening, key))]
    had = numbered(first * bool(opening.ticket))
    known = TROUBLE if opening.outage else None
    return Facts(now=MONDAY, language="zh-CN", agreed=opening.agreed, tickets=had, outage=known)


# What may come of a dialog that was just begun: it is answered, given up, or left alone.
LEFT = (
    *((), (press(0),), (press(1),), (press(2),), (take(Text("还是不行，我要说明情况")),)),
    *((press(0), press(0)), (press(1), press(1)), (press(0), press(1), press(1))),
    *((take(Command("cancel")),), (wait(timedelta(days=9), elapsed=True),)),
    *((press(0), take(Command("cancel"))), (press(0), press(0), take(Command("cancel")))),
)


def _fits(opening: Opening, key: tuple[State, str]) -> bool:
    state, result = opening.ticket or key
    return key[0] == state and (not result or key[1] == result)
