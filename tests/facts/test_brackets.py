"""Notes in brackets after text that has brackets."""

import datetime as dt

from confkit import Days, EventRef, Pending, Relation, Superseded, When
from fact_texts import fact_texts
from factories import call, conference, deadline


def test_brackets_within_brackets_become_commas():
    cases = [
        (
            EventRef(name="PyCon", days=Days.parse("2027-05-01")),
            "after PyCon (Saturday, May 1, 2027)",
            "在 PyCon（2027年5月1日，星期六）之后举办",
        ),
    ]
    for target, english, chinese in cases:
        event = conference(relations=[Relation(kind="follows", target=target)])
        assert [fact_texts(event, tag)["relation"] for tag in ("en", "zh")] == [english, chinese], target


def test_text_with_brackets_is_in_square_brackets():
    event = conference(calls=[call(name="Talks", round="first (of two)")])
    assert [fact_texts(event, tag)["call"] for tag in ("en", "zh")] == [
        "Talks [first (of two)]",
        "Talks［first (of two)］",
    ]


def test_private_use_characters_of_a_rule_are_kept():
    was = Superseded(at=When.parse("2027-01-06"), replaced=dt.date(2027, 1, 2))
    rolling = deadline(at=Pending("rolling", rule="\ue000 or \ue001"), history=[was])
    history = fact_texts(conference(calls=[call(deadlines=[rolling])]))["call.deadline.history"]
    assert history == (
        "announced on January 2, 2027: the submission deadline of January 6, 2027 no longer holds; "
        "there is now no fixed date (\ue000 or \ue001)"
    )
