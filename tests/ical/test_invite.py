"""Invitations: what is in the calendar (RFC 5546), and what is in the mail around it (RFC 6047)."""

import datetime as dt
import smtplib
from email import message_from_bytes, policy
from email.utils import getaddresses

import attrs
import icalendar
import pytest

from confkit import (
    CallForProposals,
    Catalog,
    Days,
    Deadline,
    Hours,
    Pending,
    Registration,
    Revision,
    Superseded,
    Text,
    When,
    files,
    ical,
)
from confkit.errors import InvalidValueError, UnwritableError
from confkit.ical import Mailbox
from factories import call, conference, deadline, venue
from interop.libical import libical

STAMP = dt.datetime(2027, 2, 1, 17, 30, 5, 999, tzinfo=dt.timezone(dt.timedelta(hours=8)))
WHO = {"to": "Ada Lovelace <ada@example.org>", "organizer": "The Team <team@example.org>", "stamp": STAMP}
ACTS = {"invite": ical.invite, "update": ical.update, "cancel": ical.cancel, "uninvite": ical.uninvite}
REQUESTS = ("invite", "update")
ON_THE_DAY = {"days": Days.parse("2027-05-01"), "hours": Hours.parse("09:00-18:00")}
RICH = conference(
    name=Text(en="Example Conference", zh="示例大会"),
    **ON_THE_DAY,
    venues=[venue(id="hall", days=Days.parse("2027-05-01")), venue(id="annex", name="Annex", role="workshops")],
    calls=[call(deadlines=[deadline(at=When.parse("2027-01-13T23:59[AoE]")), deadline(kind="notification")])],
    milestones=[Deadline(kind="registration", at=When.parse("2027-04-01"))],
    registration=Registration(opens=When.parse("2027-02-01"), closes=When.parse("2027-04-20")),
)
ENTRIES = ("event", "venue/hall", "call/talks/submission", "milestone/registration", "registration")


def invited(act, event=RICH, **options):
    return ACTS[act](event, **{**WHO, **options})


def read(invitation):
    """Return the calendar as icalendar reads it, and its only entry."""
    calendar = icalendar.Calendar.from_ical(invitation.data)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    (event,) = calendar.events
    return calendar, event


def cancelled(event):
    return attrs.evolve(
        event,
        status="cancelled",
        history=[*event.history, Revision(status=event.status, replaced=dt.date(2027, 2, 20))],
    )


def without_a_date(reason):
    before = Superseded(at=When.parse("2027-01-13"), replaced=dt.date(2027, 1, 2))
    return deadline(at=Pending(reason), history=[before])


def lines(data):
    return data.decode().replace("\r\n ", "").splitlines()


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_message_has_one_entry_one_organizer_and_one_attendee(act, entry):
    calendar, event = read(invited(act, entry=entry))
    assert calendar["METHOD"] == ("REQUEST" if act in REQUESTS else "CANCEL")
    assert str(event["ORGANIZER"]) == "mailto:team@example.org"
    assert dict(event["ORGANIZER"].params) == {"CN": "The Team"}
    assert str(event["ATTENDEE"]) == "mailto:ada@example.org"
    attended = entry in {"event", "venue/hall"}
    assert dict(event["ATTENDEE"].params) == {
        "CN": "Ada Lovelace",
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "TRUE" if act in REQUESTS and attended else "FALSE",
    }
    assert event["DTSTAMP"].dt == dt.datetime(2027, 2, 1, 9, 30, 5, tzinfo=dt.UTC)
    assert event.walk("VALARM") == []


