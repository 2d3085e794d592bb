"""compose.yaml as processes: its services' own variables, its nginx.conf, other addresses.

What is replaced is what a container would give: host names, ports, the volume. Nothing else.
"""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.running import Running, free_port

TOP = Path(__file__).parents[2]
VARIABLE = re.compile(r"\$\{(\w+)(?::[-?][^}]*)?\}")
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def services(given: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The services of compose.yaml, its variables filled in from `given` ("" if it has none)."""
    words = (TOP / "compose.yaml").read_text("utf-8")
    filled = VARIABLE.sub(lambda found: given.get(found[1], ""), words)
    found: dict[str, dict[str, Any]] = yaml.safe_load(filled)["services"]
    return found


@dataclass
class Topology:
    """nginx on `port`, and the replicas behind it by their names in compose.yaml."""

    folder: Path
    port: int
    replicas: dict[str, Running] = field(default_factory=dict)
    nginx: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def replica(self, name: str, variables: Mapping[str, str], database: int) -> Running:
        """A replica with the variables of its service, at loopback addresses."""
        place = self.folder / name
        place.mkdir()
        made = Running(place)
        here = {
            "database:5432": f"127.0.0.1:{database}",
            "/data": str(self.folder / "data"),
            "0.0.0.0": "127.0.0.1",
        }
        said = {key: _replaced(value, here) for key, value in variables.items()}
        made.variables = {**said, "REDRESS_WEB__PORT": str(made.port)}
        self.replicas[name] = made
        return made

    def configuration(self) -> Path:
        """deploy/nginx.conf with loopback addresses and a place for its temporary files."""
        words = (TOP / "deploy" / "nginx.conf").read_text("utf-8")
        here = {f"{name}:8080": f"127.0.0.1:{one.port}" for name, one in self.replicas.items()}
        words = _replaced(words, {**here, "listen 80;": f"listen 127.0.0.1:{self.port};"})
        places = "".join(f"  {one}_temp_path {self.folder / one};\n" for one in TEMPORARY)
        file = self.folder / "nginx.conf"
        file.write_text(words.replace("http {\n", f"http {{\n{places}", 1), "utf-8")
        return file

    def proxy(self) -> None:
        """Start nginx."""
        program = shutil.which("nginx")
        assert program is not None
        more = f"daemon off; pid {self.folder / 'nginx.pid'};"
        if os.getuid() == 0:
            more += " user root;"
        words = [program, "-c", str(self.configuration()), "-g", more, "-e", "stderr"]
        checked = subprocess.run([*words, "-t"], check=False, capture_output=True)
        assert checked.returncode == 0, checked.stderr.decode()
        with (self.folder / "nginx.log").open("wb") as log:
            self.nginx = subprocess.Popen(words, stderr=log)

    async def end(self) -> None:
        """Be gone, whatever still runs."""
        for one in self.replicas.values():
            await one.kill()
        if self.nginx is not None:
            self.nginx.send_signal(signal.SIGTERM)
            self.nginx.wait(10)


@asynccontextmanager
async def laid(folder: Path) -> AsyncIterator[Topology]:
    """A topology to be filled; nothing of it outlives the block."""
    made = Topology(folder, free_port())
    try:
        yield made
    except BaseException as error:
        for name, one in made.replicas.items():
            error.add_note("\n".join([f"{name} logged:", *one.log[-30:]]))
        raise
    finally:
        await made.end()


def _replaced(words: str, pairs: Mapping[str, str]) -> str:
    for old, new in pairs.items():
        words = words.replace(old, new)
    return words
