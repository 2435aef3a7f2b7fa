"""`summittui views`: the saved views."""

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, opened_session, store_option
from summittui.cli.output import say, write_table
from summittui.model import StoreError
from summittui.present.table import Table
from summittui.session.saved_views import SavedView, checked_views, read_views, views_path


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
    saved = read_views(views_path())
    if any(not each.problem for each in saved):
        saved = _checked(saved)
    write_table(Table(("name", "line", "problem"), tuple((each.name, each.line, each.problem) for each in saved)))


def _checked(saved: tuple[SavedView, ...]) -> tuple[SavedView, ...]:
    """Return the views with what is wrong with each on the store; unchecked, which is said, where it cannot be read."""
    try:
        with opened_session() as session:
            return checked_views(session, views_path())
    except StoreError as error:
        say(f"The views were not held against the store: {error}")
        return saved
