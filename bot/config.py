"""What may be configured: sections, keys, defaults and bounds (DESIGN §3), frozen once read.

The descriptions are the comments of `config.example.toml`, which is made from here.
"""

from typing import Annotated, Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.profiles import USUAL, defaults, there

PREFIX = "REDRESS_"
BETWEEN = "__"


class ConfigError(Exception):
    """The configuration cannot be used; the message names the place and the mend."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise ValueError('is no time zone; write one such as "Asia/Shanghai"') from None
    return name


def _http(url: str) -> str:
    if not url.startswith(("http://", "https://")) or url.partition("://")[2].strip("/") == "":
        raise ValueError('must be an address that starts with "http://" or "https://"')
    return url.rstrip("/")


def _http_or_none(url: str) -> str:
    return _http(url) if url else ""


def _database(url: str) -> str:
    if not url.startswith(("sqlite+aiosqlite:///", "postgresql+")):
        raise ValueError('must start with "sqlite+aiosqlite:///" or "postgresql+"')
    return url


def _secret_token(secret: SecretStr) -> SecretStr:
    shown = secret.get_secret_value()
    plain = shown.replace("_", "").replace("-", "")
    if shown and (len(shown) > 256 or (plain and not (plain.isascii() and plain.isalnum()))):
        raise ValueError("may hold at most 256 of A-Z a-z 0-9 _ -")
    return secret


Zone: TypeAlias = Annotated[str, AfterValidator(_zone)]
Country: TypeAlias = Annotated[str, AfterValidator(there)]
Url: TypeAlias = Annotated[str, AfterValidator(_http)]
MaybeUrl: TypeAlias = Annotated[str, AfterValidator(_http_or_none)]
Database: TypeAlias = Annotated[str, AfterValidator(_database)]
SecretToken: TypeAlias = Annotated[SecretStr, AfterValidator(_secret_token)]
Count: TypeAlias = Annotated[int, Field(ge=0)]
Days: TypeAlias = Annotated[int, Field(ge=1)]
Rate: TypeAlias = Annotated[float, Field(ge=0, le=10_000)]
NONE = SecretStr("")


class Section(BaseModel):
    """A table of the file; a key that it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Operator(Section):
    """Whose complaint desk this is."""

    name: str = Field("", description="the operator's name, as people read it")
    hotline: str = Field("", description="the number of the service hotline")
    legal_name: str = Field("", description="its full name in law, for letters of appeal")
    address: str = Field("", description="its postal address, for letters of appeal")
    timezone: Zone = Field("Asia/Shanghai", description="where deadlines and quiet hours are told")
    profile: Country = Field(USUAL, description="the country's rules, a folder of dialogs/profiles")
    default_language: Literal["zh-CN", "en"] = Field(
        "zh-CN", description="for people whose channel names no language: zh-CN or en"
    )
    catalog: str = Field("", description="path of your own catalogue; empty: the shipped one")
    articles: str = Field("", description="folder of your own articles; empty: the shipped ones")
    company: str = Field(
        "", description="your code in the catalogue's companies; empty: found by name or hotline"
    )

    @model_validator(mode="before")
    @classmethod
    def _of_profile(cls, said: dict[str, Any]) -> dict[str, Any]:
        """Time zone and language are the country's where nothing else is said."""
        return {**defaults(said), **said}


class Storage(Section):
    """Where everything is kept."""

    url: Database = Field("sqlite+aiosqlite:///data/redress.db", description="the database")
    attachments: str = Field("data/attachments", description="the folder of people's files")


class Web(Section):
    """The chat page, the desk, webhooks and /healthz."""

    host: str = Field("127.0.0.1", min_length=1, description="the address to listen on")
    port: int = Field(8080, ge=0, le=65535, description="the port; 0 takes any free one")
    public_url: MaybeUrl = Field("", description="the address that people outside use, https://…")
    chat: bool = Field(True, description="whether the chat page is served")
    admin_port: int = Field(
        0, ge=0, le=65535, description="a second port for /metrics and /healthz; 0 is off"
    )


class Telegram(Section):
    """The Telegram bot; off while there is no token."""

    token: SecretStr = Field(NONE, description="the bot's token, from @BotFather")
    api_base_url: Url = Field("https://api.telegram.org", description="the Bot API server")
    mode: Literal["polling", "webhook"] = Field(
        "polling", description="polling, or webhook (needs web.public_url)"
    )
    webhook_secret: SecretToken = Field(NONE, description="empty: made from the token")
    staff_token: SecretStr = Field(NONE, description="a second bot for the staff group; optional")
    staff_chat_id: int = Field(0, description="the staff group's chat id; 0 for none")
    messages_per_second: Rate = Field(30, description="for the whole bot; 0 is no limit")
    messages_per_second_chat: Rate = Field(1, description="for one chat; 0 is no limit")


class Limits(Section):
    """What one chat may send; 0 is no limit."""

    inbound_per_10s: Count = Field(20, description="messages in ten seconds")
    inbound_per_minute: Count = Field(60, description="messages in a minute")
    tickets_per_day: Count = Field(5, description="complaints filed in a day")
    files_per_ticket: Count = Field(10, description="files of one complaint")


class Wechat(Section):
    """The WeChat account; off while there is no app_id. Its callback is /wechat."""

    app_id: str = Field("", description="the account's AppID")
    app_secret: SecretStr = Field(NONE, description="its AppSecret")
    token: SecretStr = Field(NONE, description="the token set for the callback")
    encoding_aes_key: SecretStr = Field(NONE, description="its EncodingAESKey")
    api_base_url: Url = Field("https://api.weixin.qq.com", description="the API server")
    templates: dict[str, str] = Field({}, description="message code = template id")


class Api(Section):
    """The trouble-ticket API (TMF621) under /tmf-api/troubleTicket/v5; off while it has no key."""

    keys: tuple[SecretStr, ...] = Field((), description="keys that other systems show")
    webhooks: tuple[Url, ...] = Field((), description="addresses that are told of each change")


class Retention(Section):
    """Days that things are kept."""

    tickets: Days = Field(1095, description="closed complaints and their files")
    messages: Days = Field(365, description="the words of a chat")
    outbox: Days = Field(30, description="messages that were sent, as they were sent")
    events: int = Field(
        8, ge=8, description="numbers of events handled, to know doubles; 8 or more"
    )


class Privacy(Section):
    """The keys of what is personal, and how long it is kept."""

    key_file: str = Field("data/redress.key", description="made at the first start; keep a copy")
    retention: Retention = Retention()


class Settings(BaseSettings):
    """All of it. Made by `config_reading.load`: the file's words, and the environment over them."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter=BETWEEN, extra="forbid", frozen=True
    )

    operator: Operator = Operator()
    storage: Storage = Storage()
    web: Web = Web()
    telegram: Telegram = Telegram()
    limits: Limits = Limits()
    wechat: Wechat = Wechat()
    api: Api = Api()
    privacy: Privacy = Privacy()

    @classmethod
    def settings_customise_sources(  # the library's own signature
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment before what is passed in, which is the file; nothing else."""
        return env_settings, init_settings
