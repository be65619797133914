"""Notices on the changes of one event, for chats and as text, Markdown and HTML."""

import datetime as dt

import attrs

from confkit import CallForProposals, Catalog, Conference, Days, Link, render
from factories import conference, deadline, venue
from render.events import HOSTILE
from render.html_pages import elements, parsed
from render.versions import VERSIONS, A, due


def test_date_of_the_update_is_below_the_changes() -> None:
    old, new = conference(), conference(edition=2, updated=dt.date(2026, 12, 1))
    forms: tuple[render.ChangesForm, ...] = ("text", "markdown", "html")
    text, markdown, page = (render.changes(old, new, form=form, language="zh") for form in forms)
    assert text == "PyCon Example 2027 变更通知\n\n新增届次：第二届。\n\n公告更新于2026年12月1日。\n"
    assert markdown == "# PyCon Example 2027 变更通知\n\n- 新增届次：第二届。\n\n公告更新于2026年12月1日。\n"
    assert "<p>新增届次：第二届。</p>\n<p>公告更新于2026年12月1日。</p>" in page
    assert render.changes_email(old, new)["Subject"] == "PyCon Example 2027: edition added: second"


def test_chat_omits_the_year_of_the_event() -> None:
    old, new = conference(**due("2027-01-13")), conference(**due("2027-01-20"))
    assert render.changes(old, new, form="chat", language="en-GB") == (
        "PyCon Example 2027: deadline extended from 13 January to 20 January.\n"
    )
    earlier = conference(**due("2026-12-13")), conference(**due("2026-12-20"))
    assert "December 20, 2026" in render.changes(*earlier, form="chat")


def test_chat_counts_the_changes_that_do_not_fit() -> None:
    old, new = conference(), conference(calls=[CallForProposals(id=f"call-{n}", name=f"{n} " * 40) for n in range(4)])
    english, chinese = (render.changes(old, new, form="chat", language=tag) for tag in ("en", "zh"))
    assert english.endswith(", and 3 more changes.\n")
    assert chinese.endswith("，另有3项变更。\n")


def test_chat_with_many_changes_has_several_sentences() -> None:
    old, new = conference(), conference(edition=2, kind="workshop", timezone="Asia/Tokyo", links=[Link(url=A)])
    assert [render.changes(old, new, form="chat", language=tag) for tag in ("en", "zh")] == [
        (
            "PyCon Example 2027: Website added. Edition added: second. Kind of event changed from conference to "
            f"workshop. Time zone added: Tokyo time.\n{A}\n"
        ),
        f"PyCon Example 2027：新增官网。新增届次：第二届。活动类型由大会改为工作坊。新增时区：东京时间。\n{A}\n",
    ]


def test_chat_with_many_changes_counts_those_that_do_not_fit() -> None:
    old, new = conference(), conference(calls=[CallForProposals(id=f"call-{n}", name=f"{n} " * 20) for n in range(6)])
    english, chinese = (render.changes(old, new, form="chat", language=tag) for tag in ("en", "zh"))
    assert english.endswith(" added, and 3 more changes.\n")
    assert chinese.endswith("，另有3项变更。\n")


def test_chat_separates_changes_that_contain_semicolons_by_full_stops() -> None:
    old, new = conference(), conference(calls=[CallForProposals(kind="posters", deadlines=[deadline()])], edition=2)
    assert render.changes(old, new, form="chat") == (
        "PyCon Example 2027: Call for posters added; submission deadline: January 13. Edition added: second.\n"
    )


def test_chat_begins_with_days_place_and_deadlines() -> None:
    old = conference(venues=[venue()], **due("2027-01-13"))
    new = conference(
        name="PyCon 2027", venues=[venue(name="Hall")], links=[Link(url=A)], edition=2, **due("2027-01-20")
    )
    new = attrs.evolve(new, days=Days.parse("2027-05-08/2027-05-10"))
    assert render.changes(old, new, form="chat") == (
        "PyCon 2027: rescheduled from May 1–3 to May 8–10, 2027; venue changed from Expo Centre to Hall; "
        "deadline extended from January 13 to January 20, and 3 more changes.\nhttps://a.example/\n"
    )