@pytest.mark.parametrize("act", REQUESTS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_entry_is_that_of_a_download_but_for_who_when_and_alarms(act, entry):
    """The same identity, so that a reader who has both has it once."""

    def plain(data, uid):
        (found,) = [one for one in icalendar.Calendar.from_ical(data).events if one["UID"] == uid]
        return [row for row in lines(found.to_ical()) if not row.startswith(("DTSTAMP", "ORGANIZER", "ATTENDEE"))]

    invitation = invited(act, entry=entry)
    _, event = read(invitation)
    downloaded = ical.dumps(RICH, alarms=False)
    assert plain(invitation.data, event["UID"]) == plain(downloaded, event["UID"])


def test_message_holds_the_zones_of_its_entry_alone():
    def zones(**options):
        return [str(zone["TZID"]) for zone in read(invited("invite", **options))[0].timezones]

    assert zones() == ["Asia/Shanghai"]
    assert zones(entry="call/talks/submission") == []


def test_sequence_grows_with_the_history_from_invitation_to_cancellation():
    moved = attrs.evolve(
        RICH,
        days=Days.parse("2027-05-02"),
        status="rescheduled",
        history=[Revision(days=Days.parse("2027-05-01"), status="scheduled", replaced=dt.date(2027, 2, 10))],
    )
    told = [invited("invite"), invited("update", moved), invited("cancel", cancelled(moved))]
    events = [read(one)[1] for one in told]
    assert [(int(event["SEQUENCE"]), str(event["STATUS"])) for event in events] == [
        (0, "CONFIRMED"),
        (1, "CONFIRMED"),
        (2, "CANCELLED"),
    ]
    assert len({event["UID"] for event in events}) == 1


def test_cancellation_that_the_data_does_not_record_counts_as_if_it_did():
    """RFC 5546 3.2.5: "the SEQUENCE property value MUST be incremented"; what is recorded later agrees with it."""
    _, told = read(invited("cancel"))
    _, recorded = read(invited("cancel", cancelled(RICH)))
    _, unexplained = read(invited("cancel", attrs.evolve(RICH, status="cancelled")))
    assert [int(event["SEQUENCE"]) for event in (told, recorded, unexplained)] == [1, 1, 1]
    assert [str(event["STATUS"]) for event in (told, recorded, unexplained)] == ["CANCELLED"] * 3
    assert told["SUMMARY"] == "Cancelled: Example Conference"


def test_deadline_that_its_own_history_calls_off_counts_no_further():
    late = deadline().extend(When.parse("2027-01-20"), announced=dt.date(2027, 1, 2))
    event = conference(calls=[call(deadlines=[late])])
    assert [
        int(read(invited(act, event, entry="call/talks/submission"))[1]["SEQUENCE"]) for act in ("update", "cancel")
    ] == [1, 2]
    dropped = conference(calls=[call(deadlines=[without_a_date("cancelled")])])
    _, entry = read(invited("cancel", dropped, entry="call/talks/submission"))
    assert (int(entry["SEQUENCE"]), str(entry["STATUS"])) == (1, "CANCELLED")


@pytest.mark.parametrize("entry", ENTRIES)
def test_uninviting_one_person_leaves_the_entry_as_it_is_for_others(entry):
    """RFC 5546 3.2.5: to uninvite, STATUS "MUST NOT be included"."""
    _, event = read(invited("uninvite", entry=entry))
    _, before = read(invited("invite", entry=entry))
    assert "STATUS" not in event
    assert (event["UID"], event["SUMMARY"]) == (before["UID"], before["SUMMARY"])
    assert int(event["SEQUENCE"]) == int(before["SEQUENCE"]) + 1


CALLED_OFF = {
    "cancelled": (cancelled(RICH), "event"),
    "postponed": (attrs.evolve(RICH, status="postponed"), "event"),
    "venue": (attrs.evolve(RICH, status="moved_online"), "venue/hall"),
}


@pytest.mark.parametrize(("event", "entry"), CALLED_OFF.values(), ids=CALLED_OFF)
@pytest.mark.parametrize("act", REQUESTS)
def test_nobody_is_invited_to_what_no_longer_holds(act, event, entry):
    """RFC 5546 3.2.2: the STATUS of a REQUEST is TENTATIVE or CONFIRMED."""
    with pytest.raises(UnwritableError, match="send a cancellation instead") as caught:
        invited(act, event, entry=entry)
    assert [finding.code for finding in caught.value.findings] == ["ical.method"]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_libical_finds_that_each_method_has_what_it_must(act, entry):
    assert judged(invited(act, entry=entry).data)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_linter_finds_nothing_in_an_invitation(act, entry):
    assert ical.lint(invited(act, entry=entry).data) == ()


@pytest.mark.parametrize("lost", ["ORGANIZER", "ATTENDEE"])
def test_libical_would_see_what_is_missing(lost):
    rows = [row for row in lines(invited("invite").data) if not row.startswith(lost)]
    assert not judged("\r\n".join([*rows, ""]).encode())


def judged(data):
    library = libical()
    calendar = library.icalparser_parse_string(data)
    try:
        return library.icalcomponent_count_errors(calendar) == 0 and library.icalrestriction_check(calendar) == 1
    finally:
        library.icalcomponent_free(calendar)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_mail_holds_text_html_and_last_the_same_calendar(act, language):
    """RFC 6047 2.4: "The method parameter MUST be the same as the METHOD in the calendar"."""
    invitation = invited(act, language=language)
    mail = message_from_bytes(invitation.message.as_bytes(), policy=policy.default)
    assert mail.get_content_type() == "multipart/alternative"
    plain, page, calendar = mail.iter_parts()
    assert [part.get_content_type() for part in (plain, page, calendar)] == ["text/plain", "text/html", "text/calendar"]
    assert dict(calendar["Content-Type"].params) == {
        "charset": "utf-8",
        "method": "REQUEST" if act in REQUESTS else "CANCEL",
    }
    assert calendar.get_content().encode() == invitation.data
    assert mail["Content-Language"] == ("en" if language == "en" else "zh-Hans")
    start, empty, *_ = plain.get_content().splitlines()
    assert start
    assert empty == ""
    assert f"<p>{start}</p>" in page.get_content()


def test_mail_is_from_the_organizer_to_the_attendee_at_the_time_of_the_stamp():
    mail = message_from_bytes(invited("invite").message.as_bytes(), policy=policy.default)
    assert mail.items() == [
        ("Subject", "Invitation: Example Conference"),
        ("From", "The Team <team@example.org>"),
        ("To", "Ada Lovelace <ada@example.org>"),
        ("Date", "Mon, 01 Feb 2027 09:30:05 +0000"),
        ("MIME-Version", "1.0"),
        ("Content-Type", mail["Content-Type"]),
        ("Content-Language", "en"),
    ]


SUBJECTS = {
    ("invite", "event"): ("Invitation: Example Conference", "邀请：示例大会"),
    ("update", "event"): ("Updated invitation: Example Conference", "邀请已更新：示例大会"),
    ("cancel", "event"): ("Cancelled: Example Conference", "已取消：示例大会"),
    ("uninvite", "event"): ("Invitation withdrawn: Example Conference", "邀请已撤回：示例大会"),
    ("invite", "registration"): ("Example Conference: Registration", "示例大会：报名"),
    ("update", "registration"): ("Updated: Example Conference: Registration", "已更新：示例大会：报名"),
    ("cancel", "registration"): ("Cancelled: Example Conference: Registration", "已取消：示例大会：报名"),
    ("uninvite", "registration"): ("Withdrawn: Example Conference: Registration", "已撤回：示例大会：报名"),
}


@pytest.mark.parametrize(("case", "said"), SUBJECTS.items(), ids=map(" ".join, SUBJECTS))
def test_subject_says_in_the_readers_language_what_is_done(case, said):
    act, entry = case
    assert tuple(invited(act, entry=entry, language=tag).message["Subject"] for tag in ("en", "zh")) == said


STARTS = {
    "invite": "You are invited to the following event.",
    "update": "The invitation to the following event has been updated.",
    "cancel": "The following event has been cancelled.",
    "uninvite": "Your invitation to the following event has been withdrawn.",
}
OF_A_DATE = {
    "invite": "Please note the following date.",
    "update": "The following date has been updated.",
    "cancel": "The following date no longer holds.",
    "uninvite": "You need not note the following date any longer.",
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_mail_starts_with_why_it_is_sent(act, entry):
    said = STARTS if entry in {"event", "venue/hall"} else OF_A_DATE
    assert text(invited(act, entry=entry)).startswith(f"{said[act]}\n\nExample Conference\nSaturday, May 1, 2027")


@pytest.mark.parametrize(("event", "entry"), CALLED_OFF.values(), ids=CALLED_OFF)
def test_mail_says_why_the_entry_no_longer_holds(event, entry):
    why = {"cancelled": "has been cancelled", "postponed": "has been postponed", "moved_online": "has moved online"}
    assert text(invited("cancel", event, entry=entry)).startswith(f"The following event {why[event.status]}.\n")


def test_mail_on_a_deadline_without_a_new_date_says_that_it_is_postponed():
    postponed = conference(calls=[call(deadlines=[without_a_date("tbd")])])
    mail = invited("cancel", postponed, entry="call/talks/submission")
    assert text(mail).startswith("The following date has been postponed.\n")


def text(invitation):
    return next(invitation.message.iter_parts()).get_content().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("event", ["Call for proposals", "Key dates", "Main venue", "Registration"]),
        ("venue/hall", ["Venue"]),
        ("call/talks/submission", ["Call for proposals", "Main venue"]),
        ("milestone/registration", ["Key dates", "Main venue"]),
        ("registration", ["Main venue", "Registration"]),
    ],
)
def test_mail_tells_what_its_entry_is_about_and_no_other_date(entry, told):
    heads = {"Call for proposals", "Key dates", "Main venue", "Venue", "Registration"}
    assert [row for row in text(invited("invite", entry=entry)).splitlines() if row in heads] == told


