"""What the subscriber says, as it stands in the ticket's own topic: words, pictures, voice.

Words that came together are one message. What staff wrote to them elsewhere stands there too; what
was written in the group stands there already.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from mimetypes import guess_extension
from zoneinfo import ZoneInfo

from bot.group.carding import told
from bot.group.saying import Words
from bot.stage import Work
from dialogs import answers
from dialogs.model import Arg, Json, Phrase
from dialogs.tickets.showing import hide
from dialogs.tickets.ticket import Ticket
from storage import files, messages, staff_drafts
from storage.files import Attachment
from storage.messages import Said

MOST = 50  # messages looked at at once
ROOM = 3000  # characters of one message in the topic
ARRIVING = timedelta(minutes=10)  # for so long a file is waited for
PICTURE = 10 * 1024 * 1024  # bytes that Telegram takes as a picture
# What Telegram shows or plays; all else is a document.
METHODS = {
    "image/jpeg": "sendPhoto",
    "image/png": "sendPhoto",
    "audio/ogg": "sendVoice",
    "video/mp4": "sendVideo",
}
KEPT = "kept"  # the kind of an outgoing file; after a colon, which attachment


@dataclass(frozen=True, slots=True)
class Fed:
    """Words for a ticket's own topic: what came up to the message `upto`, as far as it is new.

    `words` None: nothing of it is to stand there. With a `file` they are its caption; `method` is
    what sends it.
    """

    words: Words | None
    upto: int
    file: Mapping[str, Json] | None = None
    method: str = ""


def feed(work: Work, ticket: Ticket, after: int) -> Fed | None:
    """What is next to stand in the topic, None while there is nothing."""
    said = messages.of_ticket(work.c, ticket.id, after, MOST)
    spans = staff_drafts.spans(work.c, ticket.id)
    lines: list[str] = []
    upto = after
    for one in said:
        kept = files.load(work.c, one.attachment) if one.attachment else None
        if kept is not None and _arriving(work, kept):
            break
        if kept is not None and kept.state == "kept":
            return _joined(lines, upto) if lines else _file(work, one, kept)
        line = _line(work, one, spans) if kept is None else _absent(work, one, kept)
        if lines and sum(map(len, lines)) + len(line) > ROOM:
            break
        lines += [line] if line else []
        upto = one.id
    if upto == after:
        return None
    return _joined(lines, upto)


def _joined(lines: Sequence[str], upto: int) -> Fed:
    return Fed(Words("\n".join(lines)) if lines else None, upto)


def _file(work: Work, one: Said, kept: Attachment) -> Fed:
    """A picture, a voice, a film or a document, with what was said with it."""
    method = METHODS.get(kept.mime, "sendDocument")
    if method == "sendPhoto" and kept.size > PICTURE:
        method = "sendDocument"
    caption = told(work, Phrase("group-fed-file", _with(work, one, kept))).strip()
    ending = guess_extension(kept.mime) or ""
    name = kept.name or f"{kept.kind}-{kept.id}{ending}"
    file: dict[str, Json] = {"kind": f"{KEPT}:{kept.id}", "ticket": one.ticket or 0, "name": name}
    return Fed(Words(caption), one.id, file, method)


def _with(work: Work, one: Said, kept: Attachment) -> dict[str, Arg]:
    kind = Phrase(f"desk-file-{kept.kind}")
    return {"at": _clock(work, one), "kind": kind, "words": _hidden(one)}


def _arriving(work: Work, kept: Attachment) -> bool:
    """A file that is still being fetched holds up what was said after it, for a while."""
    return kept.state == "wanted" and work.now - kept.at < ARRIVING


def _line(work: Work, one: Said, spans: Sequence[tuple[int, int]]) -> str:
    """A message as a line; "" for one that is not to stand there."""
    theirs = one.direction == "in"
    if not theirs and (not one.staff_name or any(a < one.id <= b for a, b in spans)):
        return ""
    words = _hidden(one)
    if not words:
        return ""
    args: dict[str, Arg] = {"at": _clock(work, one), "words": words, "name": one.staff_name}
    if not theirs:
        return told(work, Phrase("group-fed-staff", args))
    edited = "group-fed-edited" if one.edited_from else "group-fed"
    return told(work, Phrase(edited, args))


def _hidden(one: Said) -> str:
    """Their words, without what has no business in a group."""
    return hide(answers.private_numbers(one.words)[0]).strip()


def _clock(work: Work, one: Said) -> str:
    return f"{one.at.astimezone(ZoneInfo(work.stage.house.zone)):%H:%M}"


def _absent(work: Work, one: Said, kept: Attachment) -> str:
    """What is said of a file that is not there."""
    return told(work, Phrase("group-fed-absent", _with(work, one, kept))).strip()
