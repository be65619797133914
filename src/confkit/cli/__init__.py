"""The command line: ``confkit example``, ``check``, ``show``, ``diff``, ``ics``, ``import``, ``invite`` and so on.

Exit codes: 0 for success, 1 if errors were found (``check --strict``: or warnings), 2 if the command was used wrongly
or could not read or write, 130 after Ctrl-C, 141 if the reader of the output has gone away.
"""

__all__ = ["main"]

_INTERRUPTED = 130
"""The exit code that shells report for a program stopped by SIGINT: 128 + 2."""


def main() -> None:
    """Run the command line and end the process with its exit code; Ctrl-C ends it without a traceback."""
    try:
        # Imported here, so that Ctrl-C is answered while the modules are loaded, which takes most of the time.
        from confkit.cli._group import confkit

        confkit.main(prog_name="confkit")
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None
