"""What runs found, as one JSON file under `build/` that the report is written from."""

from collections import Counter
from pathlib import Path
from typing import Any

import orjson

from tests.faults.checker import Verdict
from tests.faults.history import History

FILE = Path(__file__).parents[2] / "build" / "faults.json"


def told(history: History, verdict: Verdict, seconds: float) -> dict[str, Any]:
    """The figures of one run."""
    faults = Counter(call.fault for call in history.calls if call.fault)
    return {
        "conversations": len(history.subscribers),
        "inputs": len(history.inputs),
        "calls": len(history.calls),
        "messages": sum(row.state == "sent" for row in history.rows),
        "tickets": len(history.tickets),
        "faults": dict(sorted(faults.items())),
        "ends": dict(Counter(end.how for end in history.ends)),
        "twice": {"answer lost": 0, "kill": 0, **verdict.doubles},
        "toasts_lost": verdict.toasts_lost,
        "violations": dict(Counter(one.kind for one in verdict.violations)),
        "seconds": round(seconds, 1),
    }


def line(name: str, figures: dict[str, Any]) -> str:
    """One line of a run for the terminal."""
    ends = ", ".join(f"{how} {times}" for how, times in figures["ends"].items()) or "none"
    faults = sum(figures["faults"].values())
    twice = figures["twice"]
    return (
        f"{name}: {figures['conversations']} conversations, {figures['messages']} messages, "
        f"{faults} calls spoilt; ends: {ends}; twice: {twice['kill']} on the wire at a kill, "
        f"{twice['answer lost']} with a lost answer; toasts lost: {figures['toasts_lost']}; "
        f"{figures['seconds']} s"
    )


def keep(name: str, figures: dict[str, Any]) -> None:
    """Write the figures of a run over those of the last run of this name."""
    FILE.parent.mkdir(exist_ok=True)
    known = orjson.loads(FILE.read_bytes()) if FILE.exists() else {}
    known[name] = figures
    FILE.write_bytes(orjson.dumps(known, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS))
