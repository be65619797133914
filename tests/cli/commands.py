"""The command line in the test's own process, and in another, for tests of its commands."""

import os
import subprocess
import sys

from click.testing import CliRunner, Result

from confkit.cli._group import confkit

DAY = "confkit: 1\nid: day-2027\nnamespace: example.org\nname: A Day\npublished: 2026-11-01\ndays: 2027-05-01\n"


def run(*arguments: str, stdin: bytes | str = b"") -> Result:
    return CliRunner().invoke(confkit, list(arguments), input=stdin, catch_exceptions=False)


def process(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "confkit", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, **environment}, check=False)
