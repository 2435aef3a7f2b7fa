"""`summittui brief`: a comparison as a document to hand over."""

from datetime import date
from pathlib import Path

import click

from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import opened_session, scope_option, store_option
from summittui.cli.output import deliver
from summittui.cli.perspectives import PERSPECTIVES, evidence_options, folding_options, kept_evidence, resolved
from summittui.exchange.reports.brief import brief
from summittui.exchange.reports.forms import REPORT_FORMS, ReportForm
from summittui.library.answers.comparison import compare


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
@click.argument("names", metavar="NAME NAME...", nargs=-1, required=True, shell_complete=ids_of(*PERSPECTIVES))
@click.option(
    "--issue",
    "issues",
    multiple=True,
    shell_complete=ids_of("issues"),
    help="On this issue only; may be given several times.",
)
@folding_options
@evidence_options
@click.option("--no-memos", is_flag=True, help="Leave your memos out of the notes.")
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in ReportForm]),
    default=ReportForm.MARKDOWN.value,
    show_default=True,
    help="The format.",
)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file; else standard output.")
@click.option("--overwrite", is_flag=True, help="Let the file that stands there give way.")
@scope_option
@store_option
def command(
    names: tuple[str, ...],
    issues: tuple[str, ...],
    apart: tuple[str, ...],
    near: tuple[str, ...],
    form: str,
    output: Path | None,
    *,
    no_memos: bool,
    overwrite: bool,
    direct_only: bool,
    no_doubtful: bool,
) -> None:
    with opened_session(is_document=True) as session:
        library = session.scoped_library
        comparison = compare(
            library,
            resolved(library, names),
            issues=[library.resolve(words, ("issues",)) for words in issues],
            unfolded=frozenset(resolved(library, apart)),
            merged=frozenset(resolved(library, near)),
            kept=kept_evidence(direct_only=direct_only, no_doubtful=no_doubtful),
        )
        today = date.today().isoformat()
        report = brief(library, comparison, compiled=today, with_memos=not no_memos)
        deliver((REPORT_FORMS[ReportForm(form)].write(report),), output, overwrite=overwrite)
