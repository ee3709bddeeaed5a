"""Method `afronden`: small counts become 0 or the base, totals add up, and every release says the same of the same."""

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa
import pytest
from tests.unit.protect.two_releases import indicator as youth_help
from tests.unit.protect.two_releases import measured as towns
from tests.unit.protect.two_releases import region as four_towns
from tests.unit.protect.wijk_groups import WIJKEN, figure, indicators, measured, region

from graadmeter.catalogue.load_policies import policies, policy_of
from graadmeter.catalogue.units import read_yaml, unit_files
from graadmeter.domain.areas import Level
from graadmeter.domain.errors import CatalogueError, DisclosureError
from graadmeter.domain.indicators import Unit
from graadmeter.domain.policies import Method
from graadmeter.domain.text import Text
from graadmeter.processing import additive
from graadmeter.processing.additive import Additive
from graadmeter.protect.audit.additive import require_additive
from graadmeter.protect.audit.rounded_words import WorkedOutError
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.apart import additive_indicators, require_apart, require_never_otherwise
from graadmeter.protect.figures.rounding import rounded_figures
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect
from graadmeter.release import guard
from graadmeter.release.formats import parquet_bytes

POLICY = policies()["afronden-10"]
POLICIES = {**policies()}
DEFINED = indicators(policy=POLICY.id)
SECRET = bytes(range(32))
QUARTERS = ("2025KW01", "2025KW02", "2025KW03", "2025KW04")


def released(counts: pa.Table, *before: pa.Table, secret: bytes = SECRET) -> pa.Table:
    """The cells as they are published after releases that published `before`, audited."""
    earlier = [Earlier(f"uitgave-{number}", cells) for number, cells in enumerate(before)]
    return Additive.of(Request(counts, DEFINED, POLICIES, region(), earlier=earlier), secret=secret).cells


def audited(cells: pa.Table, counts: pa.Table, *before: pa.Table) -> dict[str, object]:
    earlier = [Earlier(f"uitgave-{number}", one) for number, one in enumerate(before)]
    return require_additive(cells, Request(counts, DEFINED, POLICIES, region(), earlier=earlier))


def changed(cells: pa.Table, *, form: str = "total", unit: str = "personen", **values: float) -> pa.Table:
    """The cells with other figures, by area."""
    rows = cells.to_pylist()
    for row in rows:
        if row["area"] in values and (row["unit"], row["hulpvorm"]) == (unit, form):
            row["value"] = values[row["area"]]
    return pa.Table.from_pylist(rows, schema=cells.schema)


@pytest.fixture(scope="module")
def cells() -> pa.Table:
    return released(measured())


def test_small_counts_become_nothing_or_the_base_and_totals_add_up(cells: pa.Table) -> None:
    truth = {(row["area"], row["unit"], row["hulpvorm"]): row["value"] for row in measured().to_pylist()}
    shown = {(row["area"], row["unit"], row["hulpvorm"]): row["value"] for row in cells.to_pylist()}
    persons = {key: value for key, value in shown.items() if key[1] == "personen"}
    for key, value in persons.items():
        assert value in {0.0, 10.0} if 0 < truth[key] < 10 else abs(value - truth[key]) <= 9
        assert value == 0 or value >= 10
    for town in ("GM0141", "GM0147"):
        for form in ("total", "02", "03"):
            inside = [value for (area, _, one), value in persons.items() if area[:6] == f"WK{town[2:]}" and one == form]
            assert shown[town, "personen", form] == sum(inside)
    for area in {key[0] for key in persons}:
        assert persons[area, "personen", "total"] == sum(persons[area, "personen", form] for form in ("02", "03"))
    north = shown["WK014101", "personen", "total"]
    assert shown["WK014101", "procent", "total"] == north / 2  # of 200 youths
    assert figure(cells, "WK014104") == (0.0, "zero")
    assert audited(cells, measured())["counts"] == len(persons)


