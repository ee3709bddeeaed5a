"""The eleven checks of `bench.eleven_checks`, by each contender: one module each, run in a process of its own.

Each gets the file and the rules (JSON) as arguments and prints how many failures it found per rule, as JSON, last.
Only `by_graadmeter` may import Graadmeter: the others run in an environment that need not have it.
"""
