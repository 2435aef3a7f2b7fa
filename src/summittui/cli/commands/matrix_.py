"""`summittui matrix`: actors x issues."""

import click

from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.matrix_grid import grid_lines
from summittui.cli.options import form_options, opened_session, scope_option, store_option
from summittui.cli.output import terminal_width, write, write_view
from summittui.cli.perspectives import PERSPECTIVES, evidence_options, kept_evidence, resolved, voices_option
from summittui.exchange.views import matrix_to_markdown, plain_matrix
from summittui.library import Library
from summittui.library.answers.matrix import Matrix, matrix
from summittui.model import Issue
from summittui.present.matrix import matrix_lines, matrix_table
from summittui.queries.matrix import Rows


@click.command(
    "matrix",
    cls=StrictCommand,
    short_help="Show where actors stand on every issue.",
    epilog=examples("matrix --folded --sort-by tight-regulation", "matrix china united-states --csv"),
    help="""Show where actors stand on every issue, with the evidence of every cell.

    NAME is an actor, camp, declaration or source; without one, all actors with any evidence are shown.
    """,
)
@click.argument("names", metavar="[NAME]...", nargs=-1, shell_complete=ids_of(*PERSPECTIVES))
@click.option(
    "--sort-by",
    metavar="NAME",
    shell_complete=ids_of("issues", *PERSPECTIVES),
    help="Sort by an issue (its column) or by an actor (its row).",
)
@click.option(
    "--rows",
    type=click.Choice([str(each) for each in Rows]),
    help="Take actors, camps, or both, where no NAME is given.",
)
@click.option(
    "--issue",
    "chosen",
    multiple=True,
    metavar="ISSUE",
    shell_complete=ids_of("issues"),
    help="Only this issue; may be given several times.",
)
@click.option("--folded", is_flag=True, help="Take in those who speak for an actor.")
@voices_option
@evidence_options
@scope_option
@store_option
@form_options
def command(
    names: tuple[str, ...],
    sort_by: str | None,
    rows: str | None,
    chosen: tuple[str, ...],
    *,
    folded: bool,
    voices: bool,
    direct_only: bool,
    no_doubtful: bool,
) -> None:
    if names and rows:
        raise click.UsageError("--rows says whose rows to take where no NAME is given; leave one of them out.")
    kept = kept_evidence(direct_only=direct_only, no_doubtful=no_doubtful)
    with opened_session() as session:
        library = session.scoped_library
        ids = resolved(library, names)
        found = matrix(library, ids, rows=Rows(rows or Rows.ACTORS), folded=folded, voices=voices, kept=kept)
        if chosen:
            found = found.about([library.resolve(words, ("issues",)) for words in chosen])
        if sort_by is not None:
            found = _sorted(library, found, sort_by)
        _write(library, found)


def _sorted(library: Library, found: Matrix, words: str) -> Matrix:
    id_ = library.resolve(words, ("issues", *PERSPECTIVES))
    by_issue = isinstance(library.get(id_), Issue)
    return found.sorted_by_issue(id_) if by_issue else found.sorted_by_row(id_)


def _write(library: Library, found: Matrix) -> None:
    if form() is Form.TEXT:
        write("".join(f"{line}\n" for line in grid_lines(found, terminal_width())))
    write_view(
        lines=lambda: matrix_lines(library, found),
        plain=lambda: plain_matrix(library, found),
        table=lambda: matrix_table(library, found),
        markdown=lambda: matrix_to_markdown(library, found),
    )
