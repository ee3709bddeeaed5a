"""What a measure may be: which units, quotients and statistics make sense together, and on which levels."""

from graadmeter.catalogue.indicator_counts import group_for
from graadmeter.catalogue.norms import norms
from graadmeter.catalogue.price_indexes import price_indexes
from graadmeter.catalogue.refusals import refuse, unknown
from graadmeter.catalogue.step_rules import FLOW, check_asked, check_flow, check_steps
from graadmeter.catalogue.step_rules import METHOD as STEPS
from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import METHODS, Count, Measure, Moment, Unit
from graadmeter.domain.slices import COMPOSITION_DIMENSIONS, EXACT_MEMBERS
from graadmeter.domain.sources import has_column
from graadmeter.domain.text import Text

_OF_VALUES = {Unit.DAYS, Unit.EURO_PER, Unit.INDEX}
"""Units that a statistic of a value can have."""


def check_measure(unit: str, measure: Measure) -> None:
    """Raises CatalogueError when the parts of a measure do not fit together."""
    if measure.method:
        _check_method(unit, measure)
    else:
        _check_unit(unit, measure)
    if not measure.method and (measure.top is not None) != ("aanbieder" in measure.breakdowns):
        raise refuse(unit, Text("'aanbieder' en 'top' horen bij elkaar.", "'aanbieder' and 'top' belong together."))
    _check_stock(unit, measure)
    _check_exact(unit, measure)
    if measure.top is not None and (measure.statistic or measure.minus or measure.count.value):
        words = Text("'top' kan alleen bij een telling van verschillende dingen.", "'top' is for distinct things only.")
        raise refuse(unit, words)


def _check_stock(unit: str, measure: Measure) -> None:
    """A stock looks at one quarter of a period, which rankings and combinations do not; only a queue has waited."""
    together = measure.top is not None or any(name in COMPOSITION_DIMENSIONS for name in measure.breakdowns)
    if together and measure.count.moment.is_stock:
        words = Text(
            f"met moment '{measure.count.moment}' kan geen 'top' of stapeling.",
            f"no 'top' or stacking with moment '{measure.count.moment}'.",
        )
        raise refuse(unit, words)
    waits = [
        name
        for name in measure.breakdowns
        for code in measure.members.get(name, ())
        if (group := group_for(measure.count, name, code)) is not None and group.waited is not None
    ]
    if waits and measure.count.moment is not Moment.OPEN:
        words = Text(f"'{waits[0]}' vraagt moment 'stand'.", f"'{waits[0]}' needs the moment 'stand'.")
        raise refuse(unit, words)


def _check_exact(unit: str, measure: Measure) -> None:
    """Members that say all somebody has are given together, of distinct things, and add up to the total."""
    for dimension, members in EXACT_MEMBERS.items():
        given = set(measure.members.get(dimension, ()))
        if not given & members.keys():
            continue
        distinct = measure.count.of in {Unit.PERSONS, Unit.HOUSEHOLDS, Unit.PROVIDERS} and not measure.method
        if given != members.keys() or not distinct or dimension in measure.split or dimension not in measure.additive:
            names = ", ".join(members)
            words = Text(
                f"geef {names} samen, van personen, huishoudens of aanbieders; zet '{dimension}' wel bij 'additive' en "
                "niet bij 'split'.",
                f"give {names} together, of persons, households or providers; '{dimension}' belongs in 'additive' and "
                "not in 'split'.",
            )
            raise refuse(unit, words)


def _check_method(unit: str, measure: Measure) -> None:
    if measure.method not in METHODS:
        raise unknown(unit, Text("de methode", "method"), measure.method, METHODS)
    for option in measure.options:
        if option not in METHODS[measure.method]:
            raise unknown(unit, Text(f"de optie van {measure.method}", "option"), option, METHODS[measure.method])
    if "norm" in measure.options and measure.options["norm"] not in norms():
        raise unknown(unit, Text("de norm", "norm"), measure.options["norm"], norms())
    _check_rows(unit, measure)
    if measure.share_of is not None or measure.minus is not None or measure.statistic or measure.top is not None:
        words = Text(
            "een methode heeft geen share_of, minus, statistics of top.", "a method has no share_of, ... or top."
        )
        raise refuse(unit, words)


def _check_rows(unit: str, measure: Measure) -> None:
    count = measure.count
    if measure.method == STEPS:
        check_steps(unit, measure)
    if measure.method == FLOW:
        check_flow(unit, measure)
    if measure.method == "vaste_prijzen":
        _check_index(unit, measure)
    if measure.method == "concentratie" and not has_column(count.table, "aanbieder"):
        raise refuse(unit, Text(f"{count.table} kent geen aanbieders.", f"{count.table} knows no providers."))
    if measure.method == "wachttijd" and count.moment is not Moment.BETWEEN:
        words = Text("'wachttijd' vraagt moment {van, tot}.", "'wachttijd' needs the moment {van, tot}.")
        raise refuse(unit, words)
    if measure.method in {STEPS, "wachttijd"}:
        check_asked(unit, measure)


