"""`summittui pairs`: who stands with whom."""

import click

from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, opened_session, store_option
from summittui.cli.output import write_view
from summittui.cli.perspectives import PERSPECTIVES, resolved
from summittui.cli.render.pairs import shown_pairs
from summittui.exchange.views import pairs_table, plain_pairs
from summittui.library.pairs import pairs


@click.command(
    "pairs",
    cls=StrictCommand,
    short_help="Show who stands with whom, and over how many issues.",
    epilog=examples("pairs", "pairs china united-states european-commission"),
    help="""Show who stands with whom over the issues on which both take a side, always with their number.

    What only others tell and what is doubtful makes no pair; one shared issue ranks none. NAME is an actor, camp,
    declaration or source; without one, all actors are paired.
    """,
)
@click.argument("names", metavar="[NAME]...", nargs=-1, shell_complete=ids_of(*PERSPECTIVES))
@click.option("--unfolded", is_flag=True, help="Leave out those who speak for an actor.")
@store_option
@form_options
def command(names: tuple[str, ...], *, unfolded: bool) -> None:
    with opened_session() as session:
        found = pairs(session.library, resolved(session.library, names), folded=not unfolded)
        write_view(lines=lambda: shown_pairs(found), plain=lambda: plain_pairs(found), table=lambda: pairs_table(found))
