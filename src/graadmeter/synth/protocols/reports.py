"""Reports to Veilig Thuis with investigations and advice, and statutory records, with what the model should hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from graadmeter.domain.periods import parse_period
from graadmeter.synth.numbers import numbers_for
from graadmeter.synth.protocols.delivery import ProtocolDelivery, Row

ORGANISATION, PERIOD = "VT05", "2025HJ02"
_A_HALF_YEAR = 2_500
"""Reports to Veilig Thuis Twente in half a year, in round numbers. Own estimate."""
_HALF_YEARS = 4
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


def report_deliveries(
    seed: int, reports: int, period: str = PERIOD
) -> tuple[list[ProtocolDelivery], list[KnownReport]]:
    """One delivery of a Veilig Thuis organisation about a half-year.

    Every third report is investigated, in every fourth one person is unknown.
    """
    rng, first = np.random.default_rng(seed), parse_period(period).first_day
    numbers = iter(numbers_for(rng, 2 * reports, (0.0, 1.0)))
    told: list[Row] = []
    inquiries: list[Row] = []
    truth = []
    for at in range(reports):
        day, slow = first + timedelta(days=int(rng.integers(0, 120))), int(rng.integers(1, 11))
        name, studied = f"{period}-{at}", at % 3 == 0
        persons = [_involved(f"{next(numbers):09}", rng) for _ in range(2)]
        if at % 4 == 0:
            persons.append({"bsn": _UNKNOWN, "geboortedatum": "00000000", "geslacht": "O"})
        report = {"periode": period} | _report(at, name, (day, day + timedelta(days=slow)), studied=studied)
        told += [report | person for person in persons]
        if studied:
            inquiries += [{"periode": period} | _inquiry(name, day) | person for person in persons]
        reasons = sum(1 << int(code) for code in report["aanleiding"].split("+"))
        truth.append(KnownReport(day, report["besluit"], reasons, len(persons), 2, studied))
    advice: list[Row] = [
        {"periode": period, "adviesnummer": f"A{period}-{at}", "aanleiding": "08", "hoedanigheid": "06"}
        for at in range(reports)
    ]
    tables = {"vt_melding": told, "vt_onderzoek": inquiries, "vt_advies": advice}
    return [ProtocolDelivery(ORGANISATION, period, tables)], truth


def reports_of_region(seed: int, first: int, last: int, fraction: float) -> list[ProtocolDelivery]:
    """What Veilig Thuis hands in about the last half-years with quarters between the indices `first` and `last`."""
    found = []
    for half in range(max(last // 2 - _HALF_YEARS + 1, first // 2), last // 2 + 1):
        period = f"{half // 2}HJ0{half % 2 + 1}"
        found += report_deliveries(seed + half, max(round(_A_HALF_YEAR * fraction), 1), period)[0]
    return found


def _involved(bsn: str, rng: np.random.Generator) -> Row:
    born = date(1985, 1, 1) + timedelta(days=int(rng.integers(0, 13_000)))
    return {"bsn": bsn, "geboortedatum": f"{born:%Y%m%d}", "geslacht": "V"}


def _report(at: int, name: str, days: tuple[date, date], *, studied: bool) -> Row:
    follow = {"besluit": "01", "onderzoeksnummer": f"O{name}"} if studied else {"besluit": "02", "overdracht": "01+17"}
    return {
        "meldingnummer": f"M{name}",
        "aanleiding": "01+08" if at % 2 else "08",
        "aard": "01+03",
        "melder": "13",
        "datum_melding": f"{days[0]:%Y%m%d}",
        "datum_besluit": f"{days[1]:%Y%m%d}",
        **follow,
    }


def _inquiry(name: str, day: date) -> Row:
    begun, done = day + timedelta(days=5), day + timedelta(days=50)
    days = {"datum_start": f"{begun:%Y%m%d}", "datum_afronding": f"{done:%Y%m%d}"}
    return {"onderzoeksnummer": f"O{name}", **days, "uitkomst": "06", "aard": "01", "vervolg": "01+05"}


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
