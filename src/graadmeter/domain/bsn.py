"""The citizen service number (BSN): its check digit, its two special values, and the range of our synthetic persons.

A BSN has eight or nine digits (Logisch Ontwerp BSN; Wet algemene bepalingen burgerservicenummer) and is written with
nine, so a real one never starts with more than one zero. Numbers with two leading zeros pass the eleven test just as
well, but cannot belong to a person: the sequence they share with the RSIN gives them to legal entities only. The
synthetic region takes its BSNs from there. The official test range 999900006-999999990 holds about nine thousand
valid numbers, too few for a region.
"""

UNKNOWN = "999999999"
"""CBS youth protocol: BSN unknown (Veilig Thuis uses it the other way round). Fails the eleven test."""

UNBORN = "000000000"
"""CBS youth protocol: child not yet born. Passes the eleven test by accident."""

SYNTHETIC_RANGE = (1, 9_999_999)
"""First and last number of the range no person can have: 000000001 to 009999999. Every synthetic BSN lies in it."""

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
"""What each digit counts for in the eleven test, from left to right."""


def eleven_test(bsn: str) -> bool:
    """Whether nine digits pass the eleven test; false for any other text. 000000000 passes: see `is_special`."""
    if len(bsn) != len(WEIGHTS) or not (bsn.isascii() and bsn.isdigit()):
        return False
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, bsn, strict=True)) % 11 == 0


def is_special(bsn: str) -> bool:
    """Whether the number stands for 'unknown' or 'unborn' and so for no person at all."""
    return bsn in {UNKNOWN, UNBORN}


def is_synthetic(bsn: str) -> bool:
    """Whether the number lies in the range that synthetic persons have and real persons cannot have."""
    first, last = SYNTHETIC_RANGE
    return len(bsn) == len(WEIGHTS) and bsn.isascii() and bsn.isdigit() and first <= int(bsn) <= last
