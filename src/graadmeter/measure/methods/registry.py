"""The methods by name."""

from collections.abc import Mapping

from graadmeter.measure.methods.causes import CAUSES
from graadmeter.measure.methods.concentration import CONCENTRATION
from graadmeter.measure.methods.fixed_prices import FIXED_PRICES
from graadmeter.measure.methods.flow import FLOW
from graadmeter.measure.methods.interface import Method
from graadmeter.measure.methods.staying import STAYING
from graadmeter.measure.methods.steps import STEPS
from graadmeter.measure.methods.together import TOGETHER
from graadmeter.measure.methods.waits import WAITS

_ALL = (CAUSES, CONCENTRATION, FIXED_PRICES, FLOW, STAYING, STEPS, TOGETHER, WAITS)

METHODS: Mapping[str, Method] = {one.name: one for one in _ALL}
