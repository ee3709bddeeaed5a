"""Graadmeter: a regional monitor for the Dutch social domain, from delivery to protected publication."""
