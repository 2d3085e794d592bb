"""All tables on one page. Whoever changes one writes a migration; a test compares both.

Sealed columns hold what is personal; the mark beside some is how an exact value is found again.
A person is named by the integers of `chat`, `subscriber` and `service_number` everywhere else.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TextClause,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeEngine

from storage import append_only, noticing
from storage.columns import Id, Moment, Words
from storage.seal import Sealed, SealedJson

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

SUSPECTED = text("state = 'open'")
OWED_PLAN = text("stage = 'owed'")
OF_INCIDENT = text("incident IS NOT NULL")
DUE = text("due IS NOT NULL")
OPEN_TASK = text("done_at IS NULL")
CHANNEL_ID = text("message_id <> ''")
OWN_ID = text("own_message_id <> ''")
THERE = text("thread <> ''")
WAITING = text("state = 'received'")
FAILED = text("state = 'failed'")
PARKED = text("parked")
TOLD = text("kind = 'deadline' AND NOT gathered")
LISTED = text("removed_at IS NULL")
HELD_TO = text("cancelled_at IS NULL")
RUNNING = text("stage IN ('suspected', 'open') AND mark <> ''")
LIVE = text("stage NOT IN ('closed', 'dismissed')")
MASS = text("broadcast IS NOT NULL AND state <> 'sent'")
OWED = text("state IN ('pending', 'sending', 'unknown')")
_ENDED = "('archived', 'closed', 'invalid', 'survey', 'withdrawn')"
STILL_OPEN, IS_OVER = text(f"state NOT IN {_ENDED}"), text(f"state IN {_ENDED}")
# As a query says them beside other tables.
NOT_ENDED, OVER = text(f"ticket.state NOT IN {_ENDED}"), text(f"ticket.state IN {_ENDED}")
RUNS = text("stopped IS NULL AND paused IS NULL")

SIFTED = ("state", "department", "area", "level", "category", "language")  # what a queue asks of

Kind = type[TypeEngine[Any]] | TypeEngine[Any]


def _key(name: str, kind: Kind) -> Column[Any]:
    return Column(name, kind, primary_key=True)


def _has(name: str, kind: Kind) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _may(name: str, kind: Kind) -> Column[Any]:
    return Column(name, kind, nullable=True)


def _to(name: str, table: str = "", *, null: bool = False, key: bool = False) -> Column[Any]:
    """An integer that names a row of `table`, which is called like the column if not said."""
    target = ForeignKey(f"{table or name}.id")
    return Column(name, Id, target, nullable=null, primary_key=key, autoincrement=False)


def _while_kept(name: str, table: str) -> Column[Any]:
    """An integer that names a row which may be cleared away; NULL then."""
    return Column(name, Id, ForeignKey(f"{table}.id", ondelete="SET NULL"), nullable=True)


def _named(name: str, where: TextClause, *columns: str) -> Index:
    """An index on the few rows that have what is looked for."""
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


def _index_of(table: str, column: str) -> Index:
    """Finds the rows that name another, where few do: without it, each row that is removed there
    would cost a look at all of these."""
    some = text(f"{column} IS NOT NULL")
    return Index(f"ix_{table}_{column}", column, sqlite_where=some, postgresql_where=some)


subscriber = Table(
    "subscriber",
    metadata,
    _key("id", Id),
    _has("name", Sealed),
    _has("created_at", Moment),
)

chat = Table(
    "chat",
    metadata,
    _key("id", Id),
    _has("channel", Text),
    _has("bot", Text),
    _has("address_mark", Text),
    _has("address", Sealed),
    _to("subscriber"),
    _has("language", Text),
    _has("chosen_language", Boolean),
    _has("agreed", Text),  # version of the notice, "" before
    _may("agreed_at", Moment),
    _has("notify", Text),
    _has("surveys", Boolean),
    _has("reachable", Boolean),
    _has("reach", Sealed),  # another way to reach the person, "" if none
    _may("resume", Text),  # digest of the token that leads back to a web chat
    _has("created_at", Moment),
    UniqueConstraint("channel", "bot", "address_mark"),
    Index(None, "resume", unique=True),
    Index(None, "subscriber"),
)

service_number = Table(
    "service_number",
    metadata,
    _key("id", Id),
    _has("mark", Text),
    _has("number", Sealed),
    _has("created_at", Moment),
    UniqueConstraint("mark"),
)

verification = Table(
    "verification",
    metadata,
    _to("subscriber", key=True),
    _to("service_number", key=True),
    _to("chat"),
    _has("at", Moment),
    _has("how", Text),  # "contact", "code"
    Index(None, "service_number"),
)

inbox = Table(
    "inbox",
    metadata,
    _key("channel", Text),
    _key("bot", Text),
    _key("event", Text),
    _to("chat", null=True),
    _has("received_at", Moment),
    _has("state", Text),  # received, handled, parked
    _has("attempts", Integer),
    _may("raw", Sealed),  # dropped once handled
    _has("error", Text),
    _may("due_at", Moment),  # when a received event is to be stepped
    _has("doubles", Integer),  # how often it was delivered again
    Index("ix_inbox_open", "state", "received_at", sqlite_where=text("state <> 'handled'"),
          postgresql_where=text("state <> 'handled'")),
    Index("ix_inbox_waiting", "chat", "received_at", sqlite_where=WAITING,
          postgresql_where=WAITING),
)  # fmt: skip

session = Table(
    "session",
    metadata,
    _to("chat", key=True),
    _has("version", Integer),
    _has("body", Sealed),  # a draft holds numbers and names
    _has("active", Boolean),  # a dialog is in progress
    _may("due_at", Moment),
    Index(None, "due_at"),
)

message = Table(
    "message",
    metadata,
    _key("id", Id),
    _to("chat"),
    _has("at", Moment),
    _has("direction", Text),  # in, out
    _has("words", Sealed),
    _has("search", Words),  # the complaint's own words, cleaned by the caller; "" for the rest
    _has("choices", JSON),
    _to("ticket", null=True),
    _has("message_id", Text),  # the channel's, "" where it has none or the outbox knows it
    _while_kept("outbox", "outbox"),
    _has("card", Text),
    _to("edited_from", "message", null=True),
    _to("attachment", null=True),
    _has("staff_name", Text),  # who said it, where a person of the staff did
    Index(None, "chat", "id"),
    _named("ix_message_ticket", text("ticket IS NOT NULL"), "ticket", "id"),
    _named("ix_message_chat_message_id", CHANNEL_ID, "chat", "message_id"),
    _index_of("message", "outbox"),
    _index_of("message", "edited_from"),
    _index_of("message", "attachment"),
)

ticket = Table(
    "ticket",
    metadata,
    _key("id", Id),
    _has("number", Text),
    _has("revision", Integer),
    _to("chat"),
    _to("subscriber"),
    _to("service_number", null=True),
    _has("state", Text),
    _has("category", Text),
    _has("subtype", Text),
    _has("department", Text),
    _has("area", Text),  # the province whose people are meant, "" for all of them
    _to("owner", "staff", null=True),
    _has("level", Integer),
    _has("province", Text),  # GB/T 2260 codes, "" if not known
    _has("city", Text),
    _has("district", Text),
    _has("language", Text),
    _has("opened_at", Moment),
    _may("closed_at", Moment),
    _may("next_step_at", Moment),
    _may("next_due", Moment),  # the earliest `next` of its clocks: what wakes the ticker
    _to("repeat_of", "ticket", null=True),
    _may("incident", Id),  # of table incident, which goes only when no ticket names it any more
    _may("parted", Id),  # likewise: the one that it was split off from
    _has("result", Text),
    _has("story", Words),
    _has("body", JSON),
    _has("personal", SealedJson),
    UniqueConstraint("number"),
    Index(None, "next_due"),
    Index(None, "chat", "opened_at"),
    Index(None, "state", "department"),
    Index(None, "service_number"),
    Index(None, "owner"),
    _index_of("ticket", "repeat_of"),
    _named("ix_ticket_incident", text("incident IS NOT NULL"), "incident", "id"),
    _named("ix_ticket_parted", text("parted IS NOT NULL"), "parted", "id"),
    Index(None, "category", "opened_at"),
    # The queue reads these alone, and no row that it does not show.
    _named("ix_ticket_open", STILL_OPEN, "owner", *SIFTED),
    _named("ix_ticket_over", IS_OVER, "id", "owner", *SIFTED),
)

search_due = Table(
    "search_due",
    metadata,
    _key("id", Id),
    _has("ticket", Id),  # whose words are to be indexed; it may be gone by then
)

gram = Table(
    "gram",
    metadata,
    Column("block", Integer, primary_key=True, autoincrement=False),
    _key("gram", Text),
    _has("tickets", LargeBinary),  # as storage/grams.py packs them
    sqlite_with_rowid=False,
)

bulk_job = Table(
    "bulk_job",  # one act of the staff on many tickets
    metadata,
    _key("id", Id),
    _to("staff"),
    _has("act", Text),
    _has("fields", SealedJson),
    _has("language", Text),  # in which its maker is told what went wrong
    _has("at", Moment),
    _has("total", Integer),
    _may("finished_at", Moment),
    Index(None, "staff", "id"),
)

bulk_item = Table(
    "bulk_item",
    metadata,
    _to("job", "bulk_job", key=True),
    _key("place", Integer),
    _has("ticket", Id),  # it may be gone by then
    _has("number", Text),
    _has("state", Text),  # "" waits, done, refused
    _has("why", Text),
    _named("ix_bulk_item_waiting", text("state = ''"), "job", "place"),
)

incident = Table(
    "incident",
    metadata,
    _key("id", Id),
    _has("number", Text),
    _has("revision", Integer),
    _has("stage", Text),
    _has("rule", Text),
    _has("mark", Text),  # what a rule found the same in all, "" where staff opened it
    _to("owner", "staff", null=True),
    _has("found_at", Moment),
    _may("closed_at", Moment),
    _may("next_due", Moment),  # what wakes the ticker
    _has("body", JSON),
    UniqueConstraint("number"),
    Index("ix_incident_running", "mark", unique=True, sqlite_where=RUNNING,
          postgresql_where=RUNNING),
    _named("ix_incident_live", LIVE, "stage"),
    Index(None, "mark"),
    Index(None, "next_due"),
)  # fmt: skip

incident_entry = Table(
    "incident_entry",
    metadata,
    _to("incident", key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _has("at", Moment),
    _has("act", Text),
    _to("staff", null=True),
    _has("name", Text),
    _has("detail", JSON),
)

broadcast = Table(
    "broadcast",
    metadata,
    _key("id", Id),
    _to("incident"),
    _has("news", Text),
    _has("at", Moment),
    _to("staff", null=True),
    _has("name", Text),
    _has("fields", JSON),
    _has("cursor", Id),  # children up to this ticket were seen to
    _has("laid", Integer),
    _has("held", Integer),
    _has("failed", Integer),
    _has("passed", Integer),
    _may("finished_at", Moment),
    Index(None, "incident", "id"),
    _named("ix_broadcast_unfinished", text("finished_at IS NULL"), "id"),
)

timeline = Table(
    "timeline",
    metadata,
    _to("ticket", key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _has("at", Moment),
    _has("move", Text),
    _has("role", Text),
    _to("staff", null=True),
    _has("name", Text),
    _has("department", Text),
    _has("before", Text),
    _has("after", Text),
    _has("detail", SealedJson),
    Index(None, "move", "at"),
)

clock = Table(
    "clock",
    metadata,
    _to("ticket", key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _has("rule", Text),
    _has("subject", Text),
    _has("started", Moment),
    _has("due", Moment),
    _has("fired", Integer),
    _may("next", Moment),
    _may("paused", Moment),
    _has("left", Float),  # seconds
    _may("stopped", Moment),
    _has("result", Text),
    _has("provisional", Boolean),
    _named("ix_clock_running", RUNS, "ticket", "due", "rule", "stopped", "paused"),
)

score = Table(
    "score",
    metadata,
    _to("ticket", key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _has("at", Moment),
    _may("score", Integer),
    _has("solved", Text),
    _has("person", Text),
    _has("reasons", JSON),
    _has("words", Sealed),
    _has("paid", Text),
    _may("paid_minor", Integer),
)

survey = Table(
    "survey",
    metadata,
    _key("id", Id),
    _to("ticket"),
    _to("subscriber"),
    _has("at", Moment),
    Index(None, "subscriber", "at"),
    Index(None, "ticket"),
)

attachment = Table(
    "attachment",
    metadata,
    _key("id", Id),
    _to("ticket", null=True),
    _to("chat"),
    _has("kind", Text),
    _has("ref", Sealed),
    _has("name", Sealed),
    _has("mime", Text),
    _has("size", Integer),  # bytes, 0 when unknown
    _has("sha256", Text),
    _has("path", Text),
    _has("state", Text),  # wanted, kept, refused
    _has("why", Text),
    _has("at", Moment),
    _has("due_at", Moment),  # when to fetch it, or to try again
    _has("attempts", Integer),
    _has("uploader", Text),  # in, staff
    _has("shows", Text),  # the code of the evidence that it was asked for as, "" for none
    Index("ix_attachment_wanted", "due_at", sqlite_where=text("state = 'wanted'"),
          postgresql_where=text("state = 'wanted'")),
    Index(None, "ticket"),
    Index(None, "chat"),
    Index("ix_attachment_path", "path", sqlite_where=text("path <> ''"),
          postgresql_where=text("path <> ''")),
)  # fmt: skip

notice_held = Table(
    "notice_held",
    metadata,
    _key("id", Id),
    _to("ticket"),
    _to("chat"),
    _has("code", Text),
    _has("args", SealedJson),
    _has("due_at", Moment),
    _has("created_at", Moment),
    Index(None, "due_at"),
    Index(None, "ticket"),
    Index(None, "chat"),
)

outbox = Table(
    "outbox",
    metadata,
    _key("id", Id),
    _to("chat"),
    _has("seq", Integer),
    _has("priority", Integer),  # 0 answer, 1 notice, 2 broadcast
    _has("method", Text),
    _has("body", SealedJson),
    _may("file", JSON(none_as_null=True)),
    _has("card", Text),
    _while_kept("edits", "outbox"),
    _has("not_before", Moment),  # since when it waits
    _has("state", Text),  # pending, sending, sent, failed, unknown, superseded
    _has("attempts", Integer),
    _has("fence", Integer),  # of the claim under way
    _has("plain", Boolean),  # already made simpler once
    _has("message_id", Text),
    _has("error", Text),
    _has("created_at", Moment),
    _may("sent_at", Moment),
    _has("notice", Text),
    _may("broadcast", Id),  # the word to many that it is one of
    UniqueConstraint("chat", "seq"),
    Index("ix_outbox_owed", "chat", "seq", "priority", "not_before", sqlite_where=OWED,
          postgresql_where=OWED),
    Index("ix_outbox_failed", "id", sqlite_where=FAILED, postgresql_where=FAILED),
    _index_of("outbox", "edits"),
    _named("ix_outbox_broadcast", MASS, "broadcast", "state"),
)  # fmt: skip

chat_queue = Table(
    "chat_queue",
    metadata,
    _to("chat", key=True),
    _has("channel", Text),
    _has("priority", Integer),
    _may("due", Moment),  # when it is to be looked at; NULL: nothing owed
    _has("parked", Boolean),  # the person cannot be reached: what is owed is held
    _may("rest_until", Moment),  # the channel asked for this pause; nothing goes before
    _may("lease_until", Moment),
    _has("owner", Text),
    _has("fence", Integer),
    _has("heard", Integer),  # the fence under which its person last was heard of
    _has("spacing", Float),  # seconds between two messages, 0 for no limit
    _may("paced", Moment),  # how far its messages are spread into the future
    Index("ix_chat_queue_due", "channel", "priority", "due", sqlite_where=DUE,
          postgresql_where=DUE),
    Index("ix_chat_queue_next", "channel", "due", sqlite_where=DUE, postgresql_where=DUE),
    Index("ix_chat_queue_parked", "chat", sqlite_where=PARKED, postgresql_where=PARKED),
)  # fmt: skip

staff = Table(
    "staff",
    metadata,
    _key("id", Id),
    _has("name", Text),
    _has("role", Text),
    _has("department", Text),
    _has("areas", JSON),  # codes of provinces, [] for all
    _has("active", Boolean),
)

staff_entry = Table(
    "staff_entry",  # what was changed about a person of the staff, and by whom
    metadata,
    _key("id", Id),
    _to("staff"),
    _has("at", Moment),
    _to("by", "staff", null=True),  # NULL: by command
    _has("what", Text),
    _has("was", Text),
    _has("became", Text),
    Index(None, "staff", "id"),
)

shift = Table(
    "shift",  # when somebody works, week after week; who has none is there at any time
    metadata,
    _key("id", Id),
    _to("staff"),
    _has("weekday", Integer),  # 0 is Monday
    _has("starts", Integer),  # minutes of the day in the operator's zone
    _has("ends", Integer),  # not later than `starts`: on the next day
    Index(None, "staff"),
)

absence = Table(
    "absence",
    metadata,
    _key("id", Id),
    _to("staff"),
    _has("starts", Moment),
    _may("ends", Moment),  # NULL: until further notice
    _has("reason", Text),
    _to("stand_in", "staff", null=True),
    _to("added_by", "staff", null=True),
    _has("added_at", Moment),
    Index(None, "staff", "starts"),
    Index(None, "ends"),
)

sign_in = Table(
    "sign_in",
    metadata,
    _key("token", Text),  # digest
    _to("staff"),
    _has("expires", Moment),
    _may("used_at", Moment),
)

desk_session = Table(
    "desk_session",
    metadata,
    _key("token", Text),  # digest
    _to("staff"),
    _has("expires", Moment),
)

task = Table(
    "task",
    metadata,
    _key("id", Id),
    _has("kind", Text),
    _has("role", Text),
    _to("ticket", null=True),
    _to("chat", null=True),
    _has("due_at", Moment),
    _has("words", Sealed),
    _has("created_at", Moment),
    _may("done_at", Moment),
    _to("by", "staff", null=True),
    _has("count", Integer),  # how often it was asked for while it was open
    _has("gathered", Boolean),  # one of many at once: shown as a number, not as a line
    _named("ix_task_told", TOLD, "role", "created_at"),
    Index("ix_task_open", "kind", "due_at", sqlite_where=OPEN_TASK,
          postgresql_where=OPEN_TASK),
    Index(None, "ticket"),
    Index(None, "chat"),
)  # fmt: skip

staff_account = Table(
    "staff_account",
    metadata,
    _to("staff", key=True),
    _has("mark", Text),
    _has("account", Sealed),  # the Telegram id of their account
    _has("linked_at", Moment),
    UniqueConstraint("mark"),
)

account_link = Table(
    "account_link",
    metadata,
    _key("token", Text),  # digest
    _to("staff"),
    _has("expires", Moment),
    _may("used_at", Moment),
    Index(None, "staff"),
)

group_topic = Table(
    "group_topic",
    metadata,
    _key("id", Id),
    _to("chat"),
    _has("subject", Text),  # "department:CODE", "ticket:ID"
    _to("ticket", null=True),
    _has("thread", Text),  # Telegram's id of it, "" while it does not stand there
    _has("name", Text),  # as it is called there
    _has("closed", Boolean),
    UniqueConstraint("chat", "subject"),
    _named("ix_group_topic_chat_thread", THERE, "chat", "thread"),
    _index_of("group_topic", "ticket"),
)

staff_card = Table(
    "staff_card",
    metadata,
    _to("ticket", key=True),
    _to("chat"),
    _has("revision", Integer),  # of the ticket, as it was drawn last
    _may("due", Moment),  # since when it wants to be drawn anew; NULL: it is as it should be
    _has("tries", Integer),  # that were refused, since one was taken
    _to("topic", "group_topic", null=True),  # where the card in the department's topic stands
    _has("message_id", Text),
    _has("drawn", Text),  # digest of what it shows
    _has("own_message_id", Text),  # the same of the card in the ticket's own topic
    _has("own_drawn", Text),
    _has("fed", Id),  # words of its subscriber up to this message stand in its own topic
    _named("ix_staff_card_due", DUE, "chat", "due"),
    _named("ix_staff_card_chat_message_id", CHANNEL_ID, "chat", "message_id"),
    _named("ix_staff_card_chat_own_message_id", OWN_ID, "chat", "own_message_id"),
    _index_of("staff_card", "topic"),
)

staff_draft = Table(
    "staff_draft",
    metadata,
    _key("id", Id),
    _to("chat"),  # the group
    _to("staff"),
    _to("ticket"),
    _has("kind", Text),
    _has("rev", Integer),  # its own: what its buttons name
    _has("body", SealedJson),  # what was chosen and written so far
    _has("thread", Text),  # the topic in which it stands
    _while_kept("outbox", "outbox"),  # the row that brought it there
    _has("message_id", Text),  # and the message's id, once a press has named it
    _may("after", Id),  # of what was sent: messages of the chat after this one,
    _may("upto", Id),  # up to this one, are its words; NULL while it is not sent
    _has("changed_at", Moment),
    Index(None, "staff", "chat"),
    Index(None, "ticket"),
    Index(None, "changed_at"),
    _index_of("staff_draft", "outbox"),
)

group_watch = Table(
    "group_watch",
    metadata,
    _to("ticket", key=True),
    _may("due", Moment),  # when its card reads otherwise, or somebody is to be called
    _has("told", Text),  # what people were called for already, one a line
    _may("called_at", Moment),
    _named("ix_group_watch_due", DUE, "due"),
)

digest = Table(
    "digest",
    metadata,
    _to("staff", key=True),
    _key("day", Date),
    _has("at", Moment),
    _has("body", JSON),
)

contact = Table(
    "contact",
    metadata,
    _key("id", Id),
    _to("chat"),
    _has("at", Moment),
    _has("kind", Text),  # inquiry, consultation, suspected, company
    _has("article", Text),  # the code of the one shown last, "" if none
    _has("outcome", Text),  # "" while it goes on
    Index(None, "at"),
    Index(None, "chat", "id"),
)

key_account = Table(
    "key_account",
    metadata,
    _key("id", Id),
    _to("service_number"),
    _has("name", Sealed),
    _has("added_at", Moment),
    _to("added_by", "staff", null=True),  # NULL: by command
    _may("removed_at", Moment),
    _to("removed_by", "staff", null=True),
    Index("ix_key_account_listed", "service_number", unique=True, sqlite_where=LISTED,
          postgresql_where=LISTED),
    Index(None, "service_number"),
)  # fmt: skip

canned = Table(
    "canned",
    metadata,
    _key("id", Id),
    _to("staff", null=True),  # NULL: everybody's
    _has("title", Text),
    _has("words", JSON),  # by language
    _has("categories", JSON),
    _has("departments", JSON),
    _has("by", Text),
    _has("at", Moment),
    Index(None, "staff"),
)

planned = Table(
    "planned",
    metadata,
    _key("id", Id),
    _has("areas", JSON),  # GB/T 2260 codes, [] for everywhere
    _has("categories", JSON),
    _has("starts", Moment),
    _has("ends", Moment),
    _may("announced_at", Moment),  # NULL: the public was not told
    _has("words", JSON),  # by language
    _has("added_at", Moment),
    _has("added_by", Text),
    _may("cancelled_at", Moment),
    _named("ix_planned_ends", HELD_TO, "ends"),
)

planned_entry = Table(
    "planned_entry",
    metadata,
    _key("id", Id),
    _to("planned"),
    _has("at", Moment),
    _has("name", Text),
    _to("staff", null=True),  # NULL: by command
    _has("what", Text),  # added, moved, cancelled
    _may("was", Moment),  # the end before it was moved
    _may("became", Moment),
    _has("reason", Words),
    Index(None, "planned", "id"),
)

service_ending = Table(
    "service_ending",
    metadata,
    _key("id", Id),
    _has("service", Text),
    _has("places", Text),  # GB/T 2260 codes in order with commas between, "" for everywhere
    _has("words", JSON),  # what else people call it
    _may("announced_at", Moment),  # NULL: it was never announced
    _has("ends_at", Moment),
    _has("added_at", Moment),
    UniqueConstraint("service", "places", "ends_at"),
    Index(None, "ends_at"),
)

reminder = Table(
    "reminder",
    metadata,
    _key("id", Id),
    _to("service_number"),
    _has("kind", Text),
    _has("month", Date),  # its first day
    _has("threshold", Text),  # what was reached, as the log says it, "" if it says nothing
    _has("sent_at", Moment),
    UniqueConstraint("service_number", "month", "kind", "threshold", "sent_at"),
    Index(None, "month"),
)

reminder_month = Table(
    "reminder_month",
    metadata,
    _key("kind", Text),
    _key("month", Date),
    _has("loaded_at", Moment),
)

call_back = Table(
    "call_back",  # a call after a low score, and what came of it
    metadata,
    _key("id", Id),
    _to("ticket"),
    _has("at", Moment),
    _to("staff", null=True),
    _has("score", Integer),
    _has("due_at", Moment),
    _has("reached", Boolean),
    _has("came", Text),  # what came of it, "" where nobody was reached
    _has("in_time", Boolean),
    _has("words", Sealed),
    Index(None, "ticket"),
    Index(None, "at"),
)

suspect = Table(
    "suspect",  # a talk that sounds like a complaint and became none
    metadata,
    _key("id", Id),
    _to("chat"),
    _has("first", Id),  # of table message, whose rows are cleared away
    _has("last", Id),
    _has("at", Moment),  # of the last
    _has("signs", Text),  # why it sounds like one, with commas between
    _has("state", Text),  # open, filed, dismissed
    _to("staff", null=True),
    _may("ended_at", Moment),
    _has("reason", Words),
    Index(None, "chat", "last"),
    Index(None, "at"),
    _named("ix_suspect_open", SUSPECTED, "at"),
)

training_case = Table(
    "training_case",
    metadata,
    _to("ticket", key=True),
    _has("month", Date),  # its first day
    _to("staff"),
    _has("at", Moment),
    _has("lesson", Words),
    Index(None, "month", "at"),
)

outside_case = Table(
    "outside_case",  # what an outside body has or had of a ticket, found by its dates
    metadata,
    _to("ticket", key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),  # on the ticket, from 1
    _has("kind", Text),  # appeal, referral
    _has("received", Moment),
    _may("due", Moment),  # by when the body wants our answer
    _may("answered", Moment),
    _may("ended", Moment),
    _has("outcome", Text),
    _may("kept_until", Moment),
    _has("held", Boolean),  # nothing of its ticket is removed
    Index(None, "received"),
    Index(None, "ended"),
    _named("ix_outside_case_open", text("ended IS NULL"), "due"),
    _named("ix_outside_case_held", text("held"), "kept_until"),
)

body_reply = Table(
    "body_reply",  # drafts of our answers to outside bodies
    metadata,
    _key("id", Id),
    _to("ticket"),
    _has("place", Integer),  # of the case on its ticket
    _has("at", Moment),
    _to("staff"),
    _has("language", Text),
    _has("words", Sealed),
    _may("sent_at", Moment),
    Index(None, "ticket", "place"),
)

corrective = Table(
    "corrective",
    metadata,
    _key("id", Id),
    _has("number", Text),
    _has("revision", Integer),
    _has("stage", Text),
    _has("department", Text),
    _has("mark", Text),  # the matter that it is about: what is of one mark and owed is one action
    _may("incident", Id),  # the incident whose tickets it stands for; that one may be gone
    _to("owner", "staff", null=True),
    _has("opened_at", Moment),
    _may("due_at", Moment),  # by when the next thing is owed, NULL once it is over
    _may("next_due", Moment),  # what wakes the ticker
    _may("closed_at", Moment),
    _has("body", JSON),
    UniqueConstraint("number"),
    Index("ix_corrective_incident", "incident", unique=True, sqlite_where=OF_INCIDENT,
          postgresql_where=OF_INCIDENT),
    _named("ix_corrective_owed", OWED_PLAN, "mark"),
    Index(None, "stage", "due_at"),
    Index(None, "next_due"),
    Index(None, "closed_at"),
)  # fmt: skip

corrective_ticket = Table(
    "corrective_ticket",
    metadata,
    _to("ticket", key=True),
    _to("corrective"),
    Index(None, "corrective", "ticket"),
)

corrective_entry = Table(
    "corrective_entry",
    metadata,
    _to("corrective", key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _has("at", Moment),
    _has("act", Text),
    _to("staff", null=True),
    _has("name", Text),
    _has("detail", JSON),
    Index(None, "act", "at"),
)

store_inspection = Table(
    "store_inspection",
    metadata,
    _key("id", Id),
    _has("store", Text),  # its code in the catalogue
    _has("day", Date),
    _has("points", Integer),  # tenths of a point, 0 to 1000
    _has("inspector", Text),
    _has("words", Words),
    _has("at", Moment),
    _to("staff", null=True),
    _has("name", Text),  # of who entered it
    Index(None, "day", "store"),
)

lease = Table(
    "lease",
    metadata,
    _key("name", Text),
    _has("owner", Text),
    _has("fence", Integer),
    _has("until", Moment),
)

idempotency = Table(
    "idempotency",
    metadata,
    _key("key", Text),
    _has("hash", Text),
    _has("answer", SealedJson),
    _has("at", Moment),
    Index(None, "at"),
)

workday = Table(
    "workday",
    metadata,
    _key("date", Date),
    _has("is_work", Boolean),
    _has("source", Text),
)

workday_year = Table(
    "workday_year",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    _has("confirmed", Boolean),  # its holidays are published and all in `workday`
    _has("seeded", Boolean),  # a package's table of it was taken in
)

workday_change = Table(
    "workday_change",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),  # grows with the commits
    _has("at", Moment),
    _has("year", Integer),
    _may("day", Date),  # NULL: about the year as a whole
    _has("was", Text),
    _has("became", Text),
    _has("name", Text),
    _to("staff", null=True),
    _has("reason", Words),
    Index(None, "year", "id"),
)

counter = Table(
    "counter",
    metadata,
    _key("name", Text),
    _has("value", Id),
)

setting = Table(
    "setting",
    metadata,
    _key("name", Text),
    _has("value", SealedJson),
)

addend = Table(
    "addend",
    metadata,
    _to("ticket", key=True),
    _key("measure", Text),
    _key("key", Text),
    _key("day", Date),
    _has("category", Text),
    _has("department", Text),
    _has("value", Id),
    Index(None, "measure", "key", "day", "ticket"),
    sqlite_with_rowid=False,  # so that the index holds the ticket too, and lists read nothing else
)

figure_day = Table(
    "figure_day",
    metadata,
    _key("measure", Text),
    _key("day", Date),
    _key("category", Text),
    _key("department", Text),
    _key("key", Text),
    _has("value", Id),
    sqlite_with_rowid=False,
)

figure_due = Table(
    "figure_due",
    metadata,
    Column("ticket", Id, primary_key=True, autoincrement=False),  # which may be gone by now
    _has("times", Integer),  # how often it changed since it was counted
)

append_only.refuse_changes(metadata)
noticing.watch(metadata)
