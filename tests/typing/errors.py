"""What type checkers know about `confkit.errors`; read by them, never run."""

from typing import assert_type

from confkit.errors import ConfkitError, FileError, Finding, Level, Position


def findings_of_an_error(error: ConfkitError) -> None:
    assert_type(error.findings, tuple[Finding, ...])
    assert_type(error.findings[0].where, Position | None)
    assert_type(error.findings[0].level, Level)


def errors_are_what_a_caller_would_catch(file: FileError) -> ValueError:
    return file


def finding_under_a_prefix_is_a_finding(finding: Finding) -> None:
    assert_type(finding.under("calls[0]"), Finding)


def findings_are_named(finding: Finding) -> None:
    Finding("code", "error", "message")  # type: ignore[call-arg]  # keywords only
    finding.code = "other"  # type: ignore[misc]  # frozen
    Finding(code="c", level="fatal", message="m")  # type: ignore[arg-type]  # no such level
