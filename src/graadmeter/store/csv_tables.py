"""The CSV tables of a workspace: areas, providers and the region's own products; read strictly, written in order."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.products import region_products
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.products import Product
from graadmeter.domain.text import Text

AREA_COLUMNS = ("code", "vintage", "level", "name", "parent")
PROVIDER_COLUMNS = ("agb", "naam")
PRODUCT_COLUMNS = (
    *("productcode", "domein", "categorie", "soort", "vorm", "dyslexie", "eenheid", "tarief_cent", "gemeente"),
    *("from", "until", "source"),
)
_FORMS = {
    "jeugdhulp": "HULPVORM",
    "bescherming": "MAATREGEL",
    "reclassering": "MAATREGEL",
    "preventief": "MAATREGEL",
    "wmo": "WMO_VORM",
}
_LAWS = {"jw": {*_FORMS, "vervoer"} - {"wmo"}, "wmo": {"wmo"}}
_CODE = {Level.REGION: r"\w{2,8}", Level.MUNICIPALITY: r"GM\d{4}", Level.WIJK: r"WK\d{4}[0-9A-Z]{2}"}

_Row = TypeVar("_Row")


class WrongRowError(ValueError):
    """What is wrong in a row, in both languages; `rows_in` says in which file and line."""

    def __init__(self, text: Text) -> None:
        """`text` follows 'line 3: ' and has no full stop."""
        super().__init__(text.en)
        self.text = text


def read_areas(path: Path) -> tuple[Area, ...]:
    """The areas of every vintage in the file; raises WorkspaceError naming the line that is wrong."""
    areas = tuple(rows_in(path, AREA_COLUMNS, _area))
    _refuse_doubles(path, [f"{area.code} ({area.vintage})" for area in areas])
    return areas


def read_providers(path: Path) -> dict[str, str]:
    """AGB code to name; raises WorkspaceError naming the line that is wrong."""
    providers = tuple(rows_in(path, PROVIDER_COLUMNS, _provider))
    _refuse_doubles(path, [agb for agb, _ in providers])
    return dict(providers)


def read_products(path: Path) -> tuple[Product, ...]:
    """The region's own products; raises WorkspaceError naming the line that is wrong."""
    return tuple(rows_in(path, PRODUCT_COLUMNS, _product))


def csv_bytes(columns: tuple[str, ...], rows: Iterable[Iterable[object]]) -> bytes:
    """A CSV file with a header and `,` between values."""
    lines: list[str] = []
    writer = csv.writer(_Lines(lines), lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return "".join(lines).encode()


class _Lines:
    """What the csv module writes to."""

    def __init__(self, lines: list[str]) -> None:
        self.write = lines.append


def rows_in(path: Path, columns: tuple[str, ...], make: Callable[[dict[str, str]], _Row]) -> Iterator[_Row]:
    """What `make` makes of each row; raises WorkspaceError naming the line that is wrong, or other columns."""
    try:
        reader = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), strict=True)
        header = tuple(reader.fieldnames or ())
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(path, 1, Text("is er niet of is geen UTF-8", "is missing or not UTF-8")) from error
    if header != columns:
        names = ",".join(columns)
        raise _wrong(path, 1, Text(f"moet als kolommen hebben: {names}", f"must have the columns: {names}"))
    for row in reader:
        try:
            yield make(row)
        except WrongRowError as error:
            raise _wrong(path, reader.line_num, error.text) from error
        except (ValueError, TypeError, AttributeError) as error:
            raise _wrong(path, reader.line_num, Text(f"klopt niet: {error}", f"is not right: {error}")) from error


def _area(row: dict[str, str]) -> Area:
    level = Level(row["level"])
    _must_match(_CODE.get(level, "(?!)"), row["code"])
    return Area(row["code"], int(row["vintage"]), level, row["name"], row["parent"])


def _provider(row: dict[str, str]) -> tuple[str, str]:
    _must_match(r"\d{8}", row["agb"])
    return row["agb"], row["naam"]


def _product(row: dict[str, str]) -> Product:
    (product,) = region_products([",".join(PRODUCT_COLUMNS), csv_bytes(tuple(row.values()), ()).decode()])
    _must_match("|".join(_LAWS), product.domein)
    _must_match("|".join(sorted(_LAWS[product.domein])), product.soort)
    _must_match(r"(GM\d{4})?", product.gemeente)
    if product.vorm:
        known = code_lists()[_FORMS[product.soort]] if product.soort in _FORMS else {}
        _must_match("|".join(map(re.escape, known)) or "leeg", product.vorm)
    return product


def _refuse_doubles(path: Path, keys: list[str]) -> None:
    seen: set[str] = set()
    for line, key in enumerate(keys, 2):
        if key in seen:
            raise _wrong(path, line, Text(f"{key} staat er al", f"{key} is there already"))
        seen.add(key)


def _must_match(pattern: str, value: str) -> None:
    if not re.fullmatch(pattern, value):
        raise ValueError(f"'{value}' ({pattern})")


def _wrong(path: Path, line: int, what: Text) -> WorkspaceError:
    return WorkspaceError(
        Text(f"{path.name}, regel {line}: {what.nl}.", f"{path.name}, line {line}: {what.en}."),
    )
