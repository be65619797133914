"""E-mails: headers, addresses, and the text and HTML of each language."""

from email import message_from_bytes, policy

import pytest

from confkit import Conference, Text, files, render
from render.events import MARKUP
from render.html_pages import parsed, seen
from render.renderings import BY_EVENT, MOMENTS, email_parts, event, message, rendered


@BY_EVENT
def test_email_is_read_back_as_it_was_written(event_ids):
    for event_id in event_ids:
        written = message(event_id, "zh-Hans", "en")
        read = message_from_bytes(written.as_bytes(), policy=policy.default)
        assert read.defects == [], event_id
        assert (read["Subject"], email_parts(read)) == (written["Subject"], email_parts(written)), event_id
        types = [part.get_content_type() for part in read.walk()]
        assert types == ["multipart/alternative", "text/plain", "text/html"], event_id


@BY_EVENT
def test_email_has_the_same_bytes_every_time_in_lines_that_every_server_accepts(event_ids):
    for event_id in event_ids:
        octets = message(event_id, "zh-Hans", "en").as_bytes()
        assert octets == render.email(event(event_id), languages=("zh", "en")).as_bytes(), event_id
        assert octets.isascii(), event_id
        assert max(map(len, octets.split(b"\r\n"))) <= 998, event_id


@BY_EVENT
def test_email_has_the_text_and_the_html_of_each_language_in_order(event_ids):
    for event_id in event_ids:
        plain, page = email_parts(message(event_id, "zh-Hans", "en"))
        rule = "-" * 40
        assert plain == f"{rendered('text', event_id, 'zh-Hans')}\n{rule}\n\n{rendered('text', event_id, 'en')}", (
            event_id
        )
        articles = f"{rendered('html', event_id, 'zh-Hans')}<hr>\n{rendered('html', event_id, 'en')}"
        assert page.partition("<body>\n")[2] == f"{articles}</body>\n</html>\n", event_id
        assert parsed(page).get("lang") == "zh-Hans", event_id


def test_email_subject_is_the_name_and_the_next_deadline():
    cases = (
        (("en",), "", "PyTorch Day China 2025: proposals due April 13"),
        (("zh", "en"), "", "PyTorch Day China 2025：议题征集4月13日截止 / Proposals due April 13"),
        (("en", "zh-TW"), "before", "PyTorch Day China 2025: proposals due April 13 / 徵稿4月13日截止"),
        (("zh",), "after", "PyTorch Day China 2025：2025年6月7日（星期六）"),
    )
    for languages, moment, subject in cases:
        assert render.email(files.example(), languages=languages, now=MOMENTS.get(moment))["Subject"] == subject, (
            languages
        )


def test_email_subject_has_the_name_in_each_language():
    conference = Conference(id="x", name=Text(en="Rust Forum", zh="Rust 论坛"))
    assert render.email(conference, languages=("zh", "en"))["Subject"] == "Rust 论坛 / Rust Forum"
    assert render.email(Conference(id="x", name="X"), languages=("zh", "en"))["Subject"] == "X"


def test_email_has_only_expected_headers():
    written = render.email(files.example(), languages=("zh", "en"))
    assert written.keys() == ["Subject", "MIME-Version", "Content-Type", "Content-Language"]
    assert written["Content-Language"] == "zh-Hans, en"


def test_email_takes_sender_and_recipients():
    written = render.email(
        files.example(), sender="张三 <zhang@example.org>", to=['"List, A" <a@example.org>', "<b@example.org>"]
    )
    read = message_from_bytes(written.as_bytes(), policy=policy.default)
    assert [str(address) for address in read["From"].addresses] == ["张三 <zhang@example.org>"]
    assert [str(address) for address in read["To"].addresses] == ['"List, A" <a@example.org>', "b@example.org"]
    assert render.email(files.example(), to="a@example.org")["To"] == "a@example.org"


NO_ADDRESSES = (
    *("", "a", "a b@example.org", "a@example.org, b@example.org", "Group: a@example.org;", "张@example.org"),
    *("a@example.org\nBcc: b@example.org", "a@example.org\r\n\r\nbody", "<>"),
    *("b@example.org, A <a@example.org>", "a@example.org>", 3),
)


def test_email_refuses_invalid_addresses():
    for address in NO_ADDRESSES:
        with pytest.raises(ValueError, match=r"sender: (not one|mail cannot be sent to this) "):
            render.email(files.example(), sender=address)
        with pytest.raises(ValueError, match=r"to\[1\]: (not one|mail cannot be sent to this) "):
            render.email(files.example(), to=["a@example.org", address])


def test_email_of_a_hostile_name_has_one_subject():
    conference = Conference(id="x", name=f"{MARKUP}\r\nBcc: x@example.org\x00\u2028\ufffe")
    read = message_from_bytes(render.email(conference).as_bytes(), policy=policy.default)
    assert read.keys() == ["Subject", "MIME-Version", "Content-Type", "Content-Language"]
    assert "Bcc: x@example.org" in read["Subject"]
    assert "bcc:x@example.org" in seen(email_parts(read)[1])


LOOKALIKE = "=?utf-8?q?x=0aBcc:_x@example.org?="


def test_email_keeps_text_that_looks_like_an_encoded_word():
    conference = Conference(id="x", name=LOOKALIKE)
    written = render.email(conference, sender=f'"{LOOKALIKE}" <a@example.org>', to=[f'"{LOOKALIKE}" <b@example.org>'])
    read = message_from_bytes(written.as_bytes(), policy=policy.default)
    assert read["Subject"] == LOOKALIKE
    addresses = [*read["From"].addresses, *read["To"].addresses]
    assert [(address.display_name, address.addr_spec) for address in addresses] == [
        (LOOKALIKE, "a@example.org"),
        (LOOKALIKE, "b@example.org"),
    ]


def test_email_encodes_names_of_recipients():
    cases = (
        ("Ada Lovelace <a@example.org>", "Ada Lovelace <a@example.org>"),
        ("J. R. <a@example.org>", '"J. R." <a@example.org>'),
        (r'"\"A\", B\\" <a@example.org>', r'"\"A\", B\\" <a@example.org>'),
        ("A\r\nBcc\u2028x\x00y <a@example.org>", "A Bcc x y <a@example.org>"),
        ("张三 <a@example.org>", "=?utf-8?b?5byg5LiJ?= <a@example.org>"),
        (f"{'a' * 60} <a@example.org>", f"{'a' * 60}\r\n <a@example.org>"),
        (f"{'a' * 80} <a@example.org>", f"=?utf-8?q?{'a' * 59}?=\r\n =?utf-8?q?{'a' * 21}?= <a@example.org>"),
    )
    for recipient, header in cases:
        octets = render.email(files.example(), to=[recipient]).as_bytes()
        assert f"\r\nTo: {header}\r\nMIME-Version: " in octets.decode(), recipient


def test_email_takes_each_language_once():
    for languages in ((), ("en", "en-US"), ("zh", "zh-CN")):
        with pytest.raises(ValueError, match="must have at least one language, each of them once"):
            render.email(files.example(), languages=languages)


def test_email_takes_a_list_of_languages():
    with pytest.raises(ValueError, match="must be a list of languages, not one text"):
        render.email(files.example(), languages="en")
