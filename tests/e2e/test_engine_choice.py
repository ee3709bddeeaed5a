"""`--engine`: the same release whatever counts, and one clear message when an engine cannot be used."""

import shutil

import pytest
from tests.e2e.region import graadmeter, newest, synth, tree

from graadmeter.engine import opening


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """One municipality and one quarter, after a run on the engine inside."""
    made = synth(tmp_path_factory.mktemp("engine") / "region", towns=("GM0147",), first="2025KW04", fraction=0.02)
    assert graadmeter("run", "--workspace", made).code == 0
    return made


def test_the_release_is_the_same(workspace, tmp_path, postgresql) -> None:
    again = tmp_path / "region"
    shutil.copytree(workspace, again, ignore=shutil.ignore_patterns("releases"))
    said = graadmeter("run", "--workspace", again, "--engine", postgresql, "--lang", "en")
    assert said.code == 0, said.err
    assert tree(newest(again)) == tree(newest(workspace))


def test_the_analyst_sees_the_same_figures(workspace, sail) -> None:
    command = ("measure", "jeugdhulp", "--csv", "--workspace", workspace)
    elsewhere = graadmeter(*command, "--engine", sail)
    assert elsewhere.code == 0, elsewhere.err
    assert elsewhere.out.count("\n") > 50
    assert elsewhere.out == graadmeter(*command).out
    assert not list((workspace / "warehouse").glob("spill/*"))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("oracle://jan:geheim@server/db", "geen rekenserver"),
        ("postgresql://jan:geheim@127.0.0.1:1/db", "niet bereikbaar"),
        ("spark://127.0.0.1:1/;token=geheim", "niet bereikbaar"),
    ],
)
def test_an_engine_that_cannot_be_used_is_told_without_passwords(workspace, address, said) -> None:
    answer = graadmeter("measure", "jeugdhulp", "--workspace", workspace, "--engine", address)
    assert answer.code == 9
    assert said in answer.err
    assert "geheim" not in answer.err


@pytest.mark.parametrize(
    ("address", "extra"), [("postgresql://h/db", "postgresql"), ("spark://h", "spark"), ("sail", "sail")]
)
def test_a_missing_driver_is_named(workspace, monkeypatch, address, extra) -> None:
    def without(name: str):
        raise ModuleNotFoundError(name="pyspark")

    monkeypatch.setattr(opening, "import_module", without)
    answer = graadmeter("run", "--workspace", workspace, "--engine", address, "--lang", "en")
    assert answer.code == 9
    assert f"pip install 'graadmeter[{extra}]'" in answer.err
