"""One fact, ready to be printed: what it is, where it comes from, its label, and its words in runs."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from confkit.errors import invalid

__all__ = ["Fact", "Form", "Run", "Runs", "Section", "plain"]

Form: TypeAlias = Literal["line", "prose", "list", "image"]
"""``line`` has one part, ``prose`` a part a paragraph, ``list`` a part an item; ``image`` one part, linked to it."""


class Run(NamedTuple):
    """Words in one language, perhaps linked.

    ``language`` is the BCP 47 tag of what the words really are (``und``: nobody stated it). ``fallback`` says that they
    are not in the reader's language. ``own`` words are confkit's, others the data's. ``href`` is http, https or mailto.
    """

    text: str
    language: str
    fallback: bool = False
    href: str | None = None
    own: bool = False


Runs: TypeAlias = tuple[Run, ...]


class Section(NamedTuple):
    """What facts stand together under: its stable key, the model path that it is about, and its title.

    A section without a title is one whose facts speak for themselves.
    """

    key: str
    path: str = ""
    title: Runs = ()


class Fact(NamedTuple):
    """One thing that there is to say.

    ``key`` is its stable name (``call.deadline``), ``paths`` where in the model it comes from
    (``calls[0].deadlines[0].at``). ``parts`` hold the words: one part for a line, one a paragraph, one an item.
    ``clear`` says that the words can do without the label. ``brief`` is what a one-line summary says of it; empty:
    nothing. ``verbatim`` words are the organizer's own, to be shown as they are.
    """

    key: str
    paths: tuple[str, ...]
    section: Section
    label: Runs
    parts: tuple[Runs, ...]
    form: Form = "line"
    brief: Runs = ()
    clear: bool = False
    verbatim: bool = False

    @property
    def value(self) -> Runs:
        """The words of the first part; of a line, all of them."""
        return self.parts[0]


def plain(runs: Runs) -> str:
    """Return the words of runs as one text.

    >>> plain((Run(text="Beijing, ", language="en"), Run(text="China", language="en")))
    'Beijing, China'
    """
    try:
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
    except (TypeError, AttributeError):
        raise invalid(
            "facts.runs", "the argument must be the runs of a fact", value=runs, hint="write fact.label or fact.value"
        ) from None
