"""The command ``confkit``, which contains all other commands, and the exit codes of commands that fail.

This module is apart from ``confkit.cli`` because loading the commands takes most of the time of a short command, and
``confkit.cli.main`` must answer Ctrl-C during this time too.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any, NoReturn

import click

from confkit.cli import _calendars, _check, _diff, _edits, _invite, _output, _show

__all__ = ["confkit"]

_READER_GONE = 141
"""The exit code of a program that was stopped since nothing reads its output: 128 + 13, the number of SIGPIPE."""


class _Program(click.Group):
    """The command that contains all commands; it prints a failure as one message, and ends with an exit code."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401  # as click declares it
        """Run the command line and end the process."""
        _output.use_utf8()
        try:
            sys.exit(self._run(*args, **{**extra, "standalone_mode": False}))
        except click.Abort:
            raise KeyboardInterrupt from None  # `confkit.cli.main` answers Ctrl-C, also during loading
        except _output.OutputError as error:
            sys.exit(_output_failed(error.reason))
        except OSError as error:  # click raises it when it cannot print the help
            sys.exit(_output_failed(error))

    def _run(self, *args: Any, **extra: Any) -> int:  # noqa: ANN401  # as click declares it
        """Run the command line and return the exit code."""
        try:
            code: int | None = super().main(*args, **extra)
        except click.UsageError as error:
            _output.usage_error(error)
            return error.exit_code
        return code or 0


def _output_failed(reason: OSError) -> int:
    """Report that standard output or standard error cannot be written to, and return the exit code."""
    # Python would try to write the rest of the output when it ends, and report that failure too.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(reason, BrokenPipeError):
        return _READER_GONE
    with contextlib.suppress(_output.OutputError):  # standard error cannot be written to either
        _output.print_message(f"The output could not be written: {reason.strerror}.")
    return 2


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(package_name="confkit-events", prog_name="confkit")
def confkit() -> None:
    """Events as typed data: calendars and summaries in English and Chinese from one file."""


for command in (
    _show.example,
    _show.show,
    _diff.diff,
    _show.schema,
    _check.check,
    _calendars.ics,
    _calendars.import_,
    _invite.invite,
    _edits.extend,
    _edits.reschedule,
    _edits.cancel,
):
    confkit.add_command(command)
