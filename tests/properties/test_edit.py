"""Every edit gives the changed conference and keeps the other lines, in whatever layout the file is written."""

import datetime as dt
import json
import re
from collections import Counter
from typing import Any

import attrs
import pytest
import tomli_w
from hypothesis import given, settings, strategies as st

from confkit import Conference, Deadline, files
from confkit.files._converter import file_converter
from confkit.files._yaml_writer import yaml_line
from strategies import calls, deadlines, examples, few, json_values, maybe, moments, texts, words

PLAIN_KEY = re.compile(r"[A-Za-z][A-Za-z-]*")


@st.composite
def extended(draw: st.DrawFn) -> tuple[Conference, files.Extend, Conference]:
    """Return a conference, a new date for one of its deadlines, and the conference with the new date."""
    call = draw(st.none() | calls.map(lambda call: attrs.evolve(call, deadlines=call.deadlines[:1])))
    target = draw(deadlines())
    earliest = max([dt.date(1, 1, 1), *[row.replaced for row in target.history], target.announced or dt.date(1, 1, 1)])
    to = draw(moments.filter(lambda at: at != target.at))
    announced, reason = draw(st.dates(min_value=earliest)), draw(maybe(texts))
    others = draw(few(deadlines().filter(lambda deadline: deadline.id != target.id), "id"))
    place = draw(st.integers(0, len(others)))
    change = files.Extend(call=call and call.id, deadline=target.id, to=to, announced=announced, reason=reason)

    def conference(deadline: Deadline) -> Conference:
        all_deadlines = [*others[:place], deadline, *others[place:]]
        event = Conference(id="day", name="A Day", summary=summary, extra={**extra, "again": ["A Day", "A Day"]})
        if call is None:
            return attrs.evolve(event, milestones=all_deadlines)
        return attrs.evolve(event, calls=[attrs.evolve(call, deadlines=all_deadlines)])

    summary = draw(maybe(texts))
    extra = draw(st.dictionaries(words, json_values, max_size=2))
    return conference(target), change, conference(target.extend(to, announced, reason))


class YamlWriter:
    """Writes a tree as YAML, each line in a style of its own, and remembers which lines will change."""

    def __init__(self, draw: st.DrawFn, target: tuple[Any, ...]) -> None:
        self.lines: list[tuple[str, bool]] = []
        self._draw = draw
        self._target = target
        self._notes = 0
        self._anchors: dict[str, str] = {}

    def mapping(self, tree: dict[str, Any], indent: int, path: tuple[Any, ...], first: str = "") -> None:
        for number, (key, value) in enumerate(tree.items()):
            start = first if first and not number else " " * indent
            if not (first and not number) and self._draw(st.integers(0, 5)) == 0:
                self.lines.append((self._draw(st.sampled_from(["", " " * indent + self._note()])), False))
            self._value(f"{start}{self._key(key)}:", value, indent, (*path, key))

    def _list(self, items: list[Any], indent: int, path: tuple[Any, ...]) -> None:
        for number, item in enumerate(items):
            gap = " " * self._draw(st.integers(1, 3))
            start = " " * indent + "-"
            here = (*path, number)
            if isinstance(item, dict) and item and self._draw(st.integers(0, 2)):
                self.mapping(item, indent + 1 + len(gap), here, start + gap)
            else:
                self._on_one_line(start + gap, item, here)

    def _value(self, start: str, value: Any, indent: int, path: tuple[Any, ...]) -> None:
        """Write the value of a key; there are no comments where an edit would lose them."""
        block = isinstance(value, dict | list) and value and self._draw(st.integers(0, 2))
        if not block:
            gap = " " * self._draw(st.sampled_from([1, 1, 1, 4]))
            self._on_one_line(start + gap, value, path)
            return
        changing = path[: len(self._target) + 1] == (*self._target, "at")
        before = len(self.lines)
        self.lines.append((start + ("" if changing else self._end()), False))
        if isinstance(value, dict):
            self.mapping(value, indent + self._draw(st.integers(1, 4)), path)
        else:
            self._list(value, indent + self._draw(st.integers(0, 3)), path)
        if changing:
            kept = [line for line, _ in self.lines[before:] if line and not line.lstrip().startswith("# note")]
            self.lines[before:] = [(line.split("  # note")[0], True) for line in kept]

    def _on_one_line(self, start: str, value: Any, path: tuple[Any, ...]) -> None:
        owned = path[: len(self._target)] == self._target or path == self._target[: len(path)]
        self.lines.append((start + self._flow(value, flow=False, named=not owned) + self._end(), owned))

    def _flow(self, value: Any, *, flow: bool = True, named: bool) -> str:
        """Write a value on one line; where allowed, as an alias of an equal value before it, or with an anchor."""
        if isinstance(value, str) and named:
            if value in self._anchors and self._draw(st.booleans()):
                return f"*{self._anchors[value]} "
            if value not in self._anchors and self._draw(st.integers(0, 4)) == 0:
                self._anchors[value] = f"a{len(self._anchors)}"
                return f"&{self._anchors[value]} {self._scalar(value, flow=flow)}"
        return (
            self._scalar(value, flow=flow) if not isinstance(value, dict | list) else self._nested(value, named=named)
        )

    def _nested(self, value: dict[str, Any] | list[Any], *, named: bool) -> str:
        space = self._draw(st.sampled_from(["", " "]))
        after = self._draw(st.sampled_from([" ", "  "]))
        if isinstance(value, dict):
            pairs = (f"{self._key(key)}: {self._flow(item, named=named)}" for key, item in value.items())
            return f"{{{space}{f',{after}'.join(pairs)}{space}}}"
        return f"[{space}{f',{after}'.join(self._flow(item, named=named) for item in value)}{space}]"

    def _scalar(self, value: Any, *, flow: bool) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        style = self._draw(st.sampled_from(["plain", "plain", "double", "single"]))
        if style == "single" and re.fullmatch(r"[ -~]+", value):
            return "'" + value.replace("'", "''") + "'"
        if style == "double" and re.fullmatch(r"[ -~]+", value):
            return json.dumps(value)
        return yaml_line(value, flow=flow)

    def _key(self, key: str) -> str:
        quoted = not PLAIN_KEY.fullmatch(key) or self._draw(st.integers(0, 6)) == 0
        return yaml_line(key, flow=True) if not quoted else json.dumps(key) if key.isascii() else self._quoted(key)

    def _quoted(self, key: str) -> str:
        return '"' + "".join(f"\\U{ord(mark):08X}" for mark in key) + '"'

    def _end(self) -> str:
        return f"  {self._note()}" if self._draw(st.integers(0, 4)) == 0 else ""

    def _note(self) -> str:
        self._notes += 1
        return f"# note {self._notes}: at: 2025-01-01 - {{"


