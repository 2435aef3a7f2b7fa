"""Whether the walks that are sampled by default are done whole: `SUMMITTUI_THOROUGH=1`."""

import os

THOROUGH = os.environ.get("SUMMITTUI_THOROUGH", "") not in {"", "0"}
