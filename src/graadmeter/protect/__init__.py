"""Disclosure control: primary rules, secondary suppression with a proof per hidden cell, audit by attack. No I/O.

`protect.run.protect` protects the measured cells of a region; `protect.suppress.suppress` and `protect.audit` work
on any system of cells and sums. docs/protection.md explains the method.
"""
