"""Checks N1 and N2: was maintenance, or the end of a service, announced early enough?"""

from datetime import datetime, timedelta

from dialogs.incidents.planned import Notice, Planned, covers, notice, notice_given
from dialogs.model import Arg, Moment, Phrase
from dialogs.tickets.looking import DAY, Hint, Look, Verdict
from dialogs.tickets.records import Ending

HOUR = timedelta(hours=1)
NO_NOTICE = "NET-P:no_notice"
PLANNED = Phrase("hint-from-planned")


def maintenance(look: Look) -> Hint | None:
    """Whether the work that explains it was announced in time; None where none does, unless that
    is the very matter."""
    work = look.records.named or next(iter(works(look)), None)
    least = look.house.catalogue.planned.notice
    if work is None:
        direct = f"{look.filing.category}:{look.filing.subtype}" == NO_NOTICE
        unknown = Phrase("hint-n1-unknown", {"ahead": _hours(least)})
        return look.found(Verdict.UNKNOWN, PLANNED, unknown) if direct else None
    met = max(work.starts, look.span[0])
    given = notice_given(work, met)
    told: dict[str, Arg] = {"begins": Moment(work.starts), "ahead": _hours(least)}
    if given is None or work.announced_at is None:
        return look.found(Verdict.FAILED, _from(work, look), Phrase("hint-n1-none", told))
    told |= {"announced": Moment(work.announced_at), "hours": given}
    if notice(work, met, least) is Notice.SHORT:
        return look.found(Verdict.FAILED, _from(work, look), Phrase("hint-n1-short", told))
    return look.found(Verdict.PASSED, _from(work, look), Phrase("hint-n1-kept", told))


def works(look: Look) -> list[Planned]:
    """The announced work that explains the ticket, what began nearest to it first."""
    first, last = look.span
    return sorted(
        (one for one in look.records.works if _explains(one, first, last, look)),
        key=lambda one: (abs(one.starts - first), one.id),
    )


def _explains(work: Planned, first: datetime, last: datetime, look: Look) -> bool:
    """Whether it was done at a moment of the matter: of a day, where no hour is known."""
    return covers(work, look.filing.category, look.codes, min(max(first, work.starts), last))


def _from(work: Planned, look: Look) -> Phrase:
    if look.records.named is work and look.records.incident:
        return Phrase("hint-from-incident", {"no": look.records.incident})
    return Phrase("hint-from-work", {"id": str(work.id)}) if work.id else PLANNED


def _hours(span: timedelta) -> int:
    return int(span // HOUR)


def ending(look: Look) -> Hint:
    """Whether the end of the service that is named was announced in time."""
    told = _said(look)
    named = [one for one in look.records.endings if _names(one, told) and _where(one, look)]
    ahead = look.check.ahead // DAY
    source = Phrase("hint-from-endings")
    if not named:
        return look.found(Verdict.UNKNOWN, source, Phrase("hint-n2-unknown", {"ahead": ahead}))
    one = min(named, key=lambda known: abs(known.ends_at - look.span[0]))
    about: dict[str, Arg] = {
        "service": one.service,
        "ends": Moment(one.ends_at, day_only=True),
        "ahead": ahead,
    }
    if one.announced_at is None:
        return look.found(Verdict.FAILED, source, Phrase("hint-n2-none", about))
    gap = look.day(one.ends_at) - look.day(one.announced_at)
    about |= {"announced": Moment(one.announced_at, day_only=True), "days": max(0, gap.days)}
    if gap < look.check.ahead:
        return look.found(Verdict.FAILED, source, Phrase("hint-n2-short", about))
    return look.found(Verdict.PASSED, source, Phrase("hint-n2-kept", about))


def _said(look: Look) -> str:
    answers = (str(one) for one in look.filing.answers.values())
    return "\n".join((look.filing.story, *answers)).casefold()


def _names(one: Ending, told: str) -> bool:
    return any(word.casefold() in told for word in (one.service, *one.words) if word)


def _where(one: Ending, look: Look) -> bool:
    """Whether it ended where the ticket is; a place that is not known rules none out."""
    codes = look.codes
    return not one.areas or not codes or not codes.isdisjoint(one.areas)
