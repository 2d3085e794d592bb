"""The configuration: what it says when it is wrong, and that the example says it all."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config import ConfigError, Settings
from bot.config_reading import Read, known, load
from bot.config_writing import change, create, example, is_secret, shown

TOP = Path(__file__).parents[2]
Write = Callable[[str], None]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(home: Path) -> Write:
    def write(text: str) -> None:
        (home / "config.toml").write_text(text, "utf-8")

    return write


def refused(text: str, write: Write) -> str:
    write(text)
    with pytest.raises(ConfigError) as caught:
        load()
    return str(caught.value)


def test_nothing_configured_is_a_configuration() -> None:
    read = load()
    assert read == Read(Settings(), None, ())
    assert read.settings.web.port == 8080
    assert not read.settings.telegram.token.get_secret_value()


def test_the_file_in_the_working_directory_is_read(write: Write) -> None:
    write('[operator]\nname = "示例通信"\n')
    read = load()
    assert (read.settings.operator.name, read.file) == ("示例通信", Path("config.toml"))


def test_a_named_file_goes_before_the_variable_and_both_before_the_folder(
    home: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("[web]\nport = 1\n")
    (home / "two.toml").write_text("[web]\nport = 2\n")
    (home / "three.toml").write_text("[web]\nport = 3\n")
    monkeypatch.setenv("REDRESS_CONFIG", "two.toml")
    assert load().settings.web.port == 2
    assert load("three.toml").settings.web.port == 3


def test_the_environment_wins_key_by_key(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write('[web]\nport = 9000\nhost = "0.0.0.0"\n')
    monkeypatch.setenv("REDRESS_WEB__PORT", "9100")
    monkeypatch.setenv("REDRESS_PRIVACY__RETENTION__MESSAGES", "30")
    monkeypatch.setenv("REDRESS_API__KEYS", '["one"]')
    read = load()
    assert (read.settings.web.port, read.settings.web.host) == (9100, "0.0.0.0")
    assert read.settings.privacy.retention.messages == 30
    assert read.settings.api.keys[0].get_secret_value() == "one"
    assert "REDRESS_WEB__PORT" in read.variables


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError):
        load().settings.web.port = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[telegram]\ntokn = "x"\n', ("telegram.tokn", "did you mean telegram.token?")),
        ('[telegramm]\ntoken = "x"\n', ("telegramm", "did you mean telegram")),
        ("web = 5\n", ("web is a section", "[web]")),
        ("[web\nport = 1\n", ("config.toml is not TOML", "line 1")),
        ('[operator]\ntimezone = "Mars/Base"\n', ("operator.timezone", "Asia/Shanghai")),
        ("[web]\nport = 65536\n", ("web.port", "65535")),
        ("[web]\nport = -1\n", ("web.port", "0")),
        ('[web]\nhost = ""\n', ("web.host",)),
        ('[web]\npublic_url = "example.org"\n', ("web.public_url", "https://")),
        ('[telegram]\napi_base_url = "ftp://x"\n', ("telegram.api_base_url", "http")),
        ('[telegram]\nmode = "pollling"\n', ("telegram.mode", "'polling' or 'webhook'")),
        ('[telegram]\nmode = "webhook"\n', ("telegram.mode", "web.public_url")),
        ('[telegram]\nwebhook_secret = "a b"\n', ("telegram.webhook_secret", "A-Z")),
        ("[telegram]\nmessages_per_second = -1\n", ("telegram.messages_per_second",)),
        ("[limits]\nfiles_per_ticket = -1\n", ("limits.files_per_ticket",)),
        ('[storage]\nurl = "mysql://x"\n', ("storage.url", "sqlite+aiosqlite")),
        ("[privacy.retention]\nevents = 1\n", ("privacy.retention.events", "8")),
        ('[operator]\ndefault_language = "fr"\n', ("operator.default_language", "en")),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_the_mend(
    text: str, said: tuple[str, ...], write: Write
) -> None:
    message = refused(text, write)
    assert all(part in message for part in said), message


def test_a_secret_that_is_wrong_is_not_repeated(write: Write) -> None:
    assert "hush hush" not in refused('[telegram]\nwebhook_secret = "hush hush"\n', write)
    assert "12345" not in refused("[telegram]\ntoken = 12345\n", write)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("REDRESS_TELEGRAM_TOKEN", "REDRESS_TELEGRAM__TOKEN"),
        ("REDRESS_WEB__PROT", "REDRESS_WEB__PORT"),
    ],
)
def test_an_unknown_variable_stops_the_start_and_the_nearest_is_named(
    name: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "1")
    with pytest.raises(ConfigError, match=f"{name}.*did you mean {meant}"):
        load()


def test_a_wrong_value_of_a_variable_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_WEB__PORT", "many")
    with pytest.raises(ConfigError, match="REDRESS_WEB__PORT"):
        load()


def test_a_list_that_is_no_json_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDRESS_API__KEYS", "[broken")
    with pytest.raises(ConfigError, match=r"REDRESS_API__KEYS.*JSON"):
        load()


def test_a_named_file_that_is_not_there_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.toml.*--config"):
        load("nowhere.toml")
    monkeypatch.setenv("REDRESS_CONFIG", "gone.toml")
    with pytest.raises(ConfigError, match=r"gone\.toml.*REDRESS_CONFIG"):
        load()


def test_the_example_in_the_repository_is_what_the_code_says() -> None:
    assert (TOP / "config.example.toml").read_text("utf-8") == example()


def test_the_example_has_every_key_with_its_default(write: Write) -> None:
    text = example()
    write(text)
    assert load().settings == Settings()
    document = tomllib.loads(text)
    for key in known():
        table = document
        for part in key.split("."):
            table = table[part]
    assert all("#" in line for line in text.splitlines() if "=" in line)


def test_a_file_is_made_once_and_is_its_owners_alone(home: Path) -> None:
    file = home / "config.toml"
    create(file)
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(ConfigError, match="there already"):
        create(file)


def test_setting_a_key_keeps_comments_and_the_rest(home: Path, write: Write) -> None:
    write("# ours\n[web]\nport = 9000  # behind the proxy\n")
    change(home / "config.toml", "web.host", "0.0.0.0")
    change(home / "config.toml", "telegram.token", "123:abc")
    text = (home / "config.toml").read_text("utf-8")
    assert "# ours" in text
    assert "port = 9000  # behind the proxy" in text
    settings = load().settings
    assert settings.telegram.token.get_secret_value() == "123:abc"
    assert (settings.web.host, settings.web.port) == ("0.0.0.0", 9000)


def test_setting_a_key_makes_the_file_if_there_is_none(home: Path) -> None:
    change(home / "config.toml", "privacy.retention.messages", "30")
    change(home / "config.toml", "api.keys", '["a"]')
    change(home / "config.toml", "web.chat", "false")
    settings = load().settings
    assert settings.privacy.retention.messages == 30
    assert len(settings.api.keys) == 1
    assert settings.web.chat is False


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("web.port", "70000", "web.port"),
        ("web.port", "many", "web.port"),
        ("telegram.tokn", "x", "did you mean telegram.token"),
        ("telegram", "x", "telegram"),
    ],
)
def test_a_wrong_value_is_not_written(
    key: str, value: str, said: str, home: Path, write: Write
) -> None:
    write("[web]\nport = 9000\n")
    with pytest.raises(ConfigError, match=said):
        change(home / "config.toml", key, value)
    assert (home / "config.toml").read_text() == "[web]\nport = 9000\n"


def test_what_is_shown_hides_secrets_and_reads_as_toml(write: Write) -> None:
    write('[telegram]\ntoken = "123456:AAAA"\n[operator]\nname = "A \\"B\\""\n')
    text = shown(load().settings)
    assert "AAAA" not in text
    document = tomllib.loads(text)
    assert document["telegram"]["token"] == "********"
    assert document["operator"]["name"] == 'A "B"'
    assert document["wechat"]["app_secret"] == ""


def test_secrets_are_known_as_such() -> None:
    secret = {key for key in known() if is_secret(key)}
    assert secret == {
        "telegram.token",
        "telegram.webhook_secret",
        "telegram.staff_token",
        "wechat.app_secret",
        "wechat.token",
        "wechat.encoding_aes_key",
        "api.keys",
    }
