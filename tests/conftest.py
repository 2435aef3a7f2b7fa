"""How the tests run: no time limit fails one."""

from hypothesis import HealthCheck, settings

settings.register_profile("summittui", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("summittui")
