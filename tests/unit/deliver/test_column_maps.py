"""Column maps: read strictly, applied only when confirmed, proposed with a reason, never learnt."""

from pathlib import Path

import pytest
import yaml
from tests.support.messages import PROVISION, csv_of

from graadmeter.deliver.columns.load import load_maps, maps_in
from graadmeter.deliver.columns.propose import propose
from graadmeter.deliver.columns.text import as_yaml
from graadmeter.deliver.reader import read_files
from graadmeter.deliver.table_sample import sample_of
from graadmeter.domain.column_maps import ColumnMap, MappedColumn
from graadmeter.domain.errors import WorkspaceError

OTHER = {"bsn": "Burgerservicenummer", "geslacht": "M/V", "begindatum": "Ingangsdatum", "crisis": "Spoed?"}
ROWS = [PROVISION | {"voorziening_id": f"v{n}", "geslacht": "1", "crisis": "N"} for n in range(1, 4)]
THEIRS = csv_of("voorziening", [row | {"geslacht": "Man", "crisis": "nee"} for row in ROWS])
for ours, theirs in OTHER.items():
    THEIRS = THEIRS.replace(f";{ours};", f";{theirs};", 1)
POPULATION = [
    "0141WK0141102025-01-01  0m   12",
    "0141WK0141112025-01-01 17v    7   ",
    "kort",
    "0141        2025-01-01  1m    3",
]


def the_map(*, confirmed: bool = True) -> ColumnMap:
    sample = [line.split(";") for line in THEIRS.splitlines()]
    made = propose(sample[0], sample[1:], separator=";").map
    spoed = MappedColumn("crisis", "Spoed?", values={"nee": "N", "ja": "J"})
    columns = (*(one for one in made.columns if one.field != "crisis"), spoed)
    return ColumnMap(made.table, columns, separator=";", confirmed=confirmed)


