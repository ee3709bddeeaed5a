"""Says why a check could not be answered."""

from collections.abc import Iterable

from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check.result import Outcome
from graadmeter.domain.text import Text

_EARLIER = "eerder_"
_LISTS = {
    "wijken": Text("de lijst van wijken van de regio", "the region's list of wijken"),
    "aanbieders": Text("de lijst van aanbieders van de regio", "the region's list of providers"),
}
_BEFORE = Text("eerdere leveringen", "earlier deliveries")
_VALUES = Text("andere waarden in dezelfde regel", "other values in the same row")


def needed_for(outcome: Outcome) -> Text:
    """What the check was waiting for: a list, a table, earlier deliveries, or values that are wrong themselves."""
    check = checks().get(outcome.code)
    found = [_name(use) for use in check.uses] if check else []
    return Text(_joined(part.nl for part in found), _joined(part.en for part in found)) if found else _VALUES


def _name(use: str) -> Text:
    if use.startswith(_EARLIER):
        return _BEFORE
    return _LISTS[use] if use in _LISTS else layouts()[use].title


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(parts))
