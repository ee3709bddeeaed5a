"""Municipalities by size, with the limits of chance around the region."""

from graadmeter.charts.figure import Figure
from graadmeter.charts.funnel import Funnel, FunnelDot, funnel_figure
from graadmeter.domain.areas import Area
from graadmeter.domain.comparison import Comparator
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_label

_LEAST = 5
"""Fewer areas are seen at a glance in the comparison above it."""
_SUBTITLE = Text("{title}, {unit}, naar de grootte van de gemeente, {period}", "{title}, {unit}, by size, {period}")
_KIND = Text("gemeente", "municipality")


def funnel(context: Context) -> Figure | None:
    """The funnel of a share with known numbers below the line; None for other figures or too few municipalities."""
    subject, region, lang = context.subject, context.published.region, context.lang
    if not subject.comparable:
        return None
    own = subject.datum(subject.main, region, subject.latest)
    found = [(area.name, _dot(context, area)) for area in context.published.municipalities]
    dots = tuple(dot for _, dot in found if dot is not None)
    if not own.shown or len(dots) < _LEAST or own.figure <= 0:
        return None
    period = period_label(subject.latest, lang)
    title, unit = context.series_title(subject.main), context.unit_words(subject.main)
    return funnel_figure(
        Funnel(
            "trechter",
            context.say(_SUBTITLE).format(title=title, unit=unit, period=period),
            region.name,
            own,
            dots,
            tuple(name for name, dot in found if dot is None),
            context.say(_KIND),
            period,
            context.whole_words(subject.main),
            lang,
        )
    )


def _dot(context: Context, area: Area) -> FunnelDot | None:
    """A municipality with its base, where the release gives both figure and base."""
    subject = context.subject
    datum = subject.datum(subject.main, area, subject.latest)
    at = (subject.latest, subject.slice(subject.main))
    said = context.published.standings.get(subject.definition.id, subject.main.unit, area.code, at)
    if not datum.shown or said is None or not said.base:
        return None
    return FunnelDot(area.name, datum, said.base, said.against[Comparator.REGION].standing)
