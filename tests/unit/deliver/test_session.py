"""Receiving: what is written, what happens the second time, and which session counts."""

import stat
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest
from tests.support.messages import PROVISION, csv_of, message, zip_of

from graadmeter.deliver import papers
from graadmeter.deliver.inbox import deliveries_in
from graadmeter.deliver.reader import read_session
from graadmeter.deliver.session import Reception, all_sessions, current_sessions, receive, take_in, write_outcome
from graadmeter.domain.deliveries import Manifest, Receipt, TableCount
from graadmeter.domain.errors import DeliveryRefusedError, UnknownPeriodError, UsageError, WorkspaceError
from graadmeter.domain.findings import Finding, Severity, Verdict
from graadmeter.domain.text import Text

NOW = datetime(2026, 1, 12, 9, 30, tzinfo=UTC)
HOW = {"rule_set": "2026.1", "software": "0.1.0"}


def inbox(tmp_path: Path, name: str = "0141-2025KW04", wijk: str = "WK014110") -> Path:
    folder = tmp_path / "inbox" / name
    folder.mkdir(parents=True, exist_ok=True)
    zip_of(folder / "berichten.zip", {"JW301_000001.xml": message("JW301")})
    (folder / "voorzieningen.csv").write_text(csv_of("voorziening", [PROVISION | {"wijk": wijk}]))
    return folder


def take(source: Path, tmp_path: Path, now: datetime = NOW, **more: str) -> Reception:
    return take_in(source, tmp_path / "deliveries", now=now, **HOW, **more)


def finish(tmp_path: Path, manifest: Manifest, verdict: Verdict = Verdict.ACCEPTED) -> Receipt:
    receipt = Receipt(
        session=manifest.session,
        verdict=verdict,
        tables=(TableCount("toewijzing", 3, 2, 1),),
        findings=1,
        sha256=papers.content_hash(manifest.files),
        rule_set=manifest.rule_set,
        received_at=manifest.received_at,
    )
    finding = Finding(
        "X-001", Severity.QUESTION, "a.csv", Text("Klopt dit?", "Is this right?"), row=3, values={"b": "2", "a": "1"}
    )
    write_outcome(tmp_path / "deliveries" / manifest.session, [finding], receipt, b"XLSX")
    return receipt


def test_bytes_are_kept_untouched_with_their_hashes(tmp_path: Path) -> None:
    source = inbox(tmp_path)
    reception = take(source, tmp_path)
    manifest = reception.manifest
    assert not reception.already
    assert manifest.session.startswith("0141-2025KW04-")
    assert (manifest.deliverer, manifest.period) == ("GM0141", "2025KW04")
    assert (manifest.received_at, manifest.rule_set, manifest.software, manifest.number) == (
        "2026-01-12T09:30:00+00:00", "2026.1", "0.1.0", 1,
    )  # fmt: skip
    folder = tmp_path / "deliveries" / manifest.session
    assert sorted(path.name for path in folder.iterdir()) == ["manifest.json", "received"]
    for file in manifest.files:
        kept, given = (folder / "received" / file.name).read_bytes(), (source / file.name).read_bytes()
        assert kept == given
        assert (file.bytes, file.sha256) == (len(given), sha256(given).hexdigest())
    assert papers.read_manifest(folder) == manifest
    raw = read_session(folder)
    assert raw.tables["toewijzing"]["bestand"].to_pylist() == ["berichten.zip/JW301_000001.xml"]
    assert raw.tables["voorziening"].num_rows == 1
    assert raw.findings == ()


def test_only_the_owner_can_look(tmp_path: Path) -> None:
    folder = tmp_path / "deliveries" / take(inbox(tmp_path), tmp_path).manifest.session
    for path in [folder.parent, folder, *folder.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_the_same_content_again_is_the_same_session(tmp_path: Path) -> None:
    first = take(inbox(tmp_path), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "deliveries").rglob("*")}
    again = take(inbox(tmp_path), tmp_path, NOW + timedelta(days=1))
    assert again == Reception(first.manifest, already=True)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "deliveries").rglob("*")} == before
    assert receive(inbox(tmp_path), tmp_path / "deliveries", now=NOW, **HOW) == first.manifest


def test_the_same_content_from_another_place_is_remembered_and_is_the_same_session(tmp_path: Path) -> None:
    first = take(inbox(tmp_path), tmp_path)
    other = inbox(tmp_path, "0141-2025KW04-nogmaals")
    assert take(other, tmp_path, NOW + timedelta(days=1)) == Reception(first.manifest, already=True)
    assert [one.manifest for one in all_sessions(tmp_path / "deliveries")] == [first.manifest]
    newer = take(inbox(tmp_path, wijk="WK014111"), tmp_path).manifest
    assert take(other, tmp_path) == Reception(first.manifest, already=True), "it lay there before the newer one came"
    finish(tmp_path, first.manifest)
    finish(tmp_path, newer)
    assert current_sessions(tmp_path / "deliveries") == [newer]


