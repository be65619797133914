"""Arguments of another type are refused with a way out, by every layout and in words."""

from functools import partial
from typing import Any

import pytest

from confkit import Catalog, When, changes, check, facts, files, render
from confkit.errors import InvalidValueError

EXAMPLE = files.example()
WRONG = [None, {}, "day.yaml", 3, b"x", [EXAMPLE], object()]
ids = [type(value).__name__ for value in WRONG]
LAYOUTS: dict[str, Any] = {
    "text": render.text,
    "markdown": render.markdown,
    "html": render.html,
    "line": render.line,
    "chat": render.chat,
    "email": render.email,
    "post": render.post,
    "bilingual": render.bilingual,
    "facts": facts.of,
}
CHANGES: dict[str, Any] = {
    "changes": render.changes,
    "sentences": render.change_sentences,
    "email": render.changes_email,
    "diff": changes.diff,
    "facts": facts.changed,
}


def refused(call: Any) -> tuple[str, str]:
    """Return the path of the one finding, and its way out."""
    with pytest.raises(InvalidValueError) as error:
        call()
    (finding,) = error.value.findings
    return finding.path, finding.hint or ""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("value", [*WRONG, Catalog([EXAMPLE])], ids=[*ids, "catalog"])
def test_what_is_no_conference_is_refused(layout: str, value: object) -> None:
    hint = 'write files.load("day.yaml") or Conference(id=..., name=...)'
    assert refused(partial(LAYOUTS[layout], value))[1] == hint


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("value", WRONG[1:], ids=ids[1:])
def test_what_is_no_zone_is_refused(layout: str, value: object) -> None:
    assert refused(partial(LAYOUTS[layout], EXAMPLE, zone=value))[1].startswith("write ")
    assert refused(partial(LAYOUTS[layout], EXAMPLE, now=value)) == ("now", "write datetime.now(datetime.UTC)")


@pytest.mark.parametrize("layout", ["text", "markdown", "html", "line", "chat", "facts"])
@pytest.mark.parametrize("value", WRONG, ids=ids)
def test_what_is_no_language_is_refused(layout: str, value: object) -> None:
    for name in ("language", "default_language"):
        assert refused(partial(LAYOUTS[layout], EXAMPLE, **{name: value}))[1]


@pytest.mark.parametrize("layout", ["email", "post", "bilingual"])
@pytest.mark.parametrize("value", WRONG, ids=ids)
def test_what_is_no_list_of_languages_is_refused(layout: str, value: object) -> None:
    assert refused(partial(LAYOUTS[layout], EXAMPLE, languages=value))[1]


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("value", WRONG, ids=ids)
def test_what_is_no_version_is_refused(name: str, value: object) -> None:
    for pair in ((value, EXAMPLE), (EXAMPLE, value), (value, value), (EXAMPLE, Catalog([]))):
        assert refused(partial(CHANGES[name], *pair))[1]


@pytest.mark.parametrize("name", CHANGES)
def test_two_catalogs_are_no_versions_of_a_conference(name: str) -> None:
    lists = (Catalog([]), Catalog([EXAMPLE]))
    if name == "facts":
        assert refused(partial(CHANGES[name], *lists))[1]
    else:
        assert CHANGES[name](*lists)


@pytest.mark.parametrize("value", ["poster", *WRONG], ids=["poster", *ids])
def test_what_is_no_form_is_refused(value: Any) -> None:
    for call in (
        partial(render.changes, EXAMPLE, EXAMPLE, form=value),
        partial(render.changes, Catalog([]), Catalog([]), form=value),
        partial(render.bilingual, EXAMPLE, form=value),
    ):
        assert refused(call) == ("form", "write one of these")


@pytest.mark.parametrize("value", [None, {}, 3, b"post", object()], ids=["none", "dict", "int", "bytes", "object"])
def test_what_is_no_name_of_a_layout_is_refused(value: Any) -> None:
    assert refused(partial(render.post, EXAMPLE, layout=value))[0] == "layout"


@pytest.mark.parametrize("value", [3, object()], ids=["int", "object"])
def test_what_is_no_list_of_addresses_is_refused(value: Any) -> None:
    assert refused(partial(render.email, EXAMPLE, to=value)) == ("to", 'write to=["hello@example.org"]')


@pytest.mark.parametrize("value", WRONG, ids=ids)
def test_check_refuses_what_is_no_conference_and_no_catalog(value: Any) -> None:
    hint = "give a conference or a catalog, such as files.load returns"
    assert refused(partial(check.findings, value)) == ("subject", hint)
    if value is not None:
        assert refused(partial(check.findings, EXAMPLE, catalog=value)) == ("catalog", "write Catalog([conference])")


@pytest.mark.parametrize("value", WRONG, ids=ids)
def test_kinds_of_changes_refuse_what_is_no_moment_and_no_path(value: Any) -> None:
    moment = When.parse("2027-01-13")
    assert refused(partial(changes.shift, value, moment)) == ("before", "write When.parse(...)")
    assert refused(partial(changes.shift, moment, value)) == ("after", "write When.parse(...)")
    if not isinstance(value, str):
        assert refused(partial(changes.shape, value)) == ("path", "write change.path")