def _check_index(unit: str, measure: Measure) -> None:
    name, year = (measure.options.get(option, "") for option in ("index", "jaar"))
    if name not in price_indexes():
        raise unknown(unit, Text("de prijsindex", "price index"), name, price_indexes())
    years = [str(known) for known in price_indexes()[name].values]
    if year not in years:
        raise unknown(unit, Text("het prijspeil", "year of prices"), year, years)
    if (
        measure.count.of is not Unit.EURO
        or measure.unit is not Unit.EURO
        or not has_column(measure.count.table, "aanbieder")
    ):
        words = Text("'vaste_prijzen' vraagt euro's van aanbieders.", "'vaste_prijzen' needs euros of providers.")
        raise refuse(unit, words)


def _check_unit(unit: str, measure: Measure) -> None:
    divided = measure.unit.is_share or measure.unit.is_quotient
    if measure.statistic:
        valued = bool(measure.count.value) or measure.count.of is Unit.EURO
        if measure.unit not in _OF_VALUES or not valued or measure.share_of is not None or measure.minus:
            words = Text(
                "'statistics' vraagt eenheid dagen, euro_per of index en een telling met 'value', zonder 'share_of'.",
                "'statistics' needs the unit dagen, euro_per or index and a count with 'value', without 'share_of'.",
            )
            raise refuse(unit, words)
        return
    if divided != (measure.share_of is not None):
        text = Text("een aandeel vraagt 'share_of', een aantal niet.", "a share needs 'share_of', a count does not.")
        raise refuse(unit, text)
    if (measure.unit is Unit.BALANCE) != (measure.minus is not None) or (measure.minus and measure.share_of):
        words = Text("'saldo' en 'minus' horen bij elkaar, zonder 'share_of'.", "'saldo' needs 'minus', no 'share_of'.")
        raise refuse(unit, words)
    if measure.minus is not None:
        if measure.minus.of is not measure.count.of or measure.count.value or measure.minus.value:
            words = Text("een saldo is van twee tellingen van hetzelfde.", "a balance is of two counts of one thing.")
            raise refuse(unit, words)
        return
    if not divided and measure.unit is not measure.count.of:
        text = Text(
            f"'{measure.unit}' past niet bij een telling van {measure.count.of}.",
            f"'{measure.unit}' does not fit a count of {measure.count.of}.",
        )
        raise refuse(unit, text)


def check_places(unit: str, measure: Measure, levels: tuple[Level, ...], breakdown_levels: tuple[Level, ...]) -> None:
    """Raises CatalogueError when a measure cannot be given on a level, as a whole or broken down."""
    check_wijken(unit, measure, whole=Level.WIJK in levels, parts=Level.WIJK in breakdown_levels)
    regional = [count.table for count in measure.counts if not has_column(count.table, "gemeente")]
    if regional and {*levels, *breakdown_levels} != {Level.REGION}:
        words = Text(
            f"{regional[0]} kent geen gemeenten: geef alleen het niveau regio.",
            f"{regional[0]} knows no municipalities: give the level regio only.",
        )
        raise refuse(unit, words)


def check_wijken(unit: str, measure: Measure, *, whole: bool, parts: bool) -> None:
    """Raises CatalogueError when a measure cannot be given per wijk, as a whole or broken down."""
    nowhere = [count for count in measure.counts if not in_wijken(count)]
    no_wijk = bool(nowhere) or bool(measure.method)
    exact = [name for name, members in EXACT_MEMBERS.items() if members.keys() & set(measure.members.get(name, ()))]
    by_area = [name for name in measure.breakdowns if name in {"aanbieder", *COMPOSITION_DIMENSIONS, *exact}]
    if (whole and no_wijk) or (parts and (no_wijk or by_area)):
        what = by_area[0] if by_area and not no_wijk else (nowhere or [measure.count])[0].of.value
        text = Text(f"'{what}' kan niet per wijk worden gegeven.", f"'{what}' cannot be given per wijk.")
        raise refuse(unit, text)


def in_wijken(count: Count) -> bool:
    """Whether it can be told in which wijk what is counted belongs: there where its person lives."""
    if count.of in {Unit.EURO, Unit.PROVIDERS} or count.distinct:
        return False
    return has_column(count.table, "persoon") and has_column(count.table, "gemeente")
