"""Measuring again after new deliveries: only the periods that the changed rows can touch; the rest is kept.

The figures of a period follow from rows that are present in it (see `bases`), so a period whose rows are the same has
the same figures. `prints` tells with hashes which periods changed, `run` counts these, `combining` puts old and new
together.
"""
