"""A draft of several matters: each with values of its own, beside those that all of them share.

One matter stands in the draft flat, as ever. Once the person parts a story, the draft keeps a list
under `matters`, and a step sees one of them as if it were the whole draft (`focus`), whose changes
are put back where they belong (`folded`). A field of one of them is called by its place: "2.when".
"""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.dialog import Scene
from dialogs.house import House
from dialogs.intake import draft as drafts
from dialogs.intake.category import pair_words
from dialogs.intake.contact import UNSURE, kind_of
from dialogs.model import Arg, Json
from dialogs.tickets.ticket import FRIENDLY, Kind
from dialogs.tickets.wording import shortened
from dialogs.understand.heard import Heard
from dialogs.understand.matters import announces

Draft = Mapping[str, Json]

# What each matter has for itself; all else is shared. A number or a kind of its own is kept too.
OWN = (
    *("story", "category", "subtype", "tags", "pairs", "guessed", "when", "place", "amount"),
    *("remedy", "chosen", "wish_by", "reported_before", "channels_disagree", "promise"),
    *("promised", "earlier", "does", "repeats", "reason", "apart", "outage", "joins"),
)
EITHER = ("number", "kind")
OF_ALL = ("number", "contact", "name", "relation", "kind")  # lines of the card that all share
OF_ONE = ("story", "category", "when", "place", "amount", "number", "remedy")
MATTER = frozenset({"category", "number"})  # what says whether it repeats an earlier one
NAMED = 60  # display cells of a matter's own words where its category is not known


def matters(draft: Draft) -> tuple[dict[str, Json], ...]:
    """The matters of a parted draft, () for one that is not."""
    kept = draft.get("matters")
    return tuple(one for one in kept if isinstance(one, dict)) if isinstance(kept, list) else ()


def parts(draft: Draft) -> tuple[str, ...]:
    """The words of each matter that was found in the story, () if it tells one."""
    cut = draft.get("found")
    told = cut.get("parts") if isinstance(cut, dict) else None
    return tuple(str(one) for one in told) if isinstance(told, list) else ()


def in_question(scene: Scene) -> bool:
    """Whether the person is still to say if the matters of the story go apart."""
    draft, known = scene.draft, scene.house.catalogue.companies
    settled = "matters" in draft or bool(draft.get("one"))
    if settled or draft.get("kind") in FRIENDLY or draft.get("company") in known:
        return False
    return len(parts(draft)) > 1


def seen(draft: Draft, place: int) -> dict[str, Json]:
    """The draft as the matter at this place sees it: what is shared, and what is its own."""
    left_out = {*OWN, "matters", "found", "again"} - {"apart"}  # said of the whole story, of each
    shared = {name: value for name, value in draft.items() if name not in left_out}
    mark = str(draft.get("again") or "")
    again = {"again": mark.partition(".")[2]} if mark.startswith(f"{place + 1}.") else {}
    return {**shared, **matters(draft)[place], **again}


def focus(scene: Scene, place: int) -> Scene:
    """The scene in which the matter at this place is the whole draft."""
    return replace(scene, frame=replace(scene.frame, draft=seen(scene.draft, place)))


def folded(scene: Scene, place: int, changes: Draft) -> dict[str, Json]:
    """Changes of a focused draft as changes of the whole one."""
    kept = list(matters(scene.draft))
    here = dict(kept[place])
    asked_here = str(scene.draft.get("again") or "").startswith(f"{place + 1}.")
    made: dict[str, Json] = {}
    for name, value in changes.items():
        own = name in OWN or (name in EITHER and (name in here or asked_here))
        if own:
            here[name] = value
        elif name == "again":
            made[name] = f"{place + 1}.{value}" if value in OF_ONE else value
        elif name != "found":
            made[name] = value
    if not MATTER.isdisjoint(changes):  # what it repeats is looked up anew
        here |= dict.fromkeys(("earlier", "does", "repeats", "reason"), None)
        here |= {name: changes[name] for name in ("earlier", "does") if name in changes}
    kept[place] = {name: value for name, value in here.items() if value is not None}
    return {**made, "matters": list[Json](kept)}


def parted(scene: Scene) -> list[Json]:
    """The matters of the story as drafts of their own, read one by one.

    What the person had answered before goes to the first that lacks it.
    """
    cut = scene.draft.get("found")
    found = cut if isinstance(cut, dict) else {}
    lead, tail = str(found.get("lead") or ""), str(found.get("tail") or "")
    lead = "" if announces(lead) else lead
    told = [_told(scene, lead, part, tail) for part in parts(scene.draft)]
    _wished(scene, tail, told)
    _answered(scene, told)
    return list[Json](told)


def _blank(scene: Scene) -> Scene:
    return replace(scene, frame=replace(scene.frame, draft={}))


def _told(scene: Scene, lead: str, part: str, tail: str) -> dict[str, Json]:
    """One matter: its words with what leads to it, and what these tell."""
    read = drafts.understood(f"{lead}\n{part}".strip(), _blank(scene))
    about = drafts.category_of(part, scene.house)
    gone = ("category", "subtype", "tags", "pairs", "guessed")
    told = {name: read[name] for name in OWN if name in read and name not in gone}
    kind: dict[str, Json] = {}
    if scene.draft.get("kind") == Kind.FAULT and _grieves(part, scene.house):
        kind = {"kind": str(Kind.COMPLAINT)}
    number = {"number": read["number"]} if _own_number(read, scene) else {}
    story = "\n".join(filter(None, (lead, part, tail)))
    return {**told, **about, **kind, **number, "story": story}


def _grieves(part: str, house: House) -> bool:
    return kind_of(part, Heard(), house)["kind"] != Kind.FAULT


