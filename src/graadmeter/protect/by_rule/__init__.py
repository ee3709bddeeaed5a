"""Protection of figures under several counting rules and the steps between them: see docs/counting-rules.md.

The table of one year is a system of its own, tied to the release by the figures that both hold.
"""
