"""What receivers refused: whole messages (return messages, 325) and claim lines (325), as checks weigh them."""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.fields import as_mask
from graadmeter.check.ledger import Ledger
from graadmeter.domain.returns import SENT_AS, answers_to, refuses

_CODES = {
    "retour": ("retourcodes", "retourcodes_antwoord"),
    "retourregel": ("retourcodes_client", "retourcodes", "retourcodes_contact"),
    "declaratieantwoord": ("retourcodes_kop", "retourcodes"),
}
"""Raw table -> where it tells whether it refuses."""
_PARTIES = ("domein", "gemeente", "aanbieder")
_IDENTITY, _CLAIM = ("bericht_id", "dagtekening"), ("declaratie_id", "declaratie_verzonden")


def mark_returned(ledgers: Mapping[str, Ledger]) -> None:
    """Marks the rows of messages that were refused as a whole: they are judged no more and are nobody's neighbour.

    Their receiver has said already what is wrong, and the corrected message stands beside them.
    """
    refused = set(_refused(ledgers))
    for table, number in SENT_AS.items():
        ledger = ledgers.get(table)
        keys = sorted(key for kind, key in refused if kind == number)
        if keys and ledger is not None and ledger.rows:
            columns = [ledger.values[name].cast(pa.string()) for name in (*_PARTIES, *_IDENTITY)]
            told = pc.is_in(pc.binary_join_element_wise(*columns, "|"), value_set=pa.array(keys))
            ledger.returned |= as_mask(told)


def _refused(ledgers: Mapping[str, Ledger]) -> Iterator[tuple[str, str]]:
    """Number and key of every refused message."""
    for table, columns in _CODES.items():
        ledger = ledgers.get(table)
        if ledger is None or not ledger.rows:
            continue
        is_claim = table == "declaratieantwoord"
        needed = (*_PARTIES, *(_CLAIM if is_claim else (*_IDENTITY, "bericht")))
        for row in pa.table({name: ledger.values[name] for name in (*needed, *columns)}).to_pylist():
            if any(refuses(row[name]) for name in columns) and None not in [row[name] for name in needed]:
                key = "|".join(str(row[name]) for name in needed[:5])
                yield "323" if is_claim else answers_to(row["bericht"]), key


def undone(lines: pa.Table) -> pa.Table:
    """The refused lines with debit and credit turned round.

    Beside the line itself they make nothing: care that was refused may be claimed anew, and its volume and amount are
    free again. A refused line that was received in an earlier quarter needs no finding back for that.
    """
    turned = pc.if_else(pc.equal(lines["debet_credit"], "D"), "C", "D")
    return lines.set_column(lines.schema.get_field_index("debet_credit"), lines.schema.field("debet_credit"), turned)
