"""The audit of a provider's mirror figures: is anything told of one peer, or of what is left without the reader?

It derives everything anew from the figures of all providers and shares no code with what makes mirrors. The attack is
that of a competitor: he knows his own figures, what is public, and who his peers are, but not which is which.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pyarrow as pa

from graadmeter.domain.indicators import Unit
from graadmeter.domain.levels import PeerRule
from graadmeter.domain.mirror import SEEN_NOTHING, SERIES, Seen, Told
from graadmeter.domain.text import Text
from graadmeter.protect.audit.parts import PartReport

_QUARTILES = ("low", "middle", "high")


@dataclass
class Attack:
    """One competitor, and all that is known of everybody."""

    provider: str
    rule: PeerRule
    threshold: int
    figures: Mapping[tuple[str, ...], Mapping[str, Mapping[str, Any]]]
    """Per series and provider the measured row."""
    public: Mapping[tuple[str, ...], Mapping[str, float]]
    """Per series what the open release shows: of the region under '', of providers under their code."""
    owner: Mapping[str, str]
    """The holding of each provider that belongs to one: its providers know each other's figures."""
    seen: Seen = SEEN_NOTHING
    """What this competitor reads besides: mirrors of others, and figures of providers by name."""
    problems: list[Text] = field(default_factory=list)

    def on(self, peers: pa.Table) -> PartReport:
        """What is wrong with a table in the shape PEERS."""
        for row in peers.to_pylist():
            key = tuple(row[name] for name in SERIES)
            everybody = self.figures.get(key, {})
            if self.provider not in everybody:
                self._wrong(row, "dit is geen eigen cijfer", "this is no figure of its own")
                continue
            self._check_own(row, everybody[self.provider], self.public.get(key, {}))
            if any(row[name] is not None for name in (*_QUARTILES, "peers")):
                self._check_peers(row, everybody, self.public.get(key, {}))
        return PartReport(peers.num_rows, _filled(peers), tuple(self.problems))

    def _check_own(self, row: Mapping[str, Any], mine: Mapping[str, Any], public: Mapping[str, float]) -> None:
        exact = _exact(mine)
        if row["own"] is None:
            return
        unit = Unit(row["unit"])
        if unit is Unit.EURO or exact is None or Decimal(str(row["own"])) != _told(exact, unit):
            self._wrong(row, "dit is niet het gemeten cijfer", "this is not the measured figure")
        elif unit.is_count and "" in public and 0 < Fraction(public[""]) - exact < self.threshold:
            self._wrong(row, "zonder de lezer blijven er te weinig over", "too few are left without the reader")
        elif unit.is_count and self._leaves_few_elsewhere(row, exact, public):
            self._wrong(
                row,
                "zonder de lezer en de gemeenten die hij kent kunnen er te weinig overblijven",
                "too few may be left without the reader and the municipalities that he knows",
            )

    def _leaves_few_elsewhere(self, row: Mapping[str, Any], exact: Fraction, public: Mapping[str, float]) -> bool:
        """All own clients may live outside the municipalities whose figures the reader knows."""
        towns = self.seen.counted.get(tuple(row[name] for name in SERIES), 0.0)
        outside = public.get("", 0.0) - towns
        return towns > 0 and outside > 0 and Fraction(outside) - exact < self.threshold

    def _check_peers(
        self, row: Mapping[str, Any], everybody: Mapping[str, Mapping[str, Any]], public: Mapping[str, float]
    ) -> None:
        unit = Unit(row["unit"])
        by_name = {self.provider, *public, *self.seen.known(tuple(row[name] for name in SERIES))}
        unknown = sorted(self._unknown(everybody, {self.owner.get(code, code) for code in by_name}))
        if unit.is_count or unit in {Unit.EURO, Unit.BALANCE}:
            self._wrong(row, "aantallen van anderen tellen op", "counts of others add up")
        elif len(unknown) < self.rule.least:
            self._wrong(row, f"maar {len(unknown)} andere aanbieders", f"only {len(unknown)} other providers")
        elif row["peers"] != len(unknown):
            self._wrong(row, "het aantal anderen klopt niet", "the number of peers is wrong")
        elif row["peers_status"] == Told.TOLD:
            self._check_spread(row, unknown, unit)

    def _unknown(self, everybody: Mapping[str, Mapping[str, Any]], known: set[str]) -> Iterator[Fraction]:
        """Of every owner whom the reader does not know, the figure of the provider with the most persons."""
        groups: dict[str, list[tuple[float, str, Fraction]]] = {}
        for code, row in everybody.items():
            exact = _exact(row)
            if exact is not None and _base(row) >= self.rule.persons:
                groups.setdefault(self.owner.get(code, code), []).append((-_base(row), code, exact))
        for owner, figures in groups.items():
            if owner not in known:
                yield min(figures)[-1]

    def _check_spread(self, row: Mapping[str, Any], unknown: list[Fraction], unit: Unit) -> None:
        """Whoever swaps two peers changes nothing that is told: so each can be anything from lowest to highest."""
        seen = [_told(value, unit) for value in unknown]
        if (max(seen) - min(seen)) * 100 < self.rule.spread_percent * max(abs(one) for one in seen):
            self._wrong(row, "de anderen lijken te veel op elkaar", "the peers are too much alike")
        if 100 * Counter(seen).most_common(1)[0][1] > self.rule.same_percent * len(seen):
            self._wrong(row, "te veel anderen hebben hetzelfde cijfer", "too many peers have the same figure")
        for name, expected in zip(_QUARTILES, _several(unknown, self.rule.together), strict=True):
            if row[name] is None or Decimal(str(row[name])) != _told(expected, unit):
                self._wrong(row, f"{name} is niet van meerdere anderen samen", f"{name} is not that of several peers")

    def _wrong(self, row: Mapping[str, Any], nl: str, en: str) -> None:
        where = f"{row['indicator']} {row['unit']} {row['period']}"
        self.problems.append(Text(f"{where}: {nl}", f"{where}: {en}"))


