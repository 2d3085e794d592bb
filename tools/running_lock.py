"""Prints the part of requirements.lock that running needs, with its hashes: no tools of tests.

Reads the lock's own `# via` notes, so that there is one lock and nothing to keep in step. Any
Python from 3.11 on, nothing installed: this runs before there is anything to import.
"""

import re
import sys
import tomllib
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
VIA = re.compile(r"\s+#\s+(?:via\s+)?(\S+)")


def plain(name: str) -> str:
    """A package's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def blocks(lock: str) -> dict[str, str]:
    """The lock cut into packages: name -> its lines. A name may have several, for its markers."""
    found: dict[str, str] = {}
    name = ""
    for line in lock.splitlines(keepends=True):
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            name = plain(NAME.match(line)[0])
        found[name] = found.get(name, "") + line
    return found


def wanted(parts: dict[str, str], asked: set[str]) -> set[str]:
    """The packages asked for, and all that they want in turn."""
    by = {name: {plain(one) for one in VIA.findall(text)} for name, text in parts.items()}
    kept = asked & parts.keys()
    while more := {name for name in parts.keys() - kept if by[name] & kept}:
        kept |= more
    return kept


def main() -> None:
    """Print the lock of what `project.dependencies` wants."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    parts = blocks((TOP / "requirements.lock").read_text("utf-8"))
    asked = {plain(NAME.match(line)[0]) for line in project["dependencies"]}
    for name in sorted(wanted(parts, asked)):
        sys.stdout.write(parts[name])


if __name__ == "__main__":
    main()
