"""The rules of `confkit.check`, each with what triggers it and what does not."""

import datetime as dt

from confkit import (
    AOE,
    Address,
    CallForProposals,
    Catalog,
    Conference,
    Days,
    Deadline,
    EventRef,
    Hours,
    Pending,
    Relation,
    Revision,
    Text,
    Venue,
    When,
    check,
)


def conference(**fields: object) -> Conference:
    whole = {
        "id": "a-2027",
        "namespace": "example.org",
        "name": "A",
        "published": dt.date(2026, 11, 1),
        "days": Days.parse("2027-05-01/2027-05-03"),
    }
    return Conference(**{**whole, **fields})  # type: ignore[arg-type]  # any field may be overridden


def call(at: str, kind: str = "submission") -> CallForProposals:
    return CallForProposals(deadlines=[Deadline(kind=kind, at=When.parse(at))])


def related(**target: object) -> Relation:
    return Relation(kind="co_located", target=EventRef(**target))  # type: ignore[arg-type]  # fields of a reference


CLEAN: dict[str, dict[str, object]] = {
    "postponed-to-new-days": {
        "status": "postponed",
        "history": [Revision(days=Days.parse("2027-04-01"), status="scheduled", replaced=dt.date(2027, 1, 1))],
    },
    "postponed-without-days": {"status": "postponed", "days": Pending("tbd")},
    "nothing": {},
    "whole-deadline": {"calls": [call("2027-01-31T23:59[AoE]")]},
    "pending-deadline": {"calls": [CallForProposals(deadlines=[Deadline(kind="submission", at=Pending("tbd"))])]},
    "deadline-on-last-day": {"calls": [call("2027-05-03T12:00[AoE]")]},
    "deadline-without-event-days": {"days": None, "calls": [call("2029-05-03T12:00[AoE]")]},
    "event-in-a-month": {"days": Days.parse("2027-05"), "calls": [call("2027-05-20T12:00[AoE]")]},
    "venue-inside": {"venues": [Venue(name="Hall", days=Days.parse("2027-05-02"))]},
    "venue-of-undated-event": {"days": Pending("tbd"), "venues": [Venue(name="Hall", days=Days.parse("2027-05-02"))]},
    "address-in-two-languages": {
        "venues": [Venue(address=Address(text=Text(en="1 Palace Road, Beijing", zh="北京市新建宫门路1号A座")))]
    },
    "address-in-parts": {"venues": [Venue(address=Address(country="CN"))]},
    "hour-that-exists": {"calls": [call("2027-03-14T01:59[America/New_York]")]},
    "repeated-hour-chosen": {"calls": [call("2026-11-01T01:30-05:00[America/New_York]")]},
    "hours": {"timezone": "Europe/Berlin", "hours": Hours.parse("09:00-18:00")},
    "hours-of-a-month": {
        "timezone": "Europe/Berlin",
        "hours": Hours.parse("09:00-18:00"),
        "days": Days.parse("2027-05"),
    },
    "hours-without-zone": {"hours": Hours.parse("09:00-18:00")},
    "hours-to-the-end-of-time": {
        "timezone": "Asia/Shanghai",
        "hours": Hours.parse("20:00-02:00"),
        "days": Days.parse("9999-12-31"),
    },
    "two-languages": {"summary": Text(en="a", zh="甲"), "audience": Text(en="b", zh="乙")},
    "no-stated-language": {"summary": "a"},
}


def test_findings_of_correct_conferences_are_empty() -> None:
    for name, fields in CLEAN.items():
        assert (name, check.findings(conference(**fields))) == (name, ())


EXAMPLES = {
    "2027": ["once one is announced, write it, as in 2025-04-13"],
    "2027-04": ["once one is announced, write it, as in 2025-04-13"],
    "2027-04-30": ["2027-04-30T23:59", "2027-04-30[AoE]"],
    "2027-04-30[Asia/Shanghai]": ["2027-04-30T23:59[Asia/Shanghai]"],
    "2027-04-30[+08:00]": ["2027-04-30T23:59+08:00"],
    "2027-04-30T17:00": ["2027-04-30T17:00[AoE]"],
}


def test_hint_on_a_gap_keeps_what_was_stated_and_invents_no_day() -> None:
    for at, examples in EXAMPLES.items():
        hints = [finding.hint or "" for finding in check.findings(conference(calls=[call(at)]))]
        assert [hint.removeprefix("if one was announced, write it, as in ") for hint in hints] == examples
        for hint in hints:
            When.parse(hint.rpartition(" ")[2])


def test_message_on_a_gap_names_the_part_that_is_missing() -> None:
    assert [finding.message for finding in check.findings(conference(calls=[call("2027-04-30")]))] == [
        "no hour is stated; summaries will say so",
        "no time zone is stated; summaries will say so",
    ]