def test_mail_on_one_deadline_leaves_the_others_out():
    said = text(invited("invite", entry="call/talks/notification"))
    assert "Submission deadline" not in said
    assert "January 13, 2027" in said


@pytest.mark.parametrize("act", ["cancel", "uninvite"])
def test_mail_to_those_who_do_not_come_is_short(act):
    event = attrs.evolve(RICH, description="Long story.", formats=["talks"], travel="By train.")
    assert text(invited(act, event)).splitlines()[2:] == [
        "Example Conference",
        "Saturday, May 1, 2027, 9:00 AM – 6:00 PM Beijing time (UTC+8) | Expo Centre (in person)",
        "",
        "Venue",
        "  Expo Centre",
        "  Date: Saturday, May 1, 2027",
    ]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("language", ["en", "en-GB", "zh-Hans", "zh-Hant"])
def test_message_is_the_same_every_time_and_passes_every_server(act, language):
    octets = invited(act, files.example(), language=language).message.as_bytes()
    assert octets == invited(act, files.example(), language=language).message.as_bytes()
    assert octets.isascii()
    assert max(map(len, octets.split(b"\r\n"))) <= 78
    assert b"\n" not in octets.replace(b"\r\n", b"")
    assert octets.count(f"--{invited(act, files.example(), language=language).message.get_boundary()}".encode()) == 4


