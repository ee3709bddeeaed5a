"""The reference engine: the same catalogue counted with dictionaries and loops, to compare the fast engine with.

Slow and plain on purpose. It shares the definitions and the shape of cells with the fast engine, and no counting code.
"""
