"""`summittui load`: a file of records or codes into the library, all of it or nothing."""

import signal
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summittui.cli.ending import PROBLEM_FOUND
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import opened_session, store_option
from summittui.cli.output import say
from summittui.cli.paths import NamedPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summittui.session.loading import OnRecord

EVERY = 5_000
"""Records between two words on how far it is."""


@click.command(
    "load",
    cls=StrictCommand,
    short_help="Load a library, quotes, a project or a codebook from a file.",
    epilog=examples("load library.json", "load project.qdpx --dry-run", "load codebook.qdc"),
    help="""Load a file into the library in one edit, all of it or nothing; the format is recognised by the content.

    A library (JSON) or quotes (JSON Lines, CSV) of this program; annotations (W3C Web Annotation, Hypothesis,
    Recogito), which become quotes where their words stand in an attached text; a REFI-QDA project (.qdpx), whose
    texts, cases, codes and selections become sources, actors, issues and quotes; a codebook (.qdc, CSV, YAML of
    qualitative-coding), whose codes become issues. A record that the library has otherwise stays as it is, and the
    exit code is 1.
    """,
)
@click.argument("path", metavar="FILE", type=NamedPath())
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
    from summittui.session.load_report import remarks, summary

    with opened_session() as session, _progress() as on_record:
        plan = session.load(path, replacing=replacing, is_trial=is_trial, on_record=on_record)
    say(summary(plan, is_trial=is_trial))
    for sentence in remarks(plan, remedy="--replace takes those of the file"):
        say(sentence)
    ctx.exit(PROBLEM_FOUND if plan.different else 0)


@contextmanager
def _progress() -> "Iterator[OnRecord]":
    """Yield what tells on a terminal how far it is; ctrl+c ends the loading, but for the saving, which stays whole."""
    from summittui.session.loading import LoadStage

    is_watched = sys.stderr.isatty()
    before = signal.getsignal(signal.SIGINT)

    def on_record(stage: LoadStage, number: int) -> None:
        if stage is LoadStage.SAVED:
            signal.signal(signal.SIGINT, lambda *_: say(f"The records are {stage}."))
        elif is_watched and number % EVERY == 0:
            say(f"{number:,} {stage}; ctrl+c ends it, and nothing is loaded.")

    try:
        yield on_record
    finally:
        signal.signal(signal.SIGINT, before)
