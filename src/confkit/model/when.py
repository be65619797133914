"""Announced moments: their text form, and the instants that a moment can mean."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

import attrs

from confkit.errors import AmbiguousTimeError, Finding, InvalidValueError, invalid
from confkit.model._validators import as_string, in_field, is_a, not_blank
from confkit.model._value import Value
from confkit.model.dates import PartialDate, as_partial_date
from confkit.model.zones import AOE, as_zone, offset_text, parse_zone, zone_text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["When", "Window"]

Window: TypeAlias = tuple[dt.datetime, dt.datetime]
"""The earliest and the latest instant that a date or a moment can mean, both in UTC."""

_DAY: Final = dt.timedelta(days=1)
_EASTERNMOST: Final = dt.timezone(dt.timedelta(hours=14))
_WESTERNMOST: Final = dt.timezone(dt.timedelta(hours=-12))
"""All clocks on earth are between UTC+14 (Kiribati) and UTC-12 (AoE)."""
_FIRST_MOMENT: Final = dt.datetime.combine(dt.date.min, dt.time.min)
_LAST_MOMENT: Final = dt.datetime.combine(dt.date.max, dt.time.max)
"""The last moment of Python's calendar. All windows are between `_FIRST_MOMENT` and `_LAST_MOMENT`."""


def _as_zone(tz: dt.tzinfo | None) -> dt.tzinfo | None:
    """Convert the value of the field ``zone``. A value that is not a zone is returned unchanged for the validator."""
    try:
        return None if tz is None else as_zone(tz)
    except InvalidValueError:
        return tz


