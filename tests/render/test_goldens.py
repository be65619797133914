"""The golden files are what the layouts print."""

from render import goldens


def test_golden_files_are_what_the_layouts_print():
    for path, content in goldens.goldens().items():
        kept = (goldens.FOLDER / path).read_text(encoding="utf-8")
        assert goldens.divided(kept) == goldens.divided(content), path
        assert (goldens.FOLDER / path).read_bytes() == content.encode(), path


def test_golden_folders_have_no_other_file():
    kept = [
        path.relative_to(goldens.FOLDER).as_posix()
        for folder in ("layouts", "changes")
        for path in (goldens.FOLDER / folder).iterdir()
    ]
    assert sorted(kept) == sorted(goldens.goldens())