WRONG: dict[str, tuple[dict[str, object], list[tuple[str, str, str]]]] = {
    "deadline-after-event": (
        {"calls": [call("2027-05-04T12:00[AoE]")]},
        [("deadline.after-event", "warning", "calls[0].deadlines[0].at")],
    ),
    "no-hour-no-zone": (
        {"calls": [call("2027-01-31")]},
        [
            ("deadline.no-hour", "warning", "calls[0].deadlines[0].at"),
            ("deadline.no-zone", "warning", "calls[0].deadlines[0].at"),
        ],
    ),
    "no-zone": (
        {"milestones": [Deadline(kind="other", at=When.parse("2027-01-31T12:00"))]},
        [("deadline.no-zone", "warning", "milestones[0].at")],
    ),
    "no-day": (
        {"calls": [call("2027-01")], "milestones": [Deadline(kind="notification", at=When.parse("2027-03-01"))]},
        [("deadline.no-day", "warning", "calls[0].deadlines[0].at")],
    ),
    "no-hour": (
        {"calls": [call("2027-01-31[AoE]")]},
        [("deadline.no-hour", "warning", "calls[0].deadlines[0].at")],
    ),
    "postponed-with-its-days": (
        {
            "status": "postponed",
            "history": [
                Revision(days=Days.parse("2027-04-01"), status="scheduled", replaced=dt.date(2027, 1, 1)),
                Revision(status="rescheduled", replaced=dt.date(2027, 2, 1)),
            ],
        },
        [("days.postponed", "warning", "days")],
    ),
    "venue-before": (
        {"venues": [Venue(name="Hall", days=Days.parse("2027-04-30/2027-05-01"))]},
        [("venue.days-outside", "warning", "venues[0].days")],
    ),
    "venue-after": (
        {"venues": [Venue(name="Hall", days=Days.parse("2027-05-03/2027-05-04"))]},
        [("venue.days-outside", "warning", "venues[0].days")],
    ),
    "address-mixed": (
        {"venues": [Venue(address=Address(text="索家坟, Hai Dian Qu, Bei Jing Shi, China, 100080"))]},
        [("address.mixed-script", "warning", "venues[0].address.text")],
    ),
    "address-mixed-in-one-language": (
        {"venues": [Venue(address=Address(text=Text(en="索家坟, Hai Dian Qu", zh="海淀区索家坟")))]},
        [("address.mixed-script", "warning", "venues[0].address.text.en")],
    ),
    "skipped": (
        {"calls": [call("2027-03-14T02:30[America/New_York]")]},
        [("time.skipped", "error", "calls[0].deadlines[0].at")],
    ),
    "repeated": (
        {"calls": [call("2026-11-01T01:30[America/New_York]")]},
        [("time.repeated", "warning", "calls[0].deadlines[0].at")],
    ),
    "opening-hour-repeated": (
        {"timezone": "Europe/Berlin", "hours": Hours.parse("02:30-09:00"), "days": Days.parse("2027-10-31")},
        [("time.repeated", "warning", "hours")],
    ),
    "opening-hour-skipped": (
        {"timezone": "Europe/Berlin", "hours": Hours.parse("02:30-09:00"), "days": Days.parse("2027-03-28")},
        [("time.skipped", "error", "hours")],
    ),
    "closing-hour-skipped": (
        {"timezone": "Europe/Berlin", "hours": Hours.parse("20:00-02:30"), "days": Days.parse("2027-03-27")},
        [("time.skipped", "error", "hours")],
    ),
    "one-language-everywhere": (
        {"summary": Text(en="a"), "audience": Text(en="b")},
        [("text.one-language", "note", "summary")],
    ),
    "one-language-here": (
        {"summary": Text(en="a", zh="甲"), "audience": Text(en="b")},
        [("text.one-language", "note", "audience")],
    ),
    "unpublished": ({"published": None}, [("published.missing", "warning", "published")]),
    "no-namespace": ({"namespace": None}, [("namespace.missing", "warning", "namespace")]),
    "unresolved": ({"relations": [related(name="B")]}, [("relation.unresolved", "note", "relations[0].target")]),
    "unresolved-url": (
        {"relations": [related(url="https://example.org/")]},
        [("relation.unresolved", "note", "relations[0].target")],
    ),
}


def test_findings_have_the_code_the_level_the_path_and_a_hint() -> None:
    for name, (fields, expected) in WRONG.items():
        found = check.findings(conference(**fields))
        assert (name, [(finding.code, finding.level, finding.path) for finding in found]) == (name, expected)
        assert all(finding.hint for finding in found), name


def test_hint_on_one_language_names_another() -> None:
    for name, other in ((Text(en="A"), "zh-Hans"), (Text(zh="甲"), "en")):
        hints = [finding.hint for finding in check.findings(conference(name=name)) if finding.path == "name"]
        assert hints == [f"add the language of other readers, such as {other}"]


def test_related_events_are_looked_up_in_the_catalog_that_is_checked() -> None:
    catalog = Catalog([conference(relations=[related(id="b-2027")]), conference(id="b-2027")])
    assert check.findings(catalog) == ()


def test_paths_of_findings_on_a_catalog_begin_with_the_conference() -> None:
    catalog = Catalog([conference(), conference(id="b-2027", relations=[related(id="c-2027")])])
    assert [finding.path for finding in check.findings(catalog)] == ["conferences[1].relations[0].target"]


def test_related_events_are_looked_up_in_another_catalog() -> None:
    other = Catalog([conference(id="b-2027")])
    assert check.findings(conference(relations=[related(id="b-2027")]), catalog=other) == ()


def test_deadline_anywhere_on_earth_has_a_zone() -> None:
    deadline = Deadline(kind="submission", at=When(date=dt.date(2027, 1, 31), time=dt.time(23, 59), zone=AOE))
    assert check.findings(conference(calls=[CallForProposals(deadlines=[deadline])])) == ()


def test_all_codes_are_documented_with_their_level() -> None:
    documented = {tuple(line.split()[:2]) for line in (check.__doc__ or "").splitlines() if line.startswith("``")}
    produced = {(code, level) for _, expected in WRONG.values() for code, level, _ in expected}
    assert documented == {(f"``{code}``", level) for code, level in produced}
