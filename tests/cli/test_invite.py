"""The command ``invite`` as people use it."""

import datetime as dt
import os
import subprocess
import sys
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from confkit import files, ical
from confkit.cli._group import confkit

STAMP = dt.datetime(2025, 3, 20, 9, tzinfo=dt.UTC)
ORGANIZER = "The Team <team@example.org>"
GIVEN = ("--organizer", ORGANIZER, "--stamp", "2025-03-20T17:00+08:00")
ADA = "Ada Lovelace <ada@example.org>"
LI = "李四 <li@example.org>"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert run("example", "-o", "day.yaml").exit_code == 0
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(confkit, list(arguments), catch_exceptions=False)


def invite(*arguments: str) -> Result:
    return run("invite", "day.yaml", *GIVEN, *arguments)


def made(act=ical.invite, to=ADA, **options):
    return act(files.example(), **{"to": to, "organizer": ORGANIZER, "stamp": STAMP, **options}).message.as_bytes()


ACTS = {
    "invite": ((), ical.invite),
    "update": (("--update",), ical.update),
    "cancel": (("--cancel",), ical.cancel),
    "uninvite": (("--uninvite",), ical.uninvite),
}


@pytest.mark.parametrize(("switch", "act"), ACTS.values(), ids=ACTS)
def test_invite_prints_the_mail(switch, act) -> None:
    assert invite("--to", ADA, *switch).stdout_bytes == made(act)


def test_invite_takes_addresses_as_calendars_write_them() -> None:
    given = ("--organizer", "mailto:team@example.org", "--to", "mailto:ada@example.org", *GIVEN[2:])
    assert run("invite", "day.yaml", *given).stdout_bytes == made(to="ada@example.org", organizer="team@example.org")


def test_invite_writes_a_file_in_the_language_asked_for(folder: Path) -> None:
    assert invite("--to", LI, "--lang", "zh", "-o", "li.eml").exit_code == 0
    assert (folder / "li.eml").read_bytes() == made(to=LI, language="zh")


@pytest.mark.parametrize("output", ["out/", "there"])
def test_invite_writes_a_mail_for_each_into_a_folder(folder: Path, output: str) -> None:
    (folder / "there").mkdir()
    done = invite("--to", ADA, "--to", LI, "-o", output)
    assert (done.exit_code, done.stdout) == (0, "")
    assert {path.name: path.read_bytes() for path in (folder / output).iterdir()} == {
        "ada@example.org.eml": made(),
        "li@example.org.eml": made(to=LI),
    }


def test_invite_names_no_file_outside_of_the_folder(folder: Path) -> None:
    assert invite("--to", "../a/b@example.org", "-o", "out/").exit_code == 2
    assert invite("--to", "a/../b@example.org", "-o", "out/").exit_code == 2
    assert invite("--to", "a/b@example.org", "-o", "out/").exit_code == 0
    assert sorted(path.name for path in folder.rglob("*.eml")) == ["a%2Fb@example.org.eml"]


def test_invite_to_a_deadline() -> None:
    printed = invite("--to", ADA, "--entry", "call/talks/submission").stdout_bytes
    assert printed == made(entry="call/talks/submission")


def test_invite_is_made_now_unless_it_says_when() -> None:
    printed = run("invite", "day.yaml", "--to", ADA, "--organizer", ORGANIZER).stdout_bytes
    mail = message_from_bytes(printed, policy=policy.default)
    assert abs(mail["Date"].datetime - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=5)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--to", "Ada"), "not one e-mail address"),
        (("--to", "Lovelace, Ada <ada@example.org>"), "with quotes around a name that holds a comma"),
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
    ],
)
def test_wrong_use_leaves_with_2_and_says_why(folder: Path, arguments, says: str) -> None:
    before = sorted(folder.rglob("*"))
    done = invite(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in " ".join(done.stderr.split())
    assert sorted(folder.rglob("*")) == before


def test_an_event_that_nobody_can_be_invited_to_leaves_with_1_and_its_line(folder: Path) -> None:
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


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "TZ": "America/New_York", "LANG": "C", "PYTHONIOENCODING": "ascii"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
    ],
    ids=["new-york", "shanghai"],
)
def test_mail_is_the_same_bytes_everywhere(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "confkit", "invite", "day.yaml", *GIVEN, "--to", ADA, "--lang", "zh"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=True)
    assert done.stdout == made(language="zh")
