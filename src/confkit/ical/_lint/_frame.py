"""A component while its lines go by: as much of it as rules over the whole of it need, however long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from confkit.ical._lint._components import COMPONENTS, OTHERS
from confkit.ical._lint._messages import MESSAGES
from confkit.ical._lint._report import Place

if TYPE_CHECKING:
    from confkit.ical._lines import Line
    from confkit.ical._lint._values import Stamp
    from confkit.ical._observances import Observance, Rules

__all__ = ["Frame", "Span"]

_SHOWN = 60
"""As many characters of a name as a path shows: no standard has a longer one."""

_REMEMBERED = OTHERS.union(
    *(component.once for component in COMPONENTS.values()),
    *(message.must + message.never + message.once for message in MESSAGES.values()),
)


class Span(NamedTuple):
    """A start and an end of one type, their TZIDs, where the end stands, and the clause that it must keep to."""

    start: Stamp
    end: Stamp
    start_zone: str | None
    end_zone: str | None
    place: Place
    value: str
    rule: str | None


class Frame:
    """An open component: where it begins, the first two of each property that a rule asks for, what stands in it."""

    def __init__(self, name: str, line: int, parent: Frame | None) -> None:
        self.name = name
        self.line = line
        self.parent = parent
        self.calendar: Frame | None = self if name == "VCALENDAR" else parent.calendar if parent else None
        self.path = self._path(parent)
        self.first: dict[str, Line] = {}
        self.second: dict[str, Line] = {}
        self.counts: dict[str, int] = {}
        self.kinds: set[tuple[str, str]] = set()
        self.children: dict[str, int] = {}
        self.begun: dict[str, list[int]] = {}
        self.is_disordered = False
        # Of a calendar: its zones, and its entries by what identifies them.
        self.declared: dict[str, Rules | str] = {}
        self.used: dict[str, tuple[Place, int]] = {}
        self.identities: set[tuple[str, ...]] = set()
        self.uids: set[str] = set()
        self.masters: dict[tuple[str, str], str] = {}
        self.instances: list[tuple[str, str, str, Place, str]] = []
        self.spans: list[Span] = []
        # Of a VTIMEZONE: what its observances say; of an observance: when it begins again.
        self.observances: list[Observance | None] = []
        self.dates: list[str] = []
        # Of an entry: what its alarms count from, and an EXDATE of either type.
        self.anchors: dict[str, Place] = {}
        self.exdates: dict[str, Line] = {}

    def _path(self, parent: Frame | None) -> str:
        """The first calendar of a file needs no name: nearly all files hold one."""
        if parent is None:
            return ""
        number = parent.children.get(self.name, 0)
        parent.children[self.name] = number + 1
        if number < 2:
            parent.begun.setdefault(self.name, []).append(self.line)
        if self.name == "VCALENDAR" and not number:
            return ""
        name = f"{self.name[:_SHOWN]}[{number}]"
        return f"{parent.path}.{name}" if parent.path else name

    @property
    def method(self) -> str:
        """The METHOD of the calendar that this is in, in capitals, or nothing."""
        line = self.calendar.first.get("METHOD") if self.calendar else None
        return line.value.upper() if line else ""

    def at(self, name: str = "") -> str:
        """Return the path of a property."""
        name = name[:_SHOWN]
        return f"{self.path}.{name}" if self.path and name else self.path or name

    def begin(self, name: str = "") -> Place:
        """Return where the component begins, for what is not in it."""
        return Place(self.line, 1, self.at(name))

    def inner(self, name: str, number: int = 0) -> Place:
        """Return where the first component of a name in this one begins, or the second."""
        return Place(self.begun[name][number], 1, self.at(f"{name}[{number}]"))

    def place(self, name: str) -> Place:
        """Return where the value of the first property of this name stands."""
        return Place.of(self.first[name], self.at(name))

    def add(self, line: Line) -> int:
        """Take a property in, and return how many of its name there are."""
        if line.name not in _REMEMBERED:
            return 0
        (self.second if line.name in self.first else self.first).setdefault(line.name, line)
        count = self.counts[line.name] = self.counts.get(line.name, 0) + 1
        return count
