"""Countries as folders of data: what may stand there, that it all holds, lives played in them."""

import re
import tomllib
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
import typer

from bot import profiles
from bot.cli.calling import spoken
from bot.config import ConfigError, Operator, Settings
from bot.config_reading import checked
from bot.demo.matters import LANGUAGES
from bot.house import catalogue_of, holidays, house_of, places, texts_of
from bot.stage import Stage
from bot.web.desk_tiles import picture
from bot.web.desk_words import Words
from dialogs.catalogue import Catalogue
from dialogs.catalogue.law import standing
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.workdays import Workdays
from tests.chat.play import play
from tests.written import labels

ROOT = Path(str(files("dialogs"))).parent
FOLDERS = ROOT / "dialogs" / "profiles"
SCRIPTS = Path(__file__).parent / "transcripts" / "uk"
NAMES = sorted(one.stem for one in SCRIPTS.glob("*.chat"))
DATA = {".toml", ".ftl", ".md"}
HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
BANNED = re.compile(r"\b(?:soon|any inconvenience|the system)\b", re.IGNORECASE)
ABROAD = re.compile(r"yuan|MIIT|12300|12315|GB/T|ministry|communications administration", re.I)
UK = Settings(operator=Operator(profile="uk", name="Severn Telecom", hotline="0800 100 1000"))


@pytest.fixture(scope="module")
def uk() -> House:
    told = holidays("uk", (2026, 2027))
    days = Workdays({day: work for day, work, _ in told}, frozenset({2026, 2027}))
    return house_of(UK, days)


@pytest.fixture(scope="module")
def words(uk: House) -> Texts:
    return texts_of(uk.catalogue, uk.zone)


