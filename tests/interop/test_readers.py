"""What other people's calendar software reads is what was written: the same instants, the same texts, no complaint."""

import datetime as dt

import pytest

from confkit import Address, Conference, Days, Deadline, Geo, Hours, Online, Registration, Revision, Text, When, files
from confkit.ical import dumps
from confkit.ical._events import events, wanted
from confkit.model import zone_keys
from factories import call, conference, deadline, venue
from interop.readers import READERS, Row, plain

# libical takes a backslash before the quote that ends a parameter for an escape, so one letter follows them.
AWKWARD = 'a; b, c\\d "e": \\n^\n\t— 北京，“智源” 🎉 ' + "长" * 80 + " e\u0301" * 40 + "\\" * 90 + "."

SUBJECTS = {
    "example": files.example(),
    "instants": conference(
        calls=[
            call(
                deadlines=[
                    deadline(id="a", at=When.parse("2027-01-13T23:59[AoE]")),
                    deadline(id="b", at=When.parse("2027-01-13T23:59[America/New_York]")),
                    deadline(id="c", at=When.parse("2027-07-13T23:59[America/New_York]")),
                    deadline(id="d", at=When.parse("2027-11-07T01:30-05:00[America/New_York]")),
                    deadline(id="e", at=When.parse("2027-03-28T12:00[Europe/Dublin]")),
                    deadline(id="f", at=When.parse("2024-03-20T12:00[Africa/Casablanca]")),
                    deadline(id="g", at=When.parse("2027-10-29T12:00[Africa/Cairo]")),
                    deadline(id="h", at=When.parse("2026-12-24T12:00[America/Havana]")),
                    deadline(id="i", at=When.parse("2027-06-24T12:00[Asia/Jerusalem]")),
                    deadline(id="j", at=When.parse("1999-06-24T12:00[America/Sao_Paulo]")),
                    deadline(id="k", at=When.parse("2027-03-28T12:00[America/Nuuk]")),
                    deadline(id="l", at=When.parse("2027-03-28T12:00+05:45")),
                ]
            )
        ]
    ),
    "awkward text": conference(
        name=Text(en=AWKWARD, zh=AWKWARD),
        description=AWKWARD,
        venues=[venue(name=AWKWARD, address=Address(text=AWKWARD), geo=Geo(-90, 180))],
        milestones=[Deadline(kind="notification", label=AWKWARD, at=When.parse("2027-01-13"))],
    ),
    "hours": conference(days=Days.parse("2027-05-01"), hours=Hours.parse("18:00-02:00"), venues=[venue()]),
    "cancelled": conference(
        status="cancelled",
        history=[Revision(status="scheduled", replaced=dt.date(2027, 1, 1))],
        calls=[call()],
        registration=Registration(opens=When.parse("2027-01-01"), closes=When.parse("2027-04-01T12:00[Asia/Shanghai]")),
    ),
    "online": conference(online=Online(platform="Zoom")),
}


def expected(subject: Conference, language: str) -> list[Row]:
    """Return what was to be written, from before it became bytes."""
    rows = []
    for event in events(subject, wanted(subject, language=language)):
        value = {name: event.values(name)[0] for name, *_ in event.properties}
        rows.append(
            Row(
                value["UID"],
                plain(value["DTSTART"]),
                plain(value["DTEND"]) if "DTEND" in value else None,
                value["SUMMARY"],
                value["DESCRIPTION"],
                value.get("LOCATION", ""),
                value["STATUS"],
            )
        )
    return rows


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_reader_finds_the_instants_and_the_texts(subject, reader, language):
    assert READERS[reader](dumps(SUBJECTS[subject], language=language)) == expected(SUBJECTS[subject], language)


@pytest.mark.parametrize("reader", READERS)
def test_reader_finds_the_instants_in_many_zones(reader):
    """In winter and in summer, near and far."""
    keys = sorted(zone_keys())[::12]
    deadlines = [
        deadline(id=f"{number}-{day}", at=When.parse(f"{day}T12:00[{key}]"))
        for number, key in enumerate(keys)
        for day in ("2003-01-15", "2025-07-15", "2026-12-15", "2031-04-15")
    ]
    subject = conference(days=None, calls=[call(deadlines=deadlines)])
    read = {row.uid: row.start for row in READERS[reader](dumps(subject, alarms=False))}
    assert read == {row.uid: row.start for row in expected(subject, "en")}
