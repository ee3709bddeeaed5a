"""One year of figures under several rules that was never published: the most of it that is proven to be safe."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import Unit
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.domain.rule_figures import Part
from graadmeter.domain.rule_paths import RulePath
from graadmeter.domain.status import CellStatus
from graadmeter.protect.audit.examine import Findings
from graadmeter.protect.by_rule.attack import attack
from graadmeter.protect.by_rule.links import HELP, Links, Node
from graadmeter.protect.by_rule.sheet import Counted, Key, parts_of, sheet_of
from graadmeter.protect.by_rule.system import system_of
from graadmeter.protect.search.moves import Move
from graadmeter.protect.search.suppress import suppress

Row = Mapping[str, Any]

_ALL, _REGION, NOTHING = "region and municipalities", "region", "nothing"


@dataclass(frozen=True)
class Year:
    """One year that was never published before."""

    year: int
    ways: tuple[RulePath, ...]
    counted: Mapping[tuple[str, str, int], Row]
    """Rows of RULE_COUNTS by (area, end, place)."""
    links: Links
    policy: Policy
    region: Region
    edition: str

    def protected(self) -> tuple[list[Row], dict[str, object]]:
        """The rows of RULES, and what to report; the most that is proven to be safe."""
        towns = [area.code for area in self.region.of_level(Level.MUNICIPALITY)]
        why: list[str] = []
        for areas, name in (((self.region.code, *towns), _ALL), ((self.region.code,), _REGION)):
            shown = self._shown(areas)
            if shown is None:
                why.append(f"{name}: the release has a figure of youth help that is hidden or not final")
                continue
            for zeros in (False, True):
                rows, told = self._attempt(Counted(self.year, self.ways, self.counted, shown), zeros=zeros)
                if not isinstance(told, str):
                    return rows, {"shown": name, "why": why, **_told(rows, told)}
                why.append(f"{name}{', zeros hidden' * zeros}: {told}")
        return [], {"shown": NOTHING, "why": why}

    def _shown(self, areas: Sequence[str]) -> dict[str, dict[Node, int]] | None:
        """What the release shows of these areas; None when it hides something of it or has nothing."""
        found: dict[str, dict[Node, int]] = {}
        for area in areas:
            figures = self.links.of(area, self.year)
            known = {node: value for node, value in figures.items() if value is not None}
            if len(known) < len(figures) or (HELP, self.ways[0].start.switches) not in known:
                return None
            found[area] = known
        return found

    def _attempt(self, known: Counted, *, zeros: bool) -> tuple[list[Row], Findings | str]:
        """Rows that were attacked in vain and how; or no rows and why not."""
        try:
            sheet = sheet_of(known)
        except ValueError as error:
            return [], str(error)
        system, keys = system_of(sheet, self.policy, zeros=zeros)
        found = suppress(system)
        if len(found.exposed):
            return [], "a small count cannot be hidden, whatever else is"
        number = {
            key: value
            for key, value, out in zip(keys, system.value.tolist(), found.hidden.tolist(), strict=True)
            if not out
        }
        rows = list(self._rows(number))
        findings = attack(rows, known, self.policy, [_claim(move, keys) for move in found.moves])
        if isinstance(findings, str):
            return [], findings
        return (rows, findings) if findings.passed else ([], f"worked out: {findings.leaks[0].name}")

    def _rows(self, shown: Mapping[Key, int]) -> Iterator[Row]:
        """The rows of RULES of the year with the numbers that are not hidden; of areas that are left out all is."""
        known = {area.code: area for area in self.region.areas}
        for (area, end, place), row in sorted(self.counted.items()):
            way = next(way for way in self.ways if way.end.id == end)
            for part, key in _parts(way, area, place):
                value = shown.get(key)
                small = value is not None and self._least < value < self.policy.threshold
                yield self._row(row, known[area], part, None if small else value)

    @property
    def _least(self) -> int:
        """Above this, counts below the threshold are not printed even where they follow from others that are."""
        return 0 if self.policy.zeros_shown else -1

    def _row(self, row: Row, area: Area, part: Part, value: int | None) -> Row:
        status = CellStatus.SUPPRESSED if value is None else CellStatus.VALUE if value else CellStatus.ZERO
        names = ("area", "year", "start", "end", "place", "cause", "period")
        return {
            "indicator": HELP,
            "unit": Unit.PERSONS.value,
            "level": area.level.value,
            "area_vintage": area.vintage,
            **{name: row[name] for name in names},
            "part": part.value,
            "inhabitants": row["inhabitants"] or None if part is Part.FIGURE else None,
            "value": value,
            "status": status.value,
            "since": self.edition,
        }


def _parts(way: RulePath, area: str, place: int) -> Iterator[tuple[Part, Key]]:
    """The parts at a place of a way, and what the number of each is called."""
    if place == 0:
        yield Part.FIGURE, (Part.FIGURE, area, (HELP, way.start.switches))
        return
    step = way.steps[place - 1]
    yield Part.FIGURE, (Part.FIGURE, area, (HELP, step.after))
    for part in parts_of(step):
        yield part, (part, area, step)


def _claim(move: Move, keys: Sequence[Key]) -> tuple[dict[tuple[Any, ...], int], int]:
    """A table that the engine says fits, in the names of the attack."""
    pairs = zip(move.cell.tolist(), move.step.tolist(), strict=True)
    return {_name(keys[cell]): step for cell, step in pairs}, move.parts


def _name(key: Key) -> tuple[Any, ...]:
    """What the attack calls a number."""
    kind, area, what, *_ = key
    if kind == Part.FIGURE:
        return ("figure", area, *what)
    if kind in {Part.ENTERED, Part.LEFT}:
        return (kind.value, area, what.before, what.after)
    return key


def _told(rows: Sequence[Row], findings: Findings) -> dict[str, object]:
    hidden = sum(row["status"] == CellStatus.SUPPRESSED for row in rows)
    return {
        "numbers": len(rows),
        "hidden": hidden,
        "attacked": findings.questions,
        "safe_in_whole_numbers": findings.whole,
        "leaks": len(findings.leaks),
    }
