"""From bitmaps to figures: how many have which bitmap, and then, for all periods at once, how many are present.

Counting equal bitmaps first makes the last step small: it looks at each different bitmap once, not at each person.
"""

from collections.abc import Iterable

from sqlglot import exp

from graadmeter.measure.syntax import Exp, both, col, every, joined, num, select, stacked, sub, total
from graadmeter.measure.tables import PERIODS


def histogram(
    table: Exp | str,
    keys: dict[str, Exp],
    present: Exp,
    *,
    elsewhere: Exp | None = None,
    where: Exp | None = None,
    weight: Exp | None = None,
) -> exp.Select:
    """Rows `keys`, a, b, n for `fold`: what has bitmap `a` here and `b` elsewhere, with its weight `n` (1 without)."""
    none, one = num(0), num(1)
    columns = {**keys, "a": present, "b": none if elsewhere is None else elsewhere, "n": weight or one}
    return select(columns, table, where=where)


def alike(histograms: Iterable[exp.Query], keys: Iterable[str]) -> exp.Select:
    """Rows `keys`, a, b, n: the weight of what has equal bitmaps, of which `a` is not empty.

    All histograms are counted in one go, in which each is but a projection: a grouping of its own for every lane would
    cost an engine more to plan than to compute.
    """
    same: dict[str, Exp] = {name: col(name) for name in (*keys, "a", "b")}
    present = col("a").neq(num(0))
    return select({**same, "n": total(col("n"))}, sub(stacked(histograms), "s"), where=present, group=same)


def fold(
    histograms: Iterable[exp.Query], keys: Iterable[str], *, period_type: bool = False, mask: str = "mask"
) -> exp.Select:
    """Rows `keys`, periode, n: the weight of what is present here rather than elsewhere in each period.

    With `period_type` the histograms have a column `soort`, and their bitmaps hold for periods of that type only.
    `mask` names the column of the periods that says which quarters are looked at: all, the first or the last.
    """
    columns: dict[str, Exp] = {key: col(key, "h") for key in keys}
    looked = col(mask, "p")
    here = exp.GT(this=both(col("a", "h"), looked), expression=both(col("b", "h"), looked))
    on = every([col("soort", "h").eq(col("soort", "p")), here]) if period_type else here
    equal = alike(histograms, (*columns, *(["soort"] if period_type else [])))
    columns["periode"] = col("periode", "p")
    query = select({**columns, "n": total(col("n", "h"))}, sub(equal, "h"))
    return joined(query, PERIODS, "p", on).group_by(*columns.values(), copy=False)