def _is_zone(_: object, attribute: attrs.Attribute[dt.tzinfo | None], value: dt.tzinfo | None) -> None:
    """Accept a zone that `as_zone` accepts, or ``None``."""
    if value is not None:
        try:
            as_zone(value)
        except InvalidValueError as error:
            raise in_field(attribute.name, error) from None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class When(Value):
    """An announced moment: a date with an optional local time and an optional zone.

    Fields that were not announced stay empty: confkit never guesses a time or a zone.

    Attributes:
        date: The announced date, to the year, the month or the day.
        time: The local time; only a date to the day can have a time.
        end_of_day: Whether the announced time is 24:00, the midnight at the end of ``date``; then ``time`` is ``None``.
        zone: A `zoneinfo.ZoneInfo`, `AOE` or a fixed offset; ``None`` means that the zone is **not stated**.
        fold: When clocks are changed, a local time may occur twice or not at all, and then has two readings (PEP 495).
            0 is the first reading and 1 the second reading; ``None`` means that the local time has only one reading, or
            that the announcement does not state the reading.
        raw: The words of the announcement, if the other fields cannot express all of the words ("noon"). The words
            never change the meaning of the moment.

    The text form is similar to RFC 9557: ``2025-04``, ``2025-04-13[AoE]``, ``2025-04-13T23:59``,
    ``2025-04-13T24:00``, ``2025-04-13T23:59+08:00``, ``2025-11-02T01:30-05:00[America/New_York]``.

    Raises:
        InvalidValueError: There is a time, but no date to the day; ``time`` has a zone; ``time`` and ``end_of_day`` are
            both present; or ``fold`` is neither 0 nor 1.

    >>> When.parse("2025-04-13T23:59[AoE]").instant()
    datetime.datetime(2025, 4, 14, 11, 59, tzinfo=datetime.timezone.utc)
    """

    date: PartialDate = attrs.field(converter=as_partial_date, validator=is_a(PartialDate))
    time: dt.time | None = attrs.field(default=None, validator=is_a(dt.time, optional=True))
    end_of_day: bool = attrs.field(default=False, validator=is_a(bool))
    zone: dt.tzinfo | None = attrs.field(default=None, converter=_as_zone, validator=_is_zone)
    fold: int | None = attrs.field(default=None, validator=is_a(int, optional=True))
    raw: str | None = attrs.field(default=None, validator=not_blank)

    def __attrs_post_init__(self) -> None:
        self._check_time()
        if self.fold is not None:
            if self.fold not in {0, 1}:
                raise invalid(
                    "when.fold",
                    "fold must be 0 or 1",
                    path="fold",
                    value=self.fold,
                    rule="PEP 495",
                    hint="write 0 for the first reading of a local time, 1 for the second",
                )
            if len(self._readings()) < 2:
                object.__setattr__(self, "fold", None)  # a fold without meaning must not make equal moments unequal

    def _check_time(self) -> None:
        """Raise an error if ``time`` or ``end_of_day`` contradicts another field."""
        name = "time" if self.time is not None else "end_of_day"
        if self.time is None and not self.end_of_day:
            return
        if self.time is not None and self.end_of_day:
            raise invalid(
                "when.time",
                "a moment at the end of a day has no other time",
                path="time",
                value=str(self.time),
                hint="write either time or end_of_day",
            )
        if self.date.day is None:
            raise invalid(
                "when.time",
                "a time needs a date to the day",
                path=name,
                value=str(getattr(self, name)),
                hint="write the day, or leave the time out",
            )
        if self.time is not None and (self.time.tzinfo is not None or self.time.fold):
            raise invalid(
                "when.time",
                "time must be a local time, without zone and fold of its own",
                path="time",
                value=self.time,
                hint="put the zone into zone, the fold into fold",
            )
        if self.end_of_day and self.date.first == dt.date.max:
            raise invalid(
                "date.none",
                "no such date",
                value=f"{self.date}T24:00",
                hint="write 9999-12-31T23:59 or an earlier time",
            )

    @classmethod
    def parse(cls, text: str, *, zones: Mapping[str, str] | None = None, raw: str | None = None) -> When:
        """Return the moment that a text form stands for.

        ``zones`` maps abbreviations in brackets to zones: ``{"PT": "America/Los_Angeles"}``. Other abbreviations are
        errors, because the same abbreviation may mean several zones. ``raw`` becomes the field ``raw`` of the moment. A
        time in UTC (``Z``) is converted to the local time of the zone in brackets (RFC 9557 3.4).

        Raises:
            InvalidValueError: The text is not a moment, or the clocks of its zone never have the stated offset at the
                stated time.

        >>> When.parse("2025-04-13").zone is None
        True
        >>> When.parse("2025-04-13T24:00").end_of_day
        True
        """
        parts = _split_text(as_string(text, "a moment"))
        offset = parse_zone(parts.offset) if parts.offset else None
        named = parse_zone(parts.zone, zones) if parts.zone else None
        when = cls(date=parts.date, time=parts.time, end_of_day=parts.end_of_day, zone=named or offset, raw=raw)
        if named and parts.offset in {"Z", "z"}:
            return when._from_utc(text)
        return when._with_offset(offset, text) if named and offset else when

    def _from_utc(self, text: str) -> When:
        """Convert the time of this moment from UTC to the local time of its zone."""
        utc = self._local(0).replace(tzinfo=dt.UTC)
        try:
            local = utc.astimezone(self.zone)
        except OverflowError:
            raise invalid("date.none", "no such date in that zone", value=text, hint="leave the zone out") from None
        if local.replace(tzinfo=None, fold=0) == self.local:
            return attrs.evolve(self, fold=local.fold)
        time = local.time().replace(fold=0)
        return attrs.evolve(self, date=local.date(), time=time, end_of_day=False, fold=local.fold)

    def _with_offset(self, offset: dt.tzinfo, text: str) -> When:
        """Return a copy of this moment with the ``fold`` at which the clocks of its zone have the stated offset."""
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

    @property
    def local(self) -> dt.datetime | None:
        """The announced local date and time, without a zone; ``None`` if no time was announced.

        ``T24:00`` is 00:00 of the next day: ``local`` contains the next day, and ``date`` the announced day.

        >>> When.parse("2025-04-13T24:00[AoE]").local
        datetime.datetime(2025, 4, 14, 0, 0)
        """
        if self.end_of_day:
            return dt.datetime.combine(self.date.first + _DAY, dt.time())
        return None if self.time is None else dt.datetime.combine(self.date.first, self.time)

    def window(self) -> Window:
        """Return the earliest and the latest instant that this moment can mean, in UTC.

        A date without a time can mean every instant from the midnight before the day, month or year to the midnight
        after the day, month or year. If clocks are changed, a local time may occur twice or not at all; the window then
        extends from one reading to the other reading. If the zone is not stated, the moment can be in every zone from
        UTC+14 to UTC-12.

        >>> [str(end) for end in When.parse("2025-04-13").window()]
        ['2025-04-12 10:00:00+00:00', '2025-04-14 12:00:00+00:00']
        """
        if self.local is None:
            return self._span(_midnight(self.date.first), _midnight(self.date.last, 1))
        local = self._local(self.fold or 0)
        if self.zone is None:
            return self._span(local, local)
        readings = self._readings() if self.fold is None else (_to_utc(local),)
        return min(readings), max(readings)

    def start_window(self) -> Window:
        """Return the earliest and the latest instant at which this moment can begin, in UTC.

        A date without a time begins at the midnight before the day; a moment with a time begins at the time.

        >>> [str(end) for end in When.parse("2025-04-13").start_window()]
        ['2025-04-12 10:00:00+00:00', '2025-04-13 12:00:00+00:00']
        """
        if self.local is not None:
            return self.window()
        return self._span(_midnight(self.date.first), _midnight(self.date.last))

    def end_window(self) -> Window:
        """Return the earliest and the latest instant at which this moment can end, in UTC.

        A date without a time ends at the midnight after the day; a moment with a time ends at the time.

        >>> [str(end) for end in When.parse("2025-04-13").end_window()]
        ['2025-04-13 10:00:00+00:00', '2025-04-14 12:00:00+00:00']
        """
        if self.local is not None:
            return self.window()
        return self._span(_midnight(self.date.first, 1), _midnight(self.date.last, 1))

    def instant(self) -> dt.datetime:
        """Return the only instant that this moment can mean, in UTC.

        Raises:
            AmbiguousTimeError: The moment can mean more than one instant; see `missing`.
        """
        if self.missing:
            raise AmbiguousTimeError(
                Finding(
                    code="when.ambiguous",
                    message=f"no single instant follows: {self._missing_text()}",
                    value=str(self),
                    hint="use window() for the earliest and the latest instant",
                )
            )
        return self.window()[0]

    def _missing_text(self) -> str:
        """Return the missing parts of this moment in words, for a message."""
        if self.missing == ("reading",):
            return f"the local time is {self.local_problem} in its zone, and its offset is not stated"
        *firsts, last = (f"the {part}" for part in self.missing)
        return f"{', '.join(firsts)} and {last} are not stated" if firsts else f"{last} is not stated"

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that must still be stated before this moment means exactly one instant.

        The parts are ``day``, ``hour``, ``zone`` and ``reading``. The ``reading`` is missing if clocks are changed, so
        that the local time occurs twice or not at all, and the offset is not stated.

        >>> When.parse("2025-04").missing
        ('day', 'hour', 'zone')
        """
        if self.local is None:
            parts = ("day", "hour") if self.date.day is None else ("hour",)
            return (*parts, "zone") if self.zone is None else parts
        if self.zone is None:
            return ("zone",)
        return ("reading",) if self.fold is None and self._clocks_change and len(self._readings()) > 1 else ()

    @property
    def local_problem(self) -> Literal["skipped", "repeated"] | None:
        """``skipped`` if the local time never occurs in its zone, ``repeated`` if the local time occurs twice.

        ``None`` if the local time occurs once.

        Local times are skipped or repeated when clocks are changed. The value does not depend on ``fold``.

        >>> When.parse("2025-11-02T01:30-05:00[America/New_York]").local_problem
        'repeated'
        """
        readings = self._readings()
        if len(readings) < 2:
            return None
        return "repeated" if readings[0] < readings[1] else "skipped"

    def rfc9557(self) -> str:
        """Return this moment in the standard notation of RFC 9557.

        RFC 9557 has no AoE and no ``T24:00``: AoE is written as ``Etc/GMT+12``, ``T24:00`` as ``T00:00`` of the next
        day.

        Raises:
            AmbiguousTimeError: The moment can mean more than one instant.

        >>> When.parse("2025-04-13T23:59[AoE]").rfc9557()
        '2025-04-13T23:59:00-12:00[Etc/GMT+12]'
        """
        self.instant()
        local = self._local(self.fold or 0)
        offset = offset_text(local.utcoffset() or dt.timedelta(0))
        name = "Etc/GMT+12" if self.zone is AOE else zone_text(local.tzinfo or dt.UTC)
        # An offset in RFC 3339 5.6 has no seconds. UTC (Z) is allowed before any zone (RFC 9557 3.4).
        if len(offset) > len("+00:00"):
            local, offset = local.astimezone(dt.UTC), "Z"
        return local.replace(tzinfo=None).isoformat() + offset + ("" if name == offset else f"[{name}]")

    def _local(self, fold: int) -> dt.datetime:
        """Return the local date and time with its zone and a ``fold``; a date without a time gets 00:00."""
        local = (self.local or _midnight(self.date.first)).replace(tzinfo=self.zone)
        return local if local.fold == fold else local.replace(fold=fold)

    def _readings(self) -> tuple[dt.datetime, ...]:
        """Return the instants that the local time can mean in its zone.

        A local time that is skipped or repeated, because clocks are changed, has two readings; any other local time has
        one reading. A moment without a time or without a zone has no readings.
        """
        if self.local is None or self.zone is None:
            return ()
        first = _to_utc(self._local(0))
        second = _to_utc(self._local(1)) if self._clocks_change else first
        return (first,) if first == second else (first, second)

    @property
    def _clocks_change(self) -> bool:
        """Whether the offset of the zone may change: true for IANA zones, false for AoE and fixed offsets."""
        return self.zone is not AOE and not isinstance(self.zone, dt.timezone)

    def _span(self, first: dt.datetime, last: dt.datetime) -> Window:
        """Return the window from one local time to another.

        For a skipped or repeated local time, the first reading counts (PEP 495: ``fold`` 0).
        """
        east, west = (_EASTERNMOST, _WESTERNMOST) if self.zone is None else (self.zone, self.zone)
        return _to_utc(first.replace(tzinfo=east)), _to_utc(last.replace(tzinfo=west))

    def __str__(self) -> str:
        name = None if self.zone is None else zone_text(self.zone)
        if self.local is None:
            return str(self.date) + (f"[{name}]" if name else "")
        text = f"{self.date}T{'24:00' if self.time is None else _time_text(self.time)}"
        if isinstance(self.zone, dt.timezone):
            return text + (name or "")
        if self.fold is not None:
            text += offset_text(self._local(self.fold).utcoffset() or dt.timedelta(0))
        return text + (f"[{name}]" if name else "")

    def __repr__(self) -> str:
        raw = "" if self.raw is None else f", raw={self.raw!r}"
        return f"When.parse({str(self)!r}{raw})"


def _time_text(time: dt.time) -> str:
    """Return a time of day as ``23:59``, with seconds only if they are not 0."""
    return time.isoformat(timespec="auto" if time.second or time.microsecond else "minutes")


def _midnight(day: dt.date, days_later: int = 0) -> dt.datetime:
    """Return the midnight at the start of a day or some days later, but not after the end of Python's calendar."""
    start = dt.datetime.combine(day, dt.time())
    return _LAST_MOMENT if days_later and day == dt.date.max else start + _DAY * days_later


