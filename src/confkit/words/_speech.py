"""Saying sentences in one language: the catalog, spacing, lists, brackets and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from confkit.words._catalog import plurals, translations
from confkit.words._given import texts, wanted
from confkit.words._languages import BY_TAG
from confkit.words._patterns import Patterns
from confkit.words._setting import Setting
from confkit.words._spacing import gaps_han, gaps_latin, has_letter, is_closed, join, pieces

if TYPE_CHECKING:
    from collections.abc import Sequence


__all__ = ["Speech"]

_ENDS = (".", "。", "?", "？", "!", "！")

_COMMAS = re.compile("[,;，、；]")

_ROUND = re.compile("[()（）]")


@attrs.frozen
class Speech:
    """One language, and how its sentences are put together."""

    tag: str
    """The BCP 47 tag, one of `LANGUAGES`."""

    _patterns: Patterns = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(lambda self: BY_TAG[self.tag].patterns, takes_self=True)
    )
    setting: Setting = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(lambda self: BY_TAG[self.tag].setting, takes_self=True)
    )
    """How the language sets a page."""

    def say(self, context: str, message: str, /, **values: object) -> str:
        """Return a whole sentence (or label) in this language, its named placeholders filled in.

        ``context`` and ``message`` are literals, so that the catalogs' tool finds them; the English words are the id.
        In Chinese what is filled in is spaced as in `join`.

        >>> from confkit import words
        >>> words.of("zh").say("bound", "no later than {moment}", moment="4月13日")
        '不晚于4月13日'
        """
        if not (isinstance(context, str) and isinstance(message, str)):
            texts(context, message)
        return self._fill(translations(self.tag).get((context, message), message), values)

    def say_count(self, context: str, one: str, other: str, count: int, /, **values: object) -> str:
        """Return a sentence about ``count`` things: ``one`` or ``other`` in English; ``{count}`` is filled in.

        Other languages have as many forms as their catalog.

        >>> from confkit import words
        >>> words.of("en").say_count("relative day", "{count} day left", "{count} days left", 3)
        '3 days left'
        """
        texts(context, one, other)
        english = one if count == 1 else other
        said = plurals(self.tag).get((context, one))
        if said:
            # A catalog may have fewer forms than its language, which its check reports.
            english = said[min(BY_TAG[self.tag].plural(count), len(said) - 1)]
        return self._fill(english, {"count": count, **values})

    def join(self, *runs: str) -> str:
        """Return runs of text as one: a space between Han and Latin words, none beside punctuation or digits.

        English runs are parted by one space, but for punctuation that clings.

        >>> from confkit import words
        >>> words.of("zh").join("首届", "PyTorch Day China", "，", "2025", "年")
        '首届 PyTorch Day China，2025年'
        """
        return join(runs, gaps_han if self._patterns.han else gaps_latin)

    def gap(self, left: str, right: str, /) -> str:
        """Return what `join` puts between two texts: a space or nothing.

        >>> from confkit import words
        >>> words.of("zh").gap("首届", "PyTorch"), words.of("zh").gap("首届", "，")
        (' ', '')
        """
        if not (isinstance(left, str) and isinstance(right, str)):
            texts(left, right)
        return " " if self.gaps((left, right)) else ""

    def gaps(self, runs: Sequence[str], /) -> list[int]:
        """Return the numbers of the runs before which `join` puts a space.

        >>> from confkit import words
        >>> words.of("zh").gaps(["首届", "PyTorch Day China", "，"])
        [1]
        """
        return gaps_han(runs) if self._patterns.han else gaps_latin(runs)

    def items(self, items: Iterable[str], /, *, beside: bool = False) -> str:
        """Return short items as a list; items that hold commas themselves are parted by semicolons.

        ``beside`` tells of things that another one is beside: where the word for that is the one that joins a list, as
        in Traditional Chinese, another joins this one.

        >>> from confkit import words
        >>> words.of("en").items(["talks", "discussions", "poster sessions"])
        'talks, discussions, and poster sessions'
        >>> words.of("zh").items(["从业者", "研究人员", "产业界人士"])
        '从业者、研究人员和产业界人士'
        >>> words.of("zh-Hant").items(["資安週", "密碼學論壇"], beside=True)
        '資安週和密碼學論壇'
        """
        wanted(items, "write a list of texts", Iterable)
        listed = tuple(items)
        texts(*listed)
        if any(_COMMAS.search(item) for item in listed):
            return self._patterns.semicolon.join(listed)
        if len(listed) < 2:
            return "".join(listed)
        *rest, last = listed
        patterns = self._patterns
        if len(rest) == 1:
            two = (beside and patterns.two_beside) or patterns.two
            return self._fill(two, {"first": rest[0], "last": last})
        several = (beside and patterns.last_beside) or patterns.last
        return self._fill(several, {"rest": patterns.comma.join(rest), "last": last})

    def aside(self, text: str, /, *notes: str, outer: bool = False) -> str:
        """Return text followed by notes in this language's brackets; the text alone where no note says anything.

        Notes that hold brackets themselves, or that follow one, stand in square ones; ``outer`` tells of brackets that
        do not show.

        >>> from confkit import words
        >>> words.of("zh").aside("北京智源大会", "BAAI Conference")
        '北京智源大会（BAAI Conference）'
        >>> words.of("en").aside("Hall (Building 3)", "online")
        'Hall (Building 3) [online]'
        """
        said = self._patterns.semicolon.join(filter(None, notes))
        nested = outer or text.endswith((")", "）")) or _ROUND.search(said) is not None
        opening, closing = self._patterns.outer_brackets if nested else self._patterns.brackets
        return f"{text}{opening}{said}{closing}" if said else text

    def parted(self, *clauses: str) -> str:
        """Return clauses parted by semicolons, but for those that say nothing.

        >>> from confkit import words
        >>> words.of("zh").parted("活动已取消", "场地不可用")
        '活动已取消；场地不可用'
        """
        return self._patterns.semicolon.join(filter(None, clauses))

    def ended(self, sentence: str, /) -> str:
        """Return words as a sentence: with what ends one in this language, where nothing ends them yet.

        >>> from confkit import words
        >>> words.of("zh").ended("活动已取消"), words.of("en").ended("Why not?")
        ('活动已取消。', 'Why not?')
        """
        texts(sentence)
        return sentence if sentence.endswith(_ENDS) else f"{sentence}{self.setting.stop}"

    def labelled(self, label: str, value: str, /) -> str:
        """Return ``Label: value`` or ``标签：值``."""
        return self._patterns.colon.format(label=label, value=value)

    def sentences(self, *sentences: str) -> str:
        """Return whole sentences one after the other: a space between them in English, none in Chinese."""
        return self._patterns.between_sentences.join(filter(None, sentences))

    def capital(self, text: str, /) -> str:
        """Return text as it starts a line: its first letter large in English, as it is in Chinese."""
        if not isinstance(text, str):
            texts(text)
        return text if self._patterns.han else text[:1].upper() + text[1:]

    def small(self, text: str, /) -> str:
        """Return words of confkit as they stand within a sentence: the reverse of `capital`.

        >>> from confkit import words
        >>> words.of("en").small("Submission deadline"), words.of("zh").small("提交截止日期")
        ('submission deadline', '提交截止日期')
        """
        texts(text)
        return text if self._patterns.han else text[:1].lower() + text[1:]

    def quote(self, text: str, /) -> str:
        """Return text in this language's quotation marks.

        >>> from confkit import words
        >>> words.of("zh-Hant").quote("徵稿")
        '「徵稿」'
        """
        opening, closing = self._patterns.quotes
        return f"{opening}{text}{closing}"

    @property
    def brackets(self) -> tuple[str, str]:
        """What opens and what closes a note."""
        return self._patterns.brackets

    @property
    def han(self) -> bool:
        """Whether the language is written in Han characters."""
        return self._patterns.han

    def _fill(self, template: str, values: dict[str, object]) -> str:
        said = template.format_map(values)
        if not self._patterns.han or is_closed(template) or not has_letter(said):
            return said
        filled: list[str] = []
        for literal, name in pieces(template):
            filled.append(literal)
            if name is not None:
                filled.append(str(values[name]))
        return join(filled, gaps_han)