def test_chat_has_room_for_days_and_a_deadline() -> None:
    assert [render.changes(*VERSIONS["several"], form="chat", language=tag).split("\n")[0] for tag in ("en", "zh")] == [
        (
            "PyTorch Day China 2025: rescheduled from June 7 to June 14, 2025; "
            "call for proposals: deadline extended from April 13 to April 20, and 7 more changes."
        ),
        (
            "PyTorch Day China 2025：活动由2025年6月7日改期至6月14日；"
            "议题征集截止日期由4月13日延长至4月20日，另有7项变更。"
        ),
    ]


def test_changes_give_day_and_reason_of_the_announcement() -> None:
    noted = "(announced on April 12, 2025; reason: many requests)."
    sentences = render.change_sentences(*VERSIONS["several"])
    assert [sentence for sentence in sentences if "announced on" in sentence] == [
        f"The event has been rescheduled from June 7 to June 14, 2025 {noted}",
        f"Call for proposals: deadline extended from April 13 to April 20, 2025 {noted}",
    ]


def test_markdown_notice_ends_with_current_details_and_link() -> None:
    assert render.changes(*VERSIONS["extended"], form="markdown") == (
        "# PyTorch Day China 2025: what has changed\n\n"
        "- Deadline extended from April 13 to April 20, 2025 (announced on April 12, 2025; reason: many requests).\n\n"
        "## As it now stands\n\n"
        "### Call for proposals\n\n"
        "- **Submission deadline**: Sunday, April 20, 2025 (no time or time zone stated)\n\n"
        "<https://www.lfasiallc.com/pytorch-day-china/>\n"
    )
    reworded = render.changes(*VERSIONS["reworded"], form="markdown")
    assert "## As it now stands\n\nA day on what is new in open source AI.\n" in reworded


FORMS: tuple[render.ChangesForm, ...] = ("text", "markdown", "html", "chat")


def test_notice_ends_with_a_note_on_an_unofficial_translation() -> None:
    for form in FORMS:
        english, chinese = (render.changes(*VERSIONS["extended"], form=form, language=tag) for tag in ("en", "zh"))
        line = "本简体中文内容为非官方译文，以主办方发布的原文为准。译者：confkit。\n"
        marked = line.strip().replace("confkit", '<span lang="">confkit</span>')
        ends = {
            "text": f"\n\n{line}",
            "markdown": f"\n\n{line}",
            "html": f"\n<p><small>{marked}</small></p>\n</article>\n",
            "chat": "\n简体中文内容为非官方译文。\n",
        }
        assert (chinese.endswith(ends[form]), "translation" in english) == (True, False), form


def test_notice_on_a_list_has_one_note_per_unofficial_translation() -> None:
    for form in FORMS:
        (old, new), other = VERSIONS["extended"], VERSIONS["cancelled"][0]
        changed = render.changes(Catalog([old]), Catalog([new, other]), form=form, language="zh")
        removed = render.changes(Catalog([new, other]), Catalog([other]), form=form, language="zh")
        assert [notice.count("非官方译文") for notice in (changed, removed)] == [1, 1], form


def test_heading_of_current_details_depends_on_their_completeness() -> None:
    cases = (
        ("rescheduled", "en", "As it now stands:"),
        ("several", "en", "Key details as they now stand:"),
        ("several", "zh", "变更后的主要信息："),
        ("several", "zh-Hant", "異動後的主要資訊："),
    )
    for name, language, heading in cases:
        assert f"\n\n{heading}\n\n" in render.changes(*VERSIONS[name], language=language), name