def test_a_stock_that_stays_the_same_is_rounded_the_same_in_every_quarter_and_release() -> None:
    counts = measured(quarters=QUARTERS)
    cells = released(counts)
    assert released(counts).equals(cells)
    for area in WIJKEN:
        assert len({figure(cells, area, form="03", quarter=quarter) for quarter in QUARTERS}) == 1
    for other in (bytes(32), b"\1" * 32):  # a new key does not draw anew what was published
        assert released(counts, cells, secret=other).equals(cells)
    assert any(not released(counts, secret=bytes([one]) * 32).equals(cells) for one in range(1, 4))


def test_what_was_shown_of_a_small_count_stays_while_others_change(cells: pa.Table) -> None:
    now = measured({**WIJKEN, "WK014101": (4, 1), "WK014700": (70, 14)})
    again = released(now, cells)
    for area in ("WK014101", "WK014103"):
        for form in ("02", "03"):
            assert figure(again, area, form=form) == figure(cells, area, form=form)
    assert abs(figure(again, "WK014700")[0] - 84) <= 9
    gone = released(measured({**WIJKEN, "WK014103": (0, 0)}), cells)
    assert figure(gone, "WK014103") == (0.0, "zero")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"GM0147": 93.0}, "do not add up"),
        ({"WK014101": 4.0}, "a small count"),
        ({"WK014700": 60.0}, "too far"),
        ({"WK014104": 10.0}, "a small count"),
        ({"WK014100": 20.5, "unit": "procent"}, "does not follow"),
    ],
)
def test_a_planted_fault_fails_the_audit(cells: pa.Table, wrong: Mapping[str, object], says: str) -> None:
    with pytest.raises(DisclosureError, match=says):
        audited(changed(cells, **wrong), measured())


def test_a_small_count_that_is_drawn_anew_fails_the_audit(cells: pa.Table) -> None:
    other = next(
        one
        for one in (released(measured(), secret=bytes([number]) * 32) for number in range(20))
        if figure(one, "WK014103", form="03") != figure(cells, "WK014103", form="03")
    )
    assert audited(other, measured())
    with pytest.raises(DisclosureError, match="rounded otherwise"):
        audited(other, measured(), cells)


def test_the_attack_fails_when_a_count_has_less_room_than_the_policy_asks(cells: pa.Table) -> None:
    for interval, refused in ((8, False), (20, True)):  # behind 0 are 0 to 9, behind 10 are 1 to 19
        asked = {POLICY.id: replace(POLICY, interval=interval)}
        if not refused:
            assert require_additive(cells, Request(measured(), DEFINED, asked, region()))["counts_attacked"] == 9
            continue
        with pytest.raises(DisclosureError, match="can be worked out"):
            require_additive(cells, Request(measured(), DEFINED, asked, region()))


def test_where_nothing_adds_up_nothing_is_published() -> None:
    rows = measured({**WIJKEN, "WK014700": (3, 3), "WK014701": (3, 3)})
    fixed = replace(POLICY, threshold=4, cap=0)
    with pytest.raises(DisclosureError, match="cannot be rounded"):
        Additive.of(Request(rows, DEFINED, {POLICY.id: fixed}, region()), secret=SECRET)


def test_never_two_methods_on_the_same_figures() -> None:
    mixed = {**DEFINED, **indicators(policy="tmsd-10", name="verblijf")}
    rows = measured().to_pylist()
    both = pa.Table.from_pylist([*rows, *({**row, "indicator": "verblijf"} for row in rows)], schema=measured().schema)
    with pytest.raises(CatalogueError, match="hang together"):
        require_apart(both, mixed, {"jeugdhulp"}, region())
    require_apart(both, mixed, {"jeugdhulp", "verblijf"}, region())
    require_never_otherwise(DEFINED, POLICIES, {"jeugdhulp": {"10/9"}, "weg": {""}})
    for before in ({"", "10/9"}, {""}, {"5/4"}):
        with pytest.raises(CatalogueError, match="in another way"):
            require_never_otherwise(DEFINED, POLICIES, {"jeugdhulp": before})


