"""Figures under several rules: what is shown, what is hidden for what, and that nothing can be worked out."""

from dataclasses import replace
from datetime import date
from itertools import product

import numpy as np
import pyarrow as pa
import pytest
from tests.support.ruled import REGION, TOWNS, WAYS, YEAR, Group, counted, released

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.areas import Level
from graadmeter.domain.counting_rules import Cause
from graadmeter.domain.disclosure_rules import Rule, RuleKind
from graadmeter.domain.rule_paths import settings_of
from graadmeter.protect.by_rule.attack import attack
from graadmeter.protect.by_rule.links import HELP, links
from graadmeter.protect.by_rule.run import protect_rules
from graadmeter.protect.by_rule.sheet import Counted, sheet_of
from graadmeter.protect.by_rule.system import system_of

GROUPS = [
    *(Group(size, town) for size, town in zip((300, 200, 120), TOWNS, strict=True)),
    *(Group(size, town, quarters=(3,)) for size, town in zip((60, 45, 30), TOWNS, strict=True)),
    *(Group(size, town, quarters=(1,)) for size, town in zip((80, 70, 41), TOWNS, strict=True)),
    *(Group(size, town, minor=False) for size, town in zip((3, 14, 22), TOWNS, strict=True)),
    *(Group(size, town, in_kind=False) for size, town in zip((18, 4, 31), TOWNS, strict=True)),
    Group(12, TOWNS[0], home=TOWNS[1]),
    Group(2, TOWNS[1], home="GM9999"),
    Group(11, TOWNS[2], closed=True),
]
OURS = {"jeugdhulp": indicators()["jeugdhulp"]}
POLICIES = policies()
POLICY = POLICIES[OURS["jeugdhulp"].policy]


def protected(groups=GROUPS, told=None, **more):
    given = {"indicators": OURS, "policies": POLICIES, "edition": "first", **more}
    return protect_rules(counted(groups), {YEAR: WAYS}, released(groups, told), REGION, **given)


def by_place(table):
    return {(row["area"], row["end"], row["place"], row["part"]): row for row in table.to_pylist()}


def truth(areas, groups=GROUPS):
    rows = {(row["area"], row["end"], row["place"]): row for row in counted(groups).to_pylist()}
    found = links(released(groups), OURS)
    return Counted(YEAR, WAYS, rows, {area: found.of(area, YEAR) for area in areas})


def test_no_small_number_is_shown_and_what_is_shown_is_what_was_counted() -> None:
    found = protected()
    assert found.report[str(YEAR)]["shown"] == "region and municipalities"
    assert found.report[str(YEAR)]["leaks"] == 0
    whole = {(row["area"], row["end"], row["place"]): row for row in counted(GROUPS).to_pylist()}
    rows = by_place(found.table)
    for (area, end, place, part), row in rows.items():
        number = whole[area, end, place][part]
        assert row["value"] in {None, number}
        assert row["inhabitants"] == (5000 if part == "figure" else None)
        assert row["value"] is not None or row["status"] == "suppressed"
        assert row["value"] is None or not 0 < row["value"] < POLICY.threshold
    assert rows[REGION.code, "cbs", 1, "entered"]["value"] == 39
    assert rows[TOWNS[0], "cbs", 1, "entered"]["status"] == "suppressed"
    assert rows[TOWNS[0], "cbs", 1, "figure"]["status"] == "suppressed"
    assert all(rows[area, "cbs", 0, "figure"]["value"] for area in (REGION.code, *TOWNS))
    ages = [way for way in WAYS if way.steps[0].cause is Cause.AGE]
    assert (TOWNS[0], ages[0].end.id, 1, "left") not in rows


def test_the_attack_notices_when_a_hidden_number_is_shown_after_all() -> None:
    rows = protected().table.to_pylist()
    known = truth((REGION.code, *TOWNS))
    assert attack(rows, known, POLICY).passed
    noticed = 0
    hidden = [at for at, row in enumerate(rows) if row["value"] is None]
    for at in hidden:
        row = rows[at]
        number = known.rows[row["area"], row["end"], row["place"]][row["part"]]
        found = attack([*rows[:at], {**row, "value": number}, *rows[at + 1 :]], known, POLICY)
        noticed += isinstance(found, str) or not found.passed
    assert noticed > 0.9 * len(hidden)


