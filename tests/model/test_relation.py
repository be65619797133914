import pytest

from confkit import EventRef, Relation, Series, Text
from confkit.errors import InvalidValueError


def test_invalid_value_is_refused_with_its_field():
    cases = [
        (lambda: EventRef(id="BAAI"), ("id.slug", "id")),
        (lambda: EventRef(url="baai.org"), ("link.scheme", "url")),
        (lambda: EventRef(name=3), ("text.type", "name")),
        (lambda: EventRef(name="BAAI", days="2025"), ("value.type", "days")),
        (lambda: Relation(kind="near", target=EventRef(name="BAAI")), ("value.choice", "kind")),
        (lambda: Relation(kind="follows", target="BAAI"), ("value.type", "target")),
        (lambda: Series(id="a", acronym=""), ("text.empty", "acronym")),
        (lambda: Series(id="a", aliases="A"), ("value.type", "aliases")),
        (lambda: Series(id="a", ranks="A*"), ("value.type", "ranks")),
        (lambda: Series(id="a", ranks=3), ("value.type", "ranks")),
        (lambda: Series(id="a", ranks=["A*"]), ("value.type", "ranks")),
        (lambda: Series(id="a", ranks=[("core",)]), ("value.type", "ranks")),
        (lambda: Series(id="a", ranks={"core": ""}), ("value.type", "ranks")),
        (lambda: Series(id="a", ranks={3: "A*"}), ("value.type", "ranks")),
        (lambda: Series(id="a", ranks={"core": None}), ("value.type", "ranks")),
        (lambda: Series(id="a", ranks={"core": "\ud800"}), ("text.surrogate", "ranks")),
        (lambda: Series(id="a", external_ids=[("a", "1"), ("a", "2")]), ("id.duplicate", "external_ids")),
    ]
    for make, expected in cases:
        with pytest.raises(InvalidValueError) as error:
            make()
        assert [(finding.code, finding.path) for finding in error.value.findings] == [expected], make
        assert [finding for finding in error.value.findings if not finding.hint or finding.value is None] == [], make


def test_empty_reference_is_refused():
    with pytest.raises(InvalidValueError) as error:
        EventRef()
    assert [finding.code for finding in error.value.findings] == ["event.empty"]


def test_series_keeps_ranks_and_aliases_in_order():
    series = Series(id="iclr", aliases=["Representations", Text(zh="表示")], ranks={"core": "A*", "ccf": "A"})
    assert series.ranks == (("core", "A*"), ("ccf", "A"))
    assert series == Series(id="iclr", aliases=series.aliases, ranks=[["core", "A*"], ["ccf", "A"]])
    assert series.aliases == (Text.of("Representations"), Text(zh="表示"))
