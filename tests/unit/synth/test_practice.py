"""The fault of every check is planted in a practice delivery, and is found there when all checks look."""

import pytest

from graadmeter.catalogue.load_checks import checks
from graadmeter.check.examples import PRODUCTS, earlier_rows
from graadmeter.deliver.assess import assess
from graadmeter.deliver.identity import identify
from graadmeter.deliver.reader import read_files
from graadmeter.domain.findings import Severity
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.store.workspace import load
from graadmeter.synth.community import Window
from graadmeter.synth.practice.write import write_practice
from graadmeter.synth.region_facts import municipalities
from graadmeter.synth.workspace import write_workspace

NOT_PLANTED: dict[str, str] = {}
"""Checks whose fault cannot be planted, with the reason: none."""
ALMELO = next(one for one in municipalities() if one.code == "GM0141")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    root = tmp_path_factory.mktemp("practice")
    write_workspace(root, [ALMELO], Window(8096, 8103, 2, 0.1))
    return load(root)


@pytest.fixture(scope="module")
def practices(workspace):
    return write_practice(workspace.root / "oefening", ALMELO)


def test_the_fault_of_every_check_is_planted_for_every_table(practices) -> None:
    planted = [item.code for practice in practices for item in practice.planted]
    tables = {code: 1 + len(check.also) for code, check in checks().items()}
    assert {code for code, many in tables.items() if planted.count(code) < many} == set(NOT_PLANTED)


def test_every_planted_fault_is_found_at_its_place(practices, workspace) -> None:
    missed = []
    with DuckDBEngine(threads=1) as engine:
        for practice in practices:
            found = {(item.code, *place) for item in findings(engine, practice, workspace) for place in places(item)}
            missed += [item for item in practice.planted if (item.code, item.file, item.row) not in found]
    assert missed == []


def findings(engine, practice, workspace):
    deliverer, period = identify(practice.folder, None, None)
    known = {name: earlier_rows(rows, name.removeprefix("eerder_")) for name, rows in practice.earlier.items()}
    raw = read_files([practice.folder])
    assert not [item for item in raw.findings if item.severity is Severity.STOPS_FILE], "every file can be read"
    return assess(
        engine,
        raw,
        deliverer=deliverer,
        period=period,
        products=(*workspace.products, *PRODUCTS),
        region=workspace.region,
        earlier=known,
    ).findings


def places(item):
    """Row and file it was found at; a fault planted in a whole file or delivery asks for less."""
    return {(item.file, item.row or 0), (item.file, 0), ("", 0)}


def test_the_same_municipality_gives_the_same_bytes(practices, workspace, tmp_path) -> None:
    write_practice(tmp_path, ALMELO)
    written = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    first = workspace.root / "oefening"
    assert len(written) > len(practices)
    assert [one for one in written if (tmp_path / one).read_bytes() != (first / one).read_bytes()] == []
