"""The product catalogue of one municipality as dated entries that never overlap: the neighbour `p` of row checks."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

import pyarrow as pa

from graadmeter.catalogue.products import base_products
from graadmeter.domain.products import Product

FOREVER = date(9999, 12, 31)
_DAY = timedelta(days=1)

_SCHEMA = pa.schema(
    [
        ("domein", pa.string()),
        ("productcode", pa.string()),
        ("categorie", pa.string()),
        ("soort", pa.string()),
        ("vorm", pa.string()),
        ("eenheid", pa.string()),
        ("tarief_cent", pa.int64()),
        ("van", pa.date32()),
        ("tot", pa.date32()),
    ]
)


@lru_cache(maxsize=64)
def product_rows(products: tuple[Product, ...], gemeente: str) -> pa.Table:
    """Per domain, code and run of days the one entry that holds for `gemeente`; `van` and `tot` are its first and last.

    The region's own entries go before the national list, those of the municipality before those of all, later ones
    before earlier ones: the order in which `standardise` reads the same catalogue.
    """
    national = frozenset(base_products())
    usable: dict[tuple[str, str], list[Product]] = {}
    for product in sorted(products, key=lambda one: (one not in national, one.gemeente != "", one.valid_from)):
        if product.gemeente in {"", gemeente}:
            usable.setdefault((product.domein, product.productcode), []).append(product)
    rows = [row for _, entries in sorted(usable.items()) for row in _runs(entries)]
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


def _runs(entries: Sequence[Product]) -> Iterator[dict[str, object]]:
    """The days cut at every begin and end of an entry; the last entry that covers a run is the one that holds."""
    ends = {entry.valid_until + _DAY for entry in entries if entry.valid_until}
    cuts = sorted({entry.valid_from for entry in entries} | ends)
    for first, last in zip(cuts, [*(cut - _DAY for cut in cuts[1:]), FOREVER], strict=True):
        holding = [entry for entry in entries if entry.valid_from <= first <= _until(entry)]
        if holding:
            yield _row(holding[-1], first, last)


def _until(entry: Product) -> date:
    return entry.valid_until or FOREVER


def _row(product: Product, first: date, last: date) -> dict[str, object]:
    return {
        "domein": product.domein,
        "productcode": product.productcode,
        "categorie": product.categorie,
        "soort": product.soort,
        "vorm": product.vorm or None,
        "eenheid": product.eenheid or None,
        "tarief_cent": product.tarief_cent,
        "van": first,
        "tot": last,
    }
