"""The command line as people and programs use it."""

import datetime as dt
import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from confkit import files, ical, render
from confkit.cli._commands import confkit

DAY = "confkit: 1\nid: day-2027\nnamespace: example.org\nname: A Day\npublished: 2026-11-01\ndays: 2027-05-01\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: bytes | str = b"") -> Result:
    return CliRunner().invoke(confkit, list(arguments), input=stdin, catch_exceptions=False)


def process(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "confkit", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, **environment}, check=False)


def test_example_prints_the_bundled_conference() -> None:
    printed = run("example")
    assert printed.exit_code == 0
    assert files.loads(printed.stdout_bytes, format="yaml") == files.example()


def test_example_writes_a_file(folder: Path) -> None:
    assert run("example", "-o", "day.yaml").exit_code == 0
    assert files.load(folder / "day.yaml") == files.example()


def test_check_of_the_example_finds_no_error() -> None:
    run("example", "-o", "day.yaml")
    checked = run("check", "day.yaml")
    assert (checked.exit_code, checked.stderr) == (0, "3 warnings, 1 note\n")
    assert [line.split(" [")[-1] for line in checked.stdout.splitlines() if not line.startswith(" ")] == [
        "deadline.no-hour]",
        "deadline.no-zone]",
        "address.mixed-script]",
        "relation.unresolved]",
    ]


def test_check_strict_leaves_with_1_on_warnings() -> None:
    run("example", "-o", "day.yaml")
    assert run("check", "--strict", "day.yaml").exit_code == 1


def test_check_prints_like_a_compiler(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("2027-05-01", "2027-05-32"))
    checked = run("check", "day.yaml")
    assert checked.exit_code == 1
    assert checked.stdout.startswith("day.yaml:6:7: error: days: ")
    assert checked.stderr == "1 error\n"


def test_check_says_so_when_there_is_nothing_to_report(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY)
    checked = run("check", "day.yaml")
    assert (checked.exit_code, checked.stdout, checked.stderr) == (0, "", "nothing to report\n")


def test_check_as_json_is_a_list_of_objects(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("name: A Day", "nmae: A Day"))
    checked = run("check", "--format", "json", "day.yaml")
    rows = json.loads(checked.stdout)
    assert checked.exit_code == 1
    assert [(row["code"], row["level"], row["file"], row["line"], row["column"], row["path"]) for row in rows] == [
        ("file.missing_key", "error", "day.yaml", 1, 1, "name"),
        ("file.unknown_key", "error", "day.yaml", 4, 1, "nmae"),
    ]
    assert set(rows[0]) == {"code", "level", "file", "line", "column", "path", "message", "value", "rule", "hint"}


def test_check_as_json_of_nothing_is_an_empty_list(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY)
    assert json.loads(run("check", "--format", "json", "day.yaml").stdout) == []


def test_check_prints_a_finding_without_a_hint_on_one_line(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY + "venues: 3\n")
    checked = run("check", "day.yaml")
    assert checked.stdout == "day.yaml:7:9: error: venues: this must be a list, not text (3) [file.type]\n"


def test_check_of_a_list_of_one_names_its_line(folder: Path) -> None:
    (folder / "all.yaml").write_text("confkit: 1\nconferences:\n- {id: day-2027, name: A, published: 2026-11-01}\n")
    assert run("check", "all.yaml").stdout.startswith("all.yaml:3:3: warning: conferences[0].namespace: ")


def test_check_reads_standard_input() -> None:
    checked = run("check", "-", stdin=DAY.replace("2027-05-01", "soon"))
    assert checked.exit_code == 1
    assert checked.stdout.startswith("<stdin>:6:7: error: days: ")


def test_check_of_a_stream_names_the_line_in_each_document(folder: Path) -> None:
    relation = "relations: [{kind: co_located, target: {id: nowhere-2027}}]\n"
    (folder / "all.yaml").write_text(DAY + "---\n" + DAY.replace("day-2027", "day-2028") + relation)
    checked = run("check", "all.yaml")
    assert checked.exit_code == 0
    assert checked.stdout.startswith("all.yaml:14:")


