"""The command beside the unrelated package confkit, which installs its files into the same folder."""

import subprocess
import sys
from pathlib import Path

import pytest

import confkit
from confkit.cli import main

WARNING = "warning: Another package named confkit, a configuration library, is installed beside confkit-events"
ERROR = "error: Files of confkit-events are missing, or were overwritten by another package."


def run_main(*arguments: str) -> int | str | None:
    """Run the command as an installed script does, and return its exit code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["confkit", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
    return end.value.code


def test_command_beside_the_other_package_warns_and_works(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "confkit-2.1.1.dist-info").mkdir()
    monkeypatch.syspath_prepend(folder)
    assert run_main("--version") == 0
    printed = capfd.readouterr()
    assert printed.out.startswith("confkit, version ")
    assert printed.err.startswith(WARNING)
    assert "pip uninstall confkit confkit-events\n" in printed.err


def test_command_beside_the_other_package_works_without_standard_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "confkit-2.1.1.dist-info").mkdir()
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr(sys, "stderr", None)  # as Python does where it is closed
    assert run_main("example", "-o", "day.yaml") == 0
    assert capfd.readouterr() == ("", "")


def test_command_alone_warns_of_nothing(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_main("example", "-o", "day.yaml") == 0
    assert (folder / "day.yaml").is_file()
    assert capfd.readouterr() == ("", "")


def test_command_without_the_model_says_how_to_repair_the_package(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delattr(confkit, "Conference")
    assert run_main("--version") == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(ERROR)


def load_without_click() -> tuple[int, bool, bool]:
    """Run the command in a process in which its modules cannot be loaded, as if one had been overwritten."""
    program = "import sys; sys.modules['click'] = None; from confkit.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, text=True)
    return done.returncode, ERROR in done.stderr, "Traceback" in done.stderr


def test_command_that_cannot_be_loaded_beside_the_other_package_says_how_to_repair_it(folder: Path) -> None:
    assert load_without_click() == (1, False, True)
    (folder / "confkit-2.1.1.dist-info").mkdir()  # in the folder that `python -c` searches first
    assert load_without_click() == (2, True, False)
