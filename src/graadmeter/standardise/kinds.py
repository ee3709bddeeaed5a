"""From product code to kind of care, through the dated product catalogue: `(code, domain, municipality, day)`.

A region's own products go before the national list, products of one municipality before those of all, later ones before
earlier ones. A code the catalogue lacks keeps what its category tells: for the Wmo the main group (CBS, 'Wmo-
maatwerkarrangementen': WMO020 to main group), for the Jeugdwet the kind of care and, for the categories of 2015, the
form. Otherwise the form stays empty.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

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

_FOREVER = date(9999, 12, 31)
_TEXTS = ("domein", "productcode", "soort", "vorm")


def product_table(products: Sequence[Product], gemeente: str) -> pa.Table:
    """The table `std_product`: what each code stands for in one municipality, in runs of days that never overlap."""
    national = frozenset(base_products())
    entries: dict[tuple[str, str], list[Product]] = defaultdict(list)
    for product in products:
        if product.gemeente in {"", gemeente}:
            entries[product.domein, product.productcode].append(product)
    runs = []
    for candidates in entries.values():
        candidates.sort(key=lambda item: (item in national, item.gemeente == "", -item.valid_from.toordinal()))
        runs += [(item, first, last) for first, last, item in _runs(candidates)]
    return pa.table(
        {
            "domein": [item.domein for item, _, _ in runs],
            "productcode": [item.productcode for item, _, _ in runs],
            "soort": [item.soort for item, _, _ in runs],
            "vorm": [item.vorm or None for item, _, _ in runs],
            "dyslexie": [item.dyslexie for item, _, _ in runs],
            "van": [first for _, first, _ in runs],
            "tot": [last for _, _, last in runs],
        },
        schema=pa.schema(
            [
                *((name, pa.string()) for name in _TEXTS),
                ("dyslexie", pa.bool_()),
                ("van", pa.date32()),
                ("tot", pa.date32()),
            ]
        ),
    )


def _runs(candidates: Sequence[Product]) -> Iterator[tuple[date, date, Product]]:
    """First day, last day and the first of the candidates that holds, wherever one does."""
    edges = {item.valid_from for item in candidates}
    edges |= {item.valid_until + timedelta(days=1) for item in candidates if item.valid_until is not None}
    firsts = sorted(edges)
    lasts = [first - timedelta(days=1) for first in firsts[1:]] + [_FOREVER]
    for first, last in zip(firsts, lasts, strict=True):
        for item in candidates:
            if item.valid_from <= first and last <= (item.valid_until or _FOREVER):
                yield first, last, item
                break


def category_table() -> pa.Table:
    """The table `std_categorie`: what a category alone tells."""
    rows: list[tuple[str, str, str, str | None]] = [
        *(("wmo", code, "wmo", form) for form, codes in _WMO_FORMS.items() for code in codes),
        *(("jw", code, kind, None) for code, kind in _JW_KINDS.items()),
        *(("jw", code, "jeugdhulp", form) for code, form in _JW_FORMS.items()),
    ]
    names = ("domein", "categorie", "soort", "vorm")
    return pa.table({name: [row[at] for row in rows] for at, name in enumerate(names)})
