"""The inhabitants that published shares are shares of, out of the measured cells: public figures, listed once."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.compare.index import slices_of
from graadmeter.compare.series import series_of
from graadmeter.domain.comparison import INHABITANTS
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.periods import parse_period
from graadmeter.engine.arrow import schema_of, shaped

FEWEST = 10
"""Areas with fewer inhabitants in a group are left out: no small number of people stands in a release."""


def inhabitants(measured: pa.Table, indicators: Mapping[str, Indicator]) -> pa.Table:
    """The table INHABITANTS in order of its key; `measured` are unprotected cells (MEASURED).

    Only the number of inhabitants is taken, which is public (docs/protection.md); a numerator is never looked at.
    """
    known = measured.filter(pc.greater_equal(measured["denominator"].fill_null(0), FEWEST))
    slices, number = slices_of(known)
    kinds = [one.inhabitants for one in series_of(slices, indicators)]
    if not any(kinds):
        return schema_of(INHABITANTS).empty_table()
    numbers = pa.array(number)
    columns = {
        name: pa.array([kind and kind[place] for kind in kinds], pa.string()).take(numbers)
        for place, name in enumerate(("age", "geslacht", "leeftijdsgroep"))
    }
    periods = pc.unique(known["period"])
    years = pa.array([parse_period(code).year for code in periods.to_pylist()], pa.int32())
    columns["area"] = known["area"].combine_chunks()
    columns["year"] = years.take(pc.index_in(known["period"], periods).combine_chunks())
    columns["inhabitants"] = known["denominator"].combine_chunks()
    found = pa.table(columns).filter(pc.is_valid(columns["age"]))
    keys = [name for name in INHABITANTS.names if name != "inhabitants"]
    single = found.group_by(keys).aggregate([("inhabitants", "max")]).rename_columns([*keys, "inhabitants"])
    return shaped(single.sort_by([(name, "ascending") for name in keys]), INHABITANTS)
