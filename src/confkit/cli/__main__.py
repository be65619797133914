"""``python -m confkit.cli`` is the command ``confkit``."""

from confkit.cli import main

main()