class Offline(smtplib.SMTP):
    """The standard library's way to send, up to where it would speak to a server."""

    def ehlo_or_helo_if_needed(self):
        pass

    def sendmail(self, *sent):
        self.sent = sent
        return {}


@pytest.mark.parametrize("description", ["What it is about.", "From one to two.\n\nFrom here on."])
def test_message_is_sent_as_it_is_to_the_attendee_alone(description):
    server = Offline()
    to = Mailbox(email="ada@example.org", name='x@example.org, "Ada" <y@example.org>')
    message = invited("invite", attrs.evolve(RICH, description=description), to=to).message
    server.send_message(message)
    assert server.sent[:3] == ("team@example.org", ["ada@example.org"], message.as_bytes())


def test_invitations_are_equal_if_all_in_them_is():
    one, other = invited("invite"), invited("invite")
    assert one == other
    assert hash(one) == hash(other)
    assert one != invited("invite", language="zh")
    assert one != invited("update")


def test_invitation_of_a_conference_without_a_day_says_what_to_fill():
    with pytest.raises(UnwritableError, match="fill days"):
        invited("invite", conference(days=None))


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("call/talks/camera_ready", "write call/talks/submission or call/talks/notification"),
        ("call", "write call/talks/submission or call/talks/notification"),
        ("event/hall", "write event"),
        ("venue/annex", "write venue/hall"),
    ],
)
def test_entry_that_is_not_there_is_refused_with_those_that_are(entry, hint):
    with pytest.raises(UnwritableError) as caught:
        invited("invite", entry=entry)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path, finding.hint) == ("ical.entry", "entry", hint)


def test_entry_of_a_kind_without_days_is_refused():
    bare = conference(calls=[CallForProposals()])
    with pytest.raises(UnwritableError, match="fill the day of what it is to"):
        invited("invite", bare, entry="call/call/submission")


@pytest.mark.parametrize(
    ("name", "value", "codes"),
    [
        ("to", 3, ["email.address"]),
        ("to", ["ada@example.org"], ["email.address"]),
        ("to", "Ada", ["email.address"]),
        ("organizer", None, ["email.address"]),
        ("stamp", "now", ["ical.stamp"]),
        ("stamp", None, ["ical.stamp"]),
        ("stamp", dt.date(2027, 1, 1), ["ical.stamp"]),
        ("stamp", dt.datetime(2027, 1, 1), ["ical.stamp"]),
        ("stamp", dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=8))), ["ical.stamp"]),
        ("language", "fr", ["words.language"]),
        ("language", 3, ["ical.language"]),
        ("language", ("en", "zh"), ["ical.language"]),
        ("entry", "events", ["ical.entry"]),
        ("entry", None, ["ical.entry"]),
        ("event", "day.yaml", ["value.type"]),
        ("event", Catalog([]), ["value.type"]),
    ],
)
@pytest.mark.parametrize("act", ACTS)
def test_argument_that_means_nothing_is_refused_with_the_way_out(act, name, value, codes):
    with pytest.raises(InvalidValueError) as caught:
        invited(act, **{name: value})
    assert [finding.code for finding in caught.value.findings] == codes
    assert all(finding.hint for finding in caught.value.findings)


