"""`summittui brief`: a comparison as a document to hand over."""

from datetime import date
from pathlib import Path

import click

from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import output_option, store_option
from summittui.cli.output import deliver
from summittui.cli.query_options import opened_query, query_options
from summittui.exchange.reports.brief import brief
from summittui.exchange.reports.forms import REPORT_FORMS, ReportForm
from summittui.library.answers.comparison import compare
from summittui.queries.comparison import ComparisonQuery


@click.command(
    "brief",
    cls=StrictCommand,
    short_help="Write a comparison as a document to hand over.",
    epilog=examples(
        "brief us china eu uk",
        "brief us china --format html --output brief.html",
    ),
    help="""Write where perspectives stand as a document to hand over: Markdown, HTML or PDF.

    A table of positions, who signed and who declined, the words with numbered notes (who, via, source, place, date,
    proof), doubts, and what was not found. PDF needs the extra: pip install 'summittui[pdf]'.
    """,
)
@query_options(ComparisonQuery, leave_out=["by", "differences_only", "collapsed"])
@click.option("--no-memos", is_flag=True, help="Leave your memos out of the notes.")
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in ReportForm]),
    default=ReportForm.MARKDOWN.value,
    show_default=True,
    help="The format.",
)
@output_option
@store_option
def command(form: str, output: Path | None, *, query: ComparisonQuery, no_memos: bool, overwrite: bool) -> None:
    with opened_query(query, is_document=True) as (library, asked):
        today = date.today().isoformat()
        report = brief(library, compare(library, asked), compiled=today, with_memos=not no_memos)
        deliver((REPORT_FORMS[ReportForm(form)].write(report),), output, overwrite=overwrite)
