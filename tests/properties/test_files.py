"""Properties of all conferences and of all files."""

import copy
import json
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings, strategies as st

from cases import for_each
from confkit import Catalog, Conference, files
from confkit.errors import ConfkitError, Position
from strategies import SNARES, catalogs, conferences, examples

FORMATS: tuple[files.Format, ...] = ("yaml", "json", "jsonl", "toml")

VALIDATOR = jsonschema.Draft202012Validator(files.schema())


def named(value: Conference | Catalog) -> Any:
    """Return the value with the names of its time zones, since zones with different names can be equal."""
    return json.loads(files.dumps(value, format="json"))


@given(conference=conferences())
def test_conference_is_read_as_it_was_written(conference: Conference):
    for format in FORMATS:
        text = files.dumps(conference, format=format)
        again = files.loads(text, format=format)
        assert (format, again) == (format, conference)
        assert named(again) == named(conference)
        assert files.dumps(again, format=format) == text


@given(catalog=catalogs)
@settings(max_examples=examples(20))
def test_catalog_is_read_as_it_was_written(catalog: Catalog):
    for format in FORMATS:
        text = files.dumps(catalog, format=format)
        if catalog or format != "jsonl":
            assert (format, files.loads_catalog(text, format=format)) == (format, catalog)


@given(conference=conferences())
def test_schema_accepts_all_that_dumps_writes(conference: Conference):
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(files.dumps(conference, format="json")))] == []


@given(conference=conferences())
def test_pyyaml_reads_the_same_texts(conference: Conference):
    """PyYAML reads YAML 1.1, where no text may become a number, a boolean or null."""

    class Reader(yaml.SafeLoader):
        pass

    Reader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if not tag.endswith(":timestamp")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    seen = yaml.load(files.dumps(conference, format="yaml"), Loader=Reader)  # noqa: S506  # a subclass of SafeLoader
    assert seen == json.loads(files.dumps(conference, format="json"))


EXAMPLE: dict[str, Any] = json.loads(files.dumps(files.example(), format="json"))

VALUES = st.one_of(
    st.sampled_from(
        [None, True, False, 0, 1, -1, 2025, 0.5, 1e300, 10**400, "", [], {}, [None], {"en": "x"}, {"pending": "tbd"}]
    ),
    st.sampled_from(SNARES),
    st.text(max_size=5),
)


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """Return the example with up to three changes: a new value, a new key, an item removed or duplicated."""
    tree = json.loads(json.dumps(EXAMPLE))
    for _ in range(draw(st.integers(1, 3))):
        _change(draw, tree)
    return tree


def _change(draw: st.DrawFn, tree: Any) -> None:
    holder, step = tree, draw(st.sampled_from(sorted(tree)))
    while isinstance(holder[step], dict | list) and holder[step] and draw(st.booleans()):
        holder = holder[step]
        step = draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
    match draw(st.sampled_from(["value", "key", "lose", "double"])):
        case "value":
            holder[step] = copy.deepcopy(draw(VALUES))
        case "key" if isinstance(holder, dict):
            holder[draw(st.one_of(st.sampled_from(SNARES), st.text(max_size=4)))] = copy.deepcopy(draw(VALUES))
        case "lose" if isinstance(holder, dict):
            del holder[step]
        case "double" if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[step]))
        case _:
            holder[step] = [holder[step]]


@given(tree=mutated())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_mutated_example_is_read_or_refused_like_the_schema_does(tree: Any):
    text = json.dumps(tree)
    rejected = [error.message for error in VALIDATOR.iter_errors(tree)]
    try:
        conference = files.loads(text, format="json")
    except ConfkitError as error:
        found = error.findings
    else:
        assert (rejected, type(conference)) == ([], Conference)
        return
    assert found
    assert all(finding.where and finding.where.line for finding in found)


TEXTS = {format: files.dumps(files.example(), format=format) for format in FORMATS}


@for_each("format", FORMATS)
@given(data=st.data())
def test_mutated_text_is_read_or_refused(format: files.Format, data: st.DataObject):
    text = TEXTS[format]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 12))
        text = (
            text[:start] + data.draw(st.one_of(st.sampled_from(SNARES), st.text(max_size=4))) + text[start + length :]
        )
    try:
        assert isinstance(files.loads(text, format=format), Conference)
    except ConfkitError as error:
        assert error.findings  # noqa: PT017  # nothing else may come out; a conference is as good


@for_each("format", FORMATS)
@given(text=st.text(max_size=60))
def test_any_text_is_refused(format: files.Format, text: str):
    with pytest.raises(ConfkitError):
        files.loads(text, format=format)


@given(
    tree=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_json_is_read_equally_with_and_without_positions(tree: Any):
    """The reader that records positions agrees with the fast one; it reads texts with duplicate keys."""
    text = json.dumps(tree)
    text_of_event = f'{{"confkit": 1, "id": "a", "name": "A", "extra": {{"a": {text}}}}}'
    assert files.loads(text_of_event, format="json").extra == {"a": tree}
    assert files.locate(f'{{"a": {text}, "b": 1}}', "b", format="json") == Position(line=1, column=len(text) + 14)
