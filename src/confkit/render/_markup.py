"""Runs of text as HTML in which nothing of the data is markup (WHATWG HTML, 13.1)."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from confkit._characters import safe_text, safe_url
from confkit._internet_addresses import URL_IN_TEXT
from confkit.facts import plain
from confkit.model import UND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from confkit.facts import Run, Runs

__all__ = ["anchor", "article", "attributes", "element", "escaped", "phrase", "picture", "prose", "sectioned"]


def phrase(runs: Runs, language: str) -> str:
    """Return runs as they stand in an element whose language is ``language``."""
    return "".join(_run(run, language, escaped) for run in runs)


def prose(runs: Runs, language: str) -> str:
    """Return runs of a paragraph, in which the addresses that are written out are links."""
    return "".join(_run(run, language, escaped if run.own else _linked) for run in runs)


def picture(runs: Runs, language: str) -> str:
    """Return the picture that the first run leads to; the words are for those who cannot see it."""
    run, alt = runs[0], plain(runs)
    return f"<img{attributes(src=safe_url(str(run.href)), alt=safe_text(alt), lang=_lang(run, language))}>"


def element(name: str, inside: str, **values: str | None) -> str:
    """Return an element with attributes (``None``: without that one) around HTML that is safe already."""
    return f"<{name}{attributes(**values)}>{inside}</{name}>"


def article(language: str, lines: Iterable[str]) -> str:
    """Return lines as a whole article in a language, the last line ended too."""
    return "\n".join([f"<article{attributes(lang=language, dir='ltr')}>", *lines, "</article>"]) + "\n"


def sectioned(lines: Iterable[str]) -> str:
    """Return lines as a section."""
    return "\n".join(["<section>", *lines, "</section>"])


def anchor(url: str) -> str:
    """Return an address as a link that is written out."""
    return element("a", escaped(safe_url(url)), href=safe_url(url))


def attributes(**values: str | None) -> str:
    """Return attributes as they stand in a tag, each with a space before it."""
    return "".join(f' {name}="{html.escape(value)}"' for name, value in values.items() if value is not None)


def escaped(text: str) -> str:
    """Return text as it stands in an element."""
    return html.escape(text, quote=False)


def _run(run: Run, language: str, write: Callable[[str], str]) -> str:
    lang = _lang(run, language)
    text = safe_text(run.text)
    direction = None if run.own else _direction(text)
    if run.href is not None:
        return element("a", escaped(text), href=safe_url(run.href), lang=lang, dir=direction)
    if direction is not None:
        return element("bdi", write(text), lang=lang, dir=direction)
    return write(text) if lang is None else element("span", write(text), lang=lang)


def _lang(run: Run, language: str) -> str | None:
    """What the ``lang`` attribute says: nothing where the element around it says it; empty: nobody knows (3.2.6.2)."""
    if run.language == language or language.startswith(f"{run.language}-"):
        return None
    return "" if run.language == UND else run.language


def _direction(text: str) -> str | None:
    """Which way words run that hold letters written from right to left; ``None``: they hold none (UAX 9, P2 and P3)."""
    kinds = [kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"}]
    if not {"R", "AL"} & set(kinds):
        return None
    return "ltr" if kinds[0] == "L" else "rtl"


def _linked(text: str) -> str:
    said, at = "", 0
    for url in re.finditer(URL_IN_TEXT, text):
        said += escaped(text[at : url.start()]) + element("a", escaped(url[0]), href=url[0])
        at = url.end()
    return said + escaped(text[at:])
