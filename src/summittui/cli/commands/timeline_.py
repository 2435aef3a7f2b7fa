"""`summittui timeline`: what was said and done when."""

import click

from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, opened_session, scope_option, store_option
from summittui.cli.output import write_view
from summittui.cli.perspectives import PERSPECTIVES, resolved
from summittui.exchange.views import plain_timeline
from summittui.library.answers.timeline import timeline
from summittui.present.timeline import timeline_lines, timeline_table


@click.command(
    "timeline",
    cls=StrictCommand,
    short_help="Show events, acts and quotes by date.",
    epilog=examples("timeline", "timeline --actor china"),
    help="Show events, acts and quotes by date, as precisely as it is known, and what each date is the date of.",
)
@click.option(
    "--actor",
    metavar="NAME",
    shell_complete=ids_of(*PERSPECTIVES),
    help="Only what this actor, camp, declaration or source said and did.",
)
@scope_option
@store_option
@form_options
def command(actor: str | None) -> None:
    with opened_session() as session:
        library = session.scoped_library
        whose = None if actor is None else resolved(library, [actor])[0]
        found = timeline(library, whose)
        write_view(
            lines=lambda: timeline_lines(library, found),
            plain=lambda: plain_timeline(library, found),
            table=lambda: timeline_table(library, found),
        )
