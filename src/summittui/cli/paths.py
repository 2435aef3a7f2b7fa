"""Paths as the command line takes them."""

from pathlib import Path
from typing import Any

import click

from summittui.model import InputError
from summittui.model.location import address_in, is_address


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


class NamedStore(NamedPath):
    """A store: the path of its file, or the address of its database, without a password."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return a path or an address.

        Raises:
            BadParameter: It is empty, no address, or one with a password, which whoever lists processes would see.
        """
        if not is_address(str(value)):
            return super().convert(value, param, ctx)
        try:
            address, secrets = address_in(str(value))
        except InputError as error:
            self.fail(str(error), param, ctx)
        if secrets:
            where = "others can see the command line; put it into ~/.pgpass (or PGPASSFILE), or into PGPASSWORD"
            self.fail(f"leave the password out of {address}: {where}.", param, ctx)
        return address
