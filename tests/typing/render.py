"""What type checkers know about `confkit.facts` and `confkit.render`; read by them, never run."""

import datetime as dt
from email.message import EmailMessage
from typing import assert_type

from confkit import Conference, facts, render
from confkit.facts import Fact
from confkit.model import zone


def facts_are_told_in_one_language(day: Conference, now: dt.datetime) -> None:
    assert_type(facts.of(day), tuple[Fact, ...])
    assert_type(facts.of(day, language="zh", now=now, zone=zone("Asia/Shanghai")), tuple[Fact, ...])
    facts.of(day, "zh")  # type: ignore[call-arg]  # keywords only


def layouts_give_text(day: Conference, now: dt.datetime) -> None:
    assert_type(render.text(day), str)
    assert_type(render.markdown(day, language="zh", now=now), str)
    assert_type(render.line(day, language="zh-Hant", default_language="zh"), str)
    assert_type(render.bilingual(day, languages=("en", "zh")), str)
    assert_type(render.html(day, language="zh"), str)
    assert_type(render.chat(day, language="zh", now=now), str)
    assert_type(render.post(day, languages=("zh", "en")), str)
    assert_type(render.bilingual(day, form="html"), str)
    assert_type(render.email(day, languages=["zh"], to=["a@example.org"]), EmailMessage)
    render.bilingual(day, form="latex")  # type: ignore[arg-type]  # Markdown or HTML
    render.text(day, now="2025-04-13")  # type: ignore[arg-type]  # a moment, with its zone
    render.text([day])  # type: ignore[arg-type]  # one conference
