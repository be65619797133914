"""E-mail addresses, with and without a name."""

from email.utils import getaddresses

import pytest

from cases import for_each
from confkit.errors import InvalidValueError
from confkit.ical import Mailbox
from invitations import calendar_and_entry, make_invitation


@for_each(
    "written, email, name",
    [
        ("ada@example.org", "ada@example.org", None),
        (" <ada@example.org> ", "ada@example.org", None),
        ('"" <ada@example.org>', "ada@example.org", None),
        ("Ada Lovelace <ada@example.org>", "ada@example.org", "Ada Lovelace"),
        ('"Lovelace, Ada" <ada@example.org>', "ada@example.org", "Lovelace, Ada"),
        (r'"Ada \"A\" \\" <ada@example.org>', "ada@example.org", 'Ada "A" \\'),
        ("mailto:ada@example.org", "ada@example.org", None),
        (" MailTo:a%2Fb%25c@example.org ", "a/b%c@example.org", None),
        ("J. R. 张三 <j.r+x@a.example.org>", "j.r+x@a.example.org", "J. R. 张三"),
    ],
)
def test_mailbox_is_read_as_people_write_it(written, email, name):
    assert Mailbox.parse(written) == Mailbox(email=email, name=name)


def test_mailbox_has_its_name_on_one_line():
    assert Mailbox(email="a@example.org", name=" A\r\nB\x85C\u2028\x00\x1b D\t\u3000").name == "A B C D"


@for_each(
    "email",
    [
        *("", "ada", "@example.org", "ada@", "ada@localhost", "a da@example.org", "ada@exam ple.org", "ada@-a.org"),
        *("ada@example.org\r\nBcc: x@example.org", "ada@example.org\n", "a..b@c.de"),
        *("a@b@c.de", '"a"@b.de', "a@[127.0.0.1]", "a" * 65 + "@example.org", "a@" + "b." * 130 + "org", None, 3, b"a"),
    ],
)
def test_mailbox_refuses_what_is_no_address(email):
    with pytest.raises(InvalidValueError, match="write it like") as caught:
        Mailbox(email=email)
    assert [finding.path for finding in caught.value.findings] == ["email"]


@for_each(
    "email, message, hint",
    [
        ("ada@例子.公司", "its domain must be written in ASCII", "write ada@xn--fsqu00a.xn--55qx5d"),
        (
            "ada@" + "例" * 62 + ".org",
            "its domain must be written in ASCII",
            "write the domain as its owner registered it",
        ),
        (
            "用户@例子.公司",
            "few servers take names that are not ASCII",
            "with a name in ASCII before @xn--fsqu00a.xn--55qx5d",
        ),
        ("用户@example.org", "few servers take names that are not ASCII", "with a name in ASCII"),
    ],
)
def test_mailbox_says_why_mail_cannot_be_sent(email, message, hint):
    with pytest.raises(InvalidValueError, match=f"mail cannot be sent to this address: {message}") as caught:
        Mailbox(email=email)
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [("email.ascii", "email")]
    assert str(caught.value.findings[0].hint).endswith(hint)
    with pytest.raises(InvalidValueError, match=f"to: mail cannot be sent to this address: {message}"):
        make_invitation("invite", to=email)


@for_each("name, code", [("", "email.name"), ("\r\n\x00", "email.name"), (3, "email.name")])
def test_mailbox_has_a_name_that_says_something_or_none(name, code):
    with pytest.raises(InvalidValueError, match="leave it out") as caught:
        Mailbox(email="ada@example.org", name=name)
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [(code, "name")]


def test_mailbox_refuses_half_a_character():
    with pytest.raises(InvalidValueError, match="write the whole character"):
        Mailbox(email="ada@example.org", name="Ada \ud800")
    with pytest.raises(InvalidValueError, match="to: name contains half a character"):
        make_invitation("invite", to="Ada \ud800 <ada@example.org>")


@for_each(
    "written",
    [
        *("Ada, B <ada@example.org>", "a@example.org, B <b@example.org>", "x> a@b.de", 3),
        *("mailto:a@b.de,c@d.de", "mailto:a@b.de?cc=c@d.de", "mailto:", "mailto:Ada <a@b.de>", "mailto:a@b.de%0Ax"),
    ],
)
def test_mailbox_refuses_what_may_be_two(written):
    with pytest.raises(InvalidValueError, match="quotes around a name that contains a comma"):
        Mailbox.parse(written)


def test_mailbox_in_a_calendar_is_a_link():
    _, event = calendar_and_entry(make_invitation("invite", to=Mailbox(email="a/b%c{d}'e+f@example.org")))
    assert str(event["ATTENDEE"]) == "mailto:a%2Fb%25c%7Bd%7D'e+f@example.org"
    assert "CN" not in event["ATTENDEE"].params
    mail = make_invitation("invite", to=Mailbox(email="a/b%c{d}'e+f@example.org")).message
    assert getaddresses([mail["To"]]) == [("", "a/b%c{d}'e+f@example.org")]
