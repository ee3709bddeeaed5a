"""Money: why spending changed, claims against Iv3, output-based payment, uniform invoicing.

For the region's own analyst. Nothing here is protected, so nothing of it goes into a release.
"""
