"""The primary rules: one file per rule, each a pure function from figures to which of them are too small to show.

`registry` says which rule of a policy is which file. The audit checks every rule with code of its own.
"""
