"""`summittui verify`: one source beside the public record."""

import click

from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, opened_session, scope_option, store_option
from summittui.cli.output import write_view
from summittui.exchange.views import plain_verification
from summittui.library.answers.verification.verifying import verify
from summittui.present.verification import verification_lines, verification_table


@click.command(
    "verify",
    cls=StrictCommand,
    short_help="Hold what a source says against the public record.",
    epilog=examples("verify nigeriapulse", "verify stdaily --markdown"),
    help="""Hold the words, numbers and acts of a SOURCE against the public record, with the checks of its claims.

    The same, fewer words, altered wording, wrong object, or not found on record; each with its pages and how sure it
    is. The record is whatever pages the library holds: `summittui collections add ai-declarations` brings some in.
    """,
)
@click.argument("name", metavar="SOURCE", shell_complete=ids_of("sources"))
@scope_option
@store_option
@form_options
def command(name: str) -> None:
    with opened_session() as session:
        library = session.scoped_library
        found = verify(library, library.resolve(name, ("sources",)))
        write_view(
            lines=lambda: verification_lines(library, found),
            plain=lambda: plain_verification(library, found),
            table=lambda: verification_table(library, found),
        )
