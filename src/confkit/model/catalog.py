"""Catalogs of conferences, and the results of reading files of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from confkit.errors import Finding, invalid
from confkit.model._validators import distinct, tuple_of
from confkit.model._value import Value
from confkit.model.conference import Conference
from confkit.model.relation import EventRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


__all__ = ["Catalog", "Loaded"]


def _conferences(items: Iterable[Conference]) -> tuple[Conference, ...]:
    """Convert the value of the field ``conferences`` to a tuple."""
    return tuple_of("conferences", items, Conference)


def _findings(items: Iterable[Finding]) -> tuple[Finding, ...]:
    """Convert the value of the field ``findings`` to a tuple."""
    return tuple_of("findings", items, Finding)


@attrs.frozen(eq=False, repr=False)
class Catalog(Value):
    """A sequence of conferences with unique ids. The order of the conferences is kept.

    Iterating over a catalog yields its conferences; its length is their number. `get` returns a conference by its id.

    Raises:
        InvalidValueError: Two conferences have the same id; each repeated id is a finding.

    >>> catalog = Catalog([Conference(id="a-2027", name="A"), Conference(id="b-2027", name="B")])
    >>> [conference.id for conference in catalog], len(catalog)
    (['a-2027', 'b-2027'], 2)
    >>> from confkit import EventRef
    >>> catalog.resolve(EventRef(id="b-2027")).name
    Text.of('B')
    """

    conferences: tuple[Conference, ...] = attrs.field(default=(), converter=_conferences, validator=distinct("id"))
    _by_id: dict[str, Conference] = attrs.field(init=False, eq=False, repr=False, hash=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {conference.id: conference for conference in self.conferences})

    def get(self, id: str) -> Conference | None:  # the name of the field in `Conference`
        """Return the conference with an id, or ``None`` if no conference in the catalog has the id.

        >>> Catalog([Conference(id="a-2027", name="A")]).get("b-2027") is None
        True
        """
        return self._by_id.get(id) if isinstance(id, str) else None

    def resolve(self, ref: EventRef) -> Conference | None:
        """Return the conference with the id of a reference, or ``None`` if no conference in the catalog has the id.

        Names are never compared, since two events may have the same name.

        Raises:
            InvalidValueError: The argument is not an `EventRef`.
        """
        if not isinstance(ref, EventRef):
            raise invalid("value.type", "only an EventRef can be resolved", value=ref, hint="write EventRef(id=...)")
        return None if ref.id is None else self.get(ref.id)

    def __iter__(self) -> Iterator[Conference]:
        return iter(self.conferences)

    def __len__(self) -> int:
        return len(self.conferences)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Loaded(Value):
    """The result of reading a file of another program, such as a calendar file.

    ``conferences`` are the conferences that could be read; ``findings`` describe doubtful and unreadable data.

    >>> Loaded(conferences=[Conference(id="a-2027", name="A")]).findings
    ()
    """

    conferences: tuple[Conference, ...] = attrs.field(default=(), converter=_conferences)
    findings: tuple[Finding, ...] = attrs.field(default=(), converter=_findings)
