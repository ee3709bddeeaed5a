"""The synthetic region for demo, tests and documentation: invented persons in real municipalities."""

from graadmeter.synth.nation.write import NationSummary, write_nation
from graadmeter.synth.region import SynthSummary, write_region

__all__ = ["NationSummary", "SynthSummary", "write_nation", "write_region"]
