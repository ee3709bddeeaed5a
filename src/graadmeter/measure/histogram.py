"""From bitmaps to figures: how many have which bitmap, and then, for all periods at once, how many are present.

Counting equal bitmaps first makes the last step small: it looks at each different bitmap once, not at each person.
"""

from collections.abc import Iterable

from sqlglot import exp

from graadmeter.measure.syntax import Exp, both, col, every, joined, num, select, stacked, sub, total
from graadmeter.measure.tables import PERIODS


def histogram(
    table: str,
    keys: dict[str, Exp],
    present: Exp,
    *,
    elsewhere: Exp | None = None,
    where: Exp | None = None,
    weight: Exp,
) -> exp.Select:
    """Rows `keys`, a, b, n: the weight `n` of what has bitmap `a` here and `b` elsewhere.

    A key that is a constant must be a literal: engines do not group by those.
    """
    columns = {**keys, "a": present, "b": num(0) if elsewhere is None else elsewhere, "n": weight}
    seen = present.neq(num(0))
    group = [name for name, value in columns.items() if name != "n" and not isinstance(value, exp.Literal)]
    return select(columns, table, where=seen if where is None else every([where, seen]), group=group)


def fold(
    histograms: Iterable[exp.Query], keys: Iterable[str], *, period_type: bool = False, mask: str = "mask"
) -> exp.Select:
    """Rows `keys`, periode, n: what is present here rather than elsewhere in each period.

    With `period_type` the histograms have a column `soort`, and their bitmaps hold for periods of that type only.
    `mask` names the column of the periods that says which quarters are looked at: all, the first or the last.
    """
    columns: dict[str, Exp] = {key: col(key, "h") for key in keys}
    columns["periode"] = col("periode", "p")
    looked = col(mask, "p")
    here = exp.GT(this=both(col("a", "h"), looked), expression=both(col("b", "h"), looked))
    on = every([col("soort", "h").eq(col("soort", "p")), here]) if period_type else here
    query = select({**columns, "n": total(col("n", "h"))}, sub(stacked(histograms), "h"))
    return joined(query, PERIODS, "p", on).group_by(*columns.values(), copy=False)
