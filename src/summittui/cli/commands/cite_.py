"""`summittui cite`: records with everything that a citation must say."""

import click

from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import opened_session, store_option
from summittui.cli.output import write
from summittui.exchange.citing import Style, citations
from summittui.exchange.exports import CITED


@click.command(
    "cite",
    cls=StrictCommand,
    epilog=examples("cite vance-kill-industry", "cite stdaily --style csl"),
    help="""Cite quotes, claims, declarations with their acts, and sources.

    Each says who, whose wording, in which source, via whom, when, any doubt and the state of its proof. No report gets
    quotation marks.
    """,
)
@click.argument(
    "names",
    metavar="ID...",
    nargs=-1,
    required=True,
    shell_complete=ids_of("quotes", "claims", "declarations", "sources"),
)
@click.option(
    "--style",
    type=click.Choice([style.value for style in Style]),
    default=Style.PLAIN.value,
    show_default=True,
    help="How each is written: one line, Markdown, a reference by author and date, or CSL-JSON.",
)
@store_option
def command(names: tuple[str, ...], style: str) -> None:
    with opened_session() as session:
        library = session.library
        found = [library.get(library.resolve(words, sorted(CITED))) for words in names]
        write(citations(library, found, Style(style)) + "\n")