def test_older_content_sent_again_after_a_newer_one_counts_again(tmp_path: Path) -> None:
    old = take(inbox(tmp_path), tmp_path).manifest
    new = take(inbox(tmp_path, wijk="WK014111"), tmp_path).manifest
    finish(tmp_path, old)
    finish(tmp_path, new)
    assert current_sessions(tmp_path / "deliveries") == [new]
    source = inbox(tmp_path)
    back = take(source, tmp_path)
    assert back == Reception(old, already=True, brought_back=True)
    assert current_sessions(tmp_path / "deliveries") == [old], "its checks need not be run again"
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "deliveries").rglob("*")}
    assert take(source, tmp_path) == Reception(old, already=True)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "deliveries").rglob("*")} == before


def test_older_content_handed_over_by_name_counts_again_though_the_inbox_still_holds_the_newer(tmp_path: Path) -> None:
    elsewhere = tmp_path / "region"
    outside = inbox(tmp_path)
    old = take_in(outside, elsewhere / "deliveries", now=NOW, **HOW).manifest
    inside = inbox(elsewhere, wijk="WK014111")
    new = take(inside, elsewhere).manifest
    for manifest in (old, new):
        finish(elsewhere, manifest)
    assert take_in(outside, elsewhere / "deliveries", now=NOW, **HOW).brought_back
    assert not take(inside, elsewhere).brought_back, "what lies in the inbox came in before"
    assert current_sessions(elsewhere / "deliveries") == [old]
    assert papers.read_manifest(elsewhere / "deliveries" / old.session).source == ""
    assert new.source == "inbox/0141-2025KW04"


def test_session_and_manifest_depend_on_nothing_but_content_and_arguments(tmp_path: Path) -> None:
    one, two = tmp_path / "a", tmp_path / "b"
    assert take(inbox(one), one) == take(inbox(two), two)


def test_redelivery_takes_the_place_of_the_older_one_once_accepted(tmp_path: Path) -> None:
    old = take(inbox(tmp_path), tmp_path).manifest
    finish(tmp_path, old)
    new = take(inbox(tmp_path, wijk="WK014111"), tmp_path, NOW + timedelta(days=3)).manifest
    assert (old.number, new.number) == (1, 2)
    assert current_sessions(tmp_path / "deliveries") == [old], "the new one has not been checked yet"
    finish(tmp_path, new, Verdict.REFUSED)
    assert current_sessions(tmp_path / "deliveries") == [old], "a refused delivery replaces nothing"
    finish(tmp_path, new, Verdict.PARTLY)
    assert current_sessions(tmp_path / "deliveries") == [new]
    states = {state.manifest.session: state.superseded_by for state in all_sessions(tmp_path / "deliveries")}
    assert states == {old.session: new.session, new.session: ""}


def test_a_clock_that_goes_back_does_not_bring_the_older_one_back(tmp_path: Path) -> None:
    old = take(inbox(tmp_path), tmp_path).manifest
    new = take(inbox(tmp_path, wijk="WK014111"), tmp_path, NOW - timedelta(days=900)).manifest
    assert new.received_at < old.received_at
    finish(tmp_path, new)
    finish(tmp_path, old)
    assert current_sessions(tmp_path / "deliveries") == [new]


def test_other_quarters_and_municipalities_stand_beside_each_other(tmp_path: Path) -> None:
    names = ["0141-2025KW04", "0141-2025KW03", "0153-2025KW04"]
    manifests = [take(inbox(tmp_path, name), tmp_path).manifest for name in names]
    for manifest in manifests:
        finish(tmp_path, manifest)
    assert current_sessions(tmp_path / "deliveries") == [manifests[1], manifests[0], manifests[2]]
    assert {manifest.number for manifest in manifests} == {1}


def test_without_a_receipt_a_session_is_interrupted(tmp_path: Path) -> None:
    manifest = take(inbox(tmp_path), tmp_path).manifest
    [state] = all_sessions(tmp_path / "deliveries")
    assert state.verdict is Verdict.INTERRUPTED
    receipt = finish(tmp_path, manifest)
    folder = tmp_path / "deliveries" / manifest.session
    assert papers.read_receipt(folder) == receipt
    [finding] = papers.read_findings(folder)
    assert finding.values == {"a": "1", "b": "2"}
    assert (finding.severity, finding.message.nl, finding.row) == (Severity.QUESTION, "Klopt dit?", 3)
    assert (folder / "report.xlsx").read_bytes() == b"XLSX"
    assert all_sessions(tmp_path / "deliveries")[0].verdict is Verdict.ACCEPTED


