"""Checks on delivered rows: what may be used, what is wrong with the rest, and how the deliverer is told. No I/O."""
