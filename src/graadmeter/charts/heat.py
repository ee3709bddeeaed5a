"""A heat table: a real table whose cells carry a figure, its status in words, and the mark of its class."""

from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.charts.standing_marks import beside, judgement, sign, step, tone
from graadmeter.domain.comparison import Judgement, Standing
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang, Text

_FINAL = (CellStatus.VALUE, CellStatus.ZERO)
_PROTECTED = (CellStatus.SUPPRESSED, CellStatus.UNRELIABLE, CellStatus.MERGED)
"""There is a figure, but it is too small to show by itself; in any other case without a value there is none."""
_TOO_SMALL = "\u00b7"
_MERGED = Text("samen", "merged")


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell: the figure or why there is none, its look, its mark and what a screen reader hears for the mark."""

    text: str
    look: str
    """none, absent, hidden, plain, chance, differs, better or worse; the last three with '-much' when certain."""
    mark: str = ""
    words: str = ""
    remark: str = ""
    """The status of a figure that is not final: provisional, not updated yet."""
    brief: str = _TOO_SMALL
    """What stands for a hidden figure where there is little room."""

    @property
    def shown(self) -> bool:
        """Whether there is a figure."""
        return self.look not in {"none", "absent", "hidden"}


def heat_cell(datum: Datum, standing: Standing | None, polarity: int, name: str, lang: Lang) -> HeatCell:
    """The cell of a figure against the comparator called `name`; without a class it is plain.

    'Per 1,000' stands in the head of a row only, since it is too long for a cell.
    """
    text = datum.short(lang) if datum.unit is Unit.PER_1000 else datum.text(lang)
    if datum.status is CellStatus.MERGED:
        return HeatCell(text, "hidden", brief=_MERGED.within(lang))
    if not datum.shown:
        return HeatCell(text, "hidden" if datum.status in _PROTECTED else "absent")
    if standing is None:
        return HeatCell(text, "plain", remark=_remark(datum, lang))
    words, judged = beside(standing, name, lang), judgement(standing, polarity)
    if judged is not Judgement.NONE:
        words = f"{words}, {judged.label.within(lang)}"
    look = tone(standing, polarity) + ("-much" if abs(step(standing)) > 1 else "")
    mark = sign(standing) if step(standing) else ""
    return HeatCell(text, look, mark, words, _remark(datum, lang))


def _remark(datum: Datum, lang: Lang) -> str:
    return "" if datum.status in _FINAL else datum.status.label.within(lang)


def plain_cell(datum: Datum, lang: Lang) -> HeatCell:
    """The cell of a figure that is not compared."""
    return heat_cell(datum, None, 0, "", lang)
