import textwrap

from hypothesis import example, given, strategies as st

from confkit import Text, render
from factories import conference


@given(st.text("ab- \t", min_size=1, max_size=400).map(str.strip).filter(len))
@example("a" * 101 + " b")
@example("a " + "b" * 101)
@example("a" * 99 + "  b" * 60)
def test_english_text_is_wrapped_at_spaces_only_and_never_within_a_word(words):
    event = conference(published=None, description=Text(en=words))
    lines = textwrap.wrap(words, 100, break_long_words=False, break_on_hyphens=False)
    said = render.text(event)
    assert said.partition("\n\n")[2].splitlines() == lines


def test_english_text_is_wrapped_under_its_label():
    event = conference(published=None, travel=Text(en="by train " * 20))
    assert render.text(event).partition("\n\n")[2].splitlines() == textwrap.wrap(
        f"Travel: {'by train ' * 20}", 100, subsequent_indent="  "
    )
