"""Texts in one or more languages, and the tags of languages."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import attrs

from confkit.errors import Finding, InvalidValueError, invalid, refuse_surrogates, value_text
from confkit.model._validators import (
    as_tuple,
    convert_each,
    in_field,
    not_blank,
    one_of,
    optional_web_url,
    raise_findings,
)
from confkit.model._value import Value

__all__ = ["UND", "Choice", "Text", "Translation", "canonical_tag", "serves"]

UND = "und"
"""The language tag of a text without a stated language (RFC 5646 4.1)."""

_TAG = (
    r"(?ai:(?P<language>[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?)"
    r"|x(?:-[a-z0-9]{1,8})+)"
)
"""A regular expression for language tags (RFC 5646 2.1), without the irregular grandfathered tags, which are obsolete.

The flag ``a`` restricts the pattern to ASCII. Without the flag, ``ſ`` and the Kelvin sign would match ``s`` and ``k``.
"""

_CHINESE = ("zh-Hans", "zh-Hant")
_HANT_REGIONS = frozenset({"TW", "HK", "MO"})


class Choice(NamedTuple):
    """A text that was chosen for a reader, and the tag of its language."""

    value: str
    language: str


def canonical_tag(tag: str) -> str:
    """Return a language tag in canonical form: with canonical case (RFC 5646 2.1.1), and with a script for Chinese.

    ``zh``, ``zh-CN`` and ``zh-SG`` become ``zh-Hans``; ``zh-TW``, ``zh-HK`` and ``zh-MO`` become ``zh-Hant``.

    Raises:
        InvalidValueError: The tag is not well-formed (RFC 5646 2.1).

    >>> [canonical_tag(tag) for tag in ("EN-gb", "zh", "zh-tw", "zh-hant-hk")]
    ['en-GB', 'zh-Hans', 'zh-Hant', 'zh-Hant-HK']
    """
    canonical = _canonical(tag) if isinstance(tag, str) else None
    if canonical is None:
        raise invalid(
            "text.language",
            "not a language tag",
            value=tag,
            rule="RFC 5646 2.1",
            hint="write en, zh-Hans or zh-Hant",
        )
    return canonical


@functools.lru_cache(maxsize=1024)  # few different tags are in use, but a hostile file may contain millions of tags
def _canonical(tag: str) -> str | None:
    """Return a tag in canonical form, or ``None`` if the tag is not well-formed."""
    match = re.fullmatch(_TAG, tag)
    if match is None:
        return None
    if match["language"] is None:
        return tag.lower()
    language, script = match["language"].lower(), (match["script"] or "").title()
    region, rest = (match["region"] or "").upper(), match["rest"].lower()
    if language == "zh" and not script:
        script, region = ("Hant" if region in _HANT_REGIONS else "Hans"), ""
    return "-".join(part for part in (language, script, region) if part) + rest


def serves(language: str, reader: str) -> bool:
    """Return whether a reader of the language ``reader`` can read text in ``language``.

    Language and script must be the same; the region may differ. Text without a stated language (``und``) is for all
    readers.

    >>> serves("en", "en-GB"), serves("zh-Hant", "zh-Hans"), serves("und", "zh")
    (True, False, True)
    """
    if not (isinstance(language, str) and isinstance(reader, str)):
        _refuse_non_text(language, reader)
    return language == UND or _same_family(language, reader)


@attrs.frozen(init=False, eq=False, repr=False)
class Text(Value):
    """The same text in one or more languages. Each language has a BCP 47 tag in canonical form.

    Create a text with keywords, with a mapping, or with `Text.of` if the language is not stated. The texts of two
    languages may be equal, because a proper name may be the same in both languages.

    Raises:
        InvalidValueError: There is no language, a text is empty, a tag is malformed, or two tags have an equal
            canonical form.

    >>> name = Text(en="Beijing", zh="北京")
    >>> name.choose("zh-CN")
    Choice(value='北京', language='zh-Hans')
    >>> name.choose("fr").language
    'en'
    >>> name
    Text({'en': 'Beijing', 'zh-Hans': '北京'})
    """

    languages: tuple[str, ...]
    """The tags of the languages, in alphabetical order."""
    _words: tuple[str, ...]
    """The texts, in the order of ``languages``."""

    def __init__(self, words: Mapping[str, str] | None = None, /, **languages: str) -> None:
        """Create a text from a mapping or from keywords. In keywords, underscores replace hyphens: ``zh_Hant``."""
        if words is not None and not isinstance(words, Mapping):
            raise invalid(
                "text.type",
                "a Text needs a mapping from language tags to texts",
                value=words,
                hint='write Text(en="..."), Text({"zh-Hant": "..."}) or Text.of("...")',
            )
        pairs = [*(words or {}).items(), *((tag.replace("_", "-"), value) for tag, value in languages.items())]
        raise_findings(_problems(pairs))
        values = sorted((canonical_tag(tag), value) for tag, value in pairs)
        tags, words_ = zip(*values, strict=True)
        self.__attrs_init__(tags, words_)  # pyright: ignore[reportAttributeAccessIssue]  # it does not know attrs' second name

    @classmethod
    def of(cls, words: str | Text) -> Text:
        """Convert a string to a `Text` without a stated language (``und``). A `Text` is returned unchanged.

        >>> Text.of("PyTorch").languages
        ('und',)
        """
        if isinstance(words, Text):
            return words
        if not isinstance(words, str):
            raise invalid("text.type", "not a text", value=words, hint='write a string, or Text(en="...", zh="...")')
        try:
            return cls({UND: words})
        except InvalidValueError as error:  # the argument has no language, so the path must not contain "und"
            raise InvalidValueError(*(attrs.evolve(finding, path="") for finding in error.findings)) from None

    def items(self) -> tuple[tuple[str, str], ...]:
        """Return pairs of a tag and its text, in the order of the tags."""
        return tuple(zip(self.languages, self._words, strict=True))

    def get(self, language: str) -> str | None:
        """Return the text with exactly the tag ``language``, or ``None`` if no text has the tag.

        >>> Text({"en-GB": "Colour"}).get("en") is None
        True
        """
        return dict(self.items()).get(canonical_tag(language))

    def choose(self, language: str, default: str = "en") -> Choice:
        """Return the best text for a reader of ``language``, together with the tag of the text.

        The best text is the first text that exists in this list:

        1. with the tag ``language``, or with a shorter form of the tag (``en`` for ``en-GB``);
        2. in the same language and script, with another region;
        3. for readers of Chinese, in the other Chinese script;
        4. without a stated language;
        5. in the language ``default``, by rules 1 and 2;
        6. in any language.

        Raises:
            InvalidValueError: ``language`` or ``default`` is not a well-formed tag.
        """
        if not (isinstance(language, str) and isinstance(default, str)):
            _refuse_non_text(language, default)
        index = _best_index(self.languages, language, default)
        return tuple.__new__(Choice, (self._words[index], self.languages[index]))  # twice as fast as Choice(...)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the tags of the languages."""
        return iter(self.languages)

    def __str__(self) -> str:
        """Return the best text for a reader of English."""
        return self.choose("en").value

    def __repr__(self) -> str:
        if self.languages == (UND,):
            return f"Text.of({self._words[0]!r})"
        return f"Text({dict(self.items())!r})"


