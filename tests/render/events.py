"""Made-up conferences that together fill every field of the model."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from confkit import (
    Address,
    CallForProposals,
    Conference,
    Contact,
    Days,
    Deadline,
    Distance,
    EventRef,
    Geo,
    Hours,
    Image,
    Link,
    Money,
    Online,
    Organization,
    Pending,
    Registration,
    Relation,
    Revision,
    Series,
    Source,
    Superseded,
    Text,
    Ticket,
    Topic,
    Translation,
    Venue,
    When,
)

__all__ = ["EVENTS", "HOSTILE", "MARKUP"]

NEW_YEAR = Conference(
    id="compiler-winter-2025",
    name=Text(en="Compiler Winter Meeting 2025", zh="2025编译器冬季会议", zh_Hant="2025編譯器冬季會議"),
    series=Series(
        id="compiler-winter",
        name=Text(en="Compiler Winter Meeting", zh="编译器冬季会议", zh_Hant="編譯器冬季會議"),
        acronym="CWM",
        ranks={"CORE": "A"},
    ),
    edition=12,
    kind="meetup",
    published=dt.date(2025, 9, 1),
    updated=dt.date(2025, 10, 20),
    days=Days.parse("2025-12-30/2026-01-02"),
    hours=Hours.parse("09:00-17:30"),
    venues=[
        Venue(
            name=Text(en="Riverside Hall", zh="滨江会堂", zh_Hant="濱江會堂"),
            address=Address(
                street=Text(en="88 Riverside Road", zh="滨江路88号", zh_Hant="濱江路88號"),
                district=Text(en="Xuhui District", zh="徐汇区", zh_Hant="徐匯區"),
                locality=Text(en="Shanghai", zh="上海市", zh_Hant="上海市"),
                postal_code="200030",
                country="CN",
            ),
            geo=Geo(31.19, 121.44),
            timezone="Asia/Shanghai",
            distances=[Distance(origin=Text(en="Hongqiao Railway Station", zh="虹桥站", zh_Hant="虹橋站"), km=14.5)],
            directions=Text(
                en="Take metro line 11 to Longyao Road, exit 2.\n\nThere is no parking at the hall.",
                zh="乘地铁11号线至龙耀路站2号口。\n\n会堂没有停车位。",
                zh_Hant="搭乘地鐵11號線至龍耀路站2號出口。\n\n會堂沒有停車位。",
            ),
            links=[Link(url="https://example.org/map", rel="map", title=Text(en="Floor plan", zh="平面图"))],
        ),
        Venue(
            role="workshops",
            name=Text(en="Longhua Library", zh="龙华图书馆", zh_Hant="龍華圖書館"),
            address=Address(locality=Text(en="Shanghai", zh="上海", zh_Hant="上海"), country="CN"),
            days=Days.parse("2026-01-02"),
        ),
        Venue(role="hotel", name="River Inn"),
    ],
    online=Online(platform="Zoom", link=Link(url="https://example.org/stream", rel="video")),
    organizations=[
        Organization(
            name=Text(en="Compiler Society", zh="编译器学会", zh_Hant="編譯器學會"),
            role="host",
            links=[
                Link(url="https://example.org/society"),
                Link(url="https://example.org/society/videos", rel="video"),
            ],
        ),
        Organization(name=Text(en="Jiangnan University", zh="江南大学", zh_Hant="江南大學"), role="co_host"),
        Organization(name="LLVM China", role="organizer"),
        Organization(name="Acme", role="sponsor", links=[Link(url="https://example.org/acme")]),
        Organization(name="Foo, Bar & Sons", role="sponsor", links=[Link(url="https://example.org/foo")]),
        Organization(name="Open Source China", role="partner"),
    ],
    contacts=[
        Contact(email="hello@example.org", purpose=Text(en="program", zh="议程", zh_Hant="議程")),
        Contact(
            email="sponsors@example.org",
            phone="+86 21 5555 0100",
            purpose=Text(en="sponsorship", zh="赞助", zh_Hant="贊助"),
        ),
    ],
    topics=[Topic(name=Text(en="Just-in-time compilation", zh="即时编译", zh_Hant="即時編譯"))],
    formats=[
        Text(en="keynotes", zh="主题演讲", zh_Hant="主題演講"),
        Text(en="workshops", zh="工作坊", zh_Hant="工作坊"),
    ],
    languages=["en", "zh"],
    registration=Registration(
        opens=When.parse("2025-10-01T10:00[Asia/Shanghai]"),
        closes=When.parse("2025-12-20"),
        link=Link(url="https://example.org/register", rel="register"),
        tickets=[
            Ticket(
                id="early",
                name=Text(en="Early bird", zh="早鸟票", zh_Hant="早鳥票"),
                price=Money(amount=Decimal("450.00"), currency="CNY"),
                until=When.parse("2025-11-01"),
            ),
            Ticket(id="student", name=Text(en="Students", zh="学生票", zh_Hant="學生票"), price=Money.parse("0 CNY")),
            Ticket(
                id="online", name=Text(en="Online", zh="线上票", zh_Hant="線上票"), price=Money.parse("1299.50 EUR")
            ),
            Ticket(id="press", name=Text(en="Press", zh="媒体票", zh_Hant="媒體票")),
        ],
    ),
    milestones=[
        Deadline(kind="travel_grant", at=When.parse("2025-11-15T24:00[Asia/Shanghai]")),
        Deadline(
            kind="other", id="program", label=Text(en="Program published", zh="议程公布"), at=When.parse("2025-11")
        ),
    ],
    links=[
        Link(url="https://example.org/conduct", rel="code_of_conduct"),
        Link(url="https://example.org/2024", rel="video", title=Text(en="Recordings of 2024", zh="2024年录像")),
        Link(url="https://example.org/"),
    ],
    images=[Image(url="https://example.org/hall(1).jpg")],
    sources=[
        Source(url="https://example.org/news", retrieved=dt.date(2025, 9, 2), note=Text(en="news page", zh="新闻页"))
    ],
)

POSTPONED = Conference(
    id="type-days-2026",
    name=Text(en="Type Days 2026", zh="类型日2026"),
    published=dt.date(2026, 1, 5),
    days=Pending("tbd"),
    status="postponed",
    history=[
        Revision(
            days=Days.parse("2026-03-05/2026-03-07"),
            hours=Hours.parse("10:00-18:00"),
            place=Text(en="Hangzhou", zh="杭州"),
            replaced=dt.date(2026, 2, 1),
        ),
        Revision(
            days=Days.parse("2026-04-30/2026-05-02"),
            status="rescheduled",
            replaced=dt.date(2026, 4, 20),
            reason=Text(en="a typhoon", zh="台风"),
        ),
    ],
    venues=[Venue(address=Address(locality=Text(en="Ningbo", zh="宁波"), country="CN"), timezone="Asia/Shanghai")],
    relations=[Relation(kind="follows", target=EventRef(name="ICFP 2025", url="https://example.org/icfp"))],
    calls=[
        CallForProposals(
            kind="papers",
            opens=Pending("tbd"),
            deadlines=[Deadline(kind="submission", at=Pending("tbd"))],
            submit=Link(url="mailto:papers@example.org"),
        ),
        CallForProposals(
            kind="volunteers",
            deadlines=[Deadline(kind="other", at=Pending("rolling", rule=Text(en="until all places are taken")))],
        ),
    ],
    registration=Registration(
        details_expected=When.parse("2026-06-01"),
        handled_by=EventRef(name=Text(en="Type Conference", zh="类型大会"), url="https://example.org/types"),
    ),
)

ROUNDS = Conference(
    id="sysml-2026",
    name="SysML 2026",
    series=Series(id="sysml", name="International Conference on Systems and Machine Learning"),
    edition=3,
    published=dt.date(2025, 8, 1),
    days=Days.parse("2026-06-29/2026-07-02"),
    venues=[
        Venue(
            name="Palau de Congressos",
            address=Address(
                text="Av. Diagonal, 661–671, 08028 Barcelona",
                locality=Text(en="Barcelona", zh="巴塞罗那"),
                country="ES",
            ),
            timezone="Europe/Madrid",
        )
    ],
    relations=[
        Relation(
            kind="co_located",
            target=EventRef(
                name=Text(en="Systems Conference", zh="系统大会"),
                url="https://example.org/systems",
                days=Days.parse("2026-06-29/2026-07-03"),
            ),
        ),
        Relation(kind="part_of", target=EventRef(url="https://week.example.org/2026")),
    ],
    calls=[
        CallForProposals(
            id="papers-1",
            kind="papers",
            round=Text(en="spring round", zh="第一轮"),
            opens=When.parse("2025-09-01"),
            deadlines=[
                Deadline(kind="abstract", at=When.parse("2025-09-12T23:59[AoE]")),
                Deadline(
                    kind="submission",
                    at=When.parse("2025-09-26T23:59[AoE]"),
                    history=[
                        Superseded(at=When.parse("2025-09-15T23:59[AoE]"), replaced=dt.date(2025, 9, 10)),
                        Superseded(
                            at=When.parse("2025-09-19T23:59[AoE]"),
                            replaced=dt.date(2025, 9, 17),
                            reason=Text(en="trouble with the submission site", zh="投稿系统故障"),
                        ),
                    ],
                ),
                Deadline(kind="rebuttal_start", at=When.parse("2025-11-10[AoE]")),
                Deadline(kind="rebuttal_end", at=When.parse("2025-11-14T17:00")),
                Deadline(
                    kind="notification",
                    at=When.parse("2025-12-05"),
                    history=[Superseded(at=When.parse("2025-12-01"), replaced=dt.date(2025, 9, 17))],
                ),
                Deadline(kind="camera_ready", at=When.parse("2026-01-15T12:00-08:00")),
            ],
            submit=Link(url="https://example.org/submit", rel="cfp", title=Text(en="OpenReview")),
        ),
        CallForProposals(
            id="papers-2",
            kind="papers",
            round=Text(en="autumn round", zh="第二轮"),
            deadlines=[
                Deadline(kind="submission", at=When.parse("2026-01-30T23:59[AoE]")),
                Deadline(
                    kind="submission",
                    id="industry",
                    label=Text(en="industry track", zh="工业专题"),
                    at=When.parse("2026-02-06T23:59[AoE]"),
                ),
            ],
        ),
        CallForProposals(
            kind="demos",
            name=Text(en="Demonstrations", zh="演示征集"),
            deadlines=[Deadline(kind="submission", at=When(date=dt.date(2026, 3, 1), raw="1 March or earlier"))],
        ),
    ],
)

MONTH_ONLY = Conference(
    id="rust-forum-2026",
    name=Text(en="Rust Forum", zh="Rust 论坛"),
    edition=1,
    status="tentative",
    days=Days.parse("2026-10"),
    venues=[Venue(address=Address(locality=Text(en="Chengdu", zh="成都"), country="CN"))],
    audience=Text(en="Anyone may come. No knowledge of Rust is needed.", zh="欢迎所有人参加，无需具备 Rust 基础。"),
    formats=[Text(en="Talks are given in the morning.", zh="上午为演讲。")],
)

BARE = Conference(id="bare-2027", name="Bare Conference")

ENGLISH_ONLY = Conference(
    id="edge-summit-2026",
    name=Text(en="Edge Summit 2026"),
    kind="summit",
    days=Days.parse("2026-05-20"),
    hours=Hours.parse("18:00-02:00"),
    timezone="America/Los_Angeles",
    online=Online(),
    organizations=[Organization(name=Text(en="Edge Foundation"), role="host")],
    summary=Text(en="An evening on machine learning at the edge."),
    description=Text(en="Talks are short.\n\nSee https://example.org/faq. Recordings follow."),
    topics=[Topic(name=Text(en="Small models")), Topic(name=Text(en="Sensors, power, and heat"))],
    audience=Text(en="engineers"),
    calls=[
        CallForProposals(
            kind="lightning",
            description=Text(en="Five minutes, no slides."),
            topics=[Topic(name=Text(en="Failures")), Topic(name=Text(en="Field reports"))],
            deadlines=[Deadline(kind="submission", at=When.parse("2026-04-30T17:00[America/Los_Angeles]"))],
        )
    ],
)

TRADITIONAL_ONLY = Conference(
    id="coscup-example-2026",
    name=Text(zh_Hant="開源年會2026"),
    edition=2,
    days=Days.parse("2026-08-08/2026-08-09"),
    venues=[
        Venue(
            name=Text(zh_Hant="科技大學國際會議廳"),
            address=Address(
                text=Text(zh_Hant="106 臺北市大安區基隆路四段43號"), locality=Text(zh_Hant="臺北市"), country="TW"
            ),
            timezone="Asia/Taipei",
        )
    ],
    organizations=[Organization(name=Text(zh_Hant="開源社群"), role="host")],
    description=Text(zh_Hant="兩天的議程，\n歡迎參加。\n\n現場提供午餐。"),
    calls=[CallForProposals(deadlines=[Deadline(kind="submission", at=When.parse("2026-05-31T23:59[Asia/Taipei]"))])],
)

CANCELLED = Conference(
    id="cloud-day-2025",
    name=Text(en="Cloud Day 2025", zh="云计算日2025"),
    edition=4,
    status="cancelled",
    days=Days.parse("2025-10-11"),
    venues=[Venue(name=Text(en="Hall 3", zh="三号馆"))],
    organizations=[Organization(name=Text(en="Cloud Association", zh="云计算协会"), role="host")],
    audience=Text(en="operators", zh="运维人员"),
    formats=[Text(en="talks", zh="演讲"), Text(en="panels", zh="圆桌讨论")],
    calls=[CallForProposals(deadlines=[Deadline(kind="submission", at=Pending("cancelled"))])],
)

MOVED_ONLINE = Conference(
    id="data-week-2026",
    name=Text(en="Data Week 2026", zh="数据周2026"),
    status="moved_online",
    history=[Revision(status="scheduled", replaced=dt.date(2026, 2, 2))],
    days=Days.parse("2026-03-02/2026-03-06"),
    hours=Hours.parse("09:00-17:00"),
    timezone="Europe/Berlin",
    venues=[Venue(name="bcc Berlin", address=Address(locality="Berlin", country="DE"))],
    online=Online(platform="BigBlueButton"),
    translations=[Translation(language="zh", status="machine"), Translation(language="en", status="official")],
)

TWO_CITIES = Conference(
    id="open-hardware-2026",
    name=Text(en="Open Hardware Summit Asia 2026", zh="2026亚洲开源硬件峰会", zh_Hant="2026亞洲開源硬體高峰會"),
    kind="summit",
    days=Days.parse("2026-11-12/2026-11-15"),
    venues=[
        Venue(
            id="shenzhen",
            name=Text(en="Nanshan Makers' Hall", zh="南山创客会堂", zh_Hant="南山創客會堂"),
            address=Address(
                street=Text(en="9 Keyuan Road", zh="科苑路9号", zh_Hant="科苑路9號"),
                district=Text(en="Nanshan District", zh="南山区", zh_Hant="南山區"),
                locality=Text(en="Shenzhen", zh="深圳市", zh_Hant="深圳市"),
                region=Text(en="Guangdong", zh="广东省", zh_Hant="廣東省"),
                postal_code="518057",
                country="CN",
            ),
            timezone="Asia/Shanghai",
            days=Days.parse("2026-11-12/2026-11-13"),
        ),
        Venue(
            id="singapore",
            role="satellite",
            name=Text(en="Harbour Workshop", zh="海港工坊", zh_Hant="海港工坊"),
            address=Address(locality=Text(en="Singapore", zh="新加坡", zh_Hant="新加坡"), country="SG"),
            timezone="Asia/Singapore",
            days=Days.parse("2026-11-15"),
        ),
    ],
    organizations=[
        Organization(name=Text(en="Open Hardware Association", zh="开源硬件协会", zh_Hant="開源硬體協會"), role="host")
    ],
    formats=[
        Text(en="talks", zh="演讲", zh_Hant="演講"),
        Text(en="workshops", zh="工作坊", zh_Hant="工作坊"),
        Text(en="poster sessions", zh="海报展示", zh_Hant="海報展示"),
    ],
    links=[Link(url="https://hardware.example.org/2026")],
)

MEETUP = Conference(
    id="python-evening-2026",
    name=Text(en="Python Evening", zh="Python 之夜", zh_Hant="Python 之夜"),
    edition=21,
    kind="meetup",
    days=Days.parse("2026-03-19"),
    hours=Hours.parse("19:30-21:00"),
    timezone="Asia/Shanghai",
    online=Online(platform="Jitsi Meet", link=Link(url="https://meet.example.org/python", rel="video")),
    organizations=[
        Organization(
            name=Text(en="East Coast Python Users", zh="东海岸 Python 用户组", zh_Hant="東海岸 Python 使用者社群")
        )
    ],
    summary=Text(
        en="Two talks and time for questions.", zh="两场演讲，之后自由提问。", zh_Hant="兩場演講，之後自由提問。"
    ),
    topics=[
        Topic(name=Text(en="Type checking in old code", zh="旧代码的类型检查", zh_Hant="舊程式碼的型別檢查")),
        Topic(name=Text(en="What asyncio waits for", zh="asyncio 在等什么", zh_Hant="asyncio 在等什麼")),
    ],
    languages=["zh"],
    registration=Registration(
        link=Link(url="https://python.example.org/evening", rel="register"),
        tickets=[
            Ticket(id="all", name=Text(en="Everybody", zh="所有人", zh_Hant="所有人"), price=Money.parse("0 CNY"))
        ],
    ),
)

WORKSHOP = Conference(
    id="compression-2025",
    name=Text(en="Workshop on Model Compression 2025", zh="2025年模型压缩工作坊", zh_Hant="2025年模型壓縮工作坊"),
    kind="workshop",
    status="cancelled",
    published=dt.date(2025, 1, 15),
    days=Pending("cancelled"),
    history=[
        Revision(
            days=Days.parse("2025-05-16"),
            hours=Hours.parse("09:30-17:00"),
            place=Text(en="Guangzhou", zh="广州", zh_Hant="廣州"),
            replaced=dt.date(2025, 4, 2),
            reason=Text(en="the hall is being rebuilt", zh="会场改建", zh_Hant="會場改建"),
        ),
        Revision(
            days=Pending("tbd"),
            status="postponed",
            replaced=dt.date(2025, 7, 21),
            reason=Text(en="no new date was found", zh="未能确定新的日期", zh_Hant="未能確定新的日期"),
        ),
    ],
    organizations=[Organization(name=Text(en="Pearl River Lab", zh="珠江实验室", zh_Hant="珠江實驗室"), role="host")],
    calls=[
        CallForProposals(
            kind="posters",
            deadlines=[
                Deadline(kind="submission", at=When.parse("2025-04-10T18:00[Asia/Shanghai]")),
                Deadline(kind="notification", at=Pending("cancelled")),
            ],
        )
    ],
    contacts=[Contact(email="workshop@example.org")],
)

ROUND_DATES = {
    "2026-04-01": "2026-05-15",
    "2026-05-01": "2026-06-15",
    "2026-06-01": "2026-07-15",
    "2026-07-01": "2026-08-15",
    "2026-08-01": "2026-09-15",
    "2026-10-01": "2026-11-15",
    "2026-12-01": "2027-01-15",
    "2027-03-01": "2027-04-15",
}
"""Eight days on which papers are due, and when the authors hear."""

DIGITS = "一二三四五六七八"

EIGHT_ROUNDS = Conference(
    id="databases-2027",
    name=Text(en="Conference on Databases in Practice 2027", zh="2027数据库实践大会", zh_Hant="2027資料庫實務研討會"),
    series=Series(id="databases", acronym="CDP"),
    days=Days.parse("2027-08-30/2027-09-03"),
    venues=[
        Venue(
            name=Text(en="Danube Congress Centre", zh="多瑙河会议中心", zh_Hant="多瑙河會議中心"),
            address=Address(
                street="Uferstraße 12",
                locality=Text(en="Vienna", zh="维也纳", zh_Hant="維也納"),
                postal_code="1220",
                country="AT",
            ),
            timezone="Europe/Vienna",
        )
    ],
    calls=[
        CallForProposals(
            id=f"papers-{number}",
            kind="papers",
            round=Text(en=f"round {number}", zh=f"第{DIGITS[number - 1]}轮", zh_Hant=f"第{DIGITS[number - 1]}輪"),
            deadlines=[
                Deadline(kind="submission", at=When.parse(f"{due}T23:59[AoE]")),
                Deadline(kind="notification", at=When.parse(notified)),
            ],
            submit=Link(url=f"https://papers.example.org/{number}", rel="cfp"),
        )
        for number, (due, notified) in enumerate(ROUND_DATES.items(), start=1)
    ],
)

PRICES = Conference(
    id="frontend-2026",
    name=Text(en="Frontend Conference 2026", zh="2026前端大会", zh_Hant="2026前端大會"),
    edition=1,
    days=Days.parse("2026-09-26/2026-09-27"),
    hours=Hours.parse("09:00-18:00"),
    venues=[
        Venue(
            name=Text(en="West Lake Theatre", zh="西湖剧院", zh_Hant="西湖劇院"),
            address=Address(locality=Text(en="Hangzhou", zh="杭州", zh_Hant="杭州"), country="CN"),
            timezone="Asia/Shanghai",
        )
    ],
    registration=Registration(
        opens=When.parse("2026-05-06T12:00[Asia/Shanghai]"),
        closes=When.parse("2026-09-20T24:00[Asia/Shanghai]"),
        link=Link(url="https://frontend.example.org/tickets", rel="register"),
        tickets=[
            Ticket(
                id="early",
                name=Text(en="Early bird", zh="早鸟票", zh_Hant="早鳥票"),
                price=Money.parse("699 CNY"),
                until=When.parse("2026-07-31T23:59[Asia/Shanghai]"),
            ),
            Ticket(id="regular", name=Text(en="Regular", zh="标准票", zh_Hant="標準票"), price=Money.parse("1299 CNY")),
            Ticket(
                id="student",
                name=Text(en="Students", zh="学生票", zh_Hant="學生票"),
                price=Money.parse("99.50 CNY"),
                until=When.parse("2026-09-10"),
            ),
            Ticket(id="abroad", name=Text(en="Abroad", zh="海外票", zh_Hant="海外票"), price=Money.parse("180 USD")),
            Ticket(
                id="volunteer",
                name=Text(en="Volunteers", zh="志愿者票", zh_Hant="志工票"),
                price=Money.parse("0 CNY"),
            ),
        ],
    ),
)

CO_LOCATED = Conference(
    id="privacy-day-2026",
    name=Text(en="Privacy Engineering Day 2026", zh="2026隐私工程日", zh_Hant="2026隱私工程日"),
    days=Days.parse("2026-10-14"),
    venues=[
        Venue(
            name=Text(en="Hall of Science", zh="科学会堂", zh_Hant="科學會堂"),
            address=Address(locality=Text(en="Taipei", zh="台北", zh_Hant="臺北"), country="TW"),
            timezone="Asia/Taipei",
        )
    ],
    relations=[
        Relation(
            kind="co_located",
            target=EventRef(
                name=Text(en="Security Week", zh="安全周", zh_Hant="資安週"),
                url="https://security.example.org/",
                days=Days.parse("2026-10-12/2026-10-16"),
            ),
        ),
        Relation(
            kind="co_located",
            target=EventRef(name=Text(en="Cryptography Forum", zh="密码学论坛", zh_Hant="密碼學論壇")),
        ),
        Relation(
            kind="co_located",
            target=EventRef(name="OpenSSF Meeting", url="https://openssf.example.org/", days=Days.parse("2026-10-15")),
        ),
    ],
    audience=Text(
        en="engineers, lawyers, and researchers", zh="工程师、法律人士和研究人员", zh_Hant="工程師、法律人士與研究人員"
    ),
    calls=[
        CallForProposals(
            opens=When.parse("2026-05-01"),
            deadlines=[
                Deadline(
                    kind="submission",
                    at=When.parse("2026-07-05T23:59[Asia/Taipei]"),
                    announced=dt.date(2026, 6, 26),
                )
            ],
            submit=Link(url="https://privacy.example.org/talks", rel="cfp"),
        )
    ],
    contacts=[Contact(email="privacy@example.org")],
)

EVENTS = {
    event.id: event
    for event in (
        NEW_YEAR,
        POSTPONED,
        ROUNDS,
        MONTH_ONLY,
        BARE,
        ENGLISH_ONLY,
        TRADITIONAL_ONLY,
        CANCELLED,
        MOVED_ONLINE,
        TWO_CITIES,
        MEETUP,
        WORKSHOP,
        EIGHT_ROUNDS,
        PRICES,
        CO_LOCATED,
    )
}

MARKUP = (
    "# *a* _b_ [c](https://d.example) ![e](f) <script>alert(1)</script> `g` | h ~~i~~ &amp; \\j **k**\n\n- l\u202e1. m"
)

HOSTILE = Conference(
    id="hostile-2026",
    name=MARKUP,
    venues=[Venue(name=MARKUP, address=Address(text=MARKUP, locality=MARKUP), directions=MARKUP)],
    organizations=[Organization(name=MARKUP, role="host", links=[Link(url="https://example.org/a_(b)*c*")])],
    relations=[Relation(kind="co_located", target=EventRef(name=MARKUP, url="https://example.org/"))],
    summary="1. one\n2. two",
    description="- a\n\n+ b\n\n= c\n\n2025) d\n\n    code",
    topics=[Topic(name="- item"), Topic(name=MARKUP)],
    contacts=[Contact(phone=MARKUP, purpose=MARKUP)],
    calls=[CallForProposals(name=MARKUP, deadlines=[Deadline(kind="other", label=MARKUP, at=When.parse("2026-01"))])],
    links=[Link(url="https://example.org/", title=MARKUP)],
    images=[Image(url="https://example.org/i.jpg", alt=MARKUP)],
)
