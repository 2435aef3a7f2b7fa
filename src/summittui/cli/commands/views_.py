"""`summittui views`: the saved views."""

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, store_option
from summittui.cli.output import write_table
from summittui.exchange import Table
from summittui.session.saved_views import read_views, views_path


@click.command(
    "views",
    cls=StrictCommand,
    short_help="List the saved views.",
    epilog=examples("views", "views --json"),
    help="List the saved views, each with its line; of one that cannot be opened, why.",
)
@store_option
@form_options
def command() -> None:
    rows = tuple((each.name, each.line, each.problem) for each in read_views(views_path()))
    write_table(Table(("name", "line", "problem"), rows))
