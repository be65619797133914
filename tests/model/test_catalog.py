import copy
import pickle

import pytest

from confkit import Catalog, EventRef
from confkit.errors import InvalidValueError
from factories import conference

DAYS = tuple(conference(id=id) for id in ("b-2027", "a-2027", "c-2027"))


def test_catalog_keeps_order_and_finds_by_id():
    catalog = Catalog(iter(DAYS))
    assert (tuple(catalog), len(catalog), catalog.conferences) == (DAYS, 3, DAYS)
    assert (catalog.get("a-2027"), catalog.get("d-2027"), catalog.get(["a-2027"])) == (DAYS[1], None, None)


def test_reference_is_resolved_by_its_id_alone():
    catalog = Catalog(DAYS)
    assert catalog.resolve(EventRef(id="c-2027", name="Another name")) == DAYS[2]
    assert catalog.resolve(EventRef(id="d-2027")) is None
    assert catalog.resolve(EventRef(name="PyCon Example 2027")) is None
    with pytest.raises(InvalidValueError):
        catalog.resolve("c-2027")


def test_each_repeated_id_is_a_finding():
    with pytest.raises(InvalidValueError) as error:
        Catalog([*DAYS, DAYS[0], DAYS[1]])
    assert [(finding.path, finding.message) for finding in error.value.findings] == [
        ("conferences[3].id", "conferences[0] has the same id"),
        ("conferences[4].id", "conferences[1] has the same id"),
    ]


def test_catalog_takes_an_iterable_of_conferences():
    for wrong in [None, "a-2027", DAYS[0], {"a": DAYS[0]}, 3]:
        with pytest.raises(InvalidValueError) as error:
            Catalog(wrong)
        assert [finding.path for finding in error.value.findings] == ["conferences"], wrong


def test_catalog_is_a_value():
    catalog = Catalog(DAYS[:1])
    assert pickle.loads(pickle.dumps(catalog)) == copy.deepcopy(catalog) == catalog
    assert pickle.loads(pickle.dumps(catalog)).get("b-2027") == DAYS[0]
    assert hash(catalog) == hash(Catalog(DAYS[:1]))
    assert repr(catalog) == f"Catalog(conferences=({DAYS[0]!r},))"
