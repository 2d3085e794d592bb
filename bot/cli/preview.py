"""`redress preview`: every screen of every dialog as pages that need no server."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cli.calling import plainly, read, say, spoken
from bot.house import catalogue_of, holidays, house_of, texts_of
from bot.preview.samples import SAMPLES
from bot.preview.writing import write
from dialogs.workdays import Workdays

MOMENT = datetime(2026, 3, 2, 10, 0)  # noqa: DTZ001  the operator's time; the stories tell of February


def run(config: str, folder: Path) -> None:
    """Write the pages for the configured operator and catalogue, and say where they are.

    Nothing is read from or written to the database.
    """
    with plainly():
        settings = read(config).settings
        told = holidays(settings.operator.profile, (2025, 2026, 2027))
        days = {day: work for day, work, _ in told}
        spoken(catalogue_of(settings.operator), SAMPLES, "the preview")
        house = house_of(settings, Workdays(days, frozenset({2025, 2026})))
        now = MOMENT.replace(tzinfo=ZoneInfo(settings.operator.timezone))
        made = write(folder, house, texts_of(house.catalogue, house.zone), now)
        screens = sum(len(one.scenes) for one in made)
        say(f"{screens} screens on {len(made)} pages: {folder / 'index.html'}")
