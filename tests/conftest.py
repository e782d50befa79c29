"""For all tests: no property-based test may fail because the machine is busy. Speed belongs in benchmarks."""

from hypothesis import HealthCheck, settings

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
