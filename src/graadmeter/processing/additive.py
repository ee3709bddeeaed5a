"""The figures of a run that method `afronden` rounds: made and audited apart from all others, then put beside these."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from graadmeter.domain.cells import KEY_COLUMNS
from graadmeter.domain.status import Protection
from graadmeter.protect.arrays import Bools
from graadmeter.protect.audit.additive import require_additive
from graadmeter.protect.audit.rounded_words import WorkedOutError
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.apart import additive_indicators, earlier_of_rest, require_apart, rounded_rows
from graadmeter.protect.figures.rounding import rounded_figures
from graadmeter.protect.outcome import ProtectedRelease, together
from graadmeter.protect.request import Request

_DRAWS = 8
"""How many times other figures are drawn when a reader could work out a small count: chance decides whether one can."""


@dataclass(frozen=True)
class Additive:
    """The rounded rows, none of which are left to the rest of protection."""

    chosen: frozenset[str]
    """The indicators that are rounded."""
    apart: Bools
    """Which measured rows are."""
    measured: pa.Table
    """Those rows."""
    cells: pa.Table
    """The same as they are published."""
    report: Mapping[str, object]

    @classmethod
    def of(cls, request: Request, *, secret: bytes) -> "Additive":
        """Rounds with the `secret` what policies want rounded, and audits it: from outside and from its insiders.

        Raises CatalogueError when that hangs together with what is protected otherwise, DisclosureError when no
        rounding was found or none of some draws passed the audit.
        """
        measured, indicators = request.measured, request.indicators
        chosen = additive_indicators(indicators, request.policies)
        if not chosen:
            none = measured.slice(0, 0)
            return cls(chosen, np.zeros(measured.num_rows, dtype=np.bool_), none, none, {})
        require_apart(measured, indicators, chosen, request.region)
        apart = rounded_rows(measured, indicators, chosen)
        rows = measured.filter(pa.array(apart))
        own = replace(request, measured=rows)
        cells, report = _drawn(own, secret)
        return cls(chosen, apart, rows, cells, report)

    def rest_of(self, measured: pa.Table) -> pa.Table:
        """The rows that are protected otherwise."""
        return measured.filter(pa.array(~self.apart)) if self.chosen else measured

    def before_of_rest(self, earlier: Sequence[Earlier]) -> list[Earlier]:
        """What earlier releases showed of those."""
        return earlier_of_rest(earlier, self.measured) if self.chosen else list(earlier)

    def beside(self, rest: ProtectedRelease) -> ProtectedRelease:
        """All figures, in the order of the measured rows."""
        if not self.chosen:
            return rest
        open_ = pa.repeat(pa.scalar(Protection.OPEN.value), self.cells.num_rows)
        why = self.measured.select(list(KEY_COLUMNS)).append_column("protection", open_)
        return replace(
            rest,
            cells=together(rest.cells, self.cells, self.apart),
            audit={**rest.audit, **self._inside(rest.audit), "rounded_additively": dict(self.report)},
            reasons=together(rest.reasons, why, self.apart),
        )

    def _inside(self, audit: Mapping[str, object]) -> dict[str, object]:
        """The years that hold against insiders where nothing but rounded figures is published: those of these."""
        if self.apart.all() and "years_attacked_from_inside" in self.report and "insiders" not in audit:
            return {"insiders": {"years": self.report["years_attacked_from_inside"]}}
        return {}


def _drawn(request: Request, secret: bytes) -> tuple[pa.Table, dict[str, object]]:
    """The figures of the first draw from which nothing can be worked out, and what the audit said of them."""
    for draw in range(_DRAWS - 1):
        cells = rounded_figures(request, secret=secret, draw=draw)
        try:
            return cells, {**require_additive(cells, request, advice=False), "draw": draw + 1}
        except WorkedOutError:
            continue
    cells = rounded_figures(request, secret=secret, draw=_DRAWS - 1)
    return cells, {**require_additive(cells, request), "draw": _DRAWS}
