"""How tests run the command line."""

import contextlib
import os
import sys
import threading

import pytest
from click.testing import CliRunner, Result

from confkit.cli._program import confkit

DAY = "confkit: 1\nid: day-2027\nnamespace: example.org\nname: A Day\npublished: 2026-11-01\ndays: 2027-05-01\n"
"""An event file without findings."""


def run(*arguments: str, stdin: bytes | str = b"") -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(confkit, list(arguments), input=stdin, catch_exceptions=False)


def in_terminal(stream: str, *arguments: str, encoding: str = "utf-8") -> str:
    """Run a command in this process with a terminal as one of its streams, and return what the terminal receives."""
    reader, writer = os.openpty()
    received: list[bytes] = []

    def receive() -> None:
        with contextlib.suppress(OSError):  # Linux reports so that the other end was closed
            while chunk := os.read(reader, 4096):
                received.append(chunk)

    thread = threading.Thread(target=receive)
    thread.start()
    with open(writer, "w", encoding=encoding) as terminal, pytest.MonkeyPatch.context() as patch:  # noqa: PTH123
        patch.setattr(sys, stream, terminal)
        with contextlib.suppress(SystemExit):
            confkit.main(list(arguments), prog_name="confkit")
    thread.join()
    os.close(reader)
    return b"".join(received).decode()


def message(result: Result) -> str:
    """Return what a command printed to standard error, on one line."""
    return " ".join(result.stderr.split())
