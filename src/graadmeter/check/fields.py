"""Field checks on columns: is a required value there, can it be read, is it on its list, has it the right form.

These say the same as the SQL in their catalogue files (a property test holds the two together). They run as column
operations because there are some 170 of them: planning them as SQL costs more than running them, see docs/checks.md.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.plan import FieldCheck
from graadmeter.domain.checks import Each

Mask = npt.NDArray[np.bool_]


def field_failures(
    checks: Iterable[FieldCheck], text: dict[str, pa.Array], values: dict[str, pa.Array]
) -> Iterable[tuple[FieldCheck, Mask]]:
    """Per field check the rows that fail it; a row fails at most one check per field, in the order of `Each`."""
    failed: dict[str, Mask] = {}
    for check in checks:
        name = check.field.name
        wrong = as_mask(_wrong(check, text, values))
        wrong &= ~failed.get(name, np.zeros(len(wrong), dtype=bool))
        failed[name] = failed.get(name, np.zeros(len(wrong), dtype=bool)) | wrong
        yield check, wrong


def _wrong(check: FieldCheck, text: dict[str, pa.Array], values: dict[str, pa.Array]) -> pa.Array:
    column = text[check.field.name]
    if check.each is Each.REQUIRED:
        return pc.is_null(column)
    if check.each is Each.READABLE:
        return pc.and_(pc.is_valid(column), pc.is_null(values[check.field.name]))
    if check.each is Each.PATTERN:
        return pc.invert(pc.match_substring_regex(column, rf"\A(?:{check.field.pattern})\z"))
    return _off_the_list(check, column, text)


def _off_the_list(check: FieldCheck, column: pa.Array, text: dict[str, pa.Array]) -> pa.Array:
    wrong = pc.is_null(column)
    for domain, codes in check.codes.items():
        off = pc.invert(pc.is_in(column, value_set=pa.array(sorted(codes), pa.string())))
        here = pc.equal(text["domein"], domain) if domain else True
        wrong = pc.or_(wrong, pc.and_(off, here))
    return pc.and_(wrong, pc.is_valid(column))


def as_mask(flags: pa.Array) -> Mask:
    """The flags as a writable array; NULL counts as false."""
    mask: Mask = np.array(pc.fill_null(flags, fill_value=False).to_numpy(zero_copy_only=False), dtype=bool)
    return mask
