"""What compose.yaml puts together, without containers: nginx, three replicas, PostgreSQL."""

import asyncio
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import httpx2
import pytest

from bot.config_reading import known, variable_of
from tests.bot.web.caller import events, fresh, log, say
from tests.e2e.conftest import api, catalog
from tests.e2e.letter import ANSWERS, STEPS, files, times
from tests.e2e.running import PATIENCE
from tests.peers.bot_api import FakeBotApi
from tests.postgres.server import PASSWORD, USER, Server
from tests.postgres.topology import TOP, Topology, laid, services

__all__ = ["api", "catalog"]

REPLICAS = ("redress-1", "redress-2", "redress-3")
BROWSER = {"Sec-Fetch-Site": "same-origin", "Accept-Language": "zh-CN,zh;q=0.9"}


@pytest.fixture
def nginx() -> str:
    """Debian's nginx; the tests that ask for it are left out where there is none."""
    found = shutil.which("nginx")
    assert found
    return found


@pytest.fixture
def named(postgresql: Server) -> Iterator[None]:
    """The database of compose.yaml, empty."""
    postgresql.make("redress")
    yield
    postgresql.drop("redress")


async def started(topology: Topology, api: FakeBotApi, catalog: Path, database: int) -> None:
    """Everything that compose.yaml starts, in its order."""
    given = {
        "DATABASE_PASSWORD": PASSWORD,
        "PUBLIC_URL": topology.url,
        "TELEGRAM_TOKEN": api.token,
    }
    told = services(given)
    for name in REPLICAS:
        made = topology.replica(name, told[name]["environment"], database)
        # Beyond compose.yaml: a Telegram of our own, and no time to lose.
        made.variables = {
            **made.variables,
            "REDRESS_TELEGRAM__API_BASE_URL": api.base_url,
            "REDRESS_TELEGRAM__MESSAGES_PER_SECOND": "0",
            "REDRESS_TELEGRAM__MESSAGES_PER_SECOND_CHAT": "0",
            "REDRESS_LIMITS__INBOUND_PER_10S": "0",
            "REDRESS_LIMITS__INBOUND_PER_MINUTE": "0",
            "REDRESS_OPERATOR__CATALOG": str(catalog),
        }
    (topology.folder / "data").mkdir()
    await asyncio.gather(*(one.start() for one in topology.replicas.values()))
    topology.proxy()
    await healthy(topology.url)


async def healthy(url: str) -> None:
    """Until nginx is there and a replica answers behind it."""
    async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(f"{url}/healthz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientConnectionError:
                continue


async def test_three_replicas_behind_nginx_serve_telegram_and_the_page(
    api: FakeBotApi,
    catalog: Path,
    tmp_path: Path,
    postgresql: Server,
    named: None,
    nginx: str,
) -> None:
    async with laid(tmp_path) as topology:
        await started(topology, api, catalog, postgresql.port)
        people = [api.person(f"Ann {number}") for number in range(12)]
        numbers = await asyncio.gather(*(files(one) for one in people))
        assert len(set(numbers)) == 12
        for one in people:
            assert [times(one, answer) for answer in ANSWERS] == [1] * len(STEPS)
        await page_hears_every_answer(topology)
        await topology.replicas.pop(REPLICAS[0]).kill()
        await files(api.person("Bo"))
        await page_hears_every_answer(topology)
        await asyncio.gather(*(one.stop() for one in topology.replicas.values()))
        for replica in topology.replicas.values():
            assert PASSWORD not in "\n".join([*replica.screen, *replica.log])


async def page_hears_every_answer(topology: Topology) -> None:
    """A page whose stream one replica holds shows what any of them answers."""
    async with (
        asyncio.timeout(PATIENCE),
        httpx2.AsyncClient(base_url=topology.url, headers=BROWSER) as client,
    ):
        assert (await client.get("/")).status_code == 200
        async with client.stream("GET", "/chat/live") as stream:
            heard = events(stream)
            assert (await anext(heard))[0] == "ready"
            for words in ("宽带断了三天，没有人来修", "取消", "进度", "帮助"):
                id = fresh()
                assert (await say(client, words, id)).status_code == 200
                shown: set[str] = set()
                while not {"me", "bot"} <= shown:
                    name, told = await anext(heard)
                    if name in {"said", "message"}:
                        shown.add(told["bubble"]["who"])
        said = [one for one in await log(client) if one["who"] == "me"]
        assert len(said) == 4


def test_the_files_fit_together() -> None:
    """Names, ports, the volume and the variables are the same wherever they are written."""
    told = services({"DATABASE_PASSWORD": "secret", "PUBLIC_URL": "https://x", "HTTP_PORT": "80"})
    replicas = [name for name, one in told.items() if one.get("image") == "redress"]
    conf = (TOP / "deploy" / "nginx.conf").read_text("utf-8")
    image = (TOP / "Containerfile").read_text("utf-8")
    assert set(re.findall(r"server (\S+):8080", conf)) == set(replicas) == set(REPLICAS)
    variables = {variable_of(key) for key in known()}
    for name in replicas:
        environment = told[name]["environment"]
        assert set(environment) <= variables
        assert f":{environment['REDRESS_WEB__PORT']}" in conf
        assert f"EXPOSE {environment['REDRESS_WEB__PORT']}" in image
        assert [one.partition(":")[2] for one in told[name]["volumes"]] == ["/data"]
    assert "VOLUME /data" in image
    assert re.search(r"^USER (?!root)", image, re.MULTILINE)
    assert "HEALTHCHECK" in image
    database = told["database"]["environment"]
    address = told[REPLICAS[0]]["environment"]["REDRESS_STORAGE__URL"]
    assert address == f"postgresql+psycopg://{USER}:secret@database:5432/redress"
    assert (database["POSTGRES_USER"], database["POSTGRES_DB"]) == (USER, "redress")
    assert database["POSTGRES_PASSWORD"] == "secret"


def test_the_image_is_given_what_it_copies() -> None:
    image = (TOP / "Containerfile").read_text("utf-8")
    kept = (TOP / ".dockerignore").read_text("utf-8").splitlines()
    copied = {
        word.rstrip("/")
        for line in re.findall(r"^COPY (?!--from)(.+)$", image, re.MULTILINE)
        for word in line.split()[:-1]
    }
    assert copied
    assert all((TOP / one).exists() and f"!{one}" in kept for one in copied)
