"""Reads figures typed over from publications: one row per figure, the words of the publication kept."""

import re
from pathlib import Path

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.table import MISSING
from graadmeter.deliver.reference.csv_columns import read_columns
from graadmeter.deliver.reference.loaded import Loaded, opening, rows_of
from graadmeter.domain.reference import PUBLISHED, ValueStatus

_WORDS = ("tabel", "bron", "gebied", "periode", "indicator", "maatregel", "combinatie", "eenheid", "opmerking")
_VALUE = "waarde"
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def load_published(path: Path) -> Loaded:
    """A `PUBLISHED` table; every column that is not words (`waarde`, or personen, instroom, ...) is a figure.

    A point or an empty value means: not shown. Raises DeliveryRefusedError.
    """
    with opening(path) as opened:
        columns = read_columns(path, ("periode",))
        words = {name: columns.text(name) if name in columns.names else [""] * len(columns) for name in _WORDS}
        figures = [name for name in columns.names if name not in _WORDS]
        if not figures:
            raise RefusedError(MISSING, name=_VALUE, near="-")
        rows: list[tuple[object, ...]] = []
        for figure in figures:
            for at, value in enumerate(columns.number_or_point(figure)):
                row = {name: texts[at] for name, texts in words.items()}
                rows.append(_row(row, figure, value))
        return opened.loaded(PUBLISHED, rows_of(PUBLISHED, rows))


def _row(words: dict[str, str], figure: str, value: float | None) -> tuple[object, ...]:
    subject = [words["indicator"], words["maatregel"], words["combinatie"], "" if figure == _VALUE else figure]
    year = _YEAR.search(words["periode"])
    return (
        words["tabel"] or words["bron"],
        words["gebied"],
        int(year[0]) if year else None,
        words["periode"],
        ": ".join(part for part in subject if part),
        words["eenheid"],
        value,
        words["opmerking"],
        _status(value, words["periode"]),
    )


def _status(value: float | None, period: str) -> str:
    if value is None:
        return ValueStatus.UNKNOWN.value
    return ValueStatus.PROVISIONAL.value if "voorlopig" in period else ValueStatus.VALUE.value
