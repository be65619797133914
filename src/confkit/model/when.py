"""A moment as announced: what was said, and the instants that it can mean."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from confkit.errors import AmbiguousTimeError, Finding, InvalidValueError, invalid
from confkit.model._validators import filled, is_a, string, under
from confkit.model._value import Value
from confkit.model.time import PartialDate, as_date
from confkit.model.zones import AOE, as_zone, offset_text, parse_zone, zone_text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["When", "Window"]

Window: TypeAlias = tuple[dt.datetime, dt.datetime]
"""The earliest and the latest instant that something can mean, both in UTC."""

_DAY = dt.timedelta(days=1)
_FIRST_OFFSET = dt.timezone(dt.timedelta(hours=14))
_LAST_OFFSET = dt.timezone(dt.timedelta(hours=-12))
"""The clocks of the earth lie between UTC+14 (Kiribati) and UTC-12 (AoE)."""
_FIRST_MOMENT = dt.datetime.combine(dt.date.min, dt.time.min)
_LAST_MOMENT = dt.datetime.combine(dt.date.max, dt.time.max)
"""Python's calendar ends here; windows do too."""


def _as_zone(tz: dt.tzinfo | None) -> dt.tzinfo | None:
    """Convert what a zone field takes; what is none is left for the validator, which knows the field."""
    try:
        return None if tz is None else as_zone(tz)
    except InvalidValueError:
        return tz


