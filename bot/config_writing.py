"""Writes configuration: a commented file to begin with, what holds now, one key at a time."""

import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import tomlkit
from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo
from tomlkit.exceptions import TOMLKitError
from tomlkit.toml_document import TOMLDocument

from bot.config import ConfigError, Settings
from bot.config_reading import checked, known, nearest, variable_of

HIDDEN = "********"
HEADING = f"""\
# Every key of Redress with its default. Delete what you do not change. Any key may also stand in
# the environment, which wins: telegram.token as {variable_of("telegram.token")}.
"""


def example() -> str:
    """The text of `config.example.toml`."""
    return HEADING + "".join(_sections(Settings(), Settings, ""))


def shown(settings: Settings) -> str:
    """What holds now as TOML, secrets hidden."""
    return "".join(_sections(settings, Settings, "", comments=False)).lstrip()


def create(file: Path) -> None:
    """Write the commented file, readable by its owner alone; ConfigError if one is there."""
    if file.exists():
        raise ConfigError(f"{file} is there already; edit it, or use `redress config set`")
    _write(file, example())


def change(file: Path, key: str, value: str) -> None:
    """Set one key in the file, comments kept; made if there is none. ConfigError if it cannot be.

    `value` is plain text for texts, else as TOML or JSON has it: true, 8080, ["a"].
    """
    field = _field(key)
    document = _parsed(file)
    *sections, name = key.split(".")
    table: Any = document
    for section in sections:
        if section not in table:
            table[section] = tomlkit.table()
        table = table[section]
    table[name] = _read(value, field)
    checked(document.unwrap(), file)
    _write(file, tomlkit.dumps(document))


def is_secret(key: str) -> bool:
    """Whether the key's value must not be shown; ConfigError for an unknown key."""
    return _hides(_field(key))


def _sections(
    values: BaseModel, model: type[BaseModel], path: str, *, comments: bool = True
) -> Iterator[str]:
    """The keys of a table, then its inner tables."""
    inner = []
    for name, field in model.model_fields.items():
        value = getattr(values, name)
        if isinstance(value, BaseModel):
            inner.append((f"{path}.{name}".lstrip("."), value))
            continue
        line = f"{name} = {_toml(value)}"
        yield f"{line}  # {field.description}\n" if comments else f"{line}\n"
    for title, value in inner:
        said = (type(value).__doc__ or "").partition("\n")[0]
        yield f"\n[{title}]  # {said}\n" if comments else f"\n[{title}]\n"
        yield from _sections(value, type(value), title, comments=comments)


def _toml(value: object) -> str:
    match value:
        case SecretStr():
            return _quoted(HIDDEN if value.get_secret_value() else "")
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case float():
            return str(int(value) if value.is_integer() else value)
        case Mapping():
            inner = ", ".join(f"{_quoted(k)} = {_toml(v)}" for k, v in value.items())
            return "{ " + inner + " }" if inner else "{}"
        case Sequence():
            return "[" + ", ".join(_toml(one) for one in value) + "]"
        case _:
            return str(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _field(key: str) -> FieldInfo:
    if key not in set(known()):
        hint = nearest(key, known()) or "; see config.example.toml"
        raise ConfigError(f"{key}: there is no such key{hint}")
    model: type[BaseModel] = Settings
    *sections, name = key.split(".")
    for section in sections:
        inner = model.model_fields[section].annotation
        assert isinstance(inner, type)
        model = inner
    return model.model_fields[name]


def _hides(field: FieldInfo) -> bool:
    return "Secret" in str(field.annotation)


def _read(value: str, field: FieldInfo) -> object:
    """The value as its field wants it; what cannot be read stays text, for the check to name."""
    if isinstance(field.default, str | SecretStr):
        return value
    try:
        return tomlkit.parse(f"value = {value}")["value"]
    except TOMLKitError:
        return value


def _parsed(file: Path) -> TOMLDocument:
    if not file.exists():
        return tomlkit.document()
    try:
        return tomlkit.parse(file.read_text("utf-8"))
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is not TOML: {error}") from None


def _write(file: Path, text: str) -> None:
    """Put the file in place in one piece; readable by its owner alone, for it holds secrets."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
    Path(name).replace(file)
