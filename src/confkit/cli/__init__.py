"""The command line: ``confkit example``, ``check``, ``show``, ``diff``, ``ics``, ``invite``, ``schema``, file changes.

Exit codes: 0 all is well, 1 errors were found (``check --strict``: warnings too), 2 the command was used wrongly, 130
it was interrupted.
"""

import os
import sys

__all__ = ["main"]


_INTERRUPTED = 130
"""What shells say of a program that the user stopped: 128, and the 2 of SIGINT."""


def main() -> None:
    """Run the command line and end the process with its exit code; an interrupt ends it without a traceback."""
    try:
        raise SystemExit(_run())
    except KeyboardInterrupt:  # while modules are loaded, before click looks after it
        raise SystemExit(_INTERRUPTED) from None
    except OSError as error:
        _leave(error)


def _run() -> int | None:
    """Run the command and return its exit code."""
    import click  # inside `main`, which answers an interrupt while modules are loaded

    from confkit.cli._commands import confkit  # inside `main`, for the same reason

    try:
        code: int | None = confkit.main(prog_name="confkit", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _INTERRUPTED
    return code


def _leave(error: OSError) -> None:
    """Say that the output could not be written; nothing more is, not even what Python would write on leaving."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.stderr.write(f"The output could not be written: {error.strerror}.\n")
    raise SystemExit(2)
