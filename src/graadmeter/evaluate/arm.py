"""One kind of intervention in a region: who takes part, what it changed, and how many youths it concerned."""

from dataclasses import dataclass

from graadmeter.domain.interventions import Reason
from graadmeter.domain.region import Region
from graadmeter.evaluate.design import Design
from graadmeter.evaluate.effect import Effect
from graadmeter.evaluate.shown import Shown


@dataclass(frozen=True, slots=True)
class Arm:
    """One kind of intervention in a region, with what it changed where that could be estimated."""

    kind: str
    region: Region
    plan: Design
    effect: Effect | None
    alone: bool
    """Whether it is the only kind, so that reach and costs of interventions are its own."""

    def reason(self, year: int, exposure: float) -> Reason:
        """Why there is no effect of the year; GIVEN when there is."""
        if self.effect is None:
            return self.plan.refused
        whole_year = year * 4 + 3 <= int(self.plan.quarters[-1])
        return Reason.GIVEN if whole_year and exposure else Reason.INCOMPLETE_YEAR

    def exposure(self, found: Shown, year: int) -> float:
        """Thousands of youths times quarters with the intervention in the year."""
        panel = set(self.plan.quarters.tolist())
        return sum(
            found.youths[unit, year] / 1_000
            for unit, start in self.plan.treated.items()
            for at in range(year * 4, year * 4 + 4)
            if at in panel and at >= start
        )
