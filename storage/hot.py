"""Statements of the hot path: said in SQLAlchemy once, compiled once, run on the driver's cursor.

A statement that Core runs costs 20 to 60 µs of bookkeeping, which is most of a step; here it
costs what the driver takes. Types convert as in Core; errors are the driver's own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import Connection, Insert, ReturnsRows
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import Float, NullType, TypeEngine

Values: TypeAlias = Mapping[str, Any]
Row: TypeAlias = tuple[Any, ...]
Convert: TypeAlias = Callable[[Any], Any]
Said: TypeAlias = "ClauseElement | Mapping[str, ClauseElement]"

COMPILED = "redress_hot"


class Hot:
    """A statement, or one for each dialect. Its values are named like its bind parameters.

    For an insert `columns` are the ones that get values. Lists (`IN`) cannot be expanded here.
    """

    __slots__ = ("_columns", "_said")

    def __init__(self, said: Said, columns: Iterable[str] = ()) -> None:
        self._said, self._columns = said, tuple(columns)

    def of(self, dialect: str) -> ClauseElement:
        """The statement as it is said to this dialect."""
        return self._said[dialect] if isinstance(self._said, Mapping) else self._said

    def run(self, c: Connection, values: Values) -> int:
        """Run it; returns how many rows it touched."""
        form = self._form(c.dialect)
        cursor = c.connection.cursor()
        cursor.execute(form.sql, form.bound(values))
        count: int = cursor.rowcount
        return count

    def add(self, c: Connection, values: Values) -> int:
        """Insert a row into a table that numbers its rows; returns the number."""
        form = self._form(c.dialect)
        cursor = c.connection.cursor()
        cursor.execute(form.sql, form.bound(values))
        number: int = cursor.fetchall()[0][0] if form.names else cursor.lastrowid
        return number

    def many(self, c: Connection, rows: Iterable[Values]) -> None:
        """Run it once for each row."""
        form = self._form(c.dialect)
        c.connection.cursor().executemany(form.sql, [form.bound(row) for row in rows])

    def all(self, c: Connection, values: Values) -> list[Row]:
        """Run it; its rows, with columns in the order in which they were said."""
        form = self._form(c.dialect)
        cursor = c.connection.cursor()
        cursor.execute(form.sql, form.bound(values))
        return [form.read(row) for row in cursor.fetchall()]

    def first(self, c: Connection, values: Values) -> Row | None:
        """Run it; its first row, None if there is none."""
        form = self._form(c.dialect)
        cursor = c.connection.cursor()
        cursor.execute(form.sql, form.bound(values))
        found = cursor.fetchall()  # to the end, or SQLite leaves the statement open
        return form.read(found[0]) if found else None

    def scalar(self, c: Connection, values: Values) -> Any:
        """Run it; the first column of its first row, None if there is none."""
        found = self.first(c, values)
        return None if found is None else found[0]

    def named(self, c: Connection, values: Values) -> list[dict[str, Any]]:
        """Run it; its rows by the names of their columns."""
        names = self._form(c.dialect).names
        return [dict(zip(names, row, strict=True)) for row in self.all(c, values)]

    def written(self, c: Connection, values: Values) -> tuple[str, Any]:
        """Its SQL and its values as the driver gets them."""
        form = self._form(c.dialect)
        return form.sql, form.bound(values)

    def _form(self, dialect: Dialect) -> "_Form":
        known: dict[Hot, _Form] | None = dialect.__dict__.get(COMPILED)
        if known is None:
            known = dialect.__dict__[COMPILED] = {}
        form = known.get(self)
        if form is None:
            form = known[self] = _Form(self.of(dialect.name), self._columns, dialect)
        return form


class _Form:
    """A statement compiled for the dialect of one engine, with the conversions of its values."""

    __slots__ = ("_fixed", "_names", "_pick", "_positional", "_reads", "_writes", "names", "sql")

    def __init__(self, said: ClauseElement, columns: Sequence[str], dialect: Dialect) -> None:
        compiled = _compiled(said, columns, dialect)
        self.sql = str(compiled)
        told = {name: bind for bind, name in compiled.bind_names.items()}
        writes = {name: _writes(bind.type, dialect) for name, bind in told.items()}
        self._positional = compiled.positional
        self._names = tuple(compiled.positiontup or told)
        # Values that the statement brings along; they are converted with the others.
        self._fixed = tuple(
            (place, compiled.params[name])
            for place, name in enumerate(self._names)
            if not told[name].required
        )
        self._pick = _picking([name for name in self._names if told[name].required])
        self._writes = tuple(
            (place, convert) for place, name in enumerate(self._names) if (convert := writes[name])
        )
        shown = list(said.exported_columns) if isinstance(said, ReturnsRows) else []
        self.names = tuple(one.key or "" for one in shown)
        reads = [_reads(one.type, dialect) for one in shown]
        self._reads = tuple((place, convert) for place, convert in enumerate(reads) if convert)

    def bound(self, values: Values) -> Any:
        """The values as the driver takes them: in order, or by name."""
        given = self._pick(values)
        for place, value in self._fixed:
            given.insert(place, value)
        for place, convert in self._writes:
            given[place] = convert(given[place])
        return given if self._positional else dict(zip(self._names, given, strict=True))

    def read(self, row: Row) -> Row:
        """A row as the driver gave it, in our own values."""
        if not self._reads:
            return row
        told = list(row)
        for place, convert in self._reads:
            told[place] = convert(told[place])
        return tuple(told)


def _picking(names: Sequence[str]) -> Callable[[Values], list[Any]]:
    """Takes the values of these names out of a mapping, in order."""
    if len(names) < 2:
        return lambda values: [values[name] for name in names]
    getter = itemgetter(*names)
    return lambda values: list(getter(values))


def _writes(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    """How a value of this type is written; one whose type nobody knows must be a plain one."""
    if isinstance(kind, NullType):
        return _untyped
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reads(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    """How a value of this type is read; both drivers give numbers as they are."""
    if isinstance(kind, Float):
        return None
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _untyped(value: Any) -> Any:
    """The driver has its own ways to write a moment, which do not compare with ours."""
    if not isinstance(value, str | int | float | None):
        raise TypeError(f"the type of this value must be said: {value!r}")
    return value


def _compiled(said: ClauseElement, columns: Sequence[str], dialect: Dialect) -> SQLCompiler:
    if isinstance(said, Insert) and columns:
        made: object = said.inline().compile(dialect=dialect, column_keys=list(columns))
    else:
        made = said.compile(dialect=dialect)
    assert isinstance(made, SQLCompiler)
    return made
