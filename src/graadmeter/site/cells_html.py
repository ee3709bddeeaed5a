"""The cells of tables as HTML. There are a hundred thousand of them in a site, too many for macros of a template."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from graadmeter.charts.heat import HeatCell
from graadmeter.charts.table import FigureTable, Kind, TableCell
from graadmeter.site.area_rows import Words

_CLASSES = {
    Kind.TEXT: "",
    Kind.NUMBER: "gm-figure-cell",
    Kind.MARGIN: "gm-figure-cell gm-margin",
    Kind.HIDDEN: "gm-hidden",
    Kind.WORDS: "gm-words",
}


def table_rows(content: FigureTable, provisional: str) -> Markup:
    """The rows of a figure's table; `provisional` is the word for it, left out where it holds for all."""
    word = "" if content.all_provisional else provisional
    rows = (f"<tr>{''.join(_cells(row, word))}</tr>\n" for row in content.rows)
    return Markup("".join(rows))  # noqa: S704  every text in it was escaped


def heat_cell(one: HeatCell, *, calm: bool = False, extra: str = "") -> Markup:
    """A cell of a heat table; `calm` leaves out what is said once above the table."""
    remark = "" if calm or not one.remark else f' <span class="gm-provisional">{escape(one.remark)}</span>'
    return Markup(f"<td{_look(one, extra)}>{escape(one.text)}{_mark(one)}{remark}</td>")  # noqa: S704  escaped


def other_cell(one: HeatCell, area: str, extra: str = "") -> Markup:
    """A cell with the figure of another; its mark is that of the area's own figure against it."""
    mark = ""
    if one.mark:
        sign = f'<span class="gm-mark">{escape(one.mark)}</span>'
        mark = f'<span class="gm-row-unit" aria-hidden="true">{escape(area)} {sign}</span>'
    heard = f'<span class="gm-hear"> ({escape(one.words)})</span>' if one.words else ""
    return Markup(f"<td{_look(one, extra)}>{escape(one.text)}{mark}{heard}</td>")  # noqa: S704  escaped


def words_cell(one: Words) -> Markup:
    """A cell of words."""
    shown: str = escape(one.text)
    if one.heard:
        shown = f'<span aria-hidden="true">{shown}</span><span class="gm-hear">{escape(one.heard)}</span>'
    elif one.sign:
        shown = f'<span aria-hidden="true">{escape(one.sign)}</span> {shown}'
    return Markup(f'<td class="gm-heat-words">{shown}</td>')  # noqa: S704  every text in it was escaped


def _cells(row: tuple[TableCell, ...], provisional: str) -> Iterator[str]:
    first, *others = row
    chosen = ' class="gm-chosen"' if first.chosen else ""
    yield f'<th scope="row"{chosen}>{escape(first.text)}</th>'
    for one in others:
        style = " ".join(name for name in (_CLASSES[one.kind], "gm-chosen" if one.chosen else "") if name)
        marked = one.provisional and provisional and one.kind is Kind.NUMBER
        remark = f' <span class="gm-provisional">{escape(provisional)}</span>' if marked else ""
        yield f"<td{_class(style)}>{escape(one.text)}{remark}</td>"


def _class(style: str) -> str:
    return f' class="{style}"' if style else ""


def _look(one: HeatCell, extra: str) -> str:
    return f' class="gm-heat gm-heat--{one.look}{f" {extra}" if extra else ""}"'


def _mark(one: HeatCell) -> str:
    heard = f'<span class="gm-hear"> ({escape(one.words)})</span>' if one.words else ""
    return f' <span class="gm-mark" aria-hidden="true">{escape(one.mark)}</span>{heard}' if one.mark else heard
