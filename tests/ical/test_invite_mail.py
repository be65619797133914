"""The mail that carries an invitation (RFC 6047), in the language of its reader."""

import smtplib
from email import message_from_bytes, policy

import attrs

from cases import for_each
from confkit import files
from confkit.ical import Mailbox
from factories import call, conference
from invitations import CANCELLED_ENTRIES, ENTRIES, EVENT, FUNCTIONS, REQUESTS, make_invitation, without_a_date


@for_each("act", list(FUNCTIONS))
@for_each("language", ["en", "zh"])
def test_mail_has_text_html_and_the_calendar_as_its_last_part(act, language):
    """RFC 6047 2.4: "The method parameter MUST be the same as the METHOD in the calendar"."""
    invitation = make_invitation(act, language=language)
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
    mail = message_from_bytes(make_invitation("invite").message.as_bytes(), policy=policy.default)
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
    ("cancel", "registration"): ("Cancelled: Example Conference — Registration", "已取消：示例大会——报名"),
    ("uninvite", "registration"): ("Withdrawn: Example Conference: Registration", "已撤回：示例大会：报名"),
}


@for_each("case, subjects", SUBJECTS.items())
def test_subject_names_the_action_in_the_language_of_the_reader(case, subjects):
    act, entry = case
    assert tuple(make_invitation(act, entry=entry, language=tag).message["Subject"] for tag in ("en", "zh")) == subjects


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


@for_each("act", list(FUNCTIONS))
@for_each("entry", ENTRIES)
def test_mail_starts_with_its_reason(act, entry):
    reasons = STARTS if entry in {"event", "venue/hall"} else OF_A_DATE
    first = f"{reasons[act]}\n\nExample Conference\nSaturday, May 1, 2027"
    assert text(make_invitation(act, entry=entry)).startswith(first)


@for_each("event, entry", CANCELLED_ENTRIES)
def test_cancellation_mail_names_the_reason(event, entry):
    why = {"cancelled": "has been cancelled", "postponed": "has been postponed", "moved_online": "has moved online"}
    assert text(make_invitation("cancel", event, entry=entry)).startswith(f"The following event {why[event.status]}.\n")


def test_mail_about_a_deadline_without_a_new_date_calls_it_postponed():
    postponed = conference(calls=[call(deadlines=[without_a_date("tbd")])])
    mail = make_invitation("cancel", postponed, entry="call/talks/submission")
    assert text(mail).startswith("The following date has been postponed.\n")


def text(invitation):
    return next(invitation.message.iter_parts()).get_content().replace("\r\n", "\n")


@for_each(
    "entry, headings",
    [
        ("event", ["Call for proposals", "Key dates", "Main venue", "Registration"]),
        ("venue/hall", ["Venue"]),
        ("call/talks/submission", ["Call for proposals", "Main venue"]),
        ("milestone/registration", ["Key dates", "Main venue"]),
        ("registration", ["Main venue", "Registration"]),
    ],
)
def test_mail_describes_its_entry_and_no_other_dates(entry, headings):
    known = {"Call for proposals", "Key dates", "Main venue", "Venue", "Registration"}
    assert [row for row in text(make_invitation("invite", entry=entry)).splitlines() if row in known] == headings


def test_mail_about_one_deadline_omits_the_others():
    mail = text(make_invitation("invite", entry="call/talks/notification"))
    assert "Submission deadline" not in mail
    assert "January 13, 2027" in mail


@for_each("act", ["cancel", "uninvite"])
def test_cancellation_mail_is_short(act):
    event = attrs.evolve(EVENT, description="Long story.", formats=["talks"], travel="By train.")
    assert text(make_invitation(act, event)).splitlines()[2:] == [
        "Example Conference",
        "Saturday, May 1, 2027, 9:00 AM – 6:00 PM Beijing time (UTC+8) | Expo Centre (in person)",
        "",
        "Venue",
        "  Expo Centre",
        "  Date: Saturday, May 1, 2027",
    ]


@for_each("act", list(FUNCTIONS))
@for_each("language", ["en", "en-GB", "zh-Hans", "zh-Hant"])
def test_message_is_reproducible_and_safe_for_mail_servers(act, language):
    message = make_invitation(act, files.example(), language=language).message
    octets = message.as_bytes()
    assert octets == make_invitation(act, files.example(), language=language).message.as_bytes()
    assert octets.isascii()
    assert max(map(len, octets.split(b"\r\n"))) <= 78
    assert b"\n" not in octets.replace(b"\r\n", b"")
    assert octets.count(f"--{message.get_boundary()}".encode()) == 4


class Offline(smtplib.SMTP):
    """An SMTP client that keeps the message instead of sending it."""

    def ehlo_or_helo_if_needed(self):
        pass

    def sendmail(self, *sent):
        self.sent = sent
        return {}


@for_each("description", ["What it is about.", "From one to two.\n\nFrom here on."])
def test_message_is_sent_unchanged_to_the_attendee_only(description):
    server = Offline()
    to = Mailbox(email="ada@example.org", name='x@example.org, "Ada" <y@example.org>')
    message = make_invitation("invite", attrs.evolve(EVENT, description=description), to=to).message
    server.send_message(message)
    assert server.sent[:3] == ("team@example.org", ["ada@example.org"], message.as_bytes())


def test_invitations_are_compared_by_value():
    first, second = make_invitation("invite"), make_invitation("invite")
    assert first == second
    assert hash(first) == hash(second)
    assert first != make_invitation("invite", language="zh")
    assert first != make_invitation("update")
