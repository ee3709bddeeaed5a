"""How many elderly live independently: counted from the inhabitants that were drawn."""

from collections.abc import Iterator, Sequence

from graadmeter.domain.periods import PeriodType
from graadmeter.synth.community import Window
from graadmeter.synth.population import inhabitants
from graadmeter.synth.region_facts import Municipality
from graadmeter.synth.truth.cells import Area, Cell, Series
from graadmeter.synth.truth.presence import periods

_GROUPS = (("", 70, 200), ("70-74", 70, 74), ("75+", 75, 200))


def elderly(area: Area, chosen: Sequence[Municipality], window: Window) -> Iterator[Cell]:
    """Numbers and shares of all chosen municipalities together, per whole year."""
    for period, _ in periods(window):
        if period.type is PeriodType.YEAR:
            drawn = [inhabitants(one, period.year, window.fraction) for one in chosen]
            for group, youngest, oldest in _GROUPS:
                members = {"leeftijdsgroep": group} if group else {}
                everybody = at_home = 0
                for one in drawn:
                    there = (one.age >= youngest) & (one.age <= oldest)
                    everybody += int(one.count[there].sum())
                    at_home += int((one.count - one.institution)[there].sum())
                yield Cell(Series("zelfstandig_wonend", "aantal", members), area, period, float(at_home))
                if everybody:
                    share = 100 * at_home / everybody
                    yield Cell(Series("zelfstandig_wonend", "procent", members), area, period, share)
