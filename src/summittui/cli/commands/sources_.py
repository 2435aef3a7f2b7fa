"""`summittui sources`: documents side by side."""

import click

from summittui.cli.commands.compare_ import write_compared
from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.groups import NearestGroup
from summittui.cli.options import form_options, opened_session, scope_option, store_option
from summittui.library.answers.accounts import accounts


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
@click.argument("left", metavar="SOURCE", shell_complete=ids_of("sources"))
@click.argument("right", metavar="SOURCE", shell_complete=ids_of("sources"))
@scope_option
@store_option
@form_options
def compare_sources(left: str, right: str) -> None:
    with opened_session() as session:
        library = session.scoped_library
        one, other = (library.resolve(words, ("sources",)) for words in (left, right))
        write_compared(library, accounts(library, one, other))
