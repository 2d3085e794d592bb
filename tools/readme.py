"""Puts the chat of a transcript into README.md, so that what it shows is what a test plays.

`python -m tools.readme` writes it; a test fails when README.md is not what this would write.
"""

import textwrap
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
SCRIPT = HERE / "tests/transcripts/letter-3-charge-en.chat"
BEGIN = "<!-- chat: letter-3-charge-en, to the ticket's number -->\n"
END = "<!-- end of chat -->"
LAST = "[Status]"  # the button under the message that tells the number
WIDE = 116


def page() -> str:
    """README.md with the chat as the transcript has it now."""
    before, _, rest = (HERE / "README.md").read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}```text\n{chat()}```\n{END}{after}"


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
