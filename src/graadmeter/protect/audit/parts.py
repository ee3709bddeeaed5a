"""The audit of a part for those who may see more: is everything in it the reader's own, and is it safe to tell him?

It knows nothing of how parts are made. What a municipality can put together from its part, the open release and its
own records is attacked with the release itself (`holders.py`); here the part is held against that.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS, KEY_COLUMNS
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text

_ROUNDING = 1e-9
_MOST_NAMED = 3
_INDICATOR, _UNIT, _AREA, _PERIOD = (KEY_COLUMNS.index(name) for name in ("indicator", "unit", "area", "period"))
_OF_OTHERS = Text("dit is een cijfer van een ander", "this is somebody else's figure")
_NOT_MEASURED = Text("dit cijfer is niet gemeten", "this figure was not measured")
_NOT_ATTACKED = Text("dit jaar is niet van binnenuit aangevallen", "this year was not attacked from inside")
_RESERVED = Text("een regel houdt dit van dit niveau weg", "a rule keeps this from this level")
_NOT_THE_FIGURE = Text("dit is niet het gemeten cijfer", "this is not the measured figure")


@dataclass(frozen=True)
class PartReport:
    """What the audit of one part found."""

    figures: int
    more: int
    """Figures that the open release does not show."""
    problems: tuple[Text, ...]

    def require_passed(self, name: str) -> None:
        """Raises DisclosureError when something is wrong with the part called `name`."""
        if self.problems:
            nl = "; ".join(text.nl for text in self.problems[:_MOST_NAMED])
            en = "; ".join(text.en for text in self.problems[:_MOST_NAMED])
            raise DisclosureError(
                Text(f"Er wordt niets gepubliceerd: deel {name}: {nl}.", f"Nothing is published: part {name}: {en}.")
            )

    def as_json(self) -> dict[str, object]:
        """The report as JSON values."""
        return {
            "question": "Does this part tell anything that is not the reader's own, or that gives others away?",
            "verdict": "failed" if self.problems else "passed",
            "figures": self.figures,
            "not_in_the_open_release": self.more,
        }


def audit_part(
    part: pa.Table,
    open_cells: pa.Table,
    measured: pa.Table,
    *,
    areas: Collection[str],
    attacked: Collection[int],
    reserved: Collection[str] = (),
) -> PartReport:
    """Holds a part (PUBLISHED) against the release, the measured cells and what its reader may see.

    `areas` are the reader's own; `attacked` the years in which the release was attacked by somebody who knows all
    figures of these areas and nothing of others came out: only of these may a part tell more than the release. Of the
    indicators `reserved` by a rule it may not at all.
    """
    there = pc.unique(part["area"])
    shown, counted = (dict(_figures(table.filter(pc.is_in(table["area"], there)))) for table in (open_cells, measured))
    own, years = set(areas), {str(year) for year in attacked}
    found: list[Text] = []
    more = 0
    for key, value in _figures(part):
        wrong = None
        if key[_AREA] not in own:
            wrong = _OF_OTHERS
        elif key not in counted:
            wrong = _NOT_MEASURED
        elif value is not None and value != shown.get(key):
            more += 1
            wrong = _unlike(key, value, counted[key])
            wrong = _NOT_ATTACKED if key[_PERIOD][:4] not in years else wrong
            wrong = _RESERVED if key[_INDICATOR] in reserved else wrong
        if wrong is not None:
            found.append(_at(key, wrong))
    return PartReport(part.num_rows, more, tuple(found))


def _unlike(key: tuple[str, ...], value: float, exact: float | None) -> Text | None:
    """The complaint when a figure is not the measured one, but for the decimals of its unit."""
    half = 0.5 * 10.0 ** -Unit(key[_UNIT]).decimals
    return _NOT_THE_FIGURE if exact is None or abs(value - exact) > half + _ROUNDING else None


def _figures(cells: pa.Table) -> Iterator[tuple[tuple[str, ...], float | None]]:
    keys = zip(*(cells[name].to_pylist() for name in KEY_COLUMNS), strict=True)
    return zip(keys, cells["value"].to_pylist(), strict=True)


def _at(key: tuple[str, ...], what: Text) -> Text:
    row = dict(zip(KEY_COLUMNS, key, strict=True))
    broken = [f"{name} {row[name]}" for name in DIMENSIONS if row[name] != "total"]
    where = " ".join([row["indicator"], row["unit"], *broken, row["area"], row["period"]])
    return Text(f"{where}: {what.nl}", f"{where}: {what.en}")
