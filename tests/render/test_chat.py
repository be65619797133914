"""Chat messages: short, with the URL of the next step."""

import attrs

from confkit import (
    CallForProposals,
    Conference,
    Days,
    Deadline,
    Link,
    Online,
    Registration,
    Text,
    Translation,
    Venue,
    When,
    files,
    render,
)
from render.events import HOSTILE
from render.renderings import BY_EVENT, LANGUAGES, MOMENTS, rendered

SUBMIT = "https://example.org/submit"
SITE = "https://example.org/"
REGISTER = "https://example.org/register"


@BY_EVENT
def test_chat_is_shorter_than_200_characters(event_ids):
    for event_id in event_ids:
        if event_id != HOSTILE.id:
            for language in LANGUAGES:
                for now in (None, *MOMENTS.values()):
                    assert len(rendered("chat", event_id, language, now=now)) < 200, (event_id, language, now)


@BY_EVENT
def test_chat_has_at_most_one_url_alone_on_its_line(event_ids):
    for event_id in event_ids:
        chat = rendered("chat", event_id, "zh-Hans")
        urls = [line for line in chat.splitlines()[1:] if line.startswith("https://")]
        assert [line for line in urls if " " in line] == [], event_id
        assert len(urls) < 2, event_id


def test_chat_has_the_url_of_the_next_step():
    cases = (
        ({"submit", "site", "register"}, "", SUBMIT),
        ({"submit", "site", "register"}, "before", SUBMIT),
        ({"submit", "site", "register"}, "after", SITE),
        ({"submit", "register"}, "after", REGISTER),
        ({"submit"}, "after", ""),
        ({"site"}, "", SITE),
        ({"video"}, "", ""),
        ({"mail", "site"}, "", SITE),
        (set(), "", ""),
    )
    for parts, moment, address in cases:
        submit = SUBMIT if "submit" in parts else "mailto:a@example.org" if "mail" in parts else None
        event = Conference(
            id="x",
            name="X",
            calls=[
                CallForProposals(
                    submit=submit and Link(url=submit),
                    deadlines=[Deadline(kind="submission", at=When.parse("2025-04-13"))],
                )
            ],
            links=[Link(url=f"{SITE}v", rel="video"), *([Link(url=SITE)] if "site" in parts else [])],
            registration=Registration(link=Link(url=REGISTER)) if "register" in parts else None,
        )
        lines = render.chat(event, now=MOMENTS.get(moment)).splitlines()
        assert [line for line in lines if line.startswith("http")] == [address] * bool(address), parts


def test_chat_of_a_bare_event_is_its_name():
    assert render.chat(Conference(id="x", name=Text(en="X"))) == "X\n"


def test_chat_ends_with_a_note_on_an_unofficial_translation():
    lines = render.chat(files.example(), language="zh").splitlines()
    assert lines[-2:] == [
        "https://www.lfasiallc.com/pytorch-day-china/call-for-proposals-cfp/",
        "简体中文内容为非官方译文。",
    ]


def test_chat_ends_with_a_note_on_a_machine_translation():
    cases = (
        ("zh", "简体中文内容为机器翻译。"),
        ("zh-Hant", "簡體中文內容為機器翻譯。"),
        ("en", "https://example.org/"),
    )
    for language, last in cases:
        event = Conference(
            id="x",
            name=Text(en="Data Week", zh="数据周"),
            links=[Link(url="https://example.org/")],
            translations=[Translation(language="zh", status="machine")],
        )
        assert render.chat(event, language=language).splitlines()[-1] == last, language


def test_chat_of_an_online_event_has_the_url_of_the_stream():
    online = Online(link=Link(url="https://example.org/live"))
    event = Conference(id="x", name="X", online=online)
    assert render.chat(event) == "X\nOnline\nhttps://example.org/live\n"
    assert render.chat(attrs.evolve(event, status="cancelled")) == "X (cancelled)\n"
    site = Link(url="https://example.org/")
    assert render.chat(attrs.evolve(event, links=[site])) == "X\nOnline\nhttps://example.org/\n"
    assert render.chat(attrs.evolve(event, venues=[Venue(name="Hall")])) == "X\nHall (hybrid)\n"


def test_chat_keeps_the_case_of_a_venue():
    event = Conference(id="x", name="X", days=Days.parse("2027-01-01"), venues=[Venue(name=Text(en="c-base"))])
    assert render.chat(event) == "X\nFriday, January 1, 2027\nc-base\n"
