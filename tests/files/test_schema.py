"""The JSON Schema refuses unknown keys and wrong values, and is never stricter than the reader."""

import json
import re
from typing import Any

import jsonschema
import pytest

from confkit import files
from confkit.errors import FileError

SCHEMA = files.schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

DOCUMENT: dict[str, Any] = {
    "confkit": 1,
    "language": "en",
    "id": "a",
    "namespace": "example.org",
    "name": {"en": "A", "zh": "甲"},
    "series": {
        "id": "s", "name": "S", "acronym": "S", "aliases": ["T"], "ranks": {"core": "A"}, "external_ids": {"w": "Q1"},
    },
    "edition": 1,
    "kind": "conference",
    "published": "2026-11-01",
    "updated": None,
    "days": 2027,
    "hours": "09:00-18:00",
    "timezone": "Asia/Shanghai",
    "status": "scheduled",
    "history": [{"days": {"pending": "tbd"}, "replaced": "2026-11-02", "reason": "R"}],
    "venues": [
        {
            "id": "v", "name": "V", "role": "main", "timezone": "Asia/Shanghai", "days": "2027-05",
            "address": {"text": "T", "street": "S", "country": "CN", "postal_code": "1"},
            "geo": {"latitude": 1, "longitude": 2.5},
            "distances": [{"origin": "O", "km": 39, "approximate": True}],
            "directions": "D", "links": [{"url": "https://example.org/", "rel": "site", "title": "L"}],
        }
    ],
    "online": {"link": {"url": "https://example.org/"}, "platform": "P"},
    "relations": [
        {
            "kind": "co_located",
            "target": {"name": "B", "id": "b", "url": "https://example.org/", "days": "2027-05-01/2027-05-03"},
        }
    ],
    "organizations": [{"name": "O", "role": "host", "links": []}],
    "contacts": [{"email": "a@b.org", "phone": "1", "purpose": "P"}],
    "topics": [{"name": "T", "id": "t"}],
    "formats": ["talks"],
    "languages": ["en"],
    "calls": [
        {
            "id": "c", "kind": "talks", "name": "C", "round": "1", "opens": "2026-12", "topics": [],
            "submit": {"url": "mailto:a@b.org"}, "description": "D",
            "deadlines": [
                {
                    "id": "d", "kind": "submission", "label": "D", "at": "2027-01-13T23:59[AoE]",
                    "announced": "2026-11-02",
                    "history": [{"at": {"at": "2027-01-12", "raw": "noon"}, "replaced": "2026-11-02", "reason": "R"}],
                }
            ],
        }
    ],
    "registration": {
        "opens": {"pending": "rolling", "rule": "R"},
        "tickets": [{"id": "t", "name": "T", "price": "1.00 CNY", "until": "2027"}],
    },
    "links": [],
    "images": [{"url": "https://example.org/a.jpg", "alt": "A"}],
    "translations": [{"language": "zh", "status": "official", "by": "B", "source": "https://example.org/"}],
    "sources": [{"url": "https://example.org/", "retrieved": "2026-11-01", "note": "N"}],
    "extra": {"anything": [1, None, {"a": True}]},
}  # fmt: skip


def rejected(tree: object) -> bool:
    return not VALIDATOR.is_valid(tree)


def refused(tree: object) -> bool:
    try:
        files.loads(json.dumps(tree), format="json")
    except FileError:
        return True
    return False


def levels(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the paths of all mappings and lists outside ``extra``."""
    if not isinstance(tree, dict | list):
        return []
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return [path, *(found for step, item in steps if step != "extra" for found in levels(item, (*path, step)))]


def changed(path: tuple[Any, ...], change: Any) -> Any:
    tree = json.loads(json.dumps(DOCUMENT))
    holder = tree
    for step in path[:-1]:
        holder = holder[step]
    if not path:
        return change(tree)
    holder[path[-1]] = change(holder[path[-1]])
    return tree


def test_schema_is_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    json.dumps(SCHEMA)
    assert files.schema() == SCHEMA


def test_document_with_every_key_is_accepted_by_schema_and_reader():
    assert [error.message for error in VALIDATOR.iter_errors(DOCUMENT)] == []
    assert files.loads(json.dumps(DOCUMENT), format="json").id == "a"


def test_example_and_catalog_are_accepted():
    day = json.loads(files.dumps(files.example(), format="json"))
    assert not rejected(day)
    version = day.pop("confkit")
    assert not rejected({"confkit": version, "conferences": [day]})
    assert rejected({"confkit": version, "conferences": [day], "nmae": 1})


def test_unknown_key_and_wrong_type_are_rejected_at_every_level():
    def add(value: Any) -> Any:
        return {**value, "unknown key": 1} if isinstance(value, dict) else [*value, 5.5]

    for path in levels(DOCUMENT):
        for change in (lambda _: 5.5, lambda _: True, add):
            tree = changed(path, change)
            assert (rejected(tree), refused(tree)) == (True, True), path


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the paths of all single values outside ``extra``."""
    if not isinstance(tree, dict | list):
        return [path]
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return [found for step, item in steps if step != "extra" for found in leaves(item, (*path, step))]


@pytest.mark.slow
def test_reader_refuses_every_value_that_the_schema_rejects():
    wrong_values = ([5], {"x y": 5}, False, -1, "", " \n", "\0", "Wrong value!", None)
    for path in leaves(DOCUMENT):
        for wrong in wrong_values:
            tree = changed(path, lambda _, wrong=wrong: wrong)
            assert not rejected(tree) or refused(tree), (path, wrong)


def test_required_keys_are_required():
    for key in ("confkit", "id", "name"):
        tree = {name: value for name, value in DOCUMENT.items() if name != key}
        assert (rejected(tree), refused(tree)) == (True, True), key


def test_bounds_and_words_are_those_of_the_model():
    cases = [
        (("venues", 0, "geo", "latitude"), 90.5),
        (("venues", 0, "geo", "longitude"), -180.5),
        (("venues", 0, "distances", 0, "km"), 0),
        (("edition",), 0),
        (("status",), "held"),
        (("links",), [{"url": "ftp://example.org"}]),
        (("published",), "2026-11"),
        (("days",), "2027-5"),
        (("confkit",), 2),
    ]
    for path, wrong in cases:
        tree = changed(path, lambda _, wrong=wrong: wrong)
        assert (rejected(tree), refused(tree)) == (True, True), path


def patterns(tree: Any) -> list[str]:
    if not isinstance(tree, dict | list):
        return []
    own = [tree["pattern"]] if isinstance(tree, dict) and isinstance(tree.get("pattern"), str) else []
    return own + [pattern for item in (tree.values() if isinstance(tree, dict) else tree) for pattern in patterns(item)]


def test_patterns_are_valid_in_ecma_262():
    """No inline flags; in Unicode mode only syntax characters may be escaped (ECMA-262 22.2.1)."""
    assert [pattern for pattern in patterns(SCHEMA) if re.search(r"\(\?(?![:=!])", pattern)] == []
    escapes = {escape for pattern in patterns(SCHEMA) for escape in re.findall(r"\\(.)", pattern)}
    assert escapes <= set("sSxu.[]\\")


def test_every_field_of_the_model_is_in_the_schema():
    assert set(SCHEMA["$defs"]["ConferenceDocument"]["properties"]) >= set(DOCUMENT)
    assert all(definition["description"] for definition in SCHEMA["$defs"].values())
