"""Invitations to an entry of a conference (RFC 5546), each as a calendar and as the mail that holds it (RFC 6047)."""

from __future__ import annotations

import datetime as dt
import functools
from email.message import EmailMessage

import attrs

from confkit._internet_addresses import Mailbox, mailbox
from confkit._mail import Body, email_message
from confkit.errors import Finding, UnwritableError, invalid
from confkit.ical import _mapping
from confkit.ical._component import Component, Property, Raw
from confkit.ical._entries import entries
from confkit.ical._entry import Entry, Kind
from confkit.ical._events import wanted
from confkit.ical._identity import status_changes
from confkit.ical._letters import KEPT, Act, bodies, is_attended, subject
from confkit.ical._message import moment, person
from confkit.ical._texts import Telling
from confkit.ical._told import tell
from confkit.ical._writer import write
from confkit.ical._zones import timezones
from confkit.model import Catalog, Conference
from confkit.words import Words

__all__ = ["Invitation", "cancel", "invite", "uninvite", "update"]

_KINDS: dict[str, Kind] = {
    "event": "event",
    "venue": "venue",
    "call": "deadline",
    "milestone": "milestone",
    "registration": "window",
}
"""By the first part of an entry's name."""


@attrs.frozen(kw_only=True)
class Invitation:
    """What one person is sent: a calendar of one entry, and the mail that holds it. Nothing is sent here.

    ``data`` is the calendar, for programs that send it in another way. ``message`` is the mail: its text, its HTML and,
    last, the calendar, with the same ``method``; ``message.as_bytes()`` is the same every time.
    """

    data: bytes
    message: EmailMessage = attrs.field(eq=EmailMessage.as_bytes, repr=False)


@attrs.frozen(kw_only=True)
class _Order:
    """What a caller asks for, looked through."""

    act: Act
    entry: Entry
    to: Mailbox
    organizer: Mailbox
    stamp: dt.datetime
    words: Words


def invite(
    conference: Conference,
    *,
    to: Mailbox | str,
    organizer: Mailbox | str,
    stamp: dt.datetime,
    language: str = "en",
    entry: str = "event",
) -> Invitation:
    """Return an invitation for one person (RFC 5546 3.2.2, ``METHOD:REQUEST``), who is asked for an answer.

    The entry has the same identity as in `dumps` and in a feed, so that nobody gets it twice. It has no alarms: those
    are the reader's own.

    Args:
        conference: what the invitation is to.
        to: who is invited, as a `Mailbox` or such as ``Ada Lovelace <ada@example.org>``.
        organizer: who invites, and gets the answers; the mail is from there.
        stamp: when the invitation is made, an aware moment; a later one counts.
        language: BCP 47 tag of a language that confkit speaks: that of the reader.
        entry: ``event``, ``registration``, or ids as in ``venue/hall``, ``call/talks/submission`` and
            ``milestone/notification``.

    Raises:
        InvalidValueError: an argument cannot mean anything; each is a finding.
        UnwritableError: the event has no such entry with a day, or nobody can be invited to it any more.

    >>> from confkit import Conference, Days
    >>> day = Conference(id="day-2027", name="A Day", days=Days.parse("2027-05-01"), published=dt.date(2027, 1, 2))
    >>> moment = dt.datetime(2027, 2, 1, 9, tzinfo=dt.UTC)
    >>> invitation = invite(day, to="ada@example.org", organizer="The Team <team@example.org>", stamp=moment)
    >>> print(invitation.message["Subject"])
    Invitation: A Day
    """
    return _made("invite", conference, to=to, organizer=organizer, stamp=stamp, language=language, entry=entry)


def update(
    conference: Conference,
    *,
    to: Mailbox | str,
    organizer: Mailbox | str,
    stamp: dt.datetime,
    language: str = "en",
    entry: str = "event",
) -> Invitation:
    """Return an invitation that takes the place of an earlier one (RFC 5546 3.2.2.1).

    The history of the conference makes its ``SEQUENCE``: one higher for each row. Where only words changed, the
    ``SEQUENCE`` is the same, and the later ``stamp`` decides (RFC 5546 2.1.5). For the arguments and errors see
    `invite`.
    """
    return _made("update", conference, to=to, organizer=organizer, stamp=stamp, language=language, entry=entry)


def cancel(
    conference: Conference,
    *,
    to: Mailbox | str,
    organizer: Mailbox | str,
    stamp: dt.datetime,
    language: str = "en",
    entry: str = "event",
) -> Invitation:
    """Return a message that the entry does not take place (RFC 5546 3.2.5, ``METHOD:CANCEL``), for one of the invited.

    A conference that is cancelled says so in its ``status`` and its history, and the ``SEQUENCE`` follows from there.
    If it does not, the ``SEQUENCE`` is one higher than that of the last invitation: what a row of the history would
    make it. The data should say so before anything else is sent, or the next invitation may be taken for an old one.
    For the arguments and errors see `invite`.
    """
    return _made("cancel", conference, to=to, organizer=organizer, stamp=stamp, language=language, entry=entry)


def uninvite(
    conference: Conference,
    *,
    to: Mailbox | str,
    organizer: Mailbox | str,
    stamp: dt.datetime,
    language: str = "en",
    entry: str = "event",
) -> Invitation:
    """Return a message that one person is no longer invited to what takes place without them.

    It is a ``METHOD:CANCEL`` without a ``STATUS`` (RFC 5546 3.2.5), its ``SEQUENCE`` one higher than that of the
    invitation. For the arguments and errors see `invite`.
    """
    return _made("uninvite", conference, to=to, organizer=organizer, stamp=stamp, language=language, entry=entry)


