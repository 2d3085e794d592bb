"""Puts a transcript's chat and the drawn tables into README.md: what it shows is what tests play.

`python -m tools.readme` writes it; a test fails when README.md is not what this would write.
"""

import textwrap
from pathlib import Path

from dialogs.flows.complaint import COMPLAINT
from dialogs.tickets.lifecycle import drawing
from tools.draw import drawn_dialog

HERE = Path(__file__).resolve().parents[1]
SCRIPT = HERE / "tests/transcripts/letter-3-charge-en.chat"
BEGIN = "<!-- chat: letter-3-charge-en, to the ticket's number -->\n"
END = "<!-- end of chat -->"
DRAWN = "<!-- drawn: intake and the life of a ticket -->\n"
DRAWN_END = "<!-- end of drawings -->"
LAST = "[Status]"  # the button under the message that tells the number
WIDE = 116


def page() -> str:
    """README.md with the chat and the drawings as they are now."""
    text = (HERE / "README.md").read_text("utf-8")
    text = _between(text, BEGIN, f"```text\n{chat()}```\n", END)
    return _between(text, DRAWN, drawings(), DRAWN_END)


def _between(text: str, begin: str, new: str, end: str) -> str:
    before, _, rest = text.partition(begin)
    return f"{before}{begin}{new}{end}{rest.partition(end)[2]}"


def drawings() -> str:
    """The complaint's dialog and the ticket's life, folded so that the page stays short."""
    parts = (
        ("How a complaint is taken", drawn_dialog(COMPLAINT)),
        ("How a ticket lives", f"```mermaid\n{drawing()}```"),
    )
    return "".join(
        f"<details><summary>{title}</summary>\n\n{drawn}\n\n</details>\n\n"
        for title, drawn in parts
    )


def chat() -> str:
    """The transcript from its first words to the ticket's number."""
    lines = SCRIPT.read_text("utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("ann: "))
    last = next(at for at, line in enumerate(lines) if LAST in line)
    said = (line for line in lines[first : last + 1] if not line.startswith(("--", "==")))
    return "".join(f"{line}\n" for one in said for line in _folded(one))


def _folded(line: str) -> list[str]:
    """A line as long as a page is wide, the rest below it, as far in as the bot's own lines."""
    parts = textwrap.wrap(line.replace("⏎", " "), WIDE, subsequent_indent=" " * 5)
    return [line] if len(line) <= WIDE else parts


def main() -> None:
    """Write it."""
    (HERE / "README.md").write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
