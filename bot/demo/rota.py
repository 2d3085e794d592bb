"""When the demo's people work, and who of them is away now; what comes of their low-score calls."""

from datetime import datetime, timedelta
from random import Random

from bot import calling_back, desk_acts
from bot.calling_back import CAME, NOT_REACHED, Told
from bot.demo.desk import Desk
from bot.demo.month import Month
from storage import Connection, rota, tasks
from storage.rota import Absence, Shift

DAY = timedelta(days=1)
OFFICE, EARLY = (510, 1050), (420, 930)  # minutes of the day
LATE, NIGHT = (840, 1350), (1320, 420)
WEEK, ALL = range(5), range(7)
SHIFTS = {
    **dict.fromkeys(("BIL", "MKT", "VAS", "ACC", "CHN", "SEC", "ESC", "KEY"), (OFFICE, WEEK)),
    **{"agent": (EARLY, ALL), "agent2": (LATE, ALL), "NET": (OFFICE, ALL), "NET2": (NIGHT, ALL)},
}
# what came of a call -> how often, and what was noted
CALLS = {
    CAME[0]: (4, "已补偿并致歉，用户表示满意"),
    CAME[1]: (3, "说明了核查结果，用户仍不认可金额"),
    CAME[2]: (1, "用户要求重新处理，已请其在会话里点“重新处理”"),
    NOT_REACHED: (3, "无人接听"),
}


def shifts(c: Connection, desk: Desk) -> None:
    """The shifts of the week, with nobody away: who is, is so only once the month is played."""
    for who, one in desk.people.items():
        rota.forget(c, one)
        hours, days = SHIFTS.get(who, ((), ()))
        if hours:
            starts, ends = hours
            rota.work(c, one, [Shift(day, starts, ends) for day in days])


def away(c: Connection, desk: Desk, now: datetime) -> None:
    """One is on leave and stood in for, one goes to a training in some days."""
    for who, stand_in, reason, first, last in (
        ("MKT", "VAS", "leave", timedelta(), 4 * DAY),
        ("CHN", None, "training", 3 * DAY, 5 * DAY),
    ):
        new = Absence(
            id=0,
            staff=desk[who],
            starts=now + first,
            ends=now + last,
            reason=reason,
            stand_in=desk[stand_in] if stand_in else None,
        )
        rota.put(c, new, desk["lead"], now)


def done(month: Month, who: int, task: int, rng: Random) -> None:
    """Somebody does a task; a call after a low score has an outcome."""
    todo = tasks.load(month.c, task)
    if todo is None or todo.task.kind != calling_back.TASK or todo.ticket is None:
        desk_acts.finish(month.work, who, task)
        return
    came = rng.choices(list(CALLS), [share for share, _ in CALLS.values()])[0]
    told = Told(came != NOT_REACHED, came, CALLS[came][1])
    calling_back.called(month.work, who, task, told)
    month.deliver()
    month.look(todo.ticket, 0)
