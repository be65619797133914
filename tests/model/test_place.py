from importlib import resources

import pytest

from confkit import Address, Days, Distance, Geo, Link, Online, Text, Venue
from confkit.errors import InvalidValueError
from factories import venue

NO_COUNTRY = "write the two letters of the country, such as CN, NO or US"


def test_invalid_value_is_refused_with_its_field():
    cases = [
        (lambda: Geo(90.1, 0), ("geo.range", "latitude")),
        (lambda: Geo(0, -180.5), ("geo.range", "longitude")),
        (lambda: Geo(float("nan"), 0), ("geo.range", "latitude")),
        (lambda: Geo(10**400, 0), ("geo.range", "latitude")),
        (lambda: Geo("40", 116), ("geo.range", "latitude")),
        (lambda: Geo(40, None), ("geo.range", "longitude")),
        (lambda: Geo(True, 116), ("geo.range", "latitude")),
        (lambda: Address(country="China"), ("country.code", "country")),
        (lambda: Address(country="cn"), ("country.code", "country")),
        (lambda: Address(country=86), ("country.code", "country")),
        (lambda: Address(postal_code=100080), ("value.type", "postal_code")),
        (lambda: Address(postal_code=" "), ("text.empty", "postal_code")),
        (lambda: Address(text=3), ("text.type", "text")),
        (lambda: Distance(origin="airport", km=0), ("distance.range", "km")),
        (lambda: Distance(origin="airport", km=20_041), ("distance.range", "km")),
        (lambda: Distance(origin="airport", km=float("inf")), ("distance.range", "km")),
        (lambda: Distance(origin="airport", km="39"), ("distance.range", "km")),
        (lambda: Distance(origin="airport", km=39, approximate=1), ("value.type", "approximate")),
        (lambda: Distance(origin=None, km=39), ("text.type", "origin")),
        (lambda: venue(role="den"), ("value.choice", "role")),
        (lambda: venue(role=None), ("value.choice", "role")),
        (lambda: venue(id="Main Hall"), ("id.slug", "id")),
        (lambda: venue(address="Beijing"), ("value.type", "address")),
        (lambda: venue(geo=(40, 116)), ("value.type", "geo")),
        (lambda: venue(timezone="Beijing"), ("zone.unknown", "timezone")),
        (lambda: venue(timezone=8), ("zone.unknown", "timezone")),
        (lambda: venue(days="2025-06-07"), ("value.type", "days")),
        (lambda: venue(distances={"airport": 39}), ("value.type", "distances")),
        (lambda: venue(links=["https://example.org/"]), ("value.type", "links[0]")),
        (lambda: Online(platform=""), ("text.empty", "platform")),
        (lambda: Online(link="https://example.org/"), ("value.type", "link")),
    ]
    for make, expected in cases:
        with pytest.raises(InvalidValueError) as error:
            make()
        assert [(finding.code, finding.path) for finding in error.value.findings] == [expected], make
        assert [finding for finding in error.value.findings if not finding.hint or finding.value is None] == [], make


def test_country_is_a_code_of_iso_3166():
    codes = [line.split("\t")[0] for line in iso_3166_lines() if not line.startswith("#")]
    assert [Address(country=code).country for code in codes] == codes
    hints = {
        **dict.fromkeys(("UK", "uk", "gb", " GB"), "write GB"),
        "EL": "write GR",
        "JA": "write JP",
        **dict.fromkeys(
            ("XX", "ZZ", "AA", "EU", "China", "", 86), "write the two letters of the country, such as CN, NO or US"
        ),
    }
    for wrong, hint in hints.items():
        with pytest.raises(InvalidValueError, match="country must be a country code of ISO 3166-1 alpha-2") as error:
            Address(country=wrong)
        assert [finding.hint for finding in error.value.findings] == [hint], wrong


def iso_3166_lines():
    return (resources.files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8").splitlines()


def test_empty_place_is_refused():
    for make, code in [(Address, "address.empty"), (Venue, "venue.empty")]:
        with pytest.raises(InvalidValueError) as error:
            make()
        assert [finding.code for finding in error.value.findings] == [code], make


def test_id_of_a_venue_defaults_to_its_role():
    assert (venue().id, venue(role="hotel").id, venue(id="hall").id) == ("main", "hotel", "hall")


def test_venue_may_be_a_point_or_a_city_only():
    assert Venue(geo=Geo(40, 116)).geo == Geo(40.0, 116.0)
    assert Venue(address=Address(locality="Beijing", country="CN")).name is None


def test_repr_leaves_defaults_out():
    place = venue(
        name=Text.of("Hall"),
        days=Days.parse("2025-06-07"),
        distances=[Distance(origin="airport", km=39, approximate=True)],
        links=[Link(url="https://example.org/", rel="map")],
    )
    assert repr(place) == (
        "Venue(name=Text.of('Hall'), timezone='Asia/Shanghai', days=Days.parse('2025-06-07'), "
        "distances=(Distance(origin=Text.of('airport'), km=39.0, approximate=True),), "
        "links=(Link(url='https://example.org/', rel='map'),))"
    )


def test_address_is_kept_verbatim():
    words = "索家坟, Hai Dian Qu, Bei Jing Shi, China, 100080"
    assert Address(text=words).text == Text.of(words)
