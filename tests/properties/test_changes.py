"""Every difference between two versions is part of a change, which is rendered in every language."""

import re
from email import message_from_bytes, policy
from typing import Any

import attrs
from hypothesis import assume, example, given, settings, strategies as st

from confkit import (
    CallForProposals,
    Catalog,
    Conference,
    Deadline,
    Pending,
    Registration,
    Venue,
    changes,
    facts,
    render,
    words,
)
from confkit.errors import InvalidValueError
from render import html_pages
from render.events import HOSTILE
from strategies import catalogs, conferences, examples

ENTERED = (CallForProposals, Conference, Deadline, Registration, Venue)
GONE = object()
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
HALF_WIDTH = re.compile(rf"[{HAN}][,;!?()\[\]]|[,;!?()\[\]][{HAN}]|[{HAN}]:|:[{HAN}]")


@st.composite
def evolved(draw: st.DrawFn, old: Any, other: Any) -> Any:
    """Return a version of ``old`` with some of the fields of ``other``."""
    names = [field.name for field in attrs.fields(type(old)) if field.name not in {"id", "role"}]
    taken = draw(st.lists(st.sampled_from(names), unique=True, max_size=4))
    fields = {name: draw(mixed(getattr(old, name), getattr(other, name))) for name in taken}
    try:
        return attrs.evolve(old, **fields)
    except InvalidValueError:
        assume(False)


@st.composite
def mixed(draw: st.DrawFn, old: Any, other: Any) -> Any:
    """Return a version of a value; in a sequence, items are removed, added, changed and reordered."""
    if isinstance(old, tuple) and isinstance(other, tuple) and (old or other):
        items = draw(st.permutations((*old, *other)))
        kept = draw(st.lists(st.sampled_from(items), unique_by=id, max_size=4))
        return tuple(
            draw(evolved(one, draw(st.sampled_from(items)))) if isinstance(one, ENTERED) else one for one in kept
        )
    if isinstance(old, ENTERED) and isinstance(other, type(old)):
        return draw(evolved(old, other))
    return other if isinstance(old, tuple) or not isinstance(other, ENTERED) else old


@st.composite
def versions(draw: st.DrawFn) -> tuple[Conference, Conference]:
    old, other = draw(conferences()), draw(conferences())
    return old, draw(evolved(old, other))


pairs = st.one_of(versions(), st.tuples(conferences(), conferences()))


def at(value: Any, path: str) -> Any:
    for name, number in re.findall(r"(\w+)(?:\[([0-9]+)\])?", path):
        value = getattr(value, name)
        value = value[int(number)] if number else value
    return value


def tree(value: Any) -> Any:
    if isinstance(value, ENTERED):
        return {field.name: tree(getattr(value, field.name)) for field in attrs.fields(type(value))}
    return [tree(one) for one in value] if isinstance(value, tuple) else value


def cut(tree_of_values: Any, path: str) -> None:
    """Remove the value at a path."""
    steps = [step for name, number in re.findall(r"(\w+)(?:\[([0-9]+)\])?", path) for step in (name, number) if step]
    *way, last = [int(step) if step.isdigit() else step for step in steps]
    for step in way:
        tree_of_values = tree_of_values[step]
        if tree_of_values is GONE:
            return
    tree_of_values[last] = GONE


def rest(tree_of_values: Any) -> Any:
    """Return the remaining values, with sequences sorted."""
    if isinstance(tree_of_values, dict):
        return {name: rest(one) for name, one in tree_of_values.items()}
    if isinstance(tree_of_values, list):
        return sorted((rest(one) for one in tree_of_values if one is not GONE), key=repr)
    return None if tree_of_values is GONE else tree_of_values


def explained(change: changes.Change, path: str) -> str | None:
    """Return the path in the old version of the value that an explanation replaced, if there is one."""
    if path.endswith("]"):
        return None
    field = path.rpartition(".")[2]
    return field if path == field else f"{str(change.old_path).rpartition('.')[0]}.{field}"


