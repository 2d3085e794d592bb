"""Log lines on stderr: one line an event, without tokens, phone numbers or forged lines."""

import logging
import re
import sys
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

TOKEN = re.compile(r"\d{6,}:[\w-]{30,}")
BOT_PATH = re.compile(r"/bot[^/\s]+(?=/)")  # any token where the Bot API has it, however short
# With its country code in any spelling; a Chinese mobile number; else ten digits or more alone,
# which takes chat ids along. Dates, times, amounts and ticket numbers stay.
PHONE = re.compile(
    r"\+\d(?:[ -]?\d){6,14}"
    r"|(?<![A-Za-z\d_.-])1[3-9]\d(?:[ -]?\d{4}){2}(?![A-Za-z\d_])"
    r"|(?<![A-Za-z\d_.:-])\d{10,15}(?![A-Za-z\d_:])"
)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

# They log every call, with URLs or whole bodies, every step of a table, or what `run` says itself.
NOISY = (
    *("aiohttp", "aiosqlite", "asyncio", "httpcore", "httpx", "multipart", "python_multipart"),
    *("alembic", "sse_starlette", "telegram", "transitions", "uvicorn"),
    *("fontTools", "fpdf"),  # they log each letter of a person's paper
)
KNOWN = ("timestamp", "level", "logger", "event", "exception", "stack")


def redact(text: str) -> str:
    """The text without bot tokens, and with phone numbers masked but for their last two digits."""
    text = BOT_PATH.sub("/bot<token>", TOKEN.sub("<token>", text))
    return PHONE.sub(lambda found: "*" * (len(found[0]) - 2) + found[0][-2:], text)


def set_up(level: str = "INFO", *, json: bool = False, stream: TextIO | None = None) -> None:
    """Send all logging of the process to `stream` (stderr), as text or as JSON lines."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Redacting(json=json))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


class Redacting(structlog.stdlib.ProcessorFormatter):
    """Redacts the finished line: message, arguments, extras and tracebacks alike."""

    def __init__(self, *, json: bool = False) -> None:
        last: Processor = structlog.processors.JSONRenderer(ensure_ascii=False) if json else _line
        super().__init__(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                last,
            ],
            foreign_pre_chain=[*_shared(), structlog.stdlib.ExtraAdder()],
        )

    def format(self, record: logging.LogRecord) -> str:
        """Render a record to one line, and a traceback to lines that cannot pass for others."""
        return redact(super().format(record))


def _shared() -> list[Processor]:
    return [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _line(_logger: WrappedLogger, _method: str, said: EventDict) -> str:
    """Time, level, logger, message, then the extras; a traceback below, each line marked."""
    head = [str(said.get(name, "")) for name in ("timestamp", "level", "logger", "event")]
    extras = [f"{name}={value}" for name, value in said.items() if name not in KNOWN]
    line = _escaped(" ".join(head + extras))
    below = "\n".join(str(said[name]) for name in ("exception", "stack") if said.get(name))
    return "\n".join([line, *(f"  | {_escaped(one)}" for one in below.splitlines())])


def _escaped(text: str) -> str:
    """Control characters, line ends among them, spelt out."""
    return CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
