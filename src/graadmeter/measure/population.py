"""Inhabitants on 1 January, per wijk and year, in the age scopes and groups that denominators ask for."""

from collections.abc import Sequence

from sqlglot import exp

from graadmeter.domain.indicators import AgeScope
from graadmeter.domain.slices import UNKNOWN
from graadmeter.measure.lanes import Inhabitants
from graadmeter.measure.moments import Window
from graadmeter.measure.rows import age_bounds
from graadmeter.measure.syntax import Exp, col, every, num, select, text, total, when

_ADULT = 18


def population_query(wanted: Sequence[Inhabitants], window: Window) -> exp.Select:
    """Rows gemeente, wijk, jaar and i0, i1, ...: the inhabitants of each of `wanted`, in order."""
    sums: dict[str, Exp] = {
        f"i{place}": total(when(_condition(item), col("aantal"), num(0))) for place, item in enumerate(wanted)
    }
    keys: dict[str, Exp] = {name: col(name) for name in ("gemeente", "wijk", "jaar")}
    years = every([col("jaar") >= num(window.first // 4), col("jaar") <= num(window.last // 4)])
    return select({**keys, **sums}, "bevolking", where=years, group=keys)


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
    if age is AgeScope.MINOR:
        return col("leeftijd") < num(_ADULT)
    return col("leeftijd") >= num(_ADULT) if age is AgeScope.ADULT else exp.true()
