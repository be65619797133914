"""The same words in one or more languages, each knowing its own."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import attrs

from confkit.errors import Finding, InvalidValueError, invalid, shown
from confkit.model._validators import each, filled, one_of, optional_web_url, refuse, several, under, writable
from confkit.model._value import Value

__all__ = ["UND", "Choice", "Text", "Translation", "canonical_tag", "serves"]

UND = "und"
"""The tag of text whose language nobody stated (RFC 5646 4.1)."""

_TAG = (
    r"(?ai:(?P<language>[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?)"
    r"|x(?:-[a-z0-9]{1,8})+)"
)
"""RFC 5646 2.1, without the irregular grandfathered tags, in which nobody announces an event. ASCII only: without the
flag, ``ſ`` and the sign of Kelvin would be letters of the alphabet when case is ignored."""

_CHINESE = ("zh-Hans", "zh-Hant")
_HANT_REGIONS = frozenset({"TW", "HK", "MO"})


class Choice(NamedTuple):
    """Words chosen for a reader, and the language that they are really in."""

    value: str
    language: str


def canonical_tag(tag: str) -> str:
    """Return a well-formed BCP 47 tag in canonical case (RFC 5646 2.1.1); Chinese gets its script.

    ``zh``, ``zh-CN`` and ``zh-SG`` are ``zh-Hans``; ``zh-TW``, ``zh-HK`` and ``zh-MO`` are ``zh-Hant``.

    Raises:
        InvalidValueError: the tag is not well-formed.

    >>> [canonical_tag(tag) for tag in ("EN-gb", "zh", "zh-tw", "zh-hant-hk")]
    ['en-GB', 'zh-Hans', 'zh-Hant', 'zh-Hant-HK']
    """
    canonical = _canonical(tag) if isinstance(tag, str) else None
    if canonical is None:
        raise invalid(
            "text.language",
            "this is no language tag",
            value=tag,
            rule="RFC 5646 2.1",
            hint="write en, zh-Hans or zh-Hant",
        )
    return canonical


@functools.lru_cache(
    maxsize=1024
)  # every text and every reader asks, for the same few tags; a stranger's file has others
def _canonical(tag: str) -> str | None:
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
    """Return whether text in ``language`` is in the reader's own language and script, so that nothing need be marked.

    Text whose language nobody stated (``und``) serves every reader.

    >>> serves("en", "en-GB"), serves("zh-Hant", "zh-Hans"), serves("und", "zh")
    (True, False, True)
    """
    if not (isinstance(language, str) and isinstance(reader, str)):
        _refuse_others(language, reader)
    return language == UND or _same_family(language, reader)


@attrs.frozen(init=False, eq=False, repr=False)
class Text(Value):
    """The same words in one or more languages, keyed by BCP 47 tag in canonical case.

    Written as keywords, as a mapping, or with `Text.of` for words in no stated language. Two equal values in two
    languages are kept: a proper name may be the same in both.

    Raises:
        InvalidValueError: no words at all, an empty value, a malformed tag, or two tags that mean the same.

    >>> name = Text(en="Beijing", zh="北京")
    >>> name.choose("zh-CN")
    Choice(value='北京', language='zh-Hans')
    >>> name.choose("fr").language
    'en'
    >>> name
    Text({'en': 'Beijing', 'zh-Hans': '北京'})
    """

    languages: tuple[str, ...]
    """The tags there are words for, sorted."""
    _words: tuple[str, ...]
    """The words under each of them."""

    def __init__(self, words: Mapping[str, str] | None = None, /, **languages: str) -> None:
        """Take words by tag; a keyword's underscore stands for the tag's hyphen (``zh_Hant``)."""
        if words is not None and not isinstance(words, Mapping):
            raise invalid(
                "text.type",
                "a Text is made of a mapping from language tags to words",
                value=words,
                hint='write Text(en="..."), Text({"zh-Hant": "..."}) or Text.of("...")',
            )
        given = [*(words or {}).items(), *((tag.replace("_", "-"), value) for tag, value in languages.items())]
        refuse(_problems(given))
        values = sorted((canonical_tag(tag), value) for tag, value in given)
        tags, words_ = zip(*values, strict=True)
        self.__attrs_init__(tags, words_)  # pyright: ignore[reportAttributeAccessIssue]  # it does not know attrs' second name

    @classmethod
    def of(cls, words: str | Text) -> Text:
        """Return words of no stated language as a `Text`; a `Text` is returned as it is.

        >>> Text.of("PyTorch").languages
        ('und',)
        """
        if isinstance(words, Text):
            return words
        if not isinstance(words, str):
            raise invalid(
                "text.type", "this is no text", value=words, hint='write a string, or Text(en="...", zh="...")'
            )
        try:
            return cls({UND: words})
        except InvalidValueError as error:  # the caller named no language, so no path does
            raise InvalidValueError(*(attrs.evolve(one, path="") for one in error.findings)) from None

    def items(self) -> tuple[tuple[str, str], ...]:
        """Return tags with words, sorted by tag."""
        return tuple(zip(self.languages, self._words, strict=True))

    def get(self, language: str) -> str | None:
        """Return the words under exactly this tag (in canonical case), or ``None``."""
        return dict(self.items()).get(canonical_tag(language))

    def choose(self, language: str, default: str = "en") -> Choice:
        """Return the best words for a reader, with the tag that they really have.

        In order: the tag itself and its truncations, which never cross scripts; another variety of the same language
        and script; the other Chinese script; words of no stated language; ``default``; anything.

        Raises:
            InvalidValueError: ``language`` is not a well-formed tag.
        """
        if not (isinstance(language, str) and isinstance(default, str)):
            _refuse_others(language, default)
        at = _best(self.languages, language, default)
        return tuple.__new__(Choice, (self._words[at], self.languages[at]))  # in half the time of Choice(...)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the tags."""
        return iter(self.languages)

    def __str__(self) -> str:
        """Return the words a reader of English would get."""
        return self.choose("en").value

    def __repr__(self) -> str:
        if self.languages == (UND,):
            return f"Text.of({self._words[0]!r})"
        return f"Text({dict(self.items())!r})"


