"""The figures on what interventions changed and saved: per kind the effect, where there is one, and the saving."""

from graadmeter.charts.figure import Figure
from graadmeter.site.figures.context import Context
from graadmeter.site.figures.intervention_effect import effect_figure
from graadmeter.site.figures.intervention_saving import saving_figure
from graadmeter.site.interventions import SUBJECT


def evaluated(context: Context) -> list[Figure]:
    """Of the region, on the page about interventions; none elsewhere."""
    if context.subject.definition.id != SUBJECT or context.chosen is not None:
        return []
    found = [
        figure
        for kind in context.published.evaluations.kinds
        for figure in (effect_figure(context, kind), saving_figure(context, kind))
    ]
    return [figure for figure in found if figure is not None]
