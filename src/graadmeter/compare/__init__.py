"""Comparison: published cells beside the region, the nation, similar municipalities and peers, with intervals."""
