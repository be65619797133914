"""From line to line through the components of a file, and over each component when it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from confkit.ical._lines import parse
from confkit.ical._lint import _alarms, _content, _entries, _identities, _methods, _octets, _parameters, _spans, _zones
from confkit.ical._lint._components import COMPONENTS, HOMES
from confkit.ical._lint._frame import Frame
from confkit.ical._lint._report import Place

if TYPE_CHECKING:
    from confkit.ical._lines import Line, Unfolded
    from confkit.ical._lint._report import Report

__all__ = ["Walk"]

_DEEPEST = 20
_NAME = re.compile("[A-Za-z0-9-]+")
_ENTRIES = {*_methods.ENTRIES, "VAVAILABILITY", "AVAILABLE"}
_OBSERVANCES = {"STANDARD", "DAYLIGHT"}
_KINDS = {
    "NAME": ("the calendar has two names in the same language", "RFC 7986 5.1"),
    "DESCRIPTION": ("the calendar has two descriptions in the same language", "RFC 7986 5.2"),
    "STYLED-DESCRIPTION": ("only one STYLED-DESCRIPTION may lack DERIVED=TRUE", "RFC 9073 6.5"),
}


class Walk:
    """Where the linter is: the components that are open, the file itself being the outermost."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._root = Frame("", 0, None)
        self._top = self._root
        self._depth = 0
        self._beyond = 0

    def take(self, unfolded: Unfolded) -> None:
        """Look at the next content line."""
        if _octets.is_too_long(unfolded, self._report):
            return
        line = parse(unfolded)
        path = self._top.at(line.name)
        _octets.check(unfolded, path, self._report)
        if line.flaws:
            _octets.tell(line, path, self._report)
        if line.name in {"BEGIN", "END"}:
            name = self._named(line)
            if name:
                (self._begin if line.name == "BEGIN" else self._end)(name, line.number)
        elif line.name and not self._beyond:
            self._property(line, path)

    def finish(self) -> None:
        """Look at what is still open at the end of the file."""
        while self._top is not self._root:
            self._close(is_ended=False)

    def _begin(self, name: str, number: int) -> None:
        if self._beyond or self._depth == _DEEPEST:
            if not self._beyond:
                says = f"components are nested more than {_DEEPEST} levels deep; the innermost were not checked"
                self._report.add("ical.too-deep", Place(number, 1, self._top.path), says=says)
            self._beyond += 1
            return
        self._make_room(name)
        frame = Frame(name, number, self._top)
        parents = COMPONENTS[name].parents if name in COMPONENTS else ()
        if self._top is self._root:
            if name != "VCALENDAR":
                self._report.add("ical.outside", frame.begin(), name)
        elif self._top.name in COMPONENTS and (name == "VCALENDAR" or (parents and self._top.name not in parents)):
            says = f"{name} is not allowed in {self._top.name}"
            self._report.add("ical.nesting", frame.begin(), says=says, hint=_homes(name, parents))
        self._top = frame
        self._depth += 1

    def _named(self, line: Line) -> str:
        """Return which component BEGIN or END names, or nothing."""
        if not _NAME.fullmatch(line.value):
            self._report.add(
                "ical.name", Place.of(line, self._top.path), line.value, says="not the name of a component"
            )
        name = line.value.strip().upper()
        return name if _NAME.fullmatch(name) else ""

    def _make_room(self, name: str) -> None:
        """Close what has no END, if the new component can stand in something that is open, and not in the innermost."""
        parents = COMPONENTS[name].parents if name in COMPONENTS else ()
        wanted = self._root if name == "VCALENDAR" else self._top
        while parents and wanted is not self._root and wanted.name not in parents and wanted.name in COMPONENTS:
            wanted = wanted.parent or self._root
        if wanted is self._root and name != "VCALENDAR":
            return
        if name == "VCALENDAR" or wanted.name in parents:
            while self._top is not wanted:
                self._close(is_ended=False)

    def _end(self, name: str, number: int) -> None:
        if self._beyond:
            self._beyond -= 1
            return
        frame: Frame | None = self._top
        while frame and frame.name != name:
            frame = frame.parent
        if frame and frame is not self._root:
            while self._top is not frame:
                self._close(is_ended=False)
            self._close()
            return
        place = Place(number, 1, self._top.path)
        if self._top is self._root or name in COMPONENTS:
            self._report.add("ical.unbalanced", place, name, says=f"END:{name} has no BEGIN:{name}")
        else:
            # Nobody begins a component of that name: a slip of the pen in the END of the innermost.
            says = f"END:{name} is here, but END:{self._top.name} is needed for line {self._top.line}"
            self._report.add("ical.unbalanced", place, name, says=says)
            self._close()

    def _close(self, *, is_ended: bool = True) -> None:
        frame = self._top
        if not is_ended:
            says = f"BEGIN:{frame.name} has no END"
            self._report.add("ical.unbalanced", frame.begin(), frame.name, says=says)
        _required(frame, self._report)
        _whole(frame, self._report)
        self._top = frame.parent or self._root
        self._depth -= 1

    def _property(self, line: Line, path: str) -> None:
        frame, report = self._top, self._report
        if frame is self._root:
            report.add("ical.outside", Place(line.number, 1, path), line.name)
            return
        if frame.children and not frame.is_disordered and frame.name in {"VCALENDAR", "VEVENT", "VTODO"}:
            frame.is_disordered = True
            says = f"{line.name} follows an inner component"
            report.add("ical.property-order", Place(line.number, 1, path), says=says)
        _counted(line, frame, path, report)
        # What a component means that no standard has, its maker alone knows.
        if line.flaws or frame.name not in COMPONENTS:
            return
        if line.params:
            _parameters.check(line, path, report)
            _zones.used(line, frame)
        _content.check(line, frame.name, path, report)
        if line.name == "EXDATE":
            frame.exdates.setdefault(_content.type_of(line), line)
        elif line.name == "RDATE" and frame.name in _OBSERVANCES:
            _zones.listed(line, frame, path, report)


