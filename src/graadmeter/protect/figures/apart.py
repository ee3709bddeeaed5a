"""Parts the rows that method `afronden` rounds from all others, and refuses what cannot be told apart safely."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.indicators import Indicator, Unit
from graadmeter.domain.policies import Method, Policy
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.derived import bases_of, derived_rows
from graadmeter.protect.grid.additivity import additivity
from graadmeter.protect.grid.facts import facts_of
from graadmeter.protect.grid.found_sums import found_sums
from graadmeter.protect.grid.kinship import families, shared_cells
from graadmeter.protect.grid.lines import Series, lines_of
from graadmeter.protect.matching import Matcher


def additive_indicators(indicators: Mapping[str, Indicator], policies: Mapping[str, Policy]) -> frozenset[str]:
    """The indicators whose counts are rounded such that all totals add up.

    Raises CatalogueError for one that also tells amounts or sums of values: no rounding goes with these.
    """
    chosen = frozenset(name for name, one in indicators.items() if policies[one.policy].method is Method.ROUND)
    for name in sorted(chosen):
        counts = [count for one in indicators[name].measures if not one.is_derived for count in one.counts]
        if any(count.of is Unit.EURO or count.value for count in counts):
            raise _refusal(
                f"{name}: bedragen en optelsommen van waarden zijn niet af te ronden met 'afronden'",
                f"{name}: amounts and sums of values cannot be rounded with 'afronden'",
            )
    return chosen


def rounded_rows(measured: pa.Table, indicators: Mapping[str, Indicator], chosen: Collection[str]) -> Bools:
    """The MEASURED rows that are rounded: of the `chosen` indicators all but those that are computed from rows."""
    own: Bools = pc.is_in(measured["indicator"], pa.array(sorted(chosen), pa.string())).to_numpy()
    return own & ~derived_rows(measured, indicators)


def require_apart(
    measured: pa.Table, indicators: Mapping[str, Indicator], chosen: Collection[str], region: Region
) -> None:
    """Raises CatalogueError when a rounded count has to do with one that is protected otherwise.

    By a common count, a share, or since two definitions count the same wherever both do: one would tell the other. So
    would shares and quotients that a method computes from the rows: a few of these, to one decimal, leave one number of
    rows near a rounded one, and with the sums the small counts beside it.
    """
    rows = measured.filter(pa.array(~derived_rows(measured, indicators)))
    facts = facts_of(rows, indicators, region)
    sums = found_sums(facts.grid, additivity(indicators.values()))
    family = families(facts, shared_cells(facts.grid), sums)
    place = {series: number for number, series in enumerate(facts.grid.series)}
    seen: dict[int, str] = {}
    for line in sorted(facts.lines, key=lambda line: line.indicator):
        for series in (line.top, line.below):
            if series is not None:
                other = seen.setdefault(int(family[place[series]]), line.indicator)
                if (other in chosen) is not (line.indicator in chosen):
                    raise _refusal(
                        f"{other} en {line.indicator} hangen samen (ze tellen hetzelfde of een deel ervan), maar maar "
                        "een van beide heeft de methode 'afronden'",
                        f"{other} and {line.indicator} hang together (they count the same, or a part of it), but only "
                        "one of them has the method 'afronden'",
                    )
    rounded = {line.top: line.indicator for line in facts.lines if line.indicator in chosen}
    _require_no_shares_of(measured, indicators, rounded)


def _require_no_shares_of(
    measured: pa.Table, indicators: Mapping[str, Indicator], rounded: Mapping[Series, str]
) -> None:
    figures = lines_of(measured.filter(pa.array(derived_rows(measured, indicators))), indicators)
    for line in figures.lines:
        told = [rounded[one] for one in bases_of(line) if one in rounded]
        if told and (line.unit.is_share or line.unit.is_quotient):
            raise _refusal(
                f"{line.indicator} geeft aandelen van de aantallen van {told[0]}, die de methode 'afronden' heeft: "
                f"laat {line.indicator} weg, of geef {told[0]} een andere methode",
                f"{line.indicator} gives shares of the counts of {told[0]}, which has the method 'afronden': leave "
                f"{line.indicator} out, or give {told[0]} another method",
            )


def require_never_otherwise(
    indicators: Mapping[str, Indicator], policies: Mapping[str, Policy], before: Mapping[str, Collection[str]]
) -> None:
    """Raises CatalogueError when earlier releases showed an indicator by another rounding than is asked now, or none.

    `before` are the roundings (`Policy.rounding`) of earlier releases per indicator. What was shown to the last digit
    stays known, and what was rounded cannot be made exact without telling how it was rounded.
    """
    for name in sorted(set(indicators) & set(before)):
        if set(before[name]) != {policies[indicators[name].policy].rounding}:
            raise _refusal(
                f"{name} staat in een eerdere uitgave, op een andere manier dan nu gevraagd",
                f"{name} is in an earlier release, in another way than is asked now",
            )


def earlier_of_rest(earlier: Sequence[Earlier], rounded: pa.Table) -> list[Earlier]:
    """Earlier releases without the figures that are rounded (MEASURED `rounded`): these are followed by themselves."""
    matcher = Matcher(rounded)
    return [replace(one, cells=one.cells.filter(pa.array(matcher.places(one.cells) < 0))) for one in earlier]


def _refusal(nl: str, en: str) -> CatalogueError:
    return CatalogueError(
        Text(
            f"Twee manieren van afschermen op dezelfde cijfers: {nl}. Geef wat samenhangt hetzelfde beleid.",
            f"Two methods of protection on the same figures: {en}. Give what hangs together the same policy.",
        )
    )
