"""The staff's desk in the browser: its routes. Every one but the first asks who is there."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from bot.web import (
    desk_calendar,
    desk_digest,
    desk_files,
    desk_incident_new,
    desk_incident_pages,
    desk_incident_posts,
    desk_incidents,
    desk_keys,
    desk_pages,
    desk_planned,
    desk_posts,
    desk_promises,
)
from bot.web.desk_visit import Handler, arriving, sign_out, signed_in, speaking
from bot.web.door import Door
from bot.web.guard import Guard

GET, POST = "GET", "POST"
WAYS: tuple[tuple[str, str, Handler], ...] = (
    ("/desk/out", POST, sign_out),
    ("/desk/tasks", GET, desk_pages.tasks),
    ("/desk/task/{id:int}/done", POST, desk_posts.task_done),
    ("/desk/task/{id:int}/number", POST, desk_posts.task_number),
    ("/desk/keys", GET, desk_keys.page),
    ("/desk/keys", POST, desk_keys.add),
    ("/desk/keys/{id:int}/remove", POST, desk_keys.remove),
    ("/desk/incidents", GET, desk_incidents.page),
    ("/desk/incidents/new", GET, desk_incident_new.page),
    ("/desk/incidents/new", POST, desk_incident_new.put),
    ("/desk/incident/{id:int}", GET, desk_incident_pages.page),
    ("/desk/incident/{id:int}/do/{act}", POST, desk_incident_posts.do),
    ("/desk/t/{number}", GET, desk_pages.ticket),
    ("/desk/t/{number}/do/{move}", POST, desk_posts.do),
    ("/desk/t/{number}/number", POST, desk_posts.number),
    ("/desk/t/{number}/join", POST, desk_posts.join),
    ("/desk/t/{number}/hand-back", POST, desk_posts.hand_back),
    ("/desk/c/{chat:int}", GET, desk_pages.chat),
    ("/desk/c/{chat:int}/join", POST, desk_posts.chat_join),
    ("/desk/c/{chat:int}/hand-back", POST, desk_posts.chat_hand_back),
    ("/desk/c/{chat:int}/say", POST, desk_posts.chat_say),
    ("/desk/c/{chat:int}/paper/{row:int}", GET, desk_files.paper),
    ("/desk/file/{id:int}", GET, desk_files.file),
    ("/desk/digest", GET, desk_digest.page),
    ("/desk/late", GET, desk_pages.late),
    ("/desk/promises", GET, desk_promises.page),
    ("/desk/calendar", GET, desk_calendar.page),
    ("/desk/calendar/day", POST, desk_calendar.change_day),
    ("/desk/calendar/year", POST, desk_calendar.change_year),
    ("/desk/calendar/import", POST, desk_calendar.take),
    ("/desk/planned", GET, desk_planned.page),
    ("/desk/planned", POST, desk_planned.add),
    ("/desk/planned/{id:int}/end", POST, desk_planned.move_end),
    ("/desk/planned/{id:int}/cancel", POST, desk_planned.cancel),
)


def routes(door: Door) -> list[BaseRoute]:
    """Every route of the desk, guarded; the static files are mounted by `page.static`."""
    guard = [Middleware(Guard, public_url=door.public_url)]
    home = Route("/desk", arriving(door, desk_pages.queue), methods=[GET], middleware=guard)
    language = Route("/desk/language", speaking(door), methods=[POST], middleware=guard)
    signed = (
        Route(path, signed_in(door, handler), methods=[method], middleware=guard)
        for path, method, handler in WAYS
    )
    return [home, language, *signed]
