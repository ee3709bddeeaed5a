"""Least squares on a balanced panel with a level per unit and per period.

Levels are taken out by subtracting the means of unit and period (Frisch-Waugh-Lovell), which is exact as the panel is
balanced. Standard errors take the levels into account as the R package fixest does.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, floats


@dataclass(frozen=True, slots=True)
class TwoWay:
    """The coefficients and what is known of their errors."""

    coefficient: Floats
    classical: Floats
    """Covariance when all errors are independent and alike."""
    by_unit: Floats
    """Covariance when errors of one unit may go together; Liang & Zeger (1986)."""


def two_way(outcome: Floats, columns: Floats) -> TwoWay:
    """The coefficients of `columns` (columns x units x periods) for the outcome (units x periods).

    Raises ValueError when a column is fixed by the others and the levels, or when nothing is left to learn errors from.
    """
    units, periods = outcome.shape
    number = columns.shape[0]
    free = (units - 1) * (periods - 1) - number
    x, y = within(columns).reshape(number, -1).T, within(outcome).ravel()
    solved, _, rank, _ = np.linalg.lstsq(x, y)
    if rank < number or free < 1:
        raise ValueError(
            f"{number} columns cannot be told apart from the levels of {units} units and {periods} periods"
        )
    coefficient = floats(solved)
    left = y - x @ coefficient
    inverse = np.linalg.inv(x.T @ x)
    score = (x * left[:, None]).reshape(units, periods, number).sum(axis=1)
    correction = units / (units - 1) * (y.size - 1) / (y.size - number - periods)
    return TwoWay(coefficient, inverse * (left @ left / free), correction * inverse @ (score.T @ score) @ inverse)


def within(values: Floats) -> Floats:
    """What is left of the last two axes (units and periods) after their levels."""
    mean_of_unit, mean_of_period = values.mean(axis=-1, keepdims=True), values.mean(axis=-2, keepdims=True)
    return np.asarray(values - mean_of_unit - mean_of_period + mean_of_unit.mean(axis=-2, keepdims=True))
