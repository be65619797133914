"""confkit show: layouts, languages, moments."""

import datetime as dt
from pathlib import Path

import pytest

from cli.commands import DAY, process, run
from confkit import files, render


def test_show_prints_the_summary_in_one_language() -> None:
    run("example", "-o", "day.yaml")
    assert run("show", "day.yaml").stdout == render.text(files.example(), language="en").rstrip("\n") + "\n"
    assert run("show", "day.yaml", "--lang", "zh-TW").stdout.rstrip() == render.text(
        files.example(), language="zh-Hant"
    ).rstrip("\n")


def test_show_prints_several_languages_in_the_order_asked() -> None:
    run("example", "-o", "day.yaml")
    shown = run("show", "day.yaml", "--lang", "zh,en").stdout
    chinese = render.text(files.example(), language="zh").rstrip("\n")
    english = render.text(files.example(), language="en").rstrip("\n")
    assert shown == f"{chinese}\n\n{english}\n"


@pytest.mark.parametrize("layout", ["markdown", "line", "html", "chat"])
def test_show_as_another_layout(layout: str) -> None:
    run("example", "-o", "day.yaml")
    made = getattr(render, layout)(files.example(), language="zh")
    assert run("show", "day.yaml", "--as", layout, "--lang", "zh").stdout == made.rstrip("\n") + "\n"


def test_show_as_html_in_several_languages_is_an_article_each() -> None:
    run("example", "-o", "day.yaml")
    made = "".join(render.html(files.example(), language=language) for language in ("zh", "en"))
    assert run("show", "day.yaml", "--as", "html", "--lang", "zh,en").stdout == made


def test_show_as_post_is_one_page_in_all_languages() -> None:
    run("example", "-o", "day.yaml")
    made = render.post(files.example(), languages=("zh", "en"))
    assert run("show", "day.yaml", "--as", "post", "--lang", "zh,en").stdout == made


def test_show_as_email_prints_the_octets_of_the_mail() -> None:
    run("example", "-o", "day.yaml")
    made = render.email(files.example(), languages=("zh", "en")).as_bytes()
    assert process("show", "day.yaml", "--as", "email", "--lang", "zh,en").stdout == made
    assert run("show", "day.yaml", "--as", "email").stdout_bytes == render.email(files.example()).as_bytes()


def test_show_bilingual_takes_two_languages() -> None:
    run("example", "-o", "day.yaml")
    made = render.bilingual(files.example(), languages=("en", "zh")).rstrip("\n") + "\n"
    assert run("show", "day.yaml", "--as", "bilingual").stdout == made
    assert run("show", "day.yaml", "--as", "bilingual", "--lang", "en,zh").stdout == made
    assert run("show", "day.yaml", "--as", "bilingual", "--lang", "en").exit_code == 2
    table = render.bilingual(files.example(), languages=("zh", "en"), form="html")
    assert run("show", "day.yaml", "--as", "bilingual-html", "--lang", "zh,en").stdout == table


def test_show_says_what_is_open_at_a_given_moment() -> None:
    run("example", "-o", "day.yaml")
    assert "征集中" in run("show", "day.yaml", "--lang", "zh", "--now", "2025-03-19T12:00+08:00").stdout
    assert "已截止" in run("show", "day.yaml", "--lang", "zh", "--now", "now", "--zone", "Europe/Berlin").stdout


@pytest.mark.parametrize(
    "written",
    ["2025-04-14T19:59+08:00", "2025-04-14T11:59Z", "2025-04-14T19:59[Asia/Shanghai]", "2025-04-13T23:59[AoE]"],
    ids=["offset", "utc", "zone", "anywhere"],
)
def test_moment_is_taken_as_files_write_it(written: str) -> None:
    run("example", "-o", "day.yaml")
    now = dt.datetime(2025, 4, 14, 11, 59, tzinfo=dt.UTC)
    assert run("show", "day.yaml", "--now", written).stdout == render.text(files.example(), now=now).rstrip("\n") + "\n"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("2025-04-13T12:00", "2025-04-13T12:00 is not a date and time with a zone; write 2025-04-13T12:00+08:00, "),
        ("2025-04-13[AoE]", "2025-04-13[AoE]: no single instant follows: the hour is not stated; write 2025-"),
        ("2025-11-02T01:30[America/New_York]", "the local time is repeated in its zone, and its offset is not"),
        ("2025-04-13T12:00[Asia/Shangai]", "(Asia/Shangai); did you mean Asia/Shanghai?"),
        ("soon[AoE]", "not a date or time (soon[AoE]); write 2025-04, "),
    ],
    ids=["no-zone", "no-hour", "repeated", "unknown-zone", "no-moment"],
)
def test_moment_that_is_none_is_refused_with_the_way_out(folder: Path, written: str, says: str) -> None:
    (folder / "day.yaml").write_text(DAY)
    done = run("show", "day.yaml", "--now", written)
    assert (done.exit_code, says in " ".join(done.stderr.split())) == (2, True)


def test_show_reads_json_from_standard_input() -> None:
    text = files.dumps(files.example(), format="json")
    assert run("show", "-", stdin=text).stdout == run("show", "-", stdin=run("example").stdout_bytes).stdout


def test_show_reads_toml_from_standard_input_when_told() -> None:
    text = files.dumps(files.example(), format="toml")
    assert run("show", "-", "--from", "toml", stdin=text).exit_code == 0
