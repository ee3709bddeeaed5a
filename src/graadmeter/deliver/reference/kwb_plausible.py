"""Judges the published values of one key figure: what is missing, what cannot be right, what can be recomputed.

Some files lost the decimal comma of percentages, unevenly: 108 means 10,8 but 7 means 7,0. No single factor repairs
them. A figure that has its count beside it is compared with count / base; one that is several times too high shows that
the column is damaged. Then every value of the column is recomputed or, when there is no count, not used.
"""

from collections.abc import Mapping

from graadmeter.catalogue.key_figures import KeyFigure
from graadmeter.deliver.reference.loaded import Opened
from graadmeter.deliver.reference.notices import COMMA_LOST, NOT_PUBLISHED, OUT_OF_RANGE
from graadmeter.domain.reference import ValueStatus

Judged = tuple[float | None, ValueStatus]
_Values = Mapping[str, float | None]
_Figures = Mapping[str, _Values]

_TIMES = 4.0
"""A value so many times what its count gives has lost its comma; rounding to 5 persons never does that."""
_WITH_COMMA = {"%", "1000 euro"}
"""Units that are published with a decimal."""
_CLOSE = 0.5
"""Largest share by which a published value may differ from its recomputed one (both are rounded)."""


def judge(figure: KeyFigure, figures: _Figures, vintage: int, opened: Opened) -> dict[str, Judged]:
    """The value and status of every area; findings tell what was recomputed, withheld or not yet published."""
    published = figures[figure.id]
    if all(value is None for value in published.values()):
        opened.say(NOT_PUBLISHED, subject=figure.label.nl, vintage=vintage)
        return dict.fromkeys(published, (None, ValueStatus.UNPUBLISHED))
    expected = {area: _recomputed(figure, figures, area) for area in published}
    if _lost_comma(figure, published, expected):
        return _repaired(figure, published, expected, vintage, opened)
    judged = {area: _plain(value, figure) for area, value in published.items()}
    outside = sum(status is ValueStatus.IMPLAUSIBLE for _, status in judged.values())
    if outside:
        opened.say(
            OUT_OF_RANGE, subject=figure.label.nl, vintage=vintage, low=figure.low, high=figure.high, count=outside
        )
    return judged


def _plain(value: float | None, figure: KeyFigure) -> Judged:
    if value is None:
        return None, ValueStatus.UNKNOWN
    if not figure.low <= value <= figure.high:
        return None, ValueStatus.IMPLAUSIBLE
    return value, ValueStatus.VALUE


def _recomputed(figure: KeyFigure, figures: _Figures, area: str) -> float | None:
    """Count / base in the unit of the figure, to one decimal; None when a part is missing or the base is zero."""
    if not figure.count:
        return None
    count = figures.get(figure.count, {}).get(area)
    parts = [(figures.get(name, {}).get(area), weight) for name, weight in figure.base]
    base = sum(value * weight for value, weight in parts if value is not None)
    if count is None or base <= 0 or any(value is None for value, _ in parts):
        return None
    return round(count / base * figure.factor, 1)


def _lost_comma(figure: KeyFigure, published: _Values, expected: _Values) -> bool:
    if figure.unit not in _WITH_COMMA:
        return False
    checked = [area for area in published if published[area] is not None and expected[area]]
    if not checked:
        return any(value is not None and value > figure.high for value in published.values())
    return any(_ratio(published, expected, area) >= _TIMES for area in checked)


def _repaired(
    figure: KeyFigure, published: _Values, expected: _Values, vintage: int, opened: Opened
) -> dict[str, Judged]:
    judged = {area: _mended(area, published, expected) for area in published}
    statuses = [status for _, status in judged.values()]
    opened.say(
        COMMA_LOST,
        subject=figure.label.nl,
        vintage=vintage,
        recomputed=statuses.count(ValueStatus.RECOMPUTED),
        withheld=statuses.count(ValueStatus.IMPLAUSIBLE),
    )
    return judged


def _mended(area: str, published: _Values, expected: _Values) -> Judged:
    if published[area] is None:
        return None, ValueStatus.UNKNOWN
    if not expected[area]:
        zero = published[area] == 0
        return (0.0, ValueStatus.VALUE) if zero else (None, ValueStatus.IMPLAUSIBLE)
    if abs(_ratio(published, expected, area) - 1) <= _CLOSE:
        return published[area], ValueStatus.VALUE
    return expected[area], ValueStatus.RECOMPUTED


def _ratio(published: _Values, expected: _Values, area: str) -> float:
    return (published[area] or 0.0) / (expected[area] or 1.0)
