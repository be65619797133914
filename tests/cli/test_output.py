"""What the commands print on every computer: encodings, escapes, closed and full streams, interrupts."""

import contextlib
import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.commands import DAY, in_terminal, message, run
from confkit import files, ical, render
from confkit.cli._program import confkit

posix = pytest.mark.skipif(os.name != "posix", reason="uses shells, pipes, terminals and signals as in POSIX")

# ----------------------------------------------------------------------------------------------------------- encodings

COMMANDS = [
    ("show", "day.yaml", "--lang", "zh,en"),
    ("show", "day.yaml", "--as", "email", "--lang", "zh"),
    ("check", "day.yaml"),
    ("ics", "day.yaml", "--lang", "zh"),
    ("invite", "day.yaml", *("--to", "李四 <li@example.org>", "--organizer", "team@example.org")),
]
COMMANDS[-1] += ("--stamp", "2025-03-20T17:00+08:00")
SEVERAL = """
import json, sys
from confkit.cli import main
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["confkit", *arguments]
    try:
        main()
    except SystemExit:
        pass
"""


def test_output_is_the_same_bytes_in_every_environment() -> None:
    run("example", "-o", "day.yaml")
    command = [sys.executable, "-c", SEVERAL, json.dumps(COMMANDS)]
    expected = b"".join(run(*arguments).stdout_bytes for arguments in COMMANDS)
    for environment in (
        {"PYTHONHASHSEED": "0", "TZ": "America/New_York", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.GB18030", "PYTHONIOENCODING": "cp1252"},
    ):
        done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **environment})
        assert (environment, done.stdout.decode()) == (environment, expected.decode())
        assert "索家坟, Hai Dian Qu" in done.stdout.decode()
        assert "3 warnings, 1 note\n" in done.stderr.decode()


def test_findings_and_messages_are_utf_8_in_any_encoding() -> None:
    Path("会.yaml").write_text("confkit: 1\nid: 会\nname: A\n", encoding="utf-8")
    for charset in ("cp1252", "ascii", "gb18030", "utf-16"):
        runner = CliRunner(charset=charset)
        checked = runner.invoke(confkit, ["check", "会.yaml"])
        assert (charset, checked.exit_code) == (charset, 1)
        assert checked.stdout_bytes.decode().startswith("会.yaml:2:5: error: id: ")
        refused = runner.invoke(confkit, ["show", "议.yaml"])
        assert (charset, refused.exit_code) == (charset, 2)
        assert "议.yaml cannot be read" in refused.stderr_bytes.decode()


@posix
def test_terminal_receives_utf_8_in_any_encoding() -> None:
    run("example", "-o", "day.yaml")
    printed = in_terminal("stdout", "show", "day.yaml", "--as", "line", "--lang", "zh", encoding="gb18030")
    assert printed.rstrip() == render.line(files.example(), language="zh").rstrip()


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_file_name_that_is_not_utf_8_is_escaped(folder: Path) -> None:
    name = os.fsdecode(b"b\xff.yaml")
    (folder / name).write_text("nonsense")
    assert run("check", name).stdout.startswith("b\\udcff.yaml:1:1: error: ")
    (row,) = json.loads(run("check", name, "--format", "json").stdout)
    assert row["file"] == name


# ------------------------------------------------------------------------------------------------------------- escapes

ESCAPE = "a\x1b[2J\x9b31m\u202e"
SHOWN = "a\\x1b[2J\\x9b31m\\u202e"


def assert_harmless(text: str) -> None:
    assert [character for character in text if not character.isprintable() and character != "\n"] == []


@posix
def test_names_of_files_cannot_send_escape_sequences_to_a_terminal(folder: Path) -> None:
    name = f"{ESCAPE}\n.yaml"
    (folder / name).write_text(DAY.replace("2027-05-01", "soon"))
    checked = run("check", name)
    assert checked.stdout.startswith(f"{SHOWN}\\n.yaml:6:7: error: days: ")
    for arguments in (
        ("check", name, "--format", "github"),
        ("check", name, "--format", "json"),
        ("show", name),
        ("show", f"{ESCAPE}.yaml"),
        ("show", ESCAPE),
        ("ics", name, "-o", f"{ESCAPE}/day.ics"),
        ("show", "-", "--lang", ESCAPE),
        ("show", "-", "--zone", ESCAPE),
        ("show", "-", "--now", ESCAPE),
        ("show", "-", "--as", ESCAPE),
        (ESCAPE,),
        ("show", f"--{ESCAPE}"),
        ("show", "-", ESCAPE),
        ("cancel", name, "--announced", ESCAPE),
        ("extend", name, "a", "b", ESCAPE, "--announced", "2027-01-01"),
    ):
        done = run(*arguments)
        assert (arguments, done.exit_code != 0, done.output != "") == (arguments, True, True)
        assert_harmless(done.output)