@st.composite
def extended_in_yaml(draw: st.DrawFn) -> tuple[str, list[str], files.Extend, Conference, Conference]:
    """Return a text, the lines that must stay, a change, and the conference before and after the change."""
    before, change, after = draw(extended())
    tree = json.loads(files.dumps(before, format="json"))
    names = [deadline.id for deadline in (before.milestones if change.call is None else before.calls[0].deadlines)]
    place = names.index(change.deadline)
    writer = YamlWriter(draw, ("milestones", place) if change.call is None else ("calls", 0, "deadlines", place))
    writer.mapping(tree, 0, ())
    ends = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    text = ends.join(line for line, _ in writer.lines) + draw(st.sampled_from([ends, ends, ""]))
    return text, [line for line, owned in writer.lines if not owned], change, before, after


def is_kept(lines: list[str], text: str) -> bool:
    """Return whether a text contains lines in this order."""
    found = iter(re.split(r"\r\n|\n", text))
    return all(line in found for line in lines)


@given(drawn=extended_in_yaml())
@settings(max_examples=examples(500))
def test_extend_in_yaml_gives_the_extended_deadline_and_keeps_every_other_line(
    drawn: tuple[str, list[str], files.Extend, Conference, Conference],
):
    text, kept, change, before, after = drawn
    assert files.loads(text, format="yaml") == before
    edited = files.edits(text, change, format="yaml")
    assert files.loads(edited, format="yaml") == after
    assert is_kept(kept, edited)


@given(drawn=extended(), layout=st.sampled_from([{}, {"separators": (",", ":")}, {"indent": 1}, {"indent": "\t"}]))
@settings(max_examples=examples(150))
def test_extend_in_json_gives_the_same_values_as_writing_the_extended_deadline(
    drawn: tuple[Conference, files.Extend, Conference], layout: dict[str, Any]
):
    before, change, after = drawn
    old, new = (json.dumps(json.loads(files.dumps(event, format="json")), **layout) for event in (before, after))
    edited = files.edits(old, change, format="json")
    assert json.loads(edited) == json.loads(new)
    assert files.loads(edited, format="json") == after


@given(drawn=extended(), ends=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=examples(100))
def test_extend_in_toml_keeps_every_line_but_those_of_the_deadline(
    drawn: tuple[Conference, files.Extend, Conference], ends: str
):
    before, change, after = drawn
    text = files.dumps(before, format="toml")
    if "\r" not in text and '"""' not in text:  # no text of its own spans lines
        noted = (f"# note {number}\n{line}" for number, line in enumerate(re.findall(r"[^\n]*\n", text)))
        text = "".join(noted).replace("\n", ends)
    edited = files.edits(text, change, format="toml")
    assert files.loads(edited, format="toml") == after
    assert is_kept(re.findall("^# note [0-9]+", text, re.MULTILINE), edited)
    removed = Counter(text.split("\n")) - Counter(edited.split("\n"))
    assert removed.total() <= lines_of_date(before, change)


def lines_of_date(event: Conference, change: files.Extend) -> int:
    """Return the number of lines that the date of a deadline may have in TOML, with its announcement and history."""
    deadlines = event.milestones if change.call is None else event.calls[0].deadlines
    date = next(deadline.at for deadline in deadlines if deadline.id == change.deadline)
    tree = file_converter().unstructure(date)
    return 4 + tomli_w.dumps({"at": tree}, multiline_strings=True).count("\n")


@pytest.mark.parametrize("format", ["yaml", "json", "jsonl", "toml"])
@given(drawn=extended())
@settings(max_examples=examples(20))
def test_extend_in_what_confkit_writes(format: files.Format, drawn: tuple[Conference, files.Extend, Conference]):
    before, change, after = drawn
    edited = files.edits(files.dumps(before, format=format), change, format=format)
    assert files.loads(edited, format=format) == after
