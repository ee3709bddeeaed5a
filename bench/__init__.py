"""Benchmarks: each prints a ratio against a named opponent measured in the same run. They are not timed tests."""