def _as_tag(tag: str) -> str:
    """Convert a language tag; what is none is left for the validator, which knows the field."""
    try:
        return canonical_tag(tag)
    except InvalidValueError:
        return tag


def _tag(_: object, attribute: attrs.Attribute[str], value: str) -> None:
    try:
        canonical_tag(value)
    except InvalidValueError as error:
        raise under(attribute.name, error) from None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Translation(Value):
    """Who stands behind the words in one language: ``official``, ``unofficial`` or ``machine``.

    >>> Translation(language="zh", status="unofficial").language
    'zh-Hans'
    """

    language: str = attrs.field(converter=_as_tag, validator=_tag)
    status: str = attrs.field(validator=one_of("official", "unofficial", "machine"))
    by: str | None = attrs.field(default=None, validator=filled)
    source: str | None = attrs.field(default=None, validator=optional_web_url)


@functools.lru_cache(maxsize=1024)  # the texts of a catalog have few sets of languages, and few readers
def _best(tags: tuple[str, ...], wanted: str, default: str) -> int:
    """Where the tag stands that serves a reader best."""
    wanted, default = canonical_tag(wanted), canonical_tag(default)
    ways = (
        _truncations(wanted),
        (tag for tag in tags if _family(tag) == _family(wanted)),
        (tag for tag in tags if wanted.startswith(_CHINESE) and tag.startswith(_CHINESE)),
        (UND,),
        _truncations(default),
        (tag for tag in tags if _family(tag) == _family(default)),
        tags,
    )
    return next(tags.index(tag) for way in ways for tag in way if tag in tags)


def _refuse_others(*tags: object) -> None:
    """Refuse what is no text before a cache looks for its hash."""
    other = next(tag for tag in tags if not isinstance(tag, str))
    canonical_tag(other)  # type: ignore[arg-type]  # what is no text is refused there


@functools.lru_cache(maxsize=1024)
def _same_family(one: str, other: str) -> bool:
    return _family(canonical_tag(one)) == _family(canonical_tag(other))


@functools.lru_cache(maxsize=1024)
def _family(tag: str) -> str:
    """The language of a tag, with its script where it states one."""
    parts = tag.split("-")
    return "-".join(parts[:2]) if len(parts) > 1 and len(parts[1]) == 4 and parts[1].isalpha() else parts[0]


def _truncations(tag: str) -> Iterator[str]:
    """RFC 4647 3.4, but a script is never cut off: ``zh-Hant-TW``, ``zh-Hant``."""
    family = _family(tag)
    while True:
        yield tag
        if tag == family or "-" not in tag:
            return
        tag = tag.rpartition("-")[0]


def _problems(given: list[tuple[str, str]]) -> Iterator[Finding]:
    if not given:
        yield Finding(code="text.empty", message="a text needs words", hint='write Text(en="...")')
    seen: set[str] = set()
    for tag, value in given:
        try:
            canonical = canonical_tag(tag)
        except InvalidValueError as error:
            yield from (one.under(tag if isinstance(tag, str) else "") for one in error.findings)
            continue
        if canonical in seen:
            yield Finding(
                code="text.duplicate",
                message=f"there are two texts for {canonical}",
                path=tag,
                value=shown(value),
                hint="keep one of them",
            )
        seen.add(canonical)
        if not isinstance(value, str) or not value.strip():
            yield Finding(
                code="text.empty",
                message="the words of a language must be text that says something",
                path=tag,
                value=shown(value),
                hint="leave the language out if there are no words",
            )
            continue
        try:
            writable(tag, value)
        except InvalidValueError as error:
            yield from error.findings


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
