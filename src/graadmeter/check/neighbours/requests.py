"""Neighbours made from requests for a change (317) and from the claims (323) that claim answers (325) speak of."""

from functools import reduce

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.lookup import chosen, matches
from graadmeter.check.neighbours.claims import signed
from graadmeter.check.neighbours.grouping import CREDIT, per_key, signs, with_columns
from graadmeter.check.neighbours.neighbour import Neighbour, Rows
from graadmeter.check.typed import whole

_PARTIES = ["domein", "aanbieder"]
_REQUEST = [*_PARTIES, "bericht_id", "referentie"]
_CLAIM = [*_PARTIES, "bericht_id"]
_WANTED = ("gewenste_ingangsdatum", "gewenste_einddatum", "volume", "budget")
"""What a product that stays as it is does not say."""


def _change_requests(rows: Rows) -> pa.Table:
    now = rows.now("wijzigingsverzoek")
    numbered = pc.is_valid(now["nummer"])
    wanted = reduce(pc.or_, [pc.is_valid(now[name]) for name in _WANTED], pc.invert(numbered))
    marked = with_columns(now, heeft=numbered.cast(pa.int64()), wil=wanted.cast(pa.int64()))
    return per_key(marked, _REQUEST, [("heeft", "sum", "bekend"), ("wil", "sum", "gevraagd")])


def _claims(rows: Rows) -> pa.Table:
    """A claim whose lines do not make its total lost some: other checks set them aside."""
    claims = rows.now("declaratie")
    lines = per_key(signed(rows.now("prestatie")), _CLAIM, [("netto_bedrag", "sum", "bedrag")])
    place = matches([whole(claims[name]) for name in _CLAIM], [whole(lines[name]) for name in _CLAIM])
    total = pc.multiply(claims["totaalbedrag"], signs(claims["debet_credit"], CREDIT))
    whole_claim = pc.equal(total, chosen(lines["bedrag"], place)).cast(pa.int64())
    return with_columns(claims.select([*_CLAIM, "declaratienummer"]), volledig=whole_claim)


def _claim_lines(rows: Rows) -> pa.Table:
    return rows.now("prestatie").select([*_CLAIM, "referentienummer"])


CHANGE_REQUEST = Neighbour(
    "wijziging",
    "all products of the request for a change together",
    tuple(_REQUEST),
    _change_requests,
    {"bekend": "products that were assigned already", "gevraagd": "products that change or are new"},
)
ANSWERED_CLAIM = Neighbour(
    "bericht323",
    "the claim in this delivery that the claim answer is about",
    (*_PARTIES, "declaratie_id"),
    _claims,
    {"declaratienummer": "claim number", "volledig": "1 when its lines make its total"},
)
ANSWERED_LINE = Neighbour(
    "regel323",
    "the claim line in this delivery that was refused",
    (*_PARTIES, "declaratie_id", "referentienummer"),
    _claim_lines,
    {"referentienummer": "its reference number"},
)
