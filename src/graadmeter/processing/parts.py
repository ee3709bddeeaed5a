"""Makes the parts of a release for those who may see more, and has each audited before anything is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.joint_readers import JointReader, municipalities_together
from graadmeter.domain.levels import Audience
from graadmeter.domain.periods import quarter
from graadmeter.domain.region import Region
from graadmeter.processing.mirrors import mirror_parts
from graadmeter.protect.audit.parts import audit_part
from graadmeter.protect.figures.parts import areas_of, own_part, reserved_by_rules, unhidden
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.release import read
from graadmeter.release.closed import Closed, Part, read_closed, write_closed
from graadmeter.store.workspace import Workspace


@dataclass(frozen=True)
class Levels:
    """The levels a region chose, and what earlier editions already told insiders."""

    workspace: Workspace
    before: Closed | None
    """The parts of the newest edition that has any."""

    @classmethod
    def of(cls, workspace: Workspace) -> "Levels":
        """What was written before is read from the folder; an edition without a release was never handed out."""
        newest_first = (read_closed(workspace.closed, name) for name in reversed(read.editions(workspace.releases)))
        return cls(workspace, next((one for one in newest_first if one is not None), None))

    @property
    def insiders(self) -> Level | None:
        """Whom the open release must hold against: once a part was handed out, its reader keeps what he knows."""
        return Level.MUNICIPALITY if self._for_municipalities else None

    @property
    def _for_municipalities(self) -> bool:
        now = any(level.audience is Audience.MUNICIPALITY for level in self.workspace.levels)
        return now or bool(self.before and self.before.years)

    @property
    def withstood(self) -> frozenset[int]:
        """The years of which the newest edition with parts had that property, and that must go on to have it."""
        return (self.before.years if self.before else frozenset()) - self.workspace.outsiders_only

    @property
    def readers(self) -> tuple[JointReader, ...]:
        """Who sees several parts together, and who ever did: what he read he goes on knowing."""
        return tuple(sorted({*self.workspace.joint_readers, *(self.before.readers if self.before else ())}))

    @property
    def together(self) -> tuple[frozenset[str], ...]:
        """The municipalities that one reader sees together."""
        return municipalities_together(self.readers) if self.insiders is not None else ()

    @property
    def joined(self) -> bool:
        """Whether there are readers of municipalities together that no earlier edition had to hold against."""
        return not set(self.together) <= set(municipalities_together(self.before.readers if self.before else ()))

    def years_of(self, protected: ProtectedRelease) -> list[int]:
        """The years in which this release holds against insiders: attacked now, or unchanged since they were."""
        told = protected.audit.get("insiders", {})
        attacked = told.get("years", []) if isinstance(told, Mapping) else []
        ledger = protected.audit.get("earlier_releases", {})
        kept = ledger.get("years_in_which_nothing_new_is_shown", []) if isinstance(ledger, Mapping) else []
        return sorted({*attacked, *(year for year in kept if year in self.withstood)})

    def write(
        self,
        edition: str,
        protected: ProtectedRelease,
        measured: pa.Table,
        indicators: Mapping[str, Indicator],
        region: Region,
    ) -> Path | None:
        """The folder with all parts of this edition; None when there is nothing to tell anybody.

        Raises DisclosureError when a part holds what is not its reader's, or tells of somebody else.
        """
        if not self.workspace.levels and self.insiders is None:
            return None
        years = self.years_of(protected)
        parts = [
            *self._parts(protected.cells, measured, indicators, region, years),
            *mirror_parts(
                self.workspace, indicators, protected.cells, measured=measured, edition=edition, readers=self.readers
            ),
        ]
        return write_closed(
            self.workspace.closed, edition, parts, cells=protected.cells, years=years, readers=self.readers
        )

    def _parts(
        self,
        cells: pa.Table,
        measured: pa.Table,
        indicators: Mapping[str, Indicator],
        region: Region,
        years: Sequence[int],
    ) -> Iterator[Part]:
        """Those of municipalities and of the region."""
        wanted = [level for level in self.workspace.levels if level.audience in _AREAS]
        if not wanted:
            return
        every = unhidden(measured, indicators, region)
        all_years = sorted({int(code[:4]) for code in measured["period"].unique().to_pylist()})
        last = quarter(region.last_quarter).last_day
        for level in wanted:
            reserved = reserved_by_rules(indicators, self.workspace.policies, level.id, last)
            own_years = years if level.audience is Audience.MUNICIPALITY else all_years
            for area in region.of_level(_AREAS[level.audience]):
                codes = areas_of(region.areas, area.code, area.level)
                table = own_part(every, cells, codes, own_years, reserved=reserved)
                report = audit_part(table, cells, measured, areas=codes, attacked=own_years, reserved=reserved)
                report.require_passed(f"{level.audience.value}/{area.code}")
                yield Part(level, area.code, area.name, table, report.as_json())


_AREAS = {Audience.MUNICIPALITY: Level.MUNICIPALITY, Audience.REGION: Level.REGION}
