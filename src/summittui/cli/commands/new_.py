"""`summittui new`: a store of its own for a project; its path goes to standard output."""

from typing import TYPE_CHECKING

import click

from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import READ_ONLY, json_option, store_location
from summittui.cli.output import say, write, write_lines
from summittui.cli.paths import NamedStore
from summittui.exchange import to_json
from summittui.model import StoreReadOnly

if TYPE_CHECKING:
    from summittui.model.location import Location


@click.command(
    "new",
    cls=StrictCommand,
    short_help="Create a store for a project of your own.",
    epilog=examples("new summit.json", "new summit.json --from-collection paris-2025"),
    help="""Create an empty store at PATH, a project of its own, and print its path.

    In place of a path may stand the address of a PostgreSQL database, postgresql://HOST/DATABASE.

    Give it to any command with --store PATH, or to all of them in the variable SUMMITTUI_STORE.
    """,
)
@click.argument("path", metavar="PATH", type=NamedStore())
@click.option(
    "--from-collection",
    "collection",
    metavar="NAME",
    help="Begin with this collection: the name of a shipped one, such as paris-2025, or its folder.",
)
@json_option
@click.pass_context
def command(ctx: click.Context, path: "Location", *, collection: str | None) -> None:
    from summittui.session import Session

    named = store_location(ctx)
    if named is not None and named != path:
        raise click.UsageError("--store names another store than PATH; leave it out.")
    if ctx.meta.get(READ_ONLY):
        raise StoreReadOnly("--read-only forbids to create a store; leave it out.")
    session = Session.create(path, collection)
    info = session.info()
    session.close()
    if form() is Form.JSON:
        write(to_json(info))
    else:
        write_lines([str(info.path)])
        say("Use it with --store, or set SUMMITTUI_STORE to it.")
