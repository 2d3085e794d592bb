"""Draw the routing tables into docs/: run `python -m tools.draw` from the top of the repository.

`pages` makes the text of each page from the tables themselves; a test compares it with the files.
"""

from collections.abc import Mapping
from pathlib import Path

from dialogs.dialog import Dialog
from dialogs.flows import FLOWS
from dialogs.table import On, Table
from dialogs.tickets.guards import LEADS
from dialogs.tickets.lifecycle import OPEN, ROWS, STAFF, Row, drawing
from dialogs.tickets.ticket import Role

HERE = Path(__file__).resolve().parent.parent
MADE = "<!-- Made by `python -m tools.draw` from the tables; do not edit. -->"

ABOUT: Mapping[str, str] = {
    "welcome": "The first screen: who is speaking, what is kept, and the tap that agrees to it.",
    "complaint": "Intake: `fact` asks whatever the story left open, `card` confirms all of it.",
    "consult": "A question answered from the articles; a complaint stays one tap away.",
    "decide": "Accepting a proposal in two steps, or declining it with a reason and a wish.",
    "withdraw": "Taking a complaint back, asked twice.",
    "tell": "Words for a ticket: something to add, a question, why it is to be reopened.",
    "which": "Several tickets are open: which one is meant?",
    "after": "Words after the end: reopen, a new matter, or just a note?",
    "details": "The category's further questions after filing; all of them may be ignored.",
    "survey": "After the score: how the person was, or what was not good.",
    "appeal": "An appeal: would it be taken, what the file lacks, the file, its number there.",
    "prove": "Before money goes out: is the number the person's own?",
    "repeat": "The matter was open already and has been added to: unless it is another one.",
    "reach": "How else to reach somebody whose page may be closed and lost.",
    "language": "Choosing a language.",
    "settings": "Choosing what one wants to hear of.",
}

DIALOGS = """\
# The dialogs

Each dialog is a table of rows in `dialogs/flows`; the first row that fits wins. A dialog begins in
`start`. From every state `cancel` leads to `cancelled` and `expire` to `expired`; "back" walks the
trail that the session keeps, so it is no row. Words in brackets are the conditions of the rows.
"""

TICKETS = """\
# The life of a ticket

The table stands in `dialogs/tickets/lifecycle.py`. The drawing shows the moves that change the
state; the list below it shows all of them, with who may make them and the message that the
subscriber gets. The numbers are those of the requirements' list of moves. Leads are supervisors,
directors and administrators; staff are agents, handlers and leads.
"""


def pages() -> Mapping[str, str]:
    """The text of each page, by its path from the top of the repository."""
    return {"docs/dialogs.md": _dialogs(), "docs/tickets.md": _tickets()}


def _dialogs() -> str:
    return "\n".join((MADE, "", DIALOGS, *(_dialog(one) for one in FLOWS)))


def drawn_dialog(dialog: Dialog) -> str:
    """The drawing of one dialog, as mermaid."""
    states = ("start", *(step.name for step in dialog.steps), *dialog.ends)
    drawn = Table(states, map(_with_condition, dialog.rows), "start").mermaid()
    ends = "".join(f"    {end} --> [*]\n" for end in dialog.ends)
    return f"```mermaid\n{drawn}{ends}```"


def _dialog(dialog: Dialog) -> str:
    """One dialog: what it is for, how long it waits, its drawing."""
    lines = (f"## {dialog.name}", "", ABOUT[dialog.name], _patience(dialog), "")
    return "\n".join((*lines, drawn_dialog(dialog), ""))


def _with_condition(row: On) -> On:
    """The row with its condition in the name, for a drawing."""
    if row.when is None:
        return row
    return row._replace(trigger=f"{row.trigger} ({row.when.__name__})")


def _patience(dialog: Dialog) -> str:
    if dialog.patience is None:
        return "It is a draft: nudged once, then expired, as the catalogue says."
    hours = int(dialog.patience.total_seconds() // 3600)
    return f"It goes silently after {hours} {'hour' if hours == 1 else 'hours'}."


def _tickets() -> str:
    head = "| move | no. | from | to | who | message | condition |\n" + "| --- " * 7 + "|"
    rows = "\n".join(map(_row, ROWS))
    return f"{MADE}\n\n{TICKETS}\n```mermaid\n{drawing()}```\n\n{head}\n{rows}\n"


def _row(row: Row) -> str:
    numbers = ", ".join(map(str, row.numbers))
    target = "stays" if row.target is None else row.target
    condition = row.guard.replace("_", " ")
    cells = (row.move, numbers, _sources(row), target, _who(row), row.message, condition)
    return f"| {' | '.join(cells)} |"


def _sources(row: Row) -> str:
    if not row.sources:
        return "a draft"
    if row.sources == OPEN:
        return "any open state"
    if len(row.sources) > len(OPEN):
        return "any state" if "archived" in row.sources else "any state but archived"
    return ", ".join(row.sources)


def _who(row: Row) -> str:
    """The roles in a few words."""
    whole = {"staff": STAFF} if row.roles >= STAFF else {"leads": LEADS}
    named = [name for name, roles in whole.items() if row.roles >= roles]
    covered = frozenset[Role]().union(*(whole[name] for name in named))
    return ", ".join((*sorted(row.roles - covered), *named))


def main() -> None:
    """Write the pages."""
    for path, text in pages().items():
        place = HERE / path
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
