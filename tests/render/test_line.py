"""One-line summaries: brackets and related events."""

import attrs

from confkit import Address, Days, EventRef, Hours, Online, Relation, Text, facts, render
from factories import conference, venue

BESIDE = Relation(kind="co_located", target=EventRef(name=Text(en="ICFP", zh="系统大会")))
HALL = venue(name=Text(en="Hall", zh="大厅"), address=Address(locality=Text(en="Bonn", zh="波恩"), country="DE"))
EVENT = conference(
    name=Text(en="Data Day", zh="数据日"),
    status="tentative",
    days=Days.parse("2027-05-01"),
    venues=[HALL],
    online=Online(),
    relations=[BESIDE],
)


def test_line_has_no_adjacent_brackets():
    cases = (
        (
            {},
            "Data Day (tentative) — Saturday, May 1, 2027, Hall, Bonn, Germany (hybrid; co-located with ICFP).",
            "数据日（暂定）：2027年5月1日（星期六），德国波恩·大厅（线上线下结合），与系统大会同期举办。",
        ),
        (
            {"venues": [venue(name="Hall (Building 3)")]},
            "Data Day (tentative) — Saturday, May 1, 2027, Hall (Building 3) [hybrid; co-located with ICFP].",
            "数据日（暂定）：2027年5月1日（星期六），Hall (Building 3)［线上线下结合］，与系统大会同期举办。",
        ),
        (
            {"venues": ()},
            "Data Day (tentative) — Saturday, May 1, 2027, online (co-located with ICFP).",
            "数据日（暂定）：2027年5月1日（星期六），线上，与系统大会同期举办。",
        ),
        (
            {"venues": (), "online": None, "hours": Hours.parse("19:30-21:00"), "timezone": "UTC"},
            "Data Day (tentative): Saturday, May 1, 2027, 7:30 PM – 9:00 PM UTC, co-located with ICFP.",
            "数据日（暂定）：2027年5月1日（星期六），19:30–21:00（UTC），与系统大会同期举办。",
        ),
        (
            {"name": "Data Day (Spring)", "venues": (), "online": None, "days": None},
            "Data Day (Spring) [tentative] — co-located with ICFP.",
            "Data Day (Spring)［暂定］：与系统大会同期举办。",
        ),
    )
    for fields, english, chinese in cases:
        event = attrs.evolve(EVENT, **fields)
        assert [render.line(event, language=tag) for tag in ("en", "zh")] == [english, chinese], fields


def test_text_puts_attendance_in_square_brackets_after_brackets():
    event = attrs.evolve(EVENT, venues=[venue(name="Hall (Building 3)")])
    assert "Hall (Building 3) [hybrid]\n" in render.text(event)


def test_note_after_text_with_brackets_is_in_square_brackets():
    event = conference(audience=Text(en="people (all)"))
    texts = {fact.key: facts.plain(fact.value) for fact in facts.of(event, language="zh")}
    assert texts["about"] == "本次活动面向 people (all)［原文为英文］。"


def test_line_names_or_counts_related_events():
    beside = [Relation(kind="co_located", target=EventRef(name=name)) for name in ("A", "B", "C")]
    event = attrs.evolve(EVENT, venues=(), online=None, status="scheduled", relations=beside)
    assert render.line(event) == "Data Day — Saturday, May 1, 2027, co-located with A, B, and C."
    assert render.line(event, language="zh") == "数据日：2027年5月1日（星期六），与 A、B 和 C 同期举办。"
    assert render.line(event, language="zh-TW").endswith("與 A、B 和 C 同期舉辦。")
    two = attrs.evolve(event, relations=beside[:2])
    assert render.line(two, language="zh-TW").endswith("與 A 和 B 同期舉辦。")
    long = [Relation(kind="co_located", target=EventRef(name=name * 40)) for name in ("A", "B", "C")]
    event = attrs.evolve(event, relations=[*long, Relation(kind="part_of", target=EventRef(name="D"))])
    assert render.line(event).endswith(f"co-located with {'A' * 40} and 2 other events.")
    assert render.line(event, language="zh").endswith(f"与 {'A' * 40} 等3个活动同期举办。")
    assert render.line(event, language="zh-TW").endswith(f"與 {'A' * 40} 等 3 個活動同期舉辦。")
