"""Figures that need more than sums: one method per file, named in `measure.methods.registry`.

A method says what it asks of the engine and turns the answers into figures. It holds no formula of its own when
`graadmeter.statistics` has it, and no SQL: `measure.asking` makes the queries, and the plain engine answers them too.
"""