def test_checking_again_that_stops_halfway_leaves_no_old_receipt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = take(inbox(tmp_path), tmp_path).manifest
    finish(tmp_path, manifest)
    monkeypatch.setattr(papers, "findings_json", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        finish(tmp_path, manifest)
    assert all_sessions(tmp_path / "deliveries")[0].verdict is Verdict.INTERRUPTED


def test_time_is_written_in_utc_and_must_know_its_zone(tmp_path: Path) -> None:
    local = datetime(2026, 7, 1, 1, 0, tzinfo=timezone(timedelta(hours=2)))
    assert take(inbox(tmp_path), tmp_path, local).manifest.received_at == "2026-06-30T23:00:00+00:00"
    with pytest.raises(ValueError, match="time zone"):
        take(inbox(tmp_path), tmp_path, datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        ("0141-2025KW04", {}, ("GM0141", "2025KW04")),
        ("0141-2025KW04 herlevering", {}, ("GM0141", "2025KW04")),
        ("almelo", {"deliverer": "0141", "period": "2025kw03"}, ("GM0141", "2025KW03")),
        ("almelo", {"deliverer": "GM0141"}, ("GM0141", "2025KW04")),
        ("almelo", {}, ("GM0141", "2025KW04")),
    ],
)
def test_whose_it_is_follows_from_arguments_name_or_contents(
    tmp_path: Path, name: str, said: dict[str, str], expected: tuple[str, str]
) -> None:
    manifest = take(inbox(tmp_path, name), tmp_path, **said).manifest
    assert (manifest.deliverer, manifest.period) == expected


def test_one_file_is_a_delivery_too(tmp_path: Path) -> None:
    file = inbox(tmp_path) / "berichten.zip"
    assert take(file, tmp_path).manifest.period == "2025KW04", "the quarter in which its messages are dated"
    table = tmp_path / "0153-2024KW01.csv"
    table.write_text("gemeente;wijk;peildatum;leeftijd;geslacht;aantal\n0153;WK015300;2024-01-01;0;m;12\n")
    assert take(table, tmp_path).manifest.session.startswith("0153-2024KW01-")


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"deliverer": "0153"}, UsageError),
        ({"period": "2025KW03"}, UsageError),
        ({"deliverer": "Almelo"}, UsageError),
        ({"period": "2025JJ00"}, UsageError),
        ({"period": "vierde"}, UnknownPeriodError),
    ],
)
def test_what_is_said_must_be_right(tmp_path: Path, said: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        take(inbox(tmp_path), tmp_path, **said)
    assert not (tmp_path / "deliveries").exists()


def test_what_cannot_be_received_is_refused_whole(tmp_path: Path) -> None:
    empty = tmp_path / "0141-2025KW04"
    empty.mkdir()
    unknown = tmp_path / "iets.csv"
    unknown.write_text("hallo")
    linked = inbox(tmp_path)
    (linked / "wachtwoorden.csv").symlink_to("/etc/passwd")
    for source in (empty, unknown, linked):
        with pytest.raises(DeliveryRefusedError) as refused:
            take(source, tmp_path)
        assert refused.value.text.nl.endswith(".")
    assert not list(tmp_path.glob("deliveries/*"))


def test_file_that_changes_meanwhile_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = inbox(tmp_path)
    monkeypatch.setattr("graadmeter.deliver.staging.file_hash", lambda _: "0" * 64)
    with pytest.raises(DeliveryRefusedError, match="changed"):
        take(source, tmp_path)
    assert list((tmp_path / "deliveries").iterdir()) == []


def test_changed_bytes_in_a_session_are_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "deliveries" / take(inbox(tmp_path), tmp_path).manifest.session
    (folder / "received/voorzieningen.csv").write_text(csv_of("voorziening", [PROVISION | {"wijk": "WK014199"}]))
    raw = read_session(folder)
    assert [(finding.code, finding.file) for finding in raw.findings] == [("DL-VERANDERD", "voorzieningen.csv")]
    assert raw.tables["voorziening"].num_rows == 0
    assert raw.tables["toewijzing"].num_rows == 1


def test_names_with_a_bsn_are_not_kept(tmp_path: Path) -> None:
    folder = tmp_path / "0141-2025KW04"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "JW301_123456782.xml").write_text(message("JW301"))
    (folder / ".DS_Store").write_bytes(b"\0")
    manifest = take(folder, tmp_path).manifest
    assert [file.name for file in manifest.files] == ["sub/JW301_[nummer]~1.xml"]
    raw = read_session(tmp_path / "deliveries" / manifest.session)
    assert raw.tables["toewijzing"]["bestand"].to_pylist() == ["sub/JW301_[nummer]~1.xml"]


def test_damaged_papers_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "deliveries" / take(inbox(tmp_path), tmp_path).manifest.session
    for paper, read in (
        (papers.RECEIPT, papers.read_receipt),
        (papers.FINDINGS, papers.read_findings),
        (papers.MANIFEST, papers.read_manifest),
    ):
        for content in ("{", '{"a": 1}', "[1]"):
            (folder / paper).write_text(content)
            with pytest.raises(WorkspaceError, match=paper):
                read(folder)


def test_inbox_lists_its_deliveries(tmp_path: Path) -> None:
    folders = [inbox(tmp_path, name) for name in ("0153-2025KW04", "0141-2025KW04", "0141-2025KW04-herstel")]
    (tmp_path / "inbox" / "oud").mkdir()
    assert deliveries_in(tmp_path / "inbox") == (folders[1], folders[2], folders[0])
    assert deliveries_in(folders[0]) == (folders[0],)
