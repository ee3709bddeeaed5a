"""Without an agreement nothing is received; a table without one is not used and says so."""

from datetime import UTC, datetime

import pytest
from tests.support.messages import PROVISION, csv_of, message

from graadmeter.deliver.agreed import only_agreed
from graadmeter.deliver.reader import read_files
from graadmeter.deliver.session import take_in
from graadmeter.domain.errors import DeliveryRefusedError
from graadmeter.domain.findings import Severity
from graadmeter.domain.text import Text

NOW = datetime(2026, 1, 12, 9, 30, tzinfo=UTC)


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "0141-2025KW04"
    folder.mkdir()
    (folder / "JW301.xml").write_text(message("JW301"))
    (folder / "voorzieningen.csv").write_text(csv_of("voorziening", [PROVISION]))
    return folder


def test_a_delivery_that_is_not_permitted_leaves_nothing(source, tmp_path) -> None:
    asked = []

    def permit(deliverer, day):
        asked.append((deliverer, day.isoformat()))
        raise DeliveryRefusedError(Text("geen afspraak", "no agreement"))

    with pytest.raises(DeliveryRefusedError, match="no agreement"):
        take_in(source, tmp_path / "deliveries", now=NOW, rule_set="r", software="s", permit=permit)
    assert asked == [("GM0141", "2026-01-12")]
    assert not (tmp_path / "deliveries").exists()


def test_a_table_without_agreement_is_not_used_and_the_others_are(source) -> None:
    raw = read_files([source])
    kept = only_agreed(raw, {"voorziening"})
    assert kept.tables["toewijzing"].num_rows == 0
    assert kept.tables["toewijzing"].schema == raw.tables["toewijzing"].schema
    assert kept.tables["voorziening"].equals(raw.tables["voorziening"])
    [finding] = kept.findings
    assert (finding.code, finding.severity, finding.file) == ("DL-AFSPRAAK", Severity.STOPS_FILE, "JW301.xml")
    assert "'toewijzing'" in finding.message.nl
    assert finding.values["count"] == str(raw.tables["toewijzing"].num_rows)


def test_a_delivery_that_is_agreed_on_in_full_is_as_it_was(source) -> None:
    raw = read_files([source])
    assert only_agreed(raw, set(raw.tables)) is raw
