"""What type checkers know about `confkit.ical`; read by them, never run."""

import datetime as dt
import io
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import assert_type

import icalendar

from confkit import Catalog, Conference, Loaded, Text, ical
from confkit.errors import Finding


def calendars_are_of_a_conference_or_a_catalog(day: Conference, catalog: Catalog) -> None:
    assert_type(ical.dumps(day), bytes)
    assert_type(ical.dumps(catalog, language="zh", kinds=["event", "deadline"], alarms=False), bytes)
    assert_type(ical.dumps(day, language=("zh", "en"), busy=()), bytes)
    assert_type(ical.dump(day, Path("day.ics"), language="zh"), None)
    assert_type(ical.calendar(day), icalendar.Calendar)
    assert_type(ical.left_out(catalog), tuple[Finding, ...])
    assert_type(ical.KINDS, tuple[ical.Kind, ...])
    assert_type(ical.load(Path("day.ics")), Loaded)
    assert_type(ical.loads(b"", file="day.ics", max_bytes=1 << 20), Loaded)
    assert_type(ical.lint(b"", file="day.ics"), tuple[Finding, ...])
    ical.lint("BEGIN:VCALENDAR")  # type: ignore[arg-type]  # octets: text hides what is wrong with them
    ical.load(b"")  # type: ignore[arg-type]  # loads() reads octets
    ical.loads(Path("day.ics"))  # type: ignore[arg-type]  # load() reads a path
    ical.dumps("day.yaml")  # type: ignore[arg-type]  # files.load() reads a file
    ical.dumps(day, kinds=["deadlines"])  # type: ignore[list-item]  # kinds are a closed set
    ical.dumps(day, wording=lambda entry: ical.Wording(summary=entry.kind) if entry.deadline else None)
    ical.dumps(day, wording="Due")  # type: ignore[arg-type]  # a function of an entry
    ical.dumps(day, language=None)  # type: ignore[arg-type]  # the default is English
    ical.dumps(day, kinds="deadline")  # type: ignore[arg-type]  # a list of them
    ical.dumps(day, "zh")  # type: ignore[call-arg]  # keywords only


def feeds_are_of_many_conferences(days: Iterator[Conference], catalog: Catalog) -> None:
    channel = ical.Channel(name="Events", refresh=dt.timedelta(hours=12), organizer="a@example.org")
    assert_type(channel.name, Text | None)
    assert_type(ical.feed(catalog, channel, language=("zh", "en"), stamp=dt.datetime.now(dt.UTC)).data, bytes)
    assert_type(ical.write_feed(days, io.BytesIO(), channel), ical.Written)
    assert_type(ical.write_feed(days, Path("feed.ics")).findings, tuple[Finding, ...])
    assert_type(ical.split_feed(catalog, "feeds", by="topic", max_bytes=1_000_000).parts, tuple[ical.Part, ...])
    ical.split_feed(catalog, "feeds", by="month")  # type: ignore[arg-type]  # the ways to split are a closed set
    ical.feed(catalog, "Events")  # type: ignore[arg-type]  # a Channel says what a feed is
    ical.write_feed(days, io.StringIO())  # type: ignore[arg-type]  # octets, not text


def invitations_are_for_one_person(day: Conference, catalog: Catalog) -> None:
    stamp = dt.datetime(2027, 2, 1, tzinfo=dt.UTC)
    ada = ical.Mailbox(email="ada@example.org", name="Ada")
    invitation = ical.invite(day, to=ada, organizer="team@example.org", stamp=stamp, language="zh")
    assert_type(invitation, ical.Invitation)
    assert_type(invitation.data, bytes)
    assert_type(invitation.message, EmailMessage)
    assert_type(ical.update(day, to="ada@example.org", organizer=ada, stamp=stamp, entry="venue/hall"), ical.Invitation)
    assert_type(ical.cancel(day, to=ada, organizer=ada, stamp=stamp), ical.Invitation)
    assert_type(ical.uninvite(day, to=ada, organizer=ada, stamp=stamp), ical.Invitation)
    assert_type(ical.Mailbox.parse("Ada <ada@example.org>").name, str | None)
    ical.invite(day, to=ada, organizer=ada)  # type: ignore[call-arg]  # nothing here looks at the clock
    ical.invite(day, to=[ada], organizer=ada, stamp=stamp)  # type: ignore[arg-type]  # one person each
    ical.invite(catalog, to=ada, organizer=ada, stamp=stamp)  # type: ignore[arg-type]  # to one of its conferences
