"""Inhabitants on 1 January, per wijk and year, in the age scopes and groups that denominators ask for."""

from collections.abc import Sequence

from sqlglot import exp

from graadmeter.domain.indicators import OLDEST, AgeScope
from graadmeter.domain.slices import UNKNOWN
from graadmeter.measure.lanes import Inhabitants
from graadmeter.measure.moments import Window
from graadmeter.measure.rows import age_bounds
from graadmeter.measure.syntax import Exp, col, every, num, select, text, total, when


def population_query(wanted: Sequence[Inhabitants], window: Window) -> exp.Select:
    """Rows gemeente, wijk, jaar and i0, i1, ...: the inhabitants of each of `wanted`, in order; none without these."""
    sums: dict[str, Exp] = {
        f"i{place}": total(when(_condition(item), col("aantal"), num(0))) for place, item in enumerate(wanted)
    }
    keys: dict[str, Exp] = {name: col(name) for name in ("gemeente", "wijk", "jaar")}
    years = every([col("jaar") >= num(window.first // 4), col("jaar") <= num(window.last // 4)])
    return select({**keys, **sums}, "bevolking", where=years if wanted else exp.false(), group=keys)


def _condition(item: Inhabitants) -> Exp:
    scope = _scope(item.population.age)
    if item.dimension == "geslacht":
        return every([scope, col("geslacht").eq(text(item.member))])
    if item.member == UNKNOWN:
        return exp.false()
    if item.dimension == "leeftijdsgroep":
        youngest, oldest = age_bounds(item.member)
        return every([scope, col("leeftijd") >= num(youngest), col("leeftijd") <= num(oldest)])
    return scope


def _scope(age: AgeScope) -> Exp:
    youngest, oldest = age.bounds
    least = col("leeftijd") >= num(youngest) if youngest else exp.true()
    return every([least, col("leeftijd") < num(oldest + 1) if oldest < OLDEST else exp.true()])
