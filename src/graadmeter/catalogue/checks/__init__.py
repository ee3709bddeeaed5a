"""One check per file; each module holds exactly one `CHECK`. Nothing else belongs here."""
