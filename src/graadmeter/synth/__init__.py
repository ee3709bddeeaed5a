"""The synthetic region for demo, tests and documentation: invented persons in real municipalities."""

from graadmeter.synth.region import SynthSummary, write_region

__all__ = ["SynthSummary", "write_region"]
