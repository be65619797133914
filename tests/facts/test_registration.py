"""The state of registration and of tickets."""

import datetime as dt

import attrs

from confkit import Money, Pending, Registration, Text, Ticket, When, facts
from fact_texts import fact_texts
from factories import call, conference

SHANGHAI = "[Asia/Shanghai]"


def test_registration_has_a_state_at_a_moment():
    cases = (
        ({"opens": "2027-02-01"}, "not yet open", "尚未开始"),
        ({"opens": "2027-01-10"}, "opening or already open", None),
        ({"opens": f"2027-01-10{SHANGHAI}"}, None, None),
        ({"opens": "2027-01"}, "opening or already open", "即将开始或已经开始"),
        ({"opens": "2027-01-01"}, None, None),
        ({"opens": "2027-01-01", "closes": "2027-01-20"}, "open, 10 days left", "报名中，还剩10天"),
        ({"closes": f"2027-01-11T12:00{SHANGHAI}"}, "open, closes tomorrow", "报名中，明天截止"),
        ({"closes": "2027-03"}, "open", "报名中"),
        ({"closes": "2027-01-10"}, "closing or already closed (no time or time zone stated)", None),
        ({"closes": "2027-01-01"}, "closed", "已截止"),
        ({"opens": "2027-02-01", "closes": "2027-01-01"}, "closed", "已截止"),
        ({"closes": "2027-01-20", "details_expected": "2027-01-15"}, None, None),
        ({"opens": "tbd", "closes": "2027-01-20"}, None, None),
        ({"opens": "tbd"}, None, None),
    )
    for fields, english, chinese in cases:
        moments = {name: Pending(at) if at == "tbd" else When.parse(at) for name, at in fields.items()}
        event = conference(registration=Registration(**moments), timezone="Asia/Shanghai")
        now = dt.datetime(2027, 1, 10, 11, tzinfo=dt.UTC)
        assert fact_texts(event, now=now).get("registration.state") == english, fields
        assert chinese is None or fact_texts(event, "zh", now=now)["registration.state"] == chinese, fields
        assert "registration.state" not in fact_texts(event), fields
        assert "registration.state" not in fact_texts(attrs.evolve(event, status="cancelled"), now=now), fields


def test_past_ticket_is_no_longer_available():
    cases = (
        (8, "Early bird: until Saturday, January 9, 2027", "早鸟票：2027年1月9日（星期六"),
        (9, "Early bird (ending or no longer available): until", "早鸟票（即将停售或已停售）：2027年1月9日"),
        (11, "Early bird (no longer available): until", "早鸟票（已停售）：2027年1月9日"),
    )
    for day, english, chinese in cases:
        early = Ticket(id="early", name=Text(en="Early bird", zh="早鸟票"), until=When.parse("2027-01-09"))
        event = conference(registration=Registration(tickets=[early]))
        now = dt.datetime(2027, 1, day, 12, tzinfo=dt.UTC)
        assert fact_texts(event, now=now)["registration.tickets"].startswith(english), day
        assert fact_texts(event, "zh", now=now)["registration.tickets"].startswith(chinese), day
        assert fact_texts(event)["registration.tickets"].startswith("Early bird: until"), day


def test_call_that_is_opening_is_not_closing():
    event = conference(calls=[call(opens=When.parse("2027-01-01"))])
    now = dt.datetime(2027, 1, 1, 11, tzinfo=dt.UTC)
    assert fact_texts(event, now=now)["call.state"] == "opening or already open"
    assert fact_texts(event, "zh", now=now)["call.state"] == "即将开始或已经开始"


def test_ticket_without_a_name_has_its_price():
    cases = (
        ([{"price": Money.parse("0 CNY")}], ("Ticket", "line", "free"), ("票价", "line", "免费")),
        ([{}], ("Ticket", "line", "t0"), ("票价", "line", "t0")),
        (
            [{"price": Money.parse("0.5 USD")}, {"price": Money.parse("2 USD")}],
            ("Tickets", "list", "USD 0.50"),
            ("票种与价格", "list", "0.50美元"),
        ),
    )
    for tickets, english, chinese in cases:
        sold = [Ticket(id=f"t{number}", **ticket) for number, ticket in enumerate(tickets)]
        event = conference(registration=Registration(tickets=sold))
        for language, texts in (("en", english), ("zh", chinese)):
            fact = next(fact for fact in facts.of(event, language=language) if fact.key == "registration.tickets")
            assert (facts.plain(fact.label), fact.form, facts.plain(fact.value)) == texts, tickets


def test_past_ticket_without_a_name_is_no_longer_available():
    early = Ticket(id="early", price=Money.parse("5 EUR"), until=When.parse("2027-01-09"))
    event = conference(registration=Registration(tickets=[early], closes=Pending("none")))
    texts = fact_texts(event, now=dt.datetime(2027, 2, 1, tzinfo=dt.UTC))
    assert texts["registration.tickets"] == (
        "EUR 5; until Saturday, January 9, 2027 (no time or time zone stated). No longer available."
    )
    assert (texts["registration.closes"], fact_texts(event, "zh")["registration.closes"]) == (
        "no closing date",
        "不设截止日期",
    )
