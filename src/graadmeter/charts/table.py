"""The real table of a figure: header, rows and, per cell, whether it is a number, hidden or provisional."""

from dataclasses import dataclass, field
from enum import StrEnum

from graadmeter.charts.datum import Datum
from graadmeter.charts.numbers import DASH
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang


class Kind(StrEnum):
    """How a table cell is set."""

    TEXT = "text"
    NUMBER = "number"
    MARGIN = "margin"
    """The interval of the number beside it."""
    HIDDEN = "hidden"
    """No figure, with the reason in words."""
    WORDS = "words"
    """Several words or names, which are given room."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell: the text a reader sees and how it is set."""

    text: str
    kind: Kind = Kind.TEXT
    provisional: bool = False
    chosen: bool = False
    value: float | None = field(default=None, compare=False)
    """The figure itself, for those who draw it themselves."""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table whose first column names the rows."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]

    @property
    def all_provisional(self) -> bool:
        """Whether every number in the table is provisional, so that it needs to be said once only."""
        numbers = [cell for row in self.rows for cell in row if cell.kind is Kind.NUMBER]
        return bool(numbers) and all(cell.provisional for cell in numbers)


def figure_cell(datum: Datum, lang: Lang) -> TableCell:
    """The cell of a figure: the same words as in the sentence and the picture."""
    if not datum.shown:
        return TableCell(datum.text(lang), Kind.HIDDEN)
    if datum.status is CellStatus.CARRIED:
        return TableCell(f"{datum.text(lang)} ({datum.status.label.within(lang)})", Kind.NUMBER, value=datum.figure)
    provisional = datum.status is CellStatus.PROVISIONAL
    return TableCell(datum.text(lang), Kind.NUMBER, provisional=provisional, value=datum.figure)


def margin_cell(datum: Datum, lang: Lang) -> TableCell:
    """The 95 % interval as 'from - to', or a dash where none can be given."""
    if not datum.has_interval:
        return TableCell(DASH)
    low, high = (Datum(datum.unit, bound, CellStatus.VALUE).short(lang) for bound in datum.bounds)
    return TableCell(f"{low} {DASH} {high}", Kind.MARGIN)
