"""Changing the key. See docs/pseudonyms.md for when and how."""

from collections.abc import Iterable

import pyarrow as pa

from graadmeter.pseudonymise.keys import PseudonymKey
from graadmeter.pseudonymise.pseudonyms import pseudonyms


def rotate(ids: Iterable[str], *, purpose: str, old: PseudonymKey, new: PseudonymKey) -> pa.Table:
    """The columns `oud` and `nieuw`: every distinct id's pseudonym under both keys, sorted by the old one.

    The table connects two generations of pseudonyms, so it is as secret as the keys and is to be destroyed after use.
    """
    distinct = sorted(set(ids))
    table = pa.table(
        {
            "oud": pseudonyms(distinct, purpose=purpose, key=old),
            "nieuw": pseudonyms(distinct, purpose=purpose, key=new),
        }
    )
    return table.sort_by("oud")
