"""`summittui undo`: the last edit, taken back."""

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import write_json_or_lines


@click.command(
    "undo",
    cls=StrictCommand,
    short_help="Take back your last edit, or make it again.",
    epilog=examples("undo", "undo --anybody"),
    help="Take back your last edit, unless somebody has changed the same record since.",
)
@click.option("--redo", is_flag=True, help="Make the edit again that was undone last.")
@click.option("--anybody", is_flag=True, help="Not only of your own edits.")
@store_option
@json_option
def command(*, redo: bool, anybody: bool) -> None:
    with opened_session() as session:
        entry = session.redo(of_anybody=anybody) if redo else session.undo(of_anybody=anybody)
    write_json_or_lines(entry, [f"{'done again' if redo else 'undone'}: {entry.label}, {entry.who}, {entry.when}"])
