"""Explains a published figure: what it counts, why it may be hidden, and which deliveries it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow.compute as pc

from graadmeter.domain.areas import Level
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.finality import Stage
from graadmeter.domain.periods import parse_period
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.release.incomplete import Estimate, estimate_for, estimates_of, stage_in
from graadmeter.release.read import Release

REASONS = {
    CellStatus.VALUE: Text("Dit cijfer is definitief.", "This figure is final."),
    CellStatus.ZERO: Text("Er is niets geteld: een echte nul.", "Nothing was counted: a true zero."),
    CellStatus.SUPPRESSED: Text(
        "Dit cijfer is afgeschermd: het is klein, of een klein cijfer ernaast zou ermee uit te rekenen zijn. "
        "Welke van de twee, zeggen we niet; ook dat zou iets weggeven. Kijk naar het cijfer van de hele regio.",
        "This figure is hidden: it is small, or a small figure beside it could be worked out from it. "
        "Which of the two we do not say; that too would give something away. Look at the figure of the whole region.",
    ),
    CellStatus.NOT_DELIVERED: Text(
        "Over deze periode is (nog) niet aangeleverd.", "Nothing has been delivered about this period (yet)."
    ),
    CellStatus.NOT_APPLICABLE: Text("Dit cijfer bestaat hier niet.", "This figure does not exist here."),
    CellStatus.PROVISIONAL: Text(
        "Dit cijfer is voorlopig: latere aanleveringen kunnen het nog veranderen.",
        "This figure is provisional: later deliveries may still change it.",
    ),
    CellStatus.UNRELIABLE: Text("De groep is te klein om iets te zeggen.", "The group is too small to say anything."),
    CellStatus.CARRIED: Text(
        "Dit cijfer komt uit een eerdere uitgave. Wat sindsdien is gecorrigeerd, is te klein om te tonen of zou een "
        "klein verschil weggeven. Het telt mee zodra het verschil groot genoeg is.",
        "This figure comes from an earlier release. What was corrected since is too small to show or would give a "
        "small difference away. It is taken in as soon as the difference is large enough.",
    ),
    CellStatus.MERGED: Text(
        "Dit cijfer is samengevoegd met andere, omdat het om weinig mensen gaat. Kijk naar het cijfer van de "
        "samengevoegde wijken, leeftijden of vormen van hulp.",
        "This figure is merged with others, since it is about few people. Look at the figure of the merged "
        "neighbourhoods, ages or forms of help.",
    ),
}

_FURTHER = Text(
    "Dit cijfer is nader voorlopig: bijna alles is binnen, correcties kunnen het nog veranderen.",
    "This figure is further provisional: nearly everything is in, corrections may still change it.",
)

_LAWS = {"jeugd": ("jeugdwet", "bevolking"), "wmo": ("wmo", "bevolking")}
"""What figures of a theme rest on; others rest on everything."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as published."""

    unit: str
    dimensions: Mapping[str, str]
    value: float | None
    status: CellStatus
    estimate: Estimate | None = None
    """What it will probably come to, where that was published."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known in the open of one indicator, area and period."""

    edition: str
    indicator: Mapping[str, Any]
    area: Mapping[str, Any]
    period: str
    figures: tuple[Figure, ...]
    deliveries: tuple[Mapping[str, Any], ...]
    stage: Stage = Stage.FINAL
    """How final the figures of the period are."""

    def reason(self, figure: Figure) -> Text:
        """What its status means; a value of a period that is not final yet is not called final."""
        if figure.status is CellStatus.VALUE and self.stage is Stage.FURTHER:
            return _FURTHER
        return REASONS[figure.status]


def explain(
    release: Release, indicator: str, area: str, period: str, dimensions: Mapping[str, str] | None = None
) -> Explanation:
    """What the release knows of a figure.

    `area` is a code or a name. Without `dimensions` every series of the indicator that is not broken down is
    explained, with them that one. Raises UnknownNameError with near matches for names that do not exist, and
    UsageError when the indicator has no such figure.
    """
    parse_period(period)
    definitions = {entry["id"]: entry for entry in release.catalogue["indicators"]}
    if indicator not in definitions:
        raise UnknownNameError(Text("De indicator", "indicator"), indicator, definitions)
    place = find_area(release.region["areas"], area)
    figures = _figures(release, definitions[indicator], place["code"], period, dimensions or {})
    sessions = _sessions(release, place, period, _LAWS.get(definitions[indicator]["theme"], ()))
    deliveries = tuple(entry for entry in release.deliveries if entry["session"] in sessions)
    stage = stage_in(release, period)
    return Explanation(release.edition, definitions[indicator], place, period, figures, deliveries, stage)


def find_area(areas: Sequence[Mapping[str, Any]], wanted: str) -> Mapping[str, Any]:
    """The area with this code or name (upper and lower case are the same); raises UnknownNameError."""
    fold = wanted.casefold()
    for area in areas:
        if fold in {area["code"].casefold(), area["name"].casefold()}:
            return area
    names = [name for area in areas for name in (area["name"], area["code"])]
    near = {name.casefold(): name for name in names}
    raise UnknownNameError(Text("Het gebied", "area"), wanted, [*near.values(), *near])


def _figures(
    release: Release, definition: Mapping[str, Any], area: str, period: str, wanted: Mapping[str, str]
) -> tuple[Figure, ...]:
    _known_dimensions(release, wanted)
    cells = release.cells
    mask = pc.and_(pc.equal(cells["indicator"], definition["id"]), pc.equal(cells["area"], area))
    rows = cells.filter(pc.and_(mask, pc.equal(cells["period"], period))).to_pylist()
    fixed = {name for measure in definition["measures"] for name in measure["fixed"]}
    later = estimates_of(release, definition["id"], area, period)
    figures = [_figure(row, estimate_for(later, row)) for row in rows if _fits(row, wanted, fixed)]
    if not figures:
        raise UsageError(
            Text(
                f"'{definition['id']}' heeft geen cijfer voor {area} in {period} met deze uitsplitsing.",
                f"'{definition['id']}' has no figure for {area} in {period} with this breakdown.",
            )
        )
    return tuple(figures)


def _fits(row: Mapping[str, Any], wanted: Mapping[str, str], fixed: Iterable[str]) -> bool:
    free = set(fixed)
    return all(row[name] == wanted.get(name, TOTAL) or (name in free and name not in wanted) for name in DIMENSIONS)


def _figure(row: Mapping[str, Any], estimate: Estimate | None) -> Figure:
    dimensions = {name: row[name] for name in DIMENSIONS if row[name] != TOTAL}
    return Figure(row["unit"], dimensions, row["value"], CellStatus(row["status"]), estimate)


def _known_dimensions(release: Release, wanted: Mapping[str, str]) -> None:
    labels = release.catalogue["dimensions"]
    providers = release.region["providers"]
    for name, code in wanted.items():
        if name not in labels:
            raise UnknownNameError(Text("De uitsplitsing", "breakdown"), name, labels)
        codes = [*labels[name]["codes"], *(providers if name == "aanbieder" else ()), TOTAL]
        if code not in codes:
            raise UnknownNameError(Text(f"Voor {name}: code", f"code of {name}"), code, codes)


def _sessions(release: Release, area: Mapping[str, Any], period: str, laws: Sequence[str]) -> set[str]:
    place = area["parent"] if area["level"] in {Level.WIJK, Level.WIJK_GROUP} else area["code"]
    rows = release.lineage
    rows = rows.filter(pc.and_(pc.equal(rows["area"], place), pc.equal(rows["period"], period))).to_pylist()
    return {row["session"] for row in rows if not laws or row["wet"] in laws}
