"""All mistakes of a file are reported at once, each with its position."""

import json

import pytest
import tomli_w
import yaml

from confkit import files
from confkit.errors import FileError, Finding, Position

YAML = """\
confkit: 1
id: Day 2027
nmae: A Day
edition: "1"
published: 2026-02-30
days: 2027-05-03/2027-05-01
venues:
  - name: Expo Centre
    timezone: Asia/Shangai
    geo: {latitude: 91, longitude: east, height: 3}
  - role: hotel
links:
  - url: ftp://example.org
calls:
  - deadlines:
      - kind: submission
        at: soon
id: day-2027
"""

JSON = """\
{
  "confkit": 1,
  "id": "Day 2027",
  "nmae": "A Day",
  "edition": "1",
  "published": "2026-02-30",
  "days": "2027-05-03/2027-05-01",
  "venues": [
    {"name": "Expo Centre", "timezone": "Asia/Shangai",
     "geo": {"latitude": 91, "longitude": "east", "height": 3}},
    {"role": "hotel"}
  ],
  "links": [{"url": "ftp://example.org"}],
  "calls": [{"deadlines": [
    {"kind": "submission", "at": "soon"}
  ]}],
  "id": "day-2027"
}
"""

TOML = """\
confkit = 1
id = "Day 2027"
nmae = "A Day"
edition = "1"
published = "2026-02-30"
days = "2027-05-03/2027-05-01"
links = [{ url = "ftp://example.org" }]

[[venues]]
name = "Expo Centre"
timezone = "Asia/Shangai"
geo = { latitude = 91, longitude = "east", height = 3 }

[[venues]]
role = "hotel"

[[calls]]
deadlines = [{ kind = "submission", at = "soon" }]
"""


def findings(text: str, format: files.Format, file: str | None = None) -> tuple[Finding, ...]:
    with pytest.raises(FileError) as error:
        files.loads(text, format=format, file=file)
    return error.value.findings


def places(text: str, format: files.Format) -> list[tuple[int | None, int | None, str, str]]:
    return [
        (finding.where and finding.where.line, finding.where and finding.where.column, finding.path, finding.code)
        for finding in findings(text, format)
    ]


def test_every_mistake_of_a_yaml_file_is_found_at_its_line_and_column():
    assert places(YAML, "yaml") == [
        (1, 1, "name", "file.missing_key"),
        (2, 5, "id", "id.slug"),
        (3, 1, "nmae", "file.unknown_key"),
        (4, 10, "edition", "file.type"),
        (5, 12, "published", "date.text"),
        (6, 7, "days", "days.order"),
        (9, 15, "venues[0].timezone", "zone.unknown"),
        (10, 21, "venues[0].geo.latitude", "geo.range"),
        (10, 36, "venues[0].geo.longitude", "file.type"),
        (10, 42, "venues[0].geo.height", "file.unknown_key"),
        (11, 5, "venues[1]", "venue.empty"),
        (13, 10, "links[0].url", "link.scheme"),
        (17, 13, "calls[0].deadlines[0].at", "when.text"),
        (18, 1, "id", "file.duplicate_key"),
    ]


def test_every_mistake_of_a_json_file_is_found_at_its_line_and_column():
    assert places(JSON, "json") == [
        (1, 1, "name", "file.missing_key"),
        (3, 9, "id", "id.slug"),
        (4, 3, "nmae", "file.unknown_key"),
        (5, 14, "edition", "file.type"),
        (6, 16, "published", "date.text"),
        (7, 11, "days", "days.order"),
        (9, 41, "venues[0].timezone", "zone.unknown"),
        (10, 26, "venues[0].geo.latitude", "geo.range"),
        (10, 43, "venues[0].geo.longitude", "file.type"),
        (10, 51, "venues[0].geo.height", "file.unknown_key"),
        (11, 5, "venues[1]", "venue.empty"),
        (13, 21, "links[0].url", "link.scheme"),
        (15, 34, "calls[0].deadlines[0].at", "when.text"),
        (17, 3, "id", "file.duplicate_key"),
    ]


def test_every_mistake_of_a_toml_file_is_found_at_its_key_path():
    assert places(TOML, "toml") == [
        (None, None, "name", "file.missing_key"),
        (None, None, "id", "id.slug"),
        (None, None, "nmae", "file.unknown_key"),
        (None, None, "edition", "file.type"),
        (None, None, "published", "date.text"),
        (None, None, "days", "days.order"),
        (None, None, "links[0].url", "link.scheme"),
        (None, None, "venues[0].timezone", "zone.unknown"),
        (None, None, "venues[0].geo.latitude", "geo.range"),
        (None, None, "venues[0].geo.longitude", "file.type"),
        (None, None, "venues[0].geo.height", "file.unknown_key"),
        (None, None, "venues[1]", "venue.empty"),
        (None, None, "calls[0].deadlines[0].at", "when.text"),
    ]


