"""What a comparison says of a published figure: the shapes of its tables and the closed lists of what can be said."""

from enum import StrEnum

from graadmeter.domain.cells import KEY_COLUMNS, PUBLISHED
from graadmeter.domain.tables import Column, Table, Type
from graadmeter.domain.text import Text

_T, _I, _B, _D = Type.TEXT, Type.INT, Type.BIGINT, Type.DOUBLE


class Reason(StrEnum):
    """Whether something is given, and if not, why; the value is what the columns `..._status` hold."""

    GIVEN = "given"
    NO_COUNT = "no_count"
    NO_BASE = "no_base"
    NOT_EXACT = "not_exact"
    AMOUNT = "amount"
    DERIVED = "derived"
    ITSELF = "itself"
    SIZE = "size"
    OWN_LARGEST = "own_largest"
    NO_INTERVAL = "no_interval"
    NOT_SHOWN = "not_shown"
    NOT_SET = "not_set"
    TOO_FEW = "too_few"
    OTHER_LEVEL = "other_level"
    NOT_LOADED = "not_loaded"
    NO_COUNTERPART = "no_counterpart"
    OTHER_RULE = "other_rule"
    OTHER_AGE = "other_age"
    OTHER_PERIOD = "other_period"
    OTHER_VINTAGE = "other_vintage"
    TOO_SHORT = "too_short"
    BREAK = "break"
    NO_STRATA = "no_strata"
    STRATA_HIDDEN = "strata_hidden"

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return _REASONS[self]


_REASONS = {
    Reason.GIVEN: Text("gegeven", "given"),
    Reason.NO_COUNT: Text("het aantal boven de streep is niet gepubliceerd", "the count above the line is not shown"),
    Reason.NO_BASE: Text("het aantal onder de streep is niet gepubliceerd", "the count below the line is not shown"),
    Reason.NOT_EXACT: Text(
        "de gepubliceerde aantallen geven dit aandeel niet", "the counts shown do not give this share"
    ),
    Reason.AMOUNT: Text("een bedrag is geen telling", "an amount is not a count"),
    Reason.DERIVED: Text("voor dit soort cijfer is geen marge bepaald", "no interval is given for this kind of figure"),
    Reason.ITSELF: Text("dit is het gebied zelf", "this is the area itself"),
    Reason.SIZE: Text("een aantal zegt vooral hoe groot het gebied is", "a number mostly tells how large the area is"),
    Reason.OWN_LARGEST: Text("elk gebied heeft zijn eigen grootste", "every area has its own largest"),
    Reason.NO_INTERVAL: Text("zonder marge wordt niet vergeleken", "nothing is compared without an interval"),
    Reason.NOT_SHOWN: Text("het andere cijfer is niet gepubliceerd", "the other figure is not published"),
    Reason.NOT_SET: Text("er is geen groep ingesteld", "no group is set"),
    Reason.TOO_FEW: Text("te weinig gebieden met een cijfer", "too few areas with a figure"),
    Reason.OTHER_LEVEL: Text("niet op dit niveau", "not at this level"),
    Reason.NOT_LOADED: Text("niet geladen", "not loaded"),
    Reason.NO_COUNTERPART: Text("niemand publiceert dit cijfer zo", "nobody else publishes this figure"),
    Reason.OTHER_RULE: Text("geweigerd: andere telregel", "refused: other counting rule"),
    Reason.OTHER_AGE: Text("geweigerd: andere leeftijden", "refused: other ages"),
    Reason.OTHER_PERIOD: Text("geweigerd: andere soort periode", "refused: other kind of period"),
    Reason.OTHER_VINTAGE: Text("geweigerd: ander jaar", "refused: other year"),
    Reason.TOO_SHORT: Text("minder dan vijf cijfers op rij", "fewer than five figures in a row"),
    Reason.BREAK: Text("de definitie is intussen veranderd", "the definition has changed in between"),
    Reason.NO_STRATA: Text("geen uitsplitsing naar leeftijd", "no breakdown by age"),
    Reason.STRATA_HIDDEN: Text("een leeftijdsgroep is niet gepubliceerd", "an age group is not published"),
}


class Method(StrEnum):
    """How an interval was made; the value is what `method` holds."""

    WILSON = "wilson"
    BYAR = "byar"
    EXACT = "exact_poisson"
    NONE = "none"


