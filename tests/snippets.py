"""The blocks that a page of `docs/` tells to write, with the names of a test in the place of the page's own."""

import re
from collections.abc import Mapping
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
_BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def snippet(page: str, holding: str, names: Mapping[str, str]) -> str:
    """Return the first block of a page that holds some words, with each name of it replaced by that of a test."""
    text = (DOCS / page).read_text(encoding="utf-8")
    block = str(next(each for each in _BLOCK.findall(text) if holding in each))
    missing = [name for name in names if name not in block]
    assert not missing, missing
    return re.sub("|".join(map(re.escape, names)), lambda found: names[found[0]], block)
