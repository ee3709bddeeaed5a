"""Measuring again after new deliveries: only the years that the changed rows can touch; the rest is kept.

The figures of a period follow from rows of its calendar year (see `bases`), so a year whose rows are the same has the
same figures. `prints` tells with hashes which years changed, `run` counts these, `combining` puts old and new together.
"""
