"""What a deliverer may expect to change: this delivery beside the previous one, in counts only."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.catalogue.layouts import layouts
from graadmeter.check.typed import typed, whole
from graadmeter.domain.periods import Period
from graadmeter.domain.tables import Type
from graadmeter.domain.text import Text

_NOISE = 2.0
"""Standard deviations of chance between two counts that is passed over."""
_WITHDRAWN = "3"
_PERSONS = Text("Personen", "Persons")
_BEGUN, _ENDED = Text("Begonnen in het kwartaal", "Begun in the quarter"), Text("Beëindigd", "Ended")
_ROWS = Text("Regels: {table}", "Rows: {table}")
_KINDS = {
    "productcode": Text("Voorzieningen van product {code}", "Provisions of product {code}"),
    "aanbieder": Text("Voorzieningen van aanbieder {code}", "Provisions of provider {code}"),
    "wijk": Text("Voorzieningen in wijk {code}", "Provisions in wijk {code}"),
}
_LEAD = Text(
    "{before} is de vorige levering, {now} deze. Totalen staan er altijd; producten, aanbieders en wijken alleen als "
    "zij meer verschillen dan toeval kan verklaren.",
    "{before} is the previous delivery, {now} this one. Totals are always there; products, providers and wijken only "
    "when they differ by more than chance can explain.",
)


@dataclass(frozen=True, slots=True)
class Side:
    """One delivery: its raw tables of text and the quarter it speaks of."""

    tables: Mapping[str, pa.Table]
    quarter: Period


@dataclass(frozen=True, slots=True)
class Change:
    """One count in both deliveries."""

    label: Text
    before: int
    now: int
    total: bool
    """Whether it is shown even when it hardly changed."""

    @property
    def is_more_than_noise(self) -> bool:
        """Whether two counts of one chance would seldom differ so much."""
        return abs(self.now - self.before) > _NOISE * sqrt(self.now + self.before)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was counted on both sides."""

    lead: Text
    changes: tuple[Change, ...]

    @property
    def shown(self) -> tuple[Change, ...]:
        """The totals, and what changed by more than noise."""
        return tuple(change for change in self.changes if change.total or change.is_more_than_noise)


def compared(before: Side, now: Side) -> Comparison:
    """The counts of two deliveries beside each other; nothing in it tells who anybody is."""
    lead = _LEAD.fill(before=before.quarter.code, now=now.quarter.code)
    return Comparison(lead, (*_totals(before, now), *_spread(before, now)))


def _totals(before: Side, now: Side) -> Iterator[Change]:
    for name, layout in sorted(layouts().items()):
        was, told = (side.tables[name].num_rows if name in side.tables else 0 for side in (before, now))
        if was or told:
            label = Text(_ROWS.nl.format(table=layout.title.nl), _ROWS.en.format(table=layout.title.en))
            yield Change(label, was, told, total=True)
    for label, count in ((_PERSONS, _persons), (_BEGUN, _begun), (_ENDED, _ended)):
        yield Change(label, count(before), count(now), total=True)


def _persons(side: Side) -> int:
    known = [pc.unique(whole(rows["bsn"])) for rows in side.tables.values() if "bsn" in rows.column_names]
    return len({value for part in known for value in part.to_pylist() if value})


def _begun(side: Side) -> int:
    return _within(side, "voorziening", "begindatum") or _reported(side, "start")


def _ended(side: Side) -> int:
    return _within(side, "voorziening", "einddatum") or _reported(side, "stop")


def _within(side: Side, table: str, field: str) -> int:
    """Provisions whose date lies in the quarter of the delivery."""
    if table not in side.tables:
        return 0
    days = typed(whole(side.tables[table][field]).cast(pa.string()), Type.DATE)
    first, last = (pa.scalar(day, pa.date32()) for day in (side.quarter.first_day, side.quarter.last_day))
    return int(pc.and_(pc.greater_equal(days, first), pc.less_equal(days, last)).true_count)


def _reported(side: Side, table: str) -> int:
    if table not in side.tables:
        return 0
    return int(pc.not_equal(whole(side.tables[table]["status_aanlevering"]), _WITHDRAWN).true_count)


def _spread(before: Side, now: Side) -> Iterator[Change]:
    for field, label in _KINDS.items():
        counts = [_counts(side, field) for side in (before, now)]
        for code in sorted({*counts[0], *counts[1]}):
            yield Change(label.fill(code=code), counts[0][code], counts[1][code], total=False)


def _counts(side: Side, field: str) -> Counter[str]:
    rows = side.tables.get("voorziening")
    if rows is None:
        return Counter()
    return Counter(value for value in whole(rows[field]).to_pylist() if value)
