"""A ticket's number in what a person writes: asked about, told about, or none of theirs."""

from dataclasses import replace

import pytest

from dialogs.house import Facts, House
from dialogs.model import Text
from dialogs.texts import Texts
from dialogs.tickets.ticket import State, Ticket
from tests.dialogs.street import Street, watched
from tests.dialogs.tickets.office import MONDAY, NETWORK, filed

NUMBER = "TS26110004277"
FOREIGN = "TS26110000010"


def street(house: House, texts: Texts, *tickets: Ticket) -> Street:
    return Street(house, texts, watched(), Facts(MONDAY, "zh-CN", agreed="1", tickets=tickets))


def shown(here: Street) -> list[str]:
    """The words on the choices of the last message."""
    return [one.words for one in here.session.offers]


def network(**more: object) -> Ticket:
    filing = replace(NETWORK, service_number="+8613426000029")
    return replace(filed(filing).ticket, id=1, **more)  # type: ignore[arg-type]


ASKED = [
    NUMBER,
    "ts 2611 0004 277",
    "工单TS26110004277到哪一步了",
    "请问一下工单TS26110004277现在的进度怎么样了呢",
    "what is the status of ticket TS26110004277 please",
]


@pytest.mark.parametrize("words", ASKED)
def test_who_asks_about_it_is_told_how_it_stands(house: House, texts: Texts, words: str) -> None:
    here = street(house, texts, network())
    here.take(Text(words))
    assert here.facts.tickets[0].revision == network().revision
    assert "催办" in shown(here)


TOLD = [
    "ts 2611 0004 277 家里还是没有信号，老人接不到电话",
    "TS26110004277 they promised to repair it and there is still no signal at home",
]


@pytest.mark.parametrize("words", TOLD)
def test_who_tells_of_it_is_heard_and_the_department_reminded(
    house: House, texts: Texts, words: str
) -> None:
    """Also with another ticket open, which is not asked about then."""
    other = replace(network(), id=2, number="TS26110004285")
    here = street(house, texts, other, network())
    here.take(Text(words))
    named = next(one for one in here.facts.tickets if one.id == 1)
    assert (named.times, named.reminded) == (2, 1)
    assert next(one for one in here.facts.tickets if one.id == 2).times == 1


def test_of_one_that_is_closed_it_is_asked_whether_to_reopen_it(house: House, texts: Texts) -> None:
    old = network(state=State.CLOSED, closed_at=MONDAY)
    newer = replace(old, id=2, number="TS26110004285")
    here = street(house, texts, newer, old)
    here.take(Text("TS26110004277 修好没几天，家里又没有信号了，老人接不到电话"))
    assert shown(here)[0] == "重新处理"
    here.take(Text("1"))
    assert [one.state for one in here.facts.tickets if one.id == 1] == [State.INVESTIGATING]


def test_a_number_that_is_not_theirs_is_as_good_as_none(house: House, texts: Texts) -> None:
    story = "{} 修好没几天，海淀区家里又没有信号了，号码13426000029，请修好"
    with_it, without = street(house, texts), street(house, texts)
    with_it.take(Text(story.format(FOREIGN)))
    without.take(Text(story.format("TS0")))
    assert shown(with_it) == shown(without)
    assert with_it.session.stack[-1].state == without.session.stack[-1].state


def test_what_the_named_ticket_says_is_not_asked_again(house: House, texts: Texts) -> None:
    """First-asked responsibility: facts are never asked twice (domain.md §3.6)."""
    archived = network(state=State.ARCHIVED, closed_at=MONDAY)
    here = street(house, texts, archived)
    here.take(Text("TS26110004277 说是修好了，海淀区中关村东路6号楼昨天又没有信号了，请修好"))
    draft = here.session.stack[-1].draft
    assert (draft["category"], draft["number"]) == ("NET-M", "+8613426000029")
    assert here.session.stack[-1].state == "card"
