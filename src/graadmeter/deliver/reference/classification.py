"""Reads which region or class every municipality belongs to: youth region, GGD, size class, urbanity, ..."""

from pathlib import Path

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.table import MISSING
from graadmeter.deliver.reference.area_codes import is_municipality
from graadmeter.deliver.reference.csv_columns import read_columns
from graadmeter.deliver.reference.loaded import Loaded, opening, rows_of
from graadmeter.deliver.reference.notices import REPEATED
from graadmeter.domain.reference import CLASSIFICATION

_CODE = "_code"
_OWN = "gm_code"


def load_classification(path: Path, vintage: int) -> Loaded:
    """A `CLASSIFICATION` table from a CSV with gm_code and pairs of columns: jeugdregio_code and jeugdregio.

    The second of a pair may also end in regio (zorgkantoor_code, zorgkantoorregio). Raises DeliveryRefusedError.
    """
    with opening(path) as opened:
        columns = read_columns(path, (_OWN,))
        areas = columns.matching(_OWN, is_municipality)
        if len(set(areas)) != len(areas):
            raise RefusedError(REPEATED, count=len(areas) - len(set(areas)))
        kinds = [name.removesuffix(_CODE) for name in columns.names if name.endswith(_CODE) and name != _OWN]
        if not kinds:
            raise RefusedError(MISSING, name="jeugdregio_code", near="-")
        rows: list[tuple[object, ...]] = []
        for kind in kinds:
            names = columns.text(_name_column(kind, columns.names))
            codes = columns.text(f"{kind}{_CODE}")
            rows += [(vintage, area, kind, code, name) for area, code, name in zip(areas, codes, names, strict=True)]
        rows.sort(key=lambda row: (str(row[2]), str(row[1])))
        return opened.loaded(CLASSIFICATION, rows_of(CLASSIFICATION, rows))


def _name_column(kind: str, names: tuple[str, ...]) -> str:
    for name in (kind, f"{kind}_regio", f"{kind}regio"):
        if name in names:
            return name
    raise RefusedError(MISSING, name=kind, near="-")
