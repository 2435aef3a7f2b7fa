"""`summittui compare`: perspectives side by side, issue by issue."""

import click

from summittui.cli.options import Form, form, form_options, opened_session, store_option
from summittui.cli.output import write, write_csv, write_lines
from summittui.cli.render import shown_comparison
from summittui.exchange import comparison_to_csv, comparison_to_json, comparison_to_markdown
from summittui.library import Comparison, Library, compare


@click.command("compare")
@click.argument("actors", metavar="ACTOR ACTOR...", nargs=-1, required=True)
@click.option("--issue", "issues", multiple=True, help="Compare on this issue only; may be given several times.")
@click.option("--unfolded", is_flag=True, help="Leave out those who speak for an actor.")
@store_option
@form_options
def command(actors: tuple[str, ...], issues: tuple[str, ...], *, unfolded: bool) -> None:
    """Compare where actors (or declarations) stand: their words, their deeds, what others say about them."""
    with opened_session() as session:
        library = session.library
        ids = [library.resolve(words, ("actors", "declarations")) for words in actors]
        chosen = [library.resolve(words, ("issues",)) for words in issues]
        apart = frozenset(ids) if unfolded else frozenset()
        _write(library, compare(library, ids, issues=chosen, unfolded=apart))


def _write(library: Library, comparison: Comparison) -> None:
    match form():
        case Form.JSON:
            write(comparison_to_json(library, comparison))
        case Form.CSV:
            write_csv(comparison_to_csv(library, comparison))
        case Form.MARKDOWN:
            write(comparison_to_markdown(library, comparison))
        case _:
            write_lines(shown_comparison(library, comparison))
