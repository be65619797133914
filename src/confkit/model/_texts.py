"""What fields of type `Text` take: strings, texts, several of them; and the languages of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from confkit.errors import InvalidValueError
from confkit.model._fields import each, several, under
from confkit.model.text import Text, canonical_tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    import attrs

__all__: list[str] = []


def as_text(words: Text | str) -> Text:
    """Convert what a field of type `Text` takes; what is no text is left for `is_text`, which knows the field."""
    try:
        return Text.of(words)
    except InvalidValueError:
        return words  # type: ignore[return-value]  # the validator refuses it


def optional_text(words: Text | str | None) -> Text | None:
    """Convert what an optional field of type `Text` takes."""
    return None if words is None else as_text(words)


def is_text(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a `Text`; tell under the field's name why anything else is none."""
    if not isinstance(value, Text):
        try:
            Text.of(value)  # type: ignore[arg-type]  # it refuses what is no text
        except InvalidValueError as error:
            raise under(attribute.name, error) from None


def is_optional_text(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a `Text` or ``None``."""
    if value is not None:
        is_text(instance, attribute, value)


def texts(name: str, items: Iterable[Text | str]) -> tuple[Text, ...]:
    """Convert what the field ``name``, a sequence of `Text`, takes."""
    given = (
        str(items) if isinstance(items, Text) else items
    )  # a Text iterates over its tags: it is one text, not several
    return tuple(each(name, several(name, given, "texts"), Text.of))


def languages(tags: Iterable[str]) -> tuple[str, ...]:
    """Convert what the field ``languages`` takes."""
    return tuple(each("languages", several("languages", tags, "language tags"), canonical_tag))
