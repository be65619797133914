"""What type checkers know about `confkit`, the model's names; read by them, never run."""

import datetime as dt
from decimal import Decimal
from typing import Literal, assert_type

from confkit import (
    AOE,
    Address,
    Attendance,
    CallForProposals,
    CallState,
    Catalog,
    Choice,
    Conference,
    Days,
    Deadline,
    DeadlineState,
    Distance,
    EventRef,
    Geo,
    Hours,
    Link,
    Loaded,
    Money,
    PartialDate,
    Pending,
    Registration,
    Relation,
    Revision,
    Superseded,
    Text,
    Ticket,
    Topic,
    Venue,
    When,
    Window,
)
from confkit.errors import Finding
from confkit.model import zone


def loaded_holds_conferences_and_findings(loaded: Loaded) -> None:
    assert_type(loaded.conferences, tuple[Conference, ...])
    assert_type(loaded.findings, tuple[Finding, ...])


def text_field_takes_a_string_and_gives_a_text() -> None:
    assert_type(Conference(id="day", name="Day").name, Text)
    assert_type(Conference(id="day", name=Text(en="Day", zh="日")).name, Text)
    assert_type(Venue(name="Hall").name, Text | None)
    Conference(id="day", name=3)  # type: ignore[arg-type]  # a number is no text


def sequence_field_takes_an_iterable_and_gives_a_tuple(deadlines: list[Deadline]) -> None:
    call = CallForProposals(deadlines=deadlines, topics=(Topic(name=name) for name in ("Edge AI", "Compilers")))
    assert_type(call.deadlines, tuple[Deadline, ...])
    assert_type(call.topics, tuple[Topic, ...])
    assert_type(Conference(id="day", name="Day", calls={call}).calls, tuple[CallForProposals, ...])
    Conference(id="day", name="Day", calls=["talks"])  # type: ignore[list-item]  # a string is no call


def text_chooses_words_with_their_language(text: Text) -> None:
    chosen = text.choose("zh")
    assert_type(chosen, Choice)
    assert_type(chosen.value, str)
    assert_type(chosen.language, str)
    assert_type(text.languages, tuple[str, ...])
    assert_type(text.items(), tuple[tuple[str, str], ...])


def date_knows_its_precision(date: PartialDate) -> None:
    assert_type(PartialDate(2025, 4), PartialDate)
    assert_type(PartialDate.parse("2025-04"), PartialDate)
    assert_type(date.precision, Literal["year", "month", "day"])
    assert_type(date.first, dt.date)
    assert_type(date.before(date), bool | None)


def days_take_dates_of_either_kind(day: dt.date) -> None:
    assert_type(Days(PartialDate(2025, 6), day), Days)
    assert_type(Days(day).first, PartialDate)
    assert_type(Days.parse("2025-06-07/2025-06-09").last, PartialDate)
    assert_type(Hours.parse("09:00-18:00").opens, dt.time)


def moment_is_a_date_and_what_was_said_of_its_hour(when: When) -> None:
    assert_type(When.parse("2025-04-13T23:59[AoE]"), When)
    assert_type(When(date=dt.date(2025, 4, 13), time=dt.time(23, 59), zone=AOE), When)
    assert_type(When(date=PartialDate(2025, 4, 13), zone=zone("Asia/Shanghai")), When)
    assert_type(when.date, PartialDate)
    assert_type(when.time, dt.time | None)
    assert_type(when.zone, dt.tzinfo | None)
    assert_type(when.fold, int | None)
    assert_type(when.window(), Window)
    assert_type(when.instant(), dt.datetime)
    assert_type(when.rfc9557(), str)
    When(date="2025-04-13")  # type: ignore[arg-type]  # parse() reads text


def window_is_two_instants(window: Window) -> tuple[dt.datetime, dt.datetime]:
    return window


def deadline_has_a_date_or_says_why_not(deadline: Deadline, now: dt.datetime) -> None:
    assert_type(deadline.at, When | Pending)
    assert_type(deadline.state(now), DeadlineState)
    assert_type(deadline.history, tuple[Superseded, ...])
    assert_type(deadline.extend(When.parse("2025-04-20"), announced=dt.date(2025, 4, 12), reason="more time"), Deadline)
    Deadline(kind="submission", at=None)  # type: ignore[arg-type]  # None never means "to be announced"
    Deadline(kind="submission")  # type: ignore[call-arg]  # a deadline says when, or why not
    deadline.kind = "abstract"  # type: ignore[misc]  # frozen


def call_state_is_one_of_five(call: CallForProposals, now: dt.datetime) -> None:
    state = call.state(now)
    assert_type(state, CallState)
    if state == "opne":  # type: ignore[comparison-overlap]  # a state with a slip of the pen is never met
        raise AssertionError


def place_is_an_address_and_distances(venue: Venue) -> None:
    assert_type(venue.address, Address | None)
    assert_type(venue.geo, Geo | None)
    assert_type(Geo(40, 116.28).latitude, float)
    assert_type(venue.distances, tuple[Distance, ...])
    assert_type(Distance(origin="airport", km=39).km, float)


def money_is_exact(ticket: Ticket) -> None:
    assert_type(ticket.price, Money | None)
    assert_type(Money.parse("450.00 CNY").amount, Decimal)
    assert_type(Money(amount=450, currency="CNY").amount, Decimal)
    Money(amount=450.5, currency="CNY")  # type: ignore[arg-type]  # a float cannot hold every cent


def relation_is_resolved_by_a_catalog_or_not(catalog: Catalog, relation: Relation) -> None:
    assert_type(relation.target, EventRef)
    assert_type(catalog.resolve(relation.target), Conference | None)
    assert_type(catalog.get("day"), Conference | None)
    assert_type(next(iter(catalog)), Conference)
    assert_type(len(catalog), int)


def conference_is_a_flat_record(day: Conference) -> None:
    assert_type(day.days, Days | Pending | None)
    assert_type(day.attendance, Attendance | None)
    assert_type(day.main_venue, Venue | None)
    assert_type(day.local_timezone, str | None)
    assert_type(day.link("site"), Link | None)
    assert_type(day.registration, Registration | None)
    assert_type(day.formats, tuple[Text, ...])
    assert_type(day.history, tuple[Revision, ...])
    assert_type(day.published, dt.date | None)
    Conference("day", name="Day")  # type: ignore[call-arg]  # keywords only
