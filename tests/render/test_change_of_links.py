"""Notices on changed links."""

from typing import Any

from confkit import Image, Link, Online, Registration, Source, facts, render
from factories import conference
from render.versions import A, B, sentences

SENTENCES: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "links": (
        {"links": [Link(url="https://example.org/a", rel="video")]},
        {"links": [Link(url="https://example.org/b", rel="video")], "images": [Image(url="https://example.org/i")]},
        "Video address changed. Image added.",
        "视频地址已变更。 新增图片。",
    ),
}


def test_changes_of_links_are_sentences() -> None:
    for name, (old, new, english, chinese) in SENTENCES.items():
        assert sentences(old, new, "en", "zh") == [english, chinese], name


def test_text_notice_mentions_online_attendance_once() -> None:
    old, new = (conference(venues=[], online=Online(link=Link(url=url))) for url in (A, B))
    assert render.changes(old, new) == (
        "PyCon Example 2027: what has changed\n\nThe details of online attendance have changed.\n"
        f"{B}\n\nAs it now stands:\n\nOnline\n  Link: {B}\n"
    )


def test_sentences_contain_no_url() -> None:
    cases = (
        ("links", [Link(url=A)], [Link(url=B)], "Website address changed.", "官网地址已变更。", [B]),
        ("links", [Link(url=A)], [Link(url=B, title="News")], "Website address changed.", "官网地址已变更。", []),
        ("links", [], [Link(url=A, rel="code_of_conduct")], "Code of conduct added.", "新增行为准则。", [A]),
        ("links", [Link(url=A)], [], "Website removed.", "不再列出官网。", [A]),
        ("links", [Link(url=A)], [Link(url=A, title="News")], "Website updated.", "官网有更新。", []),
        ("online", None, Online(link=Link(url=A)), "Online attendance is now possible.", "新增线上参会方式。", [A]),
        (
            "online",
            None,
            Online(link=Link(url=A, title="Stream")),
            "Online attendance is now possible (Stream).",
            "新增线上参会方式（Stream）。",
            [],
        ),
        ("sources", [], [Source(url=A)], "Source added.", "新增信息来源。", [A]),
        ("images", [Image(url=A)], [Image(url=B)], "Image added. Image removed.", "新增图片。 不再列出图片。", [B, A]),
        (
            "registration",
            Registration(link=Link(url=A)),
            Registration(link=Link(url=B)),
            "Registration link changed.",
            "报名链接有变更。",
            [B],
        ),
    )
    for field, old, new, english, chinese, addresses in cases:
        before, after = {field: old}, {field: new}
        assert sentences(before, after, "en", "zh") == [english, chinese], field
        changed = facts.changed(conference(**before), conference(**after))
        assert [facts.plain(part) for fact in changed for part in fact.parts[1:]] == addresses, field


def test_new_url_is_on_its_own_line_in_every_form() -> None:
    old, new = (conference(links=[Link(url=url)]) for url in (A, B))
    notices = {form: render.changes(old, new, language="zh", form=form) for form in ("text", "markdown", "chat")}
    assert notices == {
        "text": f"PyCon Example 2027 变更通知\n\n官网地址已变更。\n{B}\n",
        "markdown": f"# PyCon Example 2027 变更通知\n\n- 官网地址已变更。<{B}>\n",
        "chat": f"PyCon Example 2027：官网地址已变更。\n{B}\n",
    }
    page = render.changes(old, new, form="html")
    assert f'<p>Website address changed.<br>\n<a href="{B}" lang="">{B}</a></p>\n</article>' in page


def test_chat_omits_the_url_of_a_removed_link() -> None:
    old = conference(links=[Link(url=A), Link(url=B, rel="video")])
    new = conference(links=[Link(url=A)])
    assert render.changes(old, new, form="chat") == f"PyCon Example 2027: video removed.\n{A}\n"
