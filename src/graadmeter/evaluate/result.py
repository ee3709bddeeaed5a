"""One row of results: the effect, the naive sum and the controlled saving of one kind in one year, or why not."""

import numpy as np

from graadmeter.domain.interventions import Evidence, Reason
from graadmeter.domain.periods import Period
from graadmeter.evaluate import savings
from graadmeter.evaluate.arm import Arm
from graadmeter.evaluate.rounding import rate, thousands, whole
from graadmeter.evaluate.shown import Shown

HORIZON = 1
"""Years of claims that count: those of the year in which a trajectory begins."""


def result(arm: Arm, found: Shown, year: int, seed: int) -> dict[str, object]:
    """The row of INTERVENTIONS of this year."""
    told: dict[str, object] = {
        "soort": arm.kind,
        "area": arm.region.code,
        "period": Period(year * 4, year * 4 + 3).code,
        "period_type": "jaar",
    }
    exposure = arm.exposure(found, year)
    return (
        told
        | arm.plan.told()
        | _effect(arm, exposure, arm.reason(year, exposure))
        | _naive(arm, found, year)
        | _saving(arm, found, year, exposure, np.random.default_rng([seed, year]))
    )


def _effect(arm: Arm, exposure: float, reason: Reason) -> dict[str, object]:
    if arm.effect is None or reason is not Reason.GIVEN:
        return {"effect_reason": reason.value}
    of, (low, high) = arm.effect, arm.effect.narrow
    return {
        "effect_reason": reason.value,
        "detectable": rate(of.detectable),
        "effect_gp": rate(of.gp.effect),
        "effect_others": rate(of.every.effect - of.gp.effect),
        "effect": rate(of.every.effect),
        "low_95": rate(of.wide[0]),
        "high_95": rate(of.wide[1]),
        "low_80": rate(low),
        "high_80": rate(high),
        "second": rate(of.second),
        "verdict": of.verdict.word.nl,
        "evidence": Evidence.MEDIUM.value,
        "fewer": whole(-of.every.effect * exposure),
        "fewer_low": whole(-high * exposure),
        "fewer_high": whole(-low * exposure),
    }


def _naive(arm: Arm, found: Shown, year: int) -> dict[str, object]:
    area = arm.region.code
    fewer, price = savings.not_referred(found, area, year), savings.price(found, area, year)
    if not arm.alone:
        return {"naive_reason": Reason.SEVERAL_KINDS.value}
    if fewer is None or price is None:
        return {"naive_reason": (Reason.NO_REACH if fewer is None else Reason.NO_PRICE).value}
    told, paid = savings.Naive(fewer, price), savings.cost(found, area, year)
    return {
        "naive_reason": Reason.GIVEN.value,
        "naive_fewer": whole(told.fewer),
        "price": whole(told.price),
        "naive_avoided": thousands(told.avoided),
        "naive_saving": None if paid is None else thousands(told.avoided - paid),
        "naive_evidence": Evidence.LOW.value,
    }


def _saving(arm: Arm, found: Shown, year: int, exposure: float, random: np.random.Generator) -> dict[str, object]:
    reason = arm.reason(year, exposure)
    if arm.effect is None or reason is not Reason.GIVEN:
        return {"saving_reason": (reason if arm.effect else Reason.NO_EFFECT).value}
    prices = savings.price_draws(found, (*arm.plan.units, *arm.plan.left_out), year, random)
    paid = savings.cost(found, arm.region.code, year)
    if not arm.alone or prices is None or paid is None:
        why = Reason.SEVERAL_KINDS if not arm.alone else Reason.NO_PRICE if prices is None else Reason.NO_COST
        return {"saving_reason": why.value}
    told = savings.saving(arm.effect.draws(random, savings.DRAWS), exposure, prices, paid)
    return {
        "saving_reason": Reason.GIVEN.value,
        "cost": thousands(paid),
        "saving": thousands(told.median),
        "saving_low": thousands(told.low),
        "saving_high": thousands(told.high),
        "chance": whole(100 * told.chance),
        "break_even": rate(told.break_even),
        "horizon": HORIZON,
    }