def test_check_of_a_list_names_the_line_of_each_conference(folder: Path) -> None:
    rows = "".join(f"- {{id: day-{year}, name: A Day, published: 2026-11-01}}\n" for year in (2027, 2028))
    (folder / "all.yaml").write_text(f"confkit: 1\nconferences:\n{rows}")
    checked = run("check", "--format", "json", "all.yaml")
    assert [(row["code"], row["line"]) for row in json.loads(checked.stdout)] == [
        ("namespace.missing", 3),
        ("namespace.missing", 4),
    ]


def test_check_of_a_folder_resolves_relations_among_its_files(folder: Path) -> None:
    (folder / "b.yaml").write_text(DAY)
    relation = "relations: [{kind: co_located, target: {id: day-2027}}]\n"
    (folder / "a.yaml").write_text(DAY.replace("day-2027", "other-2027") + relation)
    (folder / ".hidden.yaml").write_text("nonsense")
    checked = run("check", ".")
    assert (checked.exit_code, checked.stdout) == (0, "")


def test_check_looks_at_each_file_once(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("namespace: example.org\n", ""))
    checked = run("check", "day.yaml", "./day.yaml", ".")
    assert (checked.exit_code, checked.stderr) == (0, "1 warning\n")


def test_check_of_several_files_reports_them_all(folder: Path) -> None:
    (folder / "a.yaml").write_text("nonsense")
    (folder / "b.yaml").write_text(DAY)
    (folder / "c.yaml").write_text(DAY)
    rows = json.loads(run("check", "--format", "json", "a.yaml", "b.yaml", "c.yaml").stdout)
    assert next(row["file"] for row in rows if row["level"] == "error") == "a.yaml"
    assert [(row["code"], row["file"], row["value"]) for row in rows if row["code"] == "id.duplicate"] == [
        ("id.duplicate", "c.yaml", "day-2027")
    ]


@pytest.mark.parametrize("form", ["json", "toml"])
def test_check_of_toml_and_json_gives_key_paths(folder: Path, form: str) -> None:
    (folder / f"day.{form}").write_text(files.dumps(files.example(), format=form))  # type: ignore[arg-type]
    rows = json.loads(run("check", "--format", "json", f"day.{form}").stdout)
    assert [row["path"] for row in rows] == [
        "calls[0].deadlines[0].at",
        "calls[0].deadlines[0].at",
        "venues[0].address.text",
        "relations[0].target",
    ]
    assert all((row["line"] is None) == (form == "toml") for row in rows)


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
        ("2025-04-13T12:00", "2025-04-13T12:00 is no moment with a zone; write 2025-04-13T12:00+08:00, "),
        ("2025-04-13[AoE]", "2025-04-13[AoE]: no single instant follows: the hour is not stated; write 2025-"),
        ("2025-11-02T01:30[America/New_York]", "the local time is repeated in its zone, and the offset that tells"),
        ("2025-04-13T12:00[Asia/Shangai]", "(Asia/Shangai); did you mean Asia/Shanghai?"),
        ("soon[AoE]", "this is no moment (soon[AoE]); write 2025-04, "),
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


def test_ics_writes_the_calendar(folder: Path) -> None:
    run("example", "-o", "day.yaml")
    assert run("ics", "day.yaml", "-o", "day.ics", "--lang", "zh").exit_code == 0
    assert (folder / "day.ics").read_bytes() == ical.dumps(files.example(), language="zh")
    assert run("ics", "day.yaml").stdout_bytes == ical.dumps(files.example(), language="en")


def test_schema_accepts_the_example() -> None:
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(files.dumps(files.example(), format="json")))


