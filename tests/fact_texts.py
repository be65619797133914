"""Facts of an event as plain words, for tests that compare what is said."""

from confkit import facts

LANGUAGES = ("en", "en-GB", "zh-Hans", "zh-Hant")


def fact_texts(event, language="en", **options):
    """Return the words of each fact by its key; of several with one key, of the first."""
    return {fact.key: facts.plain(fact.value) for fact in reversed(facts.of(event, language=language, **options))}


def fact_labels(event, key, language="en"):
    """Return the labels of the facts of a key."""
    return [facts.plain(fact.label) for fact in facts.of(event, language=language) if fact.key == key]
