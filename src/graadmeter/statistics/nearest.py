"""Statistical neighbours: the areas most alike on chosen variables, and how much each variable decides."""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, Ints, Numbers, floats


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Per area its nearest others, nearest first. Areas are numbers of rows."""

    nearest: Ints
    """Areas by places."""
    distance: Floats
    """Areas by places."""
    deciding: Floats
    """Areas by places by variables: the share (0-1) of each variable in the squared distance; NaN at distance 0."""


def z_scores(variables: Numbers) -> Floats:
    """The variables (areas by variables) in standard deviations from their mean; what is the same everywhere is 0."""
    x = floats(variables)
    spread = x.std(axis=0)
    return floats((x - x.mean(axis=0)) / np.where(spread > 0, spread, 1))


def neighbours(variables: Numbers, weights: Numbers, most: int) -> Neighbours:
    """The `most` nearest others of each area by weighted Euclidean distance of z-scores; ties by order of the areas.

    Source: the Nearest Neighbours Model of CIPFA (z-scored variables, Euclidean distance) with the weights of the
    children's services model of NFER (2007). Raises ValueError when a variable of an area is missing.
    """
    x = floats(variables)
    if not np.isfinite(x).all():
        raise ValueError("a variable of an area is missing")
    parts = floats(weights) * (z_scores(x)[:, None, :] - z_scores(x)[None, :, :]) ** 2
    square = parts.sum(axis=-1)
    others = square.copy()
    np.fill_diagonal(others, np.inf)
    nearest = np.argsort(others, axis=1, kind="stable")[:, : min(most, len(x) - 1)]
    rows = np.arange(len(x))[:, None]
    chosen = square[rows, nearest]
    deciding = parts[rows, nearest] / np.where(chosen > 0, chosen, np.nan)[..., None]
    return Neighbours(nearest.astype(np.int64), floats(np.sqrt(chosen)), floats(deciding))