WRONG_USE = {
    "no-command": (),
    "unknown-command": ("shwo",),
    "unknown-option": ("show", "day.yaml", "--language", "en"),
    "missing-file": ("show", "nowhere.yaml"),
    "a-folder": ("show", "."),
    "unknown-suffix": ("show", "day.txt"),
    "empty-folder": ("check", "empty"),
    "unknown-language": ("show", "day.yaml", "--lang", "xx"),
    "malformed-language": ("show", "day.yaml", "--lang", "zh,"),
    "unknown-layout": ("show", "day.yaml", "--as", "poster"),
    "naive-now": ("show", "day.yaml", "--now", "2025-04-13T12:00"),
    "wrong-now": ("show", "day.yaml", "--now", "soon"),
    "unknown-zone": ("show", "day.yaml", "--zone", "PT"),
    "now-before-all-time": ("show", "day.yaml", "--now", "0001-01-01T00:00+14:00"),
    "no-name": ("show", ""),
    "no-name-to-check": ("check", ""),
    "a-language-twice": ("show", "day.yaml", "--as", "bilingual", "--lang", "en,en-US"),
    "no-such-folder": ("example", "-o", "nowhere/day.yaml"),
}


@pytest.mark.parametrize("arguments", WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_leaves_with_2_and_says_why(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "day.yaml").write_text(DAY)
    (folder / "day.txt").write_text(DAY)
    (folder / "empty").mkdir()
    done = run(*arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr + done.stdout


@pytest.mark.parametrize("command", ["show", "check", "ics"])
@pytest.mark.parametrize(("name", "says"), [("nowhere", "No such file"), ("x" * 300, "File name too long")])
def test_a_file_that_is_not_there_is_said_to_be_missing_whatever_its_suffix(command: str, name: str, says: str) -> None:
    done = run(command, name)
    assert (done.exit_code, f"{name} cannot be read: {says}" in done.stderr) == (2, True)


@pytest.mark.parametrize("command", ["show", "ics"])
def test_a_file_that_cannot_be_read_leaves_with_1_and_its_findings(folder: Path, command: str) -> None:
    (folder / "day.yaml").write_text(DAY.replace("2027-05-01", "soon"))
    done = run(command, "day.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("day.yaml:6:7: error: days: ")


def test_ics_without_a_day_of_publication_names_the_field(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("published: 2026-11-01\n", ""))
    done = run("ics", "day.yaml")
    assert done.exit_code == 1
    assert "published" in done.stderr


def test_a_failed_write_leaves_the_old_file(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY.replace("published: 2026-11-01\n", ""))
    (folder / "day.ics").write_bytes(b"old")
    assert run("ics", "day.yaml", "-o", "day.ics").exit_code == 1
    assert (folder / "day.ics").read_bytes() == b"old"


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "TZ": "America/New_York", "LANG": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.GB18030", "PYTHONIOENCODING": "ascii"},
    ],
    ids=["new-york", "shanghai"],
)
def test_output_is_the_same_bytes_everywhere(environment: dict[str, str]) -> None:
    run("example", "-o", "day.yaml")
    shown = process("show", "day.yaml", "--lang", "zh,en", **environment)
    assert shown.stdout.decode() == run("show", "day.yaml", "--lang", "zh,en").stdout
    assert process("ics", "day.yaml", **environment).stdout == ical.dumps(files.example(), language="en")


def test_check_of_a_large_file_of_one_event_reads_it(folder: Path) -> None:
    (folder / "day.yaml").write_text(DAY + "#\n" * 600_000)
    assert run("check", "day.yaml").exit_code == 0


CLOSED = {
    "output": ("show day.yaml >&-", "standard output is closed"),
    "bytes": ("ics day.yaml >&-", "standard output is closed"),
    "input": ("show - <&-", "standard input is closed"),
    "full": ("show day.yaml >/dev/full", "The output could not be written: No space left on device."),
    "full-findings": ("check day.yaml --format json >/dev/full", "The output could not be written: "),
}


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize(("command", "says"), CLOSED.values(), ids=CLOSED)
def test_stream_that_is_closed_or_full_is_said_without_a_traceback(folder: Path, command: str, says: str) -> None:
    run("example", "-o", "day.yaml")
    shell = f"{shlex.quote(sys.executable)} -m confkit {command}"
    done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, check=False, text=True, cwd=folder)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="makes a pipe with a name")
