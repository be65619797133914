"""Hypothesis strategies for all values of the model, with texts that are difficult for file formats."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hypothesis import settings, strategies as st

from confkit import (
    AOE,
    Address,
    CallForProposals,
    Catalog,
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
    PartialDate,
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
from confkit.model import zone

SNARES = (
    "NO", "no", "y", "on", "Off", "true", "null", "~", "Null", "=", "<<", "1", "007", "1_000", "0x1F", "0o17", "1e3",
    "1.", ".5", "+1", "-0", "12:30", "12:30:45", "09:30", ".inf", ".NaN", "2025", "2025-04", "2025-06-07",
    "2025-06-07T10:00:00Z", "a: b", "a #b", "#a", "- a", "? a", ": a", "a:", "-", "?", "---", "...", "--- a", "[a",
    "]a", "{a", "}a", "a, b", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "'a'", '"a"', 'a"""b', "\\", "\\n",
    "a\\", "a ", " a", "\ta", "a\tb", "a\n", "a\n\n", "\na", "a\nb", "a\n b\n", " a\nb", "a \nb", "a\n\n\nb",
    "a\r\nb", "a\rb", "a\x85b", "a\u2028b", "a\u2029b", "\ufeffa", "a\x00b", "a\x07b", "a\x7fb", "a\x9fb", "a\ufffeb",
    "索家坟, Hai Dian Qu", "é", "é", "🎉", "\U0010ffff", "،", "\u200f",
)  # fmt: skip


STATUSES = ("scheduled", "tentative", "cancelled", "postponed", "rescheduled", "moved_online")
ROLES = ("host", "co_host", "organizer", "partner", "sponsor")


def examples(count: int) -> int:
    """Return how many examples a property tries: ``count`` in the profile of CI, where most properties have 100.

    A longer profile multiplies the number. A shorter one divides it, and never tries more than its own number.
    """
    most = settings().max_examples
    share = max(1, count * most // 100)
    return share if most >= 100 else min(share, most)


words = st.one_of(
    st.sampled_from(SNARES), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
).filter(str.strip)
slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
kinds = st.from_regex(r"[a-z]{1,6}(_[a-z0-9]{1,4})?", fullmatch=True)
tags = st.sampled_from(["en", "zh-Hans", "zh-Hant", "no", "ja", "en-GB", "x-klingon", "und", "id"])
texts = st.one_of(words.map(Text.of), st.dictionaries(tags, words, min_size=1, max_size=3).map(Text))
dates = st.dates()
times = st.times().map(lambda time: time.replace(fold=0))
web_urls = st.sampled_from(
    ["https://example.org/", "http://a.b/?q=1#x", "HTTPS://例え.jp/%20", "https://example.org:8080/a,b"]
)
urls = st.one_of(web_urls, st.just("mailto:hello@example.org"))
zone_keys = st.sampled_from(["Asia/Shanghai", "America/New_York", "UTC", "Etc/GMT+8", "Pacific/Apia", "Europe/Dublin"])
fixed = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
zones = st.one_of(st.none(), st.just(AOE), zone_keys.map(zone), fixed)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


def few(strategy: st.SearchStrategy[Any], key: str | None = None) -> st.SearchStrategy[Any]:
    unique_by = None if key is None else (lambda one: getattr(one, key))
    return st.lists(strategy, max_size=2, unique_by=unique_by)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    date = draw(dates)
    return PartialDate(*(date.year, date.month, date.day)[: draw(st.integers(1, 3))])


@st.composite
def day_spans(draw: st.DrawFn) -> Days:
    ends = [draw(partial_dates()), draw(partial_dates())]
    first, last = sorted(ends, key=lambda date: (date.first, date.last))
    return Days(first, last)


@st.composite
def whens(draw: st.DrawFn) -> When:
    raw = draw(maybe(st.one_of(words, st.just("24:00"))))
    if draw(st.booleans()):
        return When(date=draw(partial_dates()), zone=draw(zones), raw=raw)
    date = draw(st.dates(max_value=dt.date(9999, 12, 30)))
    time = draw(st.one_of(times, st.just(dt.time()), st.sampled_from([dt.time(1, 30), dt.time(2, 30)])))
    if draw(st.booleans()):
        date = draw(st.sampled_from([dt.date(2025, 3, 9), dt.date(2025, 11, 2), dt.date(2011, 12, 30)]))
    local = draw(st.sampled_from([{"time": time}, {"time": time}, {"end_of_day": True}]))
    fold = draw(st.sampled_from([None, 0, 1]))
    return When(date=PartialDate.of(date), **local, zone=draw(zones), fold=fold, raw=raw)


pendings = st.one_of(
    st.sampled_from(["tbd", "none", "rolling", "cancelled"]).map(Pending),
    texts.map(lambda rule: Pending("rolling", rule=rule)),
)
moments = st.one_of(whens(), pendings)
minutes = times.map(lambda time: time.replace(second=0, microsecond=0))
hours = st.tuples(minutes, minutes).filter(lambda ends: ends[0] != ends[1]).map(lambda ends: Hours(*ends))
money = st.builds(
    Money,
    amount=st.decimals(0, 10**9, places=2),
    currency=st.sampled_from(["CNY", "EUR", "XXX"]),
) | st.builds(Money, amount=st.integers(0, 10**9).map(Decimal), currency=st.just("JPY"))
links = st.builds(Link, url=urls, rel=kinds, title=maybe(texts))
refs = st.builds(EventRef, name=texts, id=maybe(slugs), url=maybe(web_urls), days=maybe(day_spans()))


@st.composite
def histories(draw: st.DrawFn) -> list[Superseded]:
    rows = draw(few(st.builds(Superseded, at=moments, replaced=dates, reason=maybe(texts))))
    return sorted(rows, key=lambda row: row.replaced)


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    history = draw(histories())
    announced = maybe(st.dates(min_value=history[-1].replaced) if history else dates)
    fields: dict[str, Any] = {"kind": draw(kinds), "label": draw(maybe(texts)), "at": draw(moments), "history": history}
    if draw(st.booleans()):
        fields["id"] = draw(slugs)
    return Deadline(**fields, announced=draw(announced))


topics = st.builds(Topic, name=texts, id=maybe(slugs))
calls = st.builds(
    CallForProposals,
    kind=kinds,
    id=slugs,
    name=maybe(texts),
    round=maybe(texts),
    opens=maybe(moments),
    deadlines=few(deadlines(), "id"),
    topics=few(topics),
    submit=maybe(links),
    description=maybe(texts),
)
tickets = st.builds(Ticket, id=slugs, name=maybe(texts), price=maybe(money), until=maybe(whens()))
registrations = st.builds(
    Registration,
    opens=maybe(moments),
    closes=maybe(moments),
    details_expected=maybe(whens()),
    link=maybe(links),
    tickets=few(tickets, "id"),
    handled_by=maybe(refs),
)
addresses = st.builds(
    Address,
    text=texts,
    street=maybe(texts),
    locality=maybe(texts),
    postal_code=maybe(words),
    country=st.sampled_from([None, "NO", "CN"]),
)
distances = st.builds(Distance, origin=texts, km=st.floats(0, 20_040, exclude_min=True), approximate=st.booleans())
venues = st.builds(
    Venue,
    role=st.sampled_from(["main", "hotel"]),
    id=slugs,
    name=texts,
    address=maybe(addresses),
    geo=maybe(st.builds(Geo, latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))),
    timezone=maybe(zone_keys),
    days=maybe(day_spans()),
    distances=few(distances),
    directions=maybe(texts),
    links=few(links),
)
pairs = st.dictionaries(words, words, max_size=2)
series = st.builds(
    Series, id=slugs, name=maybe(texts), acronym=maybe(words), aliases=few(texts), ranks=pairs, external_ids=pairs
)
revisions = st.builds(
    Revision,
    days=maybe(st.one_of(day_spans(), pendings)),
    hours=maybe(hours),
    status=st.sampled_from([None, "scheduled", "postponed"]),
    place=texts,
    replaced=dates,
    reason=maybe(texts),
)
json_values = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-(10**20), 10**20),
        st.floats(allow_nan=False, allow_infinity=False),
        words,
        st.just(""),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(words, st.just("")), inner, max_size=3)
    ),
    max_leaves=6,
)
contacts = st.one_of(
    st.builds(Contact, email=st.just("a@b.org"), purpose=maybe(texts)), st.builds(Contact, phone=words)
)


