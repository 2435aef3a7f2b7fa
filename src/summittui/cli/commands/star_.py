"""`summittui star`: a mark on a record that stays."""

import click

from summittui.cli.entering import named
from summittui.cli.options import opened_session, store_option
from summittui.cli.output import say


@click.command("star")
@click.argument("words", metavar="ID")
@click.option("--off", is_flag=True, help="Take the star away.")
@store_option
def command(words: str, *, off: bool) -> None:
    """Star the record ID; `list TABLE --starred` shows what has a star."""
    with opened_session() as session:
        id_ = named(session, words).id
        session.set_note(id_, starred=not off)
    say(f"Took the star of {id_} away." if off else f"Starred {id_}.")
