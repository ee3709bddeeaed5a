"""Statistics: pure formulas on numbers and arrays, one method per file, each with the source of its formula."""
