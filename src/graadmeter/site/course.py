"""The small picture of how the figure of an area goes: by year, or by quarter where there is one year only."""

from graadmeter.charts.datum import Datum
from graadmeter.charts.numbers import DASH
from graadmeter.charts.small import sparkline
from graadmeter.domain.periods import PeriodType
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_label


def course(context: Context) -> tuple[str, str]:
    """The picture, '' when fewer than two figures can be shown, and the periods from which to which it goes."""
    subject = context.subject
    for codes in (subject.timeline, subject.told(subject.main, PeriodType.QUARTER)):
        data = [subject.datum(subject.main, context.area, code) for code in codes]
        if _drawable(data):
            span = f" {DASH} ".join(period_label(codes[end], context.lang) for end in (0, -1))
            return sparkline(f"{context.title}, {span}", data), span
    return "", ""


def _drawable(data: list[Datum]) -> bool:
    return sum(datum.shown for datum in data) > 1
