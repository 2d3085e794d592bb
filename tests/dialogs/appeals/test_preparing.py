"""What is said for the file of an appeal, and what staff find of it: kept whole, nothing else."""

from dataclasses import replace
from datetime import timedelta

from dialogs.appeals.dossier import Contact, Elsewhere
from dialogs.appeals.stating import applicant, contacts, dossier
from dialogs.model import Json
from dialogs.tickets.ticket import Ticket
from storage.ticket_rows import row, unrow
from tests.dialogs.tickets.office import ANN, LI, MONDAY, NETWORK, filed, make, refuse

TOLD = "十月中旬报修过，没有结果"
LATER = MONDAY + timedelta(days=20)
RANG: dict[str, Json] = {"words": "11月1日又打过10086", "on": "2026-11-01", "number": "7788"}
PERSON: dict[str, Json] = {
    "name": "李红",
    "address": "中关村东路某小区6号楼",
    "postcode": "100190",
    "phone": "+8613400000029",
}


def mine() -> Ticket:
    return filed(replace(NETWORK, reported_before=TOLD, service_number="+8613400000029")).ticket


def test_what_is_said_is_kept_and_may_be_changed_or_taken_back() -> None:
    told = make(mine(), "prepare_appeal", ANN, fields={**PERSON, "employer": "某公司"}).ticket
    again = make(told, "prepare_appeal", ANN, fields={"postcode": "100191", "employer": ""}).ticket
    assert applicant(again).postcode == "100191"
    assert applicant(again).employer == ""
    assert applicant(again).address == PERSON["address"]


def test_the_name_of_the_filing_is_filled_and_never_overwritten() -> None:
    assert make(mine(), "prepare_appeal", ANN, fields=PERSON).ticket.filing.name == "李红"
    named = replace(mine(), filing=replace(mine().filing, name="李小红"))
    told = make(named, "prepare_appeal", ANN, fields=PERSON).ticket
    assert (told.filing.name, applicant(told).name) == ("李小红", "李红")


def test_a_filing_says_name_and_phone_as_long_as_nothing_else_was_said() -> None:
    filing = replace(mine().filing, name="李红", contact_phone="+8613900000001")
    named = replace(mine(), filing=filing)
    assert (applicant(named).name, applicant(named).phone) == ("李红", "+8613900000001")


def test_the_relation_to_the_number_is_one_of_four() -> None:
    told = make(mine(), "prepare_appeal", ANN, fields={"relation": "agent"}).ticket
    assert told.filing.relation == "agent"
    assert make(told, "prepare_appeal", ANN, fields={"relation": "boss"}).ticket == replace(
        told, revision=told.revision + 1, dossier=dossier(told)
    )


def test_other_bodies_are_those_that_are_known_and_none_is_an_answer() -> None:
    assert not dossier(mine()).asked_elsewhere
    none = make(mine(), "prepare_appeal", ANN, fields={"elsewhere": []}).ticket
    assert (dossier(none).asked_elsewhere, dossier(none).elsewhere) == (True, ())
    fields: dict[str, Json] = {"elsewhere": ["court", "pub"], "elsewhere_words": "海淀法院"}
    sued = make(none, "prepare_appeal", ANN, fields=fields).ticket
    assert dossier(sued).elsewhere == (Elsewhere(code="court", words="海淀法院"),)


def test_the_story_counts_as_stated_before_anything_is_asked() -> None:
    assert contacts(mine()) == (Contact(words=TOLD, told_at=MONDAY, source="story"),)
    assert contacts(filed(NETWORK).ticket) == ()


def test_contacts_told_anew_take_the_place_of_those_told_before() -> None:
    once = make(mine(), "prepare_appeal", ANN, fields={"contacts": [RANG]}).ticket
    assert [one.words for one in contacts(once)] == [TOLD, RANG["words"]]
    other: Json = [{"words": "去过营业厅", "on": "2026-11-31", "number": ""}]
    twice = make(once, "prepare_appeal", ANN, fields={"contacts": other}).ticket
    assert [(one.words, one.on) for one in contacts(twice)] == [(TOLD, ""), ("去过营业厅", "")]


def test_what_staff_confirmed_stays_whatever_is_told_anew() -> None:
    once = make(mine(), "prepare_appeal", ANN, fields={"contacts": [RANG]}).ticket
    good: dict[str, Json] = {"contact": 2, "outcome": "confirmed", "words": "热线有记录"}
    sure = make(once, "judge_contact", LI, fields=good).ticket
    told = make(sure, "prepare_appeal", ANN, fields={"contacts": []}).ticket
    assert [(one.words, one.status) for one in contacts(told)] == [
        (TOLD, "stated"),
        (RANG["words"], "confirmed"),
    ]
    assert contacts(told)[1].judged_name == LI.name


def test_what_is_not_found_stays_what_the_subscriber_says() -> None:
    fields: dict[str, Json] = {"contact": 1, "outcome": "not_found", "words": "十月没有报修记录"}
    seen = make(mine(), "judge_contact", LI, fields=fields).ticket
    assert len(contacts(seen)) == 1
    assert (contacts(seen)[0].words, contacts(seen)[0].status) == (TOLD, "not_found")


def test_a_judgement_names_a_contact_an_outcome_and_what_the_records_say() -> None:
    good: dict[str, Json] = {"contact": 1, "outcome": "confirmed", "words": "有记录"}
    assert refuse(mine(), "judge_contact", LI, fields={**good, "contact": 2}) == (
        "not-allowed-no-contact"
    )
    assert refuse(mine(), "judge_contact", LI, fields={**good, "outcome": "maybe"}) == (
        "not-allowed-contact-outcome"
    )
    assert refuse(mine(), "judge_contact", LI, fields={**good, "words": ""}) == (
        "not-allowed-no-words"
    )
    nobody = filed(NETWORK).ticket
    assert refuse(nobody, "judge_contact", LI, fields=good) == "not-allowed-no-contact"


def test_preparing_changes_neither_clocks_nor_state_nor_dates() -> None:
    before = mine()
    after = make(before, "prepare_appeal", ANN, LATER, fields=PERSON)
    out = make(after.ticket, "hand_out_file", ANN, LATER)
    assert out.ticket.dossier is not None
    assert out.ticket.dossier.handed == (LATER,)
    assert (out.ticket.clocks, out.ticket.state, out.ticket.level, out.ticket.next_step_at) == (
        before.clocks,
        before.state,
        before.level,
        before.next_step_at,
    )
    assert not (*after.notices, *out.notices, *after.tasks, *out.tasks)


def test_a_dossier_is_kept_sealed_and_read_again_whole() -> None:
    told = make(mine(), "prepare_appeal", ANN, fields={**PERSON, "contacts": [RANG]}).ticket
    kept = row(told, 1)
    assert "100190" not in str({**kept, "personal": ""})
    clocks = [{name: getattr(one, name) for name in one.__slots__} for one in told.clocks]
    assert unrow(kept, clocks, ()) == told


def test_a_ticket_kept_before_there_were_dossiers_is_read_still() -> None:
    kept = row(mine(), 1)
    personal = {name: one for name, one in kept["personal"].items() if name != "dossier"}
    assert unrow({**kept, "personal": personal}, (), ()).dossier is None
