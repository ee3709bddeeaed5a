"""The search for what to hide: programs, moves and proofs over any cells and sums. Knows nothing of indicators."""
