"""The alarms worth setting, as a table; `python -m tools.watch` writes them down."""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alarm:
    """A rule for Prometheus: it rings when `when` held for so long. `page` wakes somebody up."""

    name: str
    when: str
    lasting: str
    words: str
    page: bool = False


ALARMS = (
    Alarm(
        "RedressDatabaseDown",
        "min(redress_database_up) == 0",
        "1m",
        "The database does not answer and nothing is taken in: see disk, log, `redress doctor`",
        page=True,
    ),
    Alarm(
        "RedressAnswersWait",
        'max(redress_outbox_oldest_seconds{priority="answer"}) > 60',
        "2m",
        "People who wrote get no answer. See the channel's trouble and `redress outbox list`",
        page=True,
    ),
    Alarm(
        "RedressNoticesWait",
        'max(redress_outbox_oldest_seconds{priority="notice"}) > 900',
        "5m",
        "News of tickets does not reach their people. As above",
        page=True,
    ),
    Alarm(
        "RedressBroadcastWaits",
        'max(redress_outbox_oldest_seconds{priority="broadcast"}) > 21600',
        "15m",
        "A broadcast goes on for more than six hours: is the rate of `[telegram]` what you have?",
    ),
    Alarm(
        "RedressEventsWait",
        "max(redress_inbox_oldest_seconds) > 60",
        "2m",
        "Events were accepted and are not handled. See the log for what fails",
        page=True,
    ),
    Alarm(
        "RedressClocksLate",
        "max(redress_clock_lag_seconds) > 60",
        "2m",
        "Deadlines and reminders do not fire. `redress doctor` names the ticket",
        page=True,
    ),
    Alarm(
        "RedressChannelTrouble",
        "max by (part) (redress_trouble) == 1",
        "3m",
        "A part says of itself that it does not work; GET /healthz says why",
        page=True,
    ),
    Alarm(
        "RedressEventsParked",
        "max(redress_inbox_parked_events) > 0",
        "1m",
        "An event could not be handled and waits for a person: `redress parked list`",
    ),
    Alarm(
        "RedressMessagesGivenUp",
        "max(redress_outbox_failed_rows) > 0",
        "1m",
        "A message was given up and its person does not know: `redress outbox list`",
    ),
    Alarm(
        "RedressTooFast",
        'sum(rate(redress_api_answers_total{status="429"}[5m])) * 60 > 30',
        "10m",
        "More than 30 times a minute we are asked to slow down: lower the rates of `[telegram]`",
    ),
    Alarm(
        "RedressManyBlocked",
        'sum(rate(redress_api_answers_total{status="403"}[15m])) * 60 > 10',
        "15m",
        "More than ten people a minute cannot be reached: what was sent to them?",
    ),
    Alarm(
        "RedressChannelFails",
        'sum(rate(redress_api_answers_total{status=~"0|5.."}[5m]))'
        " > 0.2 * sum(rate(redress_api_answers_total[5m]))",
        "5m",
        "A fifth of the calls of a channel fails: is it the network, a proxy, or the channel?",
    ),
    Alarm(
        "RedressSlowAnswers",
        "histogram_quantile(0.99,"
        " sum by (le) (rate(redress_received_to_delivered_seconds_bucket[5m]))) > 5",
        "10m",
        "One answer in a hundred takes more than five seconds",
    ),
    Alarm(
        "RedressSlowCommits",
        "histogram_quantile(0.99,"
        " sum by (le) (rate(redress_writer_batch_seconds_bucket[5m]))) > 0.5",
        "10m",
        "The work and commit of a batch take half a second: is the disk slow, or the database far?",
    ),
    Alarm(
        "RedressLogGrows",
        'max(redress_database_bytes{file="wal"}) > 1073741824',
        "15m",
        "SQLite's write-ahead log is not folded back: some program keeps the file open to read",
    ),
    Alarm(
        "RedressDiskFull",
        "min(redress_disk_free_bytes) < 1073741824",
        "5m",
        "Less than 1 GiB is left; when it is full nothing more is taken in",
        page=True,
    ),
    Alarm(
        "RedressSilent",
        "absent(redress_database_up)",
        "2m",
        "Nobody answers on the admin port: is `redress run` up, is `web.admin_port` set?",
        page=True,
    ),
)


def rules(made: str) -> str:
    """The rules as Prometheus reads them, under a line that says how they were `made`."""
    head = f"# {made}\ngroups:\n  - name: redress\n    rules:\n"
    return head + "".join(map(_rule, ALARMS))


def _rule(alarm: Alarm) -> str:
    return (
        f"      - alert: {alarm.name}\n"
        f"        expr: {json.dumps(alarm.when)}\n"
        f"        for: {alarm.lasting}\n"
        f"        labels: {{severity: {'page' if alarm.page else 'work'}}}\n"
        f"        annotations: {{summary: {json.dumps(alarm.words)}}}\n"
    )
