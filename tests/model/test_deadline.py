import copy
import datetime as dt
import pickle

import pytest

from confkit import Deadline, Pending, Superseded, Text, When
from confkit.errors import AmbiguousTimeError, InvalidValueError
from factories import deadline

APRIL_13 = When.parse("2025-04-13")
APRIL_20 = When.parse("2025-04-20")


def utc(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def test_window_follows_the_kind():
    cases = [
        ("submission", "2025-04-13T10:00", "2025-04-14T12:00"),
        ("camera_ready", "2025-04-13T10:00", "2025-04-14T12:00"),
        ("rebuttal_end", "2025-04-13T10:00", "2025-04-14T12:00"),
        ("rebuttal_start", "2025-04-12T10:00", "2025-04-13T12:00"),
        ("notification", "2025-04-12T10:00", "2025-04-14T12:00"),
    ]
    for kind, first, last in cases:
        assert Deadline(kind=kind, at=APRIL_13).window() == (utc(first), utc(last)), kind


def test_starts_and_notifications_close_nothing():
    for kind, closes in [
        ("submission", True),
        ("rebuttal_start", False),
        ("notification", False),
        ("rebuttal_end", True),
    ]:
        assert deadline(kind=kind).closes_something is closes, kind


def test_state_is_open_before_the_window_and_closed_from_its_end_on():
    cases = [
        ("2025-04-13", "2025-04-13T09:59:59", "open"),
        ("2025-04-13", "2025-04-13T10:00", "uncertain"),
        ("2025-04-13", "2025-04-14T11:59:59", "uncertain"),
        ("2025-04-13", "2025-04-14T12:00", "closed"),
        ("2025-04-13T23:59[AoE]", "2025-04-14T11:58:59", "open"),
        ("2025-04-13T23:59[AoE]", "2025-04-14T11:59", "closed"),
    ]
    for at, now, state in cases:
        assert deadline(at=When.parse(at)).state(utc(now)) == state, at


def test_state_without_a_date():
    for reason, state in [("tbd", "unknown"), ("none", "unknown"), ("rolling", "open"), ("cancelled", "closed")]:
        pending = deadline(at=Pending(reason))
        assert pending.state(utc("2025-04-13")) == state, reason
        with pytest.raises(AmbiguousTimeError) as error:
            pending.window()
        assert [(finding.path, finding.value) for finding in error.value.findings] == [("at", reason)], reason


def test_now_in_any_zone_is_the_same_instant():
    now = utc("2025-04-14T12:00").astimezone(dt.timezone(dt.timedelta(hours=8)))
    assert deadline(at=APRIL_13).state(now) == "closed"


def test_extend_moves_the_old_date_into_the_history():
    first = deadline(at=APRIL_13, announced=dt.date(2025, 3, 19))
    later = first.extend(APRIL_20, announced=dt.date(2025, 4, 12), reason="many requests")
    assert (later.id, later.at, later.announced) == ("submission", APRIL_20, dt.date(2025, 4, 12))
    assert later.history == (Superseded(at=APRIL_13, replaced=dt.date(2025, 4, 12), reason=Text.of("many requests")),)
    last = later.extend(Pending("rolling"), announced=dt.date(2025, 4, 12))
    assert [row.at for row in last.history] == [APRIL_13, APRIL_20]
    assert first.history == ()


def rows(*days):
    return [Superseded(at=APRIL_13, replaced=dt.date(2025, 4, day)) for day in days]


def test_invalid_value_is_refused_with_its_field():
    cases = [
        (lambda: deadline(at=None), ("value.type", "at")),
        (lambda: deadline(at="2025-04-13"), ("value.type", "at")),
        (lambda: deadline(at=dt.datetime(2025, 4, 13, tzinfo=dt.UTC)), ("value.type", "at")),
        (lambda: deadline(kind="Camera Ready"), ("kind.name", "kind")),
        (lambda: deadline(kind=None), ("kind.name", "kind")),
        (lambda: deadline(id="First Round"), ("id.slug", "id")),
        (lambda: deadline(label=""), ("text.empty", "label")),
        (lambda: deadline(announced=dt.datetime(2025, 4, 13)), ("value.type", "announced")),
        (lambda: deadline(announced="2025-04-13"), ("value.type", "announced")),
        (lambda: deadline(history=rows(12, 11)), ("history.order", "history")),
        (lambda: deadline(history=rows(11, 12), announced=dt.date(2025, 4, 11)), ("history.announced", "announced")),
        (lambda: deadline(history=rows(1)[0]), ("value.type", "history")),
        (lambda: Superseded(at=None, replaced=dt.date(2025, 4, 1)), ("value.type", "at")),
        (lambda: Superseded(at=APRIL_13, replaced=None), ("value.type", "replaced")),
        (lambda: deadline(at=APRIL_13).extend(APRIL_13, announced=dt.date(2025, 4, 1)), ("deadline.same", "at")),
        (lambda: deadline(at=APRIL_13).extend("later", announced=dt.date(2025, 4, 1)), ("value.type", "at")),
        (lambda: deadline(at=APRIL_13).extend(APRIL_20, announced=None), ("value.type", "announced")),
        (
            lambda: deadline(at=APRIL_13).extend(APRIL_20, announced=dt.datetime(2025, 4, 1)),
            ("value.type", "announced"),
        ),
        (
            lambda: deadline(announced=dt.date(2025, 4, 2)).extend(APRIL_20, announced=dt.date(2025, 4, 1)),
            ("history.announced", "announced"),
        ),
        (lambda: deadline().state(dt.datetime(2025, 4, 13)), ("now.naive", "now")),
        (lambda: deadline().state(dt.date(2025, 4, 13)), ("now.naive", "now")),
        (lambda: deadline().state(None), ("now.naive", "now")),
    ]
    for make, expected in cases:
        with pytest.raises(InvalidValueError) as error:
            make()
        assert [(finding.code, finding.path) for finding in error.value.findings] == [expected], make
        assert [finding for finding in error.value.findings if not finding.hint or finding.value is None] == [], make


def test_id_of_a_deadline_defaults_to_its_kind():
    assert (deadline().id, deadline(id="round-2").id) == ("submission", "round-2")
    assert repr(deadline(at=APRIL_13)) == "Deadline(kind='submission', at=When.parse('2025-04-13'))"


def test_deadline_survives_copies():
    value = deadline(history=rows(1, 2), label=Text(en="Talks", zh="演讲"))
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value
    assert hash(copy.deepcopy(value)) == hash(value)


def test_state_outside_the_calendar_is_refused():
    before = dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))
    with pytest.raises(InvalidValueError) as error:
        Deadline(kind="submission", at=When.parse("2025-04-13")).state(before)
    assert [(finding.code, finding.path) for finding in error.value.findings] == [("now.range", "now")]
