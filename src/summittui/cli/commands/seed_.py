"""`summittui seed`: the shipped collection, into the store."""

from typing import TYPE_CHECKING

import click

from summittui.cli.commands.collections_ import names
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_location, store_option
from summittui.cli.output import write_json_or_lines
from summittui.cli.seeding import seeded_lines

if TYPE_CHECKING:
    from summittui.model.location import Location


@click.command(
    "seed",
    cls=StrictCommand,
    short_help="Create the store, or bring in what is new in the collection.",
    epilog=examples("seed", "seed --collection ai-declarations", "seed --synthetic 100 --store large.json"),
    help="""Create the store, or bring in what is new in a collection; your edits stay.

    Without --collection that is paris-2025.
    """,
)
@click.option(
    "--collection",
    "name",
    metavar="NAME",
    shell_complete=names,
    help="The collection: the name of a shipped one, such as ai-declarations, or its folder.",
)
@click.option(
    "--synthetic",
    type=click.IntRange(1, 1_000_000),
    metavar="N",
    help="Create a new store of N made-up quotes instead, to try the program on a large library.",
)
@store_option
@json_option
@click.pass_context
def command(ctx: click.Context, name: str | None, synthetic: int | None) -> None:
    if synthetic is not None and name is not None:
        raise click.UsageError("--synthetic makes up its records; leave --collection out.")
    if synthetic is not None:
        _create_synthetic(store_location(ctx), synthetic)
        return
    with opened_session(name) as session:
        created, report = session.seeded, session.seed(name)
    write_json_or_lines({"created": created, "report": report}, seeded_lines(report))


def _create_synthetic(location: "Location | None", quotes: int) -> None:
    if location is None:
        raise click.UsageError("--synthetic makes up records; name a store of their own with --store.")
    from summittui.session import Session

    session = Session.create_synthetic(location, quotes)
    info = session.info()
    session.close()
    write_json_or_lines(
        {"created": True, "info": info}, [f"created: {info.path}, {quotes} made-up quotes; nobody ever said them"]
    )
