"""The command ``ics``: downloads, pairs and feeds, of files and of folders."""

import json
from pathlib import Path
from typing import Any

import icalendar
import pytest
from click.testing import Result

from cli.commands import DAY, run as run_command
from confkit import Catalog, files, ical
from factories import conference
from feed_goldens import GOLDEN, STAMP, catalog


@pytest.fixture(scope="module")
def event_files() -> dict[str, str]:
    texts = {f"events/{event.id}.yaml": files.dumps(event, format="yaml") for event in catalog()}
    return {**texts, "day.yaml": files.dumps(files.example(), format="yaml")}


@pytest.fixture(autouse=True)
def written_files(folder: Path, event_files: dict[str, str]) -> None:
    (folder / "events").mkdir()
    for name, text in event_files.items():
        (folder / name).write_text(text, encoding="utf-8")


def run(*arguments: str, stdin: bytes | str = b"") -> Result:
    return run_command("ics", *arguments, stdin=stdin)


def titles(data: bytes) -> list[str]:
    return [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(data).walk("VEVENT")]


NOTE = (
    "day.yaml:64:21: note: registration.details_expected: no day is known, so it has no calendar entry (2025-04) "
    "[ical.no-day]\n"
)

# ------------------------------------------------------------------------------------------------------- downloads


def test_calendar_of_one_event_with_notes_on_missing_entries() -> None:
    done = run("day.yaml", "-o", "day.ics", "--lang", "zh")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.split(": ", 1)[1] == NOTE.split(": ", 1)[1]
    assert Path("day.ics").read_bytes() == ical.dumps(files.example(), language="zh")


def test_calendar_of_a_folder_is_the_calendar_of_its_catalog() -> None:
    assert run("events").stdout_bytes == ical.dumps(files.load_catalog("events"))


def test_calendar_of_several_files_in_the_order_given() -> None:
    done = run("events/time-2027.yaml", "events/forum-2027.yaml", "--kinds", "event")
    assert titles(done.stdout_bytes) == ["Symposium on Time", "Cancelled: Forum"]


def test_calendar_of_many_events_from_standard_input() -> None:
    done = run("-", stdin=files.dumps(catalog(), format="json"))
    assert done.stdout_bytes == ical.dumps(catalog())


def test_finding_of_an_event_among_many_names_its_line() -> None:
    files.dump(Catalog([conference(id="a"), *catalog().conferences[4:]]), "many.yaml")
    done = run("many.yaml")
    lines = Path("many.yaml").read_text().splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "2028-05" in text)
    assert done.stderr.startswith(f"many.yaml:{line}:")
    assert "conferences[1].days: no day is known" in done.stderr


OPTIONS: dict[tuple[str, ...], dict[str, Any]] = {
    ("--lang", "zh,en"): {"language": ("zh", "en")},
    ("--no-alarms",): {"alarms": False},
    ("--alarms",): {"alarms": True},
    ("--kinds", "deadline, event"): {"kinds": ["event", "deadline"]},
}


def test_options_of_a_calendar() -> None:
    for arguments, options in OPTIONS.items():
        printed = run("day.yaml", *arguments).stdout_bytes
        assert (arguments, printed) == (arguments, ical.dumps(files.example(), **options))


def test_pair_is_a_calendar_for_each_language_with_the_same_identities() -> None:
    assert run("day.yaml", "--lang", "zh,en", "--pair", "-o", "out.day.ics").exit_code == 0
    assert Path("out.day.zh-Hans.ics").read_bytes() == ical.dumps(files.example(), language="zh")
    assert Path("out.day.en.ics").read_bytes() == ical.dumps(files.example(), language="en")
    assert not Path("out.day.ics").exists()


def test_pair_reports_each_finding_once() -> None:
    assert run("day.yaml", "--lang", "zh,en", "--pair", "-o", "day").stderr.count("ical.no-day") == 1
    assert sorted(path.name for path in Path().glob("day*")) == ["day.en", "day.yaml", "day.zh-Hans"]


def test_event_without_published_is_reported_with_its_line_and_nothing_is_written() -> None:
    Path("events/bad.yaml").write_text(DAY.replace("published: 2026-11-01\n", ""))
    done = run("events", "-o", "all.ics")
    assert done.exit_code == 1
    assert done.stderr.startswith("events/bad.yaml:1:1: error: published: ")
    assert done.stderr.splitlines()[-1] == "nothing was written"
    assert not Path("all.ics").exists()


def test_all_files_with_errors_are_reported() -> None:
    Path("events/a.yaml").write_text("nonsense")
    Path("events/b.yaml").write_text(DAY.replace("2027-05-01", "soon"))
    done = run("events", "-o", "all.ics")
    assert done.exit_code == 1
    assert [line.split(":")[0] for line in done.stderr.splitlines() if "error:" in line] == [
        "events/a.yaml",
        "events/b.yaml",
    ]