def test_finding_has_value_hint_and_file():
    assert findings(YAML, "yaml", "day.yaml")[2] == Finding(
        code="file.unknown_key",
        message="unknown key",
        path="nmae",
        value="nmae",
        hint="did you mean name?",
        where=Position(file="day.yaml", line=3, column=1),
    )


START = "confkit: 1\nid: a\nname: A\n"


WRONG_VALUES = [
    ("name:", "name", "file.empty_value"),
    ("name: {}", "name", "text.empty"),
    ("name: {en: ~}", "name.en", "file.type"),
    ("name: {en: ''}", "name.en", "text.empty"),
    ("name: {en_US: A, en: ''}", "name.en_US", "text.language"),
    ("name: {zh: A, zh-CN: B}", "name.zh-CN", "text.duplicate"),
    ("name: [A]", "name", "file.type"),
    ("name: ''", "name", "text.empty"),
    ("venues:", "venues", "file.empty_value"),
    ("venues: {}", "venues", "file.type"),
    ("venues: [~]", "venues[0]", "file.type"),
    ("formats: [~]", "formats[0]", "file.type"),
    ("series: S", "series", "file.type"),
    ("series: {id: a, ranks: [A]}", "series.ranks", "file.type"),
    ("series: {id: a, ranks: {core: ''}}", "series.ranks.core", "text.empty"),
    ("days: {pending: soon}", "days.pending", "value.choice"),
    ("days: {pending: tbd, rule: weekly}", "days.rule", "pending.rule"),
    ("days: [1]", "days", "file.type"),
    ("days: {}", "days.pending", "file.missing_key"),
    ("published: 2025", "published", "date.text"),
    ("published: {}", "published", "file.type"),
    ("edition: 1.5", "edition", "file.type"),
    ("edition: 0", "edition", "edition.range"),
    ("edition: " + "9" * 5000, "edition", "file.number"),
    ("extra: 1", "extra", "file.type"),
    ("extra: {a: {b c: [.inf]}}", 'extra.a["b c"][0]', "extra.json"),
    ("registration: {opens: {at: soon, words: x}}", "registration.opens.raw", "file.missing_key"),
    ("venues: [{name: A, distances: [{origin: B, km: 1, approximate: yes}]}]", "venues[0].distances[0].approximate",
     "file.type"),
    ("venues: [{name: A, distances: [{origin: B, km: 39 km}]}]", "venues[0].distances[0].km", "file.type"),
    ("venues: [{name: A, distances: [{origin: B, km: 1e999}]}]", "venues[0].distances[0].km", "file.number"),
]  # fmt: skip


def test_wrong_value_is_refused_at_its_path():
    for text, path, code in WRONG_VALUES:
        document = START.replace("name: A\n", "") + text if text.startswith("name") else START + text
        assert [(finding.path, finding.code) for finding in findings(document, "yaml")][:1] == [(path, code)], text


def test_mapping_of_a_date_reports_all_its_mistakes():
    text = START + "registration: {opens: {at: soon, words: x}}"
    assert [finding.path for finding in findings(text, "yaml")] == [
        "registration.opens.raw",
        "registration.opens.at",
        "registration.opens.words",
    ]


def test_value_of_another_type_is_no_text_in_json():
    for value, kind in (("true", "true or false"), ("1", "a number"), ("[]", "a list"), ("null", "an empty value")):
        text = f'{{"confkit": 1, "id": "a", "summary": {{"en": {value}}}, "name": {value}}}'
        found = {finding.path: finding for finding in findings(text, "json")}
        assert found["summary.en"].message == f"this must be text, not {kind}", value
        if value != "null":
            message = f"this must be text, or a mapping of languages to texts, not {kind}"
            assert found["name"].message == message, value


def test_findings_end_after_a_thousand():
    found = findings(START + "links:\n" + "- {}\n" * 2000, "yaml")
    assert len(found) == 1001
    assert found[-1].code == "file.many"


def test_findings_on_keys_end_after_a_thousand():
    keys = ", ".join(f'"key {number} that nobody has ever heard of": 1' for number in range(1500))
    assert len(findings(f'{{"confkit": 1, {keys}}}', "json")) == 1001


def test_long_value_is_shortened():
    (found,) = findings(START + "days: " + "x" * 500, "yaml")
    assert found.value is not None
    assert len(found.value) == 80


