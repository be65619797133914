import datetime as dt
from decimal import Decimal

import pytest

from confkit import CallForProposals, EventRef, Link, Money, Pending, Registration, Ticket, Topic, When
from confkit.errors import InvalidValueError
from factories import call, deadline

BEFORE, INSIDE, AFTER = (
    dt.datetime.fromisoformat(text) for text in ("2025-04-01T00:00Z", "2025-04-14T00:00Z", "2025-05-01T00:00Z")
)
APRIL_13 = When.parse("2025-04-13")


def submission(text, id="submission"):
    return deadline(id=id, at=When.parse(text))


def pending(reason, kind="submission"):
    return deadline(kind=kind, at=Pending(reason))


def test_last_submission_deadline_decides_the_state():
    cases = [
        ([], BEFORE, "unknown"),
        ([submission("2025-04-13")], BEFORE, "open"),
        ([submission("2025-04-13")], INSIDE, "uncertain"),
        ([submission("2025-04-13")], AFTER, "closed"),
        ([submission("2025-03-01"), submission("2025-04-13", "late")], BEFORE, "open"),
        ([submission("2025-04-13"), submission("2025-06-01", "late")], INSIDE, "open"),
        ([submission("2025-04-13"), pending("tbd", "abstract")], AFTER, "closed"),
        ([deadline(kind="abstract", at=APRIL_13)], BEFORE, "open"),
        ([deadline(kind="notification", at=APRIL_13), deadline(kind="rebuttal_start", at=APRIL_13)], BEFORE, "unknown"),
        ([pending("tbd")], AFTER, "unknown"),
        ([submission("2025-04-13", "early"), pending("tbd")], AFTER, "unknown"),
        ([pending("rolling")], AFTER, "open"),
        ([pending("cancelled")], BEFORE, "closed"),
        ([pending("none")], BEFORE, "unknown"),
        ([pending("none"), deadline(kind="camera_ready", at=APRIL_13)], BEFORE, "open"),
    ]
    for deadlines, now, state in cases:
        assert call(deadlines=deadlines).state(now) == state, deadlines


def test_call_is_upcoming_until_it_opens():
    cases = [
        (When.parse("2025-04-20"), BEFORE, "upcoming"),
        (When.parse("2025-04-01"), BEFORE, "uncertain"),
        (When.parse("2025-03-01"), BEFORE, "open"),
        (When.parse("2025-03-01"), AFTER, "closed"),
        (Pending("tbd"), BEFORE, "unknown"),
        (Pending("rolling"), BEFORE, "open"),
        (Pending("cancelled"), BEFORE, "closed"),
        (Pending("tbd"), AFTER, "closed"),
    ]
    for opens, now, state in cases:
        assert call(opens=opens, deadlines=[submission("2025-04-13")]).state(now) == state, opens


def test_call_without_deadlines_is_upcoming_until_it_opens_and_then_unknown():
    bare = call(opens=When.parse("2025-04-10"), deadlines=[])
    assert [bare.state(now) for now in (BEFORE, AFTER)] == ["upcoming", "unknown"]


def test_money_is_parsed():
    cases = [
        ("450.00 CNY", Decimal("450.00"), "450.00 CNY"),
        ("0 EUR", Decimal(0), "0 EUR"),
        ("007 USD", Decimal(7), "7 USD"),
        ("0.000001 BTC", Decimal("0.000001"), "0.000001 BTC"),
    ]
    for text, amount, normal in cases:
        money = Money.parse(text)
        assert (money.amount, str(money), repr(money)) == (amount, normal, f"Money.parse({normal!r})"), text
        assert Money.parse(normal) == money, text


def test_money_takes_whole_numbers():
    assert Money(amount=450, currency="CNY") == Money.parse("450 CNY") == Money(amount=Decimal("4.5E2"), currency="CNY")


def test_amount_out_of_bounds_is_refused():
    cases = [
        *(Decimal(text) for text in ("-1", "NaN", "sNaN", "Infinity", "1E18", "1E-7", "1E999999", "0E-999999")),
        10**5000,
        -1,
        4.5,
        True,
        None,
        "450",
    ]
    for amount in cases:
        with pytest.raises(InvalidValueError) as error:
            Money(amount=amount, currency="CNY")
        assert [(finding.code, finding.path) for finding in error.value.findings] == [("money.amount", "amount")], (
            amount
        )


def test_invalid_text_of_money_is_refused():
    for text in ["450", "450 cny", "450,00 CNY", "-1 CNY", "٣ CNY", "450  CNY", "1E3 CNY", None, 450]:
        with pytest.raises(InvalidValueError) as error:
            Money.parse(text)
        assert [finding.code for finding in error.value.findings] == ["money.text"], text


def test_invalid_value_is_refused_with_its_field():
    cases = [
        (lambda: Money(amount=1, currency="yuan"), [("money.currency", "currency")]),
        (lambda: Topic(name=None), [("text.type", "name")]),
        (lambda: Topic(name="AI", id="cs AI"), [("id.slug", "id")]),
        (lambda: CallForProposals(id=""), [("id.slug", "id")]),
        (lambda: CallForProposals(kind="Talks"), [("kind.name", "kind")]),
        (lambda: call(opens="2025"), [("value.type", "opens")]),
        (lambda: call(submit="https://example.org/"), [("value.type", "submit")]),
        (lambda: call(deadlines=None), [("value.type", "deadlines")]),
        (lambda: call(deadlines=deadline()), [("value.type", "deadlines")]),
        (
            lambda: call(deadlines=[deadline(), 3, None]),
            [("value.type", "deadlines[1]"), ("value.type", "deadlines[2]")],
        ),
        (
            lambda: call(deadlines=[deadline()] * 3),
            [("id.duplicate", "deadlines[1].id"), ("id.duplicate", "deadlines[2].id")],
        ),
        (lambda: call(topics="AI"), [("value.type", "topics")]),
        (lambda: call(topics=["AI"]), [("value.type", "topics[0]")]),
        (lambda: call().state(dt.datetime(2025, 4, 1)), [("now.naive", "now")]),
        (lambda: Ticket(id="Early"), [("id.slug", "id")]),
        (lambda: Ticket(id="early", price="450 CNY"), [("value.type", "price")]),
        (lambda: Ticket(id="early", until=Pending("tbd")), [("value.type", "until")]),
        (lambda: Registration(tickets=[Ticket(id="a"), Ticket(id="a")]), [("id.duplicate", "tickets[1].id")]),
        (lambda: Registration(handled_by="BAAI"), [("value.type", "handled_by")]),
        (lambda: Registration(opens=None, closes=3), [("value.type", "closes")]),
    ]
    for make, expected in cases:
        with pytest.raises(InvalidValueError) as error:
            make()
        assert [(finding.code, finding.path) for finding in error.value.findings] == expected, make
        assert [finding for finding in error.value.findings if not finding.hint or finding.value is None] == [], make


def test_id_of_a_call_defaults_to_its_kind_and_registration_names_another_event():
    assert CallForProposals(kind="posters").id == "posters"
    handled = Registration(handled_by=EventRef(name="BAAI Conference"), link=Link(url="mailto:a@example.org"))
    assert repr(handled) == (
        "Registration(link=Link(url='mailto:a@example.org'), handled_by=EventRef(name=Text.of('BAAI Conference')))"
    )
