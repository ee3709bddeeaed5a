"""Everything that the release of a run follows from, and that its name is a hash of."""

from collections.abc import Iterable, Mapping

from graadmeter.domain.deliveries import Accepted
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.policies import Policy
from graadmeter.protect.figures.apart import additive_indicators
from graadmeter.protect.figures.rounding import mark_of
from graadmeter.release.edition import Inputs, inputs_of
from graadmeter.store import identity, keys
from graadmeter.store.workspace import Workspace


def release_inputs(
    workspace: Workspace,
    counted: Iterable[Accepted],
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
) -> Inputs:
    """The inputs of the release of these indicators over these deliveries.

    Where counts are rounded, the key that they are drawn with is one of them: of another key other figures follow. Only
    a mark of it is told. Raises CatalogueError where an indicator cannot be rounded as its policy asks.
    """
    drawn = additive_indicators(indicators, policies)
    mark = mark_of(keys.load_or_create(workspace.key_file).secret) if drawn else ""
    return inputs_of(workspace.region, counted, identity.configuration_hash(workspace), rounding_key=mark)
