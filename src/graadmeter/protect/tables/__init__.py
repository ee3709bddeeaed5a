"""Any table of counts, outside the monitor: suppression, rounding, and tables built from hierarchies."""