def test_a_wrong_number_and_a_gap_of_a_few_persons_are_plain_mistakes() -> None:
    rows = protected().table.to_pylist()
    known = truth((REGION.code, *TOWNS))
    first = next(at for at, row in enumerate(rows) if row["value"])
    wrong = [*rows[:first], {**rows[first], "value": rows[first]["value"] + 1}, *rows[first + 1 :]]
    assert "not the number that was counted" in attack(wrong, known, POLICY)
    figure = (TOWNS[0], "cbs", 1, "figure")
    with_figure = [
        {**row, "value": 315 + 18} if (row["area"], row["end"], row["place"], row["part"]) == figure else row
        for row in rows
    ]
    assert "differ by a small count" in attack(with_figure, known, POLICY)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ({(TOWNS[1], f"{YEAR}JJ00"): "suppressed"}, "region"),
        ({(TOWNS[1], f"{YEAR}HJ02"): "carried"}, "region"),
        ({(REGION.code, f"{YEAR}KW04"): "suppressed"}, "nothing"),
        ({(REGION.code, f"{YEAR}JJ00"): "provisional"}, "nothing"),
    ],
)
def test_what_the_release_hides_keeps_its_area_out(told, shown) -> None:
    found = protected(told=told)
    assert found.report[str(YEAR)]["shown"] == shown
    rows = by_place(found.table)
    assert bool(rows) == (shown == "region")
    assert all(row["status"] == "suppressed" for key, row in rows.items() if key[0] in TOWNS)


def test_a_release_that_counts_otherwise_or_not_at_all_has_no_such_figures() -> None:
    more = [*GROUPS, Group(20, TOWNS[0])]
    found = protect_rules(
        counted(more), {YEAR: WAYS}, released(GROUPS), REGION, indicators=OURS, policies=POLICIES, edition="first"
    )
    assert found.table.num_rows == 0
    assert all("another number than was counted" in why for why in found.report[str(YEAR)]["why"])
    assert protected(indicators={}).report[str(YEAR)]["shown"] == "nothing"


def test_a_year_that_was_published_stays_as_it_was() -> None:
    first = protected().table
    same = protected(before=first, edition="second")
    assert same.table.equals(first)
    assert same.report[str(YEAR)] == {"shown": "as before", "since": "first", "changed_since": False}
    later = protected([*GROUPS, Group(40, TOWNS[0], quarters=(3,))], before=first, edition="second")
    assert later.report[str(YEAR)]["changed_since"]
    rows, before = by_place(later.table), by_place(first)
    assert {key: row["value"] for key, row in rows.items()} == {key: row["value"] for key, row in before.items()}
    assert {row["status"] for row in rows.values()} == {"suppressed", "carried"}
    strict = {name: replace(one, threshold=500) for name, one in POLICIES.items()}
    assert protected(before=first, policies=strict).table.num_rows == 0


def test_a_rule_of_the_policy_and_hidden_zeros_count_too() -> None:
    rule = Rule(RuleKind.THRESHOLD, "test", date(2019, 1, 1), numbers={"threshold": 40}, indicators=("jeugdhulp",))
    strict = {name: replace(one, rules=(rule,), zeros_shown=False) for name, one in POLICIES.items()}
    found = protected(policies=strict)
    assert found.report[str(YEAR)]["leaks"] == 0
    values = {row["value"] for row in found.table.to_pylist()} - {None}
    assert min(values) >= 40
    assert by_place(found.table)[REGION.code, "cbs", 4, "figure"]["value"] == 808
    nought = {**by_place(found.table)[TOWNS[0], "cbs", 4, "left"], "value": 0}
    assert "a small count" in attack([nought], truth((REGION.code, *TOWNS)), replace(POLICY, zeros_shown=False))
    other = {name: replace(one, rules=(replace(rule, indicators=("verblijf",)),)) for name, one in POLICIES.items()}
    assert protected(policies=other).table.equals(protected().table)


