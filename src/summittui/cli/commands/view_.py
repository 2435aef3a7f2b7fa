"""`summittui view`: what a view shows, printed by the command that is its twin."""

import importlib

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, opened_session, store_option
from summittui.session.saved_views import named_view, views_path


@click.command(
    "view",
    cls=StrictCommand,
    short_help="Print what a view of the screens shows.",
    epilog=examples(
        "view 'compare united-states china by:date only:differences' --markdown",
        "view \"browse pane:quotes quotes:'kind:mixed gold' sort-quotes:date\" --csv",
        "view 'matrix rows:both sort:tight-regulation' --json",
    ),
    help="""Print what a view shows; LINE is a saved view's name or the line of one.

    It runs the command that prints the same. What changes only the look of a screen is ignored: at, open, zoom, look,
    wrap, scroll, around, and marks that narrow nothing.
    """,
)
@click.argument("line", metavar="LINE")
@store_option
@form_options
@click.pass_context
def command(ctx: click.Context, line: str) -> None:
    view = named_view(views_path(), line)
    with opened_session() as session:
        name, *arguments = session.followed(view).query.printed.arguments
    chosen = importlib.import_module(f"summittui.cli.commands.{name}_").command
    with chosen.make_context(name, arguments, parent=ctx) as context:
        chosen.invoke(context)
