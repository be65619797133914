"""The command line: ``confkit example``, ``check``, ``show``, ``diff``, ``ics``, ``invite``, ``schema``, file changes.

Exit codes: 0 all is well, 1 errors were found (``check --strict``: warnings too), 2 the command was used wrongly.
"""

import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; without the extra ``cli``, say how to install it."""
    try:
        import click  # noqa: F401  # pyright: ignore[reportUnusedImport]  # looked for before anything that needs it
    except ImportError:
        sys.stderr.write("The command line needs click. Install it with: pip install 'confkit-events[cli]'\n")
        raise SystemExit(2) from None
    from confkit.cli._commands import confkit  # needs click

    try:
        confkit.main(prog_name="confkit")
    except OSError as error:
        _leave(error)


def _leave(error: OSError) -> None:
    """Say that the output could not be written; nothing more is, not even what Python would write on leaving."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.stderr.write(f"The output could not be written: {error.strerror}.\n")
    raise SystemExit(2)