def _zone(_: object, attribute: attrs.Attribute[dt.tzinfo | None], value: dt.tzinfo | None) -> None:
    if value is not None:
        try:
            as_zone(value)
        except InvalidValueError as error:
            raise under(attribute.name, error) from None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class When(Value):
    """A moment as announced: a date, perhaps a local time, perhaps a zone, and nothing that was not said.

    ``zone`` is a `zoneinfo.ZoneInfo`, `AOE`, a fixed offset, or ``None``, which means **not stated**. ``fold`` says
    which reading of a local time is meant that a change of clocks repeats or skips (PEP 495): ``None`` where the
    announcement did not say. ``raw`` holds the words of the source where they said more ("24:00", "noon").

    The text form borrows its brackets from RFC 9557: ``2025-04``, ``2025-04-13[AoE]``, ``2025-04-13T23:59``,
    ``2025-04-13T23:59+08:00``, ``2025-11-02T01:30-05:00[America/New_York]``.

    Raises:
        InvalidValueError: a time without a full date, a time with a zone of its own, a fold with nothing to choose.

    >>> When.parse("2025-04-13T23:59[AoE]").instant()
    datetime.datetime(2025, 4, 14, 11, 59, tzinfo=datetime.timezone.utc)
    """

    date: PartialDate = attrs.field(converter=as_date, validator=is_a(PartialDate))
    time: dt.time | None = attrs.field(default=None, validator=is_a(dt.time, optional=True))
    zone: dt.tzinfo | None = attrs.field(default=None, converter=_as_zone, validator=_zone)
    fold: int | None = attrs.field(default=None, validator=is_a(int, optional=True))
    raw: str | None = attrs.field(default=None, validator=filled)

    def __attrs_post_init__(self) -> None:
        if self.time is not None:
            if self.date.day is None:
                raise invalid(
                    "when.time",
                    "a time needs a date to the day",
                    path="time",
                    value=str(self.time),
                    hint="write the day, or leave the time out",
                )
            if self.time.tzinfo is not None or self.time.fold:
                raise invalid(
                    "when.time",
                    "the time is a local one, without zone and fold of its own",
                    path="time",
                    value=self.time,
                    hint="put the zone into zone, the fold into fold",
                )
        if self.fold is not None:
            if self.fold not in {0, 1}:
                raise invalid(
                    "when.fold",
                    "fold is 0 or 1",
                    path="fold",
                    value=self.fold,
                    rule="PEP 495",
                    hint="write 0 for the first reading of a local time, 1 for the second",
                )
            if len(self._readings()) < 2:
                object.__setattr__(self, "fold", None)  # one reading: nothing to say, and equal values must be equal

    @classmethod
    def parse(cls, text: str, *, zones: Mapping[str, str] | None = None, raw: str | None = None) -> When:
        """Return the moment of its text form, with the words of its source where they said more.

        ``T24:00`` is the next midnight, and ``24:00`` its words. A ``Z`` before a zone in brackets says nothing of the
        zone: the time is that of UTC, and is turned into the zone's own (RFC 9557 3.4). ``zones`` says what the
        abbreviations in brackets mean; without it they are errors, never guesses.

        Raises:
            InvalidValueError: the text is no moment, or its offset is never in force in its zone at that time.

        >>> When.parse("2025-04-13").zone is None
        True
        """
        date, time, words, offset_words, zone_words = _read(string(text, "a moment"))
        offset = parse_zone(offset_words) if offset_words else None
        named = parse_zone(zone_words, zones) if zone_words else None
        when = cls(date=date, time=time, zone=named or offset, raw=words if raw is None else raw)
        if named and offset_words in {"Z", "z"}:
            return when._from_utc(text)
        return when._read_at(offset, text) if named and offset else when

    def _from_utc(self, text: str) -> When:
        """Return the same moment with its time, which was that of UTC, on the clocks of its zone."""
        try:
            local = self._local(0).replace(tzinfo=dt.UTC).astimezone(self.zone)
        except OverflowError:
            raise invalid("date.none", "there is no such date in that zone", value=text, hint="drop the zone") from None
        time = local.time().replace(fold=0)
        return attrs.evolve(self, date=local.date(), time=time, fold=local.fold)

    def _read_at(self, offset: dt.tzinfo, text: str) -> When:
        """Return this with the reading of its local time that the stated offset chooses."""
        for fold in (0, 1):
            if self._local(fold).utcoffset() == offset.utcoffset(None):
                return attrs.evolve(self, fold=fold)
        raise invalid(
            "when.offset",
            f"{zone_text(self.zone or dt.UTC)} never has that offset at that time",
            value=text,
            rule="RFC 9557 3.4",
            hint="keep the offset or the zone, whichever was announced",
        )

    def window(self) -> Window:
        """Return the earliest and the latest instant that this can mean, in UTC; it always works.

        A date without an hour is its whole day, from the first instant of it to the first of the next, whatever the
        clocks do at midnight. A local time that its zone skips or repeats spans both readings. A zone not stated is
        anywhere from UTC+14 to UTC-12.

        >>> [str(end) for end in When.parse("2025-04-13").window()]
        ['2025-04-12 10:00:00+00:00', '2025-04-14 12:00:00+00:00']
        """
        if self.time is not None:
            local = self._local(self.fold or 0)
            if self.zone is None:
                return self._span(local, local)
            readings = self._readings() if self.fold is None else (_utc(local),)
            return min(readings), max(readings)
        return self._span(_midnight(self.date.first), _midnight(self.date.last, 1))

    def start_window(self) -> Window:
        """Return the window of the moment at which this starts: of a date without an hour, its first midnight."""
        if self.time is not None:
            return self.window()
        return self._span(_midnight(self.date.first), _midnight(self.date.last))

    def end_window(self) -> Window:
        """Return the window of the moment at which this ends: of a date without an hour, its last midnight.

        >>> [str(end) for end in When.parse("2025-04-13").end_window()]
        ['2025-04-13 10:00:00+00:00', '2025-04-14 12:00:00+00:00']
        """
        if self.time is not None:
            return self.window()
        return self._span(_midnight(self.date.first, 1), _midnight(self.date.last, 1))

    def instant(self) -> dt.datetime:
        """Return the one instant that this means, in UTC.

        Raises:
            AmbiguousTimeError: more than one follows; the message says what is missing.
        """
        if self.missing:
            raise AmbiguousTimeError(
                Finding(
                    code="when.ambiguous",
                    message=f"no single instant follows: {self._what_is_missing()}",
                    value=str(self),
                    hint="use window() for the earliest and the latest instant",
                )
            )
        return self.window()[0]

    def _what_is_missing(self) -> str:
        if self.missing == ("reading",):
            return f"the local time is {self.local_problem} in its zone, and the offset that tells is not stated"
        *firsts, last = (f"the {gap}" for gap in self.missing)
        return f"{', '.join(firsts)} and {last} are not stated" if firsts else f"{last} is not stated"

    @property
    def missing(self) -> tuple[str, ...]:
        """What keeps this from being one instant: ``day``, ``hour``, ``zone``, or which ``reading`` of a local time."""
        if self.time is None:
            gaps = ("day", "hour") if self.date.day is None else ("hour",)
            return (*gaps, "zone") if self.zone is None else gaps
        if self.zone is None:
            return ("zone",)
        return ("reading",) if self.fold is None and self._clocks_change and len(self._readings()) > 1 else ()

    @property
    def local_problem(self) -> Literal["skipped", "repeated"] | None:
        """Whether the local time does not exist in its zone, or exists twice there, whatever ``fold`` says."""
        readings = self._readings()
        if len(readings) < 2:
            return None
        return "repeated" if readings[0] < readings[1] else "skipped"

    def rfc9557(self) -> str:
        """Return the text of RFC 9557 for the one instant; AoE is written as ``Etc/GMT+12``.

        Raises:
            AmbiguousTimeError: more than one instant follows.

        >>> When.parse("2025-04-13T23:59[AoE]").rfc9557()
        '2025-04-13T23:59:00-12:00[Etc/GMT+12]'
        """
        self.instant()
        local = self._local(self.fold or 0)
        offset = offset_text(local.utcoffset() or dt.timedelta(0))
        name = "Etc/GMT+12" if self.zone is AOE else zone_text(local.tzinfo or dt.UTC)
        if len(offset) > len(
            "+00:00"
        ):  # RFC 3339 5.6: an offset is whole minutes; RFC 9557 3.4: Z agrees with any zone
            local, offset = local.astimezone(dt.UTC), "Z"
        return local.replace(tzinfo=None).isoformat() + offset + ("" if name == offset else f"[{name}]")

    def _local(self, fold: int) -> dt.datetime:
        local = dt.datetime.combine(self.date.first, self.time or dt.time(), tzinfo=self.zone)
        return local if local.fold == fold else local.replace(fold=fold)

    def _readings(self) -> tuple[dt.datetime, ...]:
        """The instants that the local time can mean in its zone: one, or two around a change of clocks."""
        if self.time is None or self.zone is None:
            return ()
        first = _utc(self._local(0))
        second = _utc(self._local(1)) if self._clocks_change else first
        return (first,) if first == second else (first, second)

    @property
    def _clocks_change(self) -> bool:
        """Whether the clocks of the zone may change: those of AoE and of a fixed offset never do."""
        return self.zone is not AOE and not isinstance(self.zone, dt.timezone)

    def _span(self, first: dt.datetime, last: dt.datetime) -> Window:
        """The instants of two local times; of one that a zone skips or repeats, the first (PEP 495: ``fold`` 0)."""
        low, high = (_FIRST_OFFSET, _LAST_OFFSET) if self.zone is None else (self.zone, self.zone)
        return _utc(first.replace(tzinfo=low)), _utc(last.replace(tzinfo=high))

    def __str__(self) -> str:
        name = None if self.zone is None else zone_text(self.zone)
        if self.time is None:
            return str(self.date) + (f"[{name}]" if name else "")
        text = f"{self.date}T{_clock_text(self.time)}"
        if self.raw == "24:00" and self.time == dt.time() and self.date.first != dt.date.min:
            text = f"{PartialDate.of(self.date.first - _DAY)}T24:00"
        if isinstance(self.zone, dt.timezone):
            return text + (name or "")
        if self.fold is not None:
            text += offset_text(self._local(self.fold).utcoffset() or dt.timedelta(0))
        return text + (f"[{name}]" if name else "")

    def __repr__(self) -> str:
        told = self.raw is None or (self.raw == "24:00" and "T24:00" in str(self))
        return f"When.parse({str(self)!r})" if told else f"When.parse({str(self)!r}, raw={self.raw!r})"


