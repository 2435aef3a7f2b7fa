"""How the tests run: no time limit fails one, and more of them at a time than there are processors."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("summittui", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("summittui")


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run side by side; those of the screens wait more than they compute."""
    return 2 * (os.cpu_count() or 1)
