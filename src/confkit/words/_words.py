"""The whole language: everything that it can say about an event."""

from __future__ import annotations

import functools
import re

import attrs

from confkit.errors import InvalidValueError, invalid
from confkit.model import Money, Translation, canonical_tag, serves
from confkit.words import _cldr
from confkit.words._given import texts, wanted
from confkit.words._languages import BY_TAG
from confkit.words._moved import Moved
from confkit.words._places import Places
from confkit.words._terms import (
    CALLS_FOR_PEOPLE,
    PEOPLE_TERMS,
    RELATIONS,
    TERMS,
    TRANSLATIONS,
    TRANSLATIONS_ELSEWHERE,
    Family,
)

__all__ = ["LANGUAGES", "Words", "of"]

LANGUAGES = tuple(BY_TAG)
"""The languages that confkit speaks."""

_KIN = {kin: tag for tag, language in BY_TAG.items() for kin in language.kin}
"""Varieties with the tag of the language whose ways they share."""

_SPOKEN = re.compile(r"(?:zh-)?(cmn|yue)((?:-.*)?)", re.ASCII)
_SCRIPTED = re.compile(r"-(?:CN|[A-Z][a-z]{3})\b")
"""What names a script, or the one region that writes Cantonese in ``Hans`` (CLDR's likely subtags)."""


@attrs.frozen
class Words(Moved, Places):
    """Everything that can be said in one language. Immutable; one object serves all threads. Made by `of`."""

    def term(self, family: Family, code: str, /, *, call: str | None = None) -> str:
        """Return the name of a code of the model as it stands within a sentence.

        Families: ``deadline`` (kinds of deadline), ``call`` (kinds of call), ``role`` (of organisations), ``venue``
        (roles of venues), ``status``, ``attendance``, ``event`` (kinds of event), ``state`` (of a call or a deadline),
        ``link`` (what a link leads to). The name of an open set's unknown code is the code, its underscores as spaces.

        ``call`` is the kind of call that a deadline or a state is of: people apply where others submit.

        >>> from confkit import words
        >>> words.of("zh").term("deadline", "submission"), words.of("en").term("deadline", "pitch_video")
        ('提交截止日期', 'pitch video')
        >>> words.of("zh").term("deadline", "submission", call="volunteers")
        '报名截止日期'
        """
        texts(family, code)
        if family not in TERMS:
            raise invalid(
                "words.family", "unknown family of codes", value=family, hint=f"write one of {', '.join(TERMS)}"
            )
        known = (PEOPLE_TERMS.get((family, code)) if call in CALLS_FOR_PEOPLE else None) or TERMS[family].get(code)
        return self.say(*known) if known else code.replace("_", " ")

    def knows(self, family: Family, code: str, /) -> bool:
        """Return whether a code has a name; `term` gives others back as they are, in English as keys are.

        >>> from confkit import words
        >>> words.of("zh").knows("deadline", "submission"), words.of("zh").knows("deadline", "pitch_video")
        (True, False)
        """
        return code in TERMS[family]

    def label(self, family: Family, code: str, /, *, call: str | None = None) -> str:
        """Return the name of a code as it stands at the start of a line: ``Submission deadline``."""
        return self.capital(self.term(family, code, call=call))

    def relation(self, kind: str, event: str, /) -> str:
        """Return how two events belong together.

        >>> from confkit import words
        >>> words.of("zh").relation("co_located", "北京智源大会")
        '与北京智源大会同期举办'
        >>> words.of("en").relation("co_located", "BAAI Conference")
        'co-located with the BAAI Conference'
        """
        texts(kind, event)
        if kind not in RELATIONS:
            raise invalid(
                "words.relation",
                "unknown relation between events",
                value=kind,
                hint=f"write one of {', '.join(RELATIONS)}",
            )
        return self.say(*RELATIONS[kind], event=self.the(event))

    def ordinal(self, number: int, /) -> str:
        """Return a number in a row.

        >>> from confkit import words
        >>> words.of("en").ordinal(2), words.of("zh").ordinal(12)
        ('second', '第十二')
        """
        wanted(number, "write a whole number", int)
        return BY_TAG[self.tag].ordinal(number)

    def edition(self, number: int, /) -> str:
        """Return which edition of an event it is, 1 being the first ever.

        >>> from confkit import words
        >>> words.of("en").edition(1), words.of("zh").edition(1), words.of("zh").edition(2)
        ('first', '首届', '第二届')
        """
        wanted(number, "write a whole number", int)
        if number == 1:
            return self.say("edition", "first")
        return self.say("edition", "{ordinal}", ordinal=self.ordinal(number))

    def money(self, money: Money, /) -> str:
        """Return a price; an amount of nothing is free.

        >>> from confkit import Money, words
        >>> words.of("en").money(Money.parse("450.00 CNY")), words.of("zh").money(Money.parse("450.00 CNY"))
        ('CNY 450', '人民币450元')
        """
        wanted(money, 'write Money.parse("450.00 CNY")', Money)
        if not money.amount:
            return self.say("price", "free")
        whole = money.amount == money.amount.to_integral_value()
        parts = money.amount.normalize().as_tuple().exponent == -1  # of half a dollar, as USD 0.50 is written
        amount = f"{money.amount:,.0f}" if whole else f"{money.amount:,.2f}" if parts else f"{money.amount:,f}"
        signs = {",": self._patterns.thousands, ".": self._patterns.decimal}
        amount = "".join(signs.get(sign, sign) for sign in amount)
        name = _cldr.currency(self.tag, money.currency)
        yuan = name.endswith(("币", "幣"))
        pattern = self._patterns.price_yuan if yuan else self._patterns.price
        return self._fill(pattern, {"amount": amount, "currency": name, "code": money.currency})

    def translation(self, translation: Translation, /) -> str:
        """Return the sentence that tells readers who stands behind the words; empty for official ones.

        Of a translation into another language it says that some of the text is in that one.

        >>> from confkit import Translation, words
        >>> words.of("zh").translation(Translation(language="zh", status="unofficial"))
        '本简体中文内容为非官方译文，以主办方发布的原文为准。'
        >>> words.of("zh-Hant").translation(Translation(language="zh", status="machine"))
        '部分內容以簡體中文顯示；該簡體中文內容為機器翻譯，以主辦單位發布的原文為準。'
        """
        wanted(translation, 'write Translation(language="zh", status="unofficial")', Translation)
        sentences = TRANSLATIONS if serves(translation.language, self.tag) else TRANSLATIONS_ELSEWHERE
        sentence = sentences.get(translation.status)
        return self.say(*sentence, language=self.language_name(translation.language)) if sentence else ""


