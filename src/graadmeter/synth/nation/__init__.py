"""Any number of municipalities, up to the whole country and beyond, straight as the uniform model: for benchmarks.

Drawn piece by piece and written as it is drawn, so that memory does not grow with what is written. Simpler than the
region: no messages and no calibration per year, only the shares and lengths of the kinds of care.
"""
