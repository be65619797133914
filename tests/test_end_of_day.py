"""``T24:00`` is the end of its day for every consumer, and the words of the source never change a meaning."""

import datetime as dt

from confkit import Conference, Days, Superseded, Text, When, changes, check, files, ical, render
from confkit.model import zone
from factories import call, conference, deadline

END_OF_DAY = When.parse("2027-04-13T24:00[Asia/Shanghai]")
WITHOUT_ZONE = When.parse("2027-04-13T24:00")
WORDS_ONLY = When.parse("2027-04-13", raw="24:00")
NOW = dt.datetime(2027, 4, 10, tzinfo=dt.UTC)


def event(at: When, **fields: object) -> Conference:
    calls = [call(deadlines=[deadline(at=at, **fields)])]
    return conference(name=Text(en="A Day", zh="一天"), days=Days.parse("2027-06-05"), calls=calls)


def test_calendar_shows_the_end_of_the_announced_day():
    starts = {
        END_OF_DAY: ["DTSTART;TZID=Asia/Shanghai:20270414T000000"],
        When.parse("2027-04-13T24:00[AoE]"): ["DTSTART:20270414T120000Z"],
        WITHOUT_ZONE: ["DTSTART;VALUE=DATE:20270413"],
        WORDS_ONLY: ["DTSTART;VALUE=DATE:20270413"],
    }
    for at, expected in starts.items():
        entry = ical.dumps(event(at), kinds=["deadline"]).decode().partition("BEGIN:VEVENT")[2]
        assert [line for line in entry.splitlines() if line.startswith("DTSTART")] == expected, at


def test_own_calendar_gives_the_same_instant_back():
    for at, expected in [
        (END_OF_DAY, When.parse("2027-04-14T00:00[Asia/Shanghai]")),
        (WITHOUT_ZONE, When.parse("2027-04-13")),
        (WORDS_ONLY, When.parse("2027-04-13")),
    ]:
        loaded = ical.loads(ical.dumps(event(at))).conferences[0].calls[0].deadlines[0].at
        assert loaded == expected, at
    assert END_OF_DAY.instant() == When.parse("2027-04-14T00:00[Asia/Shanghai]").instant()


def test_layouts_show_the_announced_day_in_both_languages():
    deadlines = {
        END_OF_DAY: {
            "en": ("Tuesday, April 13, 2027, 24:00 Beijing time (UTC+8)", "due April 13, 24:00 Beijing time (UTC+8)"),
            "zh": ("：北京时间2027年4月13日（星期二）24:00", "议题征集于北京时间4月13日24:00截止"),
        },
        WITHOUT_ZONE: {
            "en": ("Tuesday, April 13, 2027, 24:00 (no time zone stated)", "due April 13, 24:00"),
            "zh": ("：2027年4月13日（星期二）24:00（未注明时区）", "议题征集4月13日24:00截止"),
        },
        WORDS_ONLY: {
            "en": ("Tuesday, April 13, 2027 (no time or time zone stated; announced as “24:00”)", "due April 13"),
            "zh": ("：2027年4月13日（星期二；未注明具体时间和时区；原文：“24:00”）", "议题征集4月13日截止"),
        },
    }
    for at, languages in deadlines.items():
        for language, (long, short) in languages.items():
            text = render.text(event(at), language=language)
            assert [line for line in text.splitlines() if line.endswith(long)] != [], (at, language, text)
            line = render.line(event(at), language=language)
            assert line.rstrip(".。\n").endswith(short), (at, language, line)
            chat = render.chat(event(at), language=language)
            assert chat.rstrip().endswith(short), (at, language, chat)


def test_days_are_counted_to_the_announced_day():
    for at in (END_OF_DAY, WITHOUT_ZONE, WORDS_ONLY):
        text = render.text(event(at), language="en", now=NOW, zone=zone("Asia/Shanghai"))
        assert "open, 3 days left" in text, (at, text)


def test_year_is_that_of_the_announced_day():
    new_year_s_eve = When.parse("2026-12-31T24:00[Asia/Shanghai]")
    assert "due December 31, 2026, 24:00 Beijing time" in render.line(event(new_year_s_eve), language="en")


def test_change_is_measured_between_announced_days():
    old = event(When.parse("2027-04-13"))
    for at in (END_OF_DAY, WITHOUT_ZONE, WORDS_ONLY):
        assert [change.kind for change in changes.diff(old, event(at))] == ["deadline.restated"], at
    later = event(When.parse("2027-04-14T24:00"))
    assert [change.kind for change in changes.diff(event(WITHOUT_ZONE), later)] == ["deadline.extended"]


def test_history_leaves_out_an_hour_that_stays_the_same():
    history = [Superseded(at=When.parse("2027-04-10T24:00"), replaced=dt.date(2027, 4, 1))]
    moved = event(WITHOUT_ZONE, history=history)
    assert "extended from April 10 to April 13, 2027, 24:00" in render.text(moved, language="en")


def test_check_misses_the_hour_only_where_none_was_announced():
    codes = {
        END_OF_DAY: [],
        WITHOUT_ZONE: ["deadline.no-zone"],
        WORDS_ONLY: ["deadline.no-hour", "deadline.no-zone"],
        When.parse("2027-06-05T24:00[Asia/Shanghai]"): [],
        When.parse("2027-06-06T00:00[Asia/Shanghai]"): ["deadline.after-event"],
    }
    assert {at: [finding.code for finding in check.findings(event(at))] for at in codes} == codes


def test_files_keep_the_moment_in_every_format():
    for at in (END_OF_DAY, WITHOUT_ZONE, WORDS_ONLY, When.parse("2027-04-13T24:00", raw="midnight")):
        for form in ("yaml", "json", "toml"):
            text = files.dumps(event(at), format=form)
            assert files.loads(text, format=form) == event(at), (at, text)
    assert 'at:\n          at: 2027-04-13\n          raw: "24:00"\n' in files.dumps(event(WORDS_ONLY), format="yaml")
    assert "at: 2027-04-13T24:00[Asia/Shanghai]" in files.dumps(event(END_OF_DAY), format="yaml")
