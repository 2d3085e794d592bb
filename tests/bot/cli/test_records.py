"""`redress records`: files are taken in line by line, whole or not at all, and once."""

import json
from pathlib import Path

import pytest

from tests.bot.cli.calls import call
from tests.bot.cli.house import Home

HEAD = "service_number,kind,period,threshold,sent_at\n"
LOG = (
    HEAD
    + "13812345678,roaming_use,2026-10,80%,2026-10-04 09:30\n"
    + "+86 138 1234 5678,roaming_use,2026-10,100%,2026-10-05T01:00:00Z\n"
    + "\n"
    + "13900000000,data_use,2026-09,,2026-09-20 12:00\n"
)
ENDINGS = (
    "service,announced_at,ends_at,areas,words\n"
    "彩铃乐库,2026-09-16,2026-10-15,北京市;310000,彩铃、炫铃\n"
    "手机报,,2026-10-01,,\n"
)


def written(text: str, name: str = "log.csv") -> str:
    Path(name).write_text(text, "utf-8")
    return name


def take(name: str, kind: str = "reminders", *more: str) -> tuple[int, str, str]:
    return call("records", "import", name, "--kind", kind, *more)


def test_a_log_is_taken_in_once(home: Home) -> None:
    name = written("\ufeff" + LOG)
    code, out, _ = take(name)
    assert (code, out.splitlines()) == (
        0,
        [
            "3 lines: 3 new, 0 known already",
            "2026-09  data_use: the log is known",
            "2026-10  roaming_use: the log is known",
        ],
    )
    code, out, _ = take(name, "reminders", "--json")
    assert (code, json.loads(out)) == (
        0,
        {
            "kind": "reminders",
            "lines": 3,
            "new": 0,
            "known": 3,
            "months": [
                {"kind": "data_use", "month": "2026-09"},
                {"kind": "roaming_use", "month": "2026-10"},
            ],
        },
    )
    listed = json.loads(call("records", "list", "--json")[1])["reminders"]
    assert [(one["kind"], one["month"], one["sent"]) for one in listed] == [
        ("roaming_use", "2026-10", 2),
        ("data_use", "2026-09", 1),
    ]
    assert "1381234" not in call("records", "list")[1]


def test_a_whole_month_is_known_for_every_kind(home: Home) -> None:
    code, out, _ = take(written(HEAD), "reminders", "--covers", "2026-10")
    assert code == 0
    assert out.splitlines() == [
        "0 lines: 0 new, 0 known already",
        "2026-10  activated: the log is known",
        "2026-10  data_use: the log is known",
        "2026-10  expiring: the log is known",
        "2026-10  roaming_tariff: the log is known",
        "2026-10  roaming_use: the log is known",
    ]


