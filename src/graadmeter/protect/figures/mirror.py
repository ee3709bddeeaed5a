"""Mirror figures: what one provider is told of itself and of how its peers are spread.

All that is told of peers stays the same when two of them change places, so that each could have every figure between
the lowest and the highest. That is why no counts and amounts of peers are told: these add up to totals that are public.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

import pyarrow as pa

from graadmeter.domain.indicators import Unit
from graadmeter.domain.levels import PeerRule
from graadmeter.domain.mirror import PEERS, SEEN_NOTHING, SERIES, Seen, Told
from graadmeter.engine.arrow import schema_of

Key = tuple[str, ...]
_AMONG_PEERS = frozenset({Unit.PERCENT, Unit.PER_1000, Unit.DAYS, Unit.RATIO, Unit.EURO_PER, Unit.INDEX})
"""Units of figures whose spread over peers is told."""
_UNIT = SERIES.index("unit")


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """One figure of one provider."""

    provider: str
    value: Fraction
    persons: int
    """Persons (or rows) behind it: of a share those below the line."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose mirror it is, and who owns whom: what one provider of a holding knows, the others know too."""

    provider: str
    owner: Mapping[str, str]
    """The holding of each provider that belongs to one."""
    seen: Seen = SEEN_NOTHING
    """What is read together with this mirror."""

    def peers(self, every: Sequence[OwnFigure], named: frozenset[str], rule: PeerRule) -> list[Fraction]:
        """One figure, that of its largest provider, for every other owner of some size that is not known by name."""
        away = {self._owner(code) for code in (self.provider, *named)}
        largest: dict[str, OwnFigure] = {}
        for one in sorted(every, key=lambda one: (-one.persons, one.provider)):
            if one.persons >= rule.persons and self._owner(one.provider) not in away:
                largest.setdefault(self._owner(one.provider), one)
        return [one.value for one in largest.values()]

    def _owner(self, provider: str) -> str:
        return self.owner.get(provider, provider)


@dataclass(frozen=True, slots=True)
class Public:
    """What the open release shows of one series."""

    region: float | None = None
    named: frozenset[str] = frozenset()
    """Providers whose figure it shows by name: they are no anonymous peers."""


NOTHING = Public()


def figures_by_series(measured: pa.Table) -> dict[Key, list[OwnFigure]]:
    """Per series the figures of all providers; `measured` is MEASURED, with providers in the place of areas."""
    found: dict[Key, list[OwnFigure]] = {}
    keys = zip(*(measured[name].to_pylist() for name in SERIES), strict=True)
    columns = ("area", "value", "numerator", "denominator", "contributors")
    rows = zip(*(measured[name].to_pylist() for name in columns), strict=True)
    for key, (provider, value, above, below, behind) in zip(keys, rows, strict=True):
        if value is None:
            continue
        unit, exact = Unit(key[_UNIT]), Fraction(value)
        if unit.is_share and above is not None and below:
            exact = Fraction(above) * unit.multiplier / Fraction(below)
        persons = next(one for one in (below, behind, value) if one is not None)
        found.setdefault(key, []).append(OwnFigure(provider, exact, int(persons)))
    return found


def mirror(
    reader: Reader,
    series: Mapping[Key, Sequence[OwnFigure]],
    public: Mapping[Key, Public],
    rule: PeerRule,
    *,
    threshold: int,
) -> pa.Table:
    """PEERS of one reader, in the order of its key.

    An own count is not told where the public figure of the region leaves from 1 to below `threshold` without it, or may
    leave so few without it and the municipalities whose figures are read as well.
    """
    rows: list[dict[str, object]] = []
    for key in sorted(series):
        own = next((one.value for one in series[key] if one.provider == reader.provider), None)
        unit = Unit(key[_UNIT])
        if own is None or unit is Unit.EURO:
            continue
        known = public.get(key, NOTHING)
        peers = reader.peers(series[key], known.named | reader.seen.known(key), rule)
        beside = reader.seen.counted.get(key, 0.0)
        told = _own(own, unit, known.region, beside, threshold=threshold) | _spread(peers, unit, rule)
        rows.append(dict(zip(SERIES, key, strict=True)) | {"region": known.region} | told)
    return pa.Table.from_pylist(rows, schema=schema_of(PEERS))


def _own(own: Fraction, unit: Unit, region: float | None, beside: float, *, threshold: int) -> dict[str, object]:
    if region is None or not unit.is_count:
        return {"own": rounded(own, unit)}
    rest = Fraction(region) - own
    elsewhere = beside > 0 and region > beside and rest - Fraction(beside) < threshold
    return {"own": None if 0 < rest < threshold or elsewhere else rounded(own, unit)}


def _spread(peers: Sequence[Fraction], unit: Unit, rule: PeerRule) -> dict[str, object]:
    status = status_of(peers, unit, rule)
    told: dict[str, object] = {"peers_status": status.value, "peers": None, "low": None, "middle": None, "high": None}
    if status in {Told.TOLD, Told.ALIKE}:
        told["peers"] = len(peers)
    if status is Told.TOLD:
        told |= dict(zip(("low", "middle", "high"), quartiles(peers, unit, rule), strict=True))
    return told


def status_of(peers: Sequence[Fraction], unit: Unit, rule: PeerRule) -> Told:
    """Whether it may be told how these figures are spread."""
    if unit not in _AMONG_PEERS:
        return Told.COUNT
    if len(peers) < rule.least:
        return Told.FEW
    near = [rounded(value, unit) for value in peers]
    most = max(near.count(value) for value in set(near))
    wide = (max(near) - min(near)) * 100 >= rule.spread_percent * max(abs(value) for value in near)
    return Told.TOLD if wide and most * 100 <= rule.same_percent * len(near) else Told.ALIKE


def quartiles(peers: Sequence[Fraction], unit: Unit, rule: PeerRule) -> tuple[float, float, float]:
    """First quartile, median and third quartile, each the mean of some figures around its place."""
    ordered, count = sorted(peers), len(peers)
    place = Fraction(count - 1, 4) - Fraction(rule.together - 1, 2)
    first = min(max(floor(place + Fraction(1, 2)), 0), count - rule.together)
    wide = rule.together + (count - rule.together) % 2
    middle = (count - wide) // 2
    low = _mean(ordered[first : first + rule.together])
    high = _mean(ordered[count - first - rule.together : count - first])
    return rounded(low, unit), rounded(_mean(ordered[middle : middle + wide]), unit), rounded(high, unit)


def rounded(value: Fraction, unit: Unit) -> float:
    """The figure in the decimals of its unit, half up."""
    parts: int = 10**unit.decimals
    return floor(value * parts + Fraction(1, 2)) / parts


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