def figures_of(measured: Iterable[Mapping[str, Any]]) -> dict[tuple[str, ...], dict[str, Mapping[str, Any]]]:
    """Per series and provider the row of a MEASURED table with providers in the place of areas."""
    found: dict[tuple[str, ...], dict[str, Mapping[str, Any]]] = {}
    for row in measured:
        found.setdefault(tuple(row[name] for name in SERIES), {})[row["area"]] = row
    return found


def _exact(row: Mapping[str, Any]) -> Fraction | None:
    """The figure before any rounding: of a share what its two counts make."""
    unit = Unit(row["unit"])
    if unit.is_share and row["numerator"] is not None and row["denominator"]:
        return Fraction(row["numerator"]) / Fraction(row["denominator"]) * unit.multiplier
    return None if row["value"] is None else Fraction(row["value"])


def _base(row: Mapping[str, Any]) -> float:
    """How many are behind a figure."""
    given = (row[name] for name in ("denominator", "contributors", "value"))
    return float(next((one for one in given if one is not None), 0))


def _told(value: Fraction, unit: Unit) -> Decimal:
    """In the decimals of the unit, half up."""
    return Decimal((value * 10**unit.decimals + Fraction(1, 2)).__floor__()).scaleb(-unit.decimals)


def _several(ordered: list[Fraction], together: int) -> tuple[Fraction, Fraction, Fraction]:
    """The quartiles by their definition in docs/levels.md: means of a window around the place, never past the ends."""
    windows = [ordered[at : at + together] for at in range(len(ordered) - together + 1)]
    place = Fraction(len(ordered) - 1, 4) - Fraction(together - 1, 2)
    at = min(max((place + Fraction(1, 2)).__floor__(), 0), len(windows) - 1)
    odd = (len(ordered) - together) % 2
    edge = (len(ordered) - together - odd) // 2
    middle = ordered[edge : len(ordered) - edge]
    return _mean(windows[at]), _mean(middle), _mean(windows[len(windows) - 1 - at])


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _filled(peers: pa.Table) -> int:
    """Every own figure is one that the open release does not have."""
    return sum(own is not None for own in peers["own"].to_pylist())
