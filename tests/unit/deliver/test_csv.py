"""Tables (CSV) as people really save them: separators, encodings, quotes, header names, dates."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.messages import PROVISION, csv_of

from graadmeter.catalogue.layouts import layout_versions, layouts
from graadmeter.deliver import csv_blocks
from graadmeter.deliver.csv_blocks import blocks
from graadmeter.deliver.csv_header import find_header
from graadmeter.deliver.csv_text import text_of
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files

ROWS = [PROVISION | {"voorziening_id": f"v{n}", "einddatum": "2025-12-0" + str(n)} for n in range(1, 4)]
PLAIN = csv_of("voorziening", ROWS)
POPULATION = "gemeente;wijk;peildatum;leeftijd;geslacht;aantal\n0141;WK014110;2025-01-01;0;m;12\n"


def read(tmp_path: Path, content: str | bytes, name: str = "tabel.csv") -> RawDelivery:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_files([file])


def rows(raw: RawDelivery) -> list[dict[str, str]]:
    return [{k: v for k, v in row.items() if v is not None} for row in raw.tables["voorziening"].to_pylist()]


def lines(raw: RawDelivery) -> list[tuple[str, int, int]]:
    return [(line.table, line.read, line.rejected) for line in raw.lines]


def codes(raw: RawDelivery) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.row) for finding in raw.findings]


def test_every_field_is_read(tmp_path: Path) -> None:
    raw = read(tmp_path, PLAIN)
    assert [code for code, _ in codes(raw)] == []
    assert rows(raw) == [row | {"bestand": "tabel.csv", "regel": n} for n, row in enumerate(ROWS, 2)]
    assert lines(raw) == [("voorziening", 3, 0)]


def test_the_table_follows_from_the_header_not_the_name(tmp_path: Path) -> None:
    raw = read(tmp_path, POPULATION, "voorzieningen.csv")
    assert raw.tables["bevolking"].num_rows == 1
    assert raw.tables["voorziening"].num_rows == 0


@pytest.mark.parametrize(
    ("content", "notice"),
    [
        (PLAIN.replace("\n", "\r\n"), []),
        (PLAIN.replace("\n", "\r"), []),
        (PLAIN.replace("\n", "\r\n", 2), []),
        (PLAIN.rstrip("\n"), []),
        ("\ufeff" + PLAIN, []),
        (PLAIN.encode("utf-16"), ["DL-CSV-OMGEZET"]),
        (PLAIN.encode("utf-16-le"), ["DL-CSV-OMGEZET"]),
        (PLAIN.encode("utf-16-be"), ["DL-CSV-OMGEZET"]),
        (PLAIN.replace(";", ","), []),
        (PLAIN.replace(";", "\t"), []),
        (PLAIN.replace(";", "|"), []),
    ],
    ids=["CRLF", "CR", "mixed", "no last newline", "mark", "UTF-16", "UTF-16LE", "UTF-16BE", "comma", "tab", "bar"],
)
def test_the_same_rows_however_it_was_saved(tmp_path: Path, content: str | bytes, notice: list[str]) -> None:
    raw = read(tmp_path, content)
    assert rows(raw) == rows(read(tmp_path, PLAIN))
    assert [code for code, _ in codes(raw)] == notice
    assert lines(raw) == [("voorziening", 3, 0)]


def test_windows_1252_is_converted_and_said(tmp_path: Path) -> None:
    raw = read(tmp_path, csv_of("voorziening", [PROVISION | {"huishouden": "é€1"}]).encode("cp1252"))
    assert rows(raw)[0]["huishouden"] == "é€1"
    assert codes(raw) == [("DL-CSV-OMGEZET", None)]
    assert raw.findings[0].values == {"encoding": "Windows-1252"}


@pytest.mark.parametrize(
    ("above", "first"), [("sep=;\n", 3), ("Uittreksel Almelo\n\n;;;\n", 5), ("Let op; gemeente\n", 3), ("\n" * 19, 21)]
)
def test_lines_above_the_header_are_passed_over(tmp_path: Path, above: str, first: int) -> None:
    raw = read(tmp_path, above + PLAIN)
    assert [row["regel"] for row in rows(raw)] == [first, first + 1, first + 2]
    assert lines(raw) == [("voorziening", 3, 0)]


def test_header_names_may_be_written_as_people_do(tmp_path: Path) -> None:
    head, rest = PLAIN.split("\n", 1)
    loose = head.upper().replace("VOORZIENING_ID", '"Voorziening ID"').replace("BSN", " Bsn ")
    assert rows(read(tmp_path, f"{loose}\n{rest}")) == rows(read(tmp_path, PLAIN))


def test_labels_in_both_languages_are_header_names(tmp_path: Path) -> None:
    for pick in (lambda field: field.label.nl, lambda field: field.label.en):
        head = ",".join(f'"{pick(field)}"' for field in layouts()["bevolking"].fields)
        raw = read(tmp_path, f"{head}\n0141,WK014110,2025-01-01,0,m,12,0\n")
        assert raw.findings == ()
        assert raw.tables["bevolking"]["aantal"].to_pylist() == ["12"]


def test_order_of_columns_is_free(tmp_path: Path) -> None:
    turned = "\n".join(";".join(reversed(line.split(";"))) for line in PLAIN.splitlines())
    assert rows(read(tmp_path, turned)) == rows(read(tmp_path, PLAIN))


def test_unknown_column_is_named_with_its_like_and_not_read(tmp_path: Path) -> None:
    raw = read(tmp_path, PLAIN.replace("huishouden", "huishoudn", 1))
    found = {finding.code: finding for finding in raw.findings}
    assert set(found) == {"DL-CSV-KOLOM-ONBEKEND", "DL-CSV-KOLOM-LEEG"}
    assert found["DL-CSV-KOLOM-ONBEKEND"].values["near"] == " (huishouden?)"
    assert "'huishoudn'" in found["DL-CSV-KOLOM-ONBEKEND"].message.nl
    assert found["DL-CSV-KOLOM-LEEG"].values["near"] == " (huishoudn?)"
    assert raw.tables["voorziening"]["huishouden"].null_count == 3


def test_missing_required_columns_stop_the_file(tmp_path: Path) -> None:
    raw = read(tmp_path, PLAIN.replace("geboortedatum", "gebdatum", 1).replace("crisis", "crissis", 1))
    stops = {
        finding.values["name"]: finding.values["near"] for finding in raw.findings if finding.code.endswith("ONTBREEKT")
    }
    assert stops == {"geboortedatum": " (gebdatum?)", "crisis": " (crissis?)"}
    assert raw.tables["voorziening"].num_rows == 0


def test_other_names_that_back_offices_use_are_hinted_at(tmp_path: Path) -> None:
    raw = read(tmp_path, PLAIN.replace("bsn", "Burgerservicenummer", 1))
    [stop] = [finding for finding in raw.findings if finding.code == "DL-CSV-KOLOM-ONTBREEKT"]
    assert stop.message.nl.endswith("verbeter de naam (Burgerservicenummer?).")


def test_column_that_occurs_twice_stops_the_file(tmp_path: Path) -> None:
    raw = read(tmp_path, PLAIN.replace("einddatum", "begindatum", 1))
    assert "DL-CSV-KOLOM-DUBBEL" in dict(codes(raw))
    assert raw.tables["voorziening"].num_rows == 0


@pytest.mark.parametrize("content", ["a;b;c\n1;2;3\n", "0141;WK014110;1\n", "Jansen;900000012\n" * 40, "hallo", "{}"])
def test_without_a_header_nothing_is_read_or_quoted(tmp_path: Path, content: str) -> None:
    raw = read(tmp_path, content)
    assert codes(raw) == [("DL-CSV-KOP", None)]
    assert "Jansen" not in repr(raw.findings)


def test_no_rows_is_a_question(tmp_path: Path) -> None:
    assert codes(read(tmp_path, PLAIN.split("\n", 1)[0] + "\n\n;;;\n")) == [("DL-CSV-GEENREGELS", None)]


def test_ragged_rows_are_rejected_alone(tmp_path: Path) -> None:
    good = PLAIN.splitlines()
    text = "\n".join([*good[:2], "0141;2025KW04", *good[2:3], good[3] + ";te;veel", good[3]])
    raw = read(tmp_path, text)
    assert codes(raw) == [("DL-CSV-AANTAL", 3), ("DL-CSV-AANTAL", 5)]
    assert raw.findings[0].values == {"found": "2", "expected": "19"}
    assert [row["regel"] for row in rows(raw)] == [2, 4, 6]
    assert lines(raw) == [("voorziening", 5, 2)]


def test_empty_cells_at_the_end_do_no_harm(tmp_path: Path) -> None:
    padded = "\n".join(line + ";;" for line in PLAIN.splitlines())
    assert rows(read(tmp_path, padded)) == rows(read(tmp_path, PLAIN))
    head, *rest = PLAIN.splitlines()
    assert rows(read(tmp_path, "\n".join([head + ";;", *rest]))) == rows(read(tmp_path, PLAIN))


def test_quotes_hold_separators_quotes_and_new_lines(tmp_path: Path) -> None:
    lines_ = PLAIN.splitlines()
    quoted = lines_[1].replace("h1", '"a;b ""c""\r\nd"')
    raw = read(tmp_path, "\n".join([lines_[0], quoted, *lines_[2:]]))
    assert rows(raw)[0]["huishouden"] == 'a;b "c"\nd'
    assert [row["regel"] for row in rows(raw)] == [2, 4, 5]
    assert lines(raw) == [("voorziening", 3, 0)]


def test_open_quote_costs_its_own_row_only(tmp_path: Path) -> None:
    lines_ = PLAIN.splitlines()
    for stray in (lines_[1].replace("h1", '"h1'), lines_[1].replace("v1", '"v1')):
        raw = read(tmp_path, "\n".join([lines_[0], stray, *lines_[2:] * 30]))
        assert codes(raw) == [("DL-CSV-AANHALING", 2)]
        assert len(rows(raw)) == 60


def test_stray_quote_inside_a_value_is_text(tmp_path: Path) -> None:
    raw = read(tmp_path, PLAIN.replace("h1", '5" buis', 1))
    assert rows(raw)[0]["huishouden"] == '5" buis'
    assert raw.findings == ()


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("01-03-2025", "2025-03-01"),
        ("1-3-2025", "2025-03-01"),
        ("31-02-2025", "2025-02-31"),
        ("2025-03-01", "2025-03-01"),
        ("01/03/2025", "01/03/2025"),
        ("n.v.t.", "n.v.t."),
        (" 01-03-2025 ", "2025-03-01"),
    ],
)
def test_dutch_dates_become_iso_and_nothing_else_changes(tmp_path: Path, written: str, read_as: str) -> None:
    raw = read(tmp_path, csv_of("voorziening", [PROVISION | {"begindatum": written}]))
    assert rows(raw)[0]["begindatum"] == read_as


CELLS = st.text(alphabet='ab;"\n \u2028\x0b', max_size=12)


@pytest.mark.parametrize("piece", [1, 20, 1 << 23])
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(CELLS, max_size=12))
def test_every_line_is_in_exactly_one_row_or_rejection(monkeypatch, piece: int, texts: list[str]) -> None:
    monkeypatch.setattr(csv_blocks, "PIECE", piece)
    text, _ = text_of(("gemeente;wijk;leeftijd\n" + "\n".join(texts)).encode())
    lines = text.removesuffix("\n").split("\n")
    taken: list[int] = []
    for block in blocks(text, find_header(lines)):
        values = list(zip(*(block.column(place).to_pylist() for place in range(3)), strict=True))
        assert len(values) == len(block.numbers)
        for number, row in zip(block.numbers, values, strict=True):
            taken += range(number, number + 1 + sum((cell or "").count("\n") for cell in row))
        taken += [line for line, _, _ in block.rejected]
    blank = [number for number, line in enumerate(lines, 1) if not line.strip("; \t")]
    assert len(taken) == len(set(taken))
    assert set(taken) | set(blank) | {1} == set(range(1, len(lines) + 1))


@pytest.mark.parametrize("piece", [1, 40, 1 << 23])
def test_the_size_of_the_pieces_changes_nothing(tmp_path: Path, monkeypatch, piece: int) -> None:
    """Plain lines go through Arrow, others through Python; a quoted value may run over the border of two pieces."""
    text = csv_of("voorziening", [PROVISION] * 5)
    lines = text.splitlines()
    lines[2] = lines[2].replace("0141", '"0141"', 1)
    lines[4] = lines[4].replace("0141", '"01\n41"', 1)
    lines[5] = " " + lines[5] + " "
    lines.insert(3, "")
    whole = read(tmp_path, "\n".join(lines))
    monkeypatch.setattr(csv_blocks, "PIECE", piece)
    assert read(tmp_path, "\n".join(lines)).tables["voorziening"].equals(whole.tables["voorziening"])
    assert whole.tables["voorziening"]["regel"].to_pylist() == [2, 3, 5, 6, 8]


def test_an_optional_column_that_later_versions_added_asks_nothing(tmp_path: Path) -> None:
    first = ",".join(field.name for field in layout_versions()["bevolking"][0].fields)
    raw = read(tmp_path, f"{first}\n0141,WK014110,2025-01-01,0,m,12\n")
    assert raw.findings == ()
    assert raw.tables["bevolking"]["in_instelling"].to_pylist() == [None]


def test_a_name_that_resembles_a_column_of_a_later_version_is_asked_about(tmp_path: Path) -> None:
    first = ",".join(field.name for field in layout_versions()["bevolking"][0].fields)
    raw = read(tmp_path, f"{first},in_instellin\n0141,WK014110,2025-01-01,0,m,12,3\n")
    found = {finding.code: finding.values["near"] for finding in raw.findings}
    assert found == {"DL-CSV-KOLOM-ONBEKEND": " (in_instelling?)", "DL-CSV-KOLOM-LEEG": " (in_instellin?)"}


def test_a_column_that_later_versions_dropped_asks_nothing(tmp_path: Path) -> None:
    names = [field.name for field in layouts()["bij_jeugdhulp"].fields]
    raw = read(tmp_path, ";".join([*names, "Perspectief"]) + "\n" + ";".join(["x"] * len(names) + ["03"]) + "\n")
    [told] = [finding for finding in raw.findings if finding.code.startswith("DL-CSV-KOLOM")]
    assert (told.code, told.values["day"]) == ("DL-CSV-KOLOM-VERVALLEN", "2019-01-01")
    assert raw.tables["bij_jeugdhulp"].num_rows == 1
