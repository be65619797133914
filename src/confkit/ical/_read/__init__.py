"""Calendars read back: what confkit wrote, and what others did."""

from __future__ import annotations

from confkit.ical._read._load import load, loads

__all__ = ["load", "loads"]
