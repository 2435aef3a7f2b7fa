"""`summittui matrix`: actors x issues."""

import click
from click.core import ParameterSource

from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.matrix_grid import grid_lines
from summittui.cli.options import form_options, store_option
from summittui.cli.output import terminal_width, write, write_view
from summittui.cli.query_options import opened_query, query_options
from summittui.exchange.views import matrix_to_markdown, plain_matrix
from summittui.library import Library
from summittui.library.answers.matrix import Matrix, matrix
from summittui.present.matrix import matrix_lines, matrix_table
from summittui.queries.matrix import MatrixQuery


@click.command(
    "matrix",
    cls=StrictCommand,
    short_help="Show where actors stand on every issue.",
    epilog=examples("matrix --folded --sort-by tight-regulation", "matrix china united-states --csv"),
    help="""Show where actors stand on every issue, with the evidence of every cell.

    NAME is an actor, camp, declaration or source; without one, all actors with any evidence are shown.
    """,
)
@query_options(MatrixQuery)
@store_option
@form_options
@click.pass_context
def command(ctx: click.Context, /, *, query: MatrixQuery) -> None:
    if query.perspectives and ctx.get_parameter_source("rows") is ParameterSource.COMMANDLINE:
        raise click.UsageError("--rows says whose rows to take where no NAME is given; leave one of them out.")
    with opened_query(query) as (library, asked):
        _write(library, matrix(library, asked))


def _write(library: Library, found: Matrix) -> None:
    if form() is Form.TEXT:
        write("".join(f"{line}\n" for line in grid_lines(found, terminal_width())))
    write_view(
        lines=lambda: matrix_lines(library, found),
        plain=lambda: plain_matrix(library, found),
        table=lambda: matrix_table(library, found),
        markdown=lambda: matrix_to_markdown(library, found),
    )
