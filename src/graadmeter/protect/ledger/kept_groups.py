"""Groups whose figures were published stay: others of nearly the same wijken or members would tell the difference."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.catalogue.member_kin import mergeable_dimensions
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.member_groups import members_of
from graadmeter.domain.mergers import PREFIX
from graadmeter.domain.text import Text
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.matching import Matcher

_MOST_NAMED = 3


def require_groups(measured: pa.Table, earlier: Sequence[Earlier]) -> None:
    """Raises DisclosureError when an earlier release showed a group that `measured` (MEASURED) has no figure of.

    Of indicators and periods that are not published at all any more nothing is asked.
    """
    shown = [(one.edition, _of_groups(one.cells)) for one in earlier]
    if not any(cells.num_rows for _, cells in shown):
        return
    matcher, there = Matcher(measured), _moments(measured)
    gone: dict[str, str] = {}
    for edition, cells in shown:
        place = matcher.places(cells)
        still = pc.is_in(_moments(cells), there).to_numpy(zero_copy_only=False)
        lost = cells.filter(pa.array((place < 0) & still.astype(np.bool_)))
        gone |= dict.fromkeys(sorted(set(_names(lost))), edition)
    if gone:
        some = ", ".join(f"{code} ({edition})" for code, edition in sorted(gone.items())[:_MOST_NAMED])
        raise DisclosureError(
            Text(
                "Er wordt niets gepubliceerd: van deze samengevoegde wijken of codes stonden cijfers in een eerdere "
                f"uitgave, en nu niet meer: {some}. Zet ze terug in samenvoegingen.csv of samengevoegde_codes.csv, en "
                "bij 'merging' in het beleid, voor de jaren die al gepubliceerd zijn; een andere indeling kan voor "
                "latere jaren.",
                "Nothing is published: an earlier release held figures of these merged wijken or codes, and this one "
                f"would not: {some}. Put them back in samenvoegingen.csv or samengevoegde_codes.csv, and under "
                "'merging' in the policy, for the years that were published; another division can hold for later "
                "years.",
            )
        )


def _of_groups(cells: pa.Table) -> pa.Table:
    inside = pc.starts_with(cells["area"].cast(pa.string()), PREFIX)
    for name in mergeable_dimensions():
        inside = pc.or_(inside, pa.array(_is_group(cells[name]), pa.bool_()))
    return cells.filter(pc.and_(inside, pc.is_valid(cells["value"])))


def _is_group(column: pa.ChunkedArray) -> list[bool]:
    groups = {code: bool(members_of(code)) for code in pc.unique(column.cast(pa.string())).to_pylist()}
    return [groups[code] for code in column.to_pylist()] if any(groups.values()) else [False] * len(column)


def _names(cells: pa.Table) -> list[str]:
    """What the groups of these rows are called: the area, or the members."""
    columns = [cells[name].to_pylist() for name in ("area", *mergeable_dimensions())]
    return [next((code for code in row[1:] if members_of(code)), row[0]) for row in zip(*columns, strict=True)]


def _moments(cells: pa.Table) -> pa.Array:
    columns = [cells[name].cast(pa.string()) for name in ("indicator", "period")]
    return pc.binary_join_element_wise(*columns, "|").combine_chunks()
