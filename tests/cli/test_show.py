"""The commands ``show``, ``example`` and ``schema``."""

import datetime as dt
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.commands import DAY, message, run
from confkit import files, render


@pytest.fixture(autouse=True)
def event_file(folder: Path) -> Path:
    run("example", "-o", "day.yaml")
    return folder / "day.yaml"


def test_example_is_the_bundled_conference(event_file: Path) -> None:
    printed = run("example")
    assert (printed.exit_code, printed.stdout_bytes) == (0, event_file.read_bytes())
    assert files.load(event_file) == files.example()


def test_schema_accepts_the_example() -> None:
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(files.dumps(files.example(), format="json")))


def test_show_prints_the_summary_in_one_language() -> None:
    assert run("show", "day.yaml").stdout == render.text(files.example(), language="en").rstrip("\n") + "\n"
    assert run("show", "day.yaml", "--lang", "zh-TW").stdout.rstrip() == render.text(
        files.example(), language="zh-Hant"
    ).rstrip("\n")


def test_show_prints_several_languages_in_the_given_order() -> None:
    shown = run("show", "day.yaml", "--lang", "zh,en").stdout
    chinese = render.text(files.example(), language="zh").rstrip("\n")
    english = render.text(files.example(), language="en").rstrip("\n")
    assert shown == f"{chinese}\n\n{english}\n"


def test_show_in_each_layout_prints_what_the_library_makes() -> None:
    for layout in ("markdown", "line", "html", "chat"):
        made = getattr(render, layout)(files.example(), language="zh")
        assert run("show", "day.yaml", "--as", layout, "--lang", "zh").stdout == made.rstrip("\n") + "\n", layout


def test_show_as_html_in_several_languages_makes_an_article_for_each() -> None:
    made = "".join(render.html(files.example(), language=language) for language in ("zh", "en"))
    assert run("show", "day.yaml", "--as", "html", "--lang", "zh,en").stdout == made


def test_show_as_post_makes_one_page_in_all_languages() -> None:
    made = render.post(files.example(), languages=("zh", "en"))
    assert run("show", "day.yaml", "--as", "post", "--lang", "zh,en").stdout == made


def test_show_as_email_prints_the_bytes_of_the_mail() -> None:
    made = render.email(files.example(), languages=("zh", "en")).as_bytes()
    assert run("show", "day.yaml", "--as", "email", "--lang", "zh,en").stdout_bytes == made
    assert run("show", "day.yaml", "--as", "email").stdout_bytes == render.email(files.example()).as_bytes()


def test_show_bilingual_takes_two_languages() -> None:
    made = render.bilingual(files.example(), languages=("en", "zh")).rstrip("\n") + "\n"
    assert run("show", "day.yaml", "--as", "bilingual").stdout == made
    assert run("show", "day.yaml", "--as", "bilingual", "--lang", "en,zh").stdout == made
    table = render.bilingual(files.example(), languages=("zh", "en"), form="html")
    assert run("show", "day.yaml", "--as", "bilingual-html", "--lang", "zh,en").stdout == table
    refused = run("show", "day.yaml", "--as", "bilingual", "--lang", "en")
    assert (refused.exit_code, "needs two languages: --lang en,zh" in refused.stderr) == (2, True)


def test_show_writes_a_file(folder: Path) -> None:
    done = run("show", "day.yaml", "--lang", "zh", "-o", "day.txt")
    assert (done.exit_code, done.output) == (0, "")
    assert (folder / "day.txt").read_bytes() == run("show", "day.yaml", "--lang", "zh").stdout_bytes
    run("show", "day.yaml", "--as", "email", "-o", "day.eml")
    assert (folder / "day.eml").read_bytes() == render.email(files.example()).as_bytes()


def test_show_states_what_is_open_at_a_time() -> None:
    assert "征集中" in run("show", "day.yaml", "--lang", "zh", "--now", "2025-03-19T12:00+08:00").stdout
    assert "已截止" in run("show", "day.yaml", "--lang", "zh", "--now", "now", "--zone", "Europe/Berlin").stdout


