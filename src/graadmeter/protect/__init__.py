"""Disclosure control: primary rules, secondary suppression with a proof per hidden cell, audit by attack. No I/O.

`run.protect` protects what a `request.Request` asks: the measured cells of a region. `tables` protects any table of
counts or amounts. In between, each package only knows those before it: `grid` (which count is which, and what adds up
to what), `search` (what to hide, on plain cells and sums), `rules` (what a policy calls too small), `blocks` (systems
that are protected one by one), `figures` (what leaves) and `ledger` (a release after others). `audit` attacks the
result with sums of its own; `by_rule` holds the figures under other counting rules.
"""
