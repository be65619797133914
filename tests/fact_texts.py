"""The facts of an event as plain text, for tests."""

from confkit import facts

LANGUAGES = ("en", "en-GB", "zh-Hans", "zh-Hant")


def fact_texts(event, language="en", **options):
    """Return the text of each fact by its key, the first one if several facts have the same key."""
    return {fact.key: facts.plain(fact.value) for fact in reversed(facts.of(event, language=language, **options))}


def fact_labels(event, key, language="en"):
    """Return the labels of the facts with a key."""
    return [facts.plain(fact.label) for fact in facts.of(event, language=language) if fact.key == key]
