"""What CBS published, for the demo: a few real figures and the size classes of its municipalities, typed over.

The persons of the demo are invented; these figures are not. Their tables are named in the files (StatLine 82972NED and
85098NED; the list of municipalities of 2022). The size classes of 2019 follow from the inhabitants on 1 January 2019
(CBS), as CBS makes them.
"""

from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

from graadmeter.deliver.reference.entries import REFERENCE
from graadmeter.deliver.reference.library import add

_FOLDER = files("graadmeter.synth") / "published"
_ADDED = datetime(2026, 1, 1, tzinfo=UTC)
"""The same in every demo, so that two of them are equal byte for byte."""


def add_published(place: Path) -> None:
    """Puts the files in the reference library of the workspace; those that are there already stay as they are."""
    for name in sorted(entry.name for entry in _FOLDER.iterdir() if entry.name.endswith(".csv")):
        with as_file(_FOLDER / name) as path:
            add(place / REFERENCE, path, now=_ADDED)
