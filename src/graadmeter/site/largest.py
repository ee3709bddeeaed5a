"""How much of a form of help lies with its largest provider: worked out from two figures that the release shows."""

from graadmeter.charts.datum import Datum
from graadmeter.domain.areas import Area
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.site.page import Site
from graadmeter.site.published import Series
from graadmeter.site.subject import Subject

BY_FORM = "aanbieders_per_hulpvorm"
"""The indicator that gives the largest providers of each form of help."""

_PROVIDER, _FORM = "aanbieder", "hulpvorm"


def by_form(site: Site) -> Subject | None:
    """The providers by form of help; None when the release does not have them."""
    return next((one for one in site.every_subject if one.definition.id == BY_FORM and one.delivered), None)


def of_form(subject: Subject, form: str) -> Series | None:
    """The persons per provider of one form of help; None for a form that is not given."""
    found = (one for one in subject.definition.series if _PROVIDER in one.breakdowns and dict(one.fixed)[_FORM] == form)
    return next(found, None)


def with_largest(subject: Subject, series: Series, area: Area) -> Datum:
    """The percentage of the young people who are with the largest provider shown; hidden when no provider is."""
    latest = subject.latest
    whole = subject.datum(series, area, latest)
    codes = subject.members(series, area, latest, _PROVIDER)
    each = [subject.datum(series, area, latest, (_PROVIDER, code)) for code in codes]
    shown = [one for one in each if one.shown and one.figure > 0]
    if not each or (whole.shown and whole.figure == 0):
        return Datum(Unit.PERCENT, None, CellStatus.NOT_APPLICABLE)
    if not whole.shown or not shown:
        return Datum(Unit.PERCENT, None, CellStatus.SUPPRESSED)
    top = max(shown, key=lambda one: one.figure)
    status = top.status if top.provisional else whole.status
    return Datum(Unit.PERCENT, 100 * top.figure / whole.figure, status)
