"""Any Unicode text is read as it was written, except for the characters that `confkit.ical` leaves out."""

from __future__ import annotations

import functools
import random
import re
import tempfile
from pathlib import Path

import pytest

from calendars import stored
from cases import for_each
from confkit import Catalog, Text
from confkit.errors import ConfkitError
from confkit.ical import dumps
from factories import conference, venue
from interop.readers import READERS, as_read
from interop.rows import Row, arranged, expected

pytestmark = pytest.mark.slow

NUMBER = 5000
READ = ("icalendar", "libical", "ical.js", "ical", "vobject", "node-ical")
KINDS = (
    lambda dice: chr(dice.randrange(0x20)),
    lambda dice: chr(dice.randrange(0x7F, 0xA0)),
    lambda dice: dice.choice("\\\\;;,,::\"\"^^'\n\r\t \u0085\u2028\u2029"),
    lambda dice: dice.choice(["\r\n", "\\n", "\\N", "\\,", "\\\\", "^n", "^'", "BEGIN:VALARM", "END:VEVENT\r\n"]),
    lambda dice: dice.choice("\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2069\ufeff"),
    lambda dice: "e" + chr(dice.randrange(0x300, 0x370)) * dice.randrange(1, 9),
    lambda dice: dice.choice(["\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ufdd0", "\ufffd", "\ue000"]),
    lambda dice: dice.choice(["👩‍👩‍👧", "🇨🇳", "🏴\U000e0067\U000e0062\U000e007f", "葛\U000e0100", "한", "ﷺ"]),
    lambda dice: chr(dice.randrange(0x4E00, 0xA000)) * dice.randrange(1, 30),
    lambda dice: chr(dice.randrange(0x10000, 0x110000)),
    lambda dice: chr(dice.randrange(0xE000)) if dice.random() < 0.5 else dice.choice("abcXYZ 019"),
)  # fmt: skip


def text(dice: random.Random) -> str:
    """Return a text that the model accepts: without lone surrogates, and with a visible character."""
    drawn = [dice.choice(KINDS)(dice) for _ in range(dice.randrange(1, 12))]
    drawn.insert(dice.randrange(len(drawn) + 1), dice.choice("xé会"))
    return re.sub("[\ud800-\udfff]", "", "".join(drawn))


@functools.cache
def subject() -> Catalog:
    dice = random.Random("confkit")  # noqa: S311 - the same texts in each run
    return Catalog(
        conference(id=f"c{number}", name=text(dice), description=text(dice), venues=[venue(name=text(dice))])
        for number in range(NUMBER)
    )


@functools.cache
def meant() -> list[Row]:
    return expected(subject(), "en")


def test_texts_are_of_every_kind():
    names = "".join(event.name.choose("en").value for event in subject())
    descriptions = "".join(event.description.choose("en").value for event in subject())
    kinds = ("\x00", "\r(?!\n)", "\u2028", "\u202e", "\U0010ffff", "\\\\")
    assert [kind for kind in kinds if not re.search(kind, names + descriptions)] == []


def test_title_and_place_are_the_texts_of_the_model():
    """The rows that readers are compared with have lost nothing on their way through the packages facts and words."""
    names = sorted(stored(event.name.choose("en").value) for event in subject())
    places = sorted(stored(event.venues[0].name.choose("en").value) for event in subject())
    assert (sorted(row.summary for row in meant()), sorted(row.location for row in meant())) == (names, places)


@functools.cache
def written() -> bytes:
    return dumps(subject())


def read(reader: str) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "all").write_bytes(written())
        return arranged(READERS[reader](Path(name))["all"])


@pytest.mark.parametrize("reader", READ)
def test_reader_finds_texts_of_any_characters(reader):
    pairs = zip(read(reader), as_read(reader, meant()), strict=True)
    assert [(row, wanted) for row, wanted in pairs if row != wanted][:3] == []


def test_ts_ics_takes_end_vevent_within_a_text_for_the_end_of_the_entry():
    """ts-ics 2.4.6 looks for END:VEVENT anywhere in a line; it reads all other texts."""
    found = set(read("ts-ics"))
    lost = [row for row in as_read("ts-ics", meant()) if row not in found]
    assert lost != []
    assert [row for row in lost if "END:VEVENT" not in f"{row.summary}{row.description}{row.location}"] == []


@for_each("text", ["\ud800", "a\udfff", "\udc00\ud800", "\ud83d "])
def test_lone_surrogate_is_refused(text):
    with pytest.raises(ConfkitError) as caught:
        Text.of(text)
    assert [finding.value for finding in caught.value.findings] != []
