"""The linter finds the problems of published calendars that were found by hand, and no others.

The files are not part of this repository; ``CONFKIT_CORPORA`` says where the folder ``ics-collective`` is.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cases import for_each
from confkit import ical

pytestmark = pytest.mark.slow

CORPORA = os.environ.get("CONFKIT_CORPORA")
FOLDER = Path(CORPORA or ".") / "ics-collective" / "calendars"

# The files with each set of problems. Most files are fragments, and an editor has removed the CR of most line ends.
FOUND = {
    "cal-address last-line line-ends missing outside": """
        issue_355_url_escaping_empty_param
    """,
    "cal-address missing outside": """
        event_with_escaped_character2 event_with_escaped_character4
    """,
    "cal-address missing outside parameter-value": """
        event_with_escaped_character1
    """,
    "calendar-empty last-line line-ends line-length missing value-required": """
        rfc_7986_properties
    """,
    "calendar-empty line-ends missing": """
        empty time
    """,
    "date-time line-ends": """
        rfc_7265_appendix_example_1_ical
    """,
    "date-time line-ends missing": """
        issue_1081_empty_rdate issue_1081_invalid_start_and_end
    """,
    "empty-line line-ends method-missing missing": """
        multiple_calendar_components
    """,
    "empty-line line-ends outside": """
        issue_70_rrule_causes_attribute_error
    """,
    "end last-line line-ends line-length outside": """
        issue_355_url_escaping issue_355_url_escaping_2
    """,
    "last-line line-ends missing": """
        rfc_7986_conferences
    """,
    "last-line line-ends missing outside": """
        rfc_7265_example_4
    """,
    "last-line line-ends missing value-type": """
        multiple_timezones
    """,
    "last-line line-ends outside": """
        example
    """,
    "line-ends": """
        issue_127_categories_with_commas
    """,
    "line-ends line-length method-component method-missing no-colon text-separator": """
        issue_348_exception_parsing_value
    """,
    "line-ends line-length missing": """
        issue_1081_freebusy_comma_separated issue_1549_binary_attachment rfc_7986_image
    """,
    "line-ends line-length missing twice": """
        america_new_york_forward_reference
    """,
    "line-ends line-length outside": """
        rfc_5545_end start_date
    """,
    "line-ends method-missing": """
        timezone_same_start
    """,
    "line-ends missing": """
        america_new_york issue_1050_multiple_calendars issue_1050_simple_calendar issue_1050_uid_in_description
        issue_1081_event_with_rrule issue_1426_value_parameters rfc_9253_gap rfc_9253_related_to
    """,
    "line-ends missing outside": """
        event_with_recurrence rfc_7953_1 rfc_7953_2 rfc_9074_example_proximity
    """,
    "line-ends missing outside text-separator": """
        event_with_recurrence_exdates_on_different_lines
    """,
    "line-ends missing period": """
        issue_1633_freebusy_with_dates issue_1633_rdate_with_dates
    """,
    "line-ends missing period zone-undeclared": """
        issue_1633_rdate_with_dates_and_tzid
    """,
    "line-ends missing twice": """
        pacific_fiji
    """,
    "line-ends missing unbalanced": """
        small_bad_calendar timezone_same_start_and_offset
    """,
    "line-ends missing zone-undeclared": """
        issue_722_missing_VTIMEZONE_custom rfc_5545_RDATE_example
    """,
    "line-ends name parameter": """
        issue_351_whitespace_in_property_and_params
    """,
    "line-ends outside": """
        issue_237_brazilia_standard issue_53_tzid_parsed_properly
    """,
    "line-ends zone-onset": """
        issue_218_bad_tzid
    """,
    "line-ends zone-undeclared": """
        issue_526_calendar_with_event_subset issue_526_calendar_with_events
    """,
    "line-length": """
        issue_156_RDATE_with_PERIOD_TZID_khal_2
    """,
    "method-missing": """
        alarm_google_acknowledged
    """,
    "missing": """
        issue_237_fail_to_parse_timezone_with_non_ascii_tzid issue_322_expected_calendar
    """,
    "missing outside": """
        event_with_rsvp event_with_unicode_fields event_with_unicode_organizer
        issue_100_transformed_doctests_into_unittests issue_156_RDATE_with_PERIOD issue_156_RDATE_with_PERIOD_list
        issue_64_event_with_non_ascii_summary issue_82_expected_output
    """,
    "missing outside parameter": """
        event_with_escaped_character3
    """,
    "missing outside period": """
        issue_464_invalid_rdate
    """,
    "missing outside rrule": """
        issue_157_removes_trailing_semicolon
    """,
    "missing utc-offset": """
        parsing_error_in_UTC_offset
    """,
    "not-calendar": """
        Index_Error Type_Error
    """,
    "outside": """
        issue_178_component_with_invalid_name_represented issue_53_description_parsed_properly
        issue_55_parse_error_on_utc_offset_with_seconds
    """,
    "until": """
        alarm_thunderbird_2_notification_5_min_postponed alarm_thunderbird_2_notification_5_min_postponed_and_closed
        alarm_thunderbird_2_notification_5_min_postponed_and_popped_up
    """,
}
FILES = {f"{name}.ics": codes.split() for codes, names in FOUND.items() for name in names.split()}

# Valid, except for the line ends, or for one line of 77 octets, which is a warning.
IN_ORDER = {"issue_127_categories_with_commas.ics", "issue_156_RDATE_with_PERIOD_TZID_khal_2.ics"}


@pytest.mark.skipif(CORPORA is None, reason="set CONFKIT_CORPORA to the folder of published conference data")
def test_lint_of_published_calendars_finds_exactly_the_known_problems() -> None:
    found = {
        path.name: sorted({finding.code for finding in ical.lint(path.read_bytes())}) for path in FOLDER.glob("*.ics")
    }
    assert found == {name: [f"ical.{code}" for code in codes] for name, codes in FILES.items()}


@pytest.mark.skipif(CORPORA is None, reason="set CONFKIT_CORPORA to the folder of published conference data")
@for_each("name", sorted(IN_ORDER))
def test_lint_of_a_valid_published_calendar_finds_only_problems_of_its_lines(name: str) -> None:
    found = {finding.code for finding in ical.lint((FOLDER / name).read_bytes())}
    assert found <= {"ical.line-ends", "ical.line-length"}


def test_every_published_calendar_is_listed_once() -> None:
    assert len(FILES) == sum(len(names.split()) for names in FOUND.values()) == 78