def test_a_confirmed_map_reads_what_the_layout_reads(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(csv_of("voorziening", ROWS))
    (tmp_path / "b.csv").write_text(THEIRS)
    plain = read_files([tmp_path / "a.csv"]).tables["voorziening"].drop_columns(["bestand"])
    raw = read_files([tmp_path / "b.csv"], maps=[the_map()])
    assert [finding.code for finding in raw.findings] == []
    assert raw.tables["voorziening"].drop_columns(["bestand"]).equals(plain)


def test_an_unconfirmed_map_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(THEIRS)
    without = read_files([tmp_path / "b.csv"])
    assert read_files([tmp_path / "b.csv"], maps=[the_map(confirmed=False)]) == without
    assert without.tables["voorziening"].num_rows == 0


def test_a_map_holds_for_its_files_only(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(THEIRS)
    one = the_map()
    other = ColumnMap(one.table, one.columns, separator=";", file="export*.csv", confirmed=True)
    assert read_files([tmp_path / "b.csv"], maps=[other]).tables["voorziening"].num_rows == 0


def test_fixed_positions(tmp_path: Path) -> None:
    columns = [("gemeente", 1, 4), ("wijk", 5, 12), ("peildatum", 13, 22), ("leeftijd", 23, 25), ("geslacht", 26, 26)]
    columns.append(("aantal", 27, 31))
    one = ColumnMap("bevolking", tuple(MappedColumn(n, first=a, last=b) for n, a, b in columns), confirmed=True)
    (tmp_path / "b.txt").write_text("\n".join(POPULATION))
    raw = read_files([tmp_path / "b.txt"], maps=[one])
    found = [(finding.code, finding.column, finding.row) for finding in raw.findings]
    assert found == [("DL-VAST-LENGTE", "", 3)]
    assert [(line.read, line.rejected) for line in raw.lines] == [(4, 1)]
    assert raw.tables["bevolking"].to_pylist()[0] == {
        "gemeente": "0141",
        "wijk": "WK014110",
        "peildatum": "2025-01-01",
        "leeftijd": "0",
        "geslacht": "m",
        "aantal": "12",
        "in_instelling": None,
        "bestand": "b.txt",
        "regel": 1,
    }
    assert raw.tables["bevolking"]["wijk"].to_pylist() == ["WK014110", "WK014111", None]


def test_values_that_hold_for_every_row_and_another_encoding(tmp_path: Path) -> None:
    one = ColumnMap(
        "bevolking",
        tuple(MappedColumn(name, column) for name, column in [("wijk", "buurt é"), ("aantal", "n"), ("geslacht", "g")]),
        fixed={"gemeente": "0141", "peildatum": "01-01-2025", "leeftijd": "0"},
        encoding="cp850",
        confirmed=True,
    )
    (tmp_path / "b.csv").write_bytes("buurt é;n;g\nWK014110;5;m\n".encode("cp850"))
    row = read_files([tmp_path / "b.csv"], maps=[one]).tables["bevolking"].to_pylist()[0]
    assert (row["gemeente"], row["wijk"], row["aantal"], row["leeftijd"]) == ("0141", "WK014110", "5", "0")


def test_a_proposal_gives_reasons_and_is_read_back_unconfirmed(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(THEIRS)
    sample = sample_of(tmp_path / "b.csv")
    proposal = propose(sample.names, sample.rows, separator=sample.separator)
    assert proposal.map.table == "voorziening"
    by_field = {column.field: column for column in proposal.map.columns}
    assert {name: by_field[name].column for name in ("bsn", "begindatum", "geslacht")} == {
        "bsn": "Burgerservicenummer",
        "begindatum": "Ingangsdatum",
        "geslacht": "M/V",
    }
    assert by_field["geslacht"].values == {"Man": "1"}
    assert proposal.reasons["bsn"].nl == "een bekende andere naam"
    assert (proposal.columns_left, proposal.fields_left) == (("Spoed?",), ("crisis",))
    (tmp_path / "kolommen").mkdir()
    (tmp_path / "kolommen/0141.yaml").write_text(as_yaml(proposal))
    (read_back,) = load_maps(tmp_path / "kolommen", "GM0141")
    assert read_back == proposal.map
    assert not read_back.confirmed
    assert load_maps(tmp_path / "kolommen", "GM0153") == ()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("a: [", "YAML"),
        ("kaarten: 1", "kaarten"),
        ("kaarten: [{tabel: voorzieningen}]", "table"),
        ("kaarten: [{tabel: toewijzing}]", "table"),
        ("kaarten: [{tabel: bevolking, colommen: []}]", "colommen"),
        ("kaarten: [{tabel: bevolking, kolommen: [{veld: bsn, kolom: a}]}]", "bsn"),
        ("kaarten: [{tabel: bevolking, kolommen: [{veld: wijk, kolom: a, van: 1, tot: 2}]}]", "van"),
        ("kaarten: [{tabel: bevolking, kolommen: [{veld: wijk, van: 3, tot: 2}]}]", "van"),
        ("kaarten: [{tabel: bevolking, codering: klingon}]", "klingon"),
        (
            "kaarten: [{tabel: bevolking, kolommen: [{veld: wijk, kolom: a}, {veld: aantal, van: 1, tot: 2}]}]",
            "positions",
        ),
    ],
)
def test_a_map_that_is_wrong_is_refused_with_its_place(tmp_path: Path, content: str, word: str) -> None:
    file = tmp_path / "0141.yaml"
    file.write_text(content)
    with pytest.raises(WorkspaceError) as error:
        maps_in(file)
    assert "0141.yaml" in error.value.text.en
    assert word in error.value.text.en


def test_only_the_word_true_confirms(tmp_path: Path) -> None:
    file = tmp_path / "alle.yaml"
    for said, is_confirmed in (("true", True), ("'true'", False), ("1", False), ("false", False)):
        file.write_text(yaml.safe_dump({"kaarten": [{"tabel": "bevolking"}]}).rstrip() + f"\n  bevestigd: {said}\n")
        assert maps_in(file)[0].confirmed is is_confirmed
