"""Print the bundled example in French as JSON; run with a confkit to which French was added."""

import datetime as dt
import json
import sys

from confkit import facts, files, render, words
from render import text_checks

EVENT = files.example()
BEFORE = dt.datetime(2025, 4, 10, 9, tzinfo=dt.UTC)


def facts_in(language):
    return facts.of(EVENT, language=language, now=BEFORE)


def english_left():
    """Return the labels of confkit that are the same as in English."""
    pairs = zip(facts_in("fr"), facts_in("en"), strict=True)
    rows = (
        (here, there) for french, english in pairs for here, there in zip(french.label, english.label, strict=False)
    )
    return sorted({here.text for here, there in rows if here.own and here.text == there.text})


def missing():
    """Return the words of facts that the text lacks."""
    text = render.text(EVENT, language="fr", now=BEFORE)
    parts = [part for fact in facts_in("fr") if fact.form != "image" for part in fact.parts]
    return [piece for part in parts for piece in text_checks.missing(text, part)]


layouts = ("text", "markdown", "html", "line", "chat")
printed = {name: getattr(render, name)(EVENT, language="fr", now=BEFORE) for name in layouts}
printed["post"] = render.post(EVENT, languages=["fr", "zh"])
json.dump(
    {
        "languages": words.LANGUAGES,
        "named": words.of("fr-CA").tag,
        "printed": printed,
        "unwanted": [
            found for name in ("text", "line", "chat") for found in text_checks.unwanted_characters(printed[name])
        ],
        "nested": [
            found for fact in facts_in("fr") for part in fact.parts for found in text_checks.nested_brackets(part)
        ],
        "unlabelled": [fact.key for fact in text_checks.unlabelled_fallbacks(facts_in("fr"), "fr")],
        "facts": [[(fact.key, fact.paths) for fact in facts_in(tag)] for tag in ("fr", "en")],
        "english left": english_left(),
        "missing": missing(),
        "counts": [words.of("fr").say_count("relative day", "{count} day left", "", count) for count in (0, 1, 2)],
        "price": words.of("fr").number(1450.5),
    },
    sys.stdout,
)
