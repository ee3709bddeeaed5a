"""What municipalities tell more than once, or number alike, is neither lost nor taken for one."""

from datetime import date

from tests.support.raw_rows import ANNA, BORN, BRAM, events_of, model_of

from graadmeter.engine.duckdb import DuckDBEngine

_WHO = {"geboortedatum": BORN, "geslacht": "2"}


def pupil(quarter: str) -> dict[str, object]:
    told = {"schooljaar": "2024-2025", "brin": "02YX01", "ondersteuning": "geen", "verzuim": "geen"}
    return {"gemeente": "0141", "kwartaal": quarter, "bsn": ANNA, "leerling": "L1", **_WHO, **told}


def test_a_pupil_of_autumn_and_spring_is_in_both_calendar_years() -> None:
    """A school year lies in two; a list of spring once took the pupils of the autumn before out of their year."""
    with DuckDBEngine(threads=1) as engine:
        lists = [events_of(engine, at, onderwijs=[pupil(at)]) for at in ("2024KW04", "2025KW01")]
        rows = model_of(engine, *lists)["onderwijs"]
    assert [row["kwartaal"] for row in rows] == [2024 * 4 + 3, 2025 * 4]
    assert len({row["leerling"] for row in rows}) == 1


def measurement(town: str, bsn: str, number: str) -> dict[str, object]:
    told = {"wet": "jeugdwet", "meetdatum": date(2024, 2, 1), "moment": "einde", "informant": "ouder"}
    mine = {"gemeente": town, "kwartaal": "2024KW01", "bsn": bsn, "toewijzingnummer": number, **_WHO}
    return {**mine, "meting_id": f"M{number}", **told, "instrument": "nut", "score": 8}


def test_assignments_of_two_municipalities_with_one_number_are_two() -> None:
    """Every municipality numbers its own; counted over the region by the bare number, some vanished."""
    with DuckDBEngine(threads=1) as engine:
        told = [
            events_of(
                engine, gemeente="0141", uitkomst=[measurement("0141", ANNA, "7"), measurement("0141", ANNA, "8")]
            ),
            events_of(engine, gemeente="0153", uitkomst=[measurement("0153", BRAM, "7")]),
        ]
        rows = model_of(engine, *told)["uitkomst"]
    assert len({row["toewijzing"] for row in rows}) == len(rows) == 3
    assert "toewijzingnummer" not in rows[0]
