"""Dates with their precision, days, daily hours, and the reasons why there is no date."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

import attrs

from confkit.errors import invalid, shown
from confkit.model._validators import as_string, is_a, one_of
from confkit.model._value import Value
from confkit.model.text import Text, is_optional_text, optional_text

__all__ = ["Days", "Hours", "PartialDate", "Pending"]

_DAY = dt.timedelta(days=1)


@attrs.frozen(eq=False, repr=False)
class PartialDate(Value):
    """A date to the year, the month or the day, in the Gregorian calendar, years 1 to 9999.

    Dates of different precision have no order; use `before`.

    Raises:
        InvalidValueError: No such month or day, or a day without a month.

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
                value="-".join(f"{shown(part):0>2}" for part in (self.year, self.month, self.day) if part is not None),
                rule="ISO 8601",
                hint="write 2025, 2025-04 or 2025-04-13",
            ) from None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return the date of ``2025``, ``2025-04`` or ``2025-04-13``."""
        match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", as_string(text, "a date"))
        if match is None:
            raise invalid(
                "date.text", "not a date", value=text, rule="ISO 8601", hint="write 2025, 2025-04 or 2025-04-13"
            )
        return cls(*(None if part is None else int(part) for part in match.groups()))  # type: ignore[arg-type]  # the first group always matches

    @classmethod
    def of(cls, date: dt.date) -> PartialDate:
        """Return a `datetime.date` as a `PartialDate` to the day; a `datetime.datetime` is refused."""
        if not isinstance(date, dt.date) or isinstance(date, dt.datetime):
            raise invalid(
                "value.type",
                f"a date must be a datetime.date, not {type(date).__name__}",
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
        """The first day that the date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day that the date can mean."""
        if self.day is not None:
            return self.first
        if self.month in {None, 12}:
            return dt.date(self.year, 12, 31)
        return dt.date(self.year, (self.month or 0) + 1, 1) - _DAY

    def before(self, other: PartialDate) -> bool | None:
        """Return whether this comes before ``other``: true, false, or ``None`` where their precision cannot tell.

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
    """Convert the value of a date field; a `datetime.datetime` is left for the validator to refuse."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return PartialDate.of(value)
    return value  # type: ignore[return-value]  # the validator refuses other types


@attrs.frozen(eq=False, repr=False)
class Days(Value):
    """Whole days from the first to the last, both **included**.

    Raises:
        InvalidValueError: The last day is before the first.

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
        """Return the days of a text such as ``2025-06-07/2025-06-09``; an end may also be a month or a year.

        Raises:
            InvalidValueError: The text is not one or two dates, or they are out of order.
        """
        parts = as_string(text, "days").split("/")
        if len(parts) > 2:
            raise invalid(
                "days.text", "not one or two dates", value=text, rule="ISO 8601", hint="write 2025-06-07/2025-06-09"
            )
        return cls(*(PartialDate.parse(part) for part in parts))

    @property
    def precise(self) -> bool:
        """Whether both ends are dates to the day."""
        return self.first.day is not None and self.last.day is not None

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"

    def __repr__(self) -> str:
        return f"Days.parse({str(self)!r})"


@attrs.frozen(eq=False, repr=False)
class Hours(Value):
    """Daily opening and closing time, local to the venue, in whole minutes.

    ``closes`` is on the next day where it is earlier than ``opens``.

    Raises:
        InvalidValueError: The two are equal, or have a zone or seconds.

    >>> str(Hours.parse("09:00-18:00"))
    '09:00-18:00'
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
            InvalidValueError: The text is not two times of day, or they are equal.
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
        return f"{self.opens:%H:%M}-{self.closes:%H:%M}"

    def __repr__(self) -> str:
        return f"Hours.parse({str(self)!r})"


@attrs.frozen(eq=False, repr=False)
class Pending(Value):
    """The reason for a missing date: ``tbd`` (to be announced), ``none`` (no such date), ``rolling`` or ``cancelled``.

    ``rule`` describes in words when a rolling date falls due ("the last Friday of each month").

    Raises:
        InvalidValueError: Another reason, or a rule for a date that is not rolling.

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