def _as_tag(tag: str) -> str:
    """Convert a language tag to canonical form. A value that is not a tag is returned unchanged for the validator."""
    try:
        return canonical_tag(tag)
    except InvalidValueError:
        return tag


def _is_tag(_: object, attribute: attrs.Attribute[str], value: str) -> None:
    """Accept a well-formed language tag."""
    try:
        canonical_tag(value)
    except InvalidValueError as error:
        raise in_field(attribute.name, error) from None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Translation(Value):
    """How the texts of an event in one language were made.

    ``status`` is ``official``, ``unofficial`` or ``machine`` (translated by a program). ``by`` is the name of the
    translator; ``source`` is the URL of the translation.

    >>> Translation(language="zh", status="unofficial").language
    'zh-Hans'
    """

    language: str = attrs.field(converter=_as_tag, validator=_is_tag)
    status: str = attrs.field(validator=one_of("official", "unofficial", "machine"))
    by: str | None = attrs.field(default=None, validator=not_blank)
    source: str | None = attrs.field(default=None, validator=optional_web_url)


@functools.lru_cache(maxsize=1024)  # a catalog has few different sets of languages
def _best_index(tags: tuple[str, ...], wanted: str, default: str) -> int:
    """Return the index of the best tag for a reader of the language ``wanted``; see `Text.choose`."""
    wanted, default = canonical_tag(wanted), canonical_tag(default)
    preferences = (
        _truncations(wanted),
        (tag for tag in tags if _family(tag) == _family(wanted)),
        (tag for tag in tags if wanted.startswith(_CHINESE) and tag.startswith(_CHINESE)),
        (UND,),
        _truncations(default),
        (tag for tag in tags if _family(tag) == _family(default)),
        tags,
    )
    return next(tags.index(tag) for preference in preferences for tag in preference if tag in tags)


