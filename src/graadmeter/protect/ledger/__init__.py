"""A release after others: what these showed is known, and what changed since may be too small to be seen."""
