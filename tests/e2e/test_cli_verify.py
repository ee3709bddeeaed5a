"""`graadmeter verify`: a deliverer proves offline, with the region's public key, what was handed in."""

import json
import shutil
from datetime import UTC, datetime

import pytest
from tests.e2e.region import graadmeter
from tests.support.messages import PROVISION, csv_of

from graadmeter.deliver.papers import content_hash, read_manifest, read_receipt
from graadmeter.deliver.session import all_sessions, take_in, write_outcome
from graadmeter.domain.deliveries import Receipt, TableCount
from graadmeter.domain.findings import Verdict
from graadmeter.store import signing


@pytest.fixture
def region(tmp_path):
    """A workspace with one checked delivery, and what its deliverer keeps."""
    workspace = tmp_path / "region"
    assert graadmeter("init", workspace).code == 0
    own = tmp_path / "own" / "0141-2025KW04"
    own.mkdir(parents=True)
    (own / "voorzieningen.csv").write_text(csv_of("voorziening", [PROVISION]))
    now = datetime(2026, 1, 12, tzinfo=UTC)
    manifest = take_in(own, workspace / "deliveries", now=now, rule_set="r", software="s").manifest
    folder = workspace / "deliveries" / manifest.session
    tables = (TableCount("voorziening", 3, 2, 1),)
    receipt = Receipt(
        manifest.session, Verdict.PARTLY, tables, 1, content_hash(manifest.files), "r", manifest.received_at,
        manifest.files, "s",
    )  # fmt: skip
    write_outcome(folder, [], receipt, b"", signing.load_or_create(workspace / "keys" / "signing.key").sign)
    pem = tmp_path / "regio.pem"
    pem.write_text(graadmeter("public-key", "--workspace", workspace).out)
    return workspace, folder, pem, own


def test_a_genuine_receipt_tells_what_it_proves_without_the_workspace(region, tmp_path, monkeypatch) -> None:
    workspace, folder, pem, own = region
    away = tmp_path / "away"
    away.mkdir()
    for name in ("receipt.json", "receipt.sig"):
        shutil.copy(folder / name, away)
    shutil.rmtree(workspace)
    said = graadmeter("verify", away / "receipt.json", "--key", pem, "--delivery", own, "--lang", "en")
    assert said.code == 0, said.err
    assert "genuine" in said.out
    assert "voorziening: 3 read, 2 used, 1 not used" in said.out
    assert "own files are those of the receipt" in said.out
    (own / "voorzieningen.csv").write_text("other")
    said = graadmeter("verify", away / "receipt.json", "--key", pem, "--delivery", own, "--lang", "en")
    assert said.code == 4
    assert "voorzieningen.csv" in said.out


def test_the_workspace_knows_its_own_key(region) -> None:
    workspace, folder, _, _ = region
    assert graadmeter("verify", folder, "--workspace", workspace).code == 0


def test_a_receipt_changed_in_one_sign_is_not_genuine(region) -> None:
    _, folder, pem, _ = region
    content = (folder / "receipt.json").read_bytes()
    told = json.loads(content)
    assert told["files"][0]["sha256"] == read_manifest(folder).files[0].sha256
    (folder / "receipt.json").write_bytes(content.replace(b'"rejected": 1', b'"rejected": 0'))
    said = graadmeter("verify", folder, "--key", pem)
    assert said.code == 4
    assert "niet echt" in said.out


def test_another_key_is_told_apart_from_a_forgery(region, tmp_path) -> None:
    _, folder, _, _ = region
    other = tmp_path / "other.pem"
    other.write_bytes(signing.public_pem(signing.load_or_create(tmp_path / "k")))
    said = graadmeter("verify", folder, "--key", other)
    assert said.code == 4
    assert "andere sleutel" in said.out


@pytest.mark.parametrize("missing", ["receipt.json", "receipt.sig"])
def test_what_cannot_be_read_is_said(region, missing) -> None:
    _, folder, pem, _ = region
    (folder / missing).unlink()
    said = graadmeter("verify", folder, "--key", pem)
    assert said.code == 2
    assert missing in said.err


def test_without_a_signature_no_receipt_appears(region) -> None:
    workspace, folder, _, _ = region
    receipt = read_receipt(folder)
    assert receipt is not None
    with pytest.raises(ZeroDivisionError):
        write_outcome(folder, [], receipt, b"", lambda _: 1 // 0)
    assert not (folder / "receipt.json").exists()
    assert all_sessions(workspace / "deliveries")[0].verdict is Verdict.INTERRUPTED
