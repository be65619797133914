"""A conference as iCalendar (RFC 5545): bytes that every calendar reads the same way."""
