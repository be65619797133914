"""The JSON Schema: closed, strict, and never stricter than the reader."""

import json
import re
from typing import Any

import jsonschema
import pytest

from confkit import files
from confkit.errors import FileError

SCHEMA = files.schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

WHOLE: dict[str, Any] = {
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
    tree = json.loads(json.dumps(WHOLE))
    holder = tree
    for step in path[:-1]:
        holder = holder[step]
    if not path:
        return change(tree)
    holder[path[-1]] = change(holder[path[-1]])
    return tree


def test_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    json.dumps(SCHEMA)
    assert files.schema() == SCHEMA


def test_schema_accepts_a_document_with_everything_and_so_does_the_reader():
    assert [error.message for error in VALIDATOR.iter_errors(WHOLE)] == []
    assert files.loads(json.dumps(WHOLE), format="json").id == "a"


def test_schema_accepts_the_example_and_a_catalog_of_it():
    day = json.loads(files.dumps(files.example(), format="json"))
    assert not rejected(day)
    version = day.pop("confkit")
    assert not rejected({"confkit": version, "conferences": [day]})
    assert rejected({"confkit": version, "conferences": [day], "nmae": 1})


@pytest.mark.parametrize("path", levels(WHOLE), ids=lambda path: "-".join(map(str, path)) or "document")
def test_unknown_key_and_wrong_type_are_rejected_at_every_level(path: tuple[Any, ...]):
    for wrong in (5.5, True):
        tree = changed(path, lambda _, wrong=wrong: wrong)
        assert (rejected(tree), refused(tree)) == (True, True)
    tree = changed(path, lambda one: {**one, "unknown key": 1} if isinstance(one, dict) else [*one, 5.5])
    assert (rejected(tree), refused(tree)) == (True, True)


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the paths of all single values outside ``extra``."""
    if not isinstance(tree, dict | list):
        return [path]
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return [found for step, item in steps if step != "extra" for found in leaves(item, (*path, step))]


@pytest.mark.parametrize("path", leaves(WHOLE), ids=lambda path: "-".join(map(str, path)))
@pytest.mark.parametrize("wrong", [[5], {"x y": 5}, False, -1, "", " \n", "\0", "Wrong value!", None], ids=repr)
def test_what_the_schema_rejects_the_reader_refuses(path: tuple[Any, ...], wrong: object):
    tree = changed(path, lambda _: wrong)
    assert refused(tree) or not rejected(tree)


@pytest.mark.parametrize("key", ["confkit", "id", "name"])
def test_required_keys_are_required(key: str):
    tree = {name: value for name, value in WHOLE.items() if name != key}
    assert (rejected(tree), refused(tree)) == (True, True)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("venues", 0, "geo", "latitude"), 90.5),
        (("venues", 0, "geo", "longitude"), -180.5),
        (("venues", 0, "distances", 0, "km"), 0),
        (("edition",), 0),
        (("status",), "held"),
        (("links",), [{"url": "ftp://example.org"}]),
        (("published",), "2026-11"),
        (("days",), "2027-5"),
        (("confkit",), 2),
    ],
    ids=str,
)
def test_bounds_and_words_are_those_of_the_model(path: tuple[Any, ...], wrong: object):
    tree = changed(path, lambda _: wrong)
    assert (rejected(tree), refused(tree)) == (True, True)


def patterns(tree: Any) -> list[str]:
    if not isinstance(tree, dict | list):
        return []
    own = [tree["pattern"]] if isinstance(tree, dict) and isinstance(tree.get("pattern"), str) else []
    return own + [one for item in (tree.values() if isinstance(tree, dict) else tree) for one in patterns(item)]


def test_patterns_are_words_of_ecma_262():
    """No inline flags; in Unicode mode only what has a meaning may be escaped (ECMA-262 22.2.1)."""
    assert [pattern for pattern in patterns(SCHEMA) if re.search(r"\(\?(?![:=!])", pattern)] == []
    escapes = {escape for pattern in patterns(SCHEMA) for escape in re.findall(r"\\(.)", pattern)}
    assert escapes <= set("sSxu.[]\\")


def test_every_field_of_the_model_is_in_the_schema():
    assert set(SCHEMA["$defs"]["ConferenceDocument"]["properties"]) >= set(WHOLE)
    assert all(one["description"] for one in SCHEMA["$defs"].values())
