"""The golden renderings: what every file beside this one in golden/ must hold, byte for byte.

python tests/render/goldens.py            # which files differ; exit 1 if any does
python tests/render/goldens.py update     # write them all anew, then read them aloud before you commit
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from confkit import files, render, zone
from render.events import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit import Conference

FOLDER = Path(__file__).parent / "golden"
LANGUAGES = ("en", "en-GB", "zh-Hans", "zh-Hant")
OTHERS = ("en", "zh-Hans")

MOMENTS = {
    "": None,
    "before": dt.datetime(2025, 4, 10, 9, tzinfo=dt.UTC),
    "inside": dt.datetime(2025, 4, 13, 23, tzinfo=dt.UTC),
    "after": dt.datetime(2025, 4, 15, tzinfo=dt.UTC),
}
"""Before the deadline of the example, inside its window, after it."""


def goldens() -> dict[str, str]:
    """Return what each file holds, by its name."""
    return dict([*_example(files.example()), *_others(), ("lines.txt", "".join(_lines()))])


def _example(example: Conference) -> Iterator[tuple[str, str]]:
    for moment, now in MOMENTS.items():
        name = f"{example.id}.{moment}".rstrip(".")
        for language in LANGUAGES:
            yield f"{name}.{language}.txt", render.text(example, language=language, now=now)
        if moment in {"", "inside"}:
            for language in LANGUAGES:
                yield f"{name}.{language}.md", render.markdown(example, language=language, now=now)
        yield f"{name}.en.zh-Hans.md", render.bilingual(example, languages=("en", "zh"), now=now)
    yield f"{example.id}.en-GB.zh-Hant.md", render.bilingual(example, languages=("en-GB", "zh-Hant"))


def _others() -> Iterator[tuple[str, str]]:
    for event in EVENTS.values():
        for language in LANGUAGES if event.id in {"compiler-winter-2025", "coscup-example-2026"} else OTHERS:
            yield f"{event.id}.{language}.txt", render.text(event, language=language)
            yield f"{event.id}.{language}.md", render.markdown(event, language=language)
        yield f"{event.id}.en.zh-Hans.md", render.bilingual(event)
    for place, language in (("Europe/Berlin", "en-GB"), ("America/Los_Angeles", "zh-Hans")):
        for key in ("compiler-winter-2025", "sysml-2026", "edge-summit-2026"):
            now = dt.datetime(2025, 9, 20, tzinfo=dt.UTC)
            said = render.text(EVENTS[key], language=language, zone=zone(place), now=now)
            yield f"{key}.{place.rpartition('/')[2]}.{language}.txt", said


def _lines() -> Iterator[str]:
    """Every one-line summary, under the name of its event and moment."""
    example = files.example()
    for event in (example, *EVENTS.values()):
        for moment, now in MOMENTS.items() if event is example else [("", None)]:
            yield f"{event.id} {moment}".rstrip() + "\n"
            for language in LANGUAGES:
                yield f"  {language}: {render.line(event, language=language, now=now)}\n"


def main(arguments: list[str]) -> int:
    """Do what the arguments say; return the exit code."""
    if arguments == ["update"]:
        FOLDER.mkdir(exist_ok=True)
        for name, said in goldens().items():
            (FOLDER / name).write_text(said, encoding="utf-8", newline="\n")
        for path in FOLDER.iterdir():
            if path.name not in goldens():
                path.unlink()
    different = [
        name
        for name, said in goldens().items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_bytes() != said.encode()
    ]
    sys.stdout.writelines(f"{name}\n" for name in different)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
