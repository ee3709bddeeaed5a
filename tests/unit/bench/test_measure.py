"""The opponent in plain SQL counts what we count: every indicator of which the invented country fills the tables."""

from argparse import Namespace

import pyarrow.compute as pc
from bench.measure import asked, difference, in_cells, invented, plain_sql, rounded_otherwise, whole
from bench.written import region_in

NOBODY = {"kwetsbare_inwoners", "vervoerskosten"}
"""What nobody has in so small a country."""
FIRST, LAST = "2021KW01", "2023KW04"


def test_plain_sql_counts_what_we_count(tmp_path) -> None:
    chosen = Namespace(scale=0.05, municipalities=3, first=FIRST, last=LAST, memory="2GB")
    invented(tmp_path, None, chosen)
    region = region_in(tmp_path, FIRST, LAST)
    whole(tmp_path, region, chosen)
    names = set(asked(region))
    mine, theirs = in_cells(tmp_path, region, names), plain_sql(tmp_path, region, chosen)
    assert rounded_otherwise(mine, theirs) is not None, difference(mine, theirs)
    assert names - set(pc.unique(mine.column("indicator")).to_pylist()) <= NOBODY
