"""Mirror figures: own figures beside peers of whom nothing is told one by one, and an audit that refuses the rest."""

from fractions import Fraction

import numpy as np
import pyarrow as pa
import pytest

from graadmeter.catalogue.load_levels import levels
from graadmeter.domain.cells import DIMENSIONS, MEASURED, TOTAL
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import Unit
from graadmeter.domain.levels import PeerRule
from graadmeter.domain.mirror import SERIES
from graadmeter.engine.arrow import schema_of
from graadmeter.protect.audit.mirror import Attack, figures_of
from graadmeter.protect.figures.mirror import Public, Reader, figures_by_series, mirror, quartiles

RULE = levels()["aanbieder"].peers
assert RULE is not None
ME = "00000001"
EIGHT = [20.0, 31.0, 42.0, 44.0, 50.0, 61.0, 77.0, 90.0]


def key(unit: str) -> tuple[str, ...]:
    series = {"indicator": "wachttijd", "unit": unit, "period": "2025JJ00", "period_type": "jaar"}
    return tuple(series.get(name, TOTAL) for name in SERIES)


def measured(values: list[float], unit: str = "dagen", *, own: float = 40.0, persons: int = 25) -> pa.Table:
    """The figures of the reader and of so many peers, with codes after his."""
    rows = []
    for number, value in enumerate([own, *values]):
        row = (
            dict.fromkeys(MEASURED.names) | dict.fromkeys(DIMENSIONS, TOTAL) | dict(zip(SERIES, key(unit), strict=True))
        )
        row |= {"area": f"{number + 1:08}", "area_vintage": 2025, "level": "gemeente", "value": value}
        row |= {"status": "value", "definition_version": 1, "edition": "e", "contributors": persons}
        rows.append(row)
    return pa.Table.from_pylist(rows, schema=schema_of(MEASURED))


def told(cells: pa.Table, *, public: Public | None = None, owner: dict[str, str] | None = None) -> pa.Table:
    unit = cells["unit"][0].as_py()
    known = {} if public is None else {key(unit): public}
    return mirror(Reader(ME, owner or {}), figures_by_series(cells), known, RULE, threshold=10)


def audited(
    table: pa.Table, cells: pa.Table, *, public: dict[str, float] | None = None, owner: dict[str, str] | None = None
) -> list[str]:
    known = {} if public is None else {key(cells["unit"][0].as_py()): public}
    report = Attack(ME, RULE, 10, figures_of(cells.to_pylist()), known, owner or {}).on(table)
    return [problem.en for problem in report.problems]


def planted(table: pa.Table, **values: object) -> pa.Table:
    return pa.Table.from_pylist([table.to_pylist()[0] | values], schema=table.schema)


def test_quartiles_are_means_of_several_peers_around_their_place() -> None:
    cells = measured(EIGHT)
    row = told(cells).to_pylist()[0]
    assert (row["own"], row["peers"], row["peers_status"]) == (40.0, 8, "told")
    assert (row["low"], row["middle"], row["high"]) == (39.0, 49.0, 63.0)  # of 31-42-44, 42-44-50-61, 50-61-77
    assert audited(told(cells), cells) == []


def test_whoever_swaps_peers_changes_nothing_that_is_told() -> None:
    chance = np.random.default_rng(4)
    for count in range(7, 14):
        values = chance.uniform(5, 90, count).round(2).tolist()
        one, other = measured(values), measured(chance.permutation(values).tolist())
        assert told(one).equals(told(other))
        assert audited(told(one), one) == []


@pytest.mark.parametrize("count", range(7, 30))
def test_no_quartile_rests_on_fewer_peers_than_the_rule_asks(count: int) -> None:
    """One peer with a huge figure moves a quartile by at most its part of a mean of three."""
    values = [Fraction(number) for number in range(count)]
    for place in range(count):
        moved = [*values[:place], Fraction(10_000), *values[place + 1 :]]
        pairs = zip(quartiles(values, Unit.RATIO, RULE), quartiles(moved, Unit.RATIO, RULE), strict=True)
        assert all(abs(after - before) < 10_000 / 3 + count for before, after in pairs)


