"""Defects of bytes and lines."""

from __future__ import annotations

__all__ = ["LINES", "OCTETS"]

OCTETS = {
    "byte-order-mark": (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", [("byte-order-mark", 1)]),
    "one-lf": (b"NAME:Days\r\n", b"NAME:Days\n", [("line-ends", 5)]),
    "bare-cr": (b"NAME:Days", b"NAME:Da\rys", [("bare-cr", 5)]),
    "bare-crs": (b"NAME:Days", b"NAME:\rDa\rys", [("bare-cr", 5)]),
    "no-last-line-end": (b"END:VCALENDAR\r\n", b"END:VCALENDAR", [("last-line", 50)]),
    "empty-line": (b"BEGIN:VTIMEZONE", b"\r\nBEGIN:VTIMEZONE", [("empty-line", 9)]),
    "empty-lines": (b"BEGIN:VTIMEZONE", b"\r\n\n\r\nBEGIN:VTIMEZONE", [("line-ends", 10), ("empty-line", 9)]),
    "empty-line-last": (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\n\r\n", [("empty-line", 51)]),
    "empty-line-in-a-fold": (b"NAME:Days", b"NAME:\r\n\r\n Days", [("empty-line", 6)]),
    "line-of-76": (b"NAME:Days", b"NAME:" + b"a" * 71, [("line-length", 5)]),
    "fold-of-76": (b"NAME:Days", b"NAME:\r\n " + b"a" * 75, [("line-length", 6)]),
    "line-of-76-octets": (b"NAME:Days", b"NAME:" + "地".encode() * 24, [("line-length", 5)]),
    "split-character": ("放".encode(), b"\xe6\x94\r\n \xbe", [("split-character", 23)]),
    "split-escape": (rb"One\,", b"One\\\r\n ,", [("split-escape", 24)]),
    "no-utf-8": (b"NAME:Days", b"NAME:D\xe4ys", [("utf-8", 5)]),
    "no-utf-8-after-a-fold": (b"NAME:Days", b"NAME:D\r\n ay\xff", [("utf-8", 6)]),
    "control": (b"NAME:Days", b"NAME:D\x07ays", [("control", 5)]),
    "control-after-a-fold": (b"NAME:Days", b"NAME:D\r\n a\x00ys", [("control", 6)]),
    "delete": (b"NAME:Days", b"NAME:D\x7fays", [("control", 5)]),
}
LINES = {
    "no-colon": (b"NAME:Days", b"NAME Days", [("no-colon", 5)]),
    "no-colon-folded": (b"NAME:Days", b"NAME\r\n Days", [("no-colon", 5)]),
    "no-name": (b"NAME:Days", b":Days", [("name", 5)]),
    "blank-in-name": (b"NAME:Days", b"NAME :Days", [("name", 5)]),
    "underscore-in-name": (b"NAME:Days", b"X_NAME:Days", [("name", 5)]),
    "blank-after-component": (b"BEGIN:STANDARD", b"BEGIN:STANDARD ", [("name", 11)]),
    "no-component": (b"CALSCALE:GREGORIAN", b"BEGIN:", [("name", 4)]),
    "parameter-without-value": (b"SUMMARY;LANGUAGE=zh-Hans", b"SUMMARY;LANGUAGE", [("parameter", 23)]),
    "open-quote": (b"SUMMARY;LANGUAGE=zh-Hans", b'SUMMARY;X-A="b', [("parameter", 23)]),
    "quote-within": (b"SUMMARY;LANGUAGE=zh-Hans", b'SUMMARY;X-A=b"c"', [("parameter", 23)]),
    "parameter-twice": (b"SUMMARY;LANGUAGE=zh-Hans", b"SUMMARY;LANGUAGE=zh;LANGUAGE=zh", [("parameter-twice", 23)]),
    "language": (b"SUMMARY;LANGUAGE=zh-Hans", b"SUMMARY;LANGUAGE=zh_Hans", [("language", 23)]),
    "several-languages": (b"SUMMARY;LANGUAGE=zh-Hans", b"SUMMARY;LANGUAGE=zh,en", [("parameter-value", 23)]),
    "related": (b"TRIGGER:", b"TRIGGER;RELATED=BEGIN:", [("parameter-value", 38)]),
    "reply-of-a-place": (b"LOCATION:Hall", b"LOCATION;PARTSTAT=ACCEPTED:Hall", [("parameter-use", 25)]),
    "no-type": (b"SOURCE;VALUE=URI", b"SOURCE;VALUE=", [("parameter-value", 8)]),
    "no-zone": (b"DTEND;TZID=Asia/Shanghai", b"DTEND;TZID=", [("parameter-value", 22)]),
    "parameters": (b"SUMMARY;LANGUAGE=zh-Hans", b"SUMMARY\r\n " + b";X-A=\r\n " * 1001, [("too-large", 23)]),
}
