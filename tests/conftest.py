"""For every test: how hard Hypothesis tries (HYPOTHESIS_PROFILE), and the small regions that went the whole road."""

import os

from hypothesis import HealthCheck, settings
from tests.e2e.region import clean_region, delivered_region, region, whole_catalogue  # noqa: F401 - fixtures for all tests
from tests.support.servers import postgresql, sail  # noqa: F401 - started only for the tests that ask for them

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile("house", max_examples=8, derandomize=True, deadline=None, suppress_health_check=_QUIET)
settings.register_profile("ci", max_examples=60, derandomize=True, deadline=None, suppress_health_check=_QUIET)
settings.register_profile("deep", max_examples=2000, deadline=None, suppress_health_check=_QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))
