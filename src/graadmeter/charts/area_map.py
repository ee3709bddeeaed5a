"""Figures of areas by place: a tile for each municipality, or its real borders."""

from dataclasses import replace
from functools import partial

from graadmeter.charts.area_map_shape import AreaMap, MapArea
from graadmeter.charts.area_map_words import notes, sentence, title
from graadmeter.charts.canvas import Canvas, pictures
from graadmeter.charts.choropleth import draw_borders
from graadmeter.charts.figure import Figure
from graadmeter.charts.table import FigureTable, TableCell, figure_cell
from graadmeter.charts.tile_map import draw_tiles

__all__ = ["AreaMap", "MapArea", "map_figure"]


def map_figure(area_map: AreaMap) -> Figure:
    """The figure of a map; its table is in order of name."""
    ordered = replace(area_map, areas=tuple(sorted(area_map.areas, key=lambda area: area.name)))
    heading, words = title(ordered), sentence(ordered)
    wide, phone = pictures(ordered.id, heading, words, partial(_draw, ordered))
    return Figure(ordered.id, heading, ordered.subtitle, words, _table(ordered), wide, phone, notes(ordered))


def _draw(area_map: AreaMap, canvas: Canvas, pattern: str) -> tuple[str, float]:
    known = set(area_map.outlines.areas[canvas.name]) if area_map.outlines else set()
    real = all(area.code in known for area in area_map.areas)
    return (draw_borders if real else draw_tiles)(area_map, canvas, pattern)


def _table(area_map: AreaMap) -> FigureTable:
    rows = tuple(
        (
            TableCell(area.name, chosen=area.chosen),
            replace(figure_cell(area.datum, area_map.lang), chosen=area.chosen),
        )
        for area in area_map.areas
    )
    return FigureTable(area_map.subtitle, (area_map.areas_are.within(area_map.lang), area_map.value_name), rows)
