"""Saying sentences in one language: the catalog, spacing, lists, brackets and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from confkit.model import Text
    from confkit.model.text import Choice

__all__ = ["Speech"]


@attrs.frozen
class Speech:
    """One language, and how its sentences are put together."""

    tag: str
    """The BCP 47 tag: ``en``, ``en-GB``, ``zh-Hans`` or ``zh-Hant``."""

    def say(self, context: str, message: str, /, **values: object) -> str:
        """Return a whole sentence (or label) in this language, its named placeholders filled in.

        ``context`` and ``message`` are literals, so that the catalogs' tool finds them; English is the id.
        """
        raise NotImplementedError

    def say_count(self, context: str, one: str, other: str, count: int, /, **values: object) -> str:
        """Return a sentence about ``count`` things: ``one`` or ``other`` in English; ``{count}`` is filled in."""
        raise NotImplementedError

    def join(self, *runs: str) -> str:
        """Return runs of text as one: a space between Han and Latin words, none beside punctuation or digits.

        English runs are joined by what they hold themselves.
        """
        raise NotImplementedError

    def items(self, items: Iterable[str], /) -> str:
        """Return short items as a list: ``a, b, and c``; 、 and 和 in Chinese; ``;`` or ``；`` where an item holds commas."""
        raise NotImplementedError

    def aside(self, text: str, /, *notes: str) -> str:
        """Return text followed by notes in this language's brackets; text alone where no note says anything.

        A bracket that ends the text already takes the notes in: ``2025年4月13日（星期日；未注明具体时间和时区）``.
        """
        raise NotImplementedError

    def labelled(self, label: str, value: str, /) -> str:
        """Return ``Label: value`` or ``标签：值``."""
        raise NotImplementedError

    def sentences(self, *sentences: str) -> str:
        """Return whole sentences one after the other: a space between them in English, none in Chinese."""
        raise NotImplementedError

    def capital(self, text: str, /) -> str:
        """Return text as it starts a line: its first letter large in English, as it is in Chinese."""
        raise NotImplementedError

    def quote(self, text: str, /) -> str:
        """Return text in this language's quotation marks: “ ” or 「 」."""
        raise NotImplementedError

    def language_name(self, tag: str, /) -> str:
        """Return the name of a language: ``Simplified Chinese``, 简体中文."""
        raise NotImplementedError

    def mixed(self, choice: Choice, /) -> str:
        """Return chosen words, marked with their language where it is not this one: ``开放源代码 (in Chinese)``."""
        raise NotImplementedError

    def choose(self, text: Text, /) -> Choice:
        """Return the best words for readers of this language, with the tag that they really have."""
        raise NotImplementedError

    def name(self, text: Text, /, *, also: str | None = None) -> str:
        """Return a name, unmarked; the name in language ``also`` follows in brackets where it is another.

        ``与北京智源大会（BAAI Conference）同期举办`` holds ``name(event, also="en")``.
        """
        raise NotImplementedError

    def inferred(self, text: Text, /, *, original: str) -> str:
        """Return a name that the announcement does not hold in this language, followed by its ``original``.

        北京首都国际机场（原文：Beijing International Airport）.
        """
        raise NotImplementedError