def test_values_in_files_cannot_send_escape_sequences_to_a_terminal(folder: Path) -> None:
    text = json.dumps({"confkit": 1, "id": ESCAPE, "name": ESCAPE, ESCAPE: ESCAPE, "days": ESCAPE})
    (folder / "wrong.json").write_text(text)
    for form in ("text", "github", "json"):
        checked = run("check", "wrong.json", "--format", form)
        assert (form, checked.exit_code) == (form, 1)
        assert_harmless(checked.output)
    assert "a\\x1b[2J" in run("check", "wrong.json").stdout
    named = {"confkit": 1, "id": "day-2027", "name": ESCAPE, "days": "2027-05-01", "summary": ESCAPE}
    (folder / "day.json").write_text(json.dumps(named))
    for arguments in (("--as", layout) for layout in ("text", "markdown", "html", "line", "chat", "email", "post")):
        shown = run("show", "day.json", *arguments)
        assert (arguments, shown.exit_code) == (arguments, 0)
        assert_harmless(shown.stdout.replace("\t", ""))
    (folder / "new.json").write_text(json.dumps({**named, "name": f"{ESCAPE}!"}))
    for form in ("text", "json"):
        assert_harmless(run("diff", "day.json", "new.json", "--as", form).stdout)


@posix
def test_reports_of_edits_cannot_send_escape_sequences_to_a_terminal(folder: Path) -> None:
    name = f"{ESCAPE}.yaml"
    (folder / name).write_text(DAY)
    done = run("cancel", name, "--announced", "2027-01-01")
    assert done.stdout.startswith(f"{SHOWN}.yaml: cancelled, announced 2027-01-01\n")
    assert_harmless(done.output)


# -------------------------------------------------------------------------------------------------- files and folders


def test_file_that_is_missing_is_reported_whatever_its_suffix() -> None:
    for command in ("show", "check", "ics", "import"):
        for name, reason in (("nowhere", "No such file"), ("x" * 300, "File name too long")):
            done = run(command, name)
            assert (command, name, done.exit_code) == (command, name, 2)
            assert f"{name} cannot be read: {reason}" in message(done)


def test_name_that_is_empty_or_a_folder_is_refused(folder: Path) -> None:
    (folder / "empty").mkdir()
    for command in ("show", "check", "ics", "import"):
        assert "the name of the file is empty" in message(run(command, ""))
    for command in ("show", "import"):
        assert "empty is a folder; give one of the files in it." in message(run(command, "empty"))
    for command in ("check", "ics"):
        done = run(command, "empty")
        assert (command, done.exit_code, "empty contains no file whose name ends in" in message(done)) == (
            command,
            2,
            True,
        )


def test_calendar_as_an_event_file_is_refused_with_the_command_that_converts_it(folder: Path) -> None:
    ical.dump(files.example(), folder / "my day.ics")
    for arguments in (("show", "my day.ics"), ("ics", "my day.ics"), ("diff", "my day.ics", "my day.ics")):
        done = run(*arguments)
        assert (arguments, done.exit_code, done.stdout) == (arguments, 2, "")
        assert "first: confkit import 'my day.ics' -o 'my day.yaml'" in message(done)


def test_output_with_an_empty_name_is_refused() -> None:
    for command in (("example",), ("invite", "day.yaml", "--to", "a@example.org", "--organizer", "b@example.org")):
        done = run(*command, "-o", "")
        assert (command, done.exit_code, done.stdout) == (command, 2, "")
        assert "the name of the file is empty; write - for standard output." in message(done)


def test_file_with_an_unknown_suffix_needs_the_option_from(folder: Path) -> None:
    (folder / "day.txt").write_text(DAY)
    done = run("show", "day.txt")
    assert "day.txt does not end in .yaml, .yml, .json, .jsonl, .toml: say which format it is with --from." in message(
        done
    )
    assert run("show", "day.txt", "--from", "yaml").exit_code == 0


@posix
def test_links_in_a_circle_are_reported(folder: Path) -> None:
    (folder / "a.yaml").symlink_to("b.yaml")
    (folder / "b.yaml").symlink_to("a.yaml")
    for command in ("show", "check", "ics"):
        done = run(command, "a.yaml")
        assert (command, done.exit_code) == (command, 2)
        assert "a.yaml cannot be read: Too many levels of symbolic links." in message(done)
    refused = run("example", "-o", "a.yaml")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "(a.yaml)" in message(refused)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read every folder")
def test_folder_that_may_not_be_read_is_reported(folder: Path) -> None:
    closed = folder / "events" / "closed"
    closed.mkdir(parents=True)
    (folder / "events" / "day.yaml").write_text(DAY)
    closed.chmod(0)
    try:
        for command in ("check", "ics"):
            done = run(command, "events")
            assert (command, done.exit_code) == (command, 2)
            assert "events/closed cannot be read: Permission denied." in message(done)
    finally:
        closed.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="makes paths that are longer than Linux can open")
def test_folder_with_paths_that_are_too_long_is_reported(folder: Path) -> None:
    name = "x" * 250
    with contextlib.chdir(folder):
        for _ in range(20):
            Path(name).mkdir()
            os.chdir(name)
    for command in ("check", "ics"):
        done = run(command, ".")
        assert (command, done.exit_code, "cannot be read: File name too long." in message(done)) == (command, 2, True)


