"""Takes the answers of the engine apart as they come, so that none is kept longer than it must be."""

from typing import cast

import pyarrow as pa

from graadmeter.domain.indicators import Count
from graadmeter.engine.port import Engine
from graadmeter.measure.arrays import Array, numbered
from graadmeter.measure.composed import Composed, add_few, add_many, add_region, composed
from graadmeter.measure.counts import Counts
from graadmeter.measure.delivered import Asked, Where, asked_of, delivered_figures
from graadmeter.measure.exact_members import exact_figures
from graadmeter.measure.figures import Figures, plain_lanes, population_figures
from graadmeter.measure.lanes import Ranking
from graadmeter.measure.methods.interface import Ask
from graadmeter.measure.moments import looked_at
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Plan
from graadmeter.measure.presence import Looks, add_present, looks
from graadmeter.measure.ranked import Ranked, ranked_figures
from graadmeter.measure.script import Question, Subject
from graadmeter.measure.spreads import spread_figures


class Taking:
    """Gathers the figures of a plan, answer by answer, in any order."""

    def __init__(self, plan: Plan, places: Places) -> None:
        self._plan, self._places = plan, places
        self._counts = Counts.of(plan, places)
        self._counted = tuple(plan.lanes)
        self._looks: dict[str, Looks] = {}
        self._composed: dict[Count, Composed] = {}
        self._inhabitants: tuple[Array, ...] = ()
        self._delivered: dict[Asked, Where] = {}
        self._ranked: dict[Ranking, Ranked] = {}
        self._answers: dict[Ask, pa.Table] = {}
        self._spreads: dict[int, pa.Table] = {}

    def ask(self, engine: Engine, question: Question, text: str) -> None:
        """Asks one question and takes the answer, of a sheet bit by bit."""
        if question[0] is Subject.SHEET:
            for batch in engine.batches(text):
                self._count(pa.Table.from_batches([batch]))
        else:
            self._take(question, engine.query(text))

    def _count(self, answer: pa.Table) -> None:
        """Counts rows of one sheet, whose lanes all look at the same quarters."""
        if not len(answer):
            return
        looked = looked_at(self._counted[answer.column("lane")[0].as_py()].count.moment)
        if looked not in self._looks:
            self._looks[looked] = looks(self._places, looked)
        add_present(self._counts, self._places, self._looks[looked], answer)

    def _take(self, question: Question, answer: pa.Table) -> None:
        subject, which = question
        if subject in {Subject.COMPOSITION, Subject.FEW}:
            lanes = self._composed.setdefault(cast("Count", which), composed(cast("Count", which), self._places))
            (add_few if subject is Subject.FEW else add_many)(lanes, self._places, answer)
        elif subject is Subject.RANKING:
            ranking = cast("Ranking", which)
            self._ranked[ranking] = ranked_figures(ranking, self._places, answer)
        elif subject is Subject.POPULATION:
            self._inhabitants = population_figures(len(self._plan.inhabitants), self._places, answer)
        elif subject is Subject.DELIVERED:
            asked = dict.fromkeys(asked_of(count) for series in self._plan.series for count in series.measure.counts)
            found = delivered_figures(self._places, answer, (one for one in asked if one is not None))
            self._delivered |= found
        elif subject is Subject.ASK:
            self._answers[self._plan.asks[cast("int", which)]] = numbered(answer, self._places)
        else:
            self._spreads[cast("int", which)] = answer

    def figures(self) -> Figures:
        """All that was counted, when everything was answered."""
        lanes = plain_lanes(self._plan, self._places, self._counts)
        for of_count in self._composed.values():
            add_region(of_count, self._places)
            lanes |= of_count
        shown = (lane for series in self._plan.series for lane in (series.lane, series.subtracted) if lane is not None)
        return Figures(
            places=self._places,
            lanes=lanes | dict(exact_figures(shown, lanes)),
            inhabitants=self._inhabitants,
            delivered=self._delivered,
            ranked=self._ranked,
            spreads=spread_figures(self._plan, self._places, [self._spreads[place] for place in sorted(self._spreads)]),
            answers=self._answers,
        )
