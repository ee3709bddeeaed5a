"""From a region to systems that can be protected one by one: the plan, the blocks, who knows what, and the proofs."""
