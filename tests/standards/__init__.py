"""Examples, tables and grammars, parsed from the texts of the RFCs about calendars, for tests of the linter."""
