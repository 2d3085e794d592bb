"""Incidents in the service: found, told of, fixed and settled, each child by itself."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select, update

from bot import incidents as acts
from bot.desk_acts import Made, Refused
from bot.dispatch import Dispatcher
from bot.stage import Stage, Work
from dialogs.incidents.incident import Stage as Stages
from dialogs.incidents.planned import Planned
from dialogs.model import Address, Event, Json, Text
from dialogs.tickets.ticket import Filing, Role
from storage import Connection, incidents, outbox, planned, tasks
from storage.calendar import By
from storage.outbox import ANSWER, BROADCAST
from storage.schema import outbox as rows_of
from storage.schema import ticket
from storage.store import Store
from tests.bot.outage import (
    GIFT,
    MINUTE,
    MORNING,
    NO_SIGNAL,
    SECOND,
    TIANHE,
    WAIVER,
    WORDS,
    Scene,
    file,
    lead,
    loaded,
    many,
    settled,
    told,
)
from tests.bot.postman import Postman

PRIORITIES = select(rows_of.c.priority).where(rows_of.c.notice == "B3")


@pytest.fixture
def scene(stage: Stage, store: Store) -> Scene:
    return Scene(stage, store)


async def test_five_in_half_an_hour_are_an_incident_and_four_are_none(scene: Scene) -> None:
    await many(scene.store, scene.stage, 4, MORNING)
    await scene.tick()
    assert await scene.store.read(incidents.live) == ()
    await scene.store.write(lambda c: file(c, scene.stage, "fifth", scene.now))
    await scene.tick(SECOND)
    found = await scene.incident()
    assert (found.stage, found.rule, found.areas) == (Stages.SUSPECTED, "mobile", ("110108",))
    assert found.began_at == MORNING
    assert found.told_at == scene.now
    assert sorted((await told(scene.store, "B1")).values()) == [1] * 5
    waiting = await scene.store.read(lambda c: tasks.of_kinds(c, ("incident",), 10))
    assert [(one.task.role, one.task.words) for one in waiting] == [("supervisor", found.number)]
    assert [one.task.due - found.found_at for one in waiting] == [15 * MINUTE]


async def test_who_wants_theirs_answered_by_itself_founds_no_incident(scene: Scene) -> None:
    alone = replace(NO_SIGNAL, alone=True)
    for place in range(5):
        await scene.store.write(partial(_filed, scene, f"alone {place}", alone))
    await scene.tick()
    assert await scene.store.read(incidents.live) == ()
    await scene.store.write(partial(_filed, scene, "one of many", NO_SIGNAL))
    await scene.tick(SECOND)
    found = await scene.incident()
    assert (await scene.store.read(partial(incidents.counts, of=found.id))).children == 1


def _filed(scene: Scene, name: str, filing: Filing, c: Connection) -> None:
    file(c, scene.stage, name, scene.now, filing)


async def test_nothing_is_looked_at_again_until_something_is_filed(scene: Scene) -> None:
    await many(scene.store, scene.stage, 4, MORNING)
    await scene.tick()
    await scene.tick()  # the figures are counted for the first time
    before = scene.store.writes
    await scene.tick()
    assert scene.store.writes == before


async def test_what_was_dismissed_is_not_found_again_and_new_complaints_are(scene: Scene) -> None:
    ids = await many(scene.store, scene.stage, 5, MORNING)
    await scene.tick()
    zhao = await lead(scene.store)
    await scene.act(zhao, "dismiss", reason="各有各的原因")
    await scene.tick()
    assert await told(scene.store, "B4") == dict.fromkeys(ids, 1)
    freed = await loaded(scene.store, ids)
    assert {(one.incident, one.parted) for one in freed} == {(0, 1)}
    await many(scene.store, scene.stage, 4, scene.now, who="q")
    await scene.tick()
    assert len(await scene.store.read(lambda c: incidents.newest(c, 9))) == 1
    await scene.store.write(lambda c: file(c, scene.stage, "fifth", scene.now))
    await scene.tick()
    assert len(await scene.store.read(lambda c: incidents.newest(c, 9))) == 2


async def test_an_advert_is_told_of_once_a_lead_has_confirmed_it(scene: Scene) -> None:
    advert = Filing(story="充值送礼没写限量", category="MKT", subtype="hidden_quota")
    ids = await many(scene.store, scene.stage, 6, MORNING, (advert,))
    await scene.tick()
    assert await told(scene.store, "B1") == {}
    assert {one.incident for one in await loaded(scene.store, ids)} == {1}
    refused = await scene.tries(await lead(scene.store), "confirm")
    assert isinstance(refused, Refused)
    await scene.act(await lead(scene.store, "李经理"), "confirm", words=WORDS)
    await scene.tick()
    assert await told(scene.store, "B1") == dict.fromkeys(ids, 1)


async def test_who_joins_a_second_time_is_not_told_a_second_time(scene: Scene) -> None:
    ids = await many(scene.store, scene.stage, 5, MORNING)
    await scene.tick()
    fresh = Dispatcher(scene.stage, scene.store, lambda: scene.now, {})  # it remembers nothing
    await settled(fresh)
    assert await told(scene.store, "B1") == dict.fromkeys(ids, 1)
    zhao = await lead(scene.store)

    def again(c: Connection) -> object:
        return acts.add(Work(scene.stage, c, scene.now), zhao, 1, ids[0])

    assert isinstance(await scene.store.write(again), Refused)


async def test_staff_take_out_and_add_and_each_is_told_once(scene: Scene) -> None:
    ids = await many(scene.store, scene.stage, 5, MORNING)
    elsewhere = replace(NO_SIGNAL, where=TIANHE)
    strange = await scene.store.write(lambda c: file(c, scene.stage, "x", MORNING, elsewhere))
    await scene.tick()
    zhao = await lead(scene.store)

    def change(c: Connection) -> list[object]:
        work = Work(scene.stage, c, scene.now)
        return [acts.take_out(work, zhao, ids[0]), acts.add(work, zhao, 1, strange)]

    assert all(isinstance(one, Made) for one in await scene.store.write(change))
    await scene.tick()
    assert await told(scene.store, "B4") == {ids[0]: 1}
    assert await told(scene.store, "B1") == dict.fromkeys([*ids, strange], 1)
    first, added = await loaded(scene.store, [ids[0], strange])
    assert (first.incident, first.parted, added.incident) == (0, 1, 1)
    lines = await scene.store.read(lambda c: incidents.history(c, 1))
    assert [(one.act, one.name) for one in lines] == [
        ("found", ""),
        ("told", ""),
        ("part", "赵敏"),
        ("add", "赵敏"),
    ]


async def test_an_offer_to_all_rests_at_night_and_is_counted_as_held(scene: Scene) -> None:
    await many(scene.store, scene.stage, 5, MORNING, (replace(NO_SIGNAL, wishes=WAIVER),))
    await scene.tick()
    zhao = await lead(scene.store)
    await scene.act(zhao, "confirm")
    scene.now = MORNING + 13 * 60 * MINUTE  # 23:00 in Beijing
    await settled(scene.dispatcher)
    await scene.act(zhao, "fix")
    await settled(scene.dispatcher)
    assert sorted((await told(scene.store, "B2W")).values()) == [1] * 5
    await scene.act(zhao, "settle", liability="operator", items=GIFT)
    await settled(scene.dispatcher)
    progress = await scene.progress()
    assert (progress.held, progress.sending, progress.total) == (5, 0, 5)
    assert await told(scene.store, "B3") == {}
    scene.now = MORNING + 23 * 60 * MINUTE  # 9:00
    await settled(scene.dispatcher)
    progress = await scene.progress()
    assert (progress.held, progress.sending, progress.total) == (0, 5, 5)
    rows = await scene.store.read(lambda c: c.execute(PRIORITIES).scalars().all())
    assert set(rows) == {BROADCAST}


async def test_who_just_wrote_is_answered_before_the_word_to_all(scene: Scene) -> None:
    await many(scene.store, scene.stage, 30, MORNING)
    await scene.tick()
    here = Address(Postman.name, "42", "someone")
    event = Event("e1", here, scene.now, Text("你好"), "m1", "zh")
    await scene.dispatcher.take([(event, "{}")])
    (first,) = await scene.store.write(lambda c: outbox.claim(c, "telegram", scene.now, "me", 1))
    assert (first.priority, first.address) == (ANSWER, here)
    rest = await scene.store.write(lambda c: outbox.claim(c, "telegram", scene.now, "me", 99))
    assert {one.priority for one in rest} == {BROADCAST}
    assert len(rest) == 30


async def test_one_ticket_that_cannot_be_told_keeps_nobody_else_waiting(scene: Scene) -> None:
    ids = await many(scene.store, scene.stage, 12, MORNING)
    await scene.tick()
    bad = ids[4]
    spoil = update(ticket).where(ticket.c.id == bad).values(body={})
    await scene.store.write(lambda c: c.execute(spoil).rowcount)
    await scene.act(await lead(scene.store), "confirm", expected="2026-11-16T18:00:00+08:00")
    await settled(scene.dispatcher)
    progress = await scene.progress()
    assert (progress.failed, progress.sending, progress.left) == (1, 11, 0)
    assert await told(scene.store, "B1N") == dict.fromkeys([one for one in ids if one != bad], 1)


async def test_it_ends_by_itself_once_all_its_children_have(scene: Scene) -> None:
    ids = await many(scene.store, scene.stage, 5, MORNING)
    await scene.tick()
    zhao = await lead(scene.store)
    await scene.act(zhao, "confirm")
    await scene.act(zhao, "fix")
    await scene.tick()
    for one in ids[:4]:
        assert await scene.moves(one, "fixed")
    await scene.tick(15 * MINUTE)
    assert (await scene.incident()).stage is Stages.FIXED
    assert await scene.moves(ids[4], "withdraw")
    await scene.tick(15 * MINUTE)
    assert (await scene.incident()).stage is Stages.CLOSED


async def test_announced_work_explains_what_is_found(scene: Scene) -> None:
    work = Planned(
        areas=("110108",),
        categories=("NET-M",),
        starts=MORNING - MINUTE,
        ends=MORNING + 120 * MINUTE,
        announced_at=MORNING - 100 * 60 * MINUTE,
        words={"zh-CN": "海淀区光缆割接。", "en": "Cable works in Haidian."},
    )
    await scene.store.write(lambda c: planned.add(c, work, By("陈工", ""), MORNING))
    await many(scene.store, scene.stage, 5, MORNING)
    await scene.tick()
    found = await scene.incident()
    assert (found.source, found.stage, found.planned) == ("planned", Stages.OPEN, 1)
    assert (found.words, found.expected) == (work.words, work.ends)
    assert sorted((await told(scene.store, "B1")).values()) == [1] * 5


async def test_a_lead_opens_one_by_hand_and_who_complained_before_is_told(scene: Scene) -> None:
    ids = await many(scene.store, scene.stage, 3, MORNING)
    await scene.tick()
    zhao, agent = await lead(scene.store), await lead(scene.store, "王敏", Role.AGENT)
    fields: dict[str, Json] = {"categories": ["NET-M"], "areas": ["110100"], "words": WORDS}

    def open_it(who: int, c: Connection) -> object:
        return acts.open_by_hand(Work(scene.stage, c, scene.now), who, fields)

    assert isinstance(await scene.store.write(partial(open_it, agent)), Refused)
    assert isinstance(await scene.store.write(partial(open_it, zhao)), acts.Opened)
    await scene.tick()
    assert (await scene.incident()).owner_name == "赵敏"
    assert await told(scene.store, "B1") == dict.fromkeys(ids, 1)


async def test_twenty_in_a_day_are_found_even_if_nothing_is_filed_after_the_last(
    scene: Scene,
) -> None:
    """The look at the whole day is taken once a minute: it is made up for when it was not due."""

    def put(c: Connection) -> None:
        for n in range(19):
            file(c, scene.stage, f"p{n}", MORNING + n * 45 * MINUTE)

    await scene.store.write(put)
    scene.now = MORNING + 19 * 45 * MINUTE
    await settled(scene.dispatcher)
    await scene.store.write(lambda c: file(c, scene.stage, "last", scene.now))
    await scene.tick(30 * SECOND)
    assert await scene.store.read(incidents.live) == ()
    await scene.tick(31 * SECOND)
    assert len(await scene.store.read(incidents.live)) == 1


@pytest.mark.parametrize(("before", "found"), [(93, True), (94, False)])
async def test_three_times_as_many_as_on_a_day_of_four_weeks_are_found(
    scene: Scene, before: int, found: bool
) -> None:
    """93 in 28 days are 3.3 a day, of which 10 are three times as many; 94 are more than that."""
    began = MORNING - timedelta(days=30)

    def put(c: Connection) -> None:
        file(c, scene.stage, "first", began, replace(NO_SIGNAL, category="NET-F"))
        for n in range(before):
            file(c, scene.stage, f"old{n}", began + timedelta(days=1.5) + n * 400 * MINUTE)
        for n in range(10):
            file(c, scene.stage, f"new{n}", MORNING - n * 45 * MINUTE)

    await scene.store.write(put)
    scene.now = MORNING + SECOND
    await settled(scene.dispatcher)
    assert bool(await scene.store.read(incidents.live)) is found
