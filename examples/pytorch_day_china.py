"""Build PyTorch Day China 2025 from Python values, write its calendars and print its summaries.

The calendars go to the folder FOLDER, by default the current one::

    python examples/pytorch_day_china.py [FOLDER]

All facts come from the announcement of 19 March 2025. The Chinese texts are a translation by this project and are
marked as unofficial. The announcement does not state the time and the time zone of the deadline, the day in April on
which registration details follow, and the year and the web page of the BAAI Conference; so this program does not
state them either.
"""

import datetime as dt
import sys
from pathlib import Path

from confkit import (
    Address,
    CallForProposals,
    Conference,
    Contact,
    Days,
    Deadline,
    Distance,
    EventRef,
    Image,
    Link,
    Organization,
    Registration,
    Relation,
    Series,
    Text,
    Topic,
    Translation,
    Venue,
    When,
    ical,
    render,
)

TOPICS = (
    ("AI Applications and Use Cases", "AI 应用与实践案例", "AI 應用與案例"),
    ("Core PyTorch Framework", "PyTorch 核心框架", "PyTorch 核心框架"),
    ("DL Compilers and Kernel Authoring", "深度学习编译器与算子开发", "深度學習編譯器與 Kernel 開發"),
    ("Edge AI and On-Device", "边缘 AI 与端侧 AI", "邊緣 AI 與裝置端 AI"),
    ("Ethical AI, Governance, and Regulation", "AI 伦理、治理与监管", "AI 倫理、治理與法規"),
    (
        "Generative AI and Large Language Models (LLMs) with PyTorch",
        "基于 PyTorch 的生成式 AI 与大语言模型（LLM）",
        "以 PyTorch 實現的生成式 AI 與大型語言模型（LLM）",
    ),
    (
        "Open Source Collaboration, Education, and Community Building",
        "开源协作、教育与社区建设",
        "開源協作、教育與社群經營",
    ),
    ("Optimization for Training and Inference", "训练与推理优化", "訓練與推論最佳化"),
    ("PyTorch on Accelerator Hardware", "PyTorch 与加速器硬件", "PyTorch 與加速器硬體"),
    ("PyTorch Ecosystem and Tools", "PyTorch 生态与工具", "PyTorch 生態系與工具"),
    ("PyTorch in Research and Academia", "PyTorch 在科研与学术中的应用", "PyTorch 在研究與學術領域的應用"),
    ("Performance Measurement and Benchmarking", "性能测量与基准测试", "效能量測與基準測試"),
    ("Scaling Training and Inference", "大规模训练与推理", "大規模訓練與推論"),
)

VENUE = Venue(
    name=Text(
        en="Zhongguancun Exhibition Center",
        zh="中关村国家自主创新示范区展示中心",
        zh_Hant="中關村國家自主創新示範區展示中心",
    ),
    address=Address(
        # The address as published, which mixes two scripts. confkit prints it unchanged.
        text="索家坟, Hai Dian Qu, Bei Jing Shi, China, 100080",
        locality=Text(en="Beijing", zh="北京", zh_Hant="北京"),
        postal_code="100080",
        country="CN",
    ),
    timezone="Asia/Shanghai",
    distances=[
        Distance(
            # Which airport the announcement means is a guess in Chinese, so the original name follows.
            origin=Text(
                en="Beijing International Airport",
                zh="北京首都国际机场（原文：Beijing International Airport）",
                zh_Hant="北京首都國際機場（原文：Beijing International Airport）",
            ),
            km=39,
            approximate=True,
        )
    ],
)

CALL = CallForProposals(
    kind="talks",
    deadlines=[Deadline(kind="submission", at=When.parse("2025-04-13"))],
    topics=[Topic(name=Text(en=en, zh=zh, zh_Hant=hant)) for en, zh, hant in TOPICS],
    submit=Link(url="https://www.lfasiallc.com/pytorch-day-china/call-for-proposals-cfp/", rel="cfp"),
    description=Text(
        en="Proposals may present new applications, tools, or research from the PyTorch ecosystem. Speakers show their "
        "work, exchange ideas, and meet others in the community.",
        zh="欢迎提交与 PyTorch 生态相关的创新应用、工具和研究成果。讲者可借此展示工作、交流想法，并结识社区同行。",
        zh_Hant="歡迎投稿與 PyTorch 生態系相關的創新應用、工具與研究成果。"
        "講者可藉此展示成果、交流想法，並結識社群同好。",
    ),
)

