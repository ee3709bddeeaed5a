"""A quarter is as large now as in later history, in whatever way it was delivered; else a drop is seen in nothing."""

from datetime import date
from typing import Any

import pytest
from tests.support.raw_rows import ANNA, BORN, BRAM, claim, events_of, provision, raw

from graadmeter.check import volumes
from graadmeter.engine.duckdb import DuckDBEngine

SAME: dict[str, Any] = {"gemeente": "0141", "kwartaal": "2024KW01"}
BENEFIT = {
    **SAME,
    "bsn": ANNA,
    "geboortedatum": BORN,
    "geslacht": "2",
    "uitkering_id": "U1",
    "regeling": "bijstand",
    "begindatum": date(2024, 1, 10),
    "wijk": "WK014111",
}
LINE = {
    **SAME,
    "bsn": BRAM,
    "wet": "wmo",
    "regelnummer": "9",
    "toewijzingnummer": "1",
    "aanbieder": "02020202",
    "categorie": "01",
    "productcode": "01A01",
    "periode_begin": date(2024, 2, 1),
    "periode_eind": date(2024, 2, 29),
    "volume": 60,
    "eenheid": "01",
    "bedrag": 100,
}
ADDRESS = {**SAME, "bsn": BRAM, "buurt": "BU01411001"}
ASSISTED = provision(wet="participatiewet", voorziening_id="U1", wijk="WK014110")
DELIVERIES = {
    "usual": {"voorziening": [provision(), provision(bsn=BRAM, voorziening_id="V2")], "prestatie": [claim("1")]},
    "benefits alone": {"voorziening": [provision(bsn=BRAM)], "participatiewet": [BENEFIT]},
    "benefits twice": {"voorziening": [ASSISTED], "participatiewet": [BENEFIT, BENEFIT | {"uitkering_id": "U2"}]},
    "another benefit": {
        "voorziening": [ASSISTED],
        "participatiewet": [BENEFIT | {"uitkering_id": "U2", "begindatum": date(2024, 2, 1)}],
    },
    "claims in both ways": {"prestatie": [claim("1")], "declaratie_uittreksel": [LINE]},
    "addresses": {"voorziening": [provision()], "adres": [ADDRESS, ADDRESS | {"bsn": ANNA, "buurt": "BU01411101"}]},
}


@pytest.mark.parametrize("name", DELIVERIES)
def test_the_quarter_is_as_large_as_its_events(name: str) -> None:
    tables = {"voorziening": [], "prestatie": [], **DELIVERIES[name]}
    now = volumes.of_rows(raw(**tables), "GM0141")
    with DuckDBEngine(threads=1) as engine:
        later = volumes.of_events(events_of(engine, **tables), 8096)
    seen = [
        {(row["maat"], row["code"]): row["aantal"] for row in part.to_pylist() if row["maat"] != "tabel"}
        for part in (now, later)
    ]
    assert seen[0] == seen[1]
    assert seen[0]
