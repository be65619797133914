"""Layouts, notices and checks refuse arguments of the wrong type, and say what to write."""

from functools import partial
from typing import Any

from confkit import Catalog, When, changes, check, facts, files, render
from confkit.errors import InvalidValueError

EXAMPLE = files.example()
WRONG = [None, {}, "day.yaml", 3, b"x", [EXAMPLE], object()]
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
    """Return the path and the hint of the only finding of a refused call."""
    try:
        call()
    except InvalidValueError as error:
        (finding,) = error.findings
        return finding.path, finding.hint or ""
    return "accepted", ""


def test_layouts_refuse_what_is_no_conference() -> None:
    hint = 'write files.load("day.yaml") or Conference(id=..., name=...)'
    for name, layout in LAYOUTS.items():
        for value in (*WRONG, Catalog([EXAMPLE])):
            assert refused(partial(layout, value))[1] == hint, (name, value)


def test_layouts_refuse_a_zone_or_moment_of_another_type() -> None:
    for name, layout in LAYOUTS.items():
        for value in WRONG[1:]:
            assert refused(partial(layout, EXAMPLE, zone=value))[1].startswith("write "), (name, value)
            moment = refused(partial(layout, EXAMPLE, now=value))
            assert moment == ("now", "write datetime.now(datetime.UTC)"), (name, value)


def test_layouts_refuse_a_language_of_another_type() -> None:
    for name in ("text", "markdown", "html", "line", "chat", "facts"):
        for value in WRONG:
            for argument in ("language", "default_language"):
                assert refused(partial(LAYOUTS[name], EXAMPLE, **{argument: value}))[1], (name, argument, value)


def test_layouts_in_several_languages_refuse_what_is_no_list_of_languages() -> None:
    for name in ("email", "post", "bilingual"):
        for value in WRONG:
            assert refused(partial(LAYOUTS[name], EXAMPLE, languages=value))[1], (name, value)


def test_notices_refuse_what_is_no_version_of_a_conference() -> None:
    for name, notice in CHANGES.items():
        for value in WRONG:
            for pair in ((value, EXAMPLE), (EXAMPLE, value), (value, value), (EXAMPLE, Catalog([]))):
                assert refused(partial(notice, *pair))[1], (name, value)


def test_notices_accept_two_catalogs_and_facts_refuse_them() -> None:
    lists = (Catalog([]), Catalog([EXAMPLE]))
    for name, notice in CHANGES.items():
        if name == "facts":
            assert refused(partial(notice, *lists))[1], name
        else:
            assert notice(*lists), name


def test_notices_and_tables_refuse_an_unknown_form() -> None:
    for value in ("poster", *WRONG):
        for call in (
            partial(render.changes, EXAMPLE, EXAMPLE, form=value),
            partial(render.changes, Catalog([]), Catalog([]), form=value),
            partial(render.bilingual, EXAMPLE, form=value),
        ):
            assert refused(call) == ("form", "write one of these"), (call.func, value)


def test_post_refuses_a_layout_of_another_type() -> None:
    for value in (None, {}, 3, b"post", object()):
        assert refused(partial(render.post, EXAMPLE, layout=value))[0] == "layout", value


def test_email_refuses_what_is_no_list_of_addresses() -> None:
    for value in (3, object()):
        assert refused(partial(render.email, EXAMPLE, to=value)) == ("to", 'write to=["hello@example.org"]'), value


def test_check_refuses_what_is_no_conference_or_catalog() -> None:
    hint = "pass a conference or a catalog, such as files.load returns"
    for value in WRONG:
        assert refused(partial(check.findings, value)) == ("subject", hint), value
        if value is not None:
            catalog = refused(partial(check.findings, EXAMPLE, catalog=value))
            assert catalog == ("catalog", "write Catalog([conference])"), value


def test_changes_refuse_what_is_no_date_or_path() -> None:
    when = When.parse("2027-01-13")
    for value in WRONG:
        assert refused(partial(changes.shift, value, when)) == ("before", "write When.parse(...)"), value
        assert refused(partial(changes.shift, when, value)) == ("after", "write When.parse(...)"), value
        if not isinstance(value, str):
            assert refused(partial(changes.without_numbers, value)) == ("path", "write change.path"), value
