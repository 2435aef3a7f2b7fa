"""`summittui verify`: one source beside the public record."""

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, store_option
from summittui.cli.output import write_view
from summittui.cli.query_options import opened_query, query_options
from summittui.exchange.views import plain_verification
from summittui.library.answers.verification.verifying import verify
from summittui.present.verification import verification_lines, verification_table
from summittui.queries.verification import VerificationQuery


@click.command(
    "verify",
    cls=StrictCommand,
    short_help="Hold what a source says against the public record.",
    epilog=examples("verify nigeriapulse", "verify stdaily --markdown"),
    help="""Hold the words, numbers and acts of the source ID against the public record, with the checks of its claims.

    The same, fewer words, altered wording, wrong object, or not found on record; each with its pages and how sure it
    is. The record is whatever pages the library holds: `summittui collections add ai-declarations` brings some in.
    """,
)
@query_options(VerificationQuery)
@store_option
@form_options
def command(*, query: VerificationQuery) -> None:
    with opened_query(query) as (library, asked):
        found = verify(library, asked)
        write_view(
            lines=lambda: verification_lines(library, found),
            plain=lambda: plain_verification(library, found),
            table=lambda: verification_table(library, found),
        )
