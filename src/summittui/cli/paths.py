"""Paths as the command line takes them."""

from pathlib import Path
from typing import Any

import click


class NamedPath(click.Path):
    """A path with a name: an empty one, as of a variable of the shell that is not set, would be the current folder."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"path_type": Path, **given})

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return a path.

        Raises:
            BadParameter: It is empty, or is not as it was asked for.
        """
        if not str(value):
            self.fail("it is empty; name a file or a folder.", param, ctx)
        return super().convert(value, param, ctx)
