"""The grid of counts of a region: which rows show which count, and which sums hold between them."""