def _own_number(read: Draft, scene: Scene) -> bool:
    """Whether a matter tells a number that is not the one of all."""
    return "number" in read and read["number"] != scene.draft.get("number")


def _wished(scene: Scene, tail: str, told: list[dict[str, Json]]) -> None:
    """What is wished at the end of all goes to the matters that it fits, or to all."""
    read = drafts.understood(tail, _blank(scene)) if tail else {}
    for wish in _list(read.get("remedy")):
        code = wish.get("code") if isinstance(wish, dict) else ""
        fitting = [one for one in told if _fits(str(code), one, scene.house)] or told
        for one in fitting:
            one["remedy"] = [*_list(one.get("remedy")), wish]
    for one in told:
        if "wish_by" in read:
            one.setdefault("wish_by", read["wish_by"])


def _fits(code: str, matter: Draft, house: House) -> bool:
    category = house.catalogue.categories.get(str(matter.get("category", "")))
    return category is not None and code in category.remedies


def _answered(scene: Scene, told: list[dict[str, Json]]) -> None:
    """What was said to a question before the story was parted is not asked again."""
    read = drafts.understood(str(scene.draft.get("story") or ""), _blank(scene))
    for name in ("when", "place", "amount", "remedy"):
        value = scene.draft.get(name)
        if value is not None and value != read.get(name):
            told[0].setdefault(name, value)


def one_again(scene: Scene) -> dict[str, Json]:
    """The values of a draft whose matters are one again: the first that has one, all wishes."""
    every = matters(scene.draft)
    if not every:
        return {}
    chosen = ("category", "subtype", "tags", "guessed")
    made: dict[str, Json] = {name: every[0].get(name) for name in chosen}
    for name in ("when", "place", "amount", "number", "promise", "promised", "wish_by"):
        told = [one[name] for one in every if name in one]
        made |= {name: told[0]} if told and name not in scene.draft else {}
    wishes = [wish for one in every for wish in _list(one.get("remedy"))]
    made["remedy"] = [one for at, one in enumerate(wishes) if one not in wishes[:at]] or None
    made["story"] = _whole_story(scene, every)
    return made


def _whole_story(scene: Scene, every: tuple[dict[str, Json], ...]) -> str:
    """The story as it was told; the words of its matters where one of these was told anew."""
    story = str(scene.draft.get("story") or "")
    lines = [line for one in every for line in str(one.get("story") or "").splitlines()]
    fresh = [line for line in dict.fromkeys(lines) if line.strip() and line not in story]
    return "\n".join((story, *fresh))


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def reparted(scene: Scene, changes: Draft) -> dict[str, Json]:
    """A parted draft whose story was told anew: matters that are told as before keep what they
    have, and where it tells but one it is one again."""
    after = scene.with_draft(changes)
    if len(parts(after.draft)) < 2:
        return {**changes, "matters": None}
    before = {str(one.get("story")): one for one in matters(scene.draft)}
    fresh = [one for one in parted(after) if isinstance(one, dict)]
    kept = [before.get(str(one["story"]), one) for one in fresh]
    return {**changes, "matters": list[Json](kept)}


def missing(draft: Draft, house: House) -> str:
    """The next field to ask: by its name, or by place and name where it is one matter's own; ""
    when the card can be shown. The same field of all matters is asked in one go."""
    if not matters(draft):
        return drafts.missing(draft, house)
    if draft.get("kind") == UNSURE:
        return "kind"
    lacking: list[tuple[int, int, str]] = []
    for place in range(len(matters(draft))):
        field = drafts.missing(seen(draft, place), house)
        if field:
            lacking.append((drafts.FIELDS.index(field), place, field))
    if not lacking:
        return ""
    _, place, field = min(lacking)
    return field if field in OF_ALL else f"{place + 1}.{field}"


def placed(mark: str, draft: Draft) -> tuple[int | None, str]:
    """What a field's name means here: the place of its matter, None where all share it; the field.

    A name from before the story was parted, or after it was made one again, still finds its field.
    """
    number, _, field = mark.rpartition(".")
    many = len(matters(draft))
    if not many:
        return None, field
    if number.isdecimal() and 1 <= int(number) <= many:
        return int(number) - 1, field
    return (0 if field in OF_ONE and field not in ("story", "number") else None), field


def label(scene: Scene, place: int) -> Arg:
    """What a matter is called: its category, or the beginning of its own words."""
    draft = matters(scene.draft)[place]
    code = str(draft.get("category", ""))
    if code in scene.house.catalogue.categories:
        return pair_words(scene, code, str(draft.get("subtype", "")))
    told = parts(scene.draft)
    words = told[place] if place < len(told) else str(draft.get("story", ""))
    return shortened(words, NAMED)


def whose(scene: Scene, words: str) -> int:
    """The matter that more words are about: the one of their category, else the last."""
    guesses = scene.house.guesser.guess(words, best=1)
    here = [str(one.get("category", "")) for one in matters(scene.draft)]
    if guesses and guesses[0].category in here:
        return here.index(guesses[0].category)
    return len(here) - 1


def meant(scene: Scene, caption: str) -> int | None:
    """The matter that a file is for: the one its caption is about, or the one in question."""
    if not matters(scene.draft):
        return None
    if caption.strip():
        guesses = scene.house.guesser.guess(caption, best=1)
        here = [str(one.get("category", "")) for one in matters(scene.draft)]
        sure = bool(guesses) and guesses[0].share >= drafts.SURE
        if sure and guesses[0].category in here:
            return here.index(guesses[0].category)
    if scene.frame.state != "fact":
        return None
    asked = str(scene.draft.get("again") or "") or missing(scene.draft, scene.house)
    return placed(asked, scene.draft)[0]
