"""Nobody who gets help is without a trajectory: engine and audit know that persons are no more than trajectories."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tests.unit.protect.ruled import HELP, definitions, row, ruled, table, with_region
from tests.unit.protect.two_releases import region

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import AgeScope, Count, Measure, Unit
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.blocks import plan
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.grid.facts import facts_of
from graadmeter.protect.request import Request
from graadmeter.protect.rules.persons_behind import seen_before, told_by_persons
from graadmeter.protect.run import protect

TRAJECTORIES = Count(Unit.TRAJECTORIES, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR)
(_ONE,) = definitions(Measure(Unit.PERSONS, HELP, breakdowns=("hulpvorm",))).values()
(_OTHER,) = definitions(Measure(Unit.TRAJECTORIES, TRAJECTORIES, breakdowns=("hulpvorm",))).values()
INDICATORS = {"jeugdhulp": replace(_ONE, additive=("area",)), "trajecten": replace(_OTHER, id="trajecten")}
FORMS: Mapping[str, Sequence[int]] = {"02": (340, 120, 50, 33), "11": (30, 24, 15, 12), "12": (3, 15, 14, 11)}
"""Clients by form of help and municipality; of 11 and 12 each has one trajectory, but for one of 11 in the last."""
SECOND = (25, 12, 8, 4)
"""Trajectories of 02 beyond one for each client."""
CLIENTS = (350, 140, 70, 50)


def figures(left: int = 3) -> pa.Table:
    """One quarter, persons and trajectories; of 12 there are so many left in the first municipality."""
    rows, forms = [], {**FORMS, "12": (left, *FORMS["12"][1:])}
    for form, clients in {**forms, "total": CLIENTS}.items():
        for area, value in with_region(list(clients)).items():
            rows.append(row(Unit.PERSONS, area, value, hulpvorm=form))
    stays = (*forms["11"][:3], forms["11"][3] + 1)
    more = [place + second for place, second in zip(FORMS["02"], SECOND, strict=True)]
    trajectories = {
        **forms,
        "02": more,
        "11": stays,
        "total": [sum(one) for one in zip(more, stays, forms["12"], strict=True)],
    }
    for form, begun in trajectories.items():
        for area, value in with_region(list(begun)).items():
            rows.append(row(Unit.TRAJECTORIES, area, value, indicator="trajecten", hulpvorm=form))
    return table(rows)


def at_most(cells: pa.Table) -> int:
    """What an outsider takes off the total of the first municipality: trajectories where shown, else their clients."""
    shown = {(one["indicator"], one["hulpvorm"]): one["value"] for one in cells.to_pylist() if one["area"] == "GM0141"}
    least = [shown["trajecten", form] or shown["jeugdhulp", form] or 1 for form in ("02", "11")]
    total = shown["trajecten", "total"]
    return 10**6 if total is None else int(total - sum(least))


@pytest.mark.parametrize("left", [1, 3, 4])
def test_persons_do_not_tell_how_few_trajectories_are_left(left: int) -> None:
    request = Request(figures(left), INDICATORS, ruled(), region())
    safe = protect(request, processes=1)
    assert at_most(safe.cells) >= 3 + 2, "one to five must be possible"
    assert not [text for text in audit_release(safe.cells, request, claims=()).problems if "no proof" not in text.en]


def test_an_engine_that_forgets_it_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(plan, "told_by_persons", lambda facts, *_: np.zeros(facts.grid.value.shape, dtype=np.bool_))
    with pytest.raises(DisclosureError, match="no more persons than trajectories"):
        protect(Request(figures(), INDICATORS, ruled(), region()), processes=1)


def test_the_audit_finds_it_by_itself() -> None:
    """Protected one by one, persons and trajectories are safe, and together they are not."""
    cells, apart = figures(), []
    for name, one in INDICATORS.items():
        rows = cells.filter(pc.equal(cells["indicator"], name))
        apart.append((rows, protect(Request(rows, {name: one}, ruled(), region()), processes=1).cells))
    rows, told = (pa.concat_tables(tables) for tables in zip(*apart, strict=True))
    assert at_most(told) == 3, "the clients of 11 give the three of 12 away"
    found = audit_release(told, Request(rows, INDICATORS, ruled(), region()), claims=()).problems
    said = [text.en for text in found if "no more persons than trajectories" in text.en]
    assert any("hulpvorm 12 GM0141" in text for text in said), [one.en for one in found]


def test_what_an_earlier_release_showed_is_not_asked_to_be_hidden() -> None:
    """It would be told to be too small, and hide nothing any more; the next form that has room is taken instead."""
    cells = figures()
    alone = {name: one for name, one in INDICATORS.items() if name == "trajecten"}
    rows = cells.filter(pc.equal(cells["indicator"], "trajecten"))
    first = protect(Request(rows, alone, ruled(), region()), processes=1).cells
    facts = facts_of(cells, INDICATORS, region())
    policies = dict.fromkeys(INDICATORS, next(iter(ruled().values())))
    seen = seen_before(facts, cells, [Earlier("one", first)])
    asked = told_by_persons(facts, policies, np.zeros_like(seen))
    assert asked.sum() == 1
    assert not (told_by_persons(facts, policies, seen | asked) & asked).any()
    shown = {(one["area"], one["hulpvorm"]) for one in first.to_pylist() if one["value"] is not None}
    series = [place for place, one in enumerate(facts.grid.series) if one.count.of is Unit.TRAJECTORIES]
    names = {(facts.grid.areas[area].code, facts.grid.series[place].member) for place, area, _ in np.argwhere(seen)}
    assert {place for place, *_ in np.argwhere(seen).tolist()} <= set(series)
    assert names == shown
    assert seen_before(facts_of(rows, alone, region()), rows, [Earlier("one", first)]).sum() == len(shown)


def in_the_next_quarter() -> Request:
    """A release of one quarter, and then one of that and the next, in which few trajectories are left."""
    first = figures(left=15)
    second = figures().set_column(first.schema.get_field_index("period"), "period", [["2025KW02"] * first.num_rows])
    before = protect(Request(first, INDICATORS, ruled(), region()), processes=1).cells
    both = pa.concat_tables([first, second.cast(first.schema)])
    return Request(both, INDICATORS, ruled(), region(), earlier=[Earlier("one", before)])


def test_a_later_release_hides_what_is_new_for_it() -> None:
    safe = protect(in_the_next_quarter(), processes=1).cells
    assert at_most(safe.filter(pc.equal(safe["period"].cast(pa.string()), "2025KW02"))) >= 3 + 2


def test_a_later_release_that_forgets_it_is_refused(monkeypatch) -> None:
    request = in_the_next_quarter()
    monkeypatch.setattr(plan, "told_by_persons", lambda facts, *_: np.zeros(facts.grid.value.shape, dtype=np.bool_))
    with pytest.raises(DisclosureError, match="no more persons than trajectories"):
        protect(request, processes=1)
