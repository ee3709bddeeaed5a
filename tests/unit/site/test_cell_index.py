import pyarrow as pa

from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.site.cell_index import cell_index


def _cells(*rows: dict[str, object]) -> pa.Table:
    base = {
        "indicator": "jeugdhulp", "unit": "personen", "area": "GM0141", "area_vintage": 2024, "level": "gemeente",
        "period": "2025JJ00", "period_type": "jaar", "value": 12.0, "status": "value", "definition_version": 1,
        "edition": "x", **dict.fromkeys(DIMENSIONS, TOTAL),
    }  # fmt: skip
    return pa.table({name: [{**base, **row}[name] for row in rows] for name in PUBLISHED.names})


def test_a_cell_is_found_by_its_slice() -> None:
    index = cell_index(
        _cells({}, {"hulpvorm": "11", "value": 3.0}, {"hulpvorm": "12", "value": None, "status": "suppressed"})
    )
    total = index.get("jeugdhulp", Unit.PERSONS, "GM0141", ("2025JJ00", ()))
    assert total is not None
    assert total.value == 12.0
    hidden = index.get("jeugdhulp", Unit.PERSONS, "GM0141", ("2025JJ00", (("hulpvorm", "12"),)))
    assert hidden is not None
    assert hidden.status is CellStatus.SUPPRESSED
    assert index.get("jeugdhulp", Unit.PERCENT, "GM0141", ("2025JJ00", ())) is None


def test_periods_and_slices_are_those_of_the_release() -> None:
    index = cell_index(_cells({}, {"period": "2024JJ00"}, {"stroom": "begonnen", "hulpvorm": "11"}))
    assert index.periods("jeugdhulp", Unit.PERSONS, "GM0141", ()) == ["2024JJ00", "2025JJ00"]
    assert (("stroom", "begonnen"), ("hulpvorm", "11")) in index.slices("jeugdhulp", Unit.PERSONS, "GM0141", "2025JJ00")
