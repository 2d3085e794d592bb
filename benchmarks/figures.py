"""What is measured, as values."""

from collections.abc import Sequence
from dataclasses import dataclass, field

QUIET = 0.10  # of a core: what else runs on a machine that is ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A closed loop. Seconds; `steps` are inputs that were answered; `peak` and `resident` at the
    end are the bot's memory in MiB.

    `inputs` is the number of inputs of a whole conversation, `calls` leaves getUpdates out;
    `database_cpu` is PostgreSQL's own, `bench_cpu` that of server and subscribers, `foreign_cpu`
    all else that ran on this machine meanwhile.
    """

    bot: str
    size: int
    delay: float
    wall: float
    steps: int
    cpu: float
    database_cpu: float
    bench_cpu: float
    foreign_cpu: float
    calls: int
    polls: int
    p50: float
    p95: float
    p99: float
    peak: float
    resident: float
    finished: int
    inputs: int
    odd: dict[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        network = f" rtt {1000 * self.delay:.0f} ms" if self.delay else ""
        odd = f" ODD {self.odd}" if self.odd else ""
        return (
            f"{self.bot:<12} N={self.size}{network}: {self.rate:.0f} steps/s, "
            f"{self.step_ms:.3f} ms/step, p50/p99 {1000 * self.p50:.0f}/{1000 * self.p99:.0f} ms, "
            f"{self.peak:.0f} MiB, core {self.share:.2f}{odd}"
            f"{' *' if self.disturbed else ''}"
        )

    @property
    def rate(self) -> float:
        """Steps in a second."""
        return self.steps / self.wall

    @property
    def step_ms(self) -> float:
        """Milliseconds of CPU for a step."""
        return 1000 * self.cpu / self.steps if self.steps else 0.0

    @property
    def database_ms(self) -> float:
        """Milliseconds of PostgreSQL's CPU for a step."""
        return 1000 * self.database_cpu / self.steps if self.steps else 0.0

    @property
    def call_ms(self) -> float:
        """Milliseconds of CPU for an API call."""
        return 1000 * self.cpu / self.calls if self.calls else 0.0

    @property
    def disturbed(self) -> bool:
        """Whether something else took more than a little of the machine: compare with care."""
        return self.foreign_cpu > QUIET * self.wall

    @property
    def share(self) -> float:
        """How much of its core the bot used."""
        return self.cpu / self.wall


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value below which this share lies; 0 of nothing."""
    if not ordered:
        return 0.0
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What was lost in a run with kills or faults, counted in conversations, replies, tickets.

    `lost` replies were not there in time, `rescued` of them came when the input was sent again;
    `repeated` messages came twice. `untold` tickets were stored and never announced, `doubled`
    are a second one of one conversation. `unanswered` presses keep turning; `struck` are faults.
    `restart`: the seconds from the slowest start to its first getUpdates.
    """

    bot: str
    kind: str
    size: int
    finished: int
    given_up: int
    lost: int
    rescued: int
    repeated: int
    tickets: int
    untold: int
    doubled: int
    unanswered: int
    restart: float
    struck: dict[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return (
            f"{self.bot:<12} {self.kind:<6} {self.finished} of {self.size} finished, "
            f"{self.given_up} given up, {self.lost} replies lost, {self.untold} tickets untold, "
            f"{self.doubled} doubled, {self.repeated} repeated, {self.unanswered} presses open"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """A message to many chats at an allowed `rate` a second, with people writing in the middle.

    `share` of the allowed rate that was used, `refused` calls (429), `answers` that people got
    meanwhile and the seconds that they waited; `core` is how much of its core the bot used.
    """

    bot: str
    rate: int
    chats: int
    reached: int
    seconds: float
    share: float
    refused: int
    answers: int
    p50: float
    p99: float
    core: float
    peak: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """A closed loop on a database of so many tickets, whose file has `size` MiB."""

    tickets: int
    size: float
    load: Load
