"""Shapes of evaluated interventions: their starts, one result per kind and year, the course, and why there is none."""

from enum import StrEnum

from graadmeter.domain.tables import Column, Table, Type
from graadmeter.domain.text import Text


class Reason(StrEnum):
    """Why something cannot be told, or a municipality does not take part; the value stands in a release."""

    GIVEN = "gegeven"
    HIDDEN = "afgeschermd"
    NOT_DELIVERED = "niet_aangeleverd"
    SHORT_BEFORE = "te_kort_ervoor"
    ENDED = "beeindigd"
    NO_START = "geen_start"
    NO_OTHERS = "geen_vergelijking"
    TOO_FEW_CELLS = "te_weinig_cijfers"
    INCOMPLETE_YEAR = "jaar_niet_compleet"
    NO_REACH = "bereik_niet_getoond"
    NO_PRICE = "prijs_niet_getoond"
    NO_COST = "kosten_niet_getoond"
    SEVERAL_KINDS = "meer_soorten"
    NO_EFFECT = "effect_niet_geschat"

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return _LABELS[self]


_LABELS = {
    Reason.GIVEN: Text("gegeven", "given"),
    Reason.HIDDEN: Text("een kwartaalcijfer is afgeschermd of ontbreekt", "a figure of a quarter is hidden or missing"),
    Reason.NOT_DELIVERED: Text("leverde niets over interventies", "delivered nothing on interventions"),
    Reason.SHORT_BEFORE: Text("minder dan acht kwartalen voor de start", "fewer than eight quarters before the start"),
    Reason.ENDED: Text("de interventie is gestopt", "the intervention has ended"),
    Reason.NO_START: Text(
        "geen gemeente begon binnen de bruikbare kwartalen", "no municipality started within the usable quarters"
    ),
    Reason.NO_OTHERS: Text(
        "er is geen gemeente zonder de interventie om mee te vergelijken",
        "there is no municipality without the intervention to compare with",
    ),
    Reason.TOO_FEW_CELLS: Text(
        "minder dan vijf getoonde cijfers van na de start", "fewer than five figures shown after the start"
    ),
    Reason.INCOMPLETE_YEAR: Text(
        "van dit jaar zijn nog niet alle cijfers definitief", "not all figures of this year are final"
    ),
    Reason.NO_REACH: Text(
        "hoeveel jeugdigen gezien en verwezen zijn, is niet getoond",
        "how many young people were seen and referred is not shown",
    ),
    Reason.NO_PRICE: Text("wat een traject kost, is niet te zeggen", "what a trajectory costs cannot be told"),
    Reason.NO_COST: Text("wat de interventie kost, is niet getoond", "what the intervention costs is not shown"),
    Reason.SEVERAL_KINDS: Text(
        "bereik en kosten zijn er alleen voor alle soorten interventies samen",
        "reach and costs are there for all kinds of interventions together only",
    ),
    Reason.NO_EFFECT: Text("er is geen effect geschat", "no effect was estimated"),
}


class Evidence(StrEnum):
    """How much an estimate proves, by its method alone."""

    LOW = "laag"
    """Nothing to compare with: what would have happened anyway counts as a result."""
    MEDIUM = "middel"
    """Compared over time and between municipalities that chose for themselves."""

    @property
    def label(self) -> Text:
        """The word on the page."""
        return Text(*{Evidence.LOW: ("laag", "low"), Evidence.MEDIUM: ("middel", "medium")}[self])


_T, _D, _I = Type.TEXT, Type.DOUBLE, Type.INT

STARTS = Table(
    "starts",
    "since when a municipality has a kind of intervention, as it delivered itself; no persons",
    (
        Column("soort", _T, "kind: see INTERVENTIE"),
        Column("area", _T, "municipality"),
        Column("begin", Type.DATE, "first day of its first intervention of the kind"),
        Column("ended", Type.BOOL, "whether all of them have ended"),
    ),
)


def _maybe(name: str, meaning: str, kind: Type = _D) -> Column:
    return Column(name, kind, meaning, nullable=True)


INTERVENTIONS = Table(
    "interventions",
    "what an intervention changed and saved, per kind and year: estimates from the published cells, not figures",
    (
        Column("soort", _T, "kind of intervention: see INTERVENTIE"),
        Column("area", _T, "the region whose municipalities with the intervention are the arm"),
        Column("period", _T, "CBS code of the year"),
        Column("period_type", _T, "jaar"),
        Column("effect_reason", _T, "gegeven, or why there is no controlled estimate"),
        _maybe("detectable", "smallest effect on all starts found in 80 of 100 cases, per 1,000 youths a quarter"),
        _maybe("quarters_before", "quarters before the earliest start", _I),
        Column("treated", _T, "municipalities with the intervention and their first quarter: GM0141:2021KW03 ..."),
        Column("compared", _T, "municipalities without it (yet)"),
        Column("left_out", _T, "municipalities that do not take part and why: GM0183:afgeschermd ..."),
        _maybe("effect_gp", "effect on starts after referral by the GP, per 1,000 youths a quarter"),
        _maybe("effect_others", "effect on starts after any other referral: above zero is displacement"),
        _maybe("effect", "effect on all starts, the sum of both"),
        _maybe("low_95", "lower end of its 95 % interval; empty when endless"),
        _maybe("high_95", "upper end"),
        _maybe("low_80", "lower end of its 80 % interval"),
        _maybe("high_80", "upper end"),
        _maybe("second", "the same by a second method (Callaway and Sant'Anna)"),
        _maybe("verdict", "aangetoond, aannemelijk or niet vast te stellen", _T),
        _maybe("evidence", "how much the controlled estimate proves: middel", _T),
        _maybe("fewer", "starts less in the year because of the intervention, by the effect; below zero is more"),
        _maybe("fewer_low", "lower end of its 80 % interval"),
        _maybe("fewer_high", "upper end"),
        Column("naive_reason", _T, "gegeven, or why there is no naive estimate"),
        _maybe("naive_fewer", "young people seen and not referred on"),
        _maybe("price", "mean claims per started trajectory, whole euros"),
        _maybe("naive_avoided", "naive: not referred on times that price, whole thousands of euros"),
        _maybe("naive_saving", "the same less the cost, whole thousands of euros"),
        _maybe("naive_evidence", "how much the naive estimate proves: laag", _T),
        Column("saving_reason", _T, "gegeven, or why there is no controlled saving"),
        _maybe("cost", "cost of the intervention in the year, whole thousands of euros"),
        _maybe("saving", "net saving, the median of the draws, whole thousands of euros"),
        _maybe("saving_low", "lower end of the middle 80 % of the draws"),
        _maybe("saving_high", "upper end"),
        _maybe("chance", "share of draws in which benefit exceeds cost, in per cent"),
        _maybe("break_even", "effect on all starts, per 1,000 youths a quarter, at which benefit equals cost"),
        _maybe("horizon", "years of claims that a trajectory counts for", _I),
    ),
)

COURSE = Table(
    "intervention_course",
    "starts per quarter in the municipalities with an intervention, beside what was expected without it",
    (
        Column("soort", _T, "kind of intervention"),
        Column("area", _T, "the region"),
        Column("period", _T, "CBS code of the quarter"),
        Column("treated", _I, "municipalities that had started"),
        Column("observed", _D, "starts per 1,000 youths, the mean of the municipalities"),
        Column("expected", _D, "the same without the intervention"),
        _maybe("low", "lower end of the 80 % band; empty before the first start and when endless"),
        _maybe("high", "upper end"),
    ),
)
