"""`summittui load`: a file of records or codes into the library, all of it or nothing."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click

from summittui.cli.ending import PROBLEM_FOUND
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import opened_session, store_option
from summittui.cli.output import say
from summittui.model import TABLE_OF
from summittui.session.loading import LoadPlan

EVERY = 5_000
"""Records between two words on how far it is."""
NAMED = 10
"""Ids that are named of those which differ."""


@click.command(
    "load",
    cls=StrictCommand,
    short_help="Load a library, quotes, a project or a codebook from a file.",
    epilog=examples("load library.json", "load project.qdpx --dry-run", "load codebook.qdc"),
    help="""Load a file into the library in one edit, all of it or nothing; the format is recognised by the content.

    A library (JSON) or quotes (JSON Lines, CSV) of this program; annotations (W3C Web Annotation, Hypothesis,
    Recogito), which become quotes where their words stand in an attached text; a REFI-QDA project (.qdpx), whose
    texts, cases, codes and selections become sources, actors, issues and quotes; a codebook (.qdc, CSV), whose codes
    become issues. A record that the library has otherwise stays as it is, and the exit code is 1.
    """,
)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--replace",
    "replacing",
    is_flag=True,
    help="Let records of the file take the place of those here; CSV has too few fields.",
)
@click.option("--dry-run", "is_trial", is_flag=True, help="Only tell what would be loaded.")
@store_option
@click.pass_context
def command(ctx: click.Context, /, path: Path, *, replacing: bool, is_trial: bool) -> None:
    with opened_session() as session:
        plan = session.load(path, replacing=replacing, is_trial=is_trial, tick=_progress())
    _tell(plan, is_trial=is_trial)
    ctx.exit(PROBLEM_FOUND if plan.different else 0)


def _progress() -> Callable[[int], None]:
    """Return what tells on a terminal how far it is; ctrl+c ends the loading, and nothing is loaded."""
    if not sys.stderr.isatty():
        return lambda _: None

    def tick(number: int) -> None:
        if number % EVERY == 0:
            click.echo(f"{number:,} read; ctrl+c ends it, and nothing is loaded.", err=True)

    return tick


def _tell(plan: LoadPlan, *, is_trial: bool) -> None:
    counts = Counter(TABLE_OF[type(record)] for record in plan.records.values())
    parts = [f"{number:,} {table}" for table, number in counts.items()]
    parts += [f"{len(plan.texts):,} texts"] if plan.texts else []
    done = "would be loaded" if is_trial else "loaded"
    say(f"{plan.format}: {', '.join(parts) or 'nothing'} {done}; {plan.same:,} there already.")
    for words in plan.remarks:
        say(f"{words}.")
    for words in plan.left_out:
        say(f"Not loaded: {words}.")
    if plan.different:
        more = f" and {len(plan.different) - NAMED:,} more" if plan.different[NAMED:] else ""
        ids = ", ".join(plan.different[:NAMED])
        say(f"Different here, and left as they are: {ids}{more}; --replace takes those of the file.")
