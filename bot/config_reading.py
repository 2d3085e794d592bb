"""Finds the configuration, reads it, and says what is wrong with it in one sentence."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_settings import SettingsError

from bot.config import BETWEEN, PREFIX, ConfigError, Settings

FILE = "config.toml"
VARIABLE = f"{PREFIX}CONFIG"
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Read:
    """The settings and where they come from: the file (None if there is none), the variables."""

    settings: Settings
    file: Path | None
    variables: tuple[str, ...]


def load(named: str = "") -> Read:
    """Read the settings: from the file `named`, else REDRESS_CONFIG, else ./config.toml if there.

    Raises ConfigError for a named file that is missing, broken TOML, unknown keys and variables,
    and values out of bounds.
    """
    file = place(named)
    document = _document(file) if file else {}
    return Read(checked(document, file), file, _variables())


def place(named: str = "") -> Path | None:
    """The file that is to be read; ConfigError when it was named and is not there."""
    wanted = named or os.environ.get(VARIABLE, "")
    if not wanted:
        return Path(FILE) if Path(FILE).is_file() else None
    if not Path(wanted).is_file():
        said = "--config" if named else VARIABLE
        raise ConfigError(
            f"{wanted}: there is no such file; {said} names it. `redress config init` makes one"
        )
    return Path(wanted)


def checked(document: Mapping[str, Any], file: Path | None) -> Settings:
    """The settings of a parsed file, the environment's over it; ConfigError if they cannot be."""
    for variable in _variables():
        _check_variable(variable)
    _check_keys(Settings, document, (), file)
    try:
        settings = Settings(**document)
    except SettingsError as error:
        raise ConfigError(f"{_blamed(error)}: write its value as JSON") from None
    except ValidationError as error:
        raise ConfigError(_first(error, file)) from None
    if settings.telegram.mode == "webhook" and not settings.web.public_url:
        raise ConfigError(
            "telegram.mode is webhook, which needs the address that Telegram can reach: "
            "set web.public_url, or telegram.mode to polling"
        )
    return settings


def known(model: type[BaseModel] = Settings, before: str = "") -> Iterator[str]:
    """Every key as `section.key`."""
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from known(inner, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def nearest(said: str, among: Iterator[str]) -> str:
    """What was probably meant, as the end of a sentence; "" when nothing is like it."""
    found = get_close_matches(said, list(among), n=1, cutoff=ALIKE)
    return f"; did you mean {found[0]}?" if found else ""


def variable_of(key: str) -> str:
    """The variable of a key: telegram.token is REDRESS_TELEGRAM__TOKEN."""
    return PREFIX + BETWEEN.join(part.upper() for part in key.split("."))


def _variables() -> tuple[str, ...]:
    ours = (name for name in os.environ if name.upper().startswith(PREFIX))
    return tuple(sorted(name for name in ours if name.upper() != VARIABLE))


def _check_variable(name: str) -> None:
    said = name.upper()
    names = {variable_of(key) for key in known()}
    sections = {variable_of(section) for section in Settings.model_fields}
    tables = {
        one for one in names if said.startswith(one + BETWEEN)
    }  # REDRESS_WECHAT__TEMPLATES__X
    if said not in names and said not in sections and not tables:
        hint = nearest(said, iter(names)) or "; see config.example.toml"
        raise ConfigError(f"{name}: there is no such variable{hint}")


def _check_keys(
    model: type[BaseModel], table: Mapping[str, Any], path: tuple[str, ...], file: Path | None
) -> None:
    """Refuse a key that no section has, naming the nearest one; looks into inner tables too."""
    for key, value in table.items():
        here = ".".join((*path, key))
        field = model.model_fields.get(key)
        if field is None:
            hint = nearest(here, known()) or nearest(here, iter(Settings.model_fields))
            raise ConfigError(f"{file}, {here}: there is no such key{hint}")
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            if not isinstance(value, Mapping):
                raise ConfigError(f"{file}, {here} is a section: write [{here}] and keys under it")
            _check_keys(inner, value, (*path, key), file)


def _document(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file} is not TOML: {error}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file} is not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}") from None


def _first(error: ValidationError, file: Path | None) -> str:
    """The first thing that is wrong, without its value, which may be a secret."""
    first = error.errors(include_input=False, include_url=False)[0]
    here = ".".join(str(part) for part in first["loc"] if not isinstance(part, int))
    variable = variable_of(here)
    source = variable if variable in {name.upper() for name in _variables()} else str(file)
    said = first["msg"].removeprefix("Value error, ")
    return f"{source}, {here}: {said[0].lower()}{said[1:]}"


def _blamed(error: SettingsError) -> str:
    """The variable that could not be read: the library names its section between quotes."""
    section = str(error).partition('"')[2].partition('"')[0]
    ours = [one for one in _variables() if one.upper().startswith(variable_of(section))]
    return ", ".join(ours) or str(error)
