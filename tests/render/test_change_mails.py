"""Mails on changes: subject, text and HTML."""

import attrs

from confkit import Catalog, Days, render
from factories import conference
from render.versions import VERSIONS


def test_mail_has_the_most_important_change_as_its_subject() -> None:
    cases = (
        (("en",), "PyTorch Day China 2025: deadline extended from April 13 to April 20"),
        (
            ("zh", "en"),
            "PyTorch Day China 2025：截止日期由4月13日延长至4月20日 / Deadline extended from April 13 to April 20",
        ),
    )
    for languages, subject in cases:
        assert render.changes_email(*VERSIONS["extended"], languages=languages)["Subject"] == subject, languages


def test_mail_has_the_text_and_the_html_of_each_language() -> None:
    pair = VERSIONS["several"]
    message = render.changes_email(*pair, languages=("zh", "en"), sender="A <a@example.org>", to=["b@example.org"])
    assert (message["From"], message["To"]) == ("A <a@example.org>", "b@example.org")
    plain, page = (part.get_content().replace("\r\n", "\n") for part in message.iter_parts())
    rule = "-" * 40
    assert plain == f"{render.changes(*pair, language='zh')}\n{rule}\n\n{render.changes(*pair)}"
    articles = [render.changes(*pair, language=tag, form="html") for tag in ("zh", "en")]
    assert page.partition("<body>\n")[2] == f"{'<hr>'.join(articles)}</body>\n</html>\n".replace("<hr>", "<hr>\n")
    again = render.changes_email(*pair, languages=("zh", "en"), sender="A <a@example.org>", to=["b@example.org"])
    assert message.as_bytes() == again.as_bytes()


def test_mail_on_a_list_has_a_subject_for_each_kind_of_change() -> None:
    day, other = conference(), conference(id="other", name="Other")
    later = attrs.evolve(day, days=Days.parse("2027-05-08/2027-05-10"))
    subjects = [
        ([day], [day], "Nothing has changed"),
        ([day], [later], "PyCon Example 2027: rescheduled from May 1–3 to May 8–10, 2027"),
        ([], [day], "New event: PyCon Example 2027"),
        ([day], [], "No longer listed: PyCon Example 2027"),
        ([day, other], [other, day], "The events are listed in another order"),
        ([day, other], [other, later], "Changes to the list: PyCon Example 2027"),
        ([day], [other], "Changes to the list: Other and 1 more event"),
    ]
    for old, new, subject in subjects:
        assert render.changes_email(Catalog(old), Catalog(new))["Subject"] == subject


def test_mail_without_changes_says_so() -> None:
    event = conference(name="A <Day>")
    message = render.changes_email(event, event)
    plain, page = (part.get_content() for part in message.iter_parts())
    assert (message["Subject"], plain) == ("A <Day>: nothing has changed", "A <Day>: nothing has changed.\n")
    assert '<p><span lang="">A &lt;Day&gt;</span>: nothing has changed.</p>' in page
    assert "<p>Nothing has changed.</p>" in render.changes(Catalog([event]), Catalog([event]), form="html")


def test_mail_on_a_list_counts_events_in_each_language() -> None:
    cases = (
        ("en", "Changes to the list: New 1 and 2 more events"),
        ("zh", "列表更新：New 1 等3场活动"),
        ("zh-Hant", "清單更新：New 1 等 3 場活動"),
    )
    for language, subject in cases:
        new = [conference(id=f"new-{number}", name=f"New {number}") for number in (1, 2, 3)]
        assert render.changes_email(Catalog(), Catalog(new), languages=(language,))["Subject"] == subject, language
