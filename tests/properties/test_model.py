import copy
import datetime as dt
import pickle
from urllib.parse import unquote, urljoin, urlsplit

from hypothesis import given, strategies as st

import strategies
from confkit import AOE, Contact, Days, Hours, Link, Money, PartialDate, Text, When
from confkit._internet_addresses import mailto
from confkit.errors import ConfkitError
from confkit.model import canonical_tag, zone, zone_keys, zone_text

KEYS = st.sampled_from(sorted(zone_keys()))
ZONES = st.one_of(st.none(), st.just(AOE), KEYS.map(zone), strategies.fixed)
MOMENTS = st.builds(
    When,
    date=st.dates(dt.date(1960, 1, 1), dt.date(2036, 12, 31)),
    time=st.times().map(lambda time: time.replace(fold=0)),
    zone=ZONES,
    fold=st.sampled_from([None, 0, 1]),
)


@given(strategies.partial_dates())
def test_date_is_parsed_from_its_text(date):
    assert PartialDate.parse(str(date)) == date
    assert date.first <= date.last
    assert date.before(date) is (False if date.precision == "day" else None)


@given(strategies.partial_dates(), strategies.partial_dates())
def test_order_of_dates_is_the_order_of_all_their_possible_days(one, other):
    outcomes = {first < second for first in (one.first, one.last) for second in (other.first, other.last)}
    assert one.before(other) is (outcomes.pop() if len(outcomes) == 1 else None)


@given(strategies.day_spans())
def test_days_are_parsed_from_their_text(days):
    assert Days.parse(str(days)) == days


@given(strategies.hours)
def test_hours_are_parsed_from_their_text(hours):
    assert Hours.parse(str(hours)) == hours


@given(strategies.money)
def test_money_is_parsed_from_its_text(money):
    assert Money.parse(str(money)) == money


@given(st.one_of(MOMENTS, strategies.whens()))
def test_when_is_parsed_from_its_text(when):
    back = When.parse(str(when), raw=when.raw)
    assert back == when
    assert (back.zone and zone_text(back.zone)) == (when.zone and zone_text(when.zone))


@given(MOMENTS)
def test_when_is_equal_after_pickling_and_copying(when):
    assert pickle.loads(pickle.dumps(when)) == copy.deepcopy(when) == when
    assert pickle.loads(pickle.dumps(when)).zone == when.zone


@given(st.one_of(MOMENTS, strategies.whens()))
def test_window_contains_the_instant_of_a_complete_when(when):
    first, last = when.window()
    assert first <= last
    starts, ends = when.start_window(), when.end_window()
    assert (starts[0], ends[1]) == (first, last)
    if not when.missing:
        assert when.instant() == first == last


@given(MOMENTS.filter(lambda when: not when.missing and when.zone is not AOE))
def test_rfc9557_text_is_the_same_instant(when):
    stamp = when.rfc9557().partition("[")[0]
    assert dt.datetime.fromisoformat(stamp) == when.instant()


@given(st.dates(dt.date(1975, 1, 1), dt.date(2036, 12, 30)), KEYS)
def test_days_of_a_zone_have_no_gap_and_no_overlap(day, key):
    today, tomorrow = (When(date=day + dt.timedelta(days=n), zone=zone(key)) for n in (0, 1))
    assert today.window()[1] == tomorrow.window()[0]


@given(strategies.texts)
def test_text_is_made_from_its_items(text):
    assert Text(dict(text.items())) == text
    assert [canonical_tag(tag) for tag in text.languages] == list(text.languages)


@given(strategies.texts, strategies.tags)
def test_every_reader_gets_a_value_with_its_language(text, reader):
    value, language = text.choose(reader)
    assert text.get(language) == value


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    raised = []
    for read in (PartialDate.parse, Days.parse, Hours.parse, When.parse, Money.parse, canonical_tag, Text.of):
        try:
            read(text)
        except ConfkitError as error:
            raised.append(error)
    assert [finding for error in raised for finding in error.findings if not finding.hint] == []


URL_PARTS = st.one_of(
    st.text(max_size=2),
    st.sampled_from(
        ["a.org", "@", ":", ":80", ":65536", "[", "]", "[::1]", "/", "?", "#", "%", "\u2100", "\uff0f", "\uff20"]
    ),
)


@given(st.sampled_from(["http://", "HTTPS://"]), st.lists(URL_PARTS, max_size=5).map("".join))
def test_url_is_refused_or_can_be_taken_apart(scheme, rest):
    try:
        url = Link(url=scheme + rest).url
    except ConfkitError:
        return
    parts = urlsplit(url)
    assert (parts.hostname is not None, parts.port is None or parts.port >= 0) == (True, True)
    assert urljoin(url, "day.ics").lower().startswith("http")


@given(st.lists(st.one_of(st.text(max_size=2), st.sampled_from(["a", "@", ".org", "用户", "?", "%41"])), max_size=5))
def test_address_of_a_contact_is_a_link_too(parts):
    try:
        email = Contact(email="".join(parts)).email
    except ConfkitError:
        return
    assert unquote(Link(url=mailto(email)).url.removeprefix("mailto:")) == email
