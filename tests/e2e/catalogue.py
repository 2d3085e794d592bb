"""The shipped catalogue with its waits taken out, so that a whole story plays in seconds."""

import re
from importlib.resources import files
from typing import Any

import tomlkit

WAIT = re.compile(r'"\d+(?:min|h|d|s)"')
# Only what would hold the story up: deadlines and reminders stay far away, where they belong.
QUICK: dict[str, dict[str, object]] = {
    "hours": {"night": [], "survey_rest": []},
    "survey": {"survey_every": "0"},
    "patience": {"remind_every": "0", "ask_which_every": "0"},
}


def shipped() -> str:
    """The catalogue as it is shipped, as TOML."""
    return (files("dialogs") / "catalog.toml").read_text("utf-8")


def quick() -> str:
    """The same without quiet hours, and with the survey as soon as the matter is settled."""
    document: Any = tomlkit.parse(shipped())
    for table, values in QUICK.items():
        put(document, table, values)
    survey = next(one for one in document["clock"] if one["code"] == "SURVEY")
    survey["repair_shift"] = "0"
    survey["marks"][0]["after"] = "0"
    for promise in document["promise"]:
        # Whatever day the tests run on, the promise of the letter holds.
        promise["valid_from"], promise["valid_to"] = "2000-01-01", "2999-12-31"
    return tomlkit.dumps(document)


def put(document: Any, table: str, values: dict[str, object]) -> None:
    """Replace keys of a table; each must be there already."""
    for key, value in values.items():
        assert key in document[table], f"the catalogue has no {table}.{key}"
        document[table][key] = value


def waitless() -> str:
    """The shipped catalogue with every single wait at zero."""
    return WAIT.sub('"0"', shipped())
