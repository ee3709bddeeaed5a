"""The file with only the figures of one picture."""

import csv
import io

from graadmeter.charts.figure import Figure
from graadmeter.charts.table import FigureTable, Kind, TableCell
from graadmeter.domain.text import Lang
from graadmeter.site import sharing


def test_a_name_that_is_a_formula_is_not_run_by_a_spreadsheet() -> None:
    rows = ((TableCell("=1+1"), TableCell("-3,5 %", Kind.NUMBER, value=-3.5)),)
    table = FigureTable("Aanbieders", ("naam", "@aandeel"), rows)
    figure = Figure("x", "Titel", "+Aanbieders", "Een zin.", table, "", "", ())
    head, line = csv.reader(io.StringIO(sharing._csv(figure, "Graadmeter", Lang.NL).decode()))
    assert head == ["onderwerp", "rij", "kolom", "waarde", "zoals_getoond", "bron"]
    assert line == ["'+Aanbieders", "'=1+1", "'@aandeel", "-3.5", "'-3,5 %", "Graadmeter"]
