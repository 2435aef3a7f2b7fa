"""`summittui show`: one record with everything that belongs to it."""

import click

from summittui.cli.options import Form, form, json_option, opened_session, store_option
from summittui.cli.output import write, write_lines
from summittui.cli.render import shown_record
from summittui.exchange import to_json


@click.command("show")
@click.argument("words", metavar="ID", nargs=-1, required=True)
@store_option
@json_option
def command(words: tuple[str, ...]) -> None:
    """Show the record with this ID, name or alias."""
    with opened_session() as session:
        library = session.library
        record = library.get(library.resolve(" ".join(words)))
        if form() is Form.JSON:
            write(to_json(record))
        else:
            write_lines(shown_record(library, record))
