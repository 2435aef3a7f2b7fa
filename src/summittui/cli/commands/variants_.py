"""`summittui variants`: the quotes of one utterance, word by word."""

import click

from summittui.cli.completing import variants_ids
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, opened_session, scope_option, store_option
from summittui.cli.output import write_view
from summittui.exchange.views import plain_variants
from summittui.library.answers.variants import variants
from summittui.present.variants import variants_lines, variants_table


@click.command(
    "variants",
    cls=StrictCommand,
    short_help="Show how several quotes report one utterance.",
    epilog=examples("variants vance-gold-standard"),
    help="""Show how several quotes report one utterance: what was cut, added, changed, turned into a report.

    ID is that of a quote or of an utterance.
    """,
)
@click.argument("id_", metavar="ID", shell_complete=variants_ids)
@scope_option
@store_option
@form_options
def command(id_: str) -> None:
    with opened_session() as session:
        library = session.scoped_library
        found = variants(library, id_ if library.variants_of(id_) else library.resolve(id_, ("quotes",)))
        write_view(
            lines=lambda: variants_lines(library, found),
            plain=lambda: plain_variants(library, found),
            table=lambda: variants_table(library, found),
        )
