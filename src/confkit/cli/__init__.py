"""The command line, with its commands ``confkit example``, ``check``, ``show``, ``diff``, ``ics`` and others.

Exit codes: 0 for success; 1 if errors were found, with ``check --strict`` also if warnings were found; 2 if the command
was used wrongly, or a file could not be read or written; 130 after Ctrl-C; 141 if the program that reads the output,
such as ``head``, has ended.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import confkit

if TYPE_CHECKING:
    import click

__all__ = ["main"]

_INTERRUPTED = 130
"""The exit code of a program that was stopped by Ctrl-C, as shells report it: 128 + 2, the number of SIGINT."""

_BOTH_INSTALLED = """\
warning: Another package named confkit, a configuration library, is installed beside confkit-events, in the same
folder. Each may overwrite or remove files of the other. Uninstall both, and install confkit-events again:
    pip uninstall confkit confkit-events
    pip install confkit-events    (in a clone of it: pip install .)
"""
_INCOMPLETE = """\
error: Files of confkit-events are missing, or were overwritten by another package. Install it again:
    pip install --force-reinstall confkit-events    (in a clone of it: pip install --force-reinstall .)
"""


def main() -> None:
    """Run the command line and end the process with an exit code; Ctrl-C ends the process without a traceback."""
    try:
        command = _command()
        command.main(prog_name="confkit")
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None


def _command() -> click.Group:
    """Return the command ``confkit``.

    First check that all files of this package are there, and that no other package has written into the same folder.
    """
    both_installed = _is_other_confkit_installed()
    if both_installed:
        _print_message(_BOTH_INSTALLED)
    elif not hasattr(confkit, "Conference"):  # confkit/__init__.py was overwritten, and uninstalled with the other
        _print_message(_INCOMPLETE)
        raise SystemExit(2)
    try:
        # Imported here, so that Ctrl-C is answered while the modules are loaded, which takes most of the time.
        from confkit.cli._program import confkit as command
    except ImportError:
        if not both_installed:
            raise
        _print_message(_INCOMPLETE)
        raise SystemExit(2) from None
    return command


def _print_message(text: str) -> None:
    """Print a message to standard error, unless standard error is closed."""
    if sys.stderr is not None:
        sys.stderr.write(text)


def _is_other_confkit_installed() -> bool:
    """Return whether the package ``confkit`` from PyPI is installed, which has nothing to do with this package.

    Both packages are imported as ``confkit``. The search reads folders, since importing ``importlib.metadata`` would
    take ten times as long.
    """
    return any(True for folder in sys.path for _ in Path(folder).glob("confkit-[0-9]*.dist-info"))
