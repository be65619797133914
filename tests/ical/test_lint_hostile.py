"""The linter returns findings in bounded time, whatever the input is."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from cases import for_each
from confkit import files, ical
from confkit.ical._lint import RULES
from invalid_calendars import codes_and_lines
from strategies import examples
from valid_calendars import DAY, INVITE, VALID, calendar, event

HEAD, TAIL = calendar(event("X-A:b")).split(b"X-A:b\r\n")
HOSTILE = {
    "line-of-100-mb": (lambda: HEAD + b"X-A:" + b"a" * 100_000_000 + b"\r\n" + TAIL, [("too-large", 8)]),
    "line-of-17-mb": (
        lambda: HEAD + b"X-A:" + b"a" * 17_000_000 + b"\r\n" + TAIL,
        [("too-large", 8), ("line-length", 8)],
    ),
    "one-line": (lambda: b"BEGIN:VCALENDAR:" + b"a" * 70_000_000, [("too-large", 1)]),
    "folded-line": (lambda: HEAD + b"X-A:" + b"\r\n ".join([b"a" * 70] * 50_000) + b"\r\n" + TAIL, []),
    "more-lines-than-read": (lambda: HEAD + b"\r\n" * 1_000_001, [("empty-line", 8), ("too-large", 1_000_001)]),
    "fold-over-the-limit": (
        lambda: HEAD + b"\r\n" * 999_990 + b"PRIORITY:x" + b"\r\n " * 9,
        [("empty-line", 8), ("too-large", 999_998)],
    ),
    "quotes": (lambda: HEAD + b"X-A" + b';A="' * 500_000 + b":b\r\n" + TAIL, None),
    "backslashes": (lambda: HEAD + b"SUMMARY:" + b"\\" * 1_000_000 + b"\r\n" + TAIL, [("line-length", 8)]),
    "deep": (lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X-A\r\n" * 50_000, None),
    "open": (lambda: b"BEGIN:VCALENDAR\r\n" * 10_000, None),
    "ends": (lambda: b"BEGIN:VCALENDAR\r\n" + b"END:VALARM\r\n" * 10_000, None),
    "properties": (lambda: HEAD + b"".join(b"X-%d;TZID=%d:x\r\n" % (n, n) for n in range(50_000)) + TAIL, None),
    "octets": (lambda: b"BEGIN:" + bytes(range(256)) * 4_000, None),
    "names": (lambda: b"BEGIN:VCALENDAR\r\n" + b"".join(b"BEGIN:" + b"A" * 90_000 + b"\r\n" for _ in range(30)), None),
    "nulls": (lambda: b"BEGIN:VEVENT" + bytes(1_000_000), None),
}


@pytest.mark.slow
@for_each("name", list(HOSTILE))
def test_lint_of_hostile_input_ends_in_time(name: str) -> None:
    make, expected = HOSTILE[name]
    data = make()
    before = time.process_time()
    listed = ical.lint(data)
    # The usual time is 20 microseconds for each line; no machine needs this limit.
    assert time.process_time() - before < 60
    assert len(listed) <= 101 * 12
    assert [finding for finding in listed if len(str(finding)) > 3_000] == []
    if expected is not None:
        assert codes_and_lines(listed) == expected


EXAMPLE = ical.dumps(files.example(), language="zh")


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """Calendars with some bytes, lines or names changed, removed or inserted."""
    data = draw(st.sampled_from([DAY, INVITE, EXAMPLE, *VALID.values()]))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        stop = min(len(data), start + draw(st.integers(0, 12)))
        words = st.sampled_from(
            [b"\r\n", b"\n", b"\r", b";", b":", b",", b'"', b"\\", b"BEGIN:", b"END:", b"VALUE=", b"\r\n "]
        )
        data = data[:start] + draw(st.binary(max_size=6) | words) + data[stop:]
    return data


@settings(max_examples=examples(300), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(mutations() | st.binary(max_size=200))
def test_lint_of_any_bytes_returns_findings(data):
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for finding in ical.lint(data, file="x.ics"):
        assert finding.code in RULES
        assert finding.level == RULES[finding.code].level
        assert finding.where
        assert finding.where.line
        assert 1 <= finding.where.line <= lines
        assert (finding.where.column or 1) >= 1
    assert ical.lint(data) == ical.lint(data)