@pytest.mark.parametrize(
    ("cells", "public", "owner", "status"),
    [
        (measured(EIGHT[:1]), None, {}, "few"),
        (measured(EIGHT[:6]), None, {}, "few"),
        (measured(EIGHT, persons=9), None, {}, "few"),
        (measured(EIGHT), Public(named=frozenset({"00000002", "00000003"})), {}, "few"),
        (measured(EIGHT), None, {"00000002": "groep", "00000003": "groep", "00000004": "groep"}, "few"),
        (measured(EIGHT), None, {ME: "groep", "00000002": "groep", "00000003": "groep"}, "few"),
        (measured([50.0] * 8), None, {}, "alike"),
        (measured([50.0] * 5 + EIGHT[:3]), None, {}, "alike"),
        (measured(EIGHT, "personen"), None, {}, "count"),
    ],
)
def test_where_a_peer_would_show_nothing_of_peers_is_told(cells, public, owner, status) -> None:
    row = told(cells, public=public, owner=owner).to_pylist()[0]
    assert row["peers_status"] == status
    assert [row[name] for name in ("low", "middle", "high")] == [None] * 3
    known = dict.fromkeys(public.named, 0.0) if public else {}
    assert audited(told(cells, public=public, owner=owner), cells, public=known, owner=owner) == []


def test_in_a_market_of_two_the_figure_of_the_other_is_refused() -> None:
    cells = measured(EIGHT[:1])
    leak = planted(told(cells), peers=1, low=20.0, middle=20.0, high=20.0, peers_status="told")
    assert "only 1 other providers" in audited(leak, cells)[0]
    with pytest.raises(DisclosureError, match=r"part aanbieder/1: .*only 1 other providers"):
        Attack(ME, RULE, 10, figures_of(cells.to_pylist()), {}, {}).on(leak).require_passed("aanbieder/1")


@pytest.mark.parametrize(
    ("unit", "change", "why"),
    [
        ("dagen", {"low": 20.0}, "low is not that of several peers"),
        ("dagen", {"middle": 50.0}, "middle is not that of several peers"),
        ("dagen", {"own": 41.0}, "not the measured figure"),
        ("dagen", {"peers": 9}, "number of peers"),
        ("personen", {"peers": 8, "low": 31.0, "peers_status": "told"}, "counts of others add up"),
        ("dagen", {"indicator": "ander"}, "no figure of its own"),
    ],
)
def test_a_planted_figure_is_refused(unit: str, change: dict[str, object], why: str) -> None:
    cells = measured(EIGHT, unit)
    assert any(why in text for text in audited(planted(told(cells), **change), cells))


def test_quartiles_of_a_holding_that_is_the_readers_own_are_refused() -> None:
    cells, owner = measured(EIGHT), {ME: "groep", "00000002": "groep", "00000003": "groep"}
    assert "only 6 other providers" in audited(told(cells), cells, owner=owner)[0]


def test_an_own_count_that_leaves_too_few_beside_the_public_one_is_not_told() -> None:
    cells = measured(EIGHT, "personen", own=95.0)
    assert told(cells, public=Public(region=100.0)).to_pylist()[0]["own"] is None
    assert told(cells, public=Public(region=105.0)).to_pylist()[0]["own"] == 95.0
    assert "too few are left" in audited(told(cells), cells, public={"": 100.0})[0]


def test_amounts_are_in_no_mirror() -> None:
    assert told(measured(EIGHT, "euro")).num_rows == 0


def test_the_rule_of_the_catalogue_is_the_one_these_tests_know() -> None:
    assert PeerRule(7, 10, 3, 10, 50) == RULE
