"""A figure is one object: what it says, its sentence, its table and its pictures, so that these cannot differ."""

from dataclasses import dataclass

from graadmeter.charts.table import FigureTable


@dataclass(frozen=True, slots=True)
class Figure:
    """Everything a page, a paper or a print shows of one set of figures."""

    id: str
    """Unique within a page; ids inside the pictures begin with it."""
    title: str
    """What the figure shows, made by rule from its values and therefore always true."""
    subtitle: str
    """What was measured: subject, unit, period."""
    sentence: str
    """The figures in one or two sentences; also what a screen reader hears for the picture."""
    table: FigureTable
    wide: str
    """SVG for 600 px and wider."""
    phone: str
    """SVG for narrower places."""
    notes: tuple[str, ...] = ()
    """How to read it."""
