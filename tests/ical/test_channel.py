"""The properties of a feed as a whole: its name, description, colour, refresh interval and organizer."""

from __future__ import annotations

import datetime as dt
import re

import icalendar
import pytest

from cases import for_each
from confkit import Contact, Text, When, ical
from confkit.errors import InvalidValueError
from confkit.ical import Channel
from factories import call, conference, deadline, several

STAMP = dt.datetime(2026, 11, 23, 12, 30, 15, 999, tzinfo=dt.timezone(dt.timedelta(hours=8)))


def head(data):
    """Return the lines of a feed from VERSION to the first component, unfolded."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    first = next(number for number, line in enumerate(lines[1:], start=1) if line.startswith(("BEGIN:", "END:")))
    return lines[1:first]


def test_feed_describes_itself_in_the_properties_that_clients_read():
    channel = Channel(
        name="AI; deadlines",
        description=Text(en="What is due, and when."),
        url="https://example.org/ai.ics",
        color="SteelBlue",
        refresh=dt.timedelta(hours=12),
        timezone="Asia/Shanghai",
    )
    assert head(ical.feed(several(1), channel).data) == [
        "VERSION:2.0",
        "PRODID:-//confkit//confkit-events//EN",
        "CALSCALE:GREGORIAN",
        r"NAME:AI\; deadlines",
        r"X-WR-CALNAME:AI\; deadlines",
        r"DESCRIPTION;LANGUAGE=en:What is due\, and when.",
        r"X-WR-CALDESC:What is due\, and when.",
        "X-WR-TIMEZONE:Asia/Shanghai",
        "SOURCE;VALUE=URI:https://example.org/ai.ics",
        "COLOR:steelblue",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    ]


def test_feed_without_a_channel_has_only_required_properties():
    assert head(ical.feed(several(1, calls=[])).data) == [
        "VERSION:2.0",
        "PRODID:-//confkit//confkit-events//EN",
        "CALSCALE:GREGORIAN",
    ]


def test_name_is_in_the_language_of_the_feed():
    channel = Channel(name=Text(en="Deadlines", zh="截止日期"))
    assert head(ical.feed(several(1, calls=[]), channel, language="zh").data)[3:] == [
        "NAME;LANGUAGE=zh-Hans:截止日期",
        "X-WR-CALNAME:截止日期",
    ]


@for_each(
    "at, zones",
    {
        "one zone in use": (["2027-01-13T12:00[Asia/Shanghai]"], ["X-WR-TIMEZONE:Asia/Shanghai"]),
        "two zones": (["2027-01-13T12:00[Asia/Shanghai]", "2027-01-14T12:00[Europe/Berlin]"], []),
        "no zone": (["2027-01-13T12:00[AoE]"], []),
    },
)
def test_feed_names_a_time_zone_if_it_is_the_only_one_in_use(at, zones):
    deadlines = [deadline(id=f"d{number}", at=When.parse(text)) for number, text in enumerate(at)]
    assert head(ical.feed([conference(calls=[call(deadlines=deadlines)])]).data)[3:] == zones


@for_each(
    "fields, path, code",
    {
        "blank name": ({"name": " "}, "name", "text.empty"),
        "name that is not text": ({"name": 3}, "name", "text.type"),
        "description that is not text": ({"description": b"x"}, "description", "text.type"),
        "no address": ({"url": "example.org"}, "url", "link.scheme"),
        "address of two lines": ({"url": "https://example.org/\r\nMETHOD:CANCEL"}, "url", "link.character"),
        "no colour": ({"color": "steelblu"}, "color", "ical.color"),
        "colour as a number": ({"color": "#4682b4"}, "color", "ical.color"),
        "colour that is not text": ({"color": 3}, "color", "ical.color"),
        "always": ({"refresh": dt.timedelta(0)}, "refresh", "ical.refresh"),
        "half a second": ({"refresh": dt.timedelta(seconds=1.5)}, "refresh", "ical.refresh"),
        "number": ({"refresh": 12}, "refresh", "ical.refresh"),
        "no zone": ({"timezone": "Beijing"}, "timezone", "zone.unknown"),
        "no e-mail address": ({"organizer": "example.org"}, "organizer", "email.address"),
        "e-mail address of two lines": ({"organizer": "a@b.org\nX:y"}, "organizer", "email.address"),
        "empty e-mail address": ({"organizer": ""}, "organizer", "email.address"),
        "number for an e-mail address": ({"organizer": 3}, "organizer", "email.address"),
    },
)
def test_channel_refuses_values_that_a_calendar_cannot_store(fields, path, code):
    with pytest.raises(InvalidValueError) as caught:
        Channel(**fields)
    (finding,) = caught.value.findings
    assert (finding.path, finding.code, bool(finding.hint)) == (path, code, True)


def test_channel_reports_all_fields_at_once():
    with pytest.raises(InvalidValueError) as caught:
        Channel(color="blu", url="x", refresh=-dt.timedelta(1))
    assert [(finding.path, finding.hint) for finding in caught.value.findings] == [
        ("url", "write it like https://example.org/"),
        ("color", "write blue"),
        ("refresh", "write datetime.timedelta(hours=12)"),
    ]


def test_published_feed_lists_all_contacts_in_one_property():
    contacts = [Contact(email="a@example.org"), Contact(email="b@example.org")]
    event = conference(contacts=contacts)
    published = ical.feed(event, Channel(organizer="a@example.org"), stamp=STAMP).data.replace(b"\r\n ", b"")
    assert re.findall(rb"CONTACT:(.*)\r", published) == [rb"a@example.org\, b@example.org"]
    assert re.findall(rb"CONTACT:(.*)\r", ical.feed(event).data) == [b"a@example.org", b"b@example.org"]
    assert ical.loads(published).conferences[0].contacts == tuple(contacts)


@for_each(
    "organizer, line",
    [
        ("a/b@example.org", "ORGANIZER:mailto:a%2Fb@example.org"),
        ("mailto:a@example.org", "ORGANIZER:mailto:a@example.org"),
        ('"Team, The" <a@example.org>', 'ORGANIZER;CN="Team, The":mailto:a@example.org'),
    ],
)
def test_feed_with_an_organizer_is_a_publish_message(organizer, line):
    made = ical.feed(several(2), Channel(organizer=organizer), stamp=STAMP)
    events = icalendar.Calendar.from_ical(made.data).walk("VEVENT")
    assert head(made.data)[3] == "METHOD:PUBLISH"
    assert re.findall("ORGANIZER.*(?=\r)", made.data.decode()) == [line] * 4
    assert {event["DTSTAMP"].to_ical() for event in events} == {b"20261123T043015Z"}
    assert {event["LAST-MODIFIED"].to_ical() for event in events} == {b"20261101T000000Z"}


@for_each(
    "channel, stamp",
    {
        "organizer without a stamp": (Channel(organizer="a@example.org"), None),
        "stamp without a zone": (Channel(organizer="a@example.org"), dt.datetime(2026, 11, 23)),
        "stamp that is not a datetime": (Channel(organizer="a@example.org"), "2026-11-23"),
        "stamp before all time": (
            Channel(organizer="a@example.org"),
            dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=8))),
        ),
        "stamp without an organizer": (Channel(), STAMP),
    },
)
def test_stamp_and_organizer_need_each_other(channel, stamp):
    with pytest.raises(InvalidValueError) as caught:
        ical.feed(several(1), channel, stamp=stamp)
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [("ical.stamp", "stamp")]


def test_feed_has_neither_uid_nor_attendees_nor_alarms():
    data = ical.feed(several(1), Channel(name="A", organizer="a@example.org"), stamp=STAMP).data
    names = {line.partition(":")[0].partition(";")[0] for line in head(data)}
    assert names & {"UID", "LAST-MODIFIED"} == set()
    assert [line for line in data.split(b"\r\n") if line.startswith((b"ATTENDEE", b"BEGIN:VALARM"))] == []
