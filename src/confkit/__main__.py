"""``python -m confkit`` is the command ``confkit``."""

from confkit.cli import main

main()
