"""What every page is printed with: templates, and the folder of styles and scripts."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from bot.web.guard import Guard

HERE = Path(__file__).parent


@cache
def templates() -> Environment:
    """The pages' templates; what is put into them is escaped, and a missing value is an error."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["json.dumps_kwargs"] = {}  # keys stay in the order they came in
    return made


def page(name: str, values: dict[str, object], status: int = 200) -> HTMLResponse:
    """A page from a template."""
    return HTMLResponse(templates().get_template(name).render(values), status)


def static() -> BaseRoute:
    """Styles and scripts, asked for again only when they changed; mount it once."""
    files = StaticFiles(directory=HERE / "static")
    return Mount("/static", files, name="static", middleware=[Middleware(Guard, cache="no-cache")])
