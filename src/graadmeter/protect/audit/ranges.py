"""What is proven of each question: how high and how low its answer can be in some table that fits."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints, runs, starts
from graadmeter.protect.audit.puzzle import Question
from graadmeter.protect.system import UNBOUNDED


@dataclass
class Ranges:
    """Per question the true answer and the outermost answers found so far, by any table and by whole numbers."""

    need: Ints
    truth: Ints
    high: Floats
    low: Floats
    whole_high: Ints
    whole_low: Ints
    in_whole: Bools
    """Whether the question is about whole numbers at all; amounts of money are not."""
    start: Ints
    cell: Ints
    coef: Ints

    @classmethod
    def of(cls, questions: Sequence[Question], truth: Ints) -> "Ranges":
        """Ranges that hold nothing but the truth."""
        owner = np.repeat(np.arange(len(questions), dtype=np.int64), [len(one.cell) for one in questions])
        nothing = np.zeros(0, dtype=np.int64)
        cell: Ints = np.concatenate([nothing, *(one.cell for one in questions)])
        coef: Ints = np.concatenate([nothing, *(one.coef for one in questions)])
        answer = np.zeros(len(questions), dtype=np.int64)
        np.add.at(answer, owner, coef * truth[cell])
        return cls(
            need=np.array([one.need for one in questions], dtype=np.int64),
            truth=answer,
            high=answer.astype(np.float64),
            low=answer.astype(np.float64),
            whole_high=answer.copy(),
            whole_low=answer.copy(),
            in_whole=np.array([one.whole for one in questions], dtype=np.bool_),
            start=starts(owner, len(questions)),
            cell=cell,
            coef=coef,
        )

    @property
    def open(self) -> Bools:
        """The questions whose range is not yet known to be wide enough."""
        narrow: Bools = self.high - self.low < self.need - _NEARLY
        return narrow

    @property
    def open_whole(self) -> Bools:
        """The same in whole numbers, where the question is about those."""
        narrow: Bools = np.where(self.in_whole, self.whole_high - self.whole_low < self.need, self.open)
        return narrow

    def unlimited(self, number: int, *, up: bool) -> None:
        """Notes that an answer has no limit to one side."""
        if up:
            self.high[number], self.whole_high[number] = np.inf, UNBOUNDED
        else:
            self.low[number], self.whole_low[number] = -np.inf, -UNBOUNDED

    def learn(self, table: Floats) -> None:
        """Widens the ranges by the answers in a table of all cells that fits."""
        answer = self._answers(table)
        self.high = np.maximum(self.high, answer)
        self.low = np.minimum(self.low, answer)

    def learn_whole(self, table: Ints) -> None:
        """The same for a table in whole numbers that was checked exactly."""
        self.learn(table.astype(np.float64))
        answer = np.rint(self._answers(table.astype(np.float64))).astype(np.int64)
        self.whole_high = np.maximum(self.whole_high, answer)
        self.whole_low = np.minimum(self.whole_low, answer)

    def learn_steps(self, table: Ints, cell: Ints, step: Ints, parts: Ints) -> None:
        """Widens the ranges by tables that were checked exactly, told as differences from the truth.

        One element per changed cell: the number of its table, the cell and `step`; `parts` is per table.
        """
        order = np.argsort(self.cell, kind="stable")
        asked, owner = self.cell[order], np.repeat(np.arange(len(self.need)), np.diff(self.start))[order]
        coef = self.coef[order]
        begin = starts(asked, int(max(asked.max(initial=-1), cell.max(initial=-1))) + 1)
        place, entry = runs(begin, cell)
        key, number = np.unique(table[entry] * len(self.need) + owner[place], return_inverse=True)
        change = np.zeros(len(key), dtype=np.int64)
        np.add.at(change, number, coef[place] * step[entry])
        which, question = np.divmod(key, len(self.need))
        answer = self.truth[question] + change / parts[which]
        np.maximum.at(self.high, question, answer)
        np.minimum.at(self.low, question, answer)
        whole = parts[which] == 1
        question, answer_whole = question[whole], self.truth[question[whole]] + change[whole]
        np.maximum.at(self.whole_high, question, answer_whole)
        np.minimum.at(self.whole_low, question, answer_whole)

    def _answers(self, table: Floats) -> Floats:
        owner = np.repeat(np.arange(len(self.need)), np.diff(self.start))
        sums = np.bincount(owner, weights=self.coef * table[self.cell], minlength=len(self.need))
        return sums.astype(np.float64)

    def weights(self, force: Floats, cells: Ints, size: int) -> Floats:
        """The weight of each of `cells` (of `size` in all) when each question is pulled with its own force."""
        owner = np.repeat(np.arange(len(self.need)), np.diff(self.start))
        weight = np.bincount(self.cell, weights=force[owner] * self.coef, minlength=size)
        return weight[cells].astype(np.float64)


_NEARLY = 1e-6