class Standing(StrEnum):
    """Where a figure lies against a benchmark; the value is what the columns `..._class` hold."""

    MUCH_LOWER = "much_lower"
    """Below the 99.8 % limits: chance takes a figure that far, up or down, in 1 of 500 cases."""
    LOWER = "lower"
    """Below the 95 % limits: 1 of 20 cases."""
    SIMILAR = "similar"
    HIGHER = "higher"
    MUCH_HIGHER = "much_higher"

    @property
    def label(self) -> Text:
        """The words a reader sees; always these, whatever the figure."""
        return _STANDINGS[self]


STANDINGS = (Standing.MUCH_LOWER, Standing.LOWER, Standing.SIMILAR, Standing.HIGHER, Standing.MUCH_HIGHER)
"""By the classes -2 to 2 of `statistics.funnel`."""
_STANDINGS = {
    Standing.MUCH_LOWER: Text("duidelijk lager", "clearly lower"),
    Standing.LOWER: Text("lager", "lower"),
    Standing.SIMILAR: Text("geen aantoonbaar verschil", "no demonstrable difference"),
    Standing.HIGHER: Text("hoger", "higher"),
    Standing.MUCH_HIGHER: Text("duidelijk hoger", "clearly higher"),
}


class Direction(StrEnum):
    """The tested direction of the last five figures."""

    FALLING = "falling"
    NONE = "none"
    RISING = "rising"

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return {
            Direction.FALLING: Text("gedaald", "fallen"),
            Direction.NONE: Text("geen aantoonbare verandering", "no demonstrable change"),
            Direction.RISING: Text("gestegen", "risen"),
        }[self]


DIRECTIONS = (Direction.FALLING, Direction.NONE, Direction.RISING)
"""By the directions -1 to 1 of `statistics.trend_arrow`."""


class Judgement(StrEnum):
    """Whether a direction is good, by the polarity of the indicator; kept apart from the direction itself."""

    WORSE = "worse"
    NONE = "none"
    BETTER = "better"

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return {
            Judgement.WORSE: Text("ongunstig", "unfavourable"),
            Judgement.NONE: Text("geen oordeel", "no judgement"),
            Judgement.BETTER: Text("gunstig", "favourable"),
        }[self]


JUDGEMENTS = (Judgement.WORSE, Judgement.NONE, Judgement.BETTER)
"""By the values -1 to 1 of `statistics.trend_arrow.better_or_worse`."""


