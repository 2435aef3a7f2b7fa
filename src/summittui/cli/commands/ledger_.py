"""`summittui ledger`: actors x declarations."""

import click

from summittui.cli.completing import ids_of
from summittui.cli.entering import choice
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.matrix_grid import sign_lines
from summittui.cli.options import form_options, opened_session, scope_option, store_option
from summittui.cli.output import terminal_width, write, write_lines, write_view
from summittui.cli.querying import typed_query
from summittui.exchange.views import plain_ledger
from summittui.library import Library
from summittui.library.answers.ledger import Ledger, ledger
from summittui.library.answers.letters import letter
from summittui.present.ledger import ledger_grid, ledger_lines, ledger_table, ledger_title
from summittui.queries.ledger import LedgerOrder, LedgerQuery, Standing
from summittui.queries.listing import ListQuery


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
@click.argument("names", metavar="[NAME]...", nargs=-1, shell_complete=ids_of("declarations"))
@click.option("--query", "-q", "text", metavar="QUERY", help="Only actors that this query keeps, such as 'kind:bloc'.")
@click.option(
    "--group",
    metavar="NAME",
    shell_complete=ids_of("actors", "camps"),
    help="The members of this bloc, collective or camp, such as g20, whether they acted or not.",
)
@click.option("--standing", type=choice(Standing), help="Only actors that stand so to a declaration.")
@click.option("--sort", "order", type=choice(LedgerOrder), help="Sort by name, number of declarations, or last act.")
@scope_option
@store_option
@form_options
def command(
    names: tuple[str, ...], *, text: str | None, group: str | None, standing: str | None, order: str | None
) -> None:
    with opened_session() as session:
        library = session.scoped_library
        query = LedgerQuery(
            declarations=tuple(library.resolve(name, ("declarations",)) for name in names),
            actors=None if text is None else _kept(library, text),
            group=library.resolve(group, ("actors", "camps")) if group else "",
            standing=standing or "",
            order=LedgerOrder(order or LedgerOrder.NAME),
        )
        _write(library, ledger(library, query))


def _kept(library: Library, text: str) -> tuple[str, ...]:
    query = typed_query(library, text, "actors")
    return tuple(actor.id for actor in library.select(ListQuery(table="actors", query=query)))


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
