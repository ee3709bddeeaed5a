"""Columns of text and days from numbers, as Arrow arrays."""

import numpy as np
import pyarrow as pa

from graadmeter.synth.days import Flags, Ints
from graadmeter.synth.kinds import Texts
from graadmeter.synth.nation.clients import PROVIDERS, Care
from graadmeter.synth.nation.pieces import Piece


def looked_up(texts: Texts, places: Ints) -> pa.Array:
    """The text at each place of a list; -1 is the last."""
    return pa.array(texts.tolist(), pa.string()).take(pa.array(places % len(texts)))


def days(values: Ints, empty: Flags) -> pa.Array:
    """Dates from day numbers; empty where said."""
    return pa.array(values.astype("datetime64[D]"), pa.date32(), mask=empty)


def provider_codes(places: Ints) -> pa.Array:
    """Invented AGB codes; empty for no provider."""
    codes = np.array([f"9997{number:04d}" for number in range(PROVIDERS)])
    return pa.array(codes.tolist()).take(pa.array(places, mask=places < 0))


def municipalities(piece: Piece, steps: Ints) -> pa.Array:
    """The responsible municipality: that of the piece, or so many further in the list."""
    codes = [item.code for item in piece.country]
    return pa.array(codes).take(pa.array((piece.place + steps) % len(codes)))


def of_care(care: Care, piece: Piece) -> pa.Array:
    """The responsible municipality of every trajectory."""
    return municipalities(piece, care.elsewhere)