class Comparator(StrEnum):
    """With what a figure is compared; the value begins the names of its columns."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    PEERS = "peers"
    NEIGHBOURS = "neighbours"
    SIZE_CLASS = "size_class"
    NATION = "nation"

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return _COMPARATORS[self]


_COMPARATORS = {
    Comparator.REGION: Text("regio", "region"),
    Comparator.MUNICIPALITY: Text("gemeente van de wijk", "municipality of the neighbourhood"),
    Comparator.PEERS: Text("eigen vergelijkgroep", "own peer group"),
    Comparator.NEIGHBOURS: Text("gemeenten die er het meest op lijken", "most similar municipalities"),
    Comparator.SIZE_CLASS: Text("gemeenten van deze grootte", "municipalities of this size"),
    Comparator.NATION: Text("Nederland", "the Netherlands"),
}


def _against(name: Comparator) -> tuple[Column, ...]:
    what = name.label.en
    return (
        Column(f"{name}_value", _D, f"figure of the {what}, in the same unit", nullable=True),
        Column(f"{name}_class", _T, f"one of Standing: against the {what}", nullable=True),
        Column(f"{name}_status", _T, "one of Reason"),
    )


_MEANING = {column.name: column for column in PUBLISHED.columns}

COMPARISON = Table(
    "comparison",
    "what can be said of every figure a release shows, from what it shows; see docs/comparison.md",
    (
        *(_MEANING[name] for name in KEY_COLUMNS),
        Column("value", _D, "the figure, as in cells"),
        Column("status", _T, "value, zero or provisional, as in cells"),
        Column("count", _D, "exact number above the line, or the number itself", nullable=True),
        Column("base", _D, "exact number below the line", nullable=True),
        Column("method", _T, "one of Method"),
        Column("low_95", _D, "lower end of the 95 % interval", nullable=True),
        Column("high_95", _D, "upper end of the 95 % interval", nullable=True),
        Column("low_998", _D, "lower end of the 99.8 % interval", nullable=True),
        Column("high_998", _D, "upper end of the 99.8 % interval", nullable=True),
        Column("interval_status", _T, "one of Reason"),
        *(column for name in Comparator for column in _against(name)),
        Column("peers_areas", _I, "peers with a figure", nullable=True),
        Column("neighbours_areas", _I, "statistical neighbours with a figure", nullable=True),
        Column("reference_source", _T, "source of the figures of size class and nation", nullable=True),
        Column("reference_year", _I, "year of those figures and of the borders in them", nullable=True),
        Column("spread_class", _T, "one of Standing: against the region, with the usual spread", nullable=True),
        Column("spread_tau2", _D, "variance between municipalities beside chance (arcsine scale)", nullable=True),
        Column("spread_status", _T, "one of Reason"),
        Column("trend", _T, "one of Direction, of the last five years of the same period", nullable=True),
        Column("trend_judgement", _T, "one of Judgement", nullable=True),
        Column("trend_status", _T, "one of Reason"),
        Column("shrunk_value", _D, "estimate of a wijk that borrows strength from all others", nullable=True),
        Column("shrunk_low", _D, "lower end of its 95 % range", nullable=True),
        Column("shrunk_high", _D, "upper end of its 95 % range", nullable=True),
        Column("shrunk_own_weight", _D, "share of the wijk's own figure in the estimate, 0-1", nullable=True),
        Column("shrunk_status", _T, "one of Reason"),
        Column("expected_value", _D, "what the region's rates by age would give here", nullable=True),
        Column("expected_low", _D, "lower end of its 95 % limits of chance", nullable=True),
        Column("expected_high", _D, "upper end of its 95 % limits of chance", nullable=True),
        Column("expected_class", _T, "one of Standing: the figure against what was expected", nullable=True),
        Column("expected_status", _T, "one of Reason"),
        Column("standardised_value", _D, "figure with the age mix of the region", nullable=True),
        Column("standardised_low", _D, "lower end of its 95 % interval", nullable=True),
        Column("standardised_high", _D, "upper end of its 95 % interval", nullable=True),
        Column("standardised_status", _T, "one of Reason"),
    ),
)

INHABITANTS = Table(
    "inhabitants",
    "inhabitants on 1 January that shares of a release are shares of; public figures",
    (
        Column("area", _T, "area code"),
        Column("year", _I, "1 January of this year"),
        Column("age", _T, "age range: 0-17, 18+, all"),
        Column("geslacht", _T, "code of geslacht, or 'total'"),
        Column("leeftijdsgroep", _T, "code of leeftijdsgroep, or 'total'"),
        Column("inhabitants", _B, "persons; areas with 1 to 9 are left out"),
    ),
)

NEIGHBOURS = Table(
    "neighbours",
    "statistical neighbours of every municipality and what decides that they are",
    (
        Column("area", _T, "municipality"),
        Column("neighbour", _T, "municipality that is like it"),
        Column("place", _I, "1 = nearest"),
        Column("distance", _D, "weighted distance in standard deviations"),
        Column("variable", _T, "variable by which they are compared"),
        Column("area_value", _D, "value of the municipality"),
        Column("neighbour_value", _D, "value of the neighbour"),
        Column("deciding", _D, "share (0-1) of the variable in the squared distance", nullable=True),
        Column("year", _I, "year of the values"),
        Column("source", _T, "where the values come from"),
    ),
)

BENCHMARKS = Table(
    "benchmarks",
    "figures of others that an indicator may be put beside, with the rule they were counted by",
    (
        Column("indicator", _T, "id of the indicator definition"),
        Column("unit", _T, "procent or per_1000"),
        Column("scope", _T, "nation or size_class"),
        Column("area", _T, "municipality whose size class it is; empty for the nation"),
        Column("dimension", _T, "breakdown that it is a member of; empty for the whole"),
        Column("member", _T, "code of that member"),
        Column("year", _I, "year of the figure and of the borders in it"),
        Column("period", _T, "CBS code of the period"),
        Column("rule", _T, "counting rule: regiomonitor, bbv or cbs"),
        Column("age", _T, "ages that are counted"),
        Column("base_age", _T, "ages of the inhabitants below the line; empty when these are no inhabitants"),
        Column("value", _D, "the figure"),
        Column("rounding", _D, "how far it may lie from the exact one by rounding; 0 when that is not known"),
        Column("source", _T, "where it comes from"),
    ),
)

VARIABLES = Table(
    "variables",
    "what municipalities are like: the variables by which statistical neighbours are found",
    (
        Column("area", _T, "municipality"),
        Column("variable", _T, "id of the variable"),
        Column("year", _I, "year of the value"),
        Column("value", _D, "the value"),
        Column("weight", _D, "how much the variable counts"),
        Column("source", _T, "where it comes from"),
    ),
)