def _made(
    act: Act,
    conference: Conference,
    *,
    to: Mailbox | str,
    organizer: Mailbox | str,
    stamp: dt.datetime,
    language: str,
    entry: str,
) -> Invitation:
    asked = wanted(
        conference,
        lambda: _one_conference(conference),
        lambda: mailbox(to, "to"),
        lambda: mailbox(organizer, "organizer"),
        lambda: moment(stamp),
        lambda: _kind(entry),
        lambda: _one_language(language),
        language=language,
    )
    order = _Order(
        act=act,
        entry=_entry(conference, entry, act),
        to=mailbox(to, "to"),
        organizer=mailbox(organizer, "organizer"),
        stamp=moment(stamp),
        words=asked.speeches[0],
    )
    method = "REQUEST" if act in {"invite", "update"} else "CANCEL"
    event = _event(order)
    data = write(
        Component("VCALENDAR", (*_mapping.HEAD, Property("METHOD", Raw(method))), (*timezones([event]), event))
    )
    title = subject(act, str(event.values("SUMMARY")[0]), order.entry, order.words)
    calendar = Body("calendar", data.decode(), parameters={"method": method})
    parts = (*bodies(act, title, order.entry, order.words), calendar)
    mail = email_message(
        title, parts, languages=(order.words.tag,), sender=order.organizer, to=(order.to,), date=order.stamp
    )
    return Invitation(data=data, message=mail)


def _event(order: _Order) -> Component:
    """Return the VEVENT of a message: that of a download, but for what RFC 5546 3.2.2 and 3.2.5 ask for."""
    made = _said(order.entry, order.words)
    # 3.2.5: STATUS is left out where the entry still stands for others.
    left_out = {"DTSTAMP", "STATUS"} if order.act == "uninvite" else {"DTSTAMP"}
    properties = (item for item in made.properties if item.name not in left_out)
    answer = "TRUE" if order.act in {"invite", "update"} and is_attended(order.entry) else "FALSE"
    role = (("CUTYPE", "INDIVIDUAL"), ("ROLE", "REQ-PARTICIPANT"), ("PARTSTAT", "NEEDS-ACTION"), ("RSVP", answer))
    people = (person("ORGANIZER", order.organizer), person("ATTENDEE", order.to, *role))
    return made._replace(properties=(Property("DTSTAMP", order.stamp), *properties, *people))


@functools.lru_cache(maxsize=KEPT)
def _said(entry: Entry, words: Words) -> Component:
    return _mapping.event(entry, tell(entry, [Telling(conference=entry.conference, words=words)]), alarms=False)


def _entry(conference: Conference, name: str, act: Act) -> Entry:
    """Return the entry of that name as a message of this kind has it."""
    found, _ = entries(conference, frozenset({_kind(name)}))
    named = {"/".join(entry.ids) or "event": entry for entry in found}
    if name not in named:
        raise UnwritableError(_missing(name, tuple(named)))
    entry = named[name]
    if act in {"invite", "update"}:
        if entry.withdrawn:
            raise UnwritableError(_called_off(entry))
        return entry
    # RFC 5546 3.2.5: a cancellation increments the SEQUENCE, unless a row of the history has done so.
    recorded = entry.withdrawn and (entry.withdrawn != conference.status or status_changes(conference))
    if act == "cancel" and recorded:
        return entry
    withdrawn = (entry.withdrawn or "cancelled") if act == "cancel" else entry.withdrawn
    return attrs.evolve(entry, withdrawn=withdrawn, sequence=entry.sequence + 1)


def _missing(name: str, others: tuple[str, ...]) -> Finding:
    if name == "event":
        message = "an invitation needs a day, and the event has none"
        return Finding(code="ical.empty", message=message, path="days", hint="fill in days")
    return Finding(
        code="ical.entry",
        message="the event has no such entry with a day",
        path="entry",
        value=repr(name),
        hint=f"write {' or '.join(others)}" if others else "fill in the day of the entry",
    )


def _called_off(entry: Entry) -> Finding:
    return Finding(
        code="ical.method",
        message="the entry has been called off, so nobody can be invited",
        path="status" if entry.withdrawn == entry.conference.status else entry.path,
        value=entry.withdrawn,
        rule="RFC 5546 3.2.2",
        hint="send a cancellation instead",
    )


def _kind(name: object) -> Kind:
    kind = _KINDS.get(name.partition("/")[0]) if isinstance(name, str) else None
    if kind is None:
        hint = "write event, registration, venue/ID, call/ID/DEADLINE or milestone/ID"
        raise invalid("ical.entry", "not an entry", path="entry", value=name, hint=hint)
    return kind


def _one_conference(value: object) -> None:
    if isinstance(value, Catalog):
        hint = "write an invitation for each of its conferences"
        raise invalid(
            "value.type", "not a Conference: an invitation is for one event", path="conference", value=value, hint=hint
        )


def _one_language(value: object) -> None:
    if isinstance(value, list | tuple):
        hint = 'write language="en"'
        raise invalid(
            "ical.language", "an invitation is written in one language", path="language", value=value, hint=hint
        )
