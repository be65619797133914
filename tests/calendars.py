"""Entries of calendars as the icalendar package reads them, each with its lines as they were written."""

from __future__ import annotations

import re

from confkit import Days, Link, Registration, When, files, ical
from factories import call, conference, deadline, venue

EXAMPLE = files.example()
SITE = Link(url="https://example.org/")
EVERYTHING = conference(
    calls=[call()],
    venues=[venue(days=Days.parse("2027-05-01"))],
    registration=Registration(opens=When.parse("2027-01-01"), closes=When.parse("2027-04-01")),
)


def stored(text):
    """Return a text as a property of a calendar contains it: printable, without spaces and tabs at its ends."""
    return printable(text).strip(" \t")


def printable(text):
    """Return a text with LF for line breaks, without other controls except tabs, and without U+FFFE and U+FFFF."""
    lines = re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", text)
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", "", lines)


def entries(value, **options):
    """Return the entries as icalendar reads them, with the written lines of each entry and of its place."""
    found = list(ical.calendar(value, **options).walk("VEVENT"))
    written = ical.dumps(value, **options).decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
    for event, rows in zip(found, written, strict=True):
        before, _, place = rows.partition("BEGIN:VLOCATION\r\n")
        place, _, after = place.partition("END:VLOCATION\r\n")
        event.written, event.place = (before + after).split("\r\n"), place.splitlines()
    return found


def only_entry(value, **options):
    (event,) = entries(value, **options)
    return event


def lines(event, *names):
    """Return the written lines of some properties, in their order."""
    return [row for row in event.written if row.partition(":")[0].partition(";")[0] in names]


def titles_and_descriptions(value, *, language="en"):
    """Return title and description of every entry."""
    return [(str(event["SUMMARY"]), str(event["DESCRIPTION"])) for event in entries(value, language=language)]


def with_deadline(at, **fields):
    """Return a conference whose only entry is one deadline."""
    return conference(days=None, calls=[call(deadlines=[deadline(at=When.parse(at), **fields)])])


def titles_and_changes(value, **options):
    """Return SUMMARY, STATUS and SEQUENCE of every entry."""
    return [
        (str(event["SUMMARY"]), str(event["STATUS"]), int(event["SEQUENCE"])) for event in entries(value, **options)
    ]
