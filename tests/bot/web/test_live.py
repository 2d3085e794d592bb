"""Who listens to which chat: rings reach open pages, and a slow page loses nothing it needs."""

import asyncio

from bot.web.live import END, PAGES, RELOAD, WAITING, Hub, Ring


async def test_a_ring_reaches_each_page_of_its_chat_and_no_other() -> None:
    hub = Hub()
    with hub.listen("a") as one, hub.listen("a") as two, hub.listen("b") as other:
        assert hub.ring("a", Ring("message", "1")) == 2
        assert one.get_nowait() == two.get_nowait() == Ring("message", "1")
        assert other.empty()
    assert hub.ring("a", Ring("message", "2")) == 0


async def test_a_page_that_reads_slowly_is_told_to_read_the_log() -> None:
    hub = Hub()
    with hub.listen("a") as slow:
        for number in range(WAITING + 1):
            hub.ring("a", Ring("message", str(number)))
        assert [slow.get_nowait(), slow.get_nowait()] == [RELOAD, Ring("message", str(WAITING))]
        assert slow.empty()


async def test_the_longest_open_page_makes_room_for_the_next() -> None:
    hub = Hub()
    queues: list[asyncio.Queue[Ring]] = []
    listening = [hub.listen("a") for _ in range(PAGES + 1)]
    queues.extend(one.__enter__() for one in listening)
    assert queues[0].get_nowait() == END
    assert queues[1].empty()
    for one in listening:
        one.__exit__(None, None, None)
    assert hub.ring("a", END) == 0


async def test_closing_ends_every_page() -> None:
    hub = Hub()
    with hub.listen("a") as one, hub.listen("b") as other:
        hub.close()
        assert one.get_nowait() == other.get_nowait() == END