CONTRADICTIONS = {
    "unknown key": ("venues: [{name: x}, {name: y}]\ncolour: red\n", ["venues[1].id", "colour"]),
    "wrong sibling": ("venues: [{name: x}, {name: y}]\nedition: 0\n", ["venues[1].id", "edition"]),
    "wrong item": (
        "venues: [{role: main}, {role: main, name: x}, {role: nope, id: main, name: x}]\n",
        ["venues[0]", "venues[1].id", "venues[2].role", "venues[2].id"],
    ),
    "item of another kind": ("contacts: [{}, 3, {email: a@b.org}]\n", ["contacts[0]", "contacts[1]"]),
    "empty and unknown": ("contacts: [{purpose: x, foo: 1}]\n", ["contacts[0]", "contacts[0].foo"]),
    "empty and wrong": ("history: [{replaced: x}]\n", ["history[0]", "history[0].replaced"]),
    "not empty, but wrong": ("contacts: [{purpose: x, email: bad}]\n", ["contacts[0].email"]),
    "order": (
        (
            "milestones:\n- kind: other\n  at: 2025-01-01\n  bar: 1\n  history:\n"
            "  - {at: 2024-01-01, replaced: 2025-02-01}\n  - {at: 2024-01-01, replaced: 2024-02-01, x: 1}\n"
        ),
        ["milestones[0].bar", "milestones[0].history", "milestones[0].history[1].x"],
    ),
    "order unknown": (
        (
            "milestones:\n- kind: other\n  at: 2025-01-01\n  announced: 2020-01-01\n  history:\n"
            "  - {at: 2024-01-01, replaced: soon}\n"
        ),
        ["milestones[0].history[0].replaced"],
    ),
    "rule": ("days: {pending: tbd, rule: x, foo: 3}\n", ["days.rule", "days.foo"]),
    "names without words": (
        'series: {id: s, ranks: {a: 1, "": "", b: ""}}\n',
        ['series.ranks[""]', 'series.ranks[""]', "series.ranks.b"],
    ),
}


def test_contradictions_are_reported_beside_other_mistakes():
    for case, (text, paths) in CONTRADICTIONS.items():
        found = findings(f"confkit: 1\nid: day-2027\nname: A Day\n{text}", "yaml")
        assert [finding.path for finding in found] == paths, case


def test_findings_on_free_data_end_after_a_thousand():
    found = findings(f"{START}extra: {{a: [{'.inf, ' * 1500}]}}\n", "yaml")
    assert [finding.code for finding in found] == ["extra.json"] * 1000 + ["file.many"]


def test_findings_on_languages_end_after_a_thousand():
    tags = ", ".join(f'"?{number}": a' for number in range(1500))
    with pytest.raises(FileError) as error:
        files.loads(f"confkit: 1\nid: day-2027\nname: {{{tags}}}\n", format="yaml")
    codes = [finding.code for finding in error.value.findings]
    assert (codes[0], codes[-1], len(codes)) == ("text.language", "file.many", 1001)


SHOWN = {
    "text": ("id", "A B", "A B"),
    "date": ("days", "2025-13-01", "2025-13-01"),
    "moment": ("registration", {"opens": "2025-02-30T25:00"}, "2025-02-30T25:00"),
    "number": ("venues", [{"name": "A", "geo": {"latitude": 200, "longitude": 3}}], "200"),
    "truth": ("published", True, "true"),
    "blank": ("kind", " ", " "),
    "unseen": ("kind", "a\tb\u202e", "a\\tb\\u202e"),
    "quotes": ("kind", 'it\'s "so"', 'it\'s "so"'),
    "same": ("venues", [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}], "a"),
    "key": ("colour", "red", "colour"),
    "list": ("days", [1], None),
}


def test_finding_shows_a_value_as_the_file_has_it_in_every_format():
    for case, (key, value, shown) in SHOWN.items():
        tree = {"confkit": 1, "id": "a", "name": "A", key: value}
        texts = {"yaml": yaml.safe_dump(tree), "json": json.dumps(tree), "toml": tomli_w.dumps(tree)}
        for format, text in texts.items():
            assert [finding.value for finding in findings(text, format)] == [shown], (case, format)


def test_finding_shows_a_date_of_toml_as_the_file_has_it():
    for key, written in (("published", "2025-01-01T00:00:00"), ("hours", "09:00:00"), ("name", "2025-01-01")):
        start = "confkit = 1\nid = 'a'\n" + ("" if key == "name" else "name = 'A'\n")
        assert [finding.value for finding in findings(f"{start}{key} = {written}\n", "toml")] == [written], key