def test_chat_with_one_long_change_is_not_cut() -> None:
    old, new = conference(), conference(name="Example " * 40)
    assert len(render.changes(old, new, form="chat")) > 300


def test_chat_mentions_the_update_only_without_other_changes() -> None:
    updated = conference(updated=dt.date(2026, 12, 1))
    assert render.changes(conference(), updated, form="chat") == (
        "PyCon Example 2027: the announcement was updated on December 1, 2026.\n"
    )
    both = conference(updated=dt.date(2026, 12, 1), edition=2)
    assert render.changes(conference(), both, form="chat") == "PyCon Example 2027: edition added: second.\n"


def test_text_notice_ends_with_current_details() -> None:
    old = conference(summary="Old.", **due("2027-01-13"))
    new = conference(
        summary="New.", links=[Link(url="mailto:a@example.org"), Link(url="https://example.org/")], **due("2027-01-20")
    )
    assert render.changes(old, new) == (
        "PyCon Example 2027: what has changed\n\n"
        "- Deadline extended from January 13 to January 20, 2027.\n"
        "- Website added: a@example.org.\n"
        "- Website added.\n"
        "  https://example.org/\n"
        "- Summary of the event changed.\n\n"
        "Key details as they now stand:\n\n"
        "New.\n\n"
        "Call for proposals\n"
        "  Submission deadline: Wednesday, January 20, 2027 (no time or time zone stated)\n"
    )


def test_notice_without_changes_says_so() -> None:
    for form in ("text", "markdown", "chat"):
        event = conference(name="A *Day*")
        name = "A \\*Day\\*" if form == "markdown" else "A *Day*"
        assert render.changes(event, event, form=form) == f"{name}: nothing has changed.\n", form
        lists = Catalog([event]), Catalog([event])
        title = {"text": "Changes to the list\n\n", "markdown": "# Changes to the list\n\n", "chat": ""}[form]
        assert render.changes(*lists, form=form) == f"{title}Nothing has changed.\n", form


def test_html_notice_is_one_article() -> None:
    old, new = conference(), conference(status="cancelled", links=[Link(url="https://example.org/?a=1&b=2")])
    assert render.changes(old, new, form="html", language="zh") == (
        '<article lang="zh-Hans" dir="ltr">\n'
        '<h1><span lang="">PyCon Example 2027</span> 变更通知</h1>\n'
        "<ul>\n<li>原定于2027年5月1日至3日举办的活动已取消。</li>\n"
        "<li>新增官网。<br>\n"
        '<a href="https://example.org/?a=1&amp;b=2" lang="">https://example.org/?a=1&amp;b=2</a></li>\n</ul>\n'
        "</article>\n"
    )


NOTICE_TAGS = {
    *("article", "section", "h1", "h2", "h3", "h4", "p", "ul", "li", "dl", "dt", "dd", "time"),
    *("a", "span", "bdi", "small", "address"),
}


def test_notices_on_a_hostile_event_have_only_expected_elements_links_and_headers() -> None:
    harmless = Conference(id="hostile-2026", name="A")
    for old, new in ((HOSTILE, attrs.evolve(HOSTILE, name="B")), (harmless, HOSTILE)):
        lists = Catalog([old]), Catalog([attrs.evolve(new, id="other")])
        for language in ("en", "zh-Hant"):
            for html in (
                render.changes(old, new, form="html", language=language),
                render.changes(*lists, form="html", language=language),
            ):
                assert {element.tag for element in elements(html)} <= NOTICE_TAGS
                hrefs = {element.get("href", "https:") for element in elements(html)}
                assert {href.partition(":")[0] for href in hrefs} <= {"https", "mailto"}
            for pair in ((old, new), lists):
                message = render.changes_email(*pair, languages=[language])  # type: ignore[type-var]
                assert message.keys() == ["Subject", "MIME-Version", "Content-Type", "Content-Language"]
                parsed([part.get_content() for part in message.iter_parts()][1])
