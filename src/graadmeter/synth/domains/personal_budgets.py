"""What was spent from personal budgets: a line per running provision and quarter."""

from collections.abc import Iterator
from datetime import date

from graadmeter.synth.domains.story import Fact, Quarter, Row, Told, chance

_TABLE, _MOST = 9, 15
_LOW, _HIGH = 40_000, 300_000
"""Eurocents per quarter."""


def personal_budgets(clients: list[Row], quarter: Quarter) -> Iterator[Told]:
    """A line per provision that the client buys with a budget, for the days of the quarter in which it ran."""
    for client in clients[:_MOST]:
        begin = max(date.fromisoformat(client["begindatum"]), quarter.first)
        end = min(date.fromisoformat(client["einddatum"] or "9999-12-31"), quarter.last)
        if begin > end:
            continue
        amount = int(chance(client, _TABLE).integers(_LOW, _HIGH))
        number = f"{client['voorziening_id']}-{quarter.index}"
        row = {
            "bsn": client["bsn"],
            "wet": client["wet"],
            "regelnummer": number,
            "voorziening_id": client["voorziening_id"],
            "periode_begin": begin.isoformat(),
            "periode_eind": end.isoformat(),
            "bedrag": str(amount),
        }
        fact: Fact = {"persoon": client["bsn"], "besteding": number, "wet": client["wet"]}
        days: Fact = {"periode_begin": begin, "periode_eind": end, "bedrag_cent": amount}
        yield Told(row, {**fact, "voorziening": client["voorziening_id"], **days})