def _to_utc(local: dt.datetime) -> dt.datetime:
    """Convert a local time to UTC; the result is never outside Python's calendar."""
    try:
        return local.astimezone(dt.UTC)
    except OverflowError:
        return (_FIRST_MOMENT if local.year == 1 else _LAST_MOMENT).replace(tzinfo=dt.UTC)


# ---- the text form

_NOTATION: Final = (
    r"(?P<date>[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)"
    r"(?:T(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)(?P<offset>[Zz]|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?)?"
    r"(?:\[(?P<zone>[^\[\]]{1,64})\])?"
)
_END_OF_DAY: Final = r"24:00(?::00(?:\.0+)?)?"


class _TextParts(NamedTuple):
    """The parts of a text form. ``offset`` and ``zone`` are the texts of zones."""

    date: PartialDate
    time: dt.time | None
    end_of_day: bool
    offset: str | None
    zone: str | None


def _split_text(text: str) -> _TextParts:
    """Split a text form into its parts.

    Raises:
        InvalidValueError: The text is not a moment.
    """
    match = re.fullmatch(_NOTATION, text)
    if match is None:
        message, hint = _message_and_hint(text)
        raise invalid("when.text", message, value=text, rule="RFC 9557 4.1", hint=hint)
    date, clock = PartialDate.parse(match["date"]), match["time"]
    if clock is not None and date.day is None:
        raise invalid("when.time", "a time needs a date to the day", value=text, hint="write it like 2025-04-13T23:59")
    end_of_day = clock is not None and re.fullmatch(_END_OF_DAY, clock) is not None
    time = None if clock is None or end_of_day else _parse_time(clock, text)
    return _TextParts(date, time, end_of_day, match["offset"], match["zone"])


