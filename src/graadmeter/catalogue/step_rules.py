"""What a measure of waits or of the steps of a chain must say: what is asked, and against what."""

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.norms import norms
from graadmeter.catalogue.refusals import refuse, unknown
from graadmeter.domain.indicators import Measure, Moment, Unit
from graadmeter.domain.norms import NormUnit
from graadmeter.domain.sources import has_column
from graadmeter.domain.text import Text

METHOD = "ketenstappen"
FLOW = "doorstroom"

_DIMENSION = "stap"
_STEPS = ("van", "naar", "tot")
_ASKED = ("mediaan", "p90", "binnen")
_CHOICES = {"per": ("zaak", "persoon"), "aansluitend": ("ja", "nee")}


def check_steps(unit: str, measure: Measure) -> None:
    """Raises CatalogueError when steps, table, moment or norm do not fit the method."""
    options = measure.options
    _check_log(unit, measure)
    if not {"van", "naar"} <= options.keys():
        raise refuse(unit, Text(f"'{METHOD}' vraagt 'van' en 'naar'.", f"'{METHOD}' needs 'van' and 'naar'."))
    allowed = dict.fromkeys(_STEPS, tuple(code_lists()["KETENSTAP"])) | _CHOICES
    for name in (one for one in allowed if one in options):
        for word in options[name].split() if name == "naar" else (options[name],):
            if word not in allowed[name]:
                raise unknown(unit, Text(f"de optie '{name}'", f"option '{name}'"), word, allowed[name])


def check_flow(unit: str, measure: Measure) -> None:
    """Raises CatalogueError when it is not asked how many of whose steps are where, and so many days after which."""
    options = measure.options
    _check_log(unit, measure)
    if measure.unit is not Unit.PERCENT or measure.breakdowns != (_DIMENSION,) or measure.total:
        words = Text(
            f"'{FLOW}' geeft procent, met breakdowns: [{_DIMENSION}] en total: false.",
            f"'{FLOW}' gives procent, with breakdowns: [{_DIMENSION}] and total: false.",
        )
        raise refuse(unit, words)
    members = measure.members[_DIMENSION]
    if options.get("van") not in members:
        raise unknown(unit, Text("de optie 'van'", "option 'van'"), options.get("van", ""), members)
    if not options.get("dagen", "").isdecimal():
        raise refuse(unit, Text("'dagen' is geen heel getal.", "'dagen' is no whole number."))


def _check_log(unit: str, measure: Measure) -> None:
    if not has_column(measure.count.table, _DIMENSION) or measure.count.moment is not Moment.ON:
        name = measure.method
        raise refuse(unit, Text(f"'{name}' telt stappen met moment {{op}}.", f"'{name}' counts steps, moment {{op}}."))


def check_asked(unit: str, measure: Measure) -> None:
    """Raises CatalogueError when `maat` is none of those of waits, or does not fit `norm` and `dagen`."""
    options = measure.options
    if options.get("maat", _ASKED[0]) not in _ASKED:
        raise unknown(unit, Text("de optie 'maat'", "option 'maat'"), options["maat"], _ASKED)
    limits = options.keys() & {"norm", "dagen"}
    if (options.get("maat") == "binnen") != (len(limits) == 1):
        raise refuse(unit, Text("'binnen' vraagt een norm of dagen.", "'binnen' needs either a norm or days."))
    if "norm" in options and norms()[options["norm"]].unit is not NormUnit.DAYS:
        raise refuse(unit, Text("de norm is niet in dagen.", "the norm is not in days."))
    if not options.get("dagen", "0").isdecimal():
        raise refuse(unit, Text("'dagen' is geen heel getal.", "'dagen' is no whole number."))
