"""`summittui show`: one record with everything that belongs to it."""

import click

from summittui.cli.completing import ANYTHING, ids_of
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_option, toml_option
from summittui.cli.output import write, write_lines
from summittui.exchange import to_json
from summittui.exchange.as_toml import record_to_toml
from summittui.present.record import record_lines


@click.command(
    "show",
    cls=StrictCommand,
    epilog=examples("show jd-vance", "show vance-kill-industry --json"),
    help="Show the record with this ID, name or alias.",
)
@click.argument("words", metavar="ID", nargs=-1, required=True, shell_complete=ids_of(*ANYTHING))
@store_option
@json_option
@toml_option
def command(words: tuple[str, ...]) -> None:
    with opened_session() as session:
        library = session.library
        record = library.get(library.resolve(" ".join(words)))
        if form() is Form.JSON:
            write(to_json(record))
        elif form() is Form.TOML:
            write(record_to_toml(record))
        else:
            write_lines(record_lines(library, record))
