"""The indicators of a workspace: those of the catalogue, and the region's own in `indicatoren/*.yaml` over them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from graadmeter.catalogue.load_indicators import indicators, read_indicator
from graadmeter.catalogue.refusals import refuse, unknown
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.text import Text
from graadmeter.store.own_policies import workspace_policies

FOLDER = "indicatoren"


def indicator_files(root: Path) -> list[Path]:
    """The region's own definitions, in the order of their names."""
    return sorted((root / FOLDER).glob("*.yaml"))


def workspace_indicators(root: Path, chosen: Iterable[str] = ()) -> dict[str, Indicator]:
    """The `chosen` indicators by id (none: every one), in id order; an own one replaces that of the same id.

    Raises CatalogueError, naming the file and what is wrong in it, when an own definition is not valid, asks for a
    policy that does not exist or has an id that another one has; UnknownNameError when a chosen one does not exist.
    """
    own: dict[str, Indicator] = {}
    for path in indicator_files(root):
        indicator = read_definition(path)
        require_policy(path.name, indicator, root)
        if indicator.id in own:
            raise refuse(path.name, Text(f"de id '{indicator.id}' bestaat al.", f"id '{indicator.id}' is taken."))
        own[indicator.id] = indicator
    known = dict(sorted((indicators() | own).items()))
    wanted = set(chosen) or set(known)
    for name in sorted(wanted - set(known)):
        raise UnknownNameError(Text("De indicator", "indicator"), name, known)
    return {name: indicator for name, indicator in known.items() if name in wanted}


def require_policy(file: str, indicator: Indicator, root: Path) -> None:
    """Raises CatalogueError, naming the file, when the workspace has no policy as the indicator names."""
    known = workspace_policies(root)
    if indicator.policy not in known:
        raise unknown(file, Text("het beleid (policy)", "policy"), indicator.policy, known)


def read_definition(path: Path) -> Indicator:
    """The indicator in one YAML file; raises CatalogueError with the file's name when it is not a valid definition."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise refuse(path.name, Text("dit bestand is er niet.", "there is no such file.")) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        text = Text(f"geen geldige YAML (regel {line}).", f"not valid YAML (line {line}).")
        raise refuse(path.name, text) from error
    if not isinstance(content, Mapping):
        raise refuse(path.name, Text("dit is geen lijst van namen en waarden.", "this is no mapping."))
    try:
        return read_indicator(path.name, content)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        text = Text(
            "een veld heeft niet de vorm die het moet hebben; vergelijk met docs/indicators.md.",
            "a field does not have the form it must have; compare with docs/indicators.md.",
        )
        raise refuse(path.name, text) from error