@posix
def test_command_in_a_folder_that_was_deleted_reads_no_file(folder: Path) -> None:
    (folder / "gone").mkdir()
    with contextlib.chdir(folder):
        os.chdir("gone")
        (folder / "gone").rmdir()
        for command in ("check", "ics", "show"):
            done = run(command, "day.yaml")
            assert (command, done.exit_code, "day.yaml cannot be read: No such" in message(done)) == (command, 2, True)


def test_failed_command_leaves_the_old_output(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("published: 2026-11-01\n", ""))
    (folder / "day.ics").write_bytes(b"old")
    done = run("ics", "day.yaml", "-o", "day.ics")
    assert (done.exit_code, "published" in done.stderr) == (1, True)
    assert (folder / "day.ics").read_bytes() == b"old"


@posix
def test_output_to_a_pipe_or_a_device_does_not_replace_it(folder: Path) -> None:
    run("example", "-o", "day.yaml")
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    read = "import sys; sys.stdout.buffer.write(open('pipe', 'rb').read())"
    with subprocess.Popen([sys.executable, "-c", read], stdout=subprocess.PIPE) as reader:
        assert run("ics", "day.yaml", "-o", "pipe").exit_code == 0
        assert reader.communicate()[0] == ical.dumps(files.example(), language="en")
    assert pipe.is_fifo()
    assert run("example", "-o", "/dev/null").exit_code == 0


# ------------------------------------------------------------------------------------------------- streams and signals

CLOSED = {
    ("stdout", "show", "day.yaml"): "standard output is closed",
    ("stdout", "ics", "day.yaml"): "standard output is closed",
    ("stdout", "check", "day.yaml"): "standard output is closed",
    ("stdout", "check", "day.yaml", "--format", "json"): "standard output is closed",
    ("stdout", "cancel", "day.yaml", "--announced", "2025-01-01", "--dry-run"): "standard output is closed",
    ("stdin", "show", "-"): "standard input is closed",
    ("stdin", "check", "-"): "standard input is closed",
    ("stderr", "show", "nowhere.yaml"): "",
}


def test_stream_that_is_closed_ends_the_command_with_2_and_a_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run("example", "-o", "day.yaml")
    for (stream, *arguments), expected in CLOSED.items():
        with monkeypatch.context() as patch:
            patch.setattr(sys, stream, None)  # as Python does where it is closed
            with pytest.raises(SystemExit) as end:
                confkit.main(arguments)
        printed = capsys.readouterr()
        assert (stream, arguments, end.value.code, printed.out) == (stream, arguments, 2, "")
        assert expected in printed.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
def test_output_that_is_full_ends_the_command_with_2_and_a_message(folder: Path) -> None:
    run("example", "-o", "day.yaml")
    expected = "The output could not be written: No space left on device.\n"
    for command, printed in (
        ("check day.yaml >/dev/full", expected),
        ("check -h >/dev/full", expected),
        ("check day.yaml >/dev/full 2>&1", ""),
    ):
        shell = f"{shlex.quote(sys.executable)} -m confkit {command}"
        done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, check=False, text=True, cwd=folder)
        assert (command, done.returncode, done.stdout, done.stderr) == (command, 2, "", printed)


@posix
def test_reader_that_goes_away_ends_the_command_with_141_and_in_silence() -> None:
    run("example", "-o", "day.yaml")
    for arguments, both in ((["show", "day.yaml"], False), (["show", "nowhere.yaml"], True)):
        reader, writer = os.pipe()
        os.close(reader)
        command = [sys.executable, "-m", "confkit", *arguments]
        done = subprocess.run(command, stdout=writer, stderr=writer if both else subprocess.PIPE, check=False)
        os.close(writer)
        assert (arguments, done.returncode, done.stderr or b"") == (arguments, 141, b"")


# A shell that starts the tests in the background has interrupts ignored.
WITH_INTERRUPTS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
WHILE_BABEL_IS_LOADED = """
import sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "babel":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
from confkit.cli import main
main()
"""


@posix
def test_interrupt_while_modules_are_loaded_ends_with_130_and_in_silence() -> None:
    command = [sys.executable, "-c", WITH_INTERRUPTS + WHILE_BABEL_IS_LOADED, "example"]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@posix
def test_interrupt_at_work_ends_with_130_and_leaves_no_file(folder: Path) -> None:
    os.mkfifo(folder / "day.yaml")
    program = f"{WITH_INTERRUPTS}from confkit.cli import main; main()"
    command = [sys.executable, "-c", program, "ics", "day.yaml", "-o", "day.ics"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running,
        (folder / "day.yaml").open("wb"),  # opens as soon as the command reads
    ):
        running.send_signal(signal.SIGINT)
        try:
            printed = running.communicate(timeout=60)
        finally:
            running.kill()
    assert (running.returncode, *printed) == (130, "", "\n")
    assert [path.name for path in folder.iterdir()] == ["day.yaml"]
