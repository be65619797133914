"""Names: of things in one language or in several, and of the languages themselves."""

from __future__ import annotations

import re

import attrs

from confkit.model import Choice, Text, serves
from confkit.words import _cldr
from confkit.words._given import texts, wanted
from confkit.words._speech import Speech

__all__ = ["Names"]

_SCRIPT = re.compile("-[A-Z][a-z]{3}(?=-|$)", re.ASCII)
"""The script in a language tag in canonical case (RFC 5646 2.2.3)."""

_SPEECH = re.compile("(?<=.)[语語]$")
"""What ends the Chinese name of a language as people speak it; as they write it, it is 文."""

_NOUN_AT_HEAD = re.compile(
    r"(?!the\b).*\b(Alliance|Association|Centre|Center|Committee|Conference|Congress|Consortium|Council|Federation"
    r"|Festival|Forum|Foundation|Initiative|Institute|Meeting|Society|Summit|Symposium|Union|Workshop)"
    r"( (for|of|on) .*)?",
    re.IGNORECASE,
)
"""Names whose head is a common noun are said with an article in English; a year after it makes a proper name."""


@attrs.frozen
class Names(Speech):
    """A language that can name things, whichever languages their names are in."""

    def the(self, name: str, /) -> str:
        """Return a name as English says it within a sentence: ``the PyTorch Foundation``, but ``ICLR 2025``.

        >>> from confkit import words
        >>> words.of("en").the("PyTorch Foundation"), words.of("zh").the("PyTorch 基金会")
        ('the PyTorch Foundation', 'PyTorch 基金会')
        """
        if not isinstance(name, str):
            texts(name)
        return name if not self._patterns.articles or not _NOUN_AT_HEAD.fullmatch(name) else f"the {name}"

    def language_name(self, tag: str, /) -> str:
        """Return the name of a language, or its tag where it has no name.

        >>> from confkit import words
        >>> words.of("en").language_name("zh-Hant"), words.of("zh").language_name("en")
        ('Traditional Chinese', '英文')
        """
        texts(tag)
        return _cldr.language(self.tag, tag)

    def choose(self, text: Text, /) -> Choice:
        """Return the best words for readers of this language, with the tag that they really have."""
        wanted(text, 'write Text(en="Beijing", zh="北京")', Text)
        return text.choose(self.tag)

    def mixed(self, choice: Choice, /) -> str:
        """Return chosen words, marked with their language where it is not the reader's.

        >>> from confkit import Text, words
        >>> en = words.of("en")
        >>> en.mixed(en.choose(Text(zh="开放源代码促进会")))
        '开放源代码促进会 (in Chinese)'
        """
        wanted(choice, "write what choose() gives", Choice)
        return self.aside(choice.value, self._language_of(choice))

    def name(self, text: Text, /, *, also: str | None = None) -> str:
        """Return a name, unmarked; the name in language ``also`` follows in brackets where it is another.

        >>> from confkit import Text, words
        >>> words.of("zh").name(Text(en="BAAI Conference", zh="北京智源大会"), also="en")
        '北京智源大会（BAAI Conference）'
        """
        return self.aside(self.choose(text).value, self._other(text, also))

    def inferred(self, text: Text, /, *, original: str) -> str:
        """Return a name that the announcement does not hold in this language, followed by its ``original``.

        ``original`` is the language of the announcement; a reader of it gets the name alone.

        >>> from confkit import Text, words
        >>> airport = Text(en="Beijing International Airport", zh="北京首都国际机场")
        >>> words.of("zh").inferred(airport, original="en")
        '北京首都国际机场（原文：Beijing International Airport）'
        """
        chosen = self.choose(text).value
        other = self._other(text, original)
        note = self.say("original words", "original: {name}", name=other) if other else ""
        return self.aside(chosen, note)

    def in_language(self, tag: str, /) -> str:
        """Return the words that tell in which language others are; which script concerns only readers of it.

        >>> from confkit import words
        >>> words.of("en").in_language("zh-Hant"), words.of("zh").in_language("zh-Hant")
        ('in Chinese', '繁体中文')
        """
        return self.say("language of a text", "in {language}", language=self.foreign_name(tag))

    def foreign_name(self, tag: str, /) -> str:
        """Return the name of a language for readers of this one: the script of one that they do not read is left out.

        >>> from confkit import words
        >>> words.of("en").foreign_name("zh-Hant"), words.of("zh").foreign_name("zh-Hant")
        ('Chinese', '繁体中文')
        """
        texts(tag)
        ours, own = self.tag.partition("-")[0], tag.partition("-")[0]
        name = self.language_name(tag if own == ours else _SCRIPT.sub("", tag))
        return _SPEECH.sub("文", name) if self._patterns.han else name

    def _language_of(self, choice: Choice) -> str:
        """What tells the language of chosen words; empty where it is the reader's."""
        if serves(choice.language, self.tag):
            return ""
        return self.in_language(choice.language)

    def _other(self, text: Text, language: str | None) -> str:
        """The words in another language, where there are some and they are not the reader's."""
        if language is None or serves(language, self.tag):
            return ""
        other = text.choose(language)
        return other.value if serves(other.language, language) and other.value != self.choose(text).value else ""
