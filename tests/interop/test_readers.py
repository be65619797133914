"""What other people's calendar software reads is what was written: the same instants, the same texts, no complaint."""

from pathlib import Path

import pytest

from interop.outputs import LONG, OUTPUTS
from interop.readers import DIFFERENCES, READERS, found, wanted


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("reader", READERS)
def test_reader_finds_the_instants_and_the_texts(reader, output):
    assert found(reader)[output] == wanted(reader, output)


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda one: f"{one.reader} {one.version} {one.reason}")
def test_difference_of_a_reader_is_seen_in_some_output(difference):
    """What `wanted` counts in makes a difference, so that one that a new version mended has to leave the table."""
    assert [name for name, make in OUTPUTS.items() if difference.makes(make().rows) != make().rows] != []


def test_guide_tells_every_difference():
    page = (Path(__file__).parents[2] / "docs" / "explanation" / "calendar-clients.md").read_text(encoding="utf-8")
    _, told = page.rsplit("| --- | --- | --- |\n", 1)
    rows = [line.strip("| ").split(" | ") for line in told.partition("\n\n")[0].splitlines()]
    assert rows == [[one.reader, one.version, one.reason] for one in DIFFERENCES]


def test_long_feed_is_long():
    assert len(OUTPUTS["a long feed"]().rows) == LONG
