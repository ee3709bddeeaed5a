"""What the figures of an indicator rest on: which columns of which rows, present by which rule."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graadmeter.catalogue.predicates import columns_in, columns_in_value
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import AgeScope, Count, Indicator, Moment, Unit
from graadmeter.domain.slices import COMPOSITION_DIMENSIONS
from graadmeter.measure.composition import KIND
from graadmeter.measure.lanes import Kind, Lane, kind_of
from graadmeter.measure.plan import Plan, plan
from graadmeter.measure.related import RELATED
from graadmeter.measure.rows import row_columns
from graadmeter.measure.tables import BESIDE


@dataclass(frozen=True, slots=True)
class Basis:
    """Rows of one table, present by one rule; what follows from other rows of a person is a basis of its own."""

    table: str
    moment: Moment
    age: AgeScope
    start: str
    ends: tuple[str, ...]
    related: frozenset[str]

    @property
    def source(self) -> str:
        """The table that holds these rows, with what their presence follows from."""
        return BESIDE.get(self.moment, self.table)

    @property
    def kind(self) -> Kind:
        """As the rows are asked for."""
        return Kind(Unit.NUMBER, self.table, self.moment, self.age, self.start, self.ends)


@dataclass(frozen=True, slots=True)
class Rests:
    """What one indicator rests on."""

    columns: Mapping[Basis, frozenset[str]]
    counts: tuple[Count, ...]
    places: bool
    """Whether it matters where persons live, and with whom."""
    back: int | None
    """How many quarters before their own period its figures look at; None: at all that is known of before."""
    beside: bool
    """Whether figures of earlier periods are asked as well, to put beside those of a period."""


def rests_of(indicator: Indicator) -> Rests:
    """What the figures of the indicator follow from."""
    planned = plan([indicator])
    columns: dict[Basis, frozenset[str]] = {}
    for lane, more in _lanes(planned):
        basis = basis_of(lane.count)
        columns[basis] = columns.get(basis, frozenset()) | _columns(lane) | more
    counts = tuple(dict.fromkeys(lane.count for lane, _ in _lanes(planned)))
    households = any(count.of is Unit.HOUSEHOLDS for count in counts)
    parts = [(series.method, series.part) for series in planned.series if series.method is not None]
    backs = {method.back_of(part) for method, part in parts}
    return Rests(
        columns,
        counts,
        places=households or Level.WIJK in indicator.levels,
        back=None if None in backs else max((one for one in backs if one is not None), default=0),
        beside=any(method.beside(part) for method, part in parts),
    )


def basis_of(count: Count) -> Basis:
    """The rows that a count looks at."""
    texts = (count.where, *(group.where for group in count.groups))
    related = frozenset(name for text in texts for name in columns_in(text)) & RELATED
    return Basis(count.table, count.moment, count.age, count.start, count.ends, related)


def _lanes(planned: Plan) -> Iterator[tuple[Lane, frozenset[str]]]:
    """Everything that is counted, with the columns that are looked at beside those of its condition."""
    for lane in (*planned.lanes, *planned.spreads):
        yield lane, frozenset(KIND if lane.dimension in COMPOSITION_DIMENSIONS else ())
    for ask in planned.asks:
        yield ask.lane, frozenset(ask.by)
    for ranking in planned.rankings:
        yield Lane(ranking.count), frozenset(["aanbieder"])


def _columns(lane: Lane) -> frozenset[str]:
    kind = kind_of(lane.count)
    thing = frozenset([kind.thing] if kind.thing not in {"", "huishouden"} else ())
    return frozenset(row_columns([lane])) | columns_in_value(kind.value) | thing


def united(rests: Iterable[Rests]) -> dict[Basis, frozenset[str]]:
    """All bases, each with the columns that any indicator looks at."""
    found: dict[Basis, frozenset[str]] = {}
    for one in rests:
        for basis, columns in one.columns.items():
            found[basis] = found.get(basis, frozenset()) | columns
    return found