def _homes(name: str, parents: tuple[str, ...]) -> str:
    return f"move it into {' or '.join(parents)}" if parents else f"write the missing END before BEGIN:{name}"


def _counted(line: Line, frame: Frame, path: str, report: Report) -> None:
    """Take a property into its component, and tell of one too many or in the wrong place."""
    component = COMPONENTS.get(frame.name)
    if component is None:
        return
    count = frame.add(line)
    if count > 1 and line.name in component.once:
        says = f"{line.name} occurs twice"
        report.add("ical.twice", Place(line.number, 1, path), line.value, says=says, rule=component.section)
    elif count > 1 and not _methods.again(frame, line, Place(line.number, 1, path), report) and line.name == "RRULE":
        report.add("ical.rrule-twice", Place(line.number, 1, path), line.value)
    kind = _kind(line, frame)
    if kind in frame.kinds:
        says, rule = _KINDS[line.name]
        report.add("ical.twice", Place(line.number, 1, path), line.value, says=says, rule=rule)
    elif kind:
        frame.kinds.add(kind)
    homes = HOMES.get(line.name)
    if homes and frame.name not in homes:
        says = f"{line.name} has no meaning in {frame.name}"
        hint = f"move it into {' or '.join(sorted(homes))}"
        report.add("ical.misplaced", Place(line.number, 1, path), says=says, hint=hint)


def _kind(line: Line, frame: Frame) -> tuple[str, str] | None:
    """Return of what there can be one, of a property that may be repeated: a name in a language, a text of its own."""
    if line.name == "STYLED-DESCRIPTION":
        return None if (line.param("DERIVED") or "").upper() == "TRUE" else (line.name, "")
    if line.name in _KINDS and frame.name == "VCALENDAR":
        return line.name, (line.param("LANGUAGE") or "").lower()
    return None


def _required(frame: Frame, report: Report) -> None:
    component = COMPONENTS.get(frame.name)
    if component is None:
        return
    needed = component.required
    # RFC 5545 3.6.1: a message may leave the start out; which ones may not, RFC 5546 says.
    if frame.name == "VEVENT" and not frame.method:
        needed = (*needed, "DTSTART")
    for name in needed:
        if name not in frame.first:
            says = f"{frame.name} needs {name}"
            report.add("ical.missing", frame.begin(name), says=says, rule=component.section, hint=f"add {name}")


def _whole(frame: Frame, report: Report) -> None:
    """Look at a component as a whole."""
    name = frame.name
    if name in _ENTRIES:
        _entries.check(frame, report)
    if name in _methods.ENTRIES:
        _identities.remember(frame, report)
        _methods.check(frame, report)
    elif name == "VALARM":
        _alarms.check(frame, report)
    elif name == "VTIMEZONE":
        _zones.declared(frame, report)
    elif name in _OBSERVANCES:
        _zones.observance(frame, report)
    elif name == "VCALENDAR":
        _zones.check(frame, report)
        _spans.finish(frame, report)
        _methods.mixed(frame, report)
        _identities.check(frame, report)
