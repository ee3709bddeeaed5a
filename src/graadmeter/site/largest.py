"""How much of a form of help lies with its largest provider and with its ten largest, as the release shows it."""

from graadmeter.charts.datum import Datum
from graadmeter.domain.areas import Area
from graadmeter.domain.status import CellStatus
from graadmeter.site.page import Site
from graadmeter.site.published import TOGETHER, Series
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


def together(subject: Subject, form: str) -> Series | None:
    """The part that the ten largest of a form of help do together; None where it is not given."""
    wanted = {_FORM: form, _PROVIDER: TOGETHER}
    return next((one for one in subject.definition.series if dict(one.fixed) == wanted), None)


def with_largest(subject: Subject, series: Series, area: Area) -> Datum:
    """The young people who are with the largest provider that is shown; hidden when none is."""
    latest = subject.latest
    codes = subject.members(series, area, latest, _PROVIDER)
    each = [subject.datum(series, area, latest, (_PROVIDER, code)) for code in codes]
    shown = [one for one in each if one.shown and one.figure > 0]
    if shown:
        return max(shown, key=lambda one: one.figure)
    nobody = not each and subject.datum(series, area, latest).status is CellStatus.ZERO
    return Datum(series.unit, None, CellStatus.NOT_APPLICABLE if nobody else CellStatus.SUPPRESSED)
