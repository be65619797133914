"""Relations between events, and series of events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias, cast

import attrs

from confkit.errors import invalid, refuse_surrogates
from confkit.model._validators import (
    as_tuple,
    is_a,
    not_blank,
    one_of,
    optional_slug,
    optional_web_url,
    slug,
)
from confkit.model._value import Value
from confkit.model.dates import Days
from confkit.model.text import Text, is_optional_text, optional_text, texts

__all__ = ["EventRef", "Pairs", "Relation", "Series"]

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of a name and a value, in a fixed order. Files contain the pairs as a mapping."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EventRef(Value):
    """A reference to another event. `Catalog.resolve` returns the conference with the ``id`` of the reference.

    Raises:
        InvalidValueError: The reference has no name, no id and no URL.

    >>> EventRef(name="BAAI Conference").id is None
    True
    """

    name: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    id: str | None = attrs.field(default=None, validator=optional_slug)
    url: str | None = attrs.field(default=None, validator=optional_web_url)
    days: Days | None = attrs.field(default=None, validator=is_a(Days, optional=True))

    def __attrs_post_init__(self) -> None:
        if self.name is None and self.id is None and self.url is None:
            raise invalid("event.empty", "a reference needs a name, an id or a URL", hint="fill name")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Relation(Value):
    """A relation of an event to another event, the ``target``.

    ``kind`` is ``co_located``, ``part_of``, ``satellite_of``, ``joint_with`` or ``follows``.

    >>> Relation(kind="co_located", target=EventRef(name="BAAI Conference")).kind
    'co_located'
    """

    kind: str = attrs.field(validator=one_of("co_located", "part_of", "satellite_of", "joint_with", "follows"))
    target: EventRef = attrs.field(validator=is_a(EventRef))


def _pairs(field: str, values: Mapping[str, str] | Iterable[tuple[str, str]]) -> Pairs:
    """Convert a mapping or a list of pairs, the value of the field ``field``, to a tuple of pairs in the same order.

    Raises:
        InvalidValueError: An item is not a pair of texts, a text is empty, or a name occurs twice.
    """
    items = cast("Iterable[tuple[str, str]]", values.items() if isinstance(values, Mapping) else values)
    pairs: dict[str, str] = {}
    for item in as_tuple(field, items, "pairs of a name and a value"):
        if not _is_pair(item):
            raise invalid(
                "value.type",
                f"{field} must be pairs of a name and a value, both of them text that is not empty",
                path=field,
                value=item,
                hint='write a mapping such as {"core": "A*"}',
            )
        name, value = item
        refuse_surrogates(field, name + value)
        if name in pairs:
            raise invalid(
                "id.duplicate",
                f"{field} contains the same name twice",
                path=field,
                value=name,
                hint="keep one of the two",
            )
        pairs[name] = value
    return tuple(pairs.items())


def _is_pair(item: object) -> bool:
    """Return whether an item is a pair of two texts that are not empty."""
    if not isinstance(item, tuple | list) or len(item) != 2:
        return False
    return all(isinstance(part, str) and part.strip() for part in item)


def _aliases(items: Iterable[Text | str]) -> tuple[Text, ...]:
    """Convert the value of the field ``aliases`` to a tuple."""
    return texts("aliases", items)


def _ranks(values: Mapping[str, str] | Iterable[tuple[str, str]]) -> Pairs:
    """Convert the value of the field ``ranks`` to a tuple."""
    return _pairs("ranks", values)


def _external_ids(values: Mapping[str, str] | Iterable[tuple[str, str]]) -> Pairs:
    """Convert the value of the field ``external_ids`` to a tuple."""
    return _pairs("external_ids", values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Series(Value):
    """A series of events, such as a yearly conference. Each event of the series is an edition.

    ``ranks`` are pairs of a ranking and the rank of the series. ``external_ids`` are pairs of a database and the id of
    the series in the database. Both may be written as mappings.

    >>> Series(id="iclr", acronym="ICLR", ranks={"core": "A*"}).ranks
    (('core', 'A*'),)
    """

    id: str = attrs.field(validator=slug)
    name: Text | None = attrs.field(default=None, converter=optional_text, validator=is_optional_text)
    acronym: str | None = attrs.field(default=None, validator=not_blank)
    aliases: tuple[Text, ...] = attrs.field(default=(), converter=_aliases)
    ranks: Pairs = attrs.field(default=(), converter=_ranks)
    external_ids: Pairs = attrs.field(default=(), converter=_external_ids)
