"""What the compare page works with: small script files of figures, fetched for what a reader chooses and no more.

Of areas the index holds region and municipalities only; the wijken of a municipality are a file, since a nation has
thousands.

They are scripts that hand over data, not JSON, so that the page also works from disk, where browsers fetch nothing.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from graadmeter.charts.datum import Datum
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.finding_words import COMPARING
from graadmeter.site.page import Site
from graadmeter.site.period_words import PERIOD_KINDS, period_label, period_tick
from graadmeter.site.published import Series
from graadmeter.site.subject import Subject
from graadmeter.site.ui_words import theme_title

LETTERS = {
    CellStatus.VALUE: "v",
    CellStatus.ZERO: "z",
    CellStatus.PROVISIONAL: "p",
    CellStatus.SUPPRESSED: "s",
    CellStatus.NOT_DELIVERED: "d",
    CellStatus.NOT_APPLICABLE: "n",
    CellStatus.UNRELIABLE: "u",
    CellStatus.CARRIED: "c",
    CellStatus.MERGED: "m",
}
"""A letter per status, to keep the files small."""

_KINDS = (PeriodType.YEAR, PeriodType.HALF_YEAR, PeriodType.QUARTER)
_INTERVAL_DECIMALS = 2


def index_path(lang: Lang) -> str:
    """The file with what there is to choose, in a language."""
    return f"compare/index-{lang.value}.js"


def index_files(site: Site, lang: str) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the index in one language; with the first one the wijken of each municipality."""
    own = Lang(lang)
    yield index_path(own), _script("index", _index(site, own))
    if own is Lang.NL:
        for town in site.published.municipalities:
            wijken = site.published.wijken(town.code)
            if wijken:
                yield f"compare/wijken/{town.code}.js", _script("figures", [[one.code, one.name] for one in wijken])


def indicator_files(site: Site, indicator: str) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the files of an indicator: region with municipalities, and the wijken of each of these."""
    subject = next(subject for subject in site.subjects if subject.definition.id == indicator)
    published = site.published
    yield f"compare/{indicator}.js", _figures(site, subject, (published.region, *published.municipalities))
    if Level.WIJK in subject.definition.levels:
        for town in published.municipalities:
            if published.wijken(town.code):
                path = f"compare/{indicator}/{town.code}.js"
                yield path, _figures(site, subject, published.wijken(town.code))


def _script(name: str, content: dict[str, Any] | list[list[str]]) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"graadmeter.{name}({text});\n".encode()


def _index(site: Site, lang: Lang) -> dict[str, Any]:
    published, to = site.published, Addresses(lang)
    codes = sorted({code for subject in site.subjects for code in _periods(subject)})
    areas = [published.region, *published.municipalities]
    return {
        "lang": lang.value,
        "edition": published.edition,
        "region": published.region.code,
        "areas": [
            [area.code, area.name, area.level.value, area.parent, len(published.wijken(area.code))] for area in areas
        ],
        "figures": [
            [
                subject.definition.id,
                subject.definition.title.within(lang),
                theme_title(subject.definition.theme).within(lang),
                to.indicator(subject.definition.id),
                Level.WIJK in subject.definition.levels,
            ]
            for subject in site.subjects
        ],
        "kinds": [[kind.value, PERIOD_KINDS[kind].within(lang)] for kind in _KINDS],
        "periods": {code: [period_label(code, lang), period_tick(code)] for code in codes},
        "statuses": {letter: [status.value, status.label.within(lang)] for status, letter in LETTERS.items()},
        "words": {name: words.within(lang) for name, words in COMPARING.items()},
    }


def _periods(subject: Subject) -> list[str]:
    kinds = [subject.told(series, kind) for series in subject.wholes for kind in _KINDS]
    return sorted({code for found in kinds for code in found})


def _figures(site: Site, subject: Subject, areas: Sequence[Area]) -> bytes:
    periods = _periods(subject)
    content = {
        "id": subject.definition.id,
        "version": subject.definition.version,
        "periods": periods,
        "breaks": [code for code, _ in subject.definition.breaks],
        "kinds": [next(kind.value for kind in _KINDS if _is(code, kind)) for code in periods],
        "series": [_series(site, subject, series) for series in _ordered(subject)],
        "rows": [
            {area.code: _row([subject.datum(series, area, code) for code in periods]) for area in areas}
            for series in _ordered(subject)
        ],
    }
    return _script("figures", content)


def _ordered(subject: Subject) -> list[Series]:
    """The series given as a whole, the one that areas are compared on first."""
    return sorted(subject.wholes, key=lambda series: series != subject.main)


def _is(code: str, kind: PeriodType) -> bool:
    return {PeriodType.YEAR: "JJ", PeriodType.HALF_YEAR: "HJ", PeriodType.QUARTER: "KW"}[kind] in code


def _series(site: Site, subject: Subject, series: Series) -> dict[str, Any]:
    contexts = {lang: site.context(subject, lang) for lang in Lang}
    return {
        "key": "-".join([series.unit.value, *(code for _, code in series.fixed)]),
        "unit": series.unit.value,
        "decimals": 0 if series.unit is Unit.EURO else series.unit.decimals,
        "exact": series.unit.decimals,
        "size": series.unit.is_count or series.unit is Unit.EURO,
        "title": {lang.value: context.series_title(series) for lang, context in contexts.items()},
        "words": {lang.value: context.unit_words(series) for lang, context in contexts.items()},
    }


def _row(data: list[Datum]) -> list[Any]:
    """Values (null where hidden), a letter per status, then the two ends of the 95 % intervals, if any."""
    values = [datum.value if datum.shown else None for datum in data]
    letters = "".join(LETTERS[datum.status] for datum in data)
    if not any(datum.has_interval for datum in data):
        return [_whole(values), letters]
    ends = [[_rounded(getattr(datum, end)) if datum.has_interval else None for datum in data] for end in _ENDS]
    return [_whole(values), letters, *ends]


_ENDS = ("low", "high")


def _rounded(value: float) -> float:
    return round(value, _INTERVAL_DECIMALS)


def _whole(values: list[float | None]) -> list[float | int | None]:
    return [int(value) if value is not None and value == int(value) else value for value in values]
