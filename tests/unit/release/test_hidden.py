"""What a release did not show is kept whole, for the owner only."""

from pathlib import Path

import pytest
from tests.unit.protect.two_releases import FIRST, POLICY, indicator, measured, region, with_change

from graadmeter.domain.errors import ReleaseError
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect
from graadmeter.release.hidden import hidden_cells, keep_hidden, read_hidden

SMALL = with_change(FIRST, ("2025KW01", "02", "GM0158", -26))


def _released(counts, *earlier: Earlier):
    cells = measured(counts)
    return cells, protect(
        Request(cells, indicator(), {POLICY.id: POLICY}, region(), earlier=earlier), processes=1
    ).cells


def test_it_holds_every_value_that_is_not_shown_and_no_other(tmp_path: Path) -> None:
    cells, shown = _released(SMALL)
    folder = keep_hidden(tmp_path / "hidden", "uitgave-1", cells, shown)
    kept = read_hidden(tmp_path / "hidden", "uitgave-1")
    assert kept is not None
    told = {(row["area"], row["hulpvorm"], row["unit"]): row["value"] for row in kept.to_pylist()}
    rows = list(zip(cells.to_pylist(), shown.to_pylist(), strict=True))
    unseen = {(row["area"], row["hulpvorm"], row["unit"]): row["value"] for row, one in rows if one["value"] is None}
    assert told == unseen
    assert told["GM0158", "02", "personen"] == 4
    assert [path.stat().st_mode & 0o077 for path in (folder, *folder.iterdir())] == [0, 0]


def test_behind_a_carried_figure_it_holds_the_value_of_now() -> None:
    _, first = _released(FIRST)
    cells, second = _released(with_change(FIRST, ("2025KW01", "02", "GM0141", 3)), Earlier("uitgave-1", first))
    kept = {
        (row["area"], row["hulpvorm"], row["unit"]): row["value"] for row in hidden_cells(cells, second).to_pylist()
    }
    statuses = {row["status"] for row in second.to_pylist() if (row["area"], row["hulpvorm"]) == ("GM0141", "02")}
    assert statuses == {"carried"}
    assert kept["GM0141", "02", "personen"] == 103


def test_what_a_crashed_run_left_is_replaced_and_a_damaged_file_is_named(tmp_path: Path) -> None:
    cells, shown = _released(SMALL)
    assert read_hidden(tmp_path, "uitgave-1") is None
    for _ in range(2):
        folder = keep_hidden(tmp_path, "uitgave-1", cells, shown)
    (path,) = folder.iterdir()
    path.chmod(0o600)
    path.write_bytes(b"half")
    with pytest.raises(ReleaseError, match="is damaged"):
        read_hidden(tmp_path, "uitgave-1")
