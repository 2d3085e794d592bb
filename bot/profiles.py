"""The folders of `dialogs/profiles`, a country each: which there are, and what stands in them.

All of it is read from files that are found there; no country is named in code but the one that is
assumed where nothing is configured.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dialogs.profile import FILE, Profile, profile_of

USUAL = "cn"


def folder(code: str) -> Traversable:
    """Where a profile's files stand."""
    return files("dialogs") / "profiles" / code


def names() -> tuple[str, ...]:
    """The profiles that are there."""
    shelf = files("dialogs") / "profiles"
    return tuple(sorted(one.name for one in shelf.iterdir() if (one / FILE).is_file()))


def there(code: str) -> str:
    """The code of a profile that is there. Raises ValueError naming those that are."""
    if code not in names():
        raise ValueError(f'"{code}" is no profile; there are {", ".join(names())}')
    return code


@cache
def profile(code: str) -> Profile:
    """What the folder says. Raises ValueError with the mend, also where there is no such folder."""
    return profile_of(there(code), document(code, FILE))


def document(code: str, name: str) -> dict[str, Any]:
    """A file of the folder, parsed. Raises ValueError naming it."""
    try:
        return tomllib.loads((folder(code) / name).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{name} cannot be read: {error}") from None


def text(code: str, name: str) -> str:
    """The words of a file of the folder, "" where it has none of that name."""
    file = folder(code) / name
    return file.read_text("utf-8") if file.is_file() else ""


def defaults(operator: Mapping[str, Any]) -> dict[str, Any]:
    """What the profile of a configured [operator] says where that says nothing itself."""
    code = str(operator.get("profile", USUAL))
    if code not in names():
        return {}  # which is said of the key itself
    found = profile(code)
    return {"timezone": found.timezone, "default_language": found.default_language}
