"""Why claimed spending changed between two years: new and ended products, clients, mix, units per client, price.

Bennet's split (`statistics.bennet`), per product and in all, in eurocents that add up exactly. A product that is paid
without units in both years has one unit per client.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graadmeter.engine.port import Engine
from graadmeter.measure.money.scope import Scope, ask, in_year
from graadmeter.statistics.bennet import PARTS, Use, bennet, whole_parts


@dataclass(frozen=True, slots=True)
class ProductGrowth:
    """What one product cost in both years, and why that changed; eurocents."""

    product: str
    before: int
    after: int
    parts: Mapping[str, int]
    """Change by cause (`statistics.bennet.PARTS`); together `after - before`."""


@dataclass(frozen=True, slots=True)
class Growth:
    """The same for all products together."""

    before: int
    after: int
    parts: Mapping[str, int]
    clients: tuple[int, int]
    """Distinct clients in both years."""
    products: tuple[ProductGrowth, ...]
    """By product code."""


def growth(engine: Engine, before: int, after: int, scope: Scope) -> Growth:
    """The change of claimed amounts from one year to another; `engine` must know the table `declaratieregel`."""
    then, now = _uses(engine, before, scope), _uses(engine, after, scope)
    for product in then.keys() & now.keys():
        if then[product].units == now[product].units == 0:
            then[product], now[product] = _one_unit_each(then[product]), _one_unit_each(now[product])
    clients = _clients(engine, before, scope), _clients(engine, after, scope)
    products = [
        ProductGrowth(name, was, is_, whole_parts(parts, is_ - was))
        for name, parts in bennet(then, now, clients=clients).items()
        for was, is_ in ((_amount(then, name), _amount(now, name)),)
    ]
    totals = {part: sum(one.parts[part] for one in products) for part in PARTS}
    whole = sum(one.before for one in products), sum(one.after for one in products)
    return Growth(*whole, totals, clients, tuple(products))


def _uses(engine: Engine, year: int, scope: Scope) -> dict[str, Use]:
    rows = ask(
        engine,
        f"""
        SELECT productcode, CAST(COUNT(DISTINCT persoon) AS BIGINT) AS clienten,
            CAST(SUM(volume) AS BIGINT) AS volume, CAST(SUM(bedrag_cent) AS BIGINT) AS cent
        FROM declaratieregel
        WHERE {in_year("kw", year)} AND {scope.where("gemeente", "wet")}
        GROUP BY productcode
        """,
    )
    return {row["productcode"]: Use(row["clienten"], row["volume"], row["cent"]) for row in rows}


def _clients(engine: Engine, year: int, scope: Scope) -> int:
    (row,) = ask(
        engine,
        f"""
        SELECT CAST(COUNT(DISTINCT persoon) AS BIGINT) AS clienten
        FROM declaratieregel
        WHERE {in_year("kw", year)} AND {scope.where("gemeente", "wet")}
        """,
    )
    return int(row["clienten"])


def _one_unit_each(use: Use) -> Use:
    return Use(use.clients, use.clients, use.amount)


def _amount(uses: Mapping[str, Use], product: str) -> int:
    return int(uses[product].amount) if product in uses else 0