@pytest.mark.parametrize("network", ["telegram", "narrow"])
@pytest.mark.parametrize("name", NAMES)
async def test_a_life_in_the_uk_plays_to_the_letter(
    name: str,
    network: str,
    uk: House,
    words: Texts,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    script = (SCRIPTS / f"{name}.chat").read_text("utf-8")
    place = (
        SCRIPTS / f"{name}.chat" if network == "telegram" else SCRIPTS / network / f"{name}.chat"
    )
    heard, _ = await play(script, network, uk, words, tmp_path)
    if request.config.getoption("--accept") and "!! " not in heard:
        place.parent.mkdir(exist_ok=True)
        place.write_text(heard, "utf-8")
    assert "!! " not in heard, heard[heard.index("!! ") :]
    assert heard == place.read_text("utf-8")


def test_a_folder_holds_data_and_texts_alone() -> None:
    found = [one for one in FOLDERS.rglob("*") if one.is_file()]
    assert [str(one) for one in found if one.suffix not in DATA] == []
    assert {one.relative_to(FOLDERS).parts[0] for one in found} == set(profiles.names())


def test_no_code_names_a_country_but_the_one_that_is_assumed() -> None:
    """A third country is a third folder: nothing asks which one it is."""
    others = "|".join(set(profiles.names()) - {profiles.USUAL})
    named = re.compile(rf"""["'/](?:{others})["'/]""")
    code = [one for room in ("bot", "storage", "dialogs") for one in (ROOT / room).rglob("*.py")]
    assert [str(one) for one in code if named.search(one.read_text("utf-8"))] == []


def test_whoever_names_no_folder_is_told_which_there_are() -> None:
    with pytest.raises(
        ConfigError, match=r'operator\.profile: "us" is no profile; there are cn, uk'
    ):
        checked({"operator": {"profile": "us"}}, Path("config.toml"))
    assert profiles.names() == ("cn", "uk")


def test_zone_and_language_are_the_countrys_unless_said() -> None:
    said = checked({"operator": {"profile": "uk"}}, None).operator
    assert (said.timezone, said.default_language) == ("Europe/London", "en")
    own = checked({"operator": {"profile": "uk", "timezone": "Europe/Jersey"}}, None).operator
    assert own.timezone == "Europe/Jersey"
    usual = checked({}, None).operator
    assert (usual.timezone, usual.default_language) == ("Asia/Shanghai", "zh-CN")


def test_every_text_is_there_and_cites_only_rules_that_are(uk: House, texts: Texts) -> None:
    told = texts_of(uk.catalogue, uk.zone)
    assert told.languages == ("en",)
    assert told.keys("en") == texts.keys("en")
    assert told.placed("en", "rule-") <= set(standing(uk.catalogue.laws))


@pytest.mark.parametrize("profile", profiles.names())
def test_what_a_folder_says_instead_is_said_somewhere(profile: str, texts: Texts) -> None:
    for file in (FOLDERS / profile).glob("*.ftl"):
        keys = re.findall(r"^([a-zA-Z][\w-]*) *=", file.read_text("utf-8"), re.MULTILINE)
        assert set(keys) <= texts.keys(file.stem)
        assert len(keys) == len(set(keys))


def test_the_uks_words_are_english_and_its_own(uk: House) -> None:
    said = [label.words["en"] for label in labels(uk.catalogue)]
    own = [one.read_text("utf-8") for one in (FOLDERS / "uk").rglob("*") if one.is_file()]
    assert [one for one in said if HAN.search(one) or ABROAD.search(one)] == []
    assert [one for one in said if BANNED.search(one)] == []
    assert [one[:60] for one in own if HAN.search(one) or ABROAD.search(one)] == []
    assert all(set(label.words) == {"en"} for label in labels(uk.catalogue))


def test_no_text_that_people_in_the_uk_read_speaks_of_china(words: Texts, uk: House) -> None:
    base = (ROOT / "dialogs/texts/en.ftl").read_text("utf-8")
    own = (FOLDERS / "uk/en.ftl").read_text("utf-8")
    mine = set(re.findall(r"^([a-zA-Z][\w-]*) *=", own, re.MULTILINE))
    entries = re.findall(r"^([a-zA-Z][\w-]*) *=((?:.*)(?:\n(?: .*|))*)", base, re.MULTILINE)
    assert [key for key, text in entries if key not in mine and ABROAD.search(text)] == []


def test_money_numbers_and_days_are_the_uks(uk: House) -> None:
    known = uk.catalogue
    assert (known.country, known.currency) == ("GB", "GBP")
    assert known.clocks["C1"].limit_days == 42
    assert not uk.workdays.is_work(next(iter(uk.workdays.days)))
    assert uk.places.name("090102", "en") == "Camden, London, Greater London"


def test_its_regions_are_tiles_in_the_order_of_their_codes(uk: House, words: Texts) -> None:
    stage = Stage(uk, ROOMS, words, {})
    made = picture([], [], Words(stage, "en", datetime(2026, 11, 22, tzinfo=UTC)))
    assert [one.name for one in made.tiles[:2]] == ["North East England", "North West England"]
    assert len(made.tiles) == 12


def test_each_store_lies_in_a_place_that_is_there(uk: House) -> None:
    known = places("uk")
    assert {one.area for one in uk.catalogue.stores.values()} <= set(known.names)
    assert all(known.parents[code][-1].endswith("0000") for code in known.names)


def test_the_scheme_is_that_of_the_company(uk: House) -> None:
    sky = house_of(Settings(operator=Operator(profile="uk", company="SKY")), uk.workdays)
    ours = [one for one in sky.catalogue.appeals if sky.company in one.companies]
    assert [one.phone for one in ours] == ["020-7520-3814"]
    assert uk.company == ""


def test_an_operators_own_catalogue_may_say_only_what_differs(tmp_path: Path) -> None:
    file = tmp_path / "catalog.toml"
    file.write_text('extends = "uk"\nversion = "mine-1"\n[money]\nagent = 500\n', "utf-8")
    mine = catalogue_of(Operator(profile="uk", catalog=str(file)))
    theirs = catalogue_of(Operator(profile="uk"))
    assert (mine.version, mine.money_limits["agent"]) == ("mine-1", 500)
    assert mine.categories.keys() == theirs.categories.keys()


def test_a_catalogue_that_extends_nothing_known_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "catalog.toml"
    file.write_text('extends = "fr"\n', "utf-8")
    with pytest.raises(ConfigError, match='extends "fr", which is no profile; known are: cn, uk'):
        catalogue_of(Operator(catalog=str(file)))


def test_what_is_told_in_chinese_is_refused_where_nobody_speaks_it(uk: House) -> None:
    with pytest.raises(typer.Exit) as ended:
        spoken(uk.catalogue, LANGUAGES, "the demo")
    assert ended.value.exit_code == 1


def test_what_is_shipped_is_what_the_usual_profile_reads(catalogue: Catalogue) -> None:
    text = (ROOT / "dialogs/catalog.toml").read_text("utf-8")
    assert catalogue.version == tomllib.loads(text)["version"]
