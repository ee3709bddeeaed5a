"""The development of an indicator in every municipality, side by side on one scale."""

from graadmeter.charts.figure import Figure
from graadmeter.charts.multiples import Multiples, Panel, multiples_figure
from graadmeter.domain.areas import Area
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.many import many
from graadmeter.site.period_words import period_label, period_phrase

_LEAST = 3
"""Fewer periods are no course."""
_MOST = 8
_SUBTITLE = Text(
    "{title}, {unit}, per gemeente, {first} tot en met {last}", "{title}, {unit}, by municipality, {first} to {last}"
)
_KIND = Text("gemeente", "municipality")
_THINGS = Text("gemeenten", "municipalities")


def by_municipality(context: Context) -> Figure | None:
    """A panel per municipality for shares; None with too few periods, very many areas or mostly none."""
    subject, lang = context.subject, context.lang
    periods = subject.timeline[-_MOST:]
    if not subject.comparable or subject.definition.breaks or len(periods) < _LEAST:
        return None
    if many(context.published.municipalities):
        return None
    panels = [_panel(context, area, periods) for area in context.published.municipalities]
    drawn = sum(sum(datum.shown for datum in panel.data) > 1 for panel in panels)
    if 2 * drawn < len(panels):
        return None
    labels = tuple(period_label(code, lang) for code in periods)
    title, unit = context.series_title(subject.main), context.unit_words(subject.main)
    return multiples_figure(
        Multiples(
            "verloop-per-gemeente",
            context.say(_SUBTITLE).format(title=title, unit=unit, first=labels[0], last=labels[-1]),
            tuple(panels),
            _panel(context, context.published.region, periods),
            labels,
            tuple(period_phrase(code, lang) for code in periods),
            context.say(_KIND),
            context.say(_THINGS),
            lang,
        )
    )


def _panel(context: Context, area: Area, periods: tuple[str, ...]) -> Panel:
    subject = context.subject
    return Panel(area.name, tuple(subject.datum(subject.main, area, code) for code in periods))
