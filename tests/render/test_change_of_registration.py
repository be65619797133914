"""Notices on changed registration and tickets."""

from typing import Any

import attrs

from confkit import EventRef, Money, Registration, Text, Ticket, When
from render.versions import sentences

SENTENCES: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "registration": (
        {},
        {"registration": Registration()},
        "Registration details have been announced.",
        "报名信息已公布。",
    ),
    "no-registration": (
        {"registration": Registration()},
        {},
        "The registration details no longer hold.",
        "原报名信息不再有效。",
    ),
    "inside-registration": (
        {
            "registration": Registration(
                closes=When.parse("2027-04-01"), tickets=[Ticket(id="early", price=Money.parse("1 CNY"))]
            )
        },
        {
            "registration": Registration(
                closes=When.parse("2027-04-08"),
                tickets=[Ticket(id="early", price=Money.parse("2 CNY"))],
                handled_by=EventRef(name="Week"),
            )
        },
        (
            "Registration deadline extended from April 1 to April 8, 2027. "
            "Price of early changed from CNY 1 to CNY 2. "
            "Event that handles registration added: Week."
        ),
        ("报名截止日期由2027年4月1日延长至4月8日。 early 票价由人民币1元改为人民币2元。 新增受理报名的活动：Week。"),
    ),
}


def test_changes_of_registration_are_sentences() -> None:
    for name, (old, new, english, chinese) in SENTENCES.items():
        assert sentences(old, new, "en", "zh") == [english, chinese], name


TICKET = Ticket(id="std", name="Std", price=Money.parse("10 CNY"), until=When.parse("2027-05-01"))


def test_changed_ticket_names_its_changed_fields() -> None:
    cases = (
        (
            {"price": Money.parse("20 CNY")},
            "Price of Std changed from CNY 10 to CNY 20.",
            "Std 票价由人民币10元改为人民币20元。",
        ),
        (
            {"until": When.parse("2027-05-08")},
            "Sale deadline of Std extended from May 1 to May 8, 2027.",
            "Std 售票截止日期由2027年5月1日延长至5月8日。",
        ),
        (
            {"price": Money.parse("20 CNY"), "until": When.parse("2027-05-08")},
            "Price of Std changed from CNY 10 to CNY 20; sale deadline of Std extended from May 1 to May 8, 2027.",
            "Std 票价由人民币10元改为人民币20元；Std 售票截止日期由2027年5月1日延长至5月8日。",
        ),
        ({"until": None}, "Sale deadline of Std removed: May 1, 2027.", "不再列出 Std 售票截止日期：2027年5月1日。"),
        ({"price": None}, "Price of Std removed: CNY 10.", "不再列出 Std 票价：人民币10元。"),
        ({"name": "Standard"}, "Ticket changed from Std to Standard.", "票种由 Std 改为 Standard。"),
        ({"name": Text(en="Std")}, "Ticket updated.", "票种由 Std 改为 Std（英文名称）。"),
    )
    for new, english, chinese in cases:
        old, later = (
            {"registration": Registration(tickets=[ticket])} for ticket in (TICKET, attrs.evolve(TICKET, **new))
        )
        assert sentences(old, later, "en", "zh") == [english, chinese], new


def test_ticket_gets_a_price_and_a_sale_deadline() -> None:
    old, later = (
        {"registration": Registration(tickets=[ticket])}
        for ticket in (Ticket(id="std"), attrs.evolve(TICKET, name=None))
    )
    assert sentences(old, later, "en", "zh") == [
        "Price of std set to CNY 10; sale deadline of std set to May 1, 2027.",
        "std 票价定为人民币10元；std 售票截止日期定为2027年5月1日。",
    ]
