"""Limits on the size and the depth of a file, and on the number of findings."""

from __future__ import annotations

import attrs

from confkit.errors import invalid

__all__ = ["CATALOG", "DOCUMENT", "MAX_FINDINGS", "Limits"]

MAX_FINDINGS = 1000
"""The number of findings after which reading stops; one more finding says that there may be others."""

_MAX_DEPTH = 100
"""Each level takes a few frames of recursion, and Python allows a thousand."""


def _positive(_: object, attribute: attrs.Attribute[int], value: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise invalid(
            "limit.value", f"{attribute.name} must be a whole number above zero", path=attribute.name, value=value
        )


def _depth(_: object, attribute: attrs.Attribute[int], value: int) -> None:
    _positive(_, attribute, value)
    if value > _MAX_DEPTH:
        raise invalid(
            "limit.value",
            f"{attribute.name} must be at most {_MAX_DEPTH}",
            path=attribute.name,
            value=value,
            hint="no event is nested as deep",
        )


@attrs.frozen(kw_only=True)
class Limits:
    """The limits of one file; a file beyond them is a `FileError` that names the limit.

    ``max_bytes`` is the size of the file in bytes of UTF-8; ``max_depth`` the number of lists and mappings inside one
    another; ``max_expansion`` the number of characters that the aliases of a YAML file may add in total.

    Raises:
        InvalidValueError: a limit is not a whole number above zero, or the depth is above 100.

    >>> Limits(max_bytes=10_000).max_depth
    80
    """

    max_bytes: int = attrs.field(default=1 << 20, validator=_positive)
    max_depth: int = attrs.field(default=80, validator=_depth)
    max_expansion: int = attrs.field(default=100_000, validator=_positive)


DOCUMENT = Limits()
"""The limits for one event; a long announcement in two languages needs one hundredth of them."""

CATALOG = Limits(max_bytes=64 << 20)
"""The limits for a file of many events, about forty thousand."""
