"""What `docs/server.md` tells to write, with the names of a test in the place of its own."""

import re
from collections.abc import Mapping
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/server.md"
_BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def snippet(holding: str, names: Mapping[str, str]) -> str:
    """Return the first block of the page that holds some words, with each name of it replaced by that of a test."""
    block = str(next(each for each in _BLOCK.findall(PAGE.read_text(encoding="utf-8")) if holding in each))
    missing = [name for name in names if name not in block]
    assert not missing, missing
    return re.sub("|".join(map(re.escape, names)), lambda found: names[found[0]], block)
