"""Reads when a row counts: one of the moments of trajectories and claims, or dates of the table itself."""

from dataclasses import dataclass
from typing import Any

from graadmeter.catalogue.predicates import check_date
from graadmeter.catalogue.refusals import check_keys, member, refuse, unknown
from graadmeter.domain.indicators import Delivered, Moment
from graadmeter.domain.sources import has_column
from graadmeter.domain.text import Text

_MOMENT = Text("het telmoment", "moment")
_FROM, _TO = "van", "tot"
_NEEDS = {Moment.PAID: "kw", Moment.DELIVERED: "kwartaal"}


@dataclass(frozen=True, slots=True)
class When:
    """A moment with the columns it looks at, and of which quarters the table must have been delivered."""

    moment: Moment
    start: str = ""
    ends: tuple[str, ...] = ()

    @property
    def delivered(self) -> Delivered:
        """What holds unless a definition says otherwise."""
        if self.moment is Moment.DELIVERED:
            return Delivered.ANY
        return Delivered.LAST if self.moment.is_stock else Delivered.ALL


def read_moment(unit: str, value: Any, table: str) -> When:
    """The moment in `value`; raises CatalogueError for columns or moments the table does not have."""
    if isinstance(value, dict):
        return _of_dates(unit, value, table)
    moment = member(unit, _MOMENT, value, Moment)
    if moment.of_dates:
        words = Text(
            f"zeg bij '{moment}' welke datums: {{op: datum}}.", f"say which dates '{moment}' is: {{op: date}}."
        )
        raise refuse(unit, words)
    needed = "jeugd_van" if moment.of_trajectories else _NEEDS[moment]
    if not has_column(table, needed):
        fits = [one.value for one in Moment if has_column(table, _NEEDS.get(one, ""))] or ["op", "van", "stand"]
        raise unknown(unit, Text(f"het telmoment van {table}", f"moment of {table}"), moment.value, fits)
    return When(moment)


def _of_dates(unit: str, value: dict[str, Any], table: str) -> When:
    check_keys(unit, value, (), (Moment.ON.value, Moment.OPEN.value, _FROM, _TO))
    if Moment.ON.value in value:
        check_keys(unit, value, (Moment.ON.value,))
        return When(Moment.ON, _date(unit, value[Moment.ON.value], table))
    if Moment.OPEN.value in value:
        check_keys(unit, value, (Moment.OPEN.value,))
        check_keys(unit, value[Moment.OPEN.value], (_FROM, _TO))
        return When(Moment.OPEN, *_span(unit, value[Moment.OPEN.value], table))
    check_keys(unit, value, (_FROM, _TO))
    return When(Moment.BETWEEN, *_span(unit, value, table))


def _span(unit: str, value: dict[str, Any], table: str) -> tuple[str, tuple[str, ...]]:
    ends = value[_TO] if isinstance(value[_TO], list) else [value[_TO]]
    return _date(unit, value[_FROM], table), tuple(_date(unit, end, table) for end in ends)


def _date(unit: str, value: Any, table: str) -> str:
    check_date(unit, str(value), table)
    return str(value)