def test_ends_of_services_are_taken_in_once_and_mended(home: Home) -> None:
    assert take(written(ENDINGS), "endings")[:2] == (0, "2 lines: 2 new, 0 known already\n")
    assert take(written(ENDINGS), "endings")[1] == "2 lines: 0 new, 2 known already\n"
    mended = ENDINGS.replace("手机报,,", "手机报,2026-08-01,")
    assert take(written(mended), "endings")[1] == "2 lines: 1 new, 1 known already\n"
    assert call("records", "list")[1].splitlines() == [
        "2026-10-15  彩铃乐库  announced 2026-09-16  110000;310000",
        "2026-10-01  手机报  announced 2026-08-01  everywhere",
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (
            "138,roaming_use,2026-10,,2026-10-04 09:30",
            "line 2: service_number “138” is no phone number and no account of 4 to 40 characters",
        ),
        (
            "13812345678,roamin_use,2026-10,,2026-10-04 09:30",
            'line 2: kind “roamin_use” is no reminder of the catalogue; nearest is "roaming_use"',
        ),
        (
            "13812345678,roaming_use,October,,2026-10-04 09:30",
            "line 2: period “October” is no month like “2026-10”",
        ),
        (
            "13812345678,roaming_use,2026-10,,4.10.2026",
            "line 2: sent_at “4.10.2026” is no time like “2026-10-04 09:30”",
        ),
        (
            "13812345678,roaming_use,2036-10,,2036-10-04 09:30",
            "line 2: sent_at “2036-10-04 09:30” is still to come",
        ),
        (
            "13812345678,roaming_use,2026-08,,2026-10-04 09:30",
            "line 2: sent_at “2026-10-04 09:30” is more than half a month away from its period",
        ),
        (
            f"13812345678,roaming_use,2026-10,{'x' * 41},2026-10-04 09:30",
            "line 2: threshold is too long: 100 characters at most, 40 for a threshold",
        ),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_changed(home: Home, line: str, why: str) -> None:
    code, out, errors = take(written(f"{HEAD}{line}\n{LOG.removeprefix(HEAD)}"))
    assert (code, out) == (1, "")
    assert errors.splitlines()[-2:] == [
        why,
        "redress: 1 of 4 lines are wrong; nothing was changed",
    ]
    assert json.loads(call("records", "list", "--json")[1]) == {"reminders": [], "endings": []}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (",2026-09-16,2026-10-15,,", "line 2: service is missing"),
        ("彩铃,soon,2026-10-15,,", "line 2: announced_at “soon” is no time like"),
        ("彩铃,2036-09-16,2026-10-15,,", "line 2: announced_at “2036-09-16” is still to come"),
        ("彩铃,,,,", "line 2: ends_at “” is no time like"),
        ("彩铃,,2026-10-15,朝阳区,", "line 2: areas “朝阳区” may mean 110105 "),
        ("彩铃,,2026-10-15,火星,", "line 2: areas “火星” is not known"),
    ],
)
def test_a_wrong_ending_is_named(home: Home, line: str, why: str) -> None:
    code, _, errors = take(
        written(f"service,announced_at,ends_at,areas,words\n{line}\n"), "endings"
    )
    assert code == 1
    assert errors.splitlines()[-2].startswith(why)


def test_many_wrong_lines_are_told_in_part(home: Home) -> None:
    lines = "".join("x,roaming_use,2026-10,,2026-10-04 09:30\n" for _ in range(50))
    errors = take(written(HEAD + lines))[2].splitlines()
    assert len([one for one in errors if one.startswith("line ")]) == 20
    assert errors[-2:] == [
        "and 30 more lines",
        "redress: 50 of 50 lines are wrong; nothing was changed",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "number,kind,period,sent_at\n",
            'redress: line 1: "number" is no column here; nearest is "service_number"',
        ),
        (
            "service_number,kind,sent_at\n",
            "redress: line 1: column period is missing; "
            "it begins service_number,kind,period,threshold,sent_at",
        ),
        (
            HEAD + "13812345678,roaming_use,2026-10,80%,2026-10-04 09:30,more\n",
            "redress: line 2 has more values than there are columns",
        ),
    ],
)
def test_a_file_of_another_shape_is_refused(home: Home, text: str, why: str) -> None:
    code, _, errors = take(written(text))
    assert (code, errors.splitlines()[-1]) == (1, why)


def test_a_file_in_another_encoding_says_how_to_save_it(home: Home) -> None:
    Path("log.csv").write_bytes(ENDINGS.encode("gb18030"))
    code, _, errors = take("log.csv", "endings")
    assert code == 1
    assert errors.splitlines()[-1].endswith("; save it as CSV in UTF-8")


def test_how_it_is_called_wrongly(home: Home) -> None:
    name = written(LOG)
    assert take(name, "bills")[0] == 2
    assert take(name, "endings", "--covers", "2026-10")[0] == 2
    assert take(name, "reminders", "--covers", "October")[0] == 2
    assert take("nowhere.csv")[0] == 1
    assert call("records", "list")[1] == (
        "nothing is on record; see `redress records import --help`\n"
    )
