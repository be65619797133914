"""The command ``invite`` as people use it."""

import datetime as dt
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from click.testing import Result

from cli.commands import message, run
from confkit import files, ical

STAMP = dt.datetime(2025, 3, 20, 9, tzinfo=dt.UTC)
ORGANIZER = "The Team <team@example.org>"
GIVEN = ("--organizer", ORGANIZER, "--stamp", "2025-03-20T17:00+08:00")
ADA = "Ada Lovelace <ada@example.org>"
LI = "李四 <li@example.org>"


@pytest.fixture(autouse=True)
def event_file(folder: Path) -> None:  # noqa: ARG001  # the folder of the test is the current one
    run("example", "-o", "day.yaml")


def invite(*arguments: str) -> Result:
    return run("invite", "day.yaml", *GIVEN, *arguments)


def made(function=ical.invite, to=ADA, **options):
    return function(files.example(), **{"to": to, "organizer": ORGANIZER, "stamp": STAMP, **options}).message.as_bytes()


FUNCTIONS = {(): ical.invite, ("--update",): ical.update, ("--cancel",): ical.cancel, ("--uninvite",): ical.uninvite}


def test_invite_prints_the_mail() -> None:
    for switch, function in FUNCTIONS.items():
        assert invite("--to", ADA, *switch).stdout_bytes == made(function), switch


def test_invite_takes_mailto_urls() -> None:
    given = ("--organizer", "mailto:team@example.org", "--to", "mailto:ada@example.org", *GIVEN[2:])
    assert run("invite", "day.yaml", *given).stdout_bytes == made(to="ada@example.org", organizer="team@example.org")


def test_invite_writes_a_file_in_the_given_language(folder: Path) -> None:
    assert invite("--to", LI, "--lang", "zh", "-o", "li.eml").exit_code == 0
    assert (folder / "li.eml").read_bytes() == made(to=LI, language="zh")


def test_invite_writes_a_mail_for_each_person_into_a_folder(folder: Path) -> None:
    (folder / "there").mkdir()
    for output in ("out/", "there"):
        done = invite("--to", ADA, "--to", LI, "-o", output)
        assert (done.exit_code, done.stdout) == (0, "")
        assert {path.name: path.read_bytes() for path in (folder / output).iterdir()} == {
            "ada@example.org.eml": made(),
            "li@example.org.eml": made(to=LI),
        }


def test_invite_writes_no_file_outside_the_folder(folder: Path) -> None:
    assert invite("--to", "../a/b@example.org", "-o", "out/").exit_code == 2
    assert invite("--to", "a/../b@example.org", "-o", "out/").exit_code == 2
    assert invite("--to", "a/b@example.org", "-o", "out/").exit_code == 0
    assert sorted(path.name for path in folder.rglob("*.eml")) == ["a%2Fb@example.org.eml"]


def test_invite_to_a_deadline() -> None:
    printed = invite("--to", ADA, "--entry", "call/talks/submission").stdout_bytes
    assert printed == made(entry="call/talks/submission")


def test_invite_without_a_stamp_is_made_now() -> None:
    printed = run("invite", "day.yaml", "--to", ADA, "--organizer", ORGANIZER).stdout_bytes
    mail = message_from_bytes(printed, policy=policy.default)
    assert abs(mail["Date"].datetime - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=5)


WRONG_USE = [
    (("--to", "Ada"), "not one e-mail address"),
    (("--to", "Lovelace, Ada <ada@example.org>"), "with quotes around a name that contains a comma"),
    (("--to", ADA, "--organizer", "team"), "not one e-mail address"),
    (("--to", ADA, "--to", "ADA@example.org", "-o", "out/"), "ada@example.org is named twice."),
    (("--to", ADA, "--to", LI), "several mails need a folder: -o invitations/"),
    (("--to", ADA, "--to", LI, "-o", "all.eml"), "several mails need a folder: -o invitations/"),
    (("--to", ADA, "--update", "--cancel"), "choose one of --update, --cancel"),
    (("--to", ADA, "--lang", "en,zh"), "a mail is in one language: run the command once for each language"),
    (("--to", ADA, "--stamp", "2025-03-20"), "2025-03-20 is not a date and time with a zone"),
    (("--to", ADA, "--entry", "talks"), "write event, registration, venue/ID, call/ID/DEADLINE or milestone/ID."),
    (("--to", ADA, "--entry", "call/talks/x"), "write call/talks/submission."),
    (("--to", ADA, "-o", "day.yaml/"), "day.yaml/ is not a folder and cannot be created"),
    ((), "Missing option '--to'"),
]


def test_wrong_use_ends_with_2_and_a_message(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    for arguments, expected in WRONG_USE:
        done = invite(*arguments)
        assert (arguments, done.exit_code, done.stdout) == (arguments, 2, "")
        assert expected in message(done)
        assert sorted(folder.rglob("*")) == before


def test_invite_to_a_cancelled_event_ends_with_1_and_its_line(folder: Path) -> None:
    rows = "- id: x\n  name: X\n  published: 2026-11-01\n  days: 2027-05-01\n  status: cancelled\n"
    (folder / "off.yaml").write_text(f"confkit: 1\nconferences:\n{rows}")
    done = run("invite", "off.yaml", *GIVEN, "--to", ADA, "-o", "out/")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "off.yaml:7:11: error: conferences[0].status: "
        "the entry has been called off, so nobody can be invited (cancelled)"
        " [ical.method; RFC 5546 3.2.2]\n"
        "    send a cancellation instead\n"
    )
    assert not (folder / "out").exists()