def test_time_can_have_an_offset_or_a_zone_in_brackets() -> None:
    now = dt.datetime(2025, 4, 14, 11, 59, tzinfo=dt.UTC)
    made = render.text(files.example(), now=now).rstrip("\n") + "\n"
    for text in (
        "2025-04-14T19:59+08:00",
        "2025-04-14T11:59Z",
        "2025-04-14T19:59[Asia/Shanghai]",
        "2025-04-13T23:59[AoE]",
    ):
        assert (text, run("show", "day.yaml", "--now", text).stdout) == (text, made)


WRONG_TIMES = {
    "2025-04-13T12:00": "2025-04-13T12:00 is not a date and time with a zone; write 2025-04-13T12:00+08:00, ",
    "soon": "soon is not a date and time with a zone; write 2025-04-13T12:00+08:00, ",
    "0001-01-01T00:00+14:00": "is not a date and time with a zone; write 2025-04-13T12:00+08:00, ",
    "2025-04-13[AoE]": "2025-04-13[AoE]: ",
    "2025-11-02T01:30[America/New_York]": "2025-11-02T01:30[America/New_York]: ",
    "2025-04-13T12:00[Asia/Shangai]": "(Asia/Shangai); did you mean Asia/Shanghai?",
    "soon[AoE]": "(soon[AoE]); write 2025-04, ",
}


def test_wrong_time_is_refused_with_an_example() -> None:
    for text, expected in WRONG_TIMES.items():
        done = run("show", "day.yaml", "--now", text)
        assert (text, done.exit_code, done.stdout) == (text, 2, "")
        assert expected in message(done)
        assert "write 2025-04" in message(done) or "did you mean" in message(done)


def test_show_reads_standard_input() -> None:
    expected = run("show", "day.yaml").stdout
    for arguments, format in (((), "yaml"), ((), "json"), (("--from", "toml"), "toml")):
        text = files.dumps(files.example(), format=format)  # type: ignore[arg-type]  # the names of the formats
        assert run("show", "-", *arguments, stdin=text).stdout == expected, format


WRONG_USE = {
    (): "Usage: confkit [OPTIONS] COMMAND",
    ("shwo",): "No such command 'shwo'",
    ("show",): "Missing argument 'FILE'.",
    ("show", "day.yaml", "--language", "en"): "No such option",
    ("show", "day.yaml", "day.yaml"): "Got unexpected extra argument (day.yaml)",
    ("show", "day.yaml", "--lang", "xx"): "xx",
    ("show", "day.yaml", "--lang", "zh,"): "--lang",
    ("show", "day.yaml", "--lang", "en,en-US"): "en,en-US names a language twice.",
    ("show", "day.yaml", "--as", "poster"): "'poster' is not one of 'text', ",
    ("show", "day.yaml", "--zone", "PT"): "(PT)",
    ("show", "day.yaml", "-o", "nowhere/day.txt"): "there is no such folder",
    ("show", "day.yaml", "-o", "."): "(.)",
    ("example", "-o", "nowhere/day.yaml"): "there is no such folder",
}


def test_wrong_use_ends_with_2_and_a_message(event_file: Path) -> None:
    before = event_file.read_bytes()
    for arguments, expected in WRONG_USE.items():
        done = run(*arguments)
        assert (arguments, done.exit_code, done.stdout) == (arguments, 2, "")
        assert done.stderr.startswith("Usage: confkit ")
        assert expected in message(done)
    assert run("show", "--as").stderr == "Error: Option '--as' requires an argument.\n"
    assert event_file.read_bytes() == before


def test_show_of_a_file_with_errors_ends_with_1_and_its_findings(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("2027-05-01", "soon"))
    done = run("show", "day.yaml", "-o", "day.txt")
    assert (done.exit_code, done.stdout, (folder / "day.txt").exists()) == (1, "", False)
    assert done.stderr.startswith("day.yaml:6:7: error: days: ")


def test_show_of_several_events_names_the_way_out(folder: Path) -> None:
    (folder / "day.yaml").write_text(f"{DAY}---\n{DAY.replace('day-2027', 'day-2028')}")
    done = run("show", "day.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("day.yaml: error: this file has 2 events, and one was expected [file.catalog]\n")
