"""The demo's people of the staff."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.tickets.ticket import Role, Ticket
from storage import Connection, demo, staff

# key -> name, role, department. Made up, all of them.
PEOPLE: Mapping[str, tuple[str, Role, str]] = {
    "agent": ("周敏", Role.AGENT, "CS"),
    "agent2": ("林晓", Role.AGENT, "CS"),
    "BIL": ("吴强", Role.HANDLER, "BIL"),
    "NET": ("徐静", Role.HANDLER, "NET"),
    "NET2": ("高原", Role.HANDLER, "NET"),
    "MKT": ("何佳", Role.HANDLER, "MKT"),
    "VAS": ("唐宁", Role.HANDLER, "VAS"),
    "ACC": ("罗丹", Role.HANDLER, "ACC"),
    "CHN": ("谢云", Role.HANDLER, "CHN"),
    "SEC": ("韩磊", Role.HANDLER, "SEC"),
    "ESC": ("冯岚", Role.HANDLER, "ESC"),
    "KEY": ("曹蕾", Role.HANDLER, "KEY"),
    "lead": ("孙涛", Role.SUPERVISOR, "CS"),
    "lead2": ("梁勇", Role.SUPERVISOR, "ESC"),
    "director": ("郑岚", Role.DIRECTOR, ""),
}
SECOND = {"NET": "NET2"}  # departments of two


@dataclass(frozen=True, slots=True)
class Desk:
    """The staff's ids by their keys."""

    people: Mapping[str, int]

    def __getitem__(self, who: str) -> int:
        return self.people[who]

    @staticmethod
    def role(who: str) -> Role:
        """The role of the person of this key."""
        return PEOPLE[who][1]

    def handler(self, ticket: Ticket) -> str:
        """The key of who works on a ticket: its owner, else somebody of its department."""
        owner = next((key for key, one in self.people.items() if one == ticket.owner), "")
        first = ticket.department if ticket.department in self.people else "agent"
        second = SECOND.get(first, first)
        return owner or (second if ticket.id % 2 else first)


def employed(c: Connection) -> Desk:
    """The demo's staff, made once; whoever of it has gone is made anew."""
    known = [one for one in (staff.load(c, number) for number in demo.employed(c)) if one]
    by_name = {one.name: one.id for one in known if one.active}
    people = {}
    for key, (name, role, department) in PEOPLE.items():
        people[key] = by_name.get(name) or staff.add(c, name, role, department)
    demo.employ(c, sorted({*people.values(), *(one.id for one in known)}))
    return Desk(people)
