"""What the demo's month teaches: a few of its tickets, chosen as cases for training."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.demo.desk import Desk
from bot.stage import Stage
from dialogs.model import Language
from dialogs.tickets.ticket import Ticket
from storage import Connection, cases
from storage.cases import Case

MOST = 3
# Of a ticket that was argued over, of one that took long, of one that did not satisfy.
LESSONS: Mapping[Language, tuple[str, ...]] = {
    "zh-CN": (
        "第一次方案前先对照用户的诉求逐条核对，缺哪一条就说明原因，可以少一轮协商。",
        "核查要跨部门时，当天就告诉用户找谁、等到哪一天，用户就不会来催。",
        "办完以后先确认用户那里已经正常，再请评分。",
    ),
    "en": (
        "Hold the first offer against each wish, and say why one is missing: it saves a round.",
        "Where another department must look, say the same day who and until when.",
        "Make sure that it works at their end before asking for a score.",
    ),
}


def chosen(c: Connection, *, filed: Mapping[int, Ticket], desk: Desk, stage: Stage) -> None:
    """Choose a few that were settled, the newest first; a play without such chooses none."""
    lessons = LESSONS.get(stage.default, LESSONS["en"])
    settled = [one for one in filed.values() if one.closed_at and one.proposals and one.scores]
    newest = sorted(settled, key=lambda one: one.id, reverse=True)[:MOST]
    for lesson, ticket in zip(lessons, newest, strict=False):
        at = ticket.closed_at or ticket.opened_at
        cases.put(c, Case(ticket.id, _month(at, stage), lesson), desk["lead"], at)


def _month(at: datetime, stage: Stage) -> date:
    return at.astimezone(ZoneInfo(stage.house.zone)).date().replace(day=1)
