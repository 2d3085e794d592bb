"""Writes the window: plain pages in a folder, to be opened from the disk or by any web server."""

import shutil
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.preview.sheets import CHANNELS, Sheet, sheets
from bot.web.page import HERE as WEB
from dialogs.house import House
from dialogs.texts import Texts

HERE = Path(__file__).parent
NAMES = {"zh-CN": "中文", "en": "English"}
CHANNEL_NAMES = {"telegram": "Telegram", "wechat": "WeChat 微信", "web": "Web"}


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def write(folder: Path, house: House, texts: Texts, now: datetime) -> tuple[Sheet, ...]:
    """Write every page into `folder`, which is made; what an earlier run left there is replaced.

    Returns what was written. `now` is when the shown conversations take place, aware UTC. Raises
    ValueError where a step of a dialog cannot be shown.
    """
    made = sheets(house, texts, now)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.html"):
        old.unlink()
    shutil.copyfile(WEB / "static" / "base.css", folder / "base.css")
    shutil.copyfile(HERE / "templates" / "preview.css", folder / "preview.css")
    _put(folder / "index.html", "index.html", made, None)
    for one in made:
        _put(folder / f"{one.name}.html", "sheet.html", made, one)
    return made


def _put(place: Path, template: str, made: Sequence[Sheet], shown: Sheet | None) -> None:
    values = {
        "sheets": made,
        "sheet": shown,
        "languages": NAMES,
        "channels": {name: CHANNEL_NAMES[name] for name in CHANNELS},
    }
    place.write_text(_templates().get_template(template).render(values), "utf-8")
