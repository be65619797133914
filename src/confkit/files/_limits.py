"""Limits on the size and the depth of a file, and on the number of findings."""

from __future__ import annotations

import attrs

from confkit.errors import invalid

__all__ = ["CATALOG", "DOCUMENT", "MAX_FINDINGS", "Limits"]

MAX_FINDINGS = 1000
"""The number of findings after which reading stops; a last finding then says that there may be more problems."""

_MAX_DEPTH = 100
"""The largest value of ``max_depth``: each level takes a few frames of recursion, and Python allows 1000 frames."""


def _validate_positive(_: object, attribute: attrs.Attribute[int], value: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise invalid(
            "limit.value", f"{attribute.name} must be a whole number above zero", path=attribute.name, value=value
        )


def _validate_depth(_: object, attribute: attrs.Attribute[int], value: int) -> None:
    _validate_positive(_, attribute, value)
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
    """The limits on one file: reading a larger or deeper file raises a `FileError` that names the limit.

    ``max_bytes`` limits the size of the file in bytes of UTF-8. ``max_depth`` limits how many levels deep lists and
    mappings may be nested. ``max_expansion`` limits the number of characters that a YAML file would gain in total if
    every alias were replaced by its value.

    Raises:
        InvalidValueError: a limit is not a whole number above zero, or the depth is above 100.

    >>> Limits(max_bytes=10_000).max_depth
    80
    """

    max_bytes: int = attrs.field(default=1 << 20, validator=_validate_positive)
    max_depth: int = attrs.field(default=80, validator=_validate_depth)
    max_expansion: int = attrs.field(default=100_000, validator=_validate_positive)


DOCUMENT = Limits()
"""The limits for a file of one event (1 MiB); a long announcement in two languages takes about 10 KiB."""

CATALOG = Limits(max_bytes=64 << 20)
"""The limits for a file of many events (64 MiB), enough for about forty thousand events."""
