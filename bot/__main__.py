"""`redress` and `python -m bot`: names and options. What a command needs it imports when called."""

import gc
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
outbox = typer.Typer(help="Messages that were given up, or wait.", no_args_is_help=True)
calendar = typer.Typer(help="The table of working days.", no_args_is_help=True)
key = typer.Typer(help="The numbers of key accounts.", no_args_is_help=True)
records = typer.Typer(
    help="What was sent and announced: consumption reminders, ends of services.",
    no_args_is_help=True,
)
planned = typer.Typer(help="Work on the network that is announced.", no_args_is_help=True)
cli.add_typer(staff, name="staff")
cli.add_typer(key, name="key")
cli.add_typer(config, name="config")
cli.add_typer(parked, name="parked")
cli.add_typer(outbox, name="outbox")
cli.add_typer(calendar, name="calendar")
cli.add_typer(planned, name="planned")
cli.add_typer(records, name="records")

Config: TypeAlias = Annotated[
    str, typer.Option("--config", metavar="FILE", help="instead of ./config.toml")
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="as JSON")]
Limit: TypeAlias = Annotated[int, typer.Option(min=1, help="show at most so many")]
All: TypeAlias = Annotated[bool, typer.Option("--all", help="all of them")]
Which: TypeAlias = Annotated[str, typer.Argument(metavar="ID", help="as the list shows it")]


@cli.command()
def run(config: Config = "") -> None:
    """Migrate, start every configured part, serve until stopped."""
    gc.disable()  # a start makes what stays: to look for rubbish in it is a quarter of its time
    from bot.cli import serving

    serving.run(config)


@cli.command()
def doctor(
    as_json: AsJson = False,
    mend: Annotated[
        bool, typer.Option("--mend", help="first set right what follows from other rows")
    ] = False,
    config: Config = "",
) -> None:
    """Check everything; each failure comes with the command that mends it."""
    from bot.cli import doctor

    doctor.run(config, as_json=as_json, mend=mend)


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
def report(  # noqa: PLR0913, PLR0917  the options that it has
    since: Annotated[str, typer.Option("--from", metavar="DAY", help="first day")] = "",
    until: Annotated[str, typer.Option("--to", metavar="DAY", help="last day: today")] = "",
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table, csv, xlsx or json")
    ] = "table",
    sheet: Annotated[
        str, typer.Option(metavar="NAME", help="of csv: measures, topics, days or quarter")
    ] = "",
    outside: Annotated[
        bool, typer.Option("--outside", help="as it may leave the firm: no number under 5")
    ] = False,
    language: Annotated[str, typer.Option(metavar="TAG", help="zh-CN or en")] = "",
    config: Config = "",
) -> None:
    """Report the 21 measures of 30 days or of others, with hot topics, daily watch and quarter."""
    from bot.cli import report

    report.run(
        config,
        report.Wanted(
            since=since, until=until, form=form, sheet=sheet, outside=outside, language=language
        ),
    )


@cli.command()
def incidents(
    everything: Annotated[bool, typer.Option("--all", help="those that are over as well")] = False,
    as_json: AsJson = False,
    config: Config = "",
) -> None:
    """Show incidents: stage, area, children, and how many of them were told what."""
    from bot.cli import incidents

    incidents.run(config, everything=everything, as_json=as_json)


@cli.command()
def digest(
    staff: Annotated[str, typer.Option(metavar="NAME", help="of this person only")] = "",
    as_json: AsJson = False,
    config: Config = "",
) -> None:
    """Show the newest daily list of each person of the desk."""
    from bot.cli import digest

    digest.run(config, staff, as_json=as_json)


@cli.command()
def forms(  # noqa: PLR0913, PLR0917  each is an option
    what: Annotated[
        str, typer.Argument(metavar="FORM", help="register, visits, summary; sheet, visit")
    ],
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="for sheet and visit")] = "",
    month: Annotated[str, typer.Option(help="like 2026-10; the last one if not said")] = "",
    since: Annotated[str, typer.Option("--from", metavar="DAY", help="like 2026-10-01")] = "",
    until: Annotated[str, typer.Option("--to", metavar="DAY", help="that day counts too")] = "",
    kind: Annotated[str, typer.Option("--format", help="pdf or xlsx")] = "pdf",
    language: Annotated[str, typer.Option(help="zh-CN or en")] = "",
    folder: Annotated[
        Path, typer.Option("--into", metavar="FOLDER", help="where the file goes")
    ] = Path(),
    config: Config = "",
) -> None:
    """Write a form to file: registration list, return visits, their report, a ticket's sheet."""
    from bot.cli import forms

    forms.run(
        config,
        forms.Typed(
            what=what,
            number=number,
            month=month,
            since=since,
            until=until,
            kind=kind,
            language=language,
            into=folder,
        ),
    )


