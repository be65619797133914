"""Dates to the year, month or day, spans of days, daily opening hours, and reasons for missing dates."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

import attrs

from confkit.errors import invalid, type_name, value_text
from confkit.model._validators import as_string, is_a, one_of
from confkit.model._value import Value
from confkit.model.text import Text, is_optional_text, optional_text

__all__ = ["Days", "Hours", "PartialDate", "Pending"]

_DAY = dt.timedelta(days=1)


@attrs.frozen(eq=False, repr=False)
class PartialDate(Value):
    """A year, a month or a day in the Gregorian calendar, in the years 1 to 9999.

    A year and a month have no ``day``, and a year has no ``month``. Dates cannot be compared with ``<``, since a month
    and one of its days have no order; use `before`.

    Raises:
        InvalidValueError: The month or day does not exist, or a day has no month.

    >>> PartialDate(2025, 4).last
    datetime.date(2025, 4, 30)
    >>> str(PartialDate.parse("2025-04"))
    '2025-04'
    """

    year: int = attrs.field(validator=is_a(int))
    month: int | None = attrs.field(default=None, validator=is_a(int, optional=True))
    day: int | None = attrs.field(default=None, validator=is_a(int, optional=True))

    def __attrs_post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise invalid(
                "date.precision", "a day needs its month", path="day", value=self.day, hint="write the month too"
            )
        try:
            dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        except (ValueError, OverflowError):
            raise invalid(
                "date.none",
                "no such date",
                value="-".join(
                    f"{value_text(part):0>2}" for part in (self.year, self.month, self.day) if part is not None
                ),
                rule="ISO 8601",
                hint="write 2025, 2025-04 or 2025-04-13",
            ) from None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return the date of a text such as ``2025``, ``2025-04`` or ``2025-04-13``.

        Raises:
            InvalidValueError: The text has another form, or the date does not exist.
        """
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", as_string(text, "a date"))
        if match is None:
            raise invalid(
                "date.text", "not a date", value=text, rule="ISO 8601", hint="write 2025, 2025-04 or 2025-04-13"
            )
        return cls(*(None if part is None else int(part) for part in match.groups()))  # type: ignore[arg-type]  # the first group always matches

    @classmethod
    def of(cls, date: dt.date) -> PartialDate:
        """Return the `PartialDate` of a `datetime.date`.

        Raises:
            InvalidValueError: ``date`` is a `datetime.datetime` or has another type.
        """
        if not isinstance(date, dt.date) or isinstance(date, dt.datetime):
            raise invalid(
                "value.type",
                f"a date must be a datetime.date, not {type_name(date)}",
                value=date,
                hint="write datetime.date(2025, 6, 7)",
            )
        return cls(date.year, date.month, date.day)

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """The precision of the date: ``year``, ``month`` or ``day``."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def first(self) -> dt.date:
        """The first day of the year or month; for a date to the day, the day itself."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day of the year or month; for a date to the day, the day itself."""
        if self.day is not None:
            return self.first
        if self.month in {None, 12}:
            return dt.date(self.year, 12, 31)
        return dt.date(self.year, (self.month or 0) + 1, 1) - _DAY

    def before(self, other: PartialDate) -> bool | None:
        """Return whether this date is before ``other``; ``None`` if the two dates are not precise enough to tell.

        >>> PartialDate(2025, 4).before(PartialDate(2025)) is None
        True
        """
        if not isinstance(other, PartialDate):
            raise invalid(
                "value.type",
                "a date can only be compared with another PartialDate",
                value=other,
                hint="write PartialDate.parse(...)",
            )
        if self.last < other.first:
            return True
        return False if self.first >= other.last else None

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        return text if self.day is None else f"{text}-{self.day:02}"

    def __repr__(self) -> str:
        return f"PartialDate({', '.join(str(part) for part in (self.year, self.month, self.day) if part is not None)})"


def as_partial_date(value: PartialDate | dt.date) -> PartialDate:
    """Convert a `datetime.date` to a `PartialDate`.

    Any other value, a `datetime.datetime` included, is returned unchanged, and the validator of the field refuses it.
    """
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return PartialDate.of(value)
    return value  # type: ignore[return-value]  # the validator refuses other types