@pytest.mark.parametrize("shown", [True, False])
def test_a_small_step_between_two_figures_of_the_release_is_not_printed(shown) -> None:
    few = [Group(size, town) for size, town in zip((300, 200, 120), TOWNS, strict=True)]
    more = zip((1, 40, POLICY.threshold), TOWNS, strict=True)
    given = {POLICY.id: replace(POLICY, zeros_shown=shown)}
    found = protected([*few, *(Group(size, town, quarters=(1,)) for size, town in more)], policies=given)
    told = found.report[str(YEAR)]
    assert told["shown"] == "region and municipalities"
    assert told["hidden"] == found.table["status"].to_pylist().count("suppressed")
    rows = by_place(found.table)
    assert rows[TOWNS[0], "bbv", 1, "entered"]["status"] == "suppressed"
    assert rows[TOWNS[0], "bbv", 1, "figure"]["value"] == 301
    assert rows[TOWNS[1], "bbv", 1, "entered"]["value"] == 40
    assert rows[TOWNS[2], "bbv", 1, "entered"]["value"] == POLICY.threshold


def on_the_way_to_cbs(figures) -> Counted:
    """What is counted of the region at each place of the way to CBS: figure, who entered, who left."""
    way = next(way for way in WAYS if way.end.id == "cbs")
    rows = {
        (REGION.code, "cbs", place): dict(zip(("figure", "entered", "left"), numbers, strict=True))
        for place, numbers in enumerate(figures)
    }
    return Counted(YEAR, (way,), rows, {REGION.code: {(HELP, way.start.switches): 98}})


def of_the_region(*cells) -> list[dict]:
    """What is shown of it: place, part and value of each."""
    return [
        {"area": REGION.code, "end": "cbs", "place": place, "part": part, "value": value}
        for place, part, value in cells
    ]


@pytest.mark.parametrize(("interval", "safe"), [(3, True), (4, False)])
def test_the_attack_knows_how_far_a_hidden_number_can_be_off(interval, safe) -> None:
    """103 less 98 and one on the way: each of the two steps adds 1 to 4, so their range is 3."""
    known = on_the_way_to_cbs(((98, 0, 0), (101, 3, 0), (103, 2, 0), (103, 0, 0), (103, 0, 0)))
    shown = of_the_region(
        *((0, "figure", 98), (1, "figure", None), (2, "figure", 103), (3, "figure", 103), (4, "figure", 103)),
        *((1, "entered", None), (2, "entered", None), (3, "left", 0), (4, "left", 0)),
    )
    found = attack(shown, known, replace(POLICY, threshold=2, interval=interval))
    assert found.passed == safe
    assert found.questions == 3
    words = [words.en for leak in found.leaks for words in leak.because]
    assert safe or any("+ [entered" in one and "- [figure" in one for one in words)


@pytest.mark.parametrize(("interval", "safe"), [(5, True), (6, False)])
def test_a_hidden_nought_leaves_one_number_more(interval, safe) -> None:
    """103 less 98 and one on the way: the one adds nobody, which is hidden too, so each adds 0 to 5."""
    known = on_the_way_to_cbs(((98, 0, 0), (98, 0, 0), (103, 5, 0), (103, 0, 0), (103, 0, 0)))
    shown = of_the_region((2, "figure", 103), (3, "figure", 103), (4, "figure", 103), (3, "left", 0), (4, "left", 0))
    assert attack(shown, known, replace(POLICY, threshold=2, interval=interval)).passed == safe


def to_the_budget(areas, more) -> Counted:
    """98 in the year, which the release shows; `more` by address than by responsibility."""
    way = next(way for way in WAYS if way.end.id == "bbv")
    assert [step.cause for step in way.steps] == [Cause.PERIOD, Cause.AREA, Cause.MERGING]
    moved = 98 + more
    counts = ((90, 0, 0), (98, 8, 0), (moved, more, 0), (moved, 0, 0))
    rows = {
        (area, "bbv", place): dict(zip(("figure", "entered", "left"), numbers, strict=True))
        for area in areas
        for place, numbers in enumerate(counts)
    }
    own = {(HELP, way.steps[0].after): 98}
    return Counted(YEAR, (way,), rows, dict.fromkeys(areas, own))


