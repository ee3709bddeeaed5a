"""Participatiewet: the benefits that the extract holds as well, under the same number, so that nothing counts twice."""

from collections.abc import Iterator
from datetime import date

from graadmeter.synth.domains.story import Fact, Quarter, Row, Told, person

_MOST = 15


def benefits(clients: list[Row], _quarter: Quarter) -> Iterator[Told]:
    """A row per benefit of the extract."""
    for client in clients[:_MOST]:
        same = {name: client[name] for name in ("begindatum", "einddatum")}
        row = person(client) | same | {"uitkering_id": client["voorziening_id"], "regeling": "bijstand"}
        days = {name: date.fromisoformat(text) if text else None for name, text in same.items()}
        fact: Fact = {"persoon": client["bsn"], "uitkering": row["uitkering_id"], "regeling": "bijstand"}
        yield Told(row | {"wijk": client["wijk"], "huishouden": client["huishouden"]}, {**fact, **days})
