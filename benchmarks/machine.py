"""Processes on their cores: started, killed, and asked what they used."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
MIB = 1024


def cores() -> tuple[int, int]:
    """The core of the bots, and the one of server, subscribers and database."""
    mine = sorted(os.sched_getaffinity(0))
    return mine[0], mine[-1]


@contextmanager
def pinned(core: int) -> Iterator[None]:
    """What is started meanwhile runs on this core only."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


class Bot:
    """A process of a bot on its core; its words go to `log`."""

    def __init__(
        self, command: Sequence[str], folder: Path, surroundings: Mapping[str, str], log: Path
    ) -> None:
        with log.open("ab") as words, pinned(cores()[0]):
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env={**os.environ, **surroundings},
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
            )

    @property
    def id(self) -> int:
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether it is no longer there."""
        return self._process.poll() is not None

    def cpu(self) -> float:
        """Seconds of CPU so far, user and system, all threads."""
        return _cpu(self.id)

    def peak(self) -> float:
        """The most memory it had resident, in MiB."""
        return _status(self.id, "VmHWM")

    def resident(self) -> float:
        """The memory it has resident now, in MiB."""
        return _status(self.id, "VmRSS")

    def kill(self) -> None:
        """End it as a power cut does."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self, patience: float = 20) -> None:
        """End it in order; kill it where it takes longer."""
        if self.ended:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()


def family_cpu(parent: int) -> float:
    """Seconds of CPU of a process and all its children, those that ended with them."""
    total = _cpu(parent, ended=True)
    for one in Path("/proc").iterdir():
        if one.name.isdecimal():
            try:
                if _stat(int(one.name))[1] == str(parent):
                    total += _cpu(int(one.name))
            except OSError:  # it ended while we looked
                continue
    return total


def busy() -> float:
    """Seconds of CPU that this machine has spent for anybody, the hypervisor's share with it."""
    fields = Path("/proc/stat").read_text("ascii").splitlines()[0].split()[1:]
    user, nice, system, _idle, _waiting, interrupts, soft, stolen = map(int, fields[:8])
    return (user + nice + system + interrupts + soft + stolen) / TICKS


def _stat(process: int) -> list[str]:
    """The fields after the name: state, parent, …; proc(5)."""
    return Path(f"/proc/{process}/stat").read_text("ascii", "replace").rpartition(")")[2].split()


def _cpu(process: int, *, ended: bool = False) -> float:
    found = _stat(process)
    return sum(int(one) for one in found[11 : 15 if ended else 13]) / TICKS


def _status(process: int, name: str) -> float:
    text = Path(f"/proc/{process}/status").read_text("ascii", "replace")
    line = next(line for line in text.splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1]) / MIB
