"""Reports to Veilig Thuis with investigations and advice, and statutory records, with what the model should hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from graadmeter.synth.numbers import numbers_for
from graadmeter.synth.protocols.delivery import ProtocolDelivery, Row

ORGANISATION, PERIOD = "VT05", "2025HJ02"
_PERIOD = {"periode": PERIOD}
_UNKNOWN = "000000000"
"""Veilig Thuis: BSN unknown, where CBS youth has 999999999."""


@dataclass(frozen=True, slots=True)
class KnownReport:
    """A report as the model should hold it."""

    datum_melding: date
    besluit: str
    aanleiding: int
    betrokkenen: int
    bekend: int
    """Persons with a BSN."""
    onderzocht: bool


def report_deliveries(seed: int, reports: int) -> tuple[list[ProtocolDelivery], list[KnownReport]]:
    """One delivery of a Veilig Thuis organisation; every third report is investigated, every fourth has an unknown."""
    rng = np.random.default_rng(seed)
    numbers = iter(numbers_for(rng, 2 * reports, (0.0, 1.0)))
    told: list[Row] = []
    inquiries: list[Row] = []
    truth = []
    for at in range(reports):
        day = date(2025, 7, 1) + timedelta(days=int(rng.integers(0, 120)))
        studied = at % 3 == 0
        persons = [_involved(f"{next(numbers):09}", rng) for _ in range(2)]
        if at % 4 == 0:
            persons.append({"bsn": _UNKNOWN, "geboortedatum": "00000000", "geslacht": "O"})
        report = _report(at, day, studied=studied)
        told += [report | person for person in persons]
        if studied:
            inquiries += [_inquiry(at, day) | person for person in persons]
        reasons = sum(1 << int(code) for code in report["aanleiding"].split("+"))
        truth.append(KnownReport(day, report["besluit"], reasons, len(persons), 2, studied))
    advice: list[Row] = [
        _PERIOD | {"adviesnummer": f"A{at}", "aanleiding": "08", "hoedanigheid": "06"} for at in range(reports)
    ]
    tables = {"vt_melding": told, "vt_onderzoek": inquiries, "vt_advies": advice}
    return [ProtocolDelivery(ORGANISATION, PERIOD, tables)], truth


def _involved(bsn: str, rng: np.random.Generator) -> Row:
    born = date(1985, 1, 1) + timedelta(days=int(rng.integers(0, 13_000)))
    return {"bsn": bsn, "geboortedatum": f"{born:%Y%m%d}", "geslacht": "V"}


def _report(at: int, day: date, *, studied: bool) -> Row:
    decided = day + timedelta(days=3)
    follow = {"besluit": "01", "onderzoeksnummer": f"O{at}"} if studied else {"besluit": "02", "overdracht": "01+17"}
    return {
        **_PERIOD,
        "meldingnummer": f"M{at}",
        "aanleiding": "01+08" if at % 2 else "08",
        "aard": "01+03",
        "melder": "13",
        "datum_melding": f"{day:%Y%m%d}",
        "datum_besluit": f"{decided:%Y%m%d}",
        **follow,
    }


def _inquiry(at: int, day: date) -> Row:
    begun, done = day + timedelta(days=5), day + timedelta(days=50)
    days = {"datum_start": f"{begun:%Y%m%d}", "datum_afronding": f"{done:%Y%m%d}"}
    return {**_PERIOD, "onderzoeksnummer": f"O{at}", **days, "uitkomst": "06", "aard": "01", "vervolg": "01+05"}


def statutory_deliveries(seed: int, records: int) -> tuple[list[ProtocolDelivery], Sequence[Row]]:
    """One provider's statutory records, the first of them once more with its end; and those the model should hold."""
    rng = np.random.default_rng(seed)
    rows: list[Row] = []
    for at, number in enumerate(numbers_for(rng, records, (0.0, 1.0))):
        begin = date(2025, 1, 1) + timedelta(days=int(rng.integers(0, 300)))
        form = {"soort": "jeugdhulp", "vorm": "02"} if at % 2 else {"soort": "bescherming", "vorm": "11"}
        amount = {"bedrag": str(int(rng.integers(1_000, 900_000))), "volume": str(at)}
        person = {"bsn": f"{number:09}", "gemeente": "0153", "geboortejaar": "2011", "aanbieder": "30000001"}
        rows.append({**person, **form, **amount, "verwijzer": "01", "begindatum": f"{begin:%Y%m%d}"})
    ended = [rows[0] | {"einddatum": "20251201", "reden_einde": "31"}]
    deliveries = [
        ProtocolDelivery("30000001", "2025HJ01", {"art8f": rows}),
        ProtocolDelivery("30000001", "2025HJ02", {"art8f": ended}),
    ]
    return deliveries, [*ended, *rows[1:]]
