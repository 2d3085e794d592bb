"""What the code says of the texts: the keys it names, with which arguments, and how it makes keys.

Read from the syntax trees of `dialogs` and `bot` and from the templates, never by running them.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAYING = {"Phrase": 0, "Refused": 0, "NotAllowed": 0, "say": 0, "misfit": 1}
KEY = re.compile(r"[a-z0-9]+(?:-[A-Za-z0-9_]+)*")
MADE = re.compile(r"[a-z0-9{}_-]*-[a-z0-9{}_-]*")


@dataclass(frozen=True, slots=True)
class Named:
    """A key as a call names it; `args` the names of its arguments, None where code makes them."""

    key: str
    args: frozenset[str] | None
    where: str


@cache
def trees(*rooms: str) -> Mapping[str, ast.Module]:
    """The syntax tree of each module, by its path."""
    found = (path for room in rooms for path in sorted((ROOT / room).rglob("*.py")))
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in found}


def named(*rooms: str) -> Iterator[Named]:
    """Every key that stands as a constant where a text is called for."""
    for path, tree in trees(*rooms).items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in SAYING:
                place = SAYING[_name(node.func)]
                for key in filter(KEY.fullmatch, _constants(node.args[place : place + 1])):
                    yield Named(key, _args(node, place), f"{path}:{node.lineno}")


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def _constants(nodes: list[ast.expr]) -> Iterator[str]:
    """The texts that an argument can be: itself, or either side of an if."""
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.IfExp):
            yield from _constants([node.body, node.orelse])


def _args(call: ast.Call, place: int) -> frozenset[str] | None:
    if _name(call.func) == "say":
        given = [one.arg for one in call.keywords]
        return None if None in given else frozenset(str(one) for one in given)
    rest = [*call.args[place + 1 :], *(one.value for one in call.keywords)]
    if not rest:
        return frozenset()
    if isinstance(rest[0], ast.Dict) and all(isinstance(k, ast.Constant) for k in rest[0].keys):
        return frozenset(str(k.value) for k in rest[0].keys if isinstance(k, ast.Constant))
    return None


def mentioned(*rooms: str) -> frozenset[str]:
    """Every constant text of the code that could be a key."""
    nodes = (node for tree in trees(*rooms).values() for node in ast.walk(tree))
    texts = (node.value for node in nodes if isinstance(node, ast.Constant))
    return frozenset(one for one in texts if isinstance(one, str) and KEY.fullmatch(one))


def made(*rooms: str) -> Mapping[str, str]:
    """How keys are made: f-strings that look like them, "{}" for each part; and where."""
    found: dict[str, str] = {}
    for path, tree in trees(*rooms).items():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = (
                    one.value if isinstance(one, ast.Constant) else "{}" for one in node.values
                )
                shape = "".join(str(part) for part in parts)
                if MADE.fullmatch(shape):
                    found[shape] = f"{path}:{node.lineno}"
    return found


def shown() -> frozenset[str]:
    """Every quoted word of the web pages' templates and scripts."""
    web = ROOT / "bot" / "web"
    pages = [*web.rglob("*.html"), *web.rglob("*.js")]
    quoted = re.compile(r"""["'`]([a-z][a-z0-9-]*)["'`]|words\.([a-z_]+)|data-words-([a-z-]+)""")
    found = (match for page in pages for match in quoted.findall(page.read_text("utf-8")))
    return frozenset(word for match in found for word in match if word)
