"""What is said of new figures that wait."""

from pathlib import Path

from graadmeter.cli.waiting_words import waiting_words
from graadmeter.domain.text import Text


def test_it_says_what_waits_and_where_to_read_on() -> None:
    first, last = waiting_words([Text("Verblijf, 2025: 3 kleine", "Residence, 2025: 3 small")], Path("r/report.md"))
    assert first == Text("Nog niet te zien: Verblijf, 2025: 3 kleine.", "Not shown yet: Residence, 2025: 3 small.")
    assert "komen vanzelf mee" in last.nl
    assert "graadmeter merge-areas" in last.nl
    assert last.nl.endswith("staat in r/report.md.")
    assert waiting_words([], Path()) == []
