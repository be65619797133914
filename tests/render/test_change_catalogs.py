"""Notices on the changes of a catalog."""

import attrs
import pytest

from confkit import Catalog, Days, Link, changes, render
from factories import conference
from render.html_pages import elements, seen


def catalogs() -> tuple[Catalog, Catalog]:
    kept, gone, moved = (conference(id=name, name=f"*{name.upper()}*") for name in ("a", "b", "c"))
    new = conference(id="d", name="*D*", links=[Link(url="https://example.org/d")])
    later = attrs.evolve(moved, days=Days.parse("2027-06-01"), edition=2)
    return Catalog([kept, gone, moved]), Catalog([later, kept, new])


def test_changes_of_a_catalog_as_markdown() -> None:
    assert render.changes(*catalogs(), form="markdown") == (
        "# Changes to the list\n\n"
        "## \\*C\\*\n\n"
        "- The event has been rescheduled from May 1–3 to June 1, 2027.\n"
        "- Edition added: second.\n\n"
        "### Key details as they now stand\n\n"
        "- **Date**: Tuesday, June 1, 2027\n\n"
        "## New event: \\*D\\*\n\n"
        "- **Date**: May 1–3, 2027\n\n"
        "<https://example.org/d>\n\n"
        "## No longer listed: \\*B\\*\n\n"
        "- **Date**: May 1–3, 2027\n\n"
        "The events are listed in another order.\n"
    )


def test_changes_of_a_catalog_for_chat() -> None:
    assert render.changes(*catalogs(), form="chat", language="zh") == (
        "*C*：活动由2027年5月1日至3日改期为6月1日；新增届次：第二届。\n\n"
        "【新增活动】*D*：2027年5月1日至3日。\nhttps://example.org/d\n\n"
        "【不再列出】*B*：2027年5月1日至3日。\n\n"
        "活动的列出顺序有调整。\n"
    )


def test_changes_of_a_catalog_in_sentences() -> None:
    assert render.change_sentences(*catalogs()) == (
        "The event has been rescheduled from May 1–3 to June 1, 2027.",
        "Edition added: second.",
        "New event: *D* — May 1–3, 2027.",
        "No longer listed: *B* — May 1–3, 2027.",
        "The events are listed in another order.",
    )
    assert len(changes.diff(*catalogs())) == 5


def test_new_event_has_different_signs_after_its_label_and_before_its_dates() -> None:
    new = conference(days=Days.parse("2027-04-30/2027-05-01"), venues=[], hours=None)
    assert [render.change_sentences(Catalog([]), Catalog([new]), language=tag) for tag in ("en", "zh")] == [
        ("New event — PyCon Example 2027: April 30 – May 1, 2027.",),
        ("【新增活动】PyCon Example 2027：2027年4月30日至5月1日。",),
    ]


def test_changes_refuse_a_conference_and_a_catalog() -> None:
    for pair in ((conference(), Catalog([])), (Catalog([]), conference())):
        with pytest.raises(ValueError, match="two conferences or two catalogs"):
            render.changes(*pair)  # type: ignore[type-var]


def test_changes_of_a_catalog_as_html() -> None:
    html = render.changes(*catalogs(), form="html")
    assert [(element.tag, element.text) for element in elements(html) if element.tag[0] == "h"] == [
        ("h1", "Changes to the list"),
        ("h2", None),
        ("h3", "Key details as they now stand"),
        ("h2", "New event: "),
        ("h2", "No longer listed: "),
    ]
    assert seen(html).endswith("theeventsarelistedinanotherorder.")
