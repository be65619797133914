import datetime as dt
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.utils import getaddresses

import attrs
import html5lib
import icalendar
from hypothesis import example, given, settings, strategies as st

from calendars import stored
from confkit import Text, ical
from confkit._characters import safe_text
from confkit.errors import UnwritableError
from confkit.ical import Mailbox
from factories import conference
from strategies import conferences, examples, slugs

STAMP = dt.datetime(2027, 2, 1, 9, 30, tzinfo=dt.UTC)
BREAKS = "\r\n\x85\u2028\u2029"
SNARES = (
    *("\r\nBcc: x@example.org", "\nATTENDEE:mailto:x@example.org", "\r\n\r\nEND:VEVENT", "=?utf-8?q?a=0ABcc:_x?="),
    *(
        "=?utf-8?b?",
        '"',
        "\\",
        ";",
        ":",
        ",",
        "^n",
        "^'",
        "<x@example.org>",
        "(a)",
        "@",
        "\x00",
        "\x1b",
        "\x7f",
        "\x85",
    ),
    *("\u2028", "\u202e", "<script>", "</body>", "&amp;", " ", "  ", "\t", "\xa0", "\u3000", "\ufeff", "北京", "🎉"),
    *("e\u0301", "长" * 40, "a" * 90),
)
hostile = st.lists(
    st.one_of(st.sampled_from(SNARES), st.text(st.characters(exclude_categories=["Cs"]), max_size=10)), max_size=6
).map("".join)
words = hostile.filter(lambda text: stored(text).strip())
names = hostile.map(lambda name: Mailbox(email="a@example.org", name=f"x{name}").name).filter(lambda name: name != "x")
acts = st.sampled_from([ical.invite, ical.update, ical.cancel, ical.uninvite])
languages = st.sampled_from(["en", "en-GB", "zh-Hans", "zh-Hant"])


@settings(max_examples=examples(150))
@given(names, names, words, words, acts, languages)
@example(
    "=?utf-8?q?a=0ABcc:_x?=", "a, b@example.org", "=?utf-8?q?a=0ABcc:_x?=", "x\r\nATTENDEE:mailto:x", ical.invite, "en"
)
def test_names_and_texts_cannot_inject_headers_properties_or_markup(to, organizer, title, story, act, language):
    event = conference(name=Text(en=title, zh=title), description=story)
    made = act(
        event,
        to=Mailbox(email="to@example.org", name=to),
        organizer=Mailbox(email="from@example.org", name=organizer),
        stamp=STAMP,
        language=language,
    )
    data = made.message.as_bytes()
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 78
    mail = message_from_bytes(data, policy=policy.default)
    assert mail.defects == []
    expected = ["Subject", "From", "To", "Date", "MIME-Version", "Content-Type", "Content-Language"]
    assert mail.keys() == expected
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
    ]
    for header, address, name in (("From", "from@example.org", organizer), ("To", "to@example.org", to)):
        assert [found for _, found in getaddresses([mail[header]])] == [address]
        assert [one.addr_spec for one in mail[header].addresses] == [address]
        raw = next(value for key, value in mail.raw_items() if key == header)
        decoded = str(make_header(decode_header(raw))).replace("\r\n ", " ").removesuffix(f" <{address}>")
        assert unquoted(decoded) == safe_text(name)
    _, page, calendar = mail.iter_parts()
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.get_content())
    assert [element.tag for element in document.iter() if element.tag in {"script", "a"}] == []
    assert document.findtext("./head/title") == mail["Subject"]
    assert [finding for finding in ical.lint(made.data) if finding.level == "error"] == []
    (entry,) = icalendar.Calendar.from_ical(calendar.get_content()).events
    assert mail["Subject"].endswith(safe_text(title))
    assert entry["SUMMARY"].endswith(stored(title))
    assert (str(entry["ATTENDEE"]), str(entry["ORGANIZER"])) == ("mailto:to@example.org", "mailto:from@example.org")
    for name, key in ((to, "ATTENDEE"), (organizer, "ORGANIZER")):
        # icalendar reads some backslashes in a parameter as escapes; confkit writes a space after one at the end.
        assert entry[key].params["CN"].replace("\\", "").rstrip() == name.replace("\\", "").rstrip()
    (downloaded,) = ical.calendar(event, language=language).events
    assert entry["DESCRIPTION"] == downloaded["DESCRIPTION"]


def unquoted(name):
    """Return a display name without the quotes of RFC 5322 3.2.4."""
    if not name.startswith('"'):
        return name
    return name[1:-1].replace('\\"', '"').replace("\\\\", "\\")


@settings(max_examples=examples(60))
@given(conferences(), acts, languages, slugs)
def test_any_event_becomes_an_invitation_or_is_refused(event, act, language, name):
    event = attrs.evolve(event, published=event.published or dt.date(2020, 1, 1))
    kinds = {"venue": event.venues, "milestone": event.milestones}
    entries = [
        "event",
        "registration",
        *(f"{kind}/{one.id}" for kind, found in kinds.items() for one in found),
        *(f"call/{call.id}/{deadline.id}" for call in event.calls for deadline in call.deadlines),
    ]
    for entry in entries:
        try:
            made = act(
                event, to=f"{name}@example.org", organizer="x@example.org", stamp=STAMP, language=language, entry=entry
            )
        except UnwritableError:
            continue
        assert [finding for finding in ical.lint(made.data) if finding.level == "error"] == []
        calendar = icalendar.Calendar.from_ical(made.data)
        assert [component.errors for component in calendar.walk() if component.errors] == []
        assert len(calendar.events) == 1
        *_, last = message_from_bytes(made.message.as_bytes(), policy=policy.default).iter_parts()
        assert last.get_content().encode() == made.data
