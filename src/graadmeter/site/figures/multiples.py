"""The development of an indicator in every municipality, or in each of its parts, side by side on one scale."""

from dataclasses import replace

from graadmeter.charts.datum import Datum
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
_BY = Text("{title}, {unit}, naar {kind}, {first} tot en met {last}", "{title}, {unit}, by {kind}, {first} to {last}")
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


def by_part(context: Context) -> Figure | None:
    """A panel per member of what is given in parts only, a table when there are too few periods; else None."""
    subject = context.subject
    dimension = next(iter(subject.main.breakdowns), "")
    if not subject.in_parts or not dimension:
        return None
    codes = subject.members(subject.main, context.area, subject.latest, dimension)
    given = {code: _part(context, (dimension, code), subject.timeline[-_MOST:]) for code in codes}
    shown = [any(data[at].shown for data in given.values()) for at in range(len(subject.timeline[-_MOST:]))]
    if sum(shown) < 2:  # noqa: PLR2004  a course needs two
        return None
    start = shown.index(True)
    panels = tuple(Panel(context.member(dimension, code), data[start:]) for code, data in given.items())
    figure = multiples_figure(_parted(context, dimension, panels, subject.timeline[-_MOST:][start:]))
    return figure if sum(shown) >= _LEAST else replace(figure, wide="", phone="", notes=())


def _parted(context: Context, dimension: str, panels: tuple[Panel, ...], periods: tuple[str, ...]) -> Multiples:
    main, lang = context.subject.main, context.lang
    labels = tuple(period_label(code, lang) for code in periods)
    kind, unit = context.say(context.published.dimensions[dimension]), context.unit_words(main)
    subtitle = context.say(_BY).format(title=context.title, unit=unit, kind=kind, first=labels[0], last=labels[-1])
    phrases = tuple(period_phrase(code, lang) for code in periods)
    apart = not main.unit.is_share and not main.unit.is_count
    return Multiples("verloop-per-deel", subtitle, panels, None, labels, phrases, kind, kind, lang, own_scale=apart)


def _part(context: Context, member: tuple[str, str], periods: tuple[str, ...]) -> tuple[Datum, ...]:
    subject = context.subject
    return tuple(subject.datum(subject.main, context.area, code, member) for code in periods)


def _panel(context: Context, area: Area, periods: tuple[str, ...]) -> Panel:
    subject = context.subject
    return Panel(area.name, tuple(subject.datum(subject.main, area, code) for code in periods))
