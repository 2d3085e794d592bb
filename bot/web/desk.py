"""The staff's desk in the browser: its routes. Every one but the first asks who is there."""

from collections.abc import Collection

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web import (
    desk_appeals,
    desk_approvals,
    desk_bulk,
    desk_calendar,
    desk_call,
    desk_call_backs,
    desk_call_papers,
    desk_canned,
    desk_cases,
    desk_catalogue,
    desk_corrective,
    desk_corrective_posts,
    desk_digest,
    desk_figure_list,
    desk_figures,
    desk_files,
    desk_group,
    desk_handed,
    desk_incident_new,
    desk_incident_pages,
    desk_incident_posts,
    desk_incidents,
    desk_kept,
    desk_keys,
    desk_live,
    desk_new,
    desk_note,
    desk_pages,
    desk_planned,
    desk_posts,
    desk_promises,
    desk_quality,
    desk_reply,
    desk_report,
    desk_staff,
    desk_staff_posts,
    desk_stores,
)
from bot.web.desk_visit import Handler, Visit, arriving, sign_out, signed_in, speaking
from bot.web.door import Door
from bot.web.guard import Guard
from dialogs.tickets.guards import LEADS, STAFF
from dialogs.tickets.ticket import Role

GET, POST = "GET", "POST"

# Every way names who may go it (DESIGN §6); what else must hold is asked in the transaction.
WAYS: tuple[tuple[str, str, Handler, Collection[Role]], ...] = (
    ("/desk/out", POST, sign_out, STAFF),
    ("/desk/live", GET, desk_live.live, STAFF),
    ("/desk/writing", POST, desk_live.writing, STAFF),
    ("/desk/bulk", GET, desk_bulk.page, STAFF),
    ("/desk/bulk", POST, desk_bulk.put, STAFF),
    ("/desk/tasks", GET, desk_pages.tasks, STAFF),
    ("/desk/task/{id:int}/done", POST, desk_posts.task_done, STAFF),
    ("/desk/task/{id:int}/number", POST, desk_posts.task_number, STAFF),
    ("/desk/keys", GET, desk_keys.page, LEADS),
    ("/desk/keys", POST, desk_keys.add, LEADS),
    ("/desk/keys/{id:int}/remove", POST, desk_keys.remove, LEADS),
    ("/desk/incidents", GET, desk_incidents.page, STAFF),
    ("/desk/incidents/new", GET, desk_incident_new.page, LEADS),
    ("/desk/incidents/new", POST, desk_incident_new.put, LEADS),
    ("/desk/incident/{id:int}", GET, desk_incident_pages.page, STAFF),
    ("/desk/incident/{id:int}/do/{act}", POST, desk_incident_posts.do, STAFF),
    ("/desk/t/{number}", GET, desk_pages.ticket, STAFF),
    ("/desk/forms", GET, desk_kept.page, LEADS),
    ("/desk/forms/{file}", GET, desk_kept.take, LEADS),
    ("/desk/forms/{file}", POST, desk_kept.take_whole, LEADS),
    ("/desk/t/{number}/forms", GET, desk_kept.ticket_page, STAFF),
    ("/desk/t/{number}/form/{file}", GET, desk_kept.take_ticket, STAFF),
    ("/desk/t/{number}/form/{file}", POST, desk_kept.take_ticket_whole, STAFF),
    ("/desk/t/{number}/do/{move}", POST, desk_posts.do, STAFF),
    ("/desk/t/{number}/number", POST, desk_posts.number, STAFF),
    ("/desk/t/{number}/join", POST, desk_posts.join, STAFF),
    ("/desk/t/{number}/hand-back", POST, desk_posts.hand_back, STAFF),
    ("/desk/t/{number}/call", GET, desk_call.page, STAFF),
    ("/desk/t/{number}/call/told", POST, desk_call.told, STAFF),
    ("/desk/t/{number}/call/says", POST, desk_call.says, STAFF),
    ("/desk/t/{number}/call/paper", POST, desk_call_papers.put, STAFF),
    ("/desk/t/{number}/call/link", POST, desk_call.link, STAFF),
    ("/desk/t/{number}/note", GET, desk_note.page, STAFF),
    ("/desk/t/{number}/note", POST, desk_note.put, STAFF),
    ("/desk/t/{number}/outside/{place:int}", GET, desk_reply.page, STAFF),
    ("/desk/t/{number}/outside/{place:int}", POST, desk_reply.put, STAFF),
    ("/desk/appeals", GET, desk_appeals.page, STAFF),
    ("/desk/quality", GET, desk_quality.page, LEADS),
    ("/desk/quality/{id:int}/dismiss", POST, desk_quality.dismiss, LEADS),
    ("/desk/cases", GET, desk_cases.page, STAFF),
    ("/desk/cases", POST, desk_cases.put, LEADS),
    ("/desk/cases/{id:int}/remove", POST, desk_cases.remove, LEADS),
    ("/desk/corrective", GET, desk_corrective.page, STAFF),
    ("/desk/corrective/{id:int}", GET, desk_corrective.action, STAFF),
    ("/desk/corrective/{id:int}/do/{act}", POST, desk_corrective_posts.do, STAFF),
    ("/desk/stores", GET, desk_stores.page, STAFF),
    ("/desk/stores", POST, desk_stores.add, LEADS),
    ("/desk/stores/import", POST, desk_stores.take, LEADS),
    ("/desk/stores/file/{kind}", GET, desk_stores.file, STAFF),
    ("/desk/new", GET, desk_new.page, STAFF),
    ("/desk/new", POST, desk_new.put, STAFF),
    ("/desk/c/{chat:int}", GET, desk_pages.chat, STAFF),
    ("/desk/c/{chat:int}/join", POST, desk_posts.chat_join, STAFF),
    ("/desk/c/{chat:int}/hand-back", POST, desk_posts.chat_hand_back, STAFF),
    ("/desk/c/{chat:int}/say", POST, desk_posts.chat_say, STAFF),
    ("/desk/c/{chat:int}/paper/{row:int}", GET, desk_files.paper, STAFF),
    ("/desk/file/{id:int}", GET, desk_files.file, STAFF),
    ("/desk/t/{number}/handed/{kind}", POST, desk_handed.take, STAFF),
    ("/desk/digest", GET, desk_digest.page, STAFF),
    ("/desk/figures", GET, desk_figures.page, LEADS),
    ("/desk/figures/tickets", GET, desk_figure_list.page, LEADS),
    ("/desk/figures/{page}", GET, desk_figures.page, LEADS),
    ("/desk/figures/{page}/{file}", GET, desk_figures.file, LEADS),
    ("/desk/report", GET, desk_report.page, LEADS),
    ("/desk/report/{page}", GET, desk_report.page, LEADS),
    ("/desk/report/file/{file}", GET, desk_report.file, LEADS),
    ("/desk/answers", GET, desk_canned.page, STAFF),
    ("/desk/answers", POST, desk_canned.keep, STAFF),
    ("/desk/answers/{id:int}/remove", POST, desk_canned.remove, STAFF),
    ("/desk/late", GET, desk_pages.late, STAFF),
    ("/desk/approvals", GET, desk_approvals.page, LEADS),
    ("/desk/approvals/{number}/{move}", POST, desk_approvals.decide, LEADS),
    ("/desk/call-backs", GET, desk_call_backs.page, LEADS),
    ("/desk/call-backs/{id:int}", POST, desk_call_backs.called, LEADS),
    ("/desk/call-backs/{id:int}/number", POST, desk_call_backs.number, LEADS),
    ("/desk/catalogue", GET, desk_catalogue.page, STAFF),
    ("/desk/catalogue", POST, desk_catalogue.check, LEADS),
    ("/desk/staff", GET, desk_staff.page, STAFF),
    ("/desk/staff", POST, desk_staff_posts.add, LEADS),
    ("/desk/staff/{id:int}", GET, desk_staff.person, STAFF),
    ("/desk/staff/{id:int}/change", POST, desk_staff_posts.change, LEADS),
    ("/desk/staff/{id:int}/link", POST, desk_staff_posts.link, LEADS),
    ("/desk/staff/{id:int}/shifts", POST, desk_staff_posts.shifts, LEADS),
    ("/desk/staff/{id:int}/absent", POST, desk_staff_posts.absent, STAFF),
    ("/desk/staff/{id:int}/back/{absence:int}", POST, desk_staff_posts.back, STAFF),
    ("/desk/staff/{id:int}/load", POST, desk_staff_posts.load, LEADS),
    ("/desk/staff/{id:int}/leave", POST, desk_staff_posts.leave, LEADS),
    ("/desk/staff/{id:int}/return", POST, desk_staff_posts.come_back, LEADS),
    ("/desk/telegram", GET, desk_group.page, STAFF),
    ("/desk/telegram", POST, desk_group.link, STAFF),
    ("/desk/telegram/unlink", POST, desk_group.unlink, STAFF),
    ("/desk/promises", GET, desk_promises.page, STAFF),
    ("/desk/calendar", GET, desk_calendar.page, STAFF),
    ("/desk/calendar/day", POST, desk_calendar.change_day, LEADS),
    ("/desk/calendar/year", POST, desk_calendar.change_year, LEADS),
    ("/desk/calendar/import", POST, desk_calendar.take, LEADS),
    ("/desk/planned", GET, desk_planned.page, STAFF),
    ("/desk/planned", POST, desk_planned.add, LEADS),
    ("/desk/planned/{id:int}/end", POST, desk_planned.move_end, LEADS),
    ("/desk/planned/{id:int}/cancel", POST, desk_planned.cancel, LEADS),
)


def routes(door: Door) -> list[BaseRoute]:
    """Every route of the desk, guarded; the static files are mounted by `page.static`."""
    guard = [Middleware(Guard, public_url=door.public_url)]
    home = Route("/desk", arriving(door, desk_pages.queue), methods=[GET], middleware=guard)
    language = Route("/desk/language", speaking(door), methods=[POST], middleware=guard)
    signed = (
        Route(path, signed_in(door, handler, who), methods=[method], middleware=guard)
        for path, method, handler, who in WAYS
    )
    lost = Route("/desk/{rest:path}", signed_in(door, nowhere), methods=[GET], middleware=guard)
    return [home, language, *signed, lost]


async def nowhere(_visit: Visit) -> Response:
    """GET an address that is no page, or one that is only posted to: 404, as a page of ours."""
    raise HTTPException(404)
