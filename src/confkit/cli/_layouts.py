"""The layouts of `confkit show`, in one language or several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import click

from confkit import render

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from confkit.model import Conference

__all__ = ["LAYOUTS", "shown"]

_ONE_BY_ONE: Final[dict[str, Callable[..., str]]] = {
    "text": render.text,
    "markdown": render.markdown,
    "html": render.html,
    "line": render.line,
    "chat": render.chat,
}
"""Of several languages each is a text of its own."""
_PAIRS: Final[dict[str, Literal["markdown", "html"]]] = {"bilingual": "markdown", "bilingual-html": "html"}

LAYOUTS: Final = (*_ONE_BY_ONE, "email", "post", *_PAIRS)


def shown(
    conference: Conference,
    layout: str,
    languages: tuple[str, ...] | None,
    *,
    now: dt.datetime | None,
    zone: dt.tzinfo | None,
) -> str | bytes:
    """Return a conference in a layout, as a command prints it: a mail as its octets, all else as text."""
    form = _PAIRS.get(layout)
    if form is not None:
        pair = languages or ("en", "zh-Hans")
        if len(pair) != 2:
            raise click.UsageError(f"--as {layout} needs two languages: --lang en,zh")
        return render.bilingual(conference, languages=pair, form=form, now=now, zone=zone)
    chosen = languages or ("en",)
    if layout == "email":
        return render.email(conference, languages=chosen, now=now, zone=zone).as_bytes()
    if layout == "post":
        return render.post(conference, languages=chosen, now=now, zone=zone)
    make = _ONE_BY_ONE[layout]
    between = "\n" if layout in {"line", "html"} else "\n\n"
    texts = (make(conference, language=language, now=now, zone=zone).rstrip("\n") for language in chosen)
    return between.join(texts) + "\n"
