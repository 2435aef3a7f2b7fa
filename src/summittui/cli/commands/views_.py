"""`summittui views`: the saved views."""

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, opened_session, store_option
from summittui.cli.output import write_table
from summittui.present.table import Table
from summittui.session.saved_views import checked_views, views_path


@click.command(
    "views",
    cls=StrictCommand,
    short_help="List the saved views.",
    epilog=examples("views", "views --json"),
    help="List the saved views, each with its line; why one cannot be opened, or names a record by a former id.",
)
@store_option
@form_options
def command() -> None:
    with opened_session() as session:
        saved = checked_views(session, views_path())
    rows = tuple((each.name, each.line, each.problem) for each in saved)
    write_table(Table(("name", "line", "problem"), rows))