def test_shares_that_a_method_gives_of_rounded_counts_are_refused() -> None:
    """Of 27 young people 85.2, 74.1 and 63 % are left after so many quarters: of 18 to 36 no other number fits."""
    (count, _), *_ = (one.measures for one in DEFINED.values())
    share = replace(count, unit=Unit.PERCENT, method="cohort", breakdowns=(), additive=())
    days = replace(count, unit=Unit.DAYS, statistic="gemiddelde", breakdowns=(), additive=())
    rows = measured().to_pylist()
    for other, fits in ((share, False), (days, True)):
        mixed = {**DEFINED, "uitstroom": replace(DEFINED["jeugdhulp"], id="uitstroom", measures=(other,))}
        one = {**rows[0], "indicator": "uitstroom", "unit": other.unit.value, "value": 85.2, "contributors": 20}
        both = pa.Table.from_pylist([*rows, one], schema=measured().schema)
        if fits:
            require_apart(both, mixed, {"jeugdhulp"}, region())
        else:
            with pytest.raises(CatalogueError, match="uitstroom gives shares of the counts of jeugdhulp"):
                require_apart(both, mixed, {"jeugdhulp"}, region())


def test_rounded_figures_stand_beside_those_that_are_protected_otherwise() -> None:
    other = indicators(policy="tmsd-10", name="verblijf")["verblijf"]
    own = tuple(replace(one, count=replace(one.count, where="verblijf")) for one in other.measures)
    mixed = {**DEFINED, "verblijf": replace(other, measures=own)}
    more = measured({area: (one + 11, two + 17) for area, (one, two) in WIJKEN.items()}).to_pylist()
    pairs = zip(measured().to_pylist(), ({**row, "indicator": "verblijf"} for row in more), strict=True)
    both = pa.Table.from_pylist([row for pair in pairs for row in pair], schema=measured().schema)
    found = Additive.of(Request(both, mixed, POLICIES, region()), secret=SECRET)
    whole = found.beside(protect(Request(found.rest_of(both), mixed, POLICIES, region()), processes=1))
    keys = ["indicator", "unit", "area", "hulpvorm"]
    assert whole.cells.select(keys).equals(both.select(keys))
    assert whole.reasons.num_rows == both.num_rows
    assert whole.cells.filter(pa.array(found.apart)).equals(released(measured()))
    assert whole.audit["rounded_additively"]["counts_attacked"] == 9
    rest = found.before_of_rest([Earlier("uitgave", whole.cells)])[0].cells
    assert rest["indicator"].unique().to_pylist() == ["verblijf"]


def test_amounts_are_refused() -> None:
    one = DEFINED["jeugdhulp"]
    money = replace(one.measures[0], unit=Unit.EURO, count=replace(one.measures[0].count, of=Unit.EURO))
    with pytest.raises(CatalogueError, match="amounts"):
        additive_indicators({"jeugdhulp": replace(one, measures=(*one.measures, money))}, POLICIES)


def test_rounded_figures_are_attacked_by_municipalities_that_know_their_own() -> None:
    asked = Request(measured(), DEFINED, POLICIES, region(), insiders=Level.MUNICIPALITY)
    found = Additive.of(asked, secret=SECRET)
    assert found.cells.equals(released(measured()))
    assert found.report["years_attacked_from_inside"] == [2025]
    assert found.report["counts_attacked"] > audited(found.cells, measured())["counts_attacked"]
    alone = found.beside(protect(replace(asked, measured=found.rest_of(measured())), processes=1))
    assert alone.audit["insiders"] == {"years": [2025]}
    assert alone.cells.equals(found.cells)


