"""The workspace on disk: its configuration, its key, its person-level warehouse and the journal of its runs."""