@st.composite
def conferences(draw: st.DrawFn, *, statuses: Sequence[str] = STATUSES[:3]) -> Conference:
    """Any conference; ``extra`` contains no null, which TOML does not have."""
    return Conference(
        id=draw(slugs),
        namespace=draw(st.sampled_from([None, "example.org", "tag:example.org,2025:x"])),
        name=draw(texts),
        series=draw(maybe(series)),
        edition=draw(maybe(st.integers(1, 9999))),
        kind=draw(st.one_of(st.just("conference"), kinds)),
        published=draw(maybe(dates)),
        updated=draw(maybe(dates)),
        days=draw(maybe(st.one_of(day_spans(), pendings))),
        hours=draw(maybe(hours)),
        timezone=draw(maybe(zone_keys)),
        status=draw(st.sampled_from(statuses)),
        history=sorted(draw(few(revisions)), key=lambda row: row.replaced),
        venues=draw(few(venues, "id")),
        online=draw(maybe(st.builds(Online, link=maybe(links), platform=maybe(words)))),
        travel=draw(maybe(texts)),
        relations=draw(few(st.builds(Relation, kind=st.sampled_from(["co_located", "follows"]), target=refs))),
        organizations=draw(few(st.builds(Organization, name=texts, role=st.sampled_from(ROLES), links=few(links)))),
        contacts=draw(few(contacts)),
        summary=draw(maybe(texts)),
        description=draw(maybe(texts)),
        topics=draw(few(topics)),
        formats=draw(few(texts)),
        audience=draw(maybe(texts)),
        languages=draw(few(tags)),
        calls=draw(few(calls, "id")),
        registration=draw(maybe(registrations)),
        milestones=draw(few(deadlines(), "id")),
        links=draw(few(links)),
        images=draw(few(st.builds(Image, url=web_urls, alt=maybe(texts)))),
        translations=draw(few(st.builds(Translation, language=tags, status=st.just("machine")), "language")),
        sources=draw(few(st.builds(Source, url=web_urls, retrieved=maybe(dates), note=maybe(texts)))),
        extra=draw(st.dictionaries(words, json_values, max_size=3)),
    )


catalogs = st.lists(conferences(), max_size=3, unique_by=lambda one: one.id).map(Catalog)