def test_what_only_a_municipality_can_work_out_from_rounded_figures_fails_the_audit() -> None:
    """26 and 1, shown as 18 and 0: the region is at most 27 then, which leaves whoever counted the 26 a 0 or a 1."""
    counts = towns({"2025KW01": {"02": (26, 1, 0, 0)}}, forms=())
    one = youth_help()["jeugdhulp"]
    asked = Request(counts, {"jeugdhulp": replace(one, policy=POLICY.id)}, POLICIES, four_towns())
    told = {("GM0141", "personen"): 18.0, ("JZ14", "personen"): 18.0, ("GM0141", "procent"): 0.2}
    told |= {("JZ14", "procent"): 0.1, ("GM0147", "personen"): 0.0, ("GM0147", "procent"): 0.0}
    cells = Additive.of(asked, secret=SECRET).cells
    rows = [{**row, "value": told.get((row["area"], row["unit"]), row["value"])} for row in cells.to_pylist()]
    planted = pa.Table.from_pylist(rows, schema=cells.schema)
    assert require_additive(planted, asked)["counts_attacked"] == 1
    inside = replace(asked, insiders=Level.MUNICIPALITY)
    with pytest.raises(DisclosureError, match=r"GM0147 2025KW01 \(GM0141\) \(0 - 1\)") as refused:
        require_additive(planted, inside)
    assert "Zet in beleid/afronden-10.yaml 'cap: 13' in plaats van 9" in refused.value.text.nl
    wider = {**POLICIES, POLICY.id: replace(POLICY, cap=13)}
    assert require_additive(planted, replace(inside, policies=wider))["years_attacked_from_inside"] == [2025]
    again = replace(inside, earlier=(Earlier("uitgave", planted),))
    with pytest.raises(DisclosureError, match="An earlier release shows these figures by policy afronden-10"):
        require_additive(planted, again)
    strict = {**POLICIES, POLICY.id: replace(POLICY, interval=10)}
    with pytest.raises(DisclosureError, match="Wider rounding does not help: give jeugdhulp a policy with"):
        require_additive(planted, replace(inside, policies=strict))


def test_the_guard_lets_rounded_shares_pass_and_no_small_count(cells: pa.Table) -> None:
    limits = {"thresholds": {"jeugdhulp": 10}, "measured": measured(), "additive": {"jeugdhulp"}}
    guard.inspect({"open/cells.parquet": parquet_bytes(cells)}, **limits)
    with pytest.raises(DisclosureError, match="under the threshold"):
        guard.inspect({"open/cells.parquet": parquet_bytes(changed(cells, WK014101=4.0))}, **limits)


def test_the_policy_asks_for_room_and_goes_without_rules() -> None:
    content = read_yaml(next(file for file in unit_files("policies", ".yaml") if file.name == "afronden-10.yaml"))
    assert policy_of(content).method is Method.ROUND
    for wrong in ({"cap": 8}, {"zeros_shown": False}, {"merging": {"level": "wijk"}}, {"method": "cbs"}):
        with pytest.raises(ValueError, match="afronden"):
            policy_of({**content, **wrong})


def test_figures_that_a_reader_finds_out_are_drawn_anew_and_the_last_refusal_stands(monkeypatch) -> None:
    asked = Request(measured(), DEFINED, POLICIES, region())
    first, second = (rounded_figures(asked, secret=SECRET, draw=draw) for draw in (0, 1))
    assert not first.equals(second)
    seen: list[pa.Table] = []

    def strict(cells: pa.Table, request: Request, *, advice: bool = True) -> dict[str, object]:
        seen.append(cells)
        if len(seen) == 2:
            return require_additive(cells, request, advice=advice)
        raise WorkedOutError(Text("te herleiden", "worked out"))

    monkeypatch.setattr(additive, "require_additive", strict)
    found = Additive.of(asked, secret=SECRET)
    assert found.cells.equals(second)
    assert found.report["draw"] == 2
    with pytest.raises(WorkedOutError):
        Additive.of(asked, secret=SECRET)
    assert len(seen) == 2 + 8
