"""Say the bundled example in French; run where French was added to the languages of confkit."""

import datetime as dt
import json
import sys

from confkit import facts, files, render, words
from render import text_checks

EVENT = files.example()
BEFORE = dt.datetime(2025, 4, 10, 9, tzinfo=dt.UTC)


def told(language):
    return facts.of(EVENT, language=language, now=BEFORE)


def english_left():
    """The words of confkit that are the same as in English."""
    pairs = zip(told("fr"), told("en"), strict=True)
    rows = ((here, there) for one, other in pairs for here, there in zip(one.label, other.label, strict=False))
    return sorted({here.text for here, there in rows if here.own and here.text == there.text})


def lacking():
    """The facts whose words the text does not hold."""
    said = render.text(EVENT, language="fr", now=BEFORE)
    parts = [part for fact in told("fr") if fact.form != "image" for part in fact.parts]
    return [words_ for part in parts for words_ in text_checks.missing(said, part)]


layouts = ("text", "markdown", "html", "line", "chat")
said = {name: getattr(render, name)(EVENT, language="fr", now=BEFORE) for name in layouts}
said["post"] = render.post(EVENT, languages=["fr", "zh"])
json.dump(
    {
        "languages": words.LANGUAGES,
        "named": words.of("fr-CA").tag,
        "said": said,
        "strange": [
            found for name in ("text", "line", "chat") for found in text_checks.unwanted_characters(said[name])
        ],
        "nested": [found for fact in told("fr") for part in fact.parts for found in text_checks.nested_brackets(part)],
        "unmarked": [fact.key for fact in text_checks.unlabelled_fallbacks(told("fr"), "fr")],
        "facts": [[(fact.key, fact.paths) for fact in told(tag)] for tag in ("fr", "en")],
        "english left": english_left(),
        "lacking": lacking(),
        "counts": [words.of("fr").say_count("relative day", "{count} day left", "", count) for count in (0, 1, 2)],
        "price": words.of("fr").number(1450.5),
    },
    sys.stdout,
)
