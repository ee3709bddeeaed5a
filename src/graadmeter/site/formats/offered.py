"""Which files there are of an indicator and of the whole release, with what each is called."""

from dataclasses import dataclass

from graadmeter.domain.text import Lang, Text
from graadmeter.site.formats.csvw import csvw_path
from graadmeter.site.formats.json_stat import json_stat_path
from graadmeter.site.formats.openapi import DESCRIBED, OPENAPI_PATH
from graadmeter.site.formats.workbook import workbook_path
from graadmeter.site.subject import Subject

WHOLE = {
    "data/alles.parquet": "open/cells.parquet",
    "data/definities.json": "open/catalogue.json",
    "data/wijzigingen.csv": "open/changes.csv",
}
"""Path on the site -> path in the release, of the files that hold everything at once."""

_WHOLE_WORDS = {
    "data/alles.parquet": Text(
        "Alle cijfers van deze uitgave in één bestand (Parquet)", "All figures of this release in one file (Parquet)"
    ),
    "data/definities.json": Text(
        "Alle definities en de betekenis van alle codes (JSON)", "All definitions and the meaning of all codes (JSON)"
    ),
    "data/wijzigingen.csv": Text(
        "Elk cijfer dat sinds de vorige uitgave veranderde (CSV)",
        "Every figure that changed since the previous release (CSV)",
    ),
}
_MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class Offered:
    """A file to download."""

    words: str
    path: str

    @property
    def media(self) -> str:
        """What kind of file it is, as browsers call it."""
        return _MEDIA[self.path.rsplit(".", 1)[-1]]


def offered(subject: Subject, lang: Lang) -> list[Offered]:
    """The files of an indicator beside its CSV: figures first, then what describes the CSV."""
    name = subject.definition.id
    book = [] if subject.in_parts else [Offered("Excel", workbook_path(name, lang))]
    described = Text("beschrijving van de kolommen (CSVW)", "description of the columns (CSVW)").within(lang)
    return [*book, Offered("JSON-stat", json_stat_path(name)), Offered(described, csvw_path(name))]


def whole(lang: Lang) -> list[Offered]:
    """The files that hold everything at once, and what describes all files to programs."""
    everything = [Offered(words.within(lang), path) for path, words in _WHOLE_WORDS.items()]
    return [*everything, Offered(DESCRIBED.within(lang), OPENAPI_PATH)]
