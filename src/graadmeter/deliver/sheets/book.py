"""A workbook: its sheets, shared texts, date styles and first day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graadmeter.deliver.limits import Limits
from graadmeter.deliver.sheets.package import Package, local, relations
from graadmeter.deliver.sheets.styles import date_styles

_TEXTS = "xl/sharedStrings.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_OF_1900, _OF_1904 = date(1899, 12, 30), date(1904, 1, 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Book:
    """An opened workbook."""

    package: Package
    sheets: tuple[Sheet, ...]
    """In the order of their tabs."""
    texts: Sequence[str]
    dates: frozenset[int]
    """Cell styles that show a date."""
    first_day: date
    """Day 0."""


def open_book(data: bytes, limits: Limits) -> Book:
    """The workbook in these bytes; raises RefusedError when it is none, is damaged, or could do harm."""
    package = Package(data, limits)
    root = package.root("xl/workbook.xml")
    targets = relations(package, "workbook.xml")
    sheets: list[Sheet] = []
    first_day = _OF_1900
    for part in root:
        if local(part) == "workbookPr" and part.get("date1904") in {"1", "true"}:
            first_day = _OF_1904
        if local(part) == "sheets":
            for number, one in enumerate(part, 1):
                target = targets.get(one.get(_RELATION) or one.get(_STRICT) or "", f"xl/worksheets/sheet{number}.xml")
                hidden = one.get("state", "visible") != "visible"
                sheets.append(Sheet(one.get("name", f"{number}"), target, hidden))
    worksheets = tuple(one for one in sheets if "chartsheet" not in one.part)
    return Book(package, worksheets, _shared(package), date_styles(package), first_day)


def _shared(package: Package) -> list[str]:
    """The shared texts; parts of rich text joined, readings in phonetic script left out."""
    if not package.has(_TEXTS):
        return []
    return [text_of(item) for item in package.elements(_TEXTS, ("si",))]


def text_of(item: object) -> str:
    """The text below a `si` or `is` element."""
    parts = item.xpath(  # type: ignore[attr-defined]
        "*[local-name()='t']/text() | *[local-name()='r']/*[local-name()='t']/text()"
    )
    return "".join(parts)