def _refuse_non_text(*tags: object) -> None:
    """Raise an error for the first tag that is not a string.

    A cached function cannot check the types of its arguments: an argument without a hash breaks the cache first.
    """
    wrong_tag = next(tag for tag in tags if not isinstance(tag, str))
    canonical_tag(wrong_tag)  # type: ignore[arg-type]  # canonical_tag raises the error


@functools.lru_cache(maxsize=1024)
def _same_family(tag: str, other: str) -> bool:
    """Return whether two tags have the same language and the same script."""
    return _family(canonical_tag(tag)) == _family(canonical_tag(other))


@functools.lru_cache(maxsize=1024)
def _family(tag: str) -> str:
    """Return the language and, if it is part of the tag, the script of a tag: ``zh-Hant`` for ``zh-Hant-TW``."""
    parts = tag.split("-")
    return "-".join(parts[:2]) if len(parts) > 1 and len(parts[1]) == 4 and parts[1].isalpha() else parts[0]


def _truncations(tag: str) -> Iterator[str]:
    """Yield a tag and its shorter forms (RFC 4647 3.4), such as ``zh-Hant-TW`` and ``zh-Hant``, all with the script."""
    family = _family(tag)
    while True:
        yield tag
        if tag == family or "-" not in tag:
            return
        tag = tag.rpartition("-")[0]


def _problems(pairs: list[tuple[str, str]]) -> Iterator[Finding]:
    """Yield a finding for each problem of the tags and texts of a `Text`."""
    if not pairs:
        yield Finding(code="text.empty", message="a text must have at least one language", hint='write Text(en="...")')
    seen: set[str] = set()
    for tag, value in pairs:
        try:
            canonical = canonical_tag(tag)
        except InvalidValueError as error:
            yield from (finding.under(tag if isinstance(tag, str) else "") for finding in error.findings)
            continue
        if canonical in seen:
            yield Finding(
                code="text.duplicate",
                message=f"two texts for {canonical}",
                path=tag,
                value=value_text(value),
                hint="keep one of them",
            )
        seen.add(canonical)
        if not isinstance(value, str) or not value.strip():
            yield Finding(
                code="text.empty",
                message="the text of a language must be a string that is not empty",
                path=tag,
                value=value_text(value),
                hint="leave the language out if it has no text",
            )
            continue
        try:
            refuse_surrogates(tag, value)
        except InvalidValueError as error:
            yield from error.findings


def as_text(words: Text | str) -> Text:
    """Convert a string to a `Text`. A value of another type is returned unchanged, and `is_text` refuses it."""
    try:
        return Text.of(words)
    except InvalidValueError:
        return words  # type: ignore[return-value]  # the validator refuses other types


def optional_text(words: Text | str | None) -> Text | None:
    """Convert a string to a `Text`, as `as_text` does, but return ``None`` unchanged."""
    return None if words is None else as_text(words)


def is_text(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a `Text`."""
    if not isinstance(value, Text):
        try:
            Text.of(value)  # type: ignore[arg-type]  # Text.of raises the error
        except InvalidValueError as error:
            raise in_field(attribute.name, error) from None


def is_optional_text(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Accept a `Text` or ``None``."""
    if value is not None:
        is_text(instance, attribute, value)


def texts(name: str, items: Iterable[Text | str]) -> tuple[Text, ...]:
    """Convert the value of the field ``name``, a list of texts, to a tuple of `Text`.

    Raises:
        InvalidValueError: The value is not a list, or an item is not a text; each wrong item is a finding.
    """
    # Iterating over a Text yields its tags, so one Text must not pass as a list: as_tuple refuses the string.
    values = str(items) if isinstance(items, Text) else items
    return tuple(convert_each(name, as_tuple(name, values, "texts"), Text.of))
