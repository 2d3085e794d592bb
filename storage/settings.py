"""Small values of the whole house that must survive a restart, such as poll offsets."""

from sqlalchemy import Connection, bindparam, delete, select

from dialogs.model import Json
from storage.inserts import on_conflict
from storage.schema import setting

READ = select(setting.c.value).where(setting.c.name == bindparam("named"))
DROP = delete(setting).where(setting.c.name == bindparam("named"))
WRITE = on_conflict(
    setting,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["name"], set_={"value": insert.excluded.value}
    ),
)

FIRST = on_conflict(setting, lambda insert: insert.on_conflict_do_nothing())


def read(c: Connection, name: str) -> Json:
    """The value of this name, None if it was never written."""
    value: Json = c.execute(READ, {"named": name}).scalar()
    return value


def first(c: Connection, name: str, value: Json) -> Json:
    """The value of this name: the one given, unless another was written before."""
    c.execute(FIRST[c.dialect.name], {"name": name, "value": value})
    return read(c, name)


def drop(c: Connection, name: str) -> None:
    """Forget the value of this name."""
    c.execute(DROP, {"named": name})


def write(c: Connection, name: str, value: Json) -> None:
    """Keep a value under this name."""
    c.execute(WRITE[c.dialect.name], {"name": name, "value": value})
