"""How events stand to one another: references that may stay unresolved, relations, series."""

from __future__ import annotations

import attrs

from confkit.errors import invalid
from confkit.model._fields import Pairs, Readable, filled, is_a, one_of, optional_slug, optional_web_url, pairs, slug
from confkit.model.text import Text, optional_text, texts
from confkit.model.time import Days

__all__ = ["EventRef", "Relation", "Series"]


@attrs.frozen(kw_only=True, repr=False)
class EventRef(Readable):
    """An event elsewhere: resolved by a `Catalog` that holds its ``id``, or not at all.

    Raises:
        InvalidValueError: neither name, id nor URL.

    >>> EventRef(name="BAAI Conference").id is None
    True
    """

    name: Text | None = attrs.field(default=None, converter=optional_text)
    id: str | None = attrs.field(default=None, validator=optional_slug)
    url: str | None = attrs.field(default=None, validator=optional_web_url)
    days: Days | None = attrs.field(default=None, validator=is_a(Days, optional=True))

    def __attrs_post_init__(self) -> None:
        if self.name is None and self.id is None and self.url is None:
            raise invalid("event.empty", "a reference has a name, an id or a URL", hint="fill name")


@attrs.frozen(kw_only=True, repr=False)
class Relation(Readable):
    """How this event stands to another: ``co_located``, ``part_of``, ``satellite_of``, ``joint_with`` or ``follows``.

    >>> Relation(kind="co_located", target=EventRef(name="BAAI Conference")).kind
    'co_located'
    """

    kind: str = attrs.field(validator=one_of("co_located", "part_of", "satellite_of", "joint_with", "follows"))
    target: EventRef = attrs.field(validator=is_a(EventRef))


@attrs.frozen(kw_only=True, repr=False)
class Series(Readable):
    """What an event is an edition of; ``ranks`` and ``external_ids`` map a scheme to a value, in order.

    >>> Series(id="iclr", acronym="ICLR", ranks={"core": "A*"}).ranks
    (('core', 'A*'),)
    """

    id: str = attrs.field(validator=slug)
    name: Text | None = attrs.field(default=None, converter=optional_text)
    acronym: str | None = attrs.field(default=None, validator=filled)
    aliases: tuple[Text, ...] = attrs.field(default=(), converter=texts)
    ranks: Pairs = attrs.field(default=(), converter=pairs)
    external_ids: Pairs = attrs.field(default=(), converter=pairs)
