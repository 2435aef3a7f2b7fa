"""`summittui delete`: a record that no other names."""

import click

from summittui.cli.entering import record_argument, record_named
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import opened_session, store_option
from summittui.cli.output import say


@click.command(
    "delete",
    cls=StrictCommand,
    short_help="Delete a record that no other names.",
    epilog=examples("delete guo-principles"),
    help="Delete the record with this ID, name or alias, and your note on it; refused while others name it.",
)
@record_argument
@store_option
def command(words: str) -> None:
    with opened_session() as session:
        id_ = record_named(session, words).id
        session.remove(id_)
    say(f"Deleted {id_}.")