@settings(max_examples=examples(60))
@given(pairs)
def test_every_difference_is_in_some_change(pair: tuple[Conference, Conference]) -> None:
    old, new = pair
    before, after = tree(old), tree(new)
    found = changes.diff(old, new)
    for change in found:
        assert change.old_path is None or at(old, change.old_path) == change.old
        assert change.new_path is None or at(new, change.new_path) == change.new
        assert change.old_path is None or change.new_path is None or change.old != change.new
    for change in found:
        if change.kind == "order.changed":
            continue
        for tree_of_values, path in ((before, change.old_path), (after, change.new_path)):
            if path is not None:
                cut(tree_of_values, path)
        for path in change.explained_by:
            cut(after, path)
            was = explained(change, path)
            if was is not None:
                cut(before, was)
    assert rest(before) == rest(after)
    assert bool(found) == (old != new)


@settings(max_examples=examples(20))
@given(conferences())
def test_nothing_changes_between_equal_versions(event: Conference) -> None:
    assert changes.diff(event, attrs.evolve(event)) == ()
    assert changes.diff(Catalog([event]), Catalog([event])) == ()


@settings(max_examples=examples(20))
@given(catalogs, catalogs)
def test_catalogs_are_compared_by_id(old: Catalog, new: Catalog) -> None:
    found = changes.diff(old, new)
    assert bool(found) == (old != new)
    for language in words.LANGUAGES:
        assert len(render.change_sentences(old, new, language=language)) == len(found)
        assert render.changes(old, new, language=language, form="markdown").startswith("# ")


@settings(max_examples=examples(40))
@given(pairs)
def test_changes_are_the_same_facts_in_every_language(pair: tuple[Conference, Conference]) -> None:
    said = [[(fact.key, fact.paths) for fact in facts.changed(*pair, language=tag)] for tag in words.LANGUAGES]
    assert said == [said[0]] * len(said)
    alone = facts.changed(*pair, together=False)
    assert [(fact.key, fact.paths) for fact in alone] == [
        (change.kind, (change.path,)) for change in changes.diff(*pair)
    ]
    changed_facts = [path for _, paths in said[0] for path in paths]
    assert sorted(changed_facts) == sorted(change.path for change in changes.diff(*pair))


@settings(max_examples=examples(40))
@given(pairs, st.sampled_from(words.LANGUAGES))
@example((Conference(id="hostile-2026", name="A"), HOSTILE), "zh-Hans")
@example((HOSTILE, Conference(id="hostile-2026", name="A")), "en")
def test_changes_of_any_two_versions_can_be_rendered(pair: tuple[Conference, Conference], language: str) -> None:
    old, new = pair
    for form in ("text", "markdown", "chat"):
        assert render.changes(old, new, language=language, form=form).endswith("\n")  # type: ignore[arg-type]
    html_pages.parsed(render.changes(old, new, language=language, form="html"))
    mail = message_from_bytes(render.changes_email(old, new, languages=[language]).as_bytes(), policy=policy.default)
    assert (mail.defects, len(mail.keys())) == ([], 4)
    html_pages.parsed([part.get_content() for part in mail.iter_parts()][1])
    changed_facts = facts.changed(old, new, language=language, together=False)
    own = [
        run.text
        for fact, change in zip(changed_facts, changes.diff(old, new), strict=True)
        if not holds_data(change)
        for run in fact.value
        if run.own
    ]
    assert [text for text in own if re.search(r"_|\w\[|[\ue000-\uf8ff]|\n", text)] == []
    assert [text for text in own if language.startswith("zh") and HALF_WIDTH.search(text)] == []


def holds_data(change: changes.Change) -> bool:
    """Return whether a text of confkit contains a text of the event: the rule of a date, or parts of an address."""
    values = (change.old, change.new)
    rule = any(isinstance(one, Pending) and one.rule for one in values)
    inside = change.path.startswith(("calls[", "venues[", "milestones[", "languages", "registration."))
    return bool(rule or inside)