def test_same_id_in_two_files_is_reported_at_the_second() -> None:
    Path("events/z.yaml").write_text(DAY.replace("day-2027", "time-2027"))
    done = run("events", "-o", "all.ics")
    assert done.exit_code == 1
    assert done.stderr.startswith("events/z.yaml:2:5: error: id: ")


# ------------------------------------------------------------------------------------------------------------ feeds

FEED = (
    *("--feed", "--name", "en=Events on calendars", "--name", "zh=日历技术活动", "--name", "zh-Hant=日曆技術活動"),
    *("--description", "en=Conferences, and what is due.\nOne feed for all.", "--description"),
    *("zh=会议与截止日期，一处订阅。", "--url", "https://example.org/events.ics"),
    *("--color", "steelblue", "--refresh", "12h"),
)
ORDER = [f"events/{one.id}.yaml" for one in catalog()]


def test_feed_is_the_feed_that_the_library_makes() -> None:
    done = run(*ORDER, *FEED, "-o", "feed.ics")
    assert done.exit_code == 0
    assert Path("feed.ics").read_bytes() == (GOLDEN / "events.en.ics").read_bytes()
    assert done.stderr.count("[ical.no-day]") == 2
    assert run(*ORDER, *FEED, "--lang", "zh").stdout_bytes == (GOLDEN / "events.zh-Hans.ics").read_bytes()


def test_feed_with_an_organizer_is_stamped() -> None:
    who, when = ("--organizer", "The Team <team@example.org>"), ("--stamp", "2026-11-23T12:30+08:00")
    channel = ical.Channel(name="A", organizer="The Team <team@example.org>")
    made = ical.feed(files.example(), channel, stamp=STAMP)
    assert run("day.yaml", "--feed", "--name", "A", *who, *when).stdout_bytes == made.data


def test_feed_leaves_out_events_with_errors_and_reports_them() -> None:
    Path("events/a.yaml").write_text(DAY.replace("published: 2026-11-01\n", ""))
    Path("events/z.yaml").write_text(DAY.replace("day-2027", "time-2027"))
    done = run("events", "--feed", "-o", "feed.ics")
    assert done.exit_code == 1
    errors = [line for line in done.stderr.splitlines() if ": error: " in line]
    assert [line.split(" ")[0] for line in errors] == ["events/a.yaml:1:1:", "events/z.yaml:2:5:"]
    assert len(titles(Path("feed.ics").read_bytes())) == 7


def test_feed_is_not_written_if_a_file_cannot_be_read() -> None:
    run("events", "--feed", "-o", "feed.ics")
    before = Path("feed.ics").read_bytes()
    Path("events/a.yaml").write_text(DAY + "days: [\n")
    Path("events/b.yaml").write_text(DAY.replace("published: 2026-11-01\n", ""))
    Path("events/z.yaml").write_text("nonsense")
    done = run("events", "--feed", "-o", "feed.ics")
    assert (done.exit_code, done.stdout, Path("feed.ics").read_bytes() == before) == (1, "", True)
    *lines, last = done.stderr.splitlines()
    assert {line.split(":")[0] for line in lines if ": error: " in line} == {"events/a.yaml", "events/z.yaml"}
    assert last == "nothing was written"


def test_feed_without_events_is_refused() -> None:
    Path("bad.yaml").write_text(DAY.replace("published: 2026-11-01\n", ""))
    done = run("bad.yaml", "--feed", "-o", "feed.ics")
    assert (done.exit_code, Path("feed.ics").exists()) == (1, False)
    assert "bad.yaml:1:1: error: published: " in done.stderr


def test_pair_of_feeds_has_two_urls() -> None:
    pair = ("--lang", "zh,en", "--pair", "-o", "feed.ics")
    assert run("events", "--feed", "--url", "https://example.org/a.b/feed.ics?x=1", *pair).exit_code == 0
    for tag in ("zh-Hans", "en"):
        data = Path(f"feed.{tag}.ics").read_bytes()
        assert f"SOURCE;VALUE=URI:https://example.org/a.b/feed.{tag}.ics?x=1\r\n".encode() in data
    assert run("events", "--feed", *pair).exit_code == 0


def test_feed_over_the_size_limit_is_written_with_a_warning() -> None:
    done = run("events", "--feed", "--max-bytes", "3000", "-o", "feed.ics")
    size = Path("feed.ics").stat().st_size
    assert done.exit_code == 0
    assert f"warning: the feed is larger than the limit of 3000 bytes ({size} bytes) [ical.size]\n" in done.stderr
    assert "ical.size" not in run("events", "--feed", "--max-bytes", "100000", "-o", "feed.ics").stderr