CONFERENCE = Conference(
    id="pytorch-day-china-2025",
    namespace="pytorch.org",
    name="PyTorch Day China 2025",
    series=Series(id="pytorch-day-china", name="PyTorch Day China"),
    edition=1,
    published=dt.date(2025, 3, 19),
    days=Days.parse("2025-06-07"),
    venues=[VENUE],
    travel=Text(
        en="Details on travel and accommodation will follow on the BAAI Conference website, "
        "and on this event's page as they become known.",
        zh="交通与住宿详情将在北京智源大会官网公布，本活动页面也会随之更新。",
        zh_Hant="交通與住宿詳情將於北京智源大會官方網站公布，本活動頁面亦會隨之更新。",
    ),
    relations=[
        Relation(
            kind="co_located",
            target=EventRef(name=Text(en="BAAI Conference", zh="北京智源大会", zh_Hant="北京智源大會")),
        )
    ],
    organizations=[
        Organization(
            name=Text(en="PyTorch Foundation", zh="PyTorch 基金会", zh_Hant="PyTorch 基金會"),
            role="host",
        )
    ],
    contacts=[Contact(email="pytorchevents@linuxfoundation.org")],
    summary=Text(
        en="A day about what is new in open source AI and machine learning.",
        zh="为期一天的活动，探讨开源 AI 与机器学习的最新进展。",
        zh_Hant="為期一天的活動，探討開源 AI 與機器學習的最新進展。",
    ),
    description=Text(
        en="The program looks at real-world applications and developments in AI and machine learning. Participants "
        "connect with the PyTorch community, share what they know, learn from experts, and have a say in where deep "
        "learning goes next.",
        zh="活动聚焦 AI 与机器学习的实际应用和新进展。"
        "与会者可以结识 PyTorch 社区同行，分享知识，向专家学习，共同推动深度学习的未来发展。",
        zh_Hant="活動聚焦 AI 與機器學習的實際應用與新進展。"
        "與會者可結識 PyTorch 社群同好、分享知識、向專家學習，共同推動深度學習的未來發展。",
    ),
    formats=[
        Text(en="technical talks", zh="技术演讲", zh_Hant="技術演講"),
        Text(en="discussions", zh="交流讨论", zh_Hant="討論"),
        Text(en="poster sessions", zh="海报展示", zh_Hant="海報展示"),
    ],
    audience=Text(
        en="AI practitioners, researchers, and industry professionals",
        zh="AI 从业者、研究人员和产业界人士",
        zh_Hant="AI 從業者、研究人員與產業界人士",
    ),
    calls=[CALL],
    registration=Registration(details_expected=When.parse("2025-04")),
    links=[Link(url="https://www.lfasiallc.com/pytorch-day-china/", rel="site")],
    images=[
        Image(
            url="https://pytorch.org/assets/images/pt-day-china-2025-cfp.jpg",
            alt=Text(
                en="PyTorch Day China 2025 Call for Proposals Open",
                zh="PyTorch Day China 2025 议题征集开启",
                zh_Hant="PyTorch Day China 2025 徵稿開始",
            ),
        )
    ],
    translations=[
        Translation(language="zh-Hans", status="unofficial", by="confkit"),
        Translation(language="zh-Hant", status="unofficial", by="confkit"),
    ],
)


def main() -> None:
    """Write the calendars in English and Chinese, and print the summaries."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    for language in ("en", "zh"):
        path = folder / f"{CONFERENCE.id}.{language}.ics"
        ical.dump(CONFERENCE, path, language=language)
        print(f"wrote {path}")
    for summary in (
        render.text(CONFERENCE, language="en"),
        render.text(CONFERENCE, language="zh"),
        render.bilingual(CONFERENCE, languages=("en", "zh")),
    ):
        print("", "=" * 72, "", summary, sep="\n")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a Windows console may use another encoding
    main()
