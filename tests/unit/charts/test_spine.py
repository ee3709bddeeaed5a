"""The spine chart and the heat table: classes as shapes, signs and words; colour of judgement only with polarity."""

import re
from dataclasses import replace

import pytest

from graadmeter.charts.datum import Datum, with_interval
from graadmeter.charts.heat import heat_cell
from graadmeter.charts.spine import WIJKEN, Spine, SpineRow, spine_figure
from graadmeter.charts.spine_track import small_spine
from graadmeter.domain.comparison import Standing
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Lang

HIDDEN = Datum(Unit.PERCENT, None, CellStatus.SUPPRESSED)


def _share(value: float, status: CellStatus = CellStatus.VALUE) -> Datum:
    return with_interval(Unit.PERCENT, value, status, base=9000.0)


def _row(own: Datum, standing: Standing | None, polarity: int = 0, name: str = "Jeugdigen met verblijf") -> SpineRow:
    others = (_share(8.0), _share(11.0), HIDDEN, _share(12.0), _share(14.0), _share(20.0))
    return SpineRow(name, "% van de jeugdigen, 2025", own, _share(12.0), others, standing, polarity, "Jeugd")


@pytest.mark.parametrize(
    ("standing", "polarity", "look", "sign", "words"),
    [
        (Standing.MUCH_HIGHER, -1, "worse-much", "▲▲", "duidelijk hoger dan Twente, ongunstig"),
        (Standing.HIGHER, 1, "better", "▲", "hoger dan Twente, gunstig"),
        (Standing.LOWER, 0, "differs", "▼", "lager dan Twente"),
        (Standing.SIMILAR, -1, "chance", "", "geen aantoonbaar verschil met Twente"),
        (None, -1, "plain", "", ""),
    ],
)
def test_a_class_is_told_by_sign_and_words_and_coloured_only_with_polarity(
    standing: Standing | None, polarity: int, look: str, sign: str, words: str
) -> None:
    cell = heat_cell(_share(14.6, CellStatus.PROVISIONAL), standing, polarity, "Twente", Lang.NL)
    assert (cell.text, cell.look, cell.mark, cell.words, cell.remark) == (
        "14,6\u00a0%", look, sign, words, "voorlopig",
    )  # fmt: skip


def test_a_hidden_figure_says_why_and_has_no_class() -> None:
    cell = heat_cell(HIDDEN, Standing.HIGHER, 1, "Twente", Lang.NL)
    assert (cell.text, cell.look, cell.mark, cell.shown) == ("afgeschermd", "hidden", "", False)


def test_quarters_of_areas_leave_out_what_is_hidden() -> None:
    row = _row(_share(14.6), Standing.HIGHER)
    assert row.spread == (8.0, 11.0, 12.0, 14.0, 20.0)
    assert row.quartiles == (11.0, 14.0)
    few = SpineRow("x", "", _share(1.0), _share(1.0), (_share(1.0), _share(2.0), _share(3.0)), None)
    assert few.quartiles is None


def test_the_reference_lies_in_the_middle_and_the_point_on_its_side() -> None:
    higher = spine_figure(_spine(_row(_share(16.0), Standing.MUCH_HIGHER)))
    assert 'class="gm-reference"' in higher.wide
    assert "gm-spine-ring--differs" in higher.wide
    assert "gm-spine--better" not in higher.wide
    similar = small_spine("x", _row(_share(12.1), Standing.SIMILAR))
    assert "gm-spine gm-spine--chance" in similar
    assert "gm-spine-ring" not in similar
    assert small_spine("x", _row(HIDDEN, None)) == ""


def test_title_sentence_and_table_tell_the_same() -> None:
    rows = (
        _row(_share(16.0), Standing.MUCH_HIGHER, -1),
        _row(_share(12.1), Standing.SIMILAR, name="Jeugdhulp"),
        _row(_share(13.0), None, name="Duur"),
    )
    figure = spine_figure(_spine(*rows))
    assert figure.title == "Almelo verschilt aantoonbaar van Twente bij één cijfer"
    assert figure.sentence == (
        "Jeugdigen met verblijf: 16,0\u00a0%, duidelijk hoger dan Twente (12,0\u00a0%). Binnen het toeval: Jeugdhulp. "
        "Niet te toetsen: Duur."
    )
    assert [cell.text for cell in figure.table.rows[0]][1::2] == [
        "16,0\u00a0%", "12,0\u00a0%", "20,0\u00a0%",
    ]  # fmt: skip
    assert figure.table.rows[0][-1].text == "duidelijk hoger, ongunstig"
    assert "Blauw is gunstig" in figure.notes[-1]
    assert "duidelijk hoger, ongunstig" in figure.phone


def test_nothing_different_is_said_to_be_so_and_wijken_are_called_wijken() -> None:
    spine = Spine("s", "x", "Hofkamp", "Almelo", (_row(_share(12.1), Standing.SIMILAR),), Lang.NL, WIJKEN)
    figure = spine_figure(spine)
    assert figure.title == "Hofkamp verschilt bij geen van deze cijfers aantoonbaar van Almelo"
    assert figure.table.header[4:6] == ("laagste wijk", "hoogste wijk")
    assert "alle wijken" in figure.notes[1]


def _spine(*rows: SpineRow) -> Spine:
    return Spine("spine", "Almelo", "Almelo", "Twente", rows, Lang.NL)


def test_a_long_name_and_what_it_counts_are_not_cut() -> None:
    name = "Inwoners met hulp uit twee wetten tegelijk (eigen definitie van kwetsbaarheid)"
    unit = "onderbrekingen tot en met 28 dagen overbrugd, aantal per eenheid, 2025"
    row = replace(_row(_share(14.6), Standing.SIMILAR, name=name), unit=unit)
    figure = spine_figure(Spine("profiel", "Profiel", "Almelo", "Twente", (row,), Lang.NL))
    for picture in (figure.wide, figure.phone):
        words = " ".join(re.findall(r">([^<>]+)</text>", picture)).split()
        assert " ".join([*name.split(), *unit.split()]) in " ".join(words)
