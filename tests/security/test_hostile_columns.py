"""Column maps and fixed-width text that are wrong in any way: an error that says so, and never a lost line."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from graadmeter.deliver.columns.load import maps_in
from graadmeter.deliver.columns.propose import propose
from graadmeter.deliver.reader import read_files
from graadmeter.domain.column_maps import ColumnMap, MappedColumn
from graadmeter.domain.errors import WorkspaceError

KEYS = ["kaarten", "tabel", "bevestigd", "kolommen", "vast", "veld", "kolom", "van", "tot", "waarden", "codering"]
LEAVES = st.sampled_from([None, True, 0, 1, -1, 3.5, "", "bevolking", "wijk", "aantal", "utf-8", "x" * 50])
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
)
ONE = ColumnMap(
    "bevolking",
    tuple(
        MappedColumn(name, first=first, last=last)
        for name, first, last in [
            ("gemeente", 1, 4),
            ("wijk", 5, 12),
            ("peildatum", 13, 22),
            ("leeftijd", 23, 25),
            ("geslacht", 26, 26),
            ("aantal", 27, 31),
        ]
    ),
    confirmed=True,
)
GOOD = "0141WK0141102025-01-01  0m   12"


@settings(max_examples=150, deadline=None)
@given(TREES, st.dictionaries(st.sampled_from(KEYS), TREES, max_size=5))
def test_any_map_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, top: object, one: object) -> None:
    file = tmp_path_factory.mktemp("kaart") / "alle.yaml"
    for content in (top, {"kaarten": [{"tabel": "bevolking", **one}] if isinstance(one, dict) else one}):
        file.write_text(yaml.safe_dump(content), encoding="utf-8")
        try:
            made = maps_in(file)
        except WorkspaceError:
            continue
        assert all(isinstance(one_map, ColumnMap) for one_map in made)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40), max_size=8))
def test_no_line_in_fixed_positions_is_lost(tmp_path_factory: pytest.TempPathFactory, odd: list[str]) -> None:
    file = tmp_path_factory.mktemp("vast") / "a.txt"
    lines = [GOOD] * (len(odd) + 1) + odd
    file.write_text("\n".join(lines), encoding="utf-8", newline="")
    raw = read_files([file], maps=[ONE])
    if [finding.code for finding in raw.findings] == ["DL-SOORT"]:
        return
    filled = [line for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
    (count,) = raw.lines
    assert count.read == len(filled) == raw.tables["bevolking"].num_rows + count.rejected
    assert len([finding for finding in raw.findings if finding.row]) == count.rejected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=6), st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=5))
def test_a_proposal_uses_each_column_and_field_once(names: list[str], rows: list[list[str]]) -> None:
    made = propose(names, rows)
    assert len({one.field for one in made.map.columns}) == len(made.map.columns)
    assert len({one.column for one in made.map.columns}) == len(made.map.columns)
    assert {one.column for one in made.map.columns} <= set(names)
    assert not made.map.confirmed
