"""Whether a complaint is about an incident: its category, its place, what it names."""

import unicodedata

from dialogs.incidents.incident import Incident
from dialogs.tickets.ticket import Filing, Where


def codes(where: Where | None) -> tuple[str, ...]:
    """The codes of a place from the widest to the narrowest, as far as they are known."""
    known = (where.province, where.city, where.district) if where is not None else ()
    return tuple(one for one in known if one)


def fits(incident: Incident, filing: Filing) -> bool:
    """Whether the complaint is one of the incident's; a place that is not known is none of it, nor
    one that its subscriber wants answered by itself.

    Of a district that lies in the incident's city or province the complaint's own codes tell.
    """
    if filing.category not in incident.categories or filing.alone:
        return False
    if incident.subtypes and filing.subtype not in incident.subtypes:
        return False
    if incident.areas and not set(codes(filing.where)) & set(incident.areas):
        return False
    return not incident.campaign or names(incident.campaign, filing.story)


def names(campaign: str, story: str) -> bool:
    """Whether a story names the offer or campaign."""
    return _plain(campaign) in _plain(story)


def _plain(words: str) -> str:
    """For comparing names as people write them: width, case and blanks aside."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())
