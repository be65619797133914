"""A conference in words: as text, as Markdown, on one line, or in two languages side by side.

Every layout prints the facts of `confkit.facts`; it owns their arrangement and punctuation and nothing else.

>>> from confkit import files, render
>>> print(render.line(files.example(), language="zh"))  # doctest: +SKIP
"""

from __future__ import annotations

from confkit.render._bilingual import bilingual
from confkit.render._line import line
from confkit.render._markdown import markdown
from confkit.render._text import text

__all__ = ["bilingual", "line", "markdown", "text"]
