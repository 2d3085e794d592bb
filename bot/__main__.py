"""`redress` and `python -m bot`: names and options. What a command needs it imports when called."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

cli = typer.Typer(
    help="Redress: the complaint desk of a telecom operator, in chat.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
staff = typer.Typer(help="The people of the desk.", no_args_is_help=True)
config = typer.Typer(help="The configuration.", no_args_is_help=True)
parked = typer.Typer(help="Events that could not be handled.", no_args_is_help=True)
cli.add_typer(staff, name="staff")
cli.add_typer(config, name="config")
cli.add_typer(parked, name="parked")

Config: TypeAlias = Annotated[
    str, typer.Option("--config", metavar="FILE", help="instead of ./config.toml")
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="as JSON")]


@cli.command()
def run(config: Config = "") -> None:
    """Migrate, start every configured part, serve until stopped."""
    from bot.cli import serving

    serving.run(config)


@cli.command()
def doctor(as_json: AsJson = False, config: Config = "") -> None:
    """Check everything; each failure comes with the command that mends it."""
    from bot.cli import doctor

    doctor.run(config, as_json=as_json)


@cli.command()
def stats(as_json: AsJson = False, config: Config = "") -> None:
    """Count tickets, events, messages, dialogs in progress and surveys."""
    from bot.cli import tickets

    tickets.stats(config, as_json=as_json)


@cli.command()
def ticket(number: str, as_json: AsJson = False, config: Config = "") -> None:
    """Show one ticket: fields, timeline, proposals, clocks, survey."""
    from bot.cli import tickets

    tickets.ticket(config, number, as_json=as_json)


@cli.command()
def demo(
    tickets: Annotated[int, typer.Option(min=1, max=5000, help="how many")] = 200,
    clear: Annotated[bool, typer.Option("--clear", help="remove them all")] = False,
    config: Config = "",
) -> None:
    """Play believable tickets in both languages; they can be removed again."""
    from bot.cli import demo

    demo.run(config, tickets, clear=clear)


@cli.command()
def simulate(
    language: Annotated[str, typer.Option(help="zh-CN or en")] = "",
    config: Config = "",
) -> None:
    """Be a subscriber in the terminal. No server may run on the same data."""
    from bot.cli import simulate

    simulate.run(config, language)


@cli.command()
def migrate(config: Config = "") -> None:
    """Bring the database to the tables of this version."""
    from bot.cli import keeping

    keeping.migrate(config)


@cli.command()
def backup(file: Path, config: Config = "") -> None:
    """Copy database and files into FILE (a tar), also while Redress serves. Not the keys."""
    from bot.cli import keeping

    keeping.backup(config, file)


@cli.command()
def restore(
    file: Path,
    check: Annotated[bool, typer.Option("--check", help="only look whether it is whole")] = False,
    config: Config = "",
) -> None:
    """Put database and files back from FILE; nothing that is there is written over."""
    from bot.cli import keeping

    keeping.restore(config, file, check=check)


@staff.command("add")
def staff_add(
    name: str,
    role: Annotated[str, typer.Option(help="agent, handler, supervisor, director or admin")],
    department: Annotated[str, typer.Option(help="a department's code of the catalogue")] = "",
    config: Config = "",
) -> None:
    """Add a person and print a link that signs them in once."""
    from bot.cli import people

    people.add(config, name, role, department)


@staff.command("link")
def staff_link(name: str, config: Config = "") -> None:
    """Print a fresh link that signs this person in once."""
    from bot.cli import people

    people.link(config, name)


@staff.command("list")
def staff_list(config: Config = "") -> None:
    """List the people of the desk."""
    from bot.cli import people

    people.everybody(config)


@config.command("init")
def config_init(config: Config = "") -> None:
    """Write a commented file with every key and its default."""
    from bot.cli import configuring

    configuring.init(config)


@config.command("show")
def config_show(config: Config = "") -> None:
    """Print what holds now, secrets hidden."""
    from bot.cli import configuring

    configuring.show(config)


@config.command("set")
def config_set(
    key: Annotated[str, typer.Argument(help="section.key, for instance telegram.token")],
    value: Annotated[
        str | None, typer.Argument(help="left out: asked for, so that no secret is on a screen")
    ] = None,
    config: Config = "",
) -> None:
    """Set one key in the file; comments stay."""
    from bot.cli import configuring

    configuring.put(config, key, value)


@parked.command("list")
def parked_list(as_json: AsJson = False, config: Config = "") -> None:
    """List the events that could not be handled, oldest first."""
    from bot.cli import tickets

    tickets.parked(config, as_json=as_json)


def main() -> None:
    """Run the command line; exits 0, 1 (it did not go well) or 2 (called wrongly)."""
    cli(prog_name="redress")


if __name__ == "__main__":
    main()