def _clock_text(time: dt.time) -> str:
    return time.isoformat(timespec="auto" if time.second or time.microsecond else "minutes")


def _midnight(day: dt.date, later: int = 0) -> dt.datetime:
    """The midnight that starts a day (or one ``later``), kept inside what Python's calendar holds."""
    start = dt.datetime.combine(day, dt.time())
    return _LAST_MOMENT if later and day == dt.date.max else start + _DAY * later


def _utc(local: dt.datetime) -> dt.datetime:
    try:
        return local.astimezone(dt.UTC)
    except OverflowError:
        return (_FIRST_MOMENT if local.year == 1 else _LAST_MOMENT).replace(tzinfo=dt.UTC)


_NOTATION = (
    r"(?P<date>[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)"
    r"(?:T(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)(?P<offset>[Zz]|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?)?"
    r"(?:\[(?P<zone>[^\[\]]{1,64})\])?"
)


_Parts: TypeAlias = tuple[PartialDate, dt.time | None, str | None, str | None, str | None]
"""Date, time, words of the source, and the text of offset and zone."""


def _read(text: str) -> _Parts:
    """Return the parts of a moment's text; raise if it is none."""
    match = re.fullmatch(_NOTATION, text)
    if match is None:
        message, hint = _problem(text)
        raise invalid("when.text", message, value=text, rule="RFC 9557 4.1", hint=hint)
    date, time, raw = PartialDate.parse(match["date"]), None, None
    if match["time"] is not None:
        date, time, raw = _clock(date, match["time"], text)
    return date, time, raw, match["offset"], match["zone"]


