"""Typed conferences, calls for proposals, venues and co-located events."""
