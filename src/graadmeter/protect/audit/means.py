"""What means and shares of methods tell of few: the sum behind a whole, less the sums behind its shown parts.

Reads the rows by itself and eliminates what is hidden from all sums at once, modulo a large prime.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.protect.audit.rows import Row
from graadmeter.protect.audit.sums import SHORTER
from graadmeter.protect.request import Request

_PRIME = 2**61 - 1
_ABROAD = 0.05
"""What persons in two municipalities may make of a region, at most."""
_EXACT = 1e-6


class _Total(NamedTuple):
    """A row that is the sum of others."""

    whole: int
    parts: tuple[int, ...]
    over_areas: bool


def told_by_means(rows: Sequence[Row], asked: Request, before: Sequence[object] = ()) -> list[Text]:
    """The figures of few that follow from shown ones; none where all that they follow from was shown `before`.

    `before` has something true for every row that an earlier release showed.
    """
    every, insiders = asked.region.areas, asked.insiders
    old = [bool(one) for one in before] or [False] * len(rows)
    above = {area.code: area.parent for area in every}
    readers = [frozenset[str]()]
    if insiders is not None:
        readers += [frozenset({area.code}) for area in every if area.level is insiders]
        readers += asked.together
    known = [row.shown is not None or once for row, once in zip(rows, old, strict=True)]
    new = [not once for once in old]
    found = []
    for totals in _by_series(rows, above):
        solved = _solved(totals, known)
        fresh = [one for one in totals if any(known[at] and new[at] for at in (one.whole, *one.parts))]
        told = {at for one in fresh for at in (one.whole, *one.parts) if at in solved}
        found += [_words(rows[at]) for at in sorted(told) if _is_few([rows[at]], apart=True)]
        for one in fresh:
            secret = [at for at in one.parts if not known[at] and at not in solved]
            follows = known[one.whole] or one.whole in solved
            if follows and _gives_away(rows, one, secret, readers):
                found.append(_words(rows[one.whole]))
    return found


def _gives_away(
    rows: Sequence[Row],
    one: _Total,
    secret: Sequence[int],
    readers: Sequence[frozenset[str]],
) -> bool:
    if not 0 < len(secret) < len(one.parts):
        return False
    for reader in readers if one.over_areas else readers[:1]:
        others = [rows[at] for at in secret if rows[at].area not in reader]
        if others and _is_few(others, apart=one.over_areas):
            return True
    return False


def _is_few(rows: Sequence[Row], *, apart: bool) -> bool:
    """Whether from 1 to too few persons are behind these together, or above or below the line of their share."""
    line = rows[0].line
    rule, behind = line.policy, [row.contributors or 0 for row in rows]
    least = max(rule.threshold, rule.money.persons) if line.top.of.of is Unit.EURO else rule.threshold
    if 0 < (sum(behind) if apart else max(behind)) < least:
        return True
    if not line.unit.is_share:
        return False
    whole, counted = sum(row.denominator or 0.0 for row in rows), sum(_sum_behind(row) for row in rows)
    rest = round(whole) - round(counted)
    return 0 < round(counted) < rule.threshold or (rule.complement and 0 < rest < rule.threshold)


def _sum_behind(row: Row) -> float:
    return (row.value or 0.0) * (row.denominator or 0.0) / row.line.unit.multiplier


def _by_series(rows: Sequence[Row], above: Mapping[str, str | None]) -> Iterator[list[_Total]]:
    """The totals among the rows of one measure; middle values and other quantiles are no sums."""
    series: dict[int, dict[tuple[str, str, str, str], int]] = defaultdict(dict)
    for at, row in enumerate(rows):
        measure = row.line.measure
        quantile = {"mediaan", "p90"} & {*measure.fixed.values(), measure.statistic, measure.options.get("maat", "")}
        if measure.is_derived and not quantile and row.value is not None and row.denominator:
            series[id(measure)][row.area, row.period, row.line.top.dimension, row.line.top.member] = at
    for places in series.values():
        yield list(_totals(rows, places, above))


def _totals(
    rows: Sequence[Row], places: Mapping[tuple[str, str, str, str], int], above: Mapping[str, str | None]
) -> Iterator[_Total]:
    parts: dict[tuple[str, int], list[int]] = defaultdict(list)
    for (area, period, dimension, member), at in places.items():
        region = places.get((above.get(area) or "", period, dimension, member))
        if region is not None:
            parts["", region].append(at)
        total = places.get((area, period, TOTAL, TOTAL))
        if total is not None and dimension != TOTAL:
            parts[dimension, total].append(at)
        for number, names in enumerate(SHORTER.get(period[4:], ())):
            shorter = [places.get((area, period[:4] + name, dimension, member)) for name in names]
            parts[f"period {number}", at] += [one for one in shorter if one is not None]
    for (kind, whole), own in parts.items():
        if own and _holds([rows[one] for one in own], rows[whole], _EXACT if kind else _ABROAD):
            yield _Total(whole, tuple(own), not kind)


def _holds(parts: Sequence[Row], whole: Row, slack: float) -> bool:
    base, behind = whole.denominator or 0.0, _sum_behind(whole)
    off = sum(row.denominator or 0.0 for row in parts) - base, sum(_sum_behind(row) for row in parts) - behind
    return all(abs(one) <= slack * max(abs(of), 1.0) for one, of in zip(off, (base, behind), strict=True))


def _solved(totals: Sequence[_Total], known: Sequence[bool]) -> set[int]:
    """The hidden rows of which the sums leave one value only."""
    basis: dict[int, dict[int, int]] = {}
    for one in totals:
        row = {at: 1 for at in one.parts if not known[at]}
        if not known[one.whole]:
            row[one.whole] = _PRIME - 1
        for pivot in [at for at in row if at in basis]:
            _subtract(row, basis[pivot], row[pivot])
        if not row:
            continue
        pivot = min(row)
        scale = pow(row[pivot], -1, _PRIME)
        row = {at: value * scale % _PRIME for at, value in row.items()}
        for other in basis.values():
            if pivot in other:
                _subtract(other, row, other[pivot])
        basis[pivot] = row
    return {pivot for pivot, row in basis.items() if len(row) == 1}


def _subtract(row: dict[int, int], other: Mapping[int, int], times: int) -> None:
    for at, value in other.items():
        row[at] = (row.get(at, 0) - times * value) % _PRIME
        if not row[at]:
            del row[at]


def _words(row: Row) -> Text:
    name = f"{row.line.indicator} {row.line.unit} {row.line.top.member} {row.area} {row.period}"
    return Text(
        f"{name}: met wat er getoond wordt volgt hieruit een cijfer van te weinig personen",
        f"{name}: with what is shown a figure of too few persons follows from this",
    )
