"""`redress forms`: files of what is kept on paper, whole or not at all."""

from pathlib import Path

import pytest

from tests.bot.cli.calls import call
from tests.bot.cli.house import Home, now
from tests.bot.forms import cells_of, pages_of


def made(folder: Path, *words: str) -> Path:
    """The one file that the command made there, as it names it."""
    code, out, errors = call("forms", *words, "--into", str(folder))
    assert code == 0, errors
    (found,) = folder.iterdir()
    assert out.splitlines() == [str(found)]
    return found


@pytest.mark.parametrize("form", ["sheet", "visit"])
def test_a_tickets_form_is_written_in_the_language_asked_for(
    home: Home, tmp_path: Path, form: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    spoken = home.number.lower()
    path = made(folder, form, spoken, "--language", "en")
    assert path.name == f"{home.number}-{form}.pdf"
    (first, *_) = pages_of(path.read_bytes())
    assert home.number in first
    assert "Page1of" in first


def test_a_list_of_days_as_a_workbook(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = made(folder, "register", "--month", f"{now():%Y-%m}", "--format", "xlsx")
    assert home.number in cells_of(path.read_bytes()).values()
    assert path.stat().st_mode & 0o077 == 0


def test_the_report_counts_what_changed_first(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    day = f"{now():%Y-%m-%d}"
    path = made(folder, "summary", "--from", day, "--to", day, "--language", "en")
    assert "notcounted" not in "".join(pages_of(path.read_bytes()))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("regster",), "register"),
        (("sheet",), "number"),
        (("register", "TS26110004277"), "no single ticket"),
        (("register", "--format", "doc"), "pdf or xlsx"),
        (("register", "--month", "2026-13"), "--month"),
        (("register", "--month", "2026-10", "--from", "2026-10-01"), "--month"),
        (("register", "--from", "yesterday"), "2026-10-31"),
        (("register", "--from", "2026-10-02", "--to", "2026-10-01"), "later"),
        (("register", "--language", "tlh"), "--language"),
    ],
)
def test_what_was_called_wrongly_is_named(home: Home, words: tuple[str, ...], said: str) -> None:
    code, out, errors = call("forms", *words)
    assert (code, out) == (2, "")
    assert said in errors
    assert list(home.folder.glob("redress-*")) == []


def test_a_ticket_that_is_not_there_is_said(home: Home) -> None:
    code, _, errors = call("forms", "sheet", "TS26110000000")
    assert (code, "TS26110000000" in errors) == (1, True)
    assert list(home.folder.glob("*.pdf")) == []
