"""`summittui search`: the records in which some words occur."""

import click

from summittui.cli.options import form_options, opened_session, store_option
from summittui.cli.output import write_table
from summittui.exchange import Table
from summittui.library import search


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@store_option
@form_options
def command(words: tuple[str, ...]) -> None:
    """Find the records in which all WORDS occur, case and accents apart."""
    with opened_session() as session:
        hits = search(session.library, " ".join(words))
        rows = tuple((hit.table, hit.id, hit.label, hit.excerpt) for hit in hits)
        write_table(Table(("table", "id", "label", "excerpt"), rows))
