"""`summittui star`: a mark on a record that stays."""

import click

from summittui.cli.entering import record_argument, record_named
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import opened_session, store_option
from summittui.cli.output import say


@click.command(
    "star",
    cls=StrictCommand,
    short_help="Star a record; `list TABLE --starred` shows the starred.",
    epilog=examples("star vance-gold-standard", "star vance-gold-standard --off"),
    help="Star the record ID; `list TABLE --starred` shows what has a star.",
)
@record_argument
@click.option("--off", is_flag=True, help="Take the star away.")
@store_option
def command(words: str, *, off: bool) -> None:
    with opened_session() as session:
        id_ = record_named(session, words).id
        session.set_note(id_, starred=not off)
    say(f"Took the star of {id_} away." if off else f"Starred {id_}.")
