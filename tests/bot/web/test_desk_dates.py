"""Dates that are only expected are marked as that for staff too."""

from bot.stage import Stage
from bot.web.desk_ticket import clocks, head
from bot.web.desk_words import Words
from dialogs.flows import ROOMS
from dialogs.texts import Texts
from tests.dialogs.tickets.test_deadlines import PLACES, claimed, home


def test_a_date_in_a_year_not_published_yet_is_marked_on_the_tickets_page(texts: Texts) -> None:
    told = claimed(PLACES["year_end"])
    words = Words(Stage(home(), ROOMS, texts, {}), "zh-CN", told.now)
    assert head(told.ticket, words)["next"] == "预计 2027年1月4日"
    due = {one["name"]: one["due"] for one in clocks(told.ticket, words)}
    assert due["部门答复"] == due["已承诺的日期"] == "预计 2027年1月4日 23:59"
    assert due["15 日内答复"] == "2027年1月14日 23:59"


def test_a_date_in_a_published_year_is_not(texts: Texts) -> None:
    told = claimed(PLACES["plain"])
    words = Words(Stage(home(), ROOMS, texts, {}), "zh-CN", told.now)
    shown = [head(told.ticket, words)["next"], *(one["due"] for one in clocks(told.ticket, words))]
    assert not [one for one in shown if "预计" in one]
