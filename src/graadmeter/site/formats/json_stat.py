"""The figures of an indicator as one JSON-stat 2.0 data set: region and municipalities, every period and breakdown."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text
from graadmeter.site.downloads import used_dimensions
from graadmeter.site.period_words import period_label
from graadmeter.site.published import Published
from graadmeter.site.trace import EDITION
from graadmeter.site.ui_words import UNIT_WORDS
from graadmeter.site.wording import word

_LANG = Lang.NL
"""One file serves both languages; labels are in Dutch, codes are those of the CSV file."""
_HEADS = {"unit": "eenheid", "area": "gebied", "period": "periode"}
_TOTAL = Text("totaal", "total")


def json_stat_path(indicator: str) -> str:
    """Where the data set of an indicator is."""
    return f"data/{indicator}.json"


def json_stat(published: Published, cells: pa.Table, indicator: str) -> tuple[str, bytes]:
    """Path and bytes of the data set; a hidden figure has no value and its reason in `status`."""
    own = _of_whole_areas(published, cells)
    names = ("unit", "area", "period", *used_dimensions(own))
    codes = [_codes(published, own, name) for name in names]
    at = _places(own, names, codes)
    definition = published.definitions[indicator]
    content = {
        "version": "2.0",
        "class": "dataset",
        "label": definition.title.within(_LANG),
        "source": word(_LANG, "data_source", region=published.region.name, edition=EDITION),
        "note": [definition.counts_what.within(_LANG), definition.definition.within(_LANG)],
        "role": {"metric": ["unit"], "geo": ["area"], "time": ["period"]},
        "id": list(names),
        "size": [len(one) for one in codes],
        "dimension": {
            name: _dimension(published, name, own_codes) for name, own_codes in zip(names, codes, strict=True)
        },
        "value": _sparse(at, own["value"]),
        "status": _sparse(at, own["status"]),
        "extension": {
            "indicator": indicator,
            "definition_version": definition.version,
            "licence": definition.governance.licence,
            "statuses": {status.value: status.label.within(_LANG) for status in CellStatus},
        },
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return json_stat_path(indicator), f"{text}\n".encode()


def _of_whole_areas(published: Published, cells: pa.Table) -> pa.Table:
    areas = pa.array([published.region.code, *(town.code for town in published.municipalities)], pa.string())
    return cells.filter(pc.is_in(cells["area"], areas))


def _codes(published: Published, cells: pa.Table, name: str) -> list[str]:
    """The members that occur, in order of meaning: the total first, areas by name, the rest as the release has them."""
    found = set(pc.unique(cells[name]).to_pylist())
    known: Sequence[str] = {
        "unit": [unit.value for unit in Unit],
        "area": [published.region.code, *(town.code for town in published.municipalities)],
        "period": sorted(found),
    }.get(name, [TOTAL, *published.codes.get(name, {})])
    return [code for code in known if code in found] + sorted(found - set(known))


def _places(cells: pa.Table, names: Sequence[str], codes: Sequence[Sequence[str]]) -> list[int]:
    """Where each row lies among all that could be, the last dimension going fastest."""
    place = np.zeros(cells.num_rows, np.int64)
    for name, own in zip(names, codes, strict=True):
        index = pc.index_in(cells[name], pa.array(own, pa.string())).to_numpy()
        place = place * len(own) + index
    found: list[int] = place.tolist()
    return found


def _sparse(places: Sequence[int], column: pa.ChunkedArray) -> dict[str, Any]:
    filled = sorted(pair for pair in zip(places, column.to_pylist(), strict=True) if pair[1] is not None)
    return {str(place): _whole(value) for place, value in filled}


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value == int(value) else value


def _dimension(published: Published, name: str, codes: Sequence[str]) -> Mapping[str, Any]:
    heads = published.dimensions
    label = _HEADS.get(name) or (heads[name].within(_LANG) if name in heads else name)
    labels = {code: _label(published, name, code) for code in codes}
    return {"label": label, "category": {"index": list(codes), "label": labels}}


def _label(published: Published, name: str, code: str) -> str:
    if name == "unit":
        return UNIT_WORDS[code].within(_LANG).removesuffix(" van")
    if name == "area":
        return next(area.name for area in (published.region, *published.municipalities) if area.code == code)
    if name == "period":
        return period_label(code, _LANG)
    if code == TOTAL:
        return _TOTAL.within(_LANG)
    known = published.codes.get(name, {})
    return known[code].within(_LANG) if code in known else published.providers.get(code, code)