@cli.command()
def demo(
    tickets: Annotated[int, typer.Option(min=1, max=5000, help="how many")] = 200,
    clear: Annotated[bool, typer.Option("--clear", help="remove them all")] = False,
    as_json: AsJson = False,
    config: Config = "",
) -> None:
    """Play a month of believable tickets in both languages; they can be removed again."""
    from bot.cli import demo

    demo.run(config, tickets, clear=clear, as_json=as_json)


@cli.command()
def simulate(
    language: Annotated[str, typer.Option(help="zh-CN or en")] = "",
    config: Config = "",
) -> None:
    """Be a subscriber in the terminal. No server may run on the same data."""
    from bot.cli import simulate

    simulate.run(config, language)


@cli.command()
def preview(
    folder: Annotated[
        Path, typer.Option("--into", metavar="FOLDER", help="where the pages go")
    ] = Path("build/preview"),
    config: Config = "",
) -> None:
    """Write every screen of every dialog as pages: both languages, each channel, the tables."""
    from bot.cli import preview

    preview.run(config, folder)


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
    area: Annotated[
        list[str] | None, typer.Option(help="a province, by code or name; again for more")
    ] = None,
    config: Config = "",
) -> None:
    """Add a person and print a link that signs them in once."""
    from bot.cli import people

    people.add(config, name, role, department, area or ())


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


@key.command("add")
def key_add(
    number: str,
    name: Annotated[str, typer.Option(help="what it is called on the list")] = "",
    config: Config = "",
) -> None:
    """Put a phone number or an account on the list of key accounts."""
    from bot.cli import keys

    keys.add(config, number, name)


@key.command("remove")
def key_remove(number: str, config: Config = "") -> None:
    """Take a number off the list."""
    from bot.cli import keys

    keys.remove(config, number)


@key.command("list")
def key_list(as_json: AsJson = False, config: Config = "") -> None:
    """List the key accounts, numbers masked."""
    from bot.cli import keys

    keys.everybody(config, as_json=as_json)


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
def parked_list(
    limit: Limit = 100,
    raw: Annotated[bool, typer.Option("--raw", help="with what they said: personal")] = False,
    as_json: AsJson = False,
    config: Config = "",
) -> None:
    """List the events that could not be handled, oldest first."""
    from bot.cli import parked

    parked.listed(config, limit, as_json=as_json, raw=raw)


@parked.command("retry")
def parked_retry(which: Which = "", everything: All = False, config: Config = "") -> None:
    """Have one event, or all of them, handled again."""
    from bot.cli import parked

    parked.retry(config, which, everything=everything)


@parked.command("drop")
def parked_drop(which: Which, config: Config = "") -> None:
    """Let an event go; what it said is forgotten."""
    from bot.cli import parked

    parked.drop(config, which)


@outbox.command("list")
def outbox_list(
    state: Annotated[str, typer.Option(help="failed, unknown or pending")] = "failed",
    limit: Limit = 100,
    as_json: AsJson = False,
    config: Config = "",
) -> None:
    """List messages that were given up, may have arrived, or wait; never their words."""
    from bot.cli import outbox

    outbox.listed(config, state, limit, as_json=as_json)


@outbox.command("retry")
def outbox_retry(which: Which = "", everything: All = False, config: Config = "") -> None:
    """Send one message, or all of them, that were given up; each keeps its place in its chat."""
    from bot.cli import outbox

    outbox.retry(config, which, everything=everything)


@outbox.command("drop")
def outbox_drop(which: Which, config: Config = "") -> None:
    """Let a message go that was given up."""
    from bot.cli import outbox

    outbox.drop(config, which)


Year: TypeAlias = Annotated[int, typer.Argument(min=2000, max=2100)]
Reason: TypeAlias = Annotated[str, typer.Option(help="shown beside the change")]


@calendar.command("show")
def calendar_show(year: Year, as_json: AsJson = False, config: Config = "") -> None:
    """Show the days of a year that differ from the weekday rule, and who changed what."""
    from bot.cli import calendar

    calendar.show(config, year, as_json=as_json)


