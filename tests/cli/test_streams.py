"""The command line where its surroundings are odd: streams, terminals, names of files, interrupts."""

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.commands import DAY, process, run
from confkit import files, ical, render


def test_a_failed_write_leaves_the_old_file(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("published: 2026-11-01\n", ""))
    (folder / "day.ics").write_bytes(b"old")
    assert run("ics", "day.yaml", "-o", "day.ics").exit_code == 1
    assert (folder / "day.ics").read_bytes() == b"old"


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "TZ": "America/New_York", "LANG": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.GB18030", "PYTHONIOENCODING": "ascii"},
    ],
    ids=["new-york", "shanghai"],
)
def test_output_is_the_same_bytes_everywhere(environment: dict[str, str]) -> None:
    run("example", "-o", "day.yaml")
    shown = process("show", "day.yaml", "--lang", "zh,en", **environment)
    assert shown.stdout.decode() == run("show", "day.yaml", "--lang", "zh,en").stdout
    assert process("ics", "day.yaml", **environment).stdout == ical.dumps(files.example(), language="en")


CLOSED = {
    "output": ("show day.yaml >&-", "standard output is closed"),
    "bytes": ("ics day.yaml >&-", "standard output is closed"),
    "input": ("show - <&-", "standard input is closed"),
    "full": ("show day.yaml >/dev/full", "The output could not be written: No space left on device."),
    "full-findings": ("check day.yaml --format json >/dev/full", "The output could not be written: "),
}


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize(("command", "says"), CLOSED.values(), ids=CLOSED)
def test_stream_that_is_closed_or_full_is_said_without_a_traceback(folder: Path, command: str, says: str) -> None:
    run("example", "-o", "day.yaml")
    shell = f"{shlex.quote(sys.executable)} -m confkit {command}"
    done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, check=False, text=True, cwd=folder)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="makes a pipe with a name")
def test_output_to_a_device_or_a_pipe_does_not_replace_it(folder: Path) -> None:
    run("example", "-o", "day.yaml")
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    read = "import sys; sys.stdout.buffer.write(open('pipe', 'rb').read())"
    with subprocess.Popen([sys.executable, "-c", read], stdout=subprocess.PIPE, cwd=folder) as reader:
        assert run("ics", "day.yaml", "-o", "pipe").exit_code == 0
        assert reader.communicate()[0] == ical.dumps(files.example(), language="en")
    assert pipe.is_fifo()
    printed = process("ics", "day.yaml", "-o", "/dev/stdout")
    assert printed.stdout == ical.dumps(files.example(), language="en")


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are octets on Linux only")
def test_name_of_a_file_that_is_not_text_is_reported_all_the_same(folder: Path) -> None:
    (folder / os.fsdecode(b"b\xff.yaml")).write_text("nonsense")
    checked = process("check", os.fsdecode(b"b\xff.yaml"), "--format", "json")
    assert checked.returncode == 1
    assert [row["code"] for row in json.loads(checked.stdout.decode("utf-8", "replace").replace("\\udcff", "?"))] == [
        "file.type"
    ]


def test_terminal_gets_utf_8_whatever_its_encoding(folder: Path) -> None:
    run("example", "-o", "day.yaml")
    reader, writer = os.openpty()
    command = [sys.executable, "-m", "confkit", "show", "day.yaml", "--as", "line", "--lang", "zh"]
    subprocess.run(command, stdout=writer, check=True, env={**os.environ, "PYTHONIOENCODING": "gb18030"}, cwd=folder)
    os.close(writer)
    printed = os.read(reader, 4096).decode()
    os.close(reader)
    assert printed.rstrip() == render.line(files.example(), language="zh").rstrip()


# A shell that starts the tests in the background has interrupts ignored.
TO_BE_INTERRUPTED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
WHEN_BABEL_IS_LOADED = """
import sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "babel":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
from confkit.cli import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="interrupts as POSIX does")
def test_interrupt_while_modules_are_loaded_is_quiet() -> None:
    command = [sys.executable, "-c", TO_BE_INTERRUPTED + WHEN_BABEL_IS_LOADED, "example"]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.skipif(os.name != "posix", reason="makes a pipe with a name, and interrupts as POSIX does")
def test_interrupt_at_work_is_quiet_and_leaves_no_file(folder: Path) -> None:
    os.mkfifo(folder / "day.yaml")
    program = f"{TO_BE_INTERRUPTED}from confkit.cli import main; main()"
    command = [sys.executable, "-c", program, "ics", "day.yaml", "-o", "day.ics"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running,
        (folder / "day.yaml").open("wb"),  # opens as soon as the command reads
    ):
        running.send_signal(signal.SIGINT)
        try:
            said = running.communicate(timeout=60)
        finally:
            running.kill()
    assert (running.returncode, *said) == (130, "", "\n")
    assert [path.name for path in folder.iterdir()] == ["day.yaml"]