@pytest.mark.parametrize(("more", "told"), [(1, True), (POLICY.threshold - 1, True), (POLICY.threshold, False)])
def test_a_figure_that_differs_from_one_of_the_release_by_a_few_is_a_mistake(more, told) -> None:
    shown = [{"area": REGION.code, "end": "bbv", "place": 2, "part": "figure", "value": 98 + more}]
    found = attack(shown, to_the_budget((REGION.code,), more), POLICY)
    assert ("differ by a small count" in str(found)) == told


def test_the_attack_takes_municipalities_from_the_region() -> None:
    areas = (REGION.code, *TOWNS[:2])
    truth = to_the_budget(areas, 40)
    for (area, _, place), numbers in truth.rows.items():
        if area == REGION.code:
            truth.rows[area, "bbv", place] = {name: 2 * number for name, number in numbers.items()}
    region = {key: 2 * number for key, number in truth.shown[REGION.code].items()}
    truth = replace(truth, shown={**truth.shown, REGION.code: region})
    shown = [
        {"area": area, "end": "bbv", "place": place, "part": "figure", "value": numbers["figure"]}
        for (area, _, place), numbers in truth.rows.items()
        if place > 1 and area != TOWNS[1]
    ]
    found = attack(shown, truth, POLICY)
    assert any(TOWNS[1] in words.en for leak in found.leaks for words in leak.because)
    assert attack([row for row in shown if row["area"] != TOWNS[0]], truth, POLICY).passed


def test_a_figure_of_the_release_that_counts_a_few_more_persons_keeps_ours_hidden() -> None:
    wider = {**OURS, "jeugdzorg": replace(indicators()["jongeren_met_jeugdzorg"], id="jeugdzorg")}
    rows = []
    for row in released(GROUPS).to_pylist():
        how = next(switches for switches in settings_of(WAYS) if switches.period_in(YEAR).code == f"{YEAR}HJ02")
        size = sum(group.size for group in GROUPS if group.counts(how, row["area"]))
        if row["period"] == f"{YEAR}HJ02":
            rows.append(
                {**row, "indicator": "jeugdzorg", "value": float(size + (4 if row["area"] != TOWNS[2] else 40))}
            )
    cells = pa.concat_tables([released(GROUPS), pa.Table.from_pylist(rows, schema=released(GROUPS).schema)])
    found = protect_rules(
        counted(GROUPS), {YEAR: WAYS}, cells, REGION, indicators=wider, policies=POLICIES, edition="first"
    )
    assert found.report[str(YEAR)]["shown"] == "region and municipalities"
    table = by_place(found.table)
    assert table[REGION.code, "cbs", 2, "figure"]["status"] == "suppressed"
    assert by_place(protected().table)[REGION.code, "cbs", 2, "figure"]["status"] == "value"


def test_who_leaves_can_make_up_for_who_comes_without_limit() -> None:
    """From 98 some come and others leave, and 100 are left: who comes can be any number from 3 on."""
    known = on_the_way_to_cbs(((98, 0, 0), (103, 5, 0), (103, 0, 0), (100, 0, 3), (100, 0, 0)))
    shown = of_the_region(
        *((0, "figure", 98), (3, "figure", 100), (4, "figure", 100)),
        *((2, "entered", 0), (4, "left", 0)),
    )
    assert attack(shown, known, replace(POLICY, interval=50)).passed


def test_every_sum_of_the_engine_is_true_and_zeros_are_fixed_unless_they_may_be_hidden() -> None:
    settled = [group for group in GROUPS if group.home not in TOWNS]
    sheet = sheet_of(truth((REGION.code, *TOWNS), settled))
    for zeros in (False, True):
        system, keys = system_of(sheet, POLICY, zeros=zeros)
        sums = np.zeros(len(system.rows), dtype=np.int64)
        np.add.at(sums, system.rows.owner, system.rows.coef * system.value[system.rows.cell])
        assert not sums.any()
        nought = [at for at, key in enumerate(keys) if system.value[at] == 0 and not system.latent[at]]
        assert nought
        assert all(system.frozen[at] == (not zeros) for at in nought)
        lowest = {key[0]: int(system.floor[at]) for at, key in enumerate(keys) if system.latent[at]}
        assert lowest["rest"] == 0
        assert lowest["net"] < -1000
        own = ~system.latent & ~system.frozen
        assert set(system.floor[own].tolist()) == {0 if zeros else 1}