@attrs.frozen(eq=False, repr=False)
class Days(Value):
    """A span of whole days from ``first`` to ``last``; both days are **included**.

    ``first`` and ``last`` may also be a month or a year.

    Raises:
        InvalidValueError: The last day is before the first day.

    >>> str(Days.parse("2025-06-07/2025-06-09"))
    '2025-06-07/2025-06-09'
    >>> Days.parse("2025-06-07").last
    PartialDate(2025, 6, 7)
    """

    first: PartialDate = attrs.field(converter=as_partial_date, validator=is_a(PartialDate))
    last: PartialDate = attrs.field(
        default=attrs.Factory(lambda self: self.first, takes_self=True),
        converter=as_partial_date,
        validator=is_a(PartialDate),
    )

    def __attrs_post_init__(self) -> None:
        if self.last.last < self.first.first:
            raise invalid(
                "days.order",
                "the last day is before the first",
                path="last",
                value=str(self),
                hint="write the first day first",
            )

    @classmethod
    def parse(cls, text: str) -> Days:
        """Return the days of a text such as ``2025-06-07`` or ``2025-06-07/2025-06-09``.

        Each of the two dates may also be a month or a year.

        Raises:
            InvalidValueError: The text is not one or two dates, or the second date is before the first date.
        """
        parts = as_string(text, "days").split("/")
        if len(parts) > 2:
            raise invalid(
                "days.text", "not one or two dates", value=text, rule="ISO 8601", hint="write 2025-06-07/2025-06-09"
            )
        return cls(*(PartialDate.parse(part) for part in parts))

    @property
    def precise(self) -> bool:
        """Whether ``first`` and ``last`` are both dates to the day."""
        return self.first.day is not None and self.last.day is not None

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"

    def __repr__(self) -> str:
        return f"Days.parse({str(self)!r})"


@attrs.frozen(eq=False, repr=False)
class Hours(Value):
    """The daily opening and closing times of an event, in whole minutes on the clocks of the venue.

    If ``closes`` is earlier than ``opens``, the event closes on the next day. In the text form, an event that closes
    at midnight closes at ``24:00``.

    Raises:
        InvalidValueError: The two times are equal, or a time has a zone or seconds.

    >>> str(Hours.parse("09:00-18:00"))
    '09:00-18:00'
    >>> str(Hours.parse("18:00-00:00"))
    '18:00-24:00'
    """

    opens: dt.time = attrs.field(validator=is_a(dt.time))
    closes: dt.time = attrs.field(validator=is_a(dt.time))

    def __attrs_post_init__(self) -> None:
        for name in ("opens", "closes"):
            time = getattr(self, name)
            if time.tzinfo is not None or time.second or time.microsecond:
                raise invalid(
                    "hours.time",
                    "hours must be local times in whole minutes, without a zone",
                    path=name,
                    value=str(time),
                    hint="write datetime.time(9, 30); the zone belongs to the venue",
                )
        if self.opens == self.closes:
            raise invalid(
                "hours.empty",
                "opening and closing time must differ",
                path="closes",
                value=str(self),
                hint="leave the hours out if they are not known",
            )

    @classmethod
    def parse(cls, text: str) -> Hours:
        """Return the hours of a text such as ``09:00-18:00``, on a 24-hour clock; ``24:00`` is midnight.

        Raises:
            InvalidValueError: The text is not two times of day, or the two times are equal.
        """
        match = re.fullmatch(r"([0-9]{2}:[0-9]{2})[-–/]([0-9]{2}:[0-9]{2})", as_string(text, "hours"))
        try:
            ends = (
                [dt.time.fromisoformat("00:00" if end == "24:00" else end) for end in match.groups()] if match else []
            )
        except ValueError:
            ends = []
        if not ends:
            raise invalid(
                "hours.text", "not opening and closing hours", value=text, hint="write 09:00-18:00, on a 24-hour clock"
            )
        return cls(*ends)

    def __str__(self) -> str:
        closes = "24:00" if self.closes == dt.time() else f"{self.closes:%H:%M}"
        return f"{self.opens:%H:%M}-{closes}"

    def __repr__(self) -> str:
        return f"Hours.parse({str(self)!r})"


@attrs.frozen(eq=False, repr=False)
class Pending(Value):
    """The reason why a date is missing.

    Attributes:
        reason: ``tbd`` (the date will be announced later), ``none`` (there will be no date), ``rolling`` (the date
            repeats, or there is no fixed date) or ``cancelled``.
        rule: The dates of a rolling deadline in words: "the last Friday of each month".

    Raises:
        InvalidValueError: The reason is unknown, or there is a ``rule`` although the reason is not ``rolling``.

    >>> Pending("tbd")
    Pending(reason='tbd')
    """

    reason: str = attrs.field(validator=one_of("tbd", "none", "rolling", "cancelled"))
    rule: Text | None = attrs.field(default=None, kw_only=True, converter=optional_text, validator=is_optional_text)

    def __attrs_post_init__(self) -> None:
        if self.rule is not None and self.reason != "rolling":
            raise invalid(
                "pending.rule",
                "only a rolling date can have a rule",
                path="rule",
                value=self.rule,
                hint="write the reason rolling, or leave the rule out",
            )
