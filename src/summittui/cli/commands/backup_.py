"""`summittui backup`: a copy of the store in one file."""

from pathlib import Path

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import write_json_or_lines
from summittui.cli.paths import NamedPath


@click.command(
    "backup",
    cls=StrictCommand,
    short_help="Write the store as it is now into a new file.",
    epilog=examples("backup copies"),
    help="""Write the store as it is now into a new file in DIR, else beside the store, and print its path.

    The file opens as a store of its own, and with plain TinyDB.
    """,
)
@click.argument("folder", metavar="[DIR]", required=False, type=NamedPath())
@store_option
@json_option
def command(folder: Path | None) -> None:
    with opened_session() as session:
        path = session.backup(folder)
    write_json_or_lines({"path": path}, [str(path)])
