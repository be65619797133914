"""Any text of Unicode comes back as it was, after what `confkit.ical` says that it takes out."""

from __future__ import annotations

import functools
import random
import re
import tempfile
from pathlib import Path

import pytest

from calendars import stored
from confkit import Catalog, Text
from confkit.errors import ConfkitError
from confkit.ical import dumps
from factories import conference, venue
from interop.readers import READERS, as_read
from interop.rows import Row, arranged, expected

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
    """Return a text that a model takes: not a lone surrogate in it, and something to see."""
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
    said = "".join(f"{one.name.choose('en')[0]}{one.description.choose('en')[0]}" for one in subject())
    assert {bool(re.search(kind, said)) for kind in ("\x00", "\r(?!\n)", "\u2028", "\u202e", "\U0010ffff", "\\\\")} == {
        True
    }


def test_title_and_place_are_the_words_of_the_model():
    """What readers are compared with has lost nothing on its way through facts and words."""
    names = sorted(stored(one.name.choose("en")[0]) for one in subject())
    places = sorted(stored(one.venues[0].name.choose("en")[0]) for one in subject())
    assert (sorted(row.summary for row in meant()), sorted(row.location for row in meant())) == (names, places)


@functools.cache
def written() -> bytes:
    return dumps(subject())


def read(reader: str) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "all").write_bytes(written())
        return arranged(READERS[reader](Path(name))["all"])


@pytest.mark.parametrize("reader", READ)
def test_text_of_any_characters_comes_back(reader):
    pairs = zip(read(reader), as_read(reader, meant()), strict=True)
    assert [(row, wanted) for row, wanted in pairs if row != wanted][:3] == []


def test_ts_ics_takes_the_end_of_an_entry_within_a_text_for_one():
    """ts-ics 2.4.6 looks for it anywhere in a line; all other texts come back."""
    found = set(read("ts-ics"))
    lost = [row for row in as_read("ts-ics", meant()) if row not in found]
    assert lost != []
    assert [row for row in lost if "END:VEVENT" not in f"{row.summary}{row.description}{row.location}"] == []


@pytest.mark.parametrize("lone", ["\ud800", "a\udfff", "\udc00\ud800", "\ud83d "], ids=ascii)
def test_lone_surrogate_is_refused(lone):
    with pytest.raises(ConfkitError) as caught:
        Text.of(lone)
    assert [finding.value for finding in caught.value.findings] != []
