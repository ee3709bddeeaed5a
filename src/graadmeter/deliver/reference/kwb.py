"""Reads Kerncijfers wijken en buurten of any vintage into key figures with one name each.

From a StatLine table (see `statline`), from the wide CSV with moving column numbers that may hold several vintages
(column Peildatum), or from a CSV whose columns are our ids.
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.catalogue.key_figures import key_figures
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.table import MISSING
from graadmeter.deliver.reference.area_codes import is_region, level_of
from graadmeter.deliver.reference.csv_columns import Columns, read_columns
from graadmeter.deliver.reference.kwb_plausible import Judged, judge
from graadmeter.deliver.reference.loaded import Loaded, Opened, opening, rows_of
from graadmeter.deliver.reference.notices import BAD_VALUE, REPEATED, SHAPE
from graadmeter.deliver.reference.numbers import number_or_none
from graadmeter.deliver.reference.statline_subjects import stem
from graadmeter.domain.reference import KWB

Figures = dict[str, dict[str, float | None]]
"""Per key figure, per area: the value as published."""
_AREA_COLUMNS = ("WijkenEnBuurten", "gm_code", "code")
_DATE = "Peildatum"


def kwb_from_statline(statline: pa.Table) -> Loaded:
    """Key figures from a `STATLINE` table of one KWB table; raises DeliveryRefusedError when it is none."""
    names = statline["bron"].slice(0, 1).to_pylist()
    with opening(names[0] if names else "StatLine") as opened:
        by_stem = {figure.stem: figure.id for figure in key_figures().values() if figure.stem}
        wanted = statline.filter(pc.is_in(statline["onderwerp"], pa.array(sorted(by_stem), pa.string())))
        vintages: dict[int, Figures] = defaultdict(lambda: defaultdict(dict))
        columns = (wanted[name].to_pylist() for name in ("vintage", "gebied", "onderwerp", "waarde"))
        for vintage, area, subject, value in zip(*columns, strict=True):
            if vintage is None or not area:
                raise RefusedError(SHAPE, what="MapYear, WijkenEnBuurten")
            vintages[vintage][by_stem[subject]][area] = value
        if not vintages:
            raise RefusedError(SHAPE, what="Kerncijfers wijken en buurten")
        return _finished(opened, vintages)


def load_kwb_csv(path: Path, vintage: int | None = None) -> Loaded:
    """Key figures from a CSV; `vintage` is needed when the file has no column Peildatum.

    Raises DeliveryRefusedError.
    """
    with opening(path) as opened:
        columns = read_columns(path)
        area = next((name for name in _AREA_COLUMNS if name in columns.names), "")
        if not area:
            raise RefusedError(MISSING, name=_AREA_COLUMNS[0], near="-")
        areas = columns.matching(area, is_region)
        years = _years(columns, vintage)
        if len(set(zip(years, areas, strict=True))) != len(areas):
            raise RefusedError(REPEATED, count=len(areas) - len(set(zip(years, areas, strict=True))))
        vintages: dict[int, Figures] = defaultdict(lambda: defaultdict(dict))
        for name, figure in _figures(columns).items():
            for year, code, text in zip(years, areas, columns.text(name), strict=True):
                _put(vintages[year][figure], code, text, name)
        return _finished(opened, vintages)


def _put(values: dict[str, float | None], code: str, text: str, name: str) -> None:
    """Takes one value; of several columns with the same stem (vintages stacked) the filled one counts."""
    value = number_or_none(text.replace(",", ".")) if text not in {"", "."} else None
    if value is None and text not in {"", "."}:
        raise RefusedError(BAD_VALUE, name=name, row=len(values) + 1, count=1)
    if value is not None or code not in values:
        values[code] = value


def _figures(columns: Columns) -> Mapping[str, str]:
    """The columns that are key figures, by our id or by their stem."""
    known = {figure.stem: figure.id for figure in key_figures().values() if figure.stem}
    known |= {figure.id: figure.id for figure in key_figures().values()}
    return {name: known[stem(name)] for name in columns.names if stem(name) in known} | {
        name: known[name] for name in columns.names if name in known
    }


def _years(columns: Columns, vintage: int | None) -> list[int]:
    if _DATE not in columns.names:
        if vintage is None:
            raise RefusedError(MISSING, name=_DATE, near="-")
        return [vintage] * len(columns)
    texts = columns.matching(_DATE, lambda text: text[-4:].isdecimal() and text[-4:].isascii() and len(text) >= 4)  # noqa: PLR2004 - a year
    return [int(text[-4:]) for text in texts]


def _finished(opened: Opened, vintages: Mapping[int, Figures]) -> Loaded:
    rows: list[tuple[object, ...]] = []
    for vintage, figures in sorted(vintages.items()):
        for figure_id in key_figures():
            if figure_id in figures:
                judged = judge(key_figures()[figure_id], figures, vintage, opened)
                rows += [_row(vintage, figure_id, area, value) for area, value in sorted(judged.items())]
    return opened.loaded(KWB, rows_of(KWB, rows))


def _row(vintage: int, figure_id: str, area: str, judged: Judged) -> tuple[object, ...]:
    value, status = judged
    return vintage, area, level_of(area), figure_id, key_figures()[figure_id].unit, value, status.value
