import copy
import datetime as dt
import pickle
from importlib import resources
from zoneinfo import ZoneInfo

import pytest

from confkit import AOE, AnywhereOnEarth, When
from confkit.errors import InvalidValueError
from confkit.model import parse_zone, zone, zone_keys, zone_text
from confkit.model.zones import local_time

SHANGHAI = zone("Asia/Shanghai")
UTC_12 = dt.timezone(dt.timedelta(hours=-12))
EIGHT = dt.timezone(dt.timedelta(hours=8))
NO_ABBREVIATION = "an abbreviation may mean several zones: write a key such as America/Los_Angeles"
NO_OFFSET = "write UTC+8 or +08:00: the database's own Etc/GMT+8 is eight hours behind UTC"
NO_ZONE = "write a key such as Asia/Shanghai, AoE, or an offset such as +08:00"


def test_zone_stays_the_same_object_when_copied_or_pickled():
    for tz in (AOE, SHANGHAI):
        assert [copy.copy(tz) is tz, copy.deepcopy(tz) is tz, pickle.loads(pickle.dumps(tz)) is tz] == [True] * 3, tz


def test_aoe_is_one_value_twelve_hours_behind_utc_and_no_offset():
    assert AnywhereOnEarth() is AOE
    assert (AOE == UTC_12, repr(AOE)) == (False, "AOE")
    last_minute = dt.datetime(2025, 4, 13, 23, 59, tzinfo=AOE)
    assert last_minute.astimezone(dt.UTC) == dt.datetime(2025, 4, 14, 11, 59, tzinfo=dt.UTC)
    assert (last_minute.tzname(), last_minute.dst()) == ("AoE", dt.timedelta(0))
    assert dt.datetime(2025, 4, 14, 11, 59, tzinfo=dt.UTC).astimezone(AOE) == last_minute


def test_zone_has_the_rules_of_its_key():
    assert repr(SHANGHAI) == "ZoneInfo('Asia/Shanghai')"
    assert dt.datetime(2025, 1, 1, tzinfo=zone("Etc/GMT+8")).utcoffset() == dt.timedelta(hours=-8)
    assert {"Asia/Shanghai", "Africa/Cairo", "UTC"} <= zone_keys()


def test_zone_is_parsed():
    zones = {
        "Asia/Shanghai": SHANGHAI,
        "AoE": AOE,
        "aoe": AOE,
        "Z": dt.UTC,
        "+08:00": EIGHT,
        "+0800": EIGHT,
        "+08": EIGHT,
        "UTC+8": EIGHT,
        "UTC-12": UTC_12,
        "UTC\u221212:00": UTC_12,
        "-00:44:30": dt.timezone(-dt.timedelta(minutes=44, seconds=30)),
    }
    assert {text: parse_zone(text) for text in zones} == zones


def test_zone_has_a_text_that_parses_back():
    cases = [
        (AOE, "AoE"),
        (UTC_12, "-12:00"),
        (EIGHT, "+08:00"),
        (dt.UTC, "Z"),
        (SHANGHAI, "Asia/Shanghai"),
        (ZoneInfo.no_cache("Asia/Shanghai"), "Asia/Shanghai"),
    ]
    for tz, text in cases:
        assert (zone_text(tz), zone_text(parse_zone(text))) == (text, text)


def test_unknown_zone_is_refused_with_a_hint():
    hints = {
        "Asia/Shanghia": "did you mean Asia/Shanghai?",
        "PT": NO_ABBREVIATION,
        "CST": NO_ABBREVIATION,
        "IST": NO_ABBREVIATION,
        "GMT+8": NO_OFFSET,
        "+8": NO_OFFSET,
        "UTC+８": NO_OFFSET,
        "../../etc/passwd": NO_ZONE,
        "": NO_ZONE,
        "+24:00": "write +08:00",
        "+08:60": "write +08:00",
    }
    for text, hint in hints.items():
        with pytest.raises(InvalidValueError) as error:
            parse_zone(text)
        assert [(finding.value, finding.hint) for finding in error.value.findings] == [(text, hint)]


def test_abbreviation_needs_the_callers_table():
    table = {"PT": "America/Los_Angeles", "IST": "+05:30", "bad": 3}
    assert parse_zone("PT", table) == zone("America/Los_Angeles")
    assert When.parse("2025-04-13T23:59[IST]", zones=table).instant() == dt.datetime(2025, 4, 13, 18, 29, tzinfo=dt.UTC)
    with pytest.raises(InvalidValueError):
        parse_zone("bad", table)


def test_abbreviations_are_a_mapping():
    for wrong in (1, "PT", ["PT"], object()):
        with pytest.raises(InvalidValueError, match="zones: zones must be a mapping of abbreviations to zones"):
            parse_zone("PT", wrong)


def test_zone_is_read_from_text_only():
    for read in (zone, parse_zone):
        for wrong in (None, 8, b"UTC", ["UTC"], dt.UTC):
            with pytest.raises(InvalidValueError):
                read(wrong)


class _Odd(dt.tzinfo):
    pass


def test_zone_of_another_class_is_refused_with_its_field():
    cases = [
        (_Odd(), "zone.type"),
        ("Asia/Shanghai", "zone.type"),
        (8, "zone.type"),
        (dt.timezone(dt.timedelta(seconds=1)), "zone.offset"),
        (dt.timezone(dt.timedelta(microseconds=1)), "zone.offset"),
    ]
    for wrong, code in cases:
        with pytest.raises(InvalidValueError) as error:
            When(date=dt.date(2025, 4, 13), zone=wrong)
        assert [(finding.code, finding.path) for finding in error.value.findings] == [(code, "zone")], wrong


def test_zones_are_compared_by_name():
    def at(tz):
        return When(date=dt.date(2025, 4, 13), zone=tz)

    loaded = at(ZoneInfo.no_cache("Asia/Shanghai"))
    assert loaded == at(SHANGHAI)
    assert len({loaded, at(ZoneInfo("Asia/Shanghai")), at(SHANGHAI)}) == 1
    assert loaded.zone is SHANGHAI
    assert at(AOE) != at(UTC_12)
    assert at(SHANGHAI) != at(EIGHT)
    assert at(dt.timezone(dt.timedelta(hours=8), "CST")) == at(EIGHT)


def test_zone_without_a_name_is_refused():
    with (resources.files("tzdata") / "zoneinfo" / "UTC").open("rb") as file:
        nameless = ZoneInfo.from_file(file)
    with pytest.raises(InvalidValueError):
        When(date=dt.date(2025, 4, 13), zone=nameless)


def test_offset_is_no_key_of_a_zone():
    for text in ("AoE", "+08:00", "UTC+8", "GMT-3"):
        with pytest.raises(InvalidValueError) as error:
            zone(text)
        assert [finding.hint for finding in error.value.findings] == [
            "an offset is not the key of a zone: write the key of a place, such as Asia/Shanghai"
        ]


def test_key_that_looks_like_an_offset_is_read_back():
    for key in ("GMT+0", "GMT-0"):
        when = When(date=dt.date(2025, 4, 13), time=dt.time(12), zone=ZoneInfo(key))
        assert When.parse(str(when)) == when


def test_local_time_is_none_outside_the_calendar():
    instant = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
    assert (local_time(instant, AOE), local_time(instant, EIGHT)) == (None, dt.datetime(1, 1, 1, 8, tzinfo=EIGHT))
