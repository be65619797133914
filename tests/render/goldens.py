"""The golden renderings: what every file below golden/ must hold, byte for byte.

A folder holds a layout, a file in it an event at a moment, and a section of the file a language.

python tests/render/goldens.py            # which files differ; exit 1 if any does
python tests/render/goldens.py update     # write them all anew, then read them aloud before you commit
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

sys.path.insert(0, str(Path(__file__).parent.parent))

from confkit import Conference, files, render
from confkit.model import zone
from render.events import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from email.message import EmailMessage

FOLDER = Path(__file__).parent / "golden"
LANGUAGES = ("en", "en-GB", "zh-Hans", "zh-Hant")
EACH = tuple((language,) for language in LANGUAGES)
BOTH = ("zh-Hans", "en")
PAIRS = (("en", "zh-Hans"), ("en-GB", "zh-Hant"))

MOMENTS = {
    "": None,
    "before": dt.datetime(2025, 4, 10, 9, tzinfo=dt.UTC),
    "inside": dt.datetime(2025, 4, 13, 23, tzinfo=dt.UTC),
    "after": dt.datetime(2025, 4, 15, tzinfo=dt.UTC),
}
"""Before the deadline of the example, inside its window, after it."""

MIDWAY = {
    "compiler-winter-2025": dt.datetime(2025, 11, 10, 12, tzinfo=dt.UTC),
    "databases-2027": dt.datetime(2026, 8, 1, 12, tzinfo=dt.UTC),
}
"""A moment when some of what an event offers is over: early tickets, rounds of a call."""

ABROAD = ("compiler-winter-2025", "sysml-2026", "edge-summit-2026")
"""Events that readers elsewhere read of, with the time of their own zone beside the event's."""

PLACES = {"en-GB": "Europe/Berlin", "zh-Hans": "America/Los_Angeles"}

LAYOUTS = {
    "text": ("txt", EACH),
    "markdown": ("md", EACH),
    "html": ("html", EACH),
    "line": ("txt", EACH),
    "chat": ("txt", EACH),
    "email": ("txt", (*EACH, BOTH)),
    "post": ("md", (*EACH, BOTH)),
    "bilingual": ("md", PAIRS),
    "bilingual-html": ("html", PAIRS),
}
"""How the files of a layout end, and which languages its renderings are in."""

SHORT = ("line", "chat")
"""Layouts of so few words that all events stand in one file."""

_MARK = re.compile(r"(?:\A|(?<=\n)\n)(?:<!-- (.+) -->|=+ (.+) =+)\n")


@attrs.frozen(kw_only=True)
class Golden:
    """One rendering, and what it was made of."""

    layout: str
    name: str
    event: Conference
    languages: tuple[str, ...]
    now: dt.datetime | None
    zone: dt.tzinfo | None
    said: str

    @property
    def path(self) -> str:
        """Where the rendering is kept, below the folder."""
        suffix = LAYOUTS[self.layout][0]
        return f"{self.layout}.{suffix}" if self.layout in SHORT else f"{self.layout}/{self.name}.{suffix}"

    @property
    def section(self) -> str:
        """What the rendering stands under in its file."""
        there = "" if self.zone is None else f" in {PLACES[self.languages[0]]}"
        whose = f"{self.name}: " if self.layout in SHORT else ""
        return f"{whose}{', '.join(self.languages)}{there}"


def goldens() -> list[Golden]:
    """Return every rendering, in the order in which the files hold them."""
    return list(_all())


def _all() -> Iterator[Golden]:
    example = files.example()
    subjects = [(f"{example.id}.{moment}".rstrip("."), example, now) for moment, now in MOMENTS.items()]
    subjects += [(event.id, event, None) for event in EVENTS.values()]
    subjects += [(f"{key}.midway", EVENTS[key], now) for key, now in MIDWAY.items()]
    for name, event, now in subjects:
        for layout, (_, languages) in LAYOUTS.items():
            for tags in languages:
                yield _golden(layout, name, event, tags, now)
    for key in ABROAD:
        for language, place in PLACES.items():
            now = dt.datetime(2025, 9, 20, tzinfo=dt.UTC)
            yield _golden("text", f"{key}.abroad", EVENTS[key], (language,), now, zone(place))


def _golden(
    layout: str,
    name: str,
    event: Conference,
    languages: tuple[str, ...],
    now: dt.datetime | None,
    there: dt.tzinfo | None = None,
) -> Golden:
    if layout == "email":
        said = decoded(render.email(event, languages=languages, now=now, zone=there))
    elif layout == "post":
        said = render.post(event, languages=languages, now=now, zone=there)
    elif layout == "bilingual":
        said = render.bilingual(event, languages=languages, now=now, zone=there)
    elif layout == "bilingual-html":
        said = render.bilingual(event, languages=languages, form="html", now=now, zone=there)
    else:
        said = getattr(render, layout)(event, language=languages[0], now=now, zone=there)
    return Golden(layout=layout, name=name, event=event, languages=languages, now=now, zone=there, said=said)


def decoded(message: EmailMessage) -> str:
    """What the reader of a mail sees: its headers and both its bodies, without what carries them."""
    headers = "".join(f"{name}: {message[name]}\n" for name in ("Subject", "Content-Language"))
    plain, page = (part.get_content().replace("\r\n", "\n") for part in message.iter_parts())
    return f"{headers}\n{plain}\n{page}"


def kept(made: Iterable[Golden]) -> dict[str, str]:
    """Return what each file holds, by its path below the folder."""
    sections: dict[str, list[str]] = {}
    for one in made:
        mark = f"===== {one.section} =====" if one.path.endswith(".txt") else f"<!-- {one.section} -->"
        sections.setdefault(one.path, []).append(f"{mark}\n{one.said}".rstrip("\n") + "\n")
    return {path: "\n".join(parts) for path, parts in sections.items()}


def sections(held: str) -> dict[str, str]:
    """Return the renderings of a file, by what they stand under."""
    _, *parts = _MARK.split(held)
    return {comment or rule: said for comment, rule, said in zip(parts[::3], parts[1::3], parts[2::3], strict=True)}


def main(arguments: list[str]) -> int:
    """Do what the arguments say; return the exit code."""
    made = {FOLDER / name: held for name, held in kept(goldens()).items()}
    if arguments == ["update"]:
        for path, held in made.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(held, encoding="utf-8", newline="\n")
        for path in FOLDER.rglob("*.*"):
            if path not in made:
                path.unlink()
    different = [path for path, held in made.items() if not path.exists() or path.read_bytes() != held.encode()]
    sys.stdout.writelines(f"{path.relative_to(FOLDER).as_posix()}\n" for path in different)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
