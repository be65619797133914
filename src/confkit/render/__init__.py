"""A conference in words: text, Markdown, HTML, one line, a chat message, a mail, a post, two languages side by side.

Every layout prints the facts of `confkit.facts`; it owns their arrangement and punctuation and nothing else.

>>> from confkit import Conference, Days, render
>>> day = Conference(id="day-2027", name="Example Day", days=Days.parse("2027-05-01"))
>>> print(render.line(day, language="zh"))
Example Day：2027年5月1日（星期六）。
"""

from __future__ import annotations

from confkit.render._bilingual import bilingual
from confkit.render._changes import change_sentences, changes
from confkit.render._changes_email import changes_email
from confkit.render._chat import chat
from confkit.render._email import email
from confkit.render._html import html
from confkit.render._line import line
from confkit.render._markdown import markdown
from confkit.render._notice import ChangesForm
from confkit.render._post import post
from confkit.render._text import text

__all__ = [
    "ChangesForm",
    "bilingual",
    "change_sentences",
    "changes",
    "changes_email",
    "chat",
    "email",
    "html",
    "line",
    "markdown",
    "post",
    "text",
]
