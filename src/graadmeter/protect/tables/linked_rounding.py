"""Additive rounding of tables that share totals but not inner counts: there, large counts must give way as well."""

from dataclasses import replace

import numpy as np

from graadmeter.domain.errors import DisclosureError, UsageError
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Floats, Ints
from graadmeter.protect.audit.examine import audit
from graadmeter.protect.figures.additive import choices, rounded_counts
from graadmeter.protect.system import System
from graadmeter.protect.tables.counts import Table

_MOST = 4_000
"""Cells from which on a program in whole numbers takes minutes; 2,565 take nine seconds."""


def round_linked(table: Table, *, base: int, luck: Floats, cap: int) -> Ints:
    """Figures that add up in every table: small counts become 0 or the base, others stay within the cap.

    The total of wijken by age is that of the same wijken by form of help, and rounding the inner counts of both gives
    two totals. `luck` has a number from 0 to 1 per cell. Raises UsageError when the table is too large for it, or when
    no figures were found, DisclosureError when who knows the rule can work out a small count.
    """
    if len(table.value) > _MOST:
        raise _cannot(
            f"van meer dan {_MOST} cellen die totalen delen en geen binnenste aantallen",
            f"of more than {_MOST} cells that share totals and no inner counts",
        )
    cap = max(cap, base)
    nothing = np.zeros(len(table.value), dtype=np.int64)
    system = System.of_counts(table.value, table.rows, threshold=base, least=0)
    allowed = choices(system, base=base, cap=cap, public=nothing, luck=luck, before=nothing - 1)
    found = rounded_counts(system, allowed)
    if found is None:
        raise _cannot("zo dat alle sommen kloppen", "such that every sum holds")
    _require_unknown(table, system, found, base=base, cap=cap)
    return found


def _require_unknown(table: Table, system: System, shown: Ints, *, base: int, cap: int) -> None:
    """Attacks as somebody who knows the rule and all sums; raises DisclosureError for what he works out."""
    least = np.where(shown == 0, 0, np.where(shown == base, 1, np.maximum(base, shown - cap)))
    most = np.where(shown == 0, base - 1, shown + cap)
    everything = np.ones(len(shown), dtype=np.bool_)
    need = np.where(system.sensitive, 1, 0)
    leaks = audit(
        replace(system, floor=least, ceiling=most, need=need, frozen=~everything, latent=everything), everything
    ).leaks
    if leaks:
        name = table.cell_name(int(leaks[0].name.split()[-1]))
        raise DisclosureError(
            Text(
                f"Na afronden zijn {len(leaks)} kleine aantallen te herleiden, zoals {name}. Verberg ze "
                "(--method suppress) of neem een andere basis.",
                f"After rounding {len(leaks)} small counts can be worked out, such as {name}. Hide them "
                "(--method suppress) or take another base.",
            )
        )


def _cannot(nl: str, en: str) -> UsageError:
    return UsageError(
        Text(
            f"Deze tabellen zijn niet af te ronden {nl}. Verberg kleine aantallen (--method suppress), of geef de "
            "binnenste aantallen waar alles uit volgt (--inner).",
            f"These tables cannot be rounded {en}. Hide small counts (--method suppress), or give the inner counts "
            "that everything follows from (--inner).",
        )
    )
