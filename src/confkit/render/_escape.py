"""Runs of text as Markdown in which nothing of the data is markup (CommonMark 0.31, GFM tables)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from confkit._characters import safe_url
from confkit._internet_addresses import URL_IN_TEXT, is_email, shows_link
from confkit.facts import plain

if TYPE_CHECKING:
    from confkit.facts import Fact, Run, Runs

__all__ = ["block", "image", "inline"]

_MARKUP: Final = re.compile(r"[\\`*\[\]<>|~#]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
"""What CommonMark 6 and GFM read as markup wherever it stands; an underscore only at the edge of a word."""
_START: Final = re.compile(r"[-+=]|\d{1,9}[.)](?=\s|$)")
"""What makes a list or a heading of a line that starts with it (CommonMark 4.3, 5.2)."""
_OCTETS: Final = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "{|}"})
"""RFC 3986 2.1: these are no part of an address as they are."""


def inline(runs: Runs) -> str:
    """Return runs as Markdown within a line or a table's cell."""
    return "".join(_run(run) for run in runs)


def block(runs: Runs) -> str:
    """Return runs as Markdown that starts a paragraph or an item of a list."""
    start = _START.match(plain(runs))
    said = inline(runs)
    if start is None:
        return said
    at = start.end() - 1
    return f"{said[:at]}\\{said[at:]}"


def image(fact: Fact) -> str:
    """Return a picture."""
    return f"![{_escaped(plain(fact.value))}]({_destination(str(fact.value[0].href))})"


def _run(run: Run) -> str:
    if run.href is None:
        return _prose(run.text)
    if run.href == run.text or (shows_link(run.text, run.href) and _is_autolink(run.text)):
        return f"<{run.text}>"
    return f"[{_escaped(run.text)}]({_destination(run.href)})"


def _is_autolink(email: str) -> bool:
    """Return whether ``<email>`` is a link (CommonMark 6.5) that also stands in the cell of a table (GFM 4.10)."""
    return email.isascii() and is_email(email) and email.translate(_OCTETS) == email


def _prose(text: str) -> str:
    """Text with the addresses in it as links, which would else swallow what follows them."""
    said = ""
    at = 0
    for url in re.finditer(URL_IN_TEXT, text):
        said += f"{_escaped(text[at : url.start()])}<{url[0]}>"
        at = url.end()
    return said + _escaped(text[at:])


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda sign: "&amp;" if sign[0] == "&" else f"\\{sign[0]}", text)


def _destination(url: str) -> str:
    url = safe_url(url).translate(_OCTETS)
    return f"<{url}>" if "(" in url or ")" in url else url
