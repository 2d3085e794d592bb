"""Which store and which member of the staff a complaint about service names; a card's number.

What the catalogue does not know stays as it was told.
"""

from collections.abc import Iterable, Mapping

from dialogs.catalogue import Catalogue, Category
from dialogs.house import House
from dialogs.model import Json
from dialogs.tickets.ticket import Filing, Where
from dialogs.understand import cards
from dialogs.understand.digits import plain
from dialogs.values import replace

STORE, STAFF, CARD = "store", "staff", "card"


def store_in(text: str, catalogue: Catalogue) -> str:
    """The code of the store that a text names, by its longest name; "" if none or several."""
    told = text.casefold()
    named = [
        (len(word), one.code)
        for one in catalogue.stores.values()
        for word in one.words
        if word.casefold() in told
    ]
    longest = {code for size, code in named if size == max(named)[0]}
    return longest.pop() if len(longest) == 1 else ""


def staff_number_in(text: str, catalogue: Catalogue, *, asked: bool = False) -> str:
    """The staff number that a text announces ("工号 1024"), in capitals; "" if none.

    `asked`: it is the answer to that question, where the number may stand alone.
    """
    known = catalogue.staff_numbers
    told = plain(text).strip().strip("。.，,！! 号")
    found = known.announced.search(told) if known.announced else None
    if found:
        return found["number"].upper()
    alone = asked and known.alone is not None and known.alone.fullmatch(told)
    return told.upper() if alone else ""


def completed(filing: Filing, house: House) -> Filing:
    """The filing with what its story names: store and staff number where it is about service, the
    number of a card, which the story then hides."""
    category = house.catalogue.categories.get(filing.category)
    hidden = replace(filing, story=cards.hidden(filing.story))
    if category is None:
        return hidden
    code, card = category.asks(CARD), cards.found_in(filing.story)
    if code and card and code not in filing.answers:
        hidden = replace(hidden, answers={**filing.answers, code: card})
    place = filing.where.words if filing.where else ""
    return _served(hidden, category, (filing.story, place), house)


def answered(filing: Filing, given: Mapping[str, Json], house: House) -> Filing:
    """The filing with these answers to its category's questions, and what they name."""
    known = replace(filing, answers={**filing.answers, **given})
    category = house.catalogue.categories.get(filing.category)
    if category is None:
        return known
    said = given.get(category.asks(STAFF))
    number = staff_number_in(said, house.catalogue, asked=True) if isinstance(said, str) else ""
    if number:
        known = replace(known, staff_number=number)
    return _served(known, category, (str(one) for one in given.values()), house)


def _served(filing: Filing, category: Category, texts: Iterable[str], house: House) -> Filing:
    if category.place_kind != STORE:
        return filing
    said = tuple(texts)
    stores = (store_in(one, house.catalogue) for one in said)
    numbers = (staff_number_in(one, house.catalogue) for one in said)
    store = filing.store or next(filter(None, stores), "")
    number = filing.staff_number or next(filter(None, numbers), "")
    where = _where(filing.where, store, house)
    return replace(filing, store=store, staff_number=number, where=where)


def _where(where: Where | None, store: str, house: House) -> Where | None:
    """The place, resolved by its store where it was not."""
    if not store or (where is not None and where.province):
        return where
    found = house.places.where(house.catalogue.stores[store].area)
    known = where or Where()
    return replace(known, province=found.province, city=found.city, district=found.district)
