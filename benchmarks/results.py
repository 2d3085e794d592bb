"""The figures as JSON: every run as it was, and on what it ran."""

import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson

from benchmarks.contestants import RATES, TOP
from benchmarks.figures import Load, Loss

FILE = TOP / "build" / "bench.json"
TOLD = ("python-telegram-bot", "aiohttp", "sqlalchemy", "uvloop")


@dataclass(slots=True)
class Found:
    """All runs of one go; `left_out` says of each bot that took no part why."""

    loads: list[Load] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)


def write(file: Path, found: Found) -> None:
    """Keep all of it."""
    told = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "rates": RATES,
        **asdict(found),
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2))


def read(file: Path) -> tuple[Found, Mapping[str, Any]]:
    """What was kept, and on what it ran."""
    told = orjson.loads(file.read_bytes())
    found = Found(
        [Load(**one) for one in told["loads"]],
        [Loss(**one) for one in told["losses"]],
        told["left_out"],
    )
    return found, told


def machine() -> dict[str, str]:
    """Where it ran: processor, cores, versions."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "python": platform.python_version(),
        **{name: version(name) for name in TOLD},
    }


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("ascii", "replace").splitlines()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "?")
