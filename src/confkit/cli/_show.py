"""The commands ``show`` (a summary of an event), ``example`` (an event file) and ``schema`` (the JSON Schema)."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final, Literal

import click

from confkit import files, render
from confkit.cli import _input, _options, _output

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from confkit.model import Conference

__all__ = ["example", "schema", "show"]

_IN_ONE_LANGUAGE: Final[dict[str, Callable[..., str]]] = {
    "text": render.text,
    "markdown": render.markdown,
    "html": render.html,
    "line": render.line,
    "chat": render.chat,
}
"""The functions of the layouts in one language; for several languages, their documents are joined."""
_BILINGUAL: Final[dict[str, Literal["markdown", "html"]]] = {"bilingual": "markdown", "bilingual-html": "html"}
"""The layouts that show two languages side by side, and the format of their documents."""

_LAYOUTS: Final = (*_IN_ONE_LANGUAGE, "email", "post", *_BILINGUAL)


@click.command()
@_options.output
@_options.report_errors
def example(output: str) -> None:
    """Write the bundled example event.

    It is PyTorch Day China 2025, as an event file in YAML.
    """
    source = resources.files("confkit.files") / "pytorch-day-china-2025.yaml"
    _output.write(source.read_bytes(), output)


@click.command()
@_options.output
@_options.report_errors
def schema(output: str) -> None:
    """Write the JSON Schema of event files.

    Editors use it to complete and to check what you type.
    """
    _output.write(_output.json_text(files.schema()), output)


@click.command()
@click.argument("name", metavar="FILE")
@_options.input_format
@_options.languages
@click.option(
    "--as", "layout", type=click.Choice(_LAYOUTS), default="text", show_default=True, help="Layout of the summary."
)
@click.option(
    "--now",
    callback=_options.parse_instant,
    metavar="TIME",
    help="State what is open and what is closed at this time: 2025-04-13T12:00+08:00, or now.",
)
@click.option(
    "--zone",
    callback=_options.parse_timezone,
    metavar="ZONE",
    help="State times in this time zone too: Europe/Berlin.  [default: only the venue's]",
)
@_options.output
@_options.report_errors
def show(
    name: str,
    format: files.Format | None,
    languages: tuple[str, ...] | None,
    layout: str,
    now: dt.datetime | None,
    zone: dt.tzinfo | None,
    output: str,
) -> None:
    """Write a summary of an event.

    FILE is an event file, or - for standard input.
    """
    source = _input.read_input(name, format)
    _output.refuse_overwriting([source.name], [output])
    _output.write(_summary(source.conference(), layout, languages, now=now, zone=zone), output)


def _summary(
    conference: Conference,
    layout: str,
    languages: tuple[str, ...] | None,
    *,
    now: dt.datetime | None,
    zone: dt.tzinfo | None,
) -> str | bytes:
    """Return the summary of a conference in a layout: a mail as bytes, anything else as text."""
    form = _BILINGUAL.get(layout)
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
    make = _IN_ONE_LANGUAGE[layout]
    separator = "\n" if layout in {"line", "html"} else "\n\n"
    texts = (make(conference, language=language, now=now, zone=zone).rstrip("\n") for language in chosen)
    return separator.join(texts) + "\n"
