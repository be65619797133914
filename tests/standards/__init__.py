"""The RFCs about calendars as the linter's measure: their examples and tables, out of their plain text."""
