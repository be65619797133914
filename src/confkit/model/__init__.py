"""The model: immutable values for events, places, calls and deadlines."""

from confkit.model.call import CallForProposals, CallState, Topic
from confkit.model.catalog import Catalog, Loaded
from confkit.model.conference import Attendance, Conference, Revision, Source, Status
from confkit.model.dates import Days, Hours, PartialDate, Pending
from confkit.model.deadline import Deadline, DeadlineState, Superseded
from confkit.model.link import Image, Link
from confkit.model.people import Contact, Organization
from confkit.model.place import Address, Distance, Geo, Online, Venue
from confkit.model.registration import Money, Registration, Ticket
from confkit.model.relation import EventRef, Relation, Series
from confkit.model.text import UND, Choice, Text, Translation, canonical_tag, serves
from confkit.model.when import When, Window
from confkit.model.zones import AOE, AnywhereOnEarth, parse_zone, zone, zone_keys, zone_text

__all__ = [
    "AOE",
    "UND",
    "Address",
    "AnywhereOnEarth",
    "Attendance",
    "CallForProposals",
    "CallState",
    "Catalog",
    "Choice",
    "Conference",
    "Contact",
    "Days",
    "Deadline",
    "DeadlineState",
    "Distance",
    "EventRef",
    "Geo",
    "Hours",
    "Image",
    "Link",
    "Loaded",
    "Money",
    "Online",
    "Organization",
    "PartialDate",
    "Pending",
    "Registration",
    "Relation",
    "Revision",
    "Series",
    "Source",
    "Status",
    "Superseded",
    "Text",
    "Ticket",
    "Topic",
    "Translation",
    "Venue",
    "When",
    "Window",
    "canonical_tag",
    "parse_zone",
    "serves",
    "zone",
    "zone_keys",
    "zone_text",
]
