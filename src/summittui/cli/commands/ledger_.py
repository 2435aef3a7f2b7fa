"""`summittui ledger`: actors x declarations."""

import click

from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.matrix_grid import sign_lines
from summittui.cli.options import form_options, store_option
from summittui.cli.output import terminal_width, write, write_lines, write_view
from summittui.cli.query_options import opened_query, query_options
from summittui.cli.querying import typed_query
from summittui.exchange.views import plain_ledger
from summittui.library import Library
from summittui.library.answers.ledger import Ledger, ledger
from summittui.library.answers.letters import letter
from summittui.present.ledger import ledger_grid, ledger_lines, ledger_table, ledger_title
from summittui.queries.ledger import LedgerQuery


@click.command(
    "ledger",
    cls=StrictCommand,
    short_help="Show what each actor did with each declaration.",
    epilog=examples(
        "ledger", "ledger --query 'kind:state' --standing declined", "ledger paris-statement --sort latest --csv"
    ),
    help="""Show what each actor did with each declaration, as of when, and by which source.

    NAME is a declaration; without one, all are shown, by date. Being absent from a list is no refusal.
    """,
)
@query_options(LedgerQuery)
@store_option
@form_options
def command(*, query: LedgerQuery) -> None:
    with opened_query(query) as (library, asked):
        typed_query(library, asked.actors, "actors")
        _write(library, ledger(library, asked))


def _write(library: Library, found: Ledger) -> None:
    if form() is Form.TEXT:
        write_lines([ledger_title(library, found), ""])
        headings = [letter(at) for at in range(len(found.columns))]
        write("".join(f"{line}\n" for line in sign_lines(headings, ledger_grid(found).rows, terminal_width())))
    write_view(
        lines=lambda: ledger_lines(found),
        plain=lambda: plain_ledger(library, found),
        table=lambda: ledger_table(found),
    )
