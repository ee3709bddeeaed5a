"""From product code to kind of care, through the dated product catalogue: `(code, domain, municipality, day)`.

A region's own products go before the national list, products of one municipality before those of all, later ones before
earlier ones. A code that the catalogue knows, but not on the day, means what it meant before that day, or, before its
first day, what it meant first; such rows are counted. A code the catalogue lacks keeps what its category tells: for the
Wmo the main group (CBS, 'Wmo-maatwerkarrangementen': WMO020 to main group), for the Jeugdwet the kind of care and, for
the categories of 2015, the form. Otherwise the form stays empty.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import pyarrow as pa

from graadmeter.catalogue.products import base_products
from graadmeter.domain.products import Product

_WMO_FORMS = {
    "huishouden": ("01",),
    "ondersteuning": ("02", "03", "04", "06", "07", "09", "10"),
    "verblijf": ("15", "16", "17", "18"),
    "hulpmiddelen": ("05", "08", "11", "12", "13", "14"),
}
_JW_KINDS = {"42": "vervoer", "47": "reclassering", "48": "bescherming", "49": "preventief"}
_JW_FORMS = {"31": "01", "32": "02", "33": "03", "34": "04", "35": "11", "36": "12", "37": "13", "38": "14"}


@lru_cache(maxsize=16)
def product_table(products: tuple[Product, ...], gemeente: str) -> pa.Table:
    """The table `std_product`: what each code stands for in one municipality, on every day, in runs of days.

    `geldig` is false in runs in which no entry of the catalogue holds. Remembered: every quarter asks for the same.
    """
    national = frozenset(base_products())
    entries: dict[tuple[str, str], list[Product]] = defaultdict(list)
    for product in products:
        if product.gemeente in {"", gemeente}:
            entries[product.domein, product.productcode].append(product)
    runs: list[_Run] = []
    for candidates in entries.values():
        candidates.sort(key=lambda item: (item in national, item.gemeente == "", -item.valid_from.toordinal()))
        runs += _runs(candidates)
    columns: dict[str, tuple[pa.DataType, list[object]]] = {
        "domein": (pa.string(), [run.product.domein for run in runs]),
        "productcode": (pa.string(), [run.product.productcode for run in runs]),
        "soort": (pa.string(), [run.product.soort for run in runs]),
        "vorm": (pa.string(), [run.product.vorm or None for run in runs]),
        "dyslexie": (pa.bool_(), [run.product.dyslexie for run in runs]),
        "van": (pa.date32(), [run.first for run in runs]),
        "tot": (pa.date32(), [run.last for run in runs]),
        "geldig": (pa.bool_(), [run.holds for run in runs]),
    }
    return pa.table({name: pa.array(values, type_) for name, (type_, values) in columns.items()})


@dataclass(frozen=True, slots=True)
class _Run:
    """Days, both included, on which a code stands for one product; `holds` unless that is only the nearest known."""

    product: Product
    first: date
    last: date
    holds: bool


def _runs(candidates: Sequence[Product]) -> Iterator[_Run]:
    """Every day once; the first of the candidates that holds on a day goes before the others."""
    edges = {item.valid_from for item in candidates}
    edges |= {item.valid_until + timedelta(days=1) for item in candidates if item.valid_until is not None}
    firsts = sorted(edges)
    lasts = [first - timedelta(days=1) for first in firsts[1:]] + [date.max]
    known: Product | None = None
    for first, last in zip(firsts, lasts, strict=True):
        holding = next((item for item in candidates if _holds(item, first, last)), None)
        if known is None and holding is not None:
            yield _Run(holding, date.min, first - timedelta(days=1), holds=False)
        known = holding or known
        if known is not None:
            yield _Run(known, first, last, holds=holding is not None)


def _holds(item: Product, first: date, last: date) -> bool:
    return item.valid_from <= first and (item.valid_until is None or last <= item.valid_until)


def category_table() -> pa.Table:
    """The table `std_categorie`: what a category alone tells."""
    rows: list[tuple[str, str, str, str | None]] = [
        *(("wmo", code, "wmo", form) for form, codes in _WMO_FORMS.items() for code in codes),
        *(("jw", code, kind, None) for code, kind in _JW_KINDS.items()),
        *(("jw", code, "jeugdhulp", form) for code, form in _JW_FORMS.items()),
    ]
    names = ("domein", "categorie", "soort", "vorm")
    return pa.table({name: [row[at] for row in rows] for at, name in enumerate(names)})
