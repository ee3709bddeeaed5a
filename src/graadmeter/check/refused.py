"""Claim lines that the municipality refused (325), as checks weigh them: like lines that were taken back."""

import pyarrow as pa
import pyarrow.compute as pc


def undone(lines: pa.Table) -> pa.Table:
    """The refused lines with debit and credit turned round.

    Beside the line itself they make nothing: care that was refused may be claimed anew, and its volume and amount are
    free again. A refused line that was received in an earlier quarter needs no finding back for that.
    """
    turned = pc.if_else(pc.equal(lines["debet_credit"], "D"), "C", "D")
    return lines.set_column(lines.schema.get_field_index("debet_credit"), lines.schema.field("debet_credit"), turned)
