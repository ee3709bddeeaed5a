"""Writes the truth: the exact answers of every municipality and of the region as one table."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graadmeter.domain.areas import Level
from graadmeter.synth.community import Window
from graadmeter.synth.municipality import Draw
from graadmeter.synth.population import total, youth
from graadmeter.synth.region_facts import Municipality, wijken
from graadmeter.synth.truth.answers import answers
from graadmeter.synth.truth.cells import HEADER, Area, Cell, in_order
from graadmeter.synth.truth.counting import Place
from graadmeter.synth.truth.elderly import elderly
from graadmeter.synth.truth.known import Costs, Known, known_of
from graadmeter.synth.truth.repeats import repeat_use
from graadmeter.synth.truth.stacking import stacking
from graadmeter.synth.workspace import REGION_CODE


@dataclass(frozen=True, slots=True)
class MunicipalTruth:
    """The answers of one municipality, as sorted rows, and what the region's answers are counted from."""

    rows: list[tuple[str, ...]]
    known: Known
    costs: Costs


def municipal_truth(drawn: Draw, window: Window) -> MunicipalTruth:
    """The exact answers for a municipality and its wijken."""
    known, costs, residence = known_of(drawn, window)
    municipality = drawn.community.municipality
    codes = tuple(item.code for item in wijken()[municipality.code])
    area = Area(municipality.code, Level.MUNICIPALITY)
    place = Place(area, window, known, costs, residence, codes, *_inhabitants([municipality], window))
    cells = (*_cells(place), *elderly(area, [municipality], window))
    return MunicipalTruth(in_order(cells), known, costs)


def write_truth(folder: Path, parts: Sequence[MunicipalTruth], chosen: Sequence[Municipality], window: Window) -> None:
    """Writes `<folder>/cells.csv`: the columns of a measured cell's key, and the value. Cells not listed are zero."""
    known, costs = Known.joined([part.known for part in parts]), Costs.joined([part.costs for part in parts])
    region = Area(REGION_CODE, Level.REGION)
    whole = Place(region, window, known, costs, None, (), *_inhabitants(chosen, window))
    places = [whole]
    for item, part in zip(chosen, parts, strict=True):
        places.append(replace(whole, area=Area(item.code, Level.MUNICIPALITY), known=part.known))
    again = (cell for cell in repeat_use(places, known) if cell.value)
    rows = in_order((*_cells(whole), *again, *elderly(region, chosen, window)))
    for part in parts:
        rows += part.rows
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "cells.csv", HEADER, sorted(rows))


def _cells(place: Place) -> Iterable[Cell]:
    for cell in (*answers(place), *stacking(place)):
        if cell.value:
            yield cell


def _inhabitants(chosen: Sequence[Municipality], window: Window) -> tuple[dict[int, int], dict[int, int]]:
    """Inhabitants of 0-17 and of 18 and older per year, of all chosen municipalities together."""
    years = range(window.first // 4, window.last // 4 + 1)
    young = {year: sum(youth(item, year, window.fraction) for item in chosen) for year in years}
    return young, {year: sum(total(item, year, window.fraction) for item in chosen) - young[year] for year in years}


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