def test_output_to_a_device_or_a_pipe_does_not_replace_it(folder: Path) -> None:
    run("example", "-o", "day.yaml")
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    read = "import sys; sys.stdout.buffer.write(open('pipe', 'rb').read())"
    with subprocess.Popen([sys.executable, "-c", read], stdout=subprocess.PIPE, cwd=folder) as reader:
        assert run("ics", "day.yaml", "-o", "pipe").exit_code == 0
        assert reader.communicate()[0] == ical.dumps(files.example(), language="en")
    assert pipe.is_fifo()
    printed = process("ics", "day.yaml", "-o", "/dev/stdout")
    assert printed.stdout == ical.dumps(files.example(), language="en")


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are octets on Linux only")
def test_name_of_a_file_that_is_not_text_is_reported_all_the_same(folder: Path) -> None:
    (folder / os.fsdecode(b"b\xff.yaml")).write_text("nonsense")
    checked = process("check", os.fsdecode(b"b\xff.yaml"), "--format", "json")
    assert checked.returncode == 1
    assert [row["code"] for row in json.loads(checked.stdout.decode("utf-8", "replace").replace("\\udcff", "?"))] == [
        "file.type"
    ]


def test_terminal_gets_text_in_its_own_encoding(folder: Path) -> None:
    run("example", "-o", "day.yaml")
    reader, writer = os.openpty()
    command = [sys.executable, "-m", "confkit", "show", "day.yaml", "--as", "line", "--lang", "zh"]
    subprocess.run(command, stdout=writer, check=True, env={**os.environ, "PYTHONIOENCODING": "gb18030"}, cwd=folder)
    os.close(writer)
    printed = os.read(reader, 4096).decode("gb18030")
    os.close(reader)
    assert printed.rstrip() == render.line(files.example(), language="zh").rstrip()


def test_command_line_without_click_says_how_to_install_it() -> None:
    without = "import sys; sys.modules['click'] = None; from confkit.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", without], capture_output=True, check=False, text=True)
    assert done.returncode == 2
    assert done.stderr == "The command line needs click. Install it with: pip install 'confkit-events[cli]'\n"


# A shell that starts the tests in the background has interrupts ignored.
TO_BE_INTERRUPTED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"

WHEN_BABEL_IS_LOADED = """
import sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "babel":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
from confkit.cli import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="interrupts as POSIX does")
def test_interrupt_while_modules_are_loaded_is_quiet() -> None:
    command = [sys.executable, "-c", TO_BE_INTERRUPTED + WHEN_BABEL_IS_LOADED, "example"]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.skipif(os.name != "posix", reason="makes a pipe with a name, and interrupts as POSIX does")
def test_interrupt_at_work_is_quiet_and_leaves_no_file(folder: Path) -> None:
    os.mkfifo(folder / "day.yaml")
    program = f"{TO_BE_INTERRUPTED}from confkit.cli import main; main()"
    command = [sys.executable, "-c", program, "ics", "day.yaml", "-o", "day.ics"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running,
        (folder / "day.yaml").open("wb"),  # opens as soon as the command reads
    ):
        running.send_signal(signal.SIGINT)
        try:
            said = running.communicate(timeout=60)
        finally:
            running.kill()
    assert (running.returncode, *said) == (130, "", "\n")
    assert [path.name for path in folder.iterdir()] == ["day.yaml"]


def test_command_is_there_as_a_module() -> None:
    assert process("--version").stdout.startswith(b"confkit, version ")
