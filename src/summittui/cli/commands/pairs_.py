"""`summittui pairs`: who stands with whom."""

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, store_option
from summittui.cli.output import write_view
from summittui.cli.query_options import opened_query, query_options
from summittui.exchange.views import plain_pairs
from summittui.library.answers.pairs import pairs
from summittui.present.pairs import pairs_lines, pairs_table
from summittui.queries.pairs import PairsQuery


@click.command(
    "pairs",
    cls=StrictCommand,
    short_help="Show who stands with whom, and over how many issues.",
    epilog=examples("pairs", "pairs china united-states european-commission"),
    help="""Show who stands with whom over the issues on which both take a firm side themselves.

    Same and opposed are counted beside each other, from two shared issues on, and nothing is ranked. What is left out
    is said. NAME is an actor, camp, declaration or source; without one, all actors are paired.
    """,
)
@query_options(PairsQuery)
@store_option
@form_options
def command(*, query: PairsQuery) -> None:
    with opened_query(query) as (library, asked):
        found = pairs(library, asked)
        write_view(lines=lambda: pairs_lines(found), plain=lambda: plain_pairs(found), table=lambda: pairs_table(found))
