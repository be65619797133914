"""The linter agrees with the examples, tables and grammars of the RFCs.

The texts are not part of this repository; ``CONFKIT_RFCS`` says in which folder they are, such as ``rfc5545.txt``.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from cases import for_each
from confkit import ical
from standards.examples import HOMES, calendar, examples, octets, within
from standards.expected import CELLS, COUNTS, EXAMPLES
from standards.grammar import TYPES, Count, counts, descriptions, line, parameters
from standards.tables import messages, tables

FOLDER = Path(os.environ.get("CONFKIT_RFCS", "nowhere"))
COMMAND = (
    "apt-get download doc-rfc-std-proposed (Debian, non-free) && dpkg-deb -x doc-rfc-std-proposed_*.deb F && "
    "gunzip F/usr/share/doc/RFC/proposed-standard/*.gz"
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not FOLDER.is_dir(), reason=f"CONFKIT_RFCS names no folder with the texts of the RFCs: {COMMAND}"
    ),
]


def text(rfc: str) -> str:
    return (FOLDER / f"{rfc}.txt").read_text(encoding="utf-8")


def problems(data: bytes) -> set[str]:
    """Return the codes of errors and warnings."""
    return {finding.code.removeprefix("ical.") for finding in ical.lint(data) if finding.level != "note"}


@for_each("rfc", list(COUNTS))
def test_lint_of_rfc_examples_finds_exactly_the_known_problems(rfc: str) -> None:
    found, seen = {}, Counter[str]()
    shown = examples(text(rfc))
    for example in shown:
        seen[example.section] += 1
        codes = " ".join(sorted({finding.code.removeprefix("ical.") for finding in ical.lint(calendar(example))}))
        if codes:
            found[f"{rfc} {example.section} {seen[example.section]}"] = codes
    assert len(shown) == COUNTS[rfc]
    assert found == {name: codes for name, (codes, _) in EXAMPLES.items() if name.startswith(f"{rfc} ")}


def test_lint_follows_the_tables_of_messages() -> None:
    found = list(tables(text("rfc5546")))
    wrong = {
        (table.method, table.component, name, count)
        for table in found
        for name, count, is_allowed, data in messages(table)
        if bool(ical.lint(data)) == is_allowed
    }
    assert (len(found), sum(len(table.cells) for table in found)) == (22, 806)
    assert wrong == set(CELLS)


def beside(count: Count) -> list[str]:
    """Return the lines that a property needs in its component."""
    if count.component == "VALARM":
        pairs = {"DURATION": ["REPEAT:1"], "REPEAT": ["DURATION:PT1H"]}
        return pairs.get(count.name, [])
    return ["DTSTART:20270501T090000Z"] if count.name in {"DURATION", "RRULE"} and count.component != "STANDARD" else []


@for_each("rfc, number", [("rfc5545", 111), ("rfc7953", 36), ("rfc7986", 18), ("rfc9073", 35)])
def test_lint_counts_properties_like_the_grammar(rfc: str, number: int) -> None:
    found, wrong = list(counts(text(rfc))), []
    for count in found:
        stated = line(count.name, count.component)
        needed = problems(octets(within(count.component, beside(count), without=count.name)))
        times = [problems(octets(within(count.component, [*beside(count), *[stated] * often]))) for often in (1, 2)]
        if (count.required and not needed) or times[0] or bool(times[1]) != count.once:
            wrong.append((count.component, count.name))
    # RFC 7986 5.1 and 5.2: a calendar may have each of them once in each language.
    assert sorted(wrong) == ([("VCALENDAR", "DESCRIPTION"), ("VCALENDAR", "NAME")] if rfc == "rfc7986" else [])
    assert len(found) == number


# The linter checks the form of these properties, not their type.
FORMS = {"REQUEST-STATUS", "VERSION"}


def test_lint_accepts_exactly_the_types_of_a_property() -> None:
    types: dict[str, set[str]] = {}
    for rfc in COUNTS:
        for description in descriptions(text(rfc)):
            types.setdefault(description.name, set()).update(description.types)
    named = {name: known for name, known in types.items() if known and name.isupper() and name not in FORMS}
    wrong = [
        (name, kind)
        for name, known in named.items()
        for kind, value in TYPES.items()
        if ("value-type" in problems(octets(within(HOMES.get(name, "VEVENT"), [f"{name};VALUE={kind}{value}"]))))
        == (kind in known)
    ]
    assert (len(named), wrong) == (65, [])


def test_lint_accepts_properties_where_an_rfc_allows_them() -> None:
    places = {
        (description.name, home)
        for rfc in COUNTS
        for description in descriptions(text(rfc))
        for home in description.homes
    }
    wrong = [(name, home) for name, home in places if "misplaced" in problems(octets(within(home, [line(name, home)])))]
    assert (len(places), wrong) == (133, [])


def test_lint_accepts_parameters_where_a_grammar_lists_them() -> None:
    pairs = {pair for rfc in COUNTS for pair in parameters(text(rfc))}
    found = {pair: ical.lint(octets(within("VEVENT", [f"{pair[0]};{pair[1]}:a"]))) for pair in pairs}
    wrong = [
        pair
        for pair, some in found.items()
        if {"ical.parameter-use", "ical.parameter-value"} & {one.code for one in some}
    ]
    assert (len(pairs), wrong) == (59, [])
