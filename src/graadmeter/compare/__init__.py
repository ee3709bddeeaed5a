"""Comparison: published cells beside the region, the nation, municipalities of similar size and peers, with intervals."""
