"""Providers and Veilig Thuis deliver into the same workspace: stored and modelled, and never counted twice."""

import json
import shutil
from datetime import UTC, datetime

import pyarrow.parquet as pq
import pytest
from tests.support.few import FEW

from graadmeter import pipeline
from graadmeter.deliver.inbox import deliveries_in
from graadmeter.deliver.receive_all import receive_all
from graadmeter.deliver.session import current_sessions
from graadmeter.domain.progress import silent
from graadmeter.store.workspace import load
from graadmeter.synth import write_region
from graadmeter.synth.protocols.delivery import Form, fixed_map, write_deliveries
from graadmeter.synth.protocols.reports import report_deliveries
from graadmeter.synth.protocols.youth import youth_deliveries


def now(_source):
    return datetime(2026, 1, 21, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    root = tmp_path_factory.mktemp("workspace") / "region"
    chosen = {"municipalities": ["GM0147"], "first": "2025KW04", "last": "2025KW04"}
    write_region(root, seed=7, fraction=0.01, defects=False, **chosen)
    settings = root / "graadmeter.toml"
    shown = f"fictitious = true\nindicatoren = {json.dumps(FEW)}"
    settings.write_text(settings.read_text(encoding="utf-8").replace("fictitious = true", shown), encoding="utf-8")
    return root


def cells(release) -> list[dict[str, object]]:
    columns = ["indicator", "area", "period", "value", "status", "hulpvorm", "aanbieder"]
    rows = pq.read_table(release / "open/cells.parquet", columns=columns).to_pylist()
    return sorted(rows, key=str)


def test_their_deliveries_change_no_figure_and_are_in_the_model(tmp_path, region) -> None:
    shutil.copytree(region, tmp_path / "without")
    shutil.copytree(region, tmp_path / "with")
    agreements = tmp_path / "with/afspraken.yaml"
    known = agreements.read_text(encoding="utf-8")
    providers = 'aanleveraars: ["30000001", "30000002", "VT05", '
    agreements.write_text(known.replace("aanleveraars: [", providers), encoding="utf-8")
    workspace = load(tmp_path / "with")
    youth, truth = youth_deliveries(5, 16)
    write_deliveries(workspace.inbox, [*youth, *report_deliveries(6, 6)[0]], Form.FIXED)
    first = pipeline.run(load(tmp_path / "without"), clock=now, progress=silent, processes=1)
    (workspace.root / "kolommen").mkdir()
    tables = sorted({table for one in [*youth, *report_deliveries(6, 6)[0]] for table in one.tables})
    maps = "kaarten:\n" + "".join(map(fixed_map, tables))
    (workspace.root / "kolommen/alle.yaml").write_text(maps.replace("bevestigd: true", "bevestigd: false"))
    receive_all(deliveries_in(workspace.inbox), workspace.deliveries, clock=now, progress=silent)
    pipeline.process(workspace, progress=silent, processes=1)
    assert {one.deliverer[:2] for one in current_sessions(workspace.deliveries)} == {"GM"}
    (workspace.root / "kolommen/alle.yaml").write_text(maps)
    second = pipeline.run(workspace, clock=now, progress=silent, processes=1)
    assert second.refused == ()
    assert cells(second.release) == cells(first.release)
    model = workspace.warehouse / "model"
    assert pq.read_metadata(model / "bij_traject.parquet").num_rows == len(truth)
    assert pq.read_metadata(model / "vt_melding.parquet").num_rows == 6
    told = json.loads((second.release / "open/deliveries.json").read_text(encoding="utf-8"))
    assert {"30000001", "30000002", "VT05"} < {one["deliverer"] for one in told}
