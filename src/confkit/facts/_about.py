"""What the event is: its summary, a sentence on who it is for, its description, topics, languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from confkit.facts._fact import Fact, Section, plain
from confkit.facts._marks import named
from confkit.words import CALLS_FOR_PEOPLE, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from confkit.facts._fact import Runs
    from confkit.facts._teller import Teller
    from confkit.model import Conference, Organization, Text, Topic
    from confkit.words import Message

__all__ = ["ABOUT", "about", "organization", "subjects", "topic_list"]

ABOUT = Section(key="about")

_TOPICS: Final[dict[tuple[bool, bool], Message]] = {
    (False, False): message("label of a change", "Topic"),
    (False, True): message("label of a change", "Topics"),
    (True, False): message("label of a change in a call", "Topic"),
    (True, True): message("label of a change in a call", "Topics"),
}
"""By whether they are those that a call asks for, and whether there are several."""

_OF_THE_EVENT: Final[dict[bool, Message]] = {
    False: message("label", "Topic of the event"),
    True: message("label", "Topics of the event"),
}
"""By whether there are several."""

_TOO_LONG: Final = 160
"""Characters that have no place in a sentence any more."""

_ENDS: Final = (".", "!", "?", ":", "。", "！", "？", "：")
"""What a whole sentence ends with."""


def about(teller: Teller) -> Iterator[Fact]:
    """Tell what the event is."""
    conference = teller.conference
    if conference.summary is not None:
        yield _prose(teller, "summary", teller.say("label", "Summary"), conference.summary)
    hosts, audience, formats = _in_sentence(conference)
    yield from _sentence(teller, hosts, audience, formats)
    if conference.description is not None:
        yield _prose(teller, "description", teller.say("label", "Description"), conference.description)
    if conference.kind not in {"conference", "other"}:
        kind = teller.term("event", conference.kind)
        yield _line("kind", teller.say("label", "Kind of event"), kind)
    yield from _outside_the_sentence(teller, audience)
    if conference.languages:
        spoken = dict.fromkeys("zh" if tag in {"zh-Hans", "zh-Hant"} else tag for tag in conference.languages)
        names = teller.listed(teller.own(teller.words.language_name(tag)) for tag in spoken)
        many = len(spoken) > 1
        label = teller.say("label", "Languages of the event") if many else teller.say("label", "Language of the event")
        yield _line("languages", label, names)


def subjects(teller: Teller) -> Iterator[Fact]:
    """Tell what the event deals with and in which forms, a section each."""
    conference = teller.conference
    if conference.topics:
        label = teller.say(*_OF_THE_EVENT[len(conference.topics) > 1])
        yield _titled(_topics(teller, conference.topics, Section(key="topics"), label))
    if conference.formats and (conference.status == "cancelled" or not _all_fit(conference.formats)):
        title = teller.say("label", "Formats") if len(conference.formats) > 1 else teller.say("label", "Format")
        label, items = teller.marked_once(title, list(conference.formats), teller.text)
        paths = tuple(f"formats[{at}]" for at in range(len(items)))
        section = Section(key="formats")
        yield _titled(Fact(key="formats", paths=paths, section=section, label=label, parts=items, form="list"))


def _titled(fact: Fact) -> Fact:
    """A fact whose label is the title of its section."""
    return fact._replace(section=fact.section._replace(title=fact.label))


def topic_list(teller: Teller, topics: tuple[Topic, ...], section: Section, call: str) -> Fact:
    """Tell topics as a list, their number in the label; ``call`` is the kind of the call that asks for them."""
    return _topics(teller, topics, section, teller.say(*_TOPICS[call not in CALLS_FOR_PEOPLE, len(topics) > 1]))


def _topics(teller: Teller, topics: tuple[Topic, ...], section: Section, label: Runs) -> Fact:
    count = len(topics)
    path = f"{section.path}.topics".removeprefix(".")
    plain_label, items = teller.marked_once(label, [one.name for one in topics], lambda name: named(teller, name))
    values = {"label": plain(label), "count": count}
    if count > 1 and plain_label != label:
        values["in_language"] = teller.mark(items[0][0])
        label = teller.own(teller.words.say("label of a list", "{label} ({count}; {in_language})", **values))
    elif count > 1:
        label = teller.own(teller.words.say("label of a list", "{label} ({count})", **values))
    return Fact(
        key=f"{section.key}.topics" if section.path else "topics",
        paths=tuple([f"{path}[{number}].name" for number in range(count)]),
        section=section,
        label=label,
        parts=items,
        form="list",
    )


def _sentence(teller: Teller, hosts: list[int], audience: Text | None, formats: tuple[Text, ...]) -> Iterator[Fact]:
    conference = teller.conference
    if conference.status == "cancelled" or not (conference.edition or hosts or audience or formats):
        return
    values: dict[str, Runs] = {"subject": _subject(teller)}
    paths = ["edition"] if conference.edition else []
    if conference.edition and conference.series:
        paths.append("series")
    if hosts:
        values["hosts"] = teller.listed(teller.the(organization(teller, conference.organizations[at])) for at in hosts)
        paths += [f"organizations[{at}]" for at in hosts]
    if audience:
        values["audience"] = teller.text(audience)
        paths.append("audience")
    if formats:
        values["formats"] = teller.listed(teller.text(one) for one in formats)
        paths += [f"formats[{at}]" for at in range(len(formats))]
    said = teller.say(*_SENTENCES[bool(hosts), bool(audience), bool(formats)], **values)
    if not (hosts or audience or formats or _named(conference)):
        edition = teller.own(teller.words.edition(conference.edition or 1))
        said = teller.say("subject of a whole sentence", "this is the {edition} edition.", edition=edition)
    yield Fact(
        key="about",
        paths=tuple(paths),
        section=ABOUT,
        label=teller.say("label", "About"),
        parts=(said,),
        form="prose",
        clear=True,
    )


def _in_sentence(conference: Conference) -> tuple[list[int], Text | None, tuple[Text, ...]]:
    """Hosts by number, audience and formats, as far as each fits into one sentence in every language that it has."""
    if conference.status == "cancelled":
        return [], None, ()
    hosts = [at for at, one in enumerate(conference.organizations) if one.role == "host"]
    audience = conference.audience if conference.audience and _fits(conference.audience) else None
    formats = conference.formats if _all_fit(conference.formats) else ()
    return hosts, audience, formats


def _all_fit(texts: tuple[Text, ...]) -> bool:
    return not [text for text in texts if not _fits(text)]


def _fits(text: Text) -> bool:
    """Whether words are no sentence themselves, and not too long for a place in one."""
    for _, given in text.items():  # noqa: PERF102  # a Text is no dict
        words = given.strip()
        if len(words) >= _TOO_LONG or "\n" in words or words.endswith(_ENDS):
            return False
    return True


def _outside_the_sentence(teller: Teller, audience: Text | None) -> Iterator[Fact]:
    conference = teller.conference
    if conference.edition and conference.status == "cancelled":
        edition = teller.own(teller.words.edition(conference.edition))
        yield _line("edition", teller.say("label", "Edition"), edition)
    if conference.audience and not audience:
        yield _prose(teller, "audience", teller.say("label", "Audience"), conference.audience)


_SENTENCES: Final[dict[tuple[bool, bool, bool], Message]] = {
    (True, True, True): message(
        "about an event", "{subject}, hosted by {hosts}, brings together {audience} for {formats}."
    ),
    (True, True, False): message("about an event", "{subject}, hosted by {hosts}, brings together {audience}."),
    (True, False, True): message("about an event", "{subject}, hosted by {hosts}, offers {formats}."),
    (True, False, False): message("about an event", "{subject} is hosted by {hosts}."),
    (False, True, True): message("about an event", "{subject} brings together {audience} for {formats}."),
    (False, True, False): message("about an event", "{subject} brings together {audience}."),
    (False, False, True): message("about an event", "{subject} offers {formats}."),
    (False, False, False): message("about an event", "this is {subject}."),
}
"""By whether hosts, audience and formats are known."""


def _named(conference: Conference) -> bool:
    series = conference.series
    return series is not None and bool(series.name or series.acronym)


def _subject(teller: Teller) -> Runs:
    conference = teller.conference
    if conference.edition is None:
        return teller.say("subject of a sentence", "the event")
    edition = teller.own(teller.words.edition(conference.edition))
    series = conference.series
    if series is None or not (series.name or series.acronym):
        return teller.say("subject of a sentence", "the {edition} edition", edition=edition)
    name = teller.name(series.name) if series.name else teller.given(str(series.acronym))
    return teller.say("subject of a sentence", "the {edition} {series}", edition=edition, series=name)


def organization(teller: Teller, one: Organization) -> Runs:
    """Return the name of an organisation, linked to its own page where that is known."""
    return named(teller, one.name, href=one.links[0].url if one.links else None)


def _prose(teller: Teller, key: str, label: Runs, text: Text) -> Fact:
    clear = key in {"summary", "description"}
    return Fact(key=key, paths=(key,), section=ABOUT, label=label, parts=teller.prose(text), form="prose", clear=clear)


def _line(key: str, label: Runs, value: Runs) -> Fact:
    return Fact(key=key, paths=(key,), section=ABOUT, label=label, parts=(value,))
