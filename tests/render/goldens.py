"""The golden files: exactly what the layouts print of six events, and the notices of what changed in them.

`tests/golden/layouts` has a file per event, `tests/golden/changes` one per pair of versions. Each is divided into
sections, one per layout and reader.

python tests/render/goldens.py            # list the files that differ; exit 1 if any does
python tests/render/goldens.py update     # write all files again; then read them aloud before you commit
"""

from __future__ import annotations

import functools
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

sys.path.insert(0, str(Path(__file__).parent.parent))

from confkit import render
from render.renderings import ALL_RENDERINGS, BOTH, EACH, GOLDEN_EVENTS, PAIRS, decoded
from render.versions import LISTS, VERSIONS

if TYPE_CHECKING:
    from collections.abc import Collection

FOLDER: Final = Path(__file__).parent.parent / "golden"

LAYOUTS: Final[dict[str, Collection[tuple[str, ...]]]] = {
    "text": EACH,
    "line": EACH,
    "chat": EACH,
    "markdown": (("en",), ("zh-Hans",)),
    "html": (("en",), ("zh-Hans",)),
    "email": (BOTH,),
    "post": (BOTH,),
    "bilingual": PAIRS,
    "bilingual-html": PAIRS[:1],
}
"""The languages that are kept of each layout."""

BRIEF: Final = ("text", "line", "chat")
"""Layouts that are kept of an event at other moments, too."""

FORMS: Final[dict[render.ChangesForm, Collection[tuple[str, ...]]]] = {
    "text": EACH,
    "chat": EACH,
    "markdown": (("en",), ("zh-Hans",)),
}
"""The languages that are kept of each form of a notice."""

_HEADING: Final = re.compile(r"(?:\A|(?<=\n)\n)=+ (.+) =+\n")


@functools.cache
def goldens() -> dict[str, str]:
    """Return the content of each golden file by its path below the folder."""
    files = {f"layouts/{event_id}.txt": _of_event(event_id) for event_id in GOLDEN_EVENTS}
    files |= {f"changes/{name}.txt": _of_changes(*pair) for name, pair in {**VERSIONS, **LISTS}.items()}
    return {path: _joined(sections) for path, sections in files.items()}


def _of_event(event_id: str) -> dict[str, str]:
    return {
        str(rendering): rendering.text
        for rendering in ALL_RENDERINGS
        if rendering.event_id == event_id
        and rendering.languages in LAYOUTS[rendering.layout]
        and (not rendering.moment or rendering.layout in BRIEF)
    }


def _of_changes(old: Any, new: Any) -> dict[str, str]:
    notices = {
        f"{form}: {language}": render.changes(old, new, language=language, form=form)
        for form, each in FORMS.items()
        for (language,) in each
    }
    return {**notices, f"email: {', '.join(BOTH)}": decoded(render.changes_email(old, new, languages=BOTH))}


def _joined(sections: dict[str, str]) -> str:
    return "\n".join(f"===== {heading} =====\n{text}".rstrip("\n") + "\n" for heading, text in sections.items())


def divided(content: str) -> dict[str, str]:
    """Return the sections of a golden file by their headings."""
    _, *parts = _HEADING.split(content)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def main(arguments: list[str]) -> int:
    """Run the command; return the exit code."""
    contents = {FOLDER / path: content for path, content in goldens().items()}
    if arguments == ["update"]:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
        for path in {path.parent for path in contents}:
            for file in set(path.iterdir()) - contents.keys():
                file.unlink()
    different = [path for path, text in contents.items() if not path.exists() or path.read_bytes() != text.encode()]
    sys.stdout.writelines(f"{path.relative_to(FOLDER).as_posix()}\n" for path in different)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