def _clock(date: PartialDate, clock: str, text: str) -> tuple[PartialDate, dt.time, str | None]:
    """Return date and time; 24:00 is the midnight that the next day starts with, and keeps its words."""
    if date.day is None:
        raise invalid("when.time", "a time needs a date to the day", value=text, hint="write it like 2025-04-13T23:59")
    if re.fullmatch(r"24:00(?::00(?:\.0+)?)?", clock):
        try:
            return PartialDate.of(date.first + _DAY), dt.time(), "24:00"
        except OverflowError:
            raise invalid(
                "date.none", "there is no such date", value=text, hint="9999-12-31T23:59 is as late as a date can be"
            ) from None
    try:
        return date, dt.time.fromisoformat(_padded(clock)), None
    except ValueError:
        raise invalid(
            "when.clock", "there is no such time of day", value=text, rule="RFC 3339 5.6", hint="write it like 23:59"
        ) from None


def _padded(clock: str) -> str:
    """Python 3.11 reads any number of decimals, but pads them; be exact about six."""
    head, dot, decimals = clock.partition(".")
    return f"{head}.{decimals:0<6}" if dot else clock


def _problem(text: str) -> tuple[str, str]:
    """Return what is wrong with the text of a moment, and the way out."""
    if text.lower() in {"tbd", "tba", "none", "rolling", "cancelled"}:
        return "this is no moment", _pending(text.lower())
    if re.search(r"(?i)[0-9] *[ap]\.?m\b", text):
        return "times are told on a 24-hour clock", "write 2025-04-13T23:59 for one minute to midnight"
    if re.search(r"[T ][0-9]:", text):
        return "an hour of one digit does not say whether it is before or after noon", "write 09:30 or 21:30"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9].*", text):
        return "this is no moment", _with_brackets(text)
    return "this is no moment", "write 2025-04, 2025-04-13, 2025-04-13T23:59[AoE] or 2025-04-13T23:59[Asia/Shanghai]"


def _with_brackets(text: str) -> str:
    """Return the way out of ``2025-04-13 23:59 PST``: the letter T, and the key of a zone in brackets."""
    day, clock, *words = text.split(" ")
    zone = "[Asia/Shanghai], with the key of the zone that is meant" if words else ""
    return f"write {day}T{clock}{zone}"


def _pending(word: str) -> str:
    """Return the way out of a word that stands for no date."""
    reason = "tbd" if word == "tba" else word
    return f'write {{pending: {reason}}}, in Python Pending("{reason}")'
