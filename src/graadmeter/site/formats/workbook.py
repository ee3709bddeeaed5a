"""An indicator as a workbook (XLSX) for people: what it is on the first sheet, then a table of areas by period."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from xlsxwriter import Workbook

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.formulas import guarded
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.text import Lang, Text
from graadmeter.site.figures.context import Context
from graadmeter.site.governance import governance
from graadmeter.site.page import Site
from graadmeter.site.period_words import period_label
from graadmeter.site.published import Series
from graadmeter.site.stand_ins import EDITION_DAY, put_in
from graadmeter.site.status_words import caveats, meanings
from graadmeter.site.trace import EDITION
from graadmeter.site.wording import word

_DAY = datetime(1980, 1, 1, tzinfo=UTC)
"""The day that files in a package carry: a release holds no date."""
_LONGEST = 31
"""A sheet's name has at most so many characters."""
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_TEXT_WIDTH = 95
_KINDS = (PeriodType.YEAR, PeriodType.HALF_YEAR, PeriodType.QUARTER)
_EXPLAINED = Text("Uitleg", "Explanation")
_AREA = Text("gebied", "area")
_CODE = Text("code", "code")
_ITALIC = Text(
    "Schuin: voorlopig. Woorden in plaats van een getal: waarom het er niet staat.",
    "Italic: provisional. Words in place of a number: why it is not there.",
)


def workbook_path(indicator: str, lang: Lang) -> str:
    """Where the workbook of an indicator is."""
    return f"{'en/' if lang is Lang.EN else ''}data/{indicator}.xlsx"


def workbooks(site: Site, indicator: str) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the workbooks of an indicator; where the edition is to be named is a stand-in (`stand_ins`)."""
    subject = next((one for one in site.every_subject if one.definition.id == indicator), None)
    for lang in Lang if subject is not None and not subject.in_parts else ():
        if subject is not None:
            yield workbook_path(indicator, lang), _workbook(site, site.context(subject, lang))


def packed(content: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """The workbook with its stand-ins replaced, packed anew; the same workbook gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _DAY.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, put_in(old.read(name), names))
    return out.getvalue()


def _workbook(site: Site, context: Context) -> bytes:
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        title, region = context.title, site.published.region.name
        book.set_properties({"title": title, "author": f"Graadmeter {region}", "created": _DAY})
        _explain(book, context)
        by_town = Level.MUNICIPALITY in context.subject.definition.levels
        areas = [site.published.region, *(site.published.municipalities if by_town else ())]
        for series, name in _sheets(context):
            _fill(book, context, series, name, areas)
    return out.getvalue()


def _explain(book: Workbook, context: Context) -> None:
    definition, lang = context.subject.definition, context.lang
    region = context.published.region
    sheet = book.add_worksheet(context.say(_EXPLAINED))
    bold, wrapped = (book.add_format({name: True, "valign": "top"}) for name in ("bold", "text_wrap"))
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    cited = {"title": context.title, "area": region.name, "region": region.name, "edition": EDITION}
    rows = [
        (context.title, word(lang, "cite", **cited, day=EDITION_DAY[lang])),
        *([(word(lang, "example"), word(lang, "example_long"))] if context.published.fictitious else []),
        (word(lang, "counts_what"), context.say(definition.counts_what)),
        (word(lang, "says_not"), context.say(definition.says_not)),
        (word(lang, "exact_definition"), context.say(definition.definition)),
        *((word(lang, "caveats"), context.say(caveat)) for caveat in caveats(definition)),
        *governance(context),
        ("", context.say(_ITALIC)),
        *((status.label.within(lang), text.within(lang)) for status, text in meanings(definition.off).items()),
    ]
    for at, (term, words) in enumerate(rows):
        sheet.write_string(at, 0, guarded(term), bold)
        sheet.write_string(at, 1, guarded(words), wrapped)


def _sheets(context: Context) -> Iterator[tuple[Series, str]]:
    """The series given as a whole, each with a name of its own that a sheet may have."""
    taken: set[str] = set()
    for series in context.subject.wholes:
        words = context.measure(series).translate(_FORBIDDEN).strip("' ")
        name, at = words[:_LONGEST].strip(), 2
        while name.lower() in taken:
            name, at = f"{words[: _LONGEST - 3].strip()} {at}", at + 1
        taken.add(name.lower())
        yield series, name


def _fill(book: Workbook, context: Context, series: Series, name: str, areas: Sequence[Area]) -> None:
    """A row per area, a column per period: years, then half-years, then quarters."""
    subject, lang = context.subject, context.lang
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    looks = (book.add_format(_look(series.unit)), book.add_format({**_look(series.unit), "italic": True}))
    sheet.write_string(0, 0, guarded(f"{context.title}: {context.measure(series)}"), book.add_format({"bold": True}))
    periods = [code for kind in _KINDS for code in subject.told(series, kind)]
    labels = (context.say(_CODE), context.say(_AREA), *(period_label(code, lang) for code in periods))
    for at, label in enumerate(labels):
        sheet.write_string(2, at, guarded(label), head)
    for row, area in enumerate(areas, 3):
        sheet.write_string(row, 0, area.code)
        sheet.write_string(row, 1, guarded(area.name))
        for column, code in enumerate(periods, 2):
            datum = subject.datum(series, area, code)
            if datum.shown:
                sheet.write_number(row, column, datum.figure, looks[datum.provisional])
            else:
                sheet.write_string(row, column, guarded(datum.text(lang)))
    sheet.set_column(1, 1, 22)
    sheet.set_column(2, 1 + max(len(periods), 1), 13)
    sheet.freeze_panes(3, 2)


def _look(unit: Unit) -> dict[str, str]:
    """How numbers are written: thousands apart, with the decimals of the release."""
    decimals = 0 if unit is Unit.EURO else unit.decimals
    return {"num_format": "#,##0" + (f".{'0' * decimals}" if decimals else "")}
