"""PyTorch Day China 2025: the 22 facts of the announcement, in the data and in the summaries."""

import datetime as dt
import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs

from confkit import Conference, Days, PartialDate, When, files, ical, render

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "examples" / "pytorch_day_china.py"


def _from_python() -> Conference:
    spec = importlib.util.spec_from_file_location("pytorch_day_china", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    conference = module.CONFERENCE
    assert isinstance(conference, Conference)
    return conference


IN_PYTHON = _from_python()
IN_YAML = files.example()


@attrs.frozen
class Fact:
    """A fact of the announcement: how to find it in the data, and which words readers see."""

    holds: Callable[[Conference], bool]
    english: tuple[str, ...] = ()
    chinese: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ("text", "markdown")


TOPICS = {
    "AI Applications and Use Cases": "AI 应用与实践案例",
    "Core PyTorch Framework": "PyTorch 核心框架",
    "DL Compilers and Kernel Authoring": "深度学习编译器与算子开发",
    "Edge AI and On-Device": "边缘 AI 与端侧 AI",
    "Ethical AI, Governance, and Regulation": "AI 伦理、治理与监管",
    "Generative AI and Large Language Models (LLMs) with PyTorch": "基于 PyTorch 的生成式 AI 与大语言模型（LLM）",
    "Open Source Collaboration, Education, and Community Building": "开源协作、教育与社区建设",
    "Optimization for Training and Inference": "训练与推理优化",
    "PyTorch on Accelerator Hardware": "PyTorch 与加速器硬件",
    "PyTorch Ecosystem and Tools": "PyTorch 生态与工具",
    "PyTorch in Research and Academia": "PyTorch 在科研与学术中的应用",
    "Performance Measurement and Benchmarking": "性能测量与基准测试",
    "Scaling Training and Inference": "大规模训练与推理",
}
ADDRESS = "索家坟, Hai Dian Qu, Bei Jing Shi, China, 100080"
SUBMIT = "https://www.lfasiallc.com/pytorch-day-china/call-for-proposals-cfp/"
SITE = "https://www.lfasiallc.com/pytorch-day-china/"
IMAGE = "https://pytorch.org/assets/images/pt-day-china-2025-cfp.jpg"
EMAIL = "pytorchevents@linuxfoundation.org"

FACTS = {
    1: Fact(
        lambda c: str(c.name) == "PyTorch Day China 2025", ("PyTorch Day China 2025",), ("PyTorch Day China 2025",)
    ),
    2: Fact(lambda c: c.edition == 1, ("first",), ("首届",)),
    3: Fact(
        lambda c: [(o.name.get("en"), o.role) for o in c.organizations] == [("PyTorch Foundation", "host")],
        ("PyTorch Foundation",),
        ("PyTorch 基金会", "主办"),
    ),
    4: Fact(
        lambda c: c.days == Days(PartialDate(2025, 6, 7)) and c.hours is None,
        ("Saturday, June 7, 2025",),
        ("2025年6月7日（星期六）",),
    ),
    5: Fact(
        lambda c: (
            (address := c.venues[0].address) is not None
            and str(address.locality) == "Beijing"
            and address.country == "CN"
        ),
        ("Beijing", "China"),
        ("北京", "中国"),
    ),
    6: Fact(
        lambda c: (
            c.relations[0].kind == "co_located"
            and str(c.relations[0].target.name) == "BAAI Conference"
            and c.relations[0].target.id is None
        ),
        ("o-located with the BAAI Conference",),
        ("北京智源大会", "同期举办"),
    ),
    7: Fact(
        lambda c: str(c.venues[0].name) == "Zhongguancun Exhibition Center",
        ("Zhongguancun Exhibition Center",),
        ("中关村国家自主创新示范区展示中心",),
    ),
    8: Fact(
        lambda c: (
            (address := c.venues[0].address) is not None
            and str(address.text) == ADDRESS
            and address.postal_code == "100080"
        ),
        (ADDRESS,),
        (ADDRESS,),
    ),
    9: Fact(
        lambda c: (
            [(str(d.origin), d.km, d.approximate) for d in c.venues[0].distances]
            == [("Beijing International Airport", 39.0, True)]
        ),
        ("39 km", "Beijing International Airport"),
        ("北京首都国际机场", "Beijing International Airport", "约39公里"),
    ),
    10: Fact(
        lambda c: [(d.kind, d.at) for d in c.calls[0].deadlines] == [("submission", When.parse("2025-04-13"))],
        ("April 13, 2025", "no time or time zone stated"),
        ("2025年4月13日（星期日", "未注明具体时间和时区"),
    ),
    11: Fact(lambda c: (link := c.calls[0].submit) is not None and link.url == SUBMIT, (SUBMIT,), (SUBMIT,)),
    12: Fact(
        lambda c: {t.name.get("en"): t.name.get("zh") for t in c.calls[0].topics} == TOPICS,
        tuple(TOPICS),
        tuple(TOPICS.values()),
    ),
    13: Fact(
        lambda c: [str(f) for f in c.formats] == ["technical talks", "discussions", "poster sessions"],
        ("technical talks, discussions, and poster sessions",),
        ("技术演讲、交流讨论和海报展示",),
    ),
    14: Fact(
        lambda c: c.registration is not None and c.registration.details_expected == When.parse("2025-04"),
        ("April 2025",),
        ("2025年4月公布",),
    ),
    15: Fact(lambda c: [contact.email for contact in c.contacts] == [EMAIL], (EMAIL,), (EMAIL,)),
    16: Fact(
        lambda c: str(c.audience) == "AI practitioners, researchers, and industry professionals",
        ("AI practitioners, researchers, and industry professionals",),
        ("AI 从业者、研究人员和产业界人士",),
    ),
    17: Fact(lambda c: [image.url for image in c.images] == [IMAGE], (IMAGE,), (IMAGE,), ("markdown",)),
    18: Fact(lambda c: (link := c.link("site")) is not None and link.url == SITE, (SITE,), (SITE,)),
    19: Fact(
        lambda c: c.travel is not None and "BAAI Conference website" in str(c.travel),
        ("BAAI Conference website",),
        ("北京智源大会官网",),
    ),
    20: Fact(
        lambda c: c.summary is not None and c.description is not None,
        ("open source AI and machine learning", "PyTorch community", "deep learning"),
        ("开源 AI 与机器学习", "PyTorch 社区", "深度学习"),
    ),
    21: Fact(
        lambda c: (
            c.published == dt.date(2025, 3, 19) and c.calls[0].state(dt.datetime(2025, 3, 19, tzinfo=dt.UTC)) == "open"
        )
    ),
    22: Fact(
        lambda c: c.status == "scheduled" and c.attendance == "in_person",
        ("in person",),
        ("线下",),
    ),
}


def test_example_is_the_same_in_python_and_yaml() -> None:
    assert IN_PYTHON == IN_YAML


def test_example_in_the_package_is_what_confkit_writes() -> None:
    bundled = (Path(files.__file__).parent / "pytorch-day-china-2025.yaml").read_text(encoding="utf-8")
    without_comments = [line for line in bundled.splitlines() if not line.lstrip().startswith("#")]
    assert without_comments == files.dumps(IN_YAML, format="yaml").splitlines()


def test_facts_are_in_the_data() -> None:
    for source, conference in (("python", IN_PYTHON), ("yaml", IN_YAML)):
        for number, fact in FACTS.items():
            assert fact.holds(conference), (number, source)


def test_facts_are_printed() -> None:
    for layout, render_as in (("text", render.text), ("markdown", render.markdown)):
        for language in ("en", "zh"):
            summary = " ".join(render_as(IN_YAML, language=language).split())
            for number, fact in FACTS.items():
                printed = {"en": fact.english, "zh": fact.chinese}[language] if layout in fact.layouts else ()
                assert [part for part in printed if part not in summary] == [], (number, layout, language)


def test_summary_of_a_scheduled_event_omits_its_status() -> None:
    assert "scheduled" not in render.text(IN_YAML, language="en").lower()


def test_state_of_the_call_is_printed_only_with_now() -> None:
    announced = dt.datetime(2025, 3, 19, tzinfo=dt.UTC)
    later = dt.datetime(2025, 5, 1, tzinfo=dt.UTC)
    for language, before, after in (("en", "open", "closed"), ("zh", "征集中", "已截止")):
        assert before in render.text(IN_YAML, language=language, now=announced).lower()
        assert after in render.text(IN_YAML, language=language, now=later).lower()
        assert after not in render.text(IN_YAML, language=language).lower()


def test_chinese_is_marked_unofficial_once() -> None:
    assert render.text(IN_YAML, language="zh").count("非官方译文") == 1
    assert "unofficial" not in render.text(IN_YAML, language="en").lower()


def test_facts_left_open_are_not_invented() -> None:
    assert IN_YAML.hours is None
    assert IN_YAML.venues[0].geo is None
    assert "23:59" not in render.text(IN_YAML, language="en")
    assert "23:59" not in ical.dumps(IN_YAML, language="en").decode()


def test_script_writes_both_calendars_and_prints_the_summaries(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path)], capture_output=True, check=True, encoding="utf-8", cwd=tmp_path
    )
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {
        "pytorch-day-china-2025.en.ics": ical.dumps(IN_YAML, language="en"),
        "pytorch-day-china-2025.zh.ics": ical.dumps(IN_YAML, language="zh"),
    }
    for summary in (
        render.text(IN_YAML, language="en"),
        render.text(IN_YAML, language="zh"),
        render.bilingual(IN_YAML, languages=("en", "zh")),
    ):
        assert summary.strip() in done.stdout
