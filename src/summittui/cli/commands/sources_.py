"""`summittui sources`: documents side by side."""

import click

from summittui.cli.commands.compare_ import write_compared
from summittui.cli.examples import examples
from summittui.cli.groups import NearestGroup
from summittui.cli.options import form_options, store_option
from summittui.cli.query_options import opened_query, query_options
from summittui.library.answers.accounts import accounts
from summittui.queries.comparison import AccountsQuery


@click.group(
    "sources",
    cls=NearestGroup,
    short_help="Put two documents side by side.",
    help="Documents and how they tell one event.",
)
@store_option
def command() -> None:
    pass


@command.command(
    "compare",
    epilog=examples("sources compare stdaily nigeriapulse"),
    help="Put two sources side by side: where they differ, where they agree, what only one has.",
)
@query_options(AccountsQuery)
@store_option
@form_options
def compare_sources(*, query: AccountsQuery) -> None:
    with opened_query(query) as (library, asked):
        write_compared(library, accounts(library, asked))
