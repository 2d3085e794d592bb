"""What the demo's staff make of the causes: actions in every stage, and the stores' inspections."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from random import Random
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot import correcting, correcting_acts
from bot.demo.desk import PEOPLE, Desk
from bot.desk_acts import Made
from bot.stage import Stage, Work
from dialogs.correcting.action import Corrective
from dialogs.correcting.action import Stage as Stages
from dialogs.model import Json, Language
from dialogs.stores.grading import Inspection
from storage import Connection, correctives, demo_kept
from storage.store import Store

Step: TypeAlias = tuple[str, str, datetime, dict[str, Json]]  # act, who, when, its fields

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MOST = 500  # actions that anybody gets to
LEFT = 2  # plans that are late, as one or two always are
# Cause, what mends it, what prevents it; the lead's word on a plan that lacks something; the proof;
# the verdict.
PLANS: Mapping[Language, tuple[tuple[str, str, str], ...]] = {
    "zh-CN": (
        (
            "规则更新后没有核对历史数据，部分用户仍按旧规则处理。",
            "逐户核对并改正，多收的退还。",
            "规则上线当天核对前后各 100 户，核对表由值班主管签字。",
        ),
        (
            "外部工单转派后没有人盯时限，承诺的日期到了才发现没办。",
            "当天补办，并逐个告知新的日期。",
            "每天九点由专人核对当日到期的承诺，到期前一天提醒负责人。",
        ),
        (
            "设备告警没有接入值班台，故障靠用户反映才知道。",
            "更换故障单板，恢复业务。",
            "告警接入值班台，每月做一次断线演练。",
        ),
    ),
    "en": (
        (
            "A rule changed and nobody checked who was there before; some stayed on the old one.",
            "Each one was checked and put right; what was charged too much was paid back.",
            "On the day a rule goes live 100 accounts are compared, and signed off.",
        ),
        (
            "Nobody watched the limit once the order was passed on, so the promised day went by.",
            "Done the same day, and each subscriber was told the new date.",
            "Every morning at nine one person looks at the promises due, a day ahead.",
        ),
        (
            "The alarm did not reach the desk on duty; only the complaints told of the fault.",
            "The faulty card was replaced and service restored.",
            "The alarm is wired to the desk, and a loss of signal is rehearsed each month.",
        ),
    ),
}
WORDS: Mapping[Language, tuple[str, str, str, str]] = {
    "zh-CN": (
        "预防办法没有写谁来做、多久做一次。",
        "变更已上线，培训 32 人，签到表已归档。",
        "抽查 50 件同类业务，没有再发现。",
        "同类投诉又有出现，说明原因没有找全。",
    ),
    "en": (
        "The prevention does not say who does it, and how often.",
        "The change is live, 32 people were trained, and the list is filed.",
        "50 cases of the same kind were sampled and none was found.",
        "Complaints of this kind came again, so the cause was not found in full.",
    ),
}
INSPECTOR, SEEN = (
    "何晴",
    (
        ("", "叫号机正常，台席全开", "公示资费已更新", "休息区座椅待修"),
        (
            "",
            "all counters open",
            "tariffs on display are current",
            "a seat to be mended",
        ),
    ),
)


async def played(stage: Stage, store: Store, until: datetime, desk: Desk, rng: Random) -> None:
    """Work on the actions that the month left owed, each at its own time; inspect the stores."""
    owed = await store.read(lambda c: correctives.in_stages(c, (Stages.OWED,), MOST))
    mine = await store.read(lambda c: demo_kept.actions_of(c, [one.id for one in owed]))
    ours = sorted((one for one in owed if one.id in mine), key=lambda one: one.opened_at)
    late = [one for one in ours if one.plan_due < until][-LEFT:]
    for place, one in enumerate(ours):
        if one in late or one.opened_at > until - 2 * DAY:
            continue
        play = Acting(stage, desk, until, place)
        for step in play.steps(one):
            await store.write(partial(play.make, one.id, step), quiet=True)
        await store.write(partial(play.looked, one.id), quiet=True)
    await store.write(lambda c: demo_kept.inspected(c, _visits(stage, until, desk, rng)))


class Acting:
    """One action from its plan to as far as it came; `place` deals how far that is."""

    def __init__(self, stage: Stage, desk: Desk, until: datetime, place: int) -> None:
        self._stage, self._desk, self._until, self._place = stage, desk, until, place
        self._language = stage.default if stage.default in PLANS else "en"

    def steps(self, one: Corrective) -> Iterator[Step]:
        """Act, who does it, when, and its fields, as long as that lies in the past."""
        for step in self._road(one):
            if step[2] >= self._until - HOUR:
                return
            yield step

    def _road(self, one: Corrective) -> Iterator[Step]:
        at, back, (lacks, proof, good, bad) = one.opened_at, self._place, WORDS[self._language]
        handler = one.department if one.department in self._desk.people else "agent"
        yield "plan", handler, at + DAY, self._plan(one, handler)
        if back % 7 == 3:
            yield "send_back", "lead", at + DAY + 4 * HOUR, {"reason": lacks}
            if back % 2:
                return
            yield "plan", handler, at + 2 * DAY, self._plan(one, handler)
        if back % 6 == 5:
            return
        yield "accept", "lead", at + 2 * DAY + 3 * HOUR, {}
        if back % 5 == 4:
            return
        done = at + (4 + back % 4) * DAY
        yield "carried_out", handler, done, {"proof": proof}
        judged = done + self._stage.house.catalogue.corrective.verify + 6 * HOUR
        name, said = ("came_again", bad) if back % 9 == 8 else ("prove", good)
        yield name, "lead2", judged, {"verdict": said}

    def _plan(self, one: Corrective, handler: str) -> dict[str, Json]:
        plans = PLANS[self._language]
        cause, fix, prevention = plans[self._place % len(plans)]
        due = max(one.opened_at + 12 * DAY, self._until + (2 + self._place % 9) * DAY)
        zone = ZoneInfo(self._stage.house.zone)
        return {
            "cause_class": ("own_service", "own_service", "engineering")[self._place % 3],
            "cause": cause,
            "fix": fix,
            "prevention": prevention,
            "scope": "province" if one.province and self._place % 2 else "everywhere",
            "due": f"{due.astimezone(zone):%Y-%m-%d}",
            "owner": self._desk[handler],
        }

    def make(self, number: int, step: Step, c: Connection) -> None:
        """Do one step, with the count of the record before it is judged."""
        name, who, at, fields = step
        correcting.look(self._stage, number, at, c)
        found = correctives.load(c, number)
        assert found is not None
        work = Work(self._stage, c, at)
        made = correcting_acts.act(work, self._desk[who], (number, name, fields), found.revision)
        if not isinstance(made, Made):
            raise RuntimeError(f"{found.number}: {name} was not taken: {made}")

    def looked(self, number: int, c: Connection) -> None:
        """What its limits ask for by now is asked for."""
        correcting.look(self._stage, number, self._until, c)


def _visits(stage: Stage, until: datetime, desk: Desk, rng: Random) -> Sequence[Inspection]:
    """Each store inspected twice in the month."""
    zone, language = ZoneInfo(stage.house.zone), stage.default
    seen, lead = SEEN[0 if language == "zh-CN" else 1], desk["lead"]
    made = []
    for place, code in enumerate(stage.house.catalogue.stores):
        base = (962, 934, 915, 872, 791)[place % 5]
        for back in (24, 8):
            at = until - timedelta(days=back - place % 3, hours=3)
            one = Inspection(
                store=code,
                day=_day(at - DAY, zone),
                points=base + rng.randint(-12, 12),
                at=at,
                inspector=INSPECTOR,
                words=rng.choice(seen),
                staff=lead,
                name=PEOPLE["lead"][0],
            )
            made.append(one)
    return made


def _day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()
