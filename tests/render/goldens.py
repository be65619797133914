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
    from collections.abc import Callable, Iterator
    from email.message import EmailMessage

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
    rows = [*_example(files.example()), *_others(), *_documents()]
    return dict([*rows, ("lines.txt", "".join(_each(render.line))), ("chats.txt", "".join(_each(_chat)))])


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


def _documents() -> Iterator[tuple[str, str]]:
    """What is a page, a mail or a post."""
    example = files.example()
    for event in (example, *EVENTS.values()):
        for language in LANGUAGES if event is example else OTHERS:
            yield f"{event.id}.{language}.html", render.html(event, language=language)
            yield f"{event.id}.{language}.post.md", render.post(event, languages=(language,))
        yield f"{event.id}.en.zh-Hans.html", render.bilingual(event, form="html")
        yield f"{event.id}.zh-Hans.en.email", decoded(render.email(event, languages=("zh", "en")))
    yield f"{example.id}.zh-Hans.en.post.md", render.post(example, languages=("zh", "en"))
    now = MOMENTS["inside"]
    yield f"{example.id}.inside.zh-Hans.html", render.html(example, language="zh", now=now)
    yield (
        f"{example.id}.after.zh-Hant.email",
        decoded(render.email(example, languages=("zh-Hant",), now=MOMENTS["after"])),
    )


def decoded(message: EmailMessage) -> str:
    """What the reader of a mail sees: its headers and both its bodies, without what carries them."""
    headers = "".join(f"{name}: {message[name]}\n" for name in ("Subject", "Content-Language"))
    plain, page = (part.get_content().replace("\r\n", "\n") for part in message.iter_parts())
    return f"{headers}\n{plain}\n{page}"


def _chat(event: Conference, *, language: str, now: dt.datetime | None) -> str:
    """A message for a chat, indented under the name of its language."""
    return "".join(f"\n    {line}" for line in render.chat(event, language=language, now=now).splitlines())


def _each(layout: Callable[..., str]) -> Iterator[str]:
    """Every event in a short layout, under its name and moment."""
    example = files.example()
    for event in (example, *EVENTS.values()):
        for moment, now in MOMENTS.items() if event is example else [("", None)]:
            yield f"{event.id} {moment}".rstrip() + "\n"
            for language in LANGUAGES:
                yield f"  {language}: {layout(event, language=language, now=now)}\n".replace(": \n", ":\n")


def main(arguments: list[str]) -> int:
    """Do what the arguments say; return the exit code."""
    made = goldens()
    if arguments == ["update"]:
        FOLDER.mkdir(exist_ok=True)
        for name, said in made.items():
            (FOLDER / name).write_text(said, encoding="utf-8", newline="\n")
        for path in FOLDER.iterdir():
            if path.name not in made:
                path.unlink()
    different = [
        name
        for name, said in made.items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_bytes() != said.encode()
    ]
    sys.stdout.writelines(f"{name}\n" for name in different)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
