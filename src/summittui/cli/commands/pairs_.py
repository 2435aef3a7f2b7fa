"""`summittui pairs`: who stands with whom."""

import click

from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, opened_session, scope_option, store_option
from summittui.cli.output import write_view
from summittui.cli.perspectives import PERSPECTIVES, resolved, voices_option
from summittui.exchange.views import plain_pairs
from summittui.library.answers.pairs import pairs
from summittui.present.pairs import pairs_lines, pairs_table
from summittui.queries.pairs import PairOrder


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
@click.argument("names", metavar="[NAME]...", nargs=-1, shell_complete=ids_of(*PERSPECTIVES))
@click.option("--unfolded", is_flag=True, help="Leave out those who speak for an actor.")
@click.option(
    "--sort",
    type=click.Choice([str(each) for each in PairOrder]),
    default=str(PairOrder.NAME),
    help="Order by names, or by the number of issues that are the same, opposed or shared; else by names.",
)
@voices_option
@scope_option
@store_option
@form_options
def command(names: tuple[str, ...], sort: str, *, unfolded: bool, voices: bool) -> None:
    with opened_session() as session:
        library = session.scoped_library
        ids = resolved(library, names)
        found = pairs(library, ids, folded=not unfolded, voices=voices, order=PairOrder(sort))
        write_view(lines=lambda: pairs_lines(found), plain=lambda: plain_pairs(found), table=lambda: pairs_table(found))