def _parse_time(clock: str, text: str) -> dt.time:
    """Return the time of day in ``clock``, a part of ``text``."""
    whole, dot, decimals = clock.partition(".")
    try:
        # Python 3.11 reads fewer than six decimals incorrectly.
        return dt.time.fromisoformat(f"{whole}.{decimals:0<6}" if dot else clock)
    except ValueError:
        raise invalid(
            "when.clock", "no such time of day", value=text, rule="RFC 3339 5.6", hint="write it like 23:59"
        ) from None


def _message_and_hint(text: str) -> tuple[str, str]:
    """Return the message and the hint of an error about a text that is not a moment."""
    if text.lower() in {"tbd", "tba", "none", "rolling", "cancelled"}:
        reason = "tbd" if text.lower() == "tba" else text.lower()
        return "not a date or time", f'write {{pending: {reason}}}, in Python Pending("{reason}")'
    if re.search(r"(?i)[0-9] *[ap]\.?m\b", text):
        return "times are written on a 24-hour clock", "write 2025-04-13T23:59 for 11:59 pm"
    if re.search(r"[T ][0-9]:", text):
        return "an hour of one digit may be before or after noon", "write 09:30 or 21:30"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9].*", text):
        return "not a date or time", _with_brackets(text)
    if re.fullmatch(r"[0-9]{1,2}:[0-9]{2}", text):
        return "a time without its date", "write it like 2025-04-13T23:59"
    return "not a date or time", "write 2025-04, 2025-04-13, 2025-04-13T23:59[AoE] or 2025-04-13T23:59[Asia/Shanghai]"


def _with_brackets(text: str) -> str:
    """Return the hint for a text such as ``2025-04-13 23:59 PST``, with the letter T and a zone in brackets."""
    day, clock, *words = text.split(" ")
    zone = "[Asia/Shanghai], with the key of the zone that is meant" if words else ""
    return f"write {day}T{clock}{zone}"
