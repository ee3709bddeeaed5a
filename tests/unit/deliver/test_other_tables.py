"""The tables of other domains are told apart by their header alone, and faulty rows are told like any other."""

from pathlib import Path

import pytest
from tests.support.raw_rows import AREAS

from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.products import base_products
from graadmeter.deliver.assess import assess
from graadmeter.deliver.csv_header import find_header
from graadmeter.deliver.identity import identify
from graadmeter.deliver.reader import read_files
from graadmeter.domain.layouts import Layout, Source
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine

TABLES = [layout for layout in layouts().values() if layout.source is Source.CSV]
REGION = Region("Twente", "JZ14", 2025, AREAS, 8076, 8103, {"01010101": "A"}, fictitious=True)
WAITING = """gemeente;kwartaal;bsn;geboortedatum;geslacht;aanmelding_id;wet;hulpvorm;aanbieder;verwijzer;spoed;\
aanmelddatum;aanmelddatum_status;intakedatum;intakedatum_status;startdatum;startdatum_status;afgemeld;afmeldreden
0141;2025KW04;009999991;17-05-2012;2;A1;jeugdwet;02;01010101;02;N;03-10-2025;gemeten;;onbekend;;onbekend;;
0141;2025KW04;009999991;2012-05-17;2;A2;jeugdwet;02;01010101;02;N;2025-10-03;zeker;;onbekend;;onbekend;;
0153;2025KW04;009999991;2012-05-17;2;A3;jeugdwet;02;01010101;02;N;2025-10-03;gemeten;;onbekend;;onbekend;;
0141;2025KW04;009999995;2012-05-17;2;A4;jeugdwet;02;01010101;02;N;2025-10-03;gemeten;;onbekend;;onbekend;;
0141;2025KW03;009999991;2012-05-17;2;A5;jeugdwet;02;01010101;02;N;2025-10-03;gemeten;;onbekend;;onbekend;;
0141;2025KW04;009999991;2012-05-17;2;;jeugdwet;02;01010101;02;N;2025-10-03;gemeten;;onbekend;;onbekend;;
0141;2025KW04;009999991;2012-05-17;2;A7;jeugdwet;77;01010101;02;N;2025-10-03;gemeten;;onbekend;;onbekend;;
"""


@pytest.mark.parametrize("layout", TABLES, ids=lambda layout: layout.table)
def test_a_table_is_known_by_all_its_columns_and_by_their_labels(layout: Layout) -> None:
    for names in ([one.name for one in layout.fields], [one.path for one in layout.fields]):
        assert find_header([";".join(names)]).layout.table == layout.table
    labels = "\t".join(one.label.nl for one in layout.fields)
    assert find_header([labels]).layout.table == layout.table


def test_a_table_alone_tells_whose_it_is_and_of_which_quarter(tmp_path: Path) -> None:
    path = tmp_path / "wachtlijst.csv"
    path.write_text("\n".join(WAITING.splitlines()[:2]), encoding="utf-8")
    assert identify(path, None, None) == ("GM0141", "2025KW04")


def test_faulty_rows_are_told_and_others_are_used(tmp_path: Path) -> None:
    path = tmp_path / "wachtlijst.csv"
    path.write_text(WAITING, encoding="utf-8")
    with DuckDBEngine(threads=1) as engine:
        result = assess(
            engine,
            read_files([path]),
            deliverer="GM0141",
            period="2025KW04",
            products=base_products(),
            region=REGION,
        )
    told = {(finding.code, finding.row) for finding in result.findings}
    assert {("GM-V003", 3), ("GM-R001", 4), ("GM-CS002", 5), ("GM-R002", 6), ("GM-V001", 7), ("GM-V004", 8)} <= told
    good = result.good["wachttijd"].to_pylist()
    assert [(row["aanmelding_id"], row["hulpvorm"]) for row in good] == [("A1", "02"), ("A7", None)]
    count = next(count for count in result.tables if count.table == "wachttijd")
    assert (count.read, count.used, count.rejected) == (7, 2, 5)
