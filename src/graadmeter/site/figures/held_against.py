"""Which figure a target is held against, and how it lies beside it: only where it is shown, and never beyond chance."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.domain.areas import Area
from graadmeter.domain.periods import parse_period
from graadmeter.domain.status import CellStatus
from graadmeter.domain.targets import Target, targets_of
from graadmeter.site.figures.context import Context
from graadmeter.site.published import Series
from graadmeter.site.subject import Subject


@dataclass(frozen=True, slots=True)
class Beside:
    """The figure that a target of an area is held against."""

    target: Target
    area: Area
    period: str
    """'' when there is no figure."""
    datum: Datum
    over: bool
    """Whether the period of the target has passed."""
    series: Series | None = None

    @property
    def lies(self) -> str:
        """How the figure lies: a key of the sentences; '' when it is not shown."""
        if not self.datum.shown:
            return ""
        way = self.datum.against(Datum(self.target.unit, self.target.value, CellStatus.VALUE))
        if way == -1 and self.datum.provisional:
            return "below_so_far"
        return {1: "above", 0: "chance", -1: "below", None: "untested"}[way]


def beside(subject: Subject, target: Target, area: Area) -> Beside:
    """The figure of the target's own period where the release has it, else the last; of the series in its unit."""
    first = [subject.main, subject.lead, *subject.wholes]
    whole = [one for one in first if one.unit is target.unit and subject.whole(one)]
    latest = subject.latest
    if not whole or not latest or not subject.delivered or subject.in_parts:
        return Beside(target, area, "", Datum(target.unit, None, CellStatus.NOT_DELIVERED), over=False)
    period = target.period.code if target.period.code in subject.timeline else latest
    over = period == target.period.code or target.period.last < _last(subject)
    return Beside(target, area, period, subject.datum(whole[0], area, period), over, whole[0])


def drawn(context: Context) -> list[Target]:
    """The targets of the page's area that its lines over time can be held against."""
    subject = context.subject
    return [
        one
        for one in targets_of(context.published.targets, context.area)
        if one.indicator == subject.definition.id and beside(subject, one, context.area).series == subject.main
    ]


def _last(subject: Subject) -> int:
    return parse_period(subject.latest).last
