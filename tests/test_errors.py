import pickle
from collections.abc import Iterable

import pytest

from confkit import When
from confkit.errors import (
    AmbiguousTimeError,
    ConfkitError,
    FileError,
    Finding,
    InvalidValueError,
    Position,
    UnwritableError,
    findings_of,
    invalid,
    joined_path,
    path_steps,
    path_text,
    require_type,
)

FINDING = Finding(code="when.text", message="this is no moment", path="at", value="'soon'", hint="write 2025-04-13")


def test_error_is_a_confkit_error_and_a_value_error():
    cases = [
        (InvalidValueError, ValueError),
        (AmbiguousTimeError, ValueError),
        (FileError, ValueError),
        (UnwritableError, ValueError),
    ]
    for error, builtin in cases:
        raised = error(FINDING, FINDING)
        assert (isinstance(raised, ConfkitError), isinstance(raised, builtin)) == (True, True), error
        assert raised.findings == (FINDING, FINDING), error
        assert str(raised) == f"{FINDING}\n{FINDING}", error


def test_error_keeps_its_findings_when_pickled():
    for error in [ConfkitError, InvalidValueError, AmbiguousTimeError, FileError, UnwritableError]:
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            copied = pickle.loads(pickle.dumps(error(FINDING), protocol))
            assert (type(copied), copied.findings) == (error, (FINDING,)), (protocol, error)


def test_position_is_written_as_editors_read_it():
    cases = [
        (Position(file="day.yaml", line=3, column=7), "day.yaml:3:7"),
        (Position(file="day.toml"), "day.toml"),
        (Position(line=3), "<text>:3"),
    ]
    for position, text in cases:
        assert str(position) == text, position


def test_finding_is_written_on_one_line():
    cases = [
        (Finding(code="c", message="m"), "error: m [c]"),
        (Finding(code="c", level="note", message="m", path="at"), "note: at: m [c]"),
        (Finding(code="c", message="m", value="1", rule="RFC 1", hint="h"), "error: m: 1 (h) [c; RFC 1]"),
        (Finding(code="c", message="m", where=Position(file="a", line=1, column=2)), "a:1:2: error: m [c]"),
    ]
    for finding, text in cases:
        assert str(finding) == text, finding


def test_finding_moves_under_the_path_of_its_object():
    for path, prefix, whole in [
        ("at", "deadlines[1]", "deadlines[1].at"),
        ("[0]", "links", "links[0]"),
        ("", "at", "at"),
        ("at", "", "at"),
    ]:
        assert Finding(code="c", message="m", path=path).under(prefix).path == whole, path


def test_wrong_value_is_shown_shortened():
    assert invalid("c", "m", value="x" * 10**6).findings[0].value == "x" * 79 + "…"
    assert invalid("c", "m", value="soon\x1b[0m\n\u202e").findings[0].value == "soon\\x1b[0m\\n\\u202e"
    assert invalid("c", "m", value=b"x" * 100).findings[0].value == "b'" + "x" * 77 + "…"
    assert invalid("c", "m", value=None).findings[0].value == "None"
    assert invalid("c", "m").findings[0].value is None


def test_wrong_value_without_a_repr_is_shown_by_its_type():
    nested: list[object] = []
    for _ in range(10**5):
        nested = [nested]
    assert invalid("c", "m", value=10**5000).findings[0].value == "<int>"
    assert invalid("c", "m", value=nested).findings[0].value == "<list>"


def test_findings_of_many_errors_are_collected_in_order():
    other = Finding(code="other", message="m")
    assert findings_of([InvalidValueError(FINDING), FileError(other, FINDING)]) == (FINDING, other, FINDING)


def test_error_of_the_model_survives_pickling():
    with pytest.raises(AmbiguousTimeError) as raised:
        When.parse("2025-04-13").instant()
    assert pickle.loads(pickle.dumps(raised.value)).findings == raised.value.findings


def test_key_path_and_its_text_are_inverse():
    paths = {
        "": (),
        "calls[0].deadlines[12].at": ("calls", 0, "deadlines", 12, "at"),
        "[3].name.zh-Hans": (3, "name", "zh-Hans"),
        'extra["a b"].c': ("extra", "a b", "c"),
        'extra["\\"[0].\\n"][""]': ("extra", '"[0].\n', ""),
        '["7"].名称': ("7", "名称"),
    }
    assert {path_text(path): path for path in paths.values()} == paths
    assert {text: path_steps(text) for text in paths} == paths


def test_text_that_is_no_key_path_is_read_as_far_as_it_is_one():
    steps = {"calls[0]..at": ("calls", 0), "calls[x]": ("calls",), "calls[12345678901]": ("calls",), "7": ()}
    assert {text: path_steps(text) for text in steps} == steps


def test_key_paths_are_joined_with_a_dot_before_a_key():
    assert joined_path("calls[0]", "at") == "calls[0].at"
    assert joined_path("calls", "[0]") == "calls[0]"
    assert (joined_path("", "at"), joined_path("calls", ""), joined_path("", "")) == ("at", "calls", "")


def test_argument_of_a_wrong_type_is_named():
    require_type("zone", 3, int, str, hint="write 3")
    with pytest.raises(InvalidValueError, match="zone: must be a whole number or text, not None"):
        require_type("zone", None, int, str, hint="write 3")
    with pytest.raises(InvalidValueError, match="to: must be a list, not int"):
        require_type("to", 3, Iterable, type(None), hint='write to=["hello@example.org"]')
