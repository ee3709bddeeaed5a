"""Clean deliveries are accepted without a question: a check that cries wolf is not listened to."""

import json


def test_a_clean_region_raises_no_question(clean_region) -> None:
    sessions = [session for session in (clean_region / "deliveries").iterdir() if session.is_dir()]
    assert len(sessions) >= 20
    for session in sessions:
        found = json.loads((session / "findings.json").read_bytes())
        asked = [
            (finding["code"], finding["message"]["nl"]) for finding in found if finding["severity"] != "informatie"
        ]
        assert not asked, session.name
        receipt = json.loads((session / "receipt.json").read_bytes())
        assert receipt["verdict"] == "geaccepteerd"
        assert sum(table["rejected"] for table in receipt["tables"]) == 0
        assert sum(table["used"] for table in receipt["tables"]) > 0
