"""The golden notices on changes: what every file in tests/golden/changes must hold, byte for byte.

python tests/render/change_goldens.py            # which files differ; exit 1 if any does
python tests/render/change_goldens.py update     # write them all anew, then read them aloud before you commit
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from confkit import render, words
from render.goldens import BOTH, decoded
from render.versions import LISTS, VERSIONS

FOLDER = Path(__file__).parent.parent / "golden" / "changes"
SUFFIXES: dict[render.ChangesForm, str] = {"text": "txt", "markdown": "md", "chat": "chat.txt"}


def goldens() -> dict[str, str]:
    """Return what each file holds, by its name."""
    pairs: dict[str, Any] = {**VERSIONS, **LISTS}
    said = {
        f"{name}.{language}.{suffix}": render.changes(old, new, language=language, form=form)
        for name, (old, new) in pairs.items()
        for language in words.LANGUAGES
        for form, suffix in SUFFIXES.items()
    }
    mails = {
        f"{name}.{'+'.join(tags)}.email.txt": decoded(render.changes_email(old, new, languages=tags))
        for name, (old, new) in pairs.items()
        for tags in (*((tag,) for tag in words.LANGUAGES), BOTH)
    }
    return said | mails


def main(arguments: list[str]) -> int:
    """Do what the arguments say; return the exit code."""
    said = goldens()
    if arguments == ["update"]:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path in FOLDER.iterdir():
            path.unlink()
        for name, text in said.items():
            (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    different = [name for name, text in said.items() if (FOLDER / name).read_bytes() != text.encode()]
    sys.stdout.writelines(f"{name}\n" for name in different)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
