"""A figure as a Vega-Lite specification, for those who want to draw it themselves. Ours stay the accessible ones."""

from collections.abc import Iterator
from typing import Any

from graadmeter.charts.figure import Figure
from graadmeter.charts.table import Kind, TableCell

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_DEVELOPMENTS = ("per-", "instroom-")
"""How the ids of figures over time begin."""


def vega_lite(figure: Figure, source: str) -> dict[str, Any]:
    """The specification with its data inside: a line per series over time, or a bar per row.

    Hidden figures are rows without a value, with the reason in `text`. `source` names the release.
    """
    over_time = figure.id.startswith(_DEVELOPMENTS)
    first = figure.table.header[0]
    rows = {"field": "row", "type": "ordinal" if over_time else "nominal", "sort": None, "title": first}
    values = {"field": "value", "type": "quantitative", "title": None, "scale": {"zero": True}}
    places = {"x": rows, "y": values} if over_time else {"x": values, "y": rows}
    tips = [{"field": name, "type": "nominal"} for name in ("row", "series", "text")]
    series = {"field": "series", "type": "nominal", "title": None}
    grouped = {} if over_time else {"yOffset": series}
    return {
        "$schema": _SCHEMA,
        "title": {"text": figure.title, "subtitle": figure.subtitle},
        "description": figure.sentence,
        "usermeta": {"source": source, "notes": list(figure.notes)},
        "data": {"values": list(_values(figure))},
        "mark": {"type": "line", "point": True} if over_time else {"type": "bar"},
        "encoding": {**places, "color": series, **grouped, "tooltip": tips},
    }


def _values(figure: Figure) -> Iterator[dict[str, Any]]:
    for name, *cells in figure.table.rows:
        for series, cell in zip(figure.table.header[1:], cells, strict=True):
            if cell.kind in {Kind.NUMBER, Kind.HIDDEN}:
                yield _value(name.text, series, cell)


def _value(row: str, series: str, cell: TableCell) -> dict[str, Any]:
    return {"row": row, "series": series, "value": cell.value, "text": cell.text, "provisional": cell.provisional}
