import copy
import datetime as dt
import pickle
from importlib import resources
from zoneinfo import ZoneInfo

import pytest

from confkit import AOE, AnywhereOnEarth, When
from confkit.errors import InvalidValueError
from confkit.model import parse_zone, zone, zone_keys, zone_text

UTC_12 = dt.timezone(dt.timedelta(hours=-12))
EIGHT = dt.timezone(dt.timedelta(hours=8))


@pytest.mark.parametrize("same", [copy.copy, copy.deepcopy, lambda tz: pickle.loads(pickle.dumps(tz))])
@pytest.mark.parametrize("tz", [AOE, zone("Asia/Shanghai")], ids=str)
def test_zone_stays_the_same_object(tz, same):
    assert same(tz) is tz


def test_aoe_is_one_value_twelve_hours_behind_utc_and_no_offset():
    assert AnywhereOnEarth() is AOE
    assert (AOE == UTC_12, repr(AOE)) == (False, "AOE")
    last_minute = dt.datetime(2025, 4, 13, 23, 59, tzinfo=AOE)
    assert last_minute.astimezone(dt.UTC) == dt.datetime(2025, 4, 14, 11, 59, tzinfo=dt.UTC)
    assert (last_minute.tzname(), last_minute.dst()) == ("AoE", dt.timedelta(0))
    assert dt.datetime(2025, 4, 14, 11, 59, tzinfo=dt.UTC).astimezone(AOE) == last_minute


def test_zone_has_the_rules_of_its_key():
    assert repr(zone("Asia/Shanghai")) == "ZoneInfo('Asia/Shanghai')"
    assert dt.datetime(2025, 1, 1, tzinfo=zone("Etc/GMT+8")).utcoffset() == dt.timedelta(hours=-8)
    assert {"Asia/Shanghai", "Africa/Cairo", "UTC"} <= zone_keys()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asia/Shanghai", zone("Asia/Shanghai")),
        ("AoE", AOE),
        ("aoe", AOE),
        ("Z", dt.UTC),
        ("+08:00", EIGHT),
        ("+0800", EIGHT),
        ("+08", EIGHT),
        ("UTC+8", EIGHT),
        ("UTC-12", UTC_12),
        ("UTC\u221212:00", UTC_12),
        ("-00:44:30", dt.timezone(-dt.timedelta(minutes=44, seconds=30))),
    ],
)
def test_zone_is_parsed(text, expected):
    assert parse_zone(text) == expected


@pytest.mark.parametrize(
    ("tz", "text"),
    [
        (AOE, "AoE"),
        (UTC_12, "-12:00"),
        (EIGHT, "+08:00"),
        (dt.UTC, "Z"),
        (zone("Asia/Shanghai"), "Asia/Shanghai"),
        (ZoneInfo.no_cache("Asia/Shanghai"), "Asia/Shanghai"),
    ],
)
def test_zone_has_a_text_that_parses_back(tz, text):
    assert zone_text(tz) == text
    assert zone_text(parse_zone(text)) == text


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Asia/Shanghia", "did you mean Asia/Shanghai?"),
        ("PT", "abbreviations mean different zones to different readers: write a key such as America/Los_Angeles"),
        ("CST", "abbreviations mean different zones to different readers: write a key such as America/Los_Angeles"),
        ("IST", "abbreviations mean different zones to different readers: write a key such as America/Los_Angeles"),
        ("GMT+8", "write UTC+8 or +08:00: the database's own Etc/GMT+8 is eight hours behind UTC"),
        ("+8", "write UTC+8 or +08:00: the database's own Etc/GMT+8 is eight hours behind UTC"),
        ("UTC+８", "write UTC+8 or +08:00: the database's own Etc/GMT+8 is eight hours behind UTC"),
        ("../../etc/passwd", "write a key such as Asia/Shanghai, AoE, or an offset such as +08:00"),
        ("", "write a key such as Asia/Shanghai, AoE, or an offset such as +08:00"),
        ("+24:00", "write +08:00"),
        ("+08:60", "write +08:00"),
    ],
)
def test_unknown_zone_is_refused_with_a_way_out(text, hint):
    with pytest.raises(InvalidValueError) as error:
        parse_zone(text)
    assert [(one.value, one.hint) for one in error.value.findings] == [(text, hint)]


def test_abbreviation_needs_the_callers_table():
    table = {"PT": "America/Los_Angeles", "IST": "+05:30", "bad": 3}
    assert parse_zone("PT", table) == zone("America/Los_Angeles")
    assert When.parse("2025-04-13T23:59[IST]", zones=table).instant() == dt.datetime(2025, 4, 13, 18, 29, tzinfo=dt.UTC)
    with pytest.raises(InvalidValueError):
        parse_zone("bad", table)


@pytest.mark.parametrize("wrong", [None, 8, b"UTC", ["UTC"], dt.UTC])
@pytest.mark.parametrize("read", [zone, parse_zone])
def test_zone_is_read_from_text(read, wrong):
    with pytest.raises(InvalidValueError):
        read(wrong)


class _Odd(dt.tzinfo):
    pass


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (_Odd(), "zone.type"),
        ("Asia/Shanghai", "zone.type"),
        (8, "zone.type"),
        (dt.timezone(dt.timedelta(seconds=1)), "zone.offset"),
        (dt.timezone(dt.timedelta(microseconds=1)), "zone.offset"),
    ],
    ids=repr,
)
def test_zone_of_another_kind_is_refused_by_its_field(wrong, code):
    with pytest.raises(InvalidValueError) as error:
        When(date=dt.date(2025, 4, 13), zone=wrong)
    assert [(one.code, one.path) for one in error.value.findings] == [(code, "zone")]


def test_zones_are_compared_by_name():
    def at(tz):
        return When(date=dt.date(2025, 4, 13), zone=tz)

    loaded = at(ZoneInfo.no_cache("Asia/Shanghai"))
    assert loaded == at(zone("Asia/Shanghai"))
    assert len({loaded, at(ZoneInfo("Asia/Shanghai")), at(zone("Asia/Shanghai"))}) == 1
    assert loaded.zone is zone("Asia/Shanghai")
    assert at(AOE) != at(UTC_12)
    assert at(zone("Asia/Shanghai")) != at(EIGHT)
    assert at(dt.timezone(dt.timedelta(hours=8), "CST")) == at(EIGHT)


def test_zone_without_a_name_is_refused():
    with (resources.files("tzdata") / "zoneinfo" / "UTC").open("rb") as file:
        nameless = ZoneInfo.from_file(file)
    with pytest.raises(InvalidValueError):
        When(date=dt.date(2025, 4, 13), zone=nameless)


@pytest.mark.parametrize("key", ["AoE", "+08:00", "UTC+8", "GMT-3"])
def test_key_of_a_zone_is_no_offset(key):
    with pytest.raises(InvalidValueError) as error:
        zone(key)
    assert [one.hint for one in error.value.findings] == [
        "this is no place's time zone: write the key of a place, such as Asia/Shanghai"
    ]


@pytest.mark.parametrize("key", ["GMT+0", "GMT-0"])
def test_key_that_looks_like_an_offset_is_read_back(key):
    when = When(date=dt.date(2025, 4, 13), time=dt.time(12), zone=ZoneInfo(key))
    assert When.parse(str(when)) == when
    assert when.instant() == dt.datetime(2025, 4, 13, 12, tzinfo=dt.UTC)