@calendar.command("set")
def calendar_set(
    day: Annotated[str, typer.Argument(metavar="DAY", help="for instance 2027-02-20")],
    work: Annotated[str, typer.Argument(metavar="off|work")],
    reason: Reason = "",
    config: Config = "",
) -> None:
    """Say of one day whether it is worked; running limits are counted anew."""
    from bot.cli import calendar

    calendar.put(config, day, work, reason)


@calendar.command("import")
def calendar_import(
    year: Year,
    file: Annotated[Path, typer.Argument(help="lines such as `2027-02-20 work`; - is stdin")],
    reason: Reason = "",
    config: Config = "",
) -> None:
    """Take in a published arrangement, whole or not at all."""
    from bot.cli import calendar

    calendar.take(config, year, file, reason)


@calendar.command("confirm")
def calendar_confirm(
    year: Year,
    undo: Annotated[bool, typer.Option("--undo", help="it is not, after all")] = False,
    reason: Reason = "",
    config: Config = "",
) -> None:
    """Say that a year is published and complete; nothing in it is provisional then."""
    from bot.cli import calendar

    calendar.confirm(config, year, reason, undo=undo)


Work: TypeAlias = Annotated[int, typer.Argument(metavar="ID", help="as the list shows it")]
At: TypeAlias = Annotated[str, typer.Option(metavar="TIME", help='like "2026-11-20 01:00"')]


@records.command("import")
def records_import(
    file: Annotated[Path, typer.Argument(help="CSV; its first line names the columns")],
    kind: Annotated[str, typer.Option(help="reminders or endings")],
    covers: Annotated[
        list[str] | None,
        typer.Option(metavar="MONTH", help="the whole log of this month, of every kind: 2026-10"),
    ] = None,
    as_json: AsJson = False,
    config: Config = "",
) -> None:
    """Take in a file, whole or not at all; the same line twice changes nothing.

    reminders: service_number,kind,period,threshold,sent_at. endings:
    service,announced_at,ends_at,areas,words.
    """
    from bot.cli import records

    records.take(config, file, kind, covers or [], as_json=as_json)


@records.command("list")
def records_list(as_json: AsJson = False, config: Config = "") -> None:
    """Show the months whose reminder log is known, and the services that ended or will."""
    from bot.cli import records

    records.everything(config, as_json=as_json)


@planned.command("add")
def planned_add(  # noqa: PLR0913, PLR0917  an option for each thing to be known
    areas: Annotated[
        str, typer.Argument(metavar="AREAS", help="names or codes with ; between, or everywhere")
    ],
    services: Annotated[str, typer.Option(metavar="CODES", help="categories, ; between")],
    starts: At,
    ends: At,
    announced: Annotated[
        str, typer.Option(metavar="TIME", help="when the public was told; left out: not at all")
    ] = "",
    zh: Annotated[str, typer.Option(help="what is done, for people, in Chinese")] = "",
    en: Annotated[str, typer.Option(help="what is done, for people, in English")] = "",
    config: Config = "",
) -> None:
    """Enter announced work; times are the operator's."""
    from bot.cli import planned
    from dialogs.incidents.entering import Typed

    words = {"zh-CN": zh, "en": en}
    told = Typed(
        areas=areas, services=services, starts=starts, ends=ends, announced=announced, words=words
    )
    planned.add(config, told)


@planned.command("list")
def planned_list(
    past: Annotated[bool, typer.Option("--past", help="what is over")] = False,
    as_json: AsJson = False,
    config: Config = "",
) -> None:
    """List what goes on or is to come."""
    from bot.cli import planned

    planned.everything(config, past=past, as_json=as_json)


@planned.command("end")
def planned_end(which: Work, ends: str, reason: Reason = "", config: Config = "") -> None:
    """Say that work ends at another time."""
    from bot.cli import planned

    planned.end(config, which, ends, reason)


@planned.command("cancel")
def planned_cancel(which: Work, reason: Reason = "", config: Config = "") -> None:
    """Say that work does not take place, or is broken off."""
    from bot.cli import planned

    planned.cancel(config, which, reason)


@planned.command("import")
def planned_import(
    file: Annotated[
        Path,
        typer.Argument(help="CSV: areas,services,starts,ends,announced,zh-CN,en; - is stdin"),
    ],
    config: Config = "",
) -> None:
    """Take in a file of announced work, whole or not at all."""
    from bot.cli import planned

    planned.take(config, file)


def main() -> None:
    """Run the command line; exits 0, 1 (it did not go well) or 2 (called wrongly)."""
    cli(prog_name="redress")


if __name__ == "__main__":
    main()
