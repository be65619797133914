"""Other calendar programs read what was written: the same instants and the same texts, without a complaint."""

from pathlib import Path

import pytest

from interop.outputs import LONG, OUTPUTS
from interop.readers import DIFFERENCES, READERS, found, wanted

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("reader", READERS)
def test_reader_finds_the_instants_and_the_texts(reader):
    rows = found(reader)
    assert sorted(rows) == sorted(OUTPUTS)
    wrong = {
        output: (rows[output], wanted(reader, output)) for output in OUTPUTS if rows[output] != wanted(reader, output)
    }
    assert wrong == {}


def test_difference_of_a_reader_is_seen_in_some_output():
    """What `wanted` accounts for makes a difference: a difference that a new version has mended leaves the table."""
    unseen = [
        (difference.reader, difference.reason)
        for difference in DIFFERENCES
        if all(difference.makes(make().rows) == make().rows for make in OUTPUTS.values())
    ]
    assert unseen == []


def test_guide_lists_every_difference():
    page = (Path(__file__).parents[2] / "docs" / "explanation" / "calendar-clients.md").read_text(encoding="utf-8")
    _, table = page.rsplit("| --- | --- | --- |\n", 1)
    rows = [line.strip("| ").split(" | ") for line in table.partition("\n\n")[0].splitlines()]
    assert rows == [[difference.reader, difference.version, difference.reason] for difference in DIFFERENCES]


def test_long_feed_is_long():
    assert len(OUTPUTS["a long feed"]().rows) == LONG
