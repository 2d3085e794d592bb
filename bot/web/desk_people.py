"""The people of the desk in words: who is there, until when, and whom a ticket can be given to."""

from bot.web.desk_words import Words
from storage import Connection, rota
from storage.rota import Rota
from storage.staff import Staff


def colleagues(c: Connection, words: Words) -> tuple[tuple[str, str], ...]:
    """Those to whom a ticket can be given, as a form's options: who is on shift comes first."""
    known = rota.load(c, words.now, words.stage.house.zone)
    return tuple((str(one.id), option(one, known, words)) for one in rota.here(c, known, words.now))


def option(of: Staff, known: Rota, words: Words) -> str:
    """A person with what they do; that they are off shift, where they are."""
    off = "" if known.on_shift(of.id, words.now) else words("off-shift")
    where = words.department(of.department) if of.department else ""
    return " · ".join(filter(None, (of.name, words.role(of.role), where, off)))
