"""The whole language: everything that it can say about an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

from confkit.words._moments import Moments
from confkit.words._places import Places

if TYPE_CHECKING:
    from confkit.model import Money, Translation

__all__ = ["LANGUAGES", "Family", "Words", "of"]

LANGUAGES = ("en", "en-GB", "zh-Hans", "zh-Hant")
"""The languages that there are catalogs for."""

Family = Literal[
    "attendance", "call", "deadline", "event", "format", "link", "role", "state", "status", "translation", "venue"
]
"""The sets of codes in the model that have names for people."""


@attrs.frozen
class Words(Moments, Places):
    """Everything that can be said in one language. Immutable; one object serves all threads. Made by `of`."""

    def term(self, family: Family, code: str, /) -> str:
        """Return the name of a code of the model within a sentence: ``submission deadline``, 提交截止日期.

        Families: ``deadline`` (kinds of deadline), ``call`` (kinds of call), ``role`` (of organisations), ``venue``
        (roles of venues), ``status``, ``attendance``, ``event`` (kinds of event), ``state`` (of a call or a deadline),
        ``translation`` (its status), ``link`` (rel). The name of an open set's unknown code is the code itself, its
        underscores as spaces.
        """
        raise NotImplementedError

    def label(self, family: Family, code: str, /) -> str:
        """Return the name of a code as it stands at the start of a line: ``Submission deadline``."""
        raise NotImplementedError

    def relation(self, kind: str, event: str, /) -> str:
        """Return how two events belong together: ``co-located with the BAAI Conference`` / 与北京智源大会同期举办."""
        raise NotImplementedError

    def ordinal(self, number: int, /) -> str:
        """Return ``first``, ``2nd``, ``11th``; 第一, 第二."""
        raise NotImplementedError

    def edition(self, number: int, /) -> str:
        """Return which edition it is: ``first``, ``2nd``; 首届, 第二届."""
        raise NotImplementedError

    def money(self, money: Money, /) -> str:
        """Return a price: ``CNY 450``, 450元; an amount of nothing is free."""
        raise NotImplementedError

    def number(self, number: float, /) -> str:
        """Return a number with this language's separators: ``1,450``."""
        raise NotImplementedError

    def translation(self, translation: Translation, /) -> str:
        """Return the sentence that tells readers who stands behind the words; empty for official ones."""
        raise NotImplementedError


def of(language: str, /) -> Words:
    """Return the words of a language by its BCP 47 tag.

    ``zh``, ``zh-CN`` and ``zh-SG`` give ``zh-Hans``; ``zh-TW``, ``zh-HK`` and ``zh-MO`` give ``zh-Hant``; a region
    without a catalog of its own gets its language's (``en-AU`` gives ``en``).

    Raises:
        InvalidValueError: there is no such language; the message lists those that there are.

    >>> of("zh-TW").tag
    'zh-Hant'
    """
    raise NotImplementedError
