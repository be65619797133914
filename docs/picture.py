"""Draw docs/images/summary.png: summaries of the bundled example in two languages, and its calendar entries.

The texts come from `render.markdown`, and the days from the calendar that `ical.dumps` writes. The script needs
Chromium and the fonts Noto Sans CJK::

    apt-get install chromium fonts-noto-cjk
    uv run --with pillow docs/picture.py
"""

import calendar
import html
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import icalendar
from markdown_it import MarkdownIt
from PIL import Image

from confkit import PartialDate, files, ical, render, words

if TYPE_CHECKING:
    import datetime as dt

PICTURE = Path(__file__).parent / "images" / "summary.png"
WIDTH = 1120

MEASURE = "<script>document.title = document.documentElement.scrollHeight</script>"
STYLE = """
* { box-sizing: border-box }
body { margin: 0; padding: 20px; background: #eef1f5; color: #1f2733; font: 14px/1.5 "Noto Sans CJK SC", sans-serif }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 18px }
.card { background: #fff; border: 1px solid #d9dfe7; border-radius: 10px; padding: 18px 22px; overflow-wrap: anywhere }
.from { color: #6b7787; font: 12.5px/1 "DejaVu Sans Mono", monospace; margin: 0 0 16px }
h1 { font-size: 23px; line-height: 1.3; margin: 0 0 8px }
h2 { font-size: 16px; margin: 18px 0 6px; color: #b3391f }
p { margin: 8px 0 } ul { margin: 6px 0; padding-left: 20px } li { margin: 1px 0 }
a { color: #1d5fa8; text-decoration: none }
img { display: none }
.months { margin-top: 18px }
.month { display: grid; grid-template-columns: 200px 1fr; gap: 20px; align-items: center }
table { border-collapse: collapse; font-size: 12px; text-align: center }
caption { font-weight: 700; padding-bottom: 4px; text-align: left }
td, th { width: 28px; height: 22px; padding: 0; font-weight: 400 } th { color: #8a95a4 }
td.on { background: #d6452a; color: #fff; border-radius: 6px; font-weight: 700 }
.entry { border-left: 4px solid #d6452a; padding: 2px 0 2px 14px }
.entry b { display: block; font-size: 15px } .entry span { color: #6b7787; font-size: 12.5px }
"""


def main() -> None:
    """Write the picture."""
    day = files.example()
    cards = "".join(
        f'<div class="card" lang="{tag}"><p class="from">confkit show day.yaml --lang {argument} --as markdown</p>'
        f"{MarkdownIt('commonmark').enable('table').render(render.markdown(day, language=tag))}</div>"
        for argument, tag in (("en", "en"), ("zh", "zh-Hans"))
    )
    events = {tag: icalendar.Calendar.from_ical(ical.dumps(day, language=tag)).walk("VEVENT") for tag in ("en", "zh")}
    pairs = sorted(zip(events["en"], events["zh"], strict=True), key=lambda pair: pair[0]["DTSTART"].dt)
    months = "".join(month(english, chinese) for english, chinese in pairs)
    body = f'<div class="columns">{cards}</div><div class="columns months">{months}</div>'
    page = f'<!doctype html><meta charset="utf-8"><title>confkit</title><style>{STYLE}</style><body>{body}{MEASURE}'
    PICTURE.parent.mkdir(exist_ok=True)
    draw(page)


def month(english: icalendar.Event, chinese: icalendar.Event) -> str:
    """Return HTML with a calendar entry next to a table of its month."""
    start: dt.date = english["DTSTART"].dt
    if chinese["UID"] != english["UID"] or chinese["DTSTART"].dt != start:
        raise AssertionError("the entry differs between the languages")
    weeks = calendar.Calendar(firstweekday=0).monthdayscalendar(start.year, start.month)
    rows = "".join(
        "<tr>" + "".join(f"<td{' class=on' if day == start.day else ''}>{day or ''}</td>" for day in week) + "</tr>"
        for week in weeks
    )
    weekdays = "".join(f"<th>{name}</th>" for name in ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))
    titles = dict.fromkeys(event["SUMMARY"] for event in (english, chinese))
    names = "".join(f"<b>{html.escape(title)}</b>" for title in titles)
    name = " · ".join(words.of(tag).date(PartialDate(start.year, start.month)) for tag in ("en", "zh"))
    sheet = f"<table><caption>{name}</caption><tr>{weekdays}</tr>{rows}</table>"
    detail = f"all day · UID {html.escape(str(english['UID']))[:8]}…"
    return (
        f'<div class="card"><p class="from">confkit ics day.yaml -o day.ics</p>'
        f'<div class="month">{sheet}<div class="entry">{names}<span>{detail}</span></div></div></div>'
    )


def draw(page: str) -> None:
    """Measure the page with Chromium, take a screenshot of it, and save it with 48 colours."""
    with tempfile.TemporaryDirectory() as folder:
        source, shot = Path(folder) / "page.html", Path(folder) / "page.png"
        source.write_text(page, encoding="utf-8")
        dom = chromium(folder, f"--window-size={WIDTH},100", "--dump-dom", source.as_uri())
        height = re.search(r"<title>(\d+)</title>", dom)
        if height is None:
            raise RuntimeError("Chromium ran no script")
        chromium(folder, f"--window-size={WIDTH},{height[1]}", f"--screenshot={shot}", source.as_uri())
        with Image.open(shot) as picture:
            picture.convert("RGB").quantize(48, dither=Image.Dither.NONE).save(PICTURE, optimize=True)


def chromium(folder: str, *arguments: str) -> str:
    """Run Chromium with a temporary profile and without background requests, and return its output."""
    switches = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"]
    switches += ["--disable-background-networking", "--disable-sync", f"--user-data-dir={folder}/profile"]
    command = [shutil.which("chromium") or "chromium", *switches, *arguments]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


if __name__ == "__main__":
    main()
