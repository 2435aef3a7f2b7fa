"""`summittui export`: quotes in a format of the field."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import opened_session, output_option, scope_option, store_option
from summittui.cli.output import deliver, say
from summittui.cli.querying import typed_query
from summittui.exchange.formats import FORMATS
from summittui.model import Quote
from summittui.model.text import counted
from summittui.queries.listing import ListQuery

_CHOICES = "\n\n\b\n" + "\n".join(f"{each.id:<17} {each.title}; not: {each.cannot_carry}" for each in FORMATS.values())


@click.command(
    "export",
    cls=StrictCommand,
    short_help="Write quotes in a format of the field.",
    epilog=examples("export --format csv --output quotes.csv", "export --format dna --query issue:tight-regulation"),
    help=f"Write quotes, all or those that a query keeps, in one of these formats:{_CHOICES}",
)
@click.option(
    "--format",
    "format_id",
    metavar="FORMAT",
    type=click.Choice(tuple(FORMATS)),
    required=True,
    help="One of those above.",
)
@click.option("--query", "-q", metavar="QUERY", help="Only the quotes that this query keeps, such as 'by:vance'.")
@output_option
@scope_option
@store_option
def command(format_id: str, query: str | None, output: Path | None, *, overwrite: bool) -> None:
    chosen = FORMATS[format_id]
    if query and chosen.is_whole:
        raise click.UsageError(f"{format_id} takes the whole library; leave --query out.")
    with opened_session(is_document=True) as session:
        asked = typed_query(session.scoped_library, query or "", "quotes")
        quotes = cast("Sequence[Quote]", session.scoped_library.select(ListQuery(table="quotes", query=asked)))
        written = chosen.write(session.scoped_library, quotes)
        deliver(written.parts(), output, overwrite=overwrite)
        if output is not None:
            what = "The library" if chosen.is_whole else counted(len(quotes), "quote")
            say(f"{what} written to {output} as {chosen.title}.")
        for loss in written.losses:
            say(f"Not carried: {loss}.")
