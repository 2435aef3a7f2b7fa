"""`summittui timeline`: what was said and done when."""

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, store_option
from summittui.cli.output import write_view
from summittui.cli.query_options import opened_query, query_options
from summittui.exchange.views import plain_timeline
from summittui.library.answers.timeline import timeline
from summittui.present.timeline import timeline_lines, timeline_table
from summittui.queries.timeline import TimelineQuery


@click.command(
    "timeline",
    cls=StrictCommand,
    short_help="Show events, acts and quotes by date.",
    epilog=examples("timeline", "timeline --actor china"),
    help="Show events, acts and quotes by date, as precisely as it is known, and what each date is the date of.",
)
@query_options(TimelineQuery)
@store_option
@form_options
def command(*, query: TimelineQuery) -> None:
    with opened_query(query) as (library, asked):
        found = timeline(library, asked)
        write_view(
            lines=lambda: timeline_lines(library, found),
            plain=lambda: plain_timeline(library, found),
            table=lambda: timeline_table(library, found),
        )
