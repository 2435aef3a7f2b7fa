"""`summittui variants`: the quotes of one utterance, word by word."""

import click

from summittui.cli.completing import variants_ids
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, store_option
from summittui.cli.output import write_view
from summittui.cli.query_options import opened_query, query_options
from summittui.exchange.views import plain_variants
from summittui.library.answers.variants import variants
from summittui.present.variants import variants_lines, variants_table
from summittui.queries.variants import VariantsQuery


@click.command(
    "variants",
    cls=StrictCommand,
    short_help="Show how several quotes report one utterance.",
    epilog=examples("variants vance-gold-standard"),
    help="""Show how several quotes report one utterance: what was cut, added, changed, turned into a report.

    ID is that of a quote or of an utterance.
    """,
)
@query_options(VariantsQuery, completing={"quote": variants_ids})
@store_option
@form_options
def command(*, query: VariantsQuery) -> None:
    with opened_query(query) as (library, asked):
        found = variants(library, asked)
        write_view(
            lines=lambda: variants_lines(library, found),
            plain=lambda: plain_variants(library, found),
            table=lambda: variants_table(library, found),
        )
