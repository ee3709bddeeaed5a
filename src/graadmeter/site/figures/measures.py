"""All measures of an indicator side by side in one table: what else is published beside the figure that leads."""

from graadmeter.charts.table import FigureTable, TableCell, figure_cell, margin_cell
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_label

_TITLE = Text("Alle maten van dit cijfer", "All measures of this figure")
_MEASURE = Text("maat", "measure")
_MARGIN = Text("marge (95\u00a0%)", "margin (95%)")


def measures(context: Context) -> FigureTable | None:
    """A row per measure with the last period, its margin, and the year before; None when there is one measure."""
    subject, lang = context.subject, context.lang
    if len(subject.wholes) < 2 or not subject.delivered:  # noqa: PLR2004  one measure is on the page already
        return None
    codes = [subject.latest, *([subject.before] if subject.before else [])]
    rows = []
    for series in subject.wholes:
        data = [subject.datum(series, context.area, code) for code in codes]
        now, *earlier = [figure_cell(datum, lang) for datum in data]
        rows.append((TableCell(context.measure(series)), now, margin_cell(data[0], lang), *earlier))
    labels = [period_label(code, lang) for code in codes]
    header = (context.say(_MEASURE), labels[0], context.say(_MARGIN), *labels[1:])
    return FigureTable(f"{context.say(_TITLE)}: {context.title}, {context.area.name}", header, tuple(rows))
