"""How much a file may ask of the reader."""

from __future__ import annotations

import attrs

from confkit.errors import invalid

__all__ = ["CATALOG", "DOCUMENT", "MAX_FINDINGS", "Limits"]

MAX_FINDINGS = 1000
"""As many findings as one file gives; one more says that there are others."""

_DEEPEST = 100
"""Reading recurses a few frames a level, and Python allows a thousand frames."""


def _positive(_: object, attribute: attrs.Attribute[int], value: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise invalid(
            "limit.value", f"{attribute.name} must be a whole number above zero", path=attribute.name, value=value
        )


def _depth(_: object, attribute: attrs.Attribute[int], value: int) -> None:
    _positive(_, attribute, value)
    if value > _DEEPEST:
        raise invalid(
            "limit.value",
            f"{attribute.name} can be {_DEEPEST} at most",
            path=attribute.name,
            value=value,
            hint="no event nests as deep",
        )


@attrs.frozen(kw_only=True)
class Limits:
    """What one file may cost at most; anything beyond is a `FileError` that names the limit.

    ``max_bytes`` is the size of the file in octets of UTF-8; ``max_depth`` how many lists and mappings may stand inside
    one another; ``max_expansion`` how many characters the aliases of a YAML file may add, all together.

    Raises:
        InvalidValueError: a limit is no whole number above zero, or a depth is above 100.

    >>> Limits(max_bytes=10_000).max_depth
    80
    """

    max_bytes: int = attrs.field(default=1 << 20, validator=_positive)
    max_depth: int = attrs.field(default=80, validator=_depth)
    max_expansion: int = attrs.field(default=100_000, validator=_positive)


DOCUMENT = Limits()
"""For one event: a long announcement in two languages takes one hundredth of it."""

CATALOG = Limits(max_bytes=64 << 20)
"""For a file of many events: about forty thousand of them."""