def test_split_writes_parts_and_prints_their_index() -> None:
    url = ("--url", "https://example.org/feeds/")
    done = run(*ORDER, "--feed", "--name", "全部", *url, "--split", "year", "-o", "out/feeds")
    assert done.exit_code == 0
    index = json.loads(done.stdout)
    assert (index["by"], index["entries"]) == ("year", 7)
    assert index["parts"][1] == {
        "name": "year-2027.ics",
        "title": "全部 (2027)",
        "key": "2027",
        "entries": 5,
        "bytes": Path("out/feeds/year-2027.ics").stat().st_size,
        "first": "2027-01-20",
        "last": "2027-09-01",
        "url": "https://example.org/feeds/year-2027.ics",
    }
    assert sorted(path.name for path in Path("out/feeds").iterdir()) == ["year-2025.ics", "year-2027.ics"]


def test_split_among_the_events_can_be_run_again() -> None:
    first, second = (run("events", "--feed", "--split", "year", "-o", "events/feeds") for _ in range(2))
    assert (first.exit_code, first.stdout_bytes) == (second.exit_code, second.stdout_bytes)
    assert first.exit_code == 0


def test_split_obeys_the_limit() -> None:
    done = run("events", "--feed", "--split", "kind", "--max-bytes", "4000", "-o", "out")
    parts = json.loads(done.stdout)["parts"]
    assert sum(part["entries"] for part in parts) == 7
    assert [part for part in parts if part["bytes"] > 4000] == []


WRONG_USE = {
    "no file": (),
    "unknown kind": ("day.yaml", "--kinds", "event,deadlines"),
    "empty kind": ("day.yaml", "--kinds", ""),
    "pair without a file": ("day.yaml", "--pair", "--lang", "zh,en"),
    "pair without languages": ("day.yaml", "--pair", "-o", "day.ics"),
    "pair of one language": ("day.yaml", "--pair", "--lang", "zh", "-o", "day.ics"),
    "name of no feed": ("day.yaml", "--name", "A"),
    "split of no feed": ("day.yaml", "--split", "year", "-o", "out"),
    "pair of parts": ("day.yaml", "--feed", "--split", "year", "--pair", "--lang", "zh,en", "-o", "out"),
    "split without a folder": ("day.yaml", "--feed", "--split", "year"),
    "unknown split": ("day.yaml", "--feed", "--split", "month", "-o", "out"),
    "no room": ("day.yaml", "--feed", "--max-bytes", "0"),
    "alarms in a feed": ("day.yaml", "--feed", "--alarms"),
    "organizer without a stamp": ("day.yaml", "--feed", "--organizer", "a@example.org"),
    "stamp without an organizer": ("day.yaml", "--feed", "--stamp", "now"),
    "stamp without a zone": ("day.yaml", "--feed", "--organizer", "a@b.org", "--stamp", "2026-11-23"),
    "no organizer": ("day.yaml", "--feed", "--organizer", "example.org", "--stamp", "now"),
    "unknown colour": ("day.yaml", "--feed", "--color", "blu"),
    "no address": ("day.yaml", "--feed", "--url", "example.org"),
    "empty name": ("day.yaml", "--feed", "--name", " "),
    "unknown span": ("day.yaml", "--feed", "--refresh", "half a day"),
    "two names without languages": ("day.yaml", "--feed", "--name", "A", "--name", "B"),
    "folder that is a file": ("day.yaml", "--feed", "--split", "year", "-o", "events/time-2027.yaml"),
    "file in no folder": ("day.yaml", "--feed", "-o", "nowhere/day.ics"),
}


def test_wrong_use_ends_with_2_and_a_message() -> None:
    for name, arguments in WRONG_USE.items():
        done = run(*arguments)
        assert (name, done.exit_code, done.stdout) == (name, 2, "")
        assert done.stderr.startswith("Usage: confkit ics")
        assert "\nError: " in done.stderr


def test_wrong_use_names_every_option_that_is_wrong() -> None:
    done = run("day.yaml", "--feed", "--color", "blu", "--url", "x")
    assert done.stderr.splitlines()[-1] == (
        "Error: --url: url must be a complete URL that begins with http:// or https:// (x); write it like "
        "https://example.org/. --color: not the name of a CSS colour (blu); write blue."
    )
    assert run("day.yaml", "--url", "https://example.org/").stderr.splitlines()[-1] == (
        "Error: --url is an option of a feed: add --feed."
    )
    assert run("day.yaml", "--name", "A", "--max-bytes", "9").stderr.splitlines()[-1] == (
        "Error: --name and --max-bytes are options of a feed: add --feed."
    )
