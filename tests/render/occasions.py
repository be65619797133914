"""More conferences, each in English and in both scripts of Chinese: what an organizer runs into; all are made up."""

from __future__ import annotations

import datetime as dt

from confkit import (
    Address,
    CallForProposals,
    Conference,
    Contact,
    Days,
    Deadline,
    EventRef,
    Hours,
    Link,
    Money,
    Online,
    Organization,
    Pending,
    Registration,
    Relation,
    Revision,
    Series,
    Text,
    Ticket,
    Topic,
    Venue,
    When,
)

__all__ = ["OCCASIONS"]

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

ROUNDS = {
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
                Deadline(kind="notification", at=When.parse(told)),
            ],
            submit=Link(url=f"https://papers.example.org/{number}", rel="cfp"),
        )
        for number, (due, told) in enumerate(ROUNDS.items(), start=1)
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

OCCASIONS = (TWO_CITIES, MEETUP, WORKSHOP, EIGHT_ROUNDS, PRICES, CO_LOCATED)