def of(language: str, /) -> Words:
    """Return the words of a language by its BCP 47 tag.

    ``zh``, ``zh-CN`` and ``zh-SG`` give ``zh-Hans``; ``zh-TW``, ``zh-HK`` and ``zh-MO`` give ``zh-Hant``; regions
    that write the day before the month get ``en-GB`` (``en-AU``), others of which confkit knows no ways of their own
    their language's (``en-CA`` gives ``en``). Readers of Mandarin (``cmn``)
    and Cantonese (``yue``) get Chinese in their script; that of Cantonese is ``Hant`` where the tag names no other.

    Raises:
        InvalidValueError: there is no such language; the message lists those that there are.

    >>> of("zh-TW").tag
    'zh-Hant'
    """
    found = _lookup(language) if isinstance(language, str) else None
    if found is None:
        raise invalid(
            "words.language",
            "unsupported language",
            value=language,
            rule="RFC 4647 3.4",
            hint=f"write one of {', '.join(LANGUAGES)}",
        )
    return _words(found)


@functools.lru_cache(maxsize=1024)  # every text asks, for the same few tags
def _lookup(language: str) -> str | None:
    """RFC 4647 3.4; a script is never cut off, so that ``zh-Latn`` finds nothing."""
    try:
        tag = _written(canonical_tag(language))
    except InvalidValueError:
        return None
    while tag and tag not in LANGUAGES:
        head, _, cut = tag.rpartition("-")
        if tag in _KIN:
            return _KIN[tag]
        tag = "" if len(cut) == 4 and cut.isalpha() else head
    return tag or None


def _written(tag: str) -> str:
    """The tag of the language in which what is spoken is written; also where it extends ``zh`` (RFC 5646 2.2.2)."""
    spoken = _SPOKEN.fullmatch(tag)
    if spoken is None:
        return tag
    language, rest = spoken.groups()
    script = "-Hant" if language == "yue" and not _SCRIPTED.match(rest) else ""
    return canonical_tag(f"zh{script}{rest}")


@functools.cache
def _words(tag: str) -> Words:
    return Words(tag)
