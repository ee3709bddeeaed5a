"""Graded acceptance: which figures stay trustworthy with what is not used and what is asked of a delivery."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graadmeter.catalogue.load_checks import checks
from graadmeter.check.result import CheckResult, Outcome
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

_CAUTION, _NOT = 0.01, 0.10
"""Part of the rows that is not used or asked about from which a figure needs care, or cannot be trusted."""
_ONE = 0.01
_SPECIAL = frozenset({"verwijzer", "wijk", "huishouden", "crisis", "verwijzer_type"})
"""Fields that one figure only rests on."""


class Trust(StrEnum):
    """How far a figure made from this delivery can be trusted."""

    FULL = "betrouwbaar"
    CAUTION = "met voorbehoud"
    NONE = "niet te vertrouwen"
    ABSENT = "niet geleverd"

    @property
    def label(self) -> Text:
        """The grade in both languages."""
        english = {
            Trust.FULL: "trustworthy",
            Trust.CAUTION: "with care",
            Trust.NONE: "not to be trusted",
            Trust.ABSENT: "not delivered",
        }
        return Text(self.value, english[self])


@dataclass(frozen=True, slots=True)
class Graded:
    """One kind of figure and its grade."""

    figure: Text
    trust: Trust
    share: float
    """Part of the rows that is not used or asked about, in the table where that is most."""


@dataclass(frozen=True, slots=True)
class _Figure:
    title: Text
    tables: tuple[str, ...]
    fields: frozenset[str] = frozenset()
    """The fields it rests on; empty = all that are not special."""


_FIGURES = (
    _Figure(Text("Hulp en trajecten", "Care and trajectories"), ("toewijzing", "start", "stop", "voorziening")),
    _Figure(Text("Verwijzers", "Referrers"), ("voorziening", "verzoek"), frozenset({"verwijzer", "verwijzer_type"})),
    _Figure(Text("Crisis", "Crisis"), ("voorziening",), frozenset({"crisis"})),
    _Figure(Text("Cijfers per wijk", "Figures per wijk"), ("voorziening",), frozenset({"wijk"})),
    _Figure(Text("Stapeling per huishouden", "Stacking per household"), ("voorziening",), frozenset({"huishouden"})),
    _Figure(Text("Uitgaven", "Spending"), ("prestatie", "declaratie")),
)


def graded(result: CheckResult) -> tuple[Graded, ...]:
    """Every figure with its grade, in a fixed order. Refused deliveries make no figures and have no grades."""
    if not any(count.used for count in result.tables):
        return ()
    return tuple(_grade(figure, result) for figure in _FIGURES)


def percent(share: float) -> str:
    """The share in whole percents; below one, but not zero, as '< 1 %'."""
    return "< 1 %" if 0 < share < _ONE else f"{round(100 * share)} %"


def _grade(figure: _Figure, result: CheckResult) -> Graded:
    read = {count.table: count for count in result.tables if count.read and count.table in figure.tables}
    if not read:
        return Graded(figure.title, Trust.ABSENT, 0.0)
    lost = max(count.rejected / count.read for count in read.values())
    share = max([lost, *(_share(one) for one in _about(figure, result))])
    trust = Trust.NONE if share > _NOT else Trust.CAUTION if share > _CAUTION else Trust.FULL
    return Graded(figure.title, trust, min(share, 1.0))


def _share(one: Outcome) -> float:
    """Part of the rows; of a check that speaks about the delivery as a whole at least the part it speaks from."""
    check = checks().get(one.code)
    return max(one.failed / one.rows if one.rows else 0.0, check.share if check else 0.0)


def _about(figure: _Figure, result: CheckResult) -> Iterator[Outcome]:
    """What was asked about rows this figure rests on; whatever asks nothing does not count."""
    for one in result.outcomes:
        if one.table in figure.tables and one.failed and one.severity is not Severity.INFORMATION:
            check = checks().get(one.code)
            speaks_of = frozenset(check.fields[:1]) if check else frozenset()
            if speaks_of & figure.fields if figure.fields else not speaks_of & _SPECIAL:
                yield one
