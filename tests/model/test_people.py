from urllib.parse import urlsplit

import pytest

from confkit import Contact, Image, Link, Organization
from confkit.errors import InvalidValueError, value_text

URLS = [
    "https://example.org",
    "http://example.org:8080/a?b=c#d",
    "HTTPS://例え.jp/%20",
    "https://example.org/路径",
    "mailto:hello@example.org",
    "Mailto:hello@example.org?subject=Hi",
]


def test_link_takes_web_and_mail_addresses():
    for url in URLS:
        assert Link(url=url).url == url, url


def test_link_refuses_anything_else():
    codes = {
        "link.scheme": [
            *("example.org", "//example.org", "javascript:alert(1)", "http\u017f://example.org", "ftp://example.org"),
            *("file:///etc/passwd", "data:text/html,x", "", None, 3, b"https://example.org"),
        ],
        "link.character": ["https://a b", "https://example.org/\n", "https://example.org/<script>"],
        "link.host": [
            *("https://", "https:///path", "https://?a", "http://@/", "http://:80/", "http://a@b@c/", "http://[bad/"),
            *("http://[::1", "http://[1.2.3.4]/", "http://[::1]a/", "http://a[::1]/", "http://[::1%25eth0]/"),
            *("http://a.org:x/", "http://a.org:99999/", "http://a.org:99999999/", "http://[::1]:65536/", "http://[]/"),
            *("http://a\u2100b/", "http://a.org\uff03@b.org/", "http://a\uff1a80/", "http://a.org:\u0661/"),
        ],
        "link.email": ["mailto:", "mailto:hello", "mailto:a@b", "mailto:a@b.org,c@d.org", "mailto:a%40b@c.org@d.org"],
    }
    for code, urls in codes.items():
        for url in urls:
            with pytest.raises(InvalidValueError) as error:
                Link(url=url)
            assert [(finding.code, finding.path, finding.value) for finding in error.value.findings] == [
                (code, "url", value_text(url))
            ], url


def test_url_of_the_model_can_be_taken_apart():
    urls = [
        "http://[::1]:8080/[a]",
        "http://u:p@例え.jp:65535/?[",
        "https://a.org:",
        "https://a.org?x",
        "http://127.0.0.1#",
    ]
    for url in urls:
        parts = urlsplit(Link(url=url).url)
        assert (parts.hostname, parts.port or 0) >= ("", 0), url


def test_image_refuses_a_link_to_mail():
    with pytest.raises(InvalidValueError, match="url must be a complete URL that begins with http:// or https://:"):
        Image(url="mailto:a@example.org")


def test_contact_takes_addresses_in_every_language():
    for email in [
        "a@b.org",
        "first.last+tag@sub.example.org",
        "用户@例子.中国",
        "用户@例子.公司",
        "a?b%c#d@e.org",
        "उपयोगकर्ता@उदाहरण.भारत",
    ]:
        assert Contact(email=email).email == email, email


def test_invalid_value_is_refused_with_its_field():
    cases = [
        (lambda: Link(url="https://example.org/\ud800"), ("text.surrogate", "url")),
        (lambda: Link(url="https://example.org/", rel="Site"), ("kind.name", "rel")),
        (lambda: Link(url="https://example.org/", title=""), ("text.empty", "title")),
        (lambda: Image(url="mailto:a@example.org"), ("link.scheme", "url")),
        (lambda: Image(url="https://example.org/a.jpg", alt=3), ("text.type", "alt")),
        (lambda: Organization(name=" "), ("text.empty", "name")),
        (lambda: Organization(name="A", role="boss"), ("value.choice", "role")),
        (lambda: Organization(name="A", role=["host"]), ("value.choice", "role")),
        (lambda: Organization(name="A", links=3), ("value.type", "links")),
        (lambda: Contact(email="hello"), ("email.text", "email")),
        (lambda: Contact(email="a@b"), ("email.text", "email")),
        (lambda: Contact(email="a@b.org\n"), ("email.text", "email")),
        (lambda: Contact(email="a@b.org,c@d.org"), ("email.text", "email")),
        (lambda: Contact(phone=8610), ("value.type", "phone")),
        (lambda: Contact(email="a@b.org", purpose=b"press"), ("text.type", "purpose")),
    ]
    for make, expected in cases:
        with pytest.raises(InvalidValueError) as error:
            make()
        assert [(finding.code, finding.path) for finding in error.value.findings] == [expected], make
        assert [finding for finding in error.value.findings if not finding.hint or finding.value is None] == [], make


def test_hint_for_a_wrong_role_is_the_nearest_role():
    with pytest.raises(InvalidValueError) as error:
        Organization(name="A", role="organiser")
    assert [finding.hint for finding in error.value.findings] == ["write organizer"]


def test_contact_without_address_and_phone_is_refused():
    with pytest.raises(InvalidValueError) as error:
        Contact(purpose="press")
    assert [finding.code for finding in error.value.findings] == ["contact.empty"]


def test_long_invalid_address_is_refused_in_short_time():
    cases = [
        lambda: Link(url="https://" + "a" * 1_000_000 + " "),
        lambda: Link(url="mailto:a@" + "a" * 1_000_000 + " "),
        lambda: Link(url="https://" + "a" * 1_000_000 + "["),
        lambda: Contact(email="a@" + "a." * 500_000 + " "),
    ]
    for make in cases:
        with pytest.raises(InvalidValueError):
            make()


def test_email_that_is_more_than_one_address_is_refused():
    for email in [
        "a?bcc=x@a.org,b@example.org",
        "a..b@example.org",
        "a\u202eb@c.org",
        "a@b_c.org",
        "a@-b.org",
        "咨询：a@b.org",
        "a@b.org（咨询）",
        "a@b\ud800.org",
    ]:
        with pytest.raises(InvalidValueError):
            Contact(email=email)


def test_url_with_invisible_characters_is_refused():
    for url in ["https://a\u202eb.org/", "https://a.org/\u0085", "mailto:a\u200fb@c.org"]:
        with pytest.raises(InvalidValueError):
            Link(url=url)
