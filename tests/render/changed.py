"""Pairs of versions for tests of changes in words, and the sentences that they give."""

from typing import Any

from confkit import Pending, When, render
from factories import call, conference, deadline

A, B = "https://a.example/", "https://b.example/"
"""Two addresses on the web."""


def sentences(old: dict[str, Any], new: dict[str, Any], *languages: str) -> list[str]:
    before, after = conference(**old), conference(**new)
    return [" ".join(render.change_sentences(before, after, language=language)) for language in languages]


def one(at: str | Pending, **fields: Any) -> dict[str, Any]:
    return {"calls": [call(deadlines=[deadline(at=When.parse(at) if isinstance(at, str) else at, **fields)])]}
