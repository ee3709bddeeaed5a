"""Fingerprints are stable, differ between parts, and see every change of content."""

import re

from graadmeter.catalogue.fingerprint import _hash, catalogue_hash, code_hash, rule_set, software


def test_they_are_stable_and_have_their_form() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", catalogue_hash())
    assert re.fullmatch(r"regels-[0-9a-f]{8}", rule_set())
    assert re.fullmatch(r"graadmeter \d+\.\d+\.\d+ \([0-9a-f]{8}\)", software())
    assert code_hash("site") == code_hash("site") != code_hash("charts")


def test_names_and_contents_count(tmp_path) -> None:
    def hashed(**files: str) -> str:
        folder = tmp_path / "units"
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for name, text in files.items():
            (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return _hash([folder])

    base = hashed(a_yaml="x", b_csv="y")
    assert hashed(b_csv="y", a_yaml="x") == base
    assert hashed(a_yaml="x", b_csv="z") != base
    assert hashed(a_yaml="x", c_csv="y") != base
    assert hashed(a_yaml="xy", b_csv="") != base
    assert hashed(a_yaml="x", b_csv="y", c_pyc="compiled") == base
