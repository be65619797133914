"""The entries of a feed, one conference at a time: what goes out is put aside, what cannot is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import attrs

from confkit.errors import Finding, UnwritableError, invalid, require_type
from confkit.ical import _mapping
from confkit.ical._channel import Channel, about
from confkit.ical._component import Component, Property
from confkit.ical._events import Wanted, asked, composed
from confkit.ical._identity import uid
from confkit.ical._message import moment, person
from confkit.ical._texts import Said
from confkit.ical._told import BETWEEN, once
from confkit.ical._writer import framed, write
from confkit.ical._zones import described, used
from confkit.model import Catalog, Conference
from confkit.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from confkit.ical._entry import Entry, Kind
    from confkit.ical._spool import Spool
    from confkit.ical._wording import Speaker
    from confkit.ical._zones import Years
    from confkit.model import Text

__all__ = ["Label", "Setting", "calendar", "compose", "setting", "title"]

Label: TypeAlias = Callable[[Words], tuple[str, ...]]
"""Says in a language which part of a feed something is; nothing for the whole."""


@attrs.frozen(kw_only=True)
class Setting:
    """What all entries of a feed have in common."""

    channel: Channel
    wanted: Wanted
    stamp: dt.datetime | None
    catalog: Catalog | None


def setting(
    channel: Channel | None,
    *checks: Callable[[], object],
    language: str | Sequence[str],
    kinds: Iterable[Kind] | None,
    busy: Iterable[Kind] | None,
    wording: Speaker | None,
    stamp: dt.datetime | None,
    catalog: Catalog | None,
) -> Setting:
    """Return what is asked for; ``checks`` look through the arguments that not every feed takes.

    Raises:
        InvalidValueError: with all that is wrong with any of them.
    """
    about_feed = Channel() if channel is None else channel
    wanted = asked(
        *checks,
        lambda: _is_channel(about_feed),
        lambda: _is_stamp(about_feed, stamp),
        lambda: require_type("catalog", catalog, Catalog, type(None), hint="write Catalog([conference])"),
        language=language,
        kinds=kinds,
        alarms=False,
        busy=busy,
        wording=wording,
    )
    made = None if stamp is None else moment(stamp)
    return Setting(channel=about_feed, wanted=wanted, stamp=made, catalog=catalog)


def compose(
    conferences: Conference | Iterable[Conference],
    setting: Setting,
    spool: Spool,
    parts: Callable[[Entry], Iterable[str]] = lambda _: ("",),
) -> list[Finding]:
    """Put the entries of all conferences aside, each in its parts, and return what could not go out and why.

    Raises:
        InvalidValueError: something is no conference.
    """
    catalog = setting.catalog or (conferences if isinstance(conferences, Catalog) else None)
    found: list[Finding] = []
    for prefix, conference in _each(conferences):
        if not spool.is_new(uid(conference)):
            found.append(_twice(conference).under(prefix))
            continue
        try:
            pairs, notes = composed(conference, setting.wanted, catalog)
            pieces = [(entry, one, write(one)) for entry, one in ((e, _published(c, setting)) for e, c in pairs)]
        except UnwritableError as error:
            notes = error.findings
        else:
            for entry, component, data in pieces:
                spool.add(data, day=entry.day, zones=used((component,)), parts=parts(entry))
        found += (note.under(prefix) for note in notes)
    return found


def title(setting: Setting, label: Label) -> Said | None:
    """Return the name of a feed, or of a part of it, in its languages."""
    return _said(setting, setting.channel.name, label)


def calendar(
    setting: Setting, zones: Mapping[str, Years], blocks: Iterable[bytes] = (), label: Label = lambda _: ()
) -> Iterator[bytes]:
    """Yield a calendar piece by piece: what it says about itself, its zones, then the entries."""
    description = _said(setting, setting.channel.description, lambda _: ())
    head = (*_mapping.HEAD, *about(setting.channel, title(setting, label), description, tuple(sorted(zones))))
    yield from framed(Component("VCALENDAR", head, described(zones)), blocks)


def _is_channel(channel: object) -> None:
    if not isinstance(channel, Channel):
        hint = 'write Channel(name="...")'
        raise invalid("value.type", "not a Channel", path="channel", value=channel, hint=hint)


def _is_stamp(channel: object, stamp: dt.datetime | None) -> None:
    """RFC 5545 3.8.7.2: with a METHOD, DTSTAMP is when the message was made; without one, when the entry changed."""
    if isinstance(channel, Channel) and channel.organizer:
        moment(stamp)
    elif stamp is not None:
        message = (
            "stamp is only for a feed with an organizer; the entries of other feeds are stamped with their last change"
        )
        hint = "leave stamp out, or write Channel(organizer=...)"
        raise invalid("ical.stamp", message, path="stamp", value=stamp, rule="RFC 5545 3.8.7.2", hint=hint)


def _said(setting: Setting, text: Text | None, label: Label) -> Said | None:
    """Return words in the languages of a feed; in several, what is the same in all is said once."""
    said = [one for words in setting.wanted.speeches if (one := _labelled(text, label(words), words))]
    return once(BETWEEN, said) if len(said) > 1 else said[0] if said else None


def _labelled(text: Text | None, labels: tuple[str, ...], words: Words) -> Said | None:
    if text is None:
        return Said(words.capital(words.aside(*labels)), words.tag) if labels else None
    name = Said(*words.choose(text))
    return Said(words.aside(name.text, *labels), words.tag) if labels else name


def _each(conferences: Conference | Iterable[Conference]) -> Iterator[tuple[str, Conference]]:
    if isinstance(conferences, Conference):
        yield "", conferences
        return
    hint = "write a Catalog or a list of Conference"
    if isinstance(conferences, str | bytes | Mapping) or not isinstance(conferences, Iterable):
        raise invalid(
            "value.type", "not a Catalog and not a list of Conference", path="conferences", value=conferences, hint=hint
        )
    for number, one in enumerate(conferences):
        path = f"conferences[{number}]"
        if not isinstance(one, Conference):
            raise invalid("value.type", "not a Conference", path=path, value=one, hint=hint)
        yield path, one


def _published(component: Component, setting: Setting) -> Component:
    """RFC 5546 3.2.1: what is published says when the message was made, who organizes it, and once whom to ask."""
    organizer, stamp = setting.channel.organizer, setting.stamp
    if organizer is None or stamp is None:
        return component
    properties = [Property("DTSTAMP", stamp) if item.name == "DTSTAMP" else item for item in component.properties]
    contacts = component.values("CONTACT")
    if len(contacts) > 1:
        properties = [item for item in properties if item.name != "CONTACT"]
        properties.append(Property("CONTACT", ", ".join(map(str, contacts))))
    return component._replace(properties=(*properties, person("ORGANIZER", organizer)))


def _twice(conference: Conference) -> Finding:
    return Finding(
        code="id.duplicate",
        message="an earlier event has the same id, so this event is left out",
        path="id",
        value=conference.id,
        hint="give each event its own id",
    )