def test_what_readers_miss_most_is_hidden_last() -> None:
    """Costs by level and size; a figure weighs more than a step, that of a whole rule three times one on the way."""
    weights = POLICY.weights
    system, keys = system_of(sheet_of(truth((REGION.code, *TOWNS))), POLICY, zeros=False)
    of_rules = {way.end.switches for way in WAYS}
    for at, (kind, area, what, *_) in enumerate(keys):
        level = weights.levels[Level.REGION if area == REGION.code else Level.MUNICIPALITY]
        times = 1 if kind != "figure" else weights.total * (3 if what[1] in of_rules else 1)
        expected = 0 if kind in {"rest", "net"} else level * times * max(int(system.value[at]), 1)
        assert system.cost[at] == pytest.approx(expected), (kind, area, what)


def test_who_counts_more_persons_in_the_release_is_a_bound_too() -> None:
    more = {**OURS, "jeugd": replace(indicators()["jongeren_met_jeugdzorg"], id="jeugd")}
    kinds = {node[0] for _, _, node in links(released(GROUPS), more).shown}
    assert kinds == {HELP}
    other = released(GROUPS)
    as_care = other.set_column(0, "indicator", [["jeugd"] * other.num_rows])
    assert {node[0] for _, _, node in links(as_care, more).shown} == {"jeugdzorg"}
    assert {node[1].age.value for _, _, node in links(as_care, more).shown} == {"0-22"}


SMALL = replace(POLICY, threshold=3, interval=1)
PARTS = (("entered", 1), ("entered", 2), ("left", 3), ("left", 4))


@pytest.mark.parametrize("sizes", [(5, 1, 4, 2), (6, 2, 1, 1), (4, 5, 2, 0), (7, 0, 2, 2), (3, 1, 1, 3)], ids=str)
def test_plain_enumeration_leaves_several_values_for_every_hidden_number(sizes) -> None:
    base, young, earlier, budget = sizes
    town = TOWNS[0]
    groups = [
        Group(base, town),
        Group(young, town, minor=False),
        Group(earlier, town, quarters=(3,)),
        Group(budget, town, in_kind=False),
    ]
    hidden_town = {(TOWNS[1], f"{YEAR}KW04"): "suppressed"}
    found = protected(groups, policies={POLICY.id: SMALL}, told=hidden_town)
    shown = {
        (row["part"], row["place"]): row["value"]
        for row in found.table.to_pylist()
        if (row["area"], row["end"]) == (REGION.code, "cbs")
    }
    true = {
        row["place"]: row for row in counted(groups).to_pylist() if (row["area"], row["end"]) == (REGION.code, "cbs")
    }
    own = links(released(groups), OURS).of(REGION.code, YEAR)
    half = next(value for node, value in own.items() if node[1].period.value == "halfjaar")
    hidden = {key: true[key[1]][key[0]] for key, value in shown.items() if value is None}
    seen = {key: set() for key in hidden}
    gaps = set()
    for table in tables(true[0]["figure"], half):
        fits = all(value is None or table[key] == value for key, value in shown.items())
        if fits and all(table[key] >= min(1, *hidden.values()) for key in hidden):
            gaps.add(table["figure", 2] - half)
            for key in hidden:
                seen[key].add(table[key])
    assert seen
    assert all(len(values) > SMALL.interval and hidden[key] in values for key, values in seen.items())
    assert len(gaps) > 1 or min(gaps) == 0 or min(gaps) >= SMALL.threshold


def tables(start, half):
    """Every table of the steps to CBS in which no step moves more than 13 persons and all sums hold."""
    for came, more, less, shut in product(range(14), repeat=4):
        widest = start + came + more
        if widest >= half and widest >= less + shut:
            figures = [start, start + came, widest, widest - less, widest - less - shut]
            figure = {("figure", place): value for place, value in enumerate(figures)}
            yield figure | dict(zip(PARTS, (came, more, less, shut), strict=True))
