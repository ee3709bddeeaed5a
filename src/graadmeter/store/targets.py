"""`streefwaarden.csv` of a workspace: the targets that the region or its municipalities decided on; read strictly."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.bsn import eleven_test
from graadmeter.domain.errors import UnknownNameError, UnknownPeriodError
from graadmeter.domain.indicators import Indicator, Unit
from graadmeter.domain.periods import Period, parse_period
from graadmeter.domain.targets import Bound, Target
from graadmeter.domain.text import Text
from graadmeter.store.csv_tables import WrongRowError, rows_in

TARGETS = "streefwaarden.csv"
TARGET_COLUMNS = (*("cijfer", "eenheid", "gebied", "grens", "waarde", "periode", "besloten_door", "bron", "bron_en"),)
MOST = 300
"""Characters of who decided and of a source."""
_WHOLE = 100.0
"""No share in per cent is larger."""


def target_files(root: Path) -> list[Path]:
    """The file, when the region has one."""
    return [path for path in (root / TARGETS,) if path.exists()]


def read_targets(root: Path, areas: Sequence[Area]) -> tuple[Target, ...]:
    """The targets in the order of the file, none without one; `areas` are the region and its municipalities.

    Raises WorkspaceError that names the line, what is wrong in it and, of a name that does not exist, the nearest ones.
    """
    return _read(root, lambda row, seen: _target(row, areas, seen))


def require_known(root: Path, areas: Sequence[Area], indicators: Mapping[str, Indicator]) -> None:
    """Raises WorkspaceError, naming the line, for a target of an indicator, unit or level without figures."""
    levels = {area.code: area.level for area in areas}
    _read(root, lambda row, seen: _known(_target(row, areas, seen), levels, indicators))


def _read(root: Path, make: Callable[[dict[str, str], set[tuple[str, ...]]], Target]) -> tuple[Target, ...]:
    seen: set[tuple[str, ...]] = set()
    found = (rows_in(path, TARGET_COLUMNS, lambda row: make(row, seen)) for path in target_files(root))
    return tuple(one for rows in found for one in rows)


def _target(row: dict[str, str], areas: Sequence[Area], seen: set[tuple[str, ...]]) -> Target:
    if None in row or None in row.values():
        n = len(TARGET_COLUMNS)
        raise WrongRowError(
            Text(f"moet {n} waarden hebben, met komma's ertussen", f"must have {n} values, with commas between")
        )
    told = {name: " ".join(value.split()) for name, value in row.items()}
    unit = Unit(_one_of(told, "eenheid", [unit.value for unit in Unit]))
    area = _one_of(told, "gebied", [area.code for area in areas]) if told["gebied"] else ""
    target = Target(
        indicator=_words(told, "cijfer"),
        unit=unit,
        area=area,
        bound=Bound(_one_of(told, "grens", [bound.value for bound in Bound])),
        value=_value(told["waarde"], unit),
        period=_period(told["periode"]),
        decided_by=_words(told, "besloten_door"),
        source=Text(_words(told, "bron"), _words(told, "bron_en") if told["bron_en"] else _words(told, "bron")),
    )
    key = (*target.about, target.area)
    if key in seen:
        raise WrongRowError(
            Text(
                "staat er al: van elk cijfer, gebied en periode één streefwaarde; haal er een weg",
                "is there already: one target of each indicator, area and period; take one out",
            )
        )
    seen.add(key)
    return target


def _known(target: Target, levels: Mapping[str, Level], indicators: Mapping[str, Indicator]) -> Target:
    name = _one_of({"cijfer": target.indicator}, "cijfer", list(indicators))
    indicator = indicators[name]
    _one_of({"eenheid": target.unit.value}, "eenheid", [one.unit.value for one in indicator.measures if one.total])
    if target.area and levels[target.area] not in indicator.levels:
        level = levels[target.area].value
        raise WrongRowError(
            Text(
                f"gaat over een {level}, en '{name}' wordt daarvoor niet geteld; kies een ander gebied",
                f"is about a {level}, and '{name}' is not counted for one; choose another area",
            )
        )
    return target


def _one_of(told: Mapping[str, str], column: str, known: Iterable[str]) -> str:
    """The value of a column that must be one of those known; raises WrongRowError with the nearest, or all of a few."""
    value, names = told[column], list(dict.fromkeys(known))
    if value in names:
        return value
    said = UnknownNameError(Text(column, column), value, names).text
    if len(names) <= len(Unit):
        what = Text(f"Kies uit: {', '.join(names)}", f"Choose from: {', '.join(names)}")
    else:
        what = Text("Alle namen geeft: graadmeter indicators", "For all names: graadmeter indicators")
    raise WrongRowError(Text(f"{said.nl} {what.nl}", f"{said.en} {what.en}"))


def _words(told: Mapping[str, str], column: str) -> str:
    text = told[column]
    if not text:
        raise WrongRowError(Text(f"'{column}' is leeg; vul het in", f"'{column}' is empty; fill it in"))
    if len(text) > MOST:
        raise WrongRowError(
            Text(f"'{column}' is langer dan {MOST} tekens", f"'{column}' is longer than {MOST} characters")
        )
    if any(eleven_test(digits) for digits in re.findall(r"\d{9}", text)):
        raise WrongRowError(Text(f"in '{column}' staat een BSN; haal het weg", f"'{column}' holds a BSN; take it out"))
    return text


def _value(written: str, unit: Unit) -> float:
    """A number with a point or a comma; raises WrongRowError for anything else, and for a share above the whole."""
    try:
        value = float(written.replace(",", "."))
    except ValueError:
        value = math.nan
    if not re.fullmatch(r"\d+([.,]\d+)?", written) or (unit is Unit.PERCENT and value > _WHOLE):
        raise WrongRowError(
            Text(
                "'waarde' moet een getal zijn, zoals 8.5 (van procent hoogstens 100)",
                "'waarde' must be a number, such as 8.5 (of procent at most 100)",
            )
        )
    return value


def _period(written: str) -> Period:
    """A year or a period code; raises WrongRowError for anything else."""
    try:
        return parse_period(f"{written}JJ00" if re.fullmatch(r"\d{4}", written) else written)
    except UnknownPeriodError as error:
        raise WrongRowError(
            Text(
                "'periode' moet een jaar zijn (2027), of een periode als 2027KW04",
                "'periode' must be a year (2027), or a period such as 2027KW04",
            )
        ) from error