def test_everything_wrong_is_said_at_once():
    with pytest.raises(InvalidValueError) as caught:
        ical.invite("day.yaml", to="x", organizer=None, stamp=None, language="fr", entry="x")
    assert sorted(finding.path for finding in caught.value.findings) == ["", "", "entry", "organizer", "stamp", "to"]


@pytest.mark.parametrize(
    ("written", "email", "name"),
    [
        ("ada@example.org", "ada@example.org", None),
        (" <ada@example.org> ", "ada@example.org", None),
        ('"" <ada@example.org>', "ada@example.org", None),
        ("Ada Lovelace <ada@example.org>", "ada@example.org", "Ada Lovelace"),
        ('"Lovelace, Ada" <ada@example.org>', "ada@example.org", "Lovelace, Ada"),
        (r'"Ada \"A\" \\" <ada@example.org>', "ada@example.org", 'Ada "A" \\'),
        ("J. R. 张三 <j.r+x@a.example.org>", "j.r+x@a.example.org", "J. R. 张三"),
    ],
)
def test_mailbox_is_read_as_people_write_it(written, email, name):
    assert Mailbox.parse(written) == Mailbox(email=email, name=name)


def test_mailbox_has_its_name_on_one_line():
    assert Mailbox(email="a@example.org", name=" A\r\nB\x85C\u2028\x00\x1b D\t\u3000").name == "A B C D"


@pytest.mark.parametrize(
    "email",
    [
        *("", "ada", "@example.org", "ada@", "ada@localhost", "a da@example.org", "ada@exam ple.org", "ada@-a.org"),
        *("张@example.org", "ada@例子.org", "ada@example.org\r\nBcc: x@example.org", "ada@example.org\n", "a..b@c.de"),
        *("a@b@c.de", '"a"@b.de', "a@[127.0.0.1]", "a" * 65 + "@example.org", "a@" + "b." * 130 + "org", None, 3, b"a"),
    ],
)
def test_mailbox_refuses_what_is_no_address(email):
    with pytest.raises(InvalidValueError, match="write it like") as caught:
        Mailbox(email=email)
    assert [finding.path for finding in caught.value.findings] == ["email"]


@pytest.mark.parametrize(("name", "code"), [("", "email.name"), ("\r\n\x00", "email.name"), (3, "email.name")])
def test_mailbox_has_a_name_that_says_something_or_none(name, code):
    with pytest.raises(InvalidValueError, match="leave it out") as caught:
        Mailbox(email="ada@example.org", name=name)
    assert [(finding.code, finding.path) for finding in caught.value.findings] == [(code, "name")]


def test_mailbox_refuses_half_a_character():
    with pytest.raises(InvalidValueError, match="write the whole character"):
        Mailbox(email="ada@example.org", name="Ada \ud800")
    with pytest.raises(InvalidValueError, match="to: name holds half a character"):
        invited("invite", to="Ada \ud800 <ada@example.org>")


@pytest.mark.parametrize("written", ["Ada, B <ada@example.org>", "a@example.org, B <b@example.org>", "x> a@b.de", 3])
def test_mailbox_refuses_what_may_be_two(written):
    with pytest.raises(InvalidValueError, match="quotes around a name that holds a comma"):
        Mailbox.parse(written)


def test_mailbox_in_a_calendar_is_a_link():
    _, event = read(invited("invite", to=Mailbox(email="a/b%c{d}'e+f@example.org")))
    assert str(event["ATTENDEE"]) == "mailto:a%2Fb%25c%7Bd%7D'e+f@example.org"
    assert "CN" not in event["ATTENDEE"].params
    mail = invited("invite", to=Mailbox(email="a/b%c{d}'e+f@example.org")).message
    assert getaddresses([mail["To"]]) == [("", "a/b%c{d}'e+f@example.org")]
