"""`summittui import`: documents into sources with their texts; the id of each source goes to standard output."""

from collections import Counter
from collections.abc import Iterable

import click

from summittui.cli.bulk import BulkWish, import_in_bulk
from summittui.cli.completing import ids_of
from summittui.cli.ending import PROBLEM_FOUND
from summittui.cli.entering import choice
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.new_versions import replace_version
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import say, write
from summittui.cli.proposers import ended_by_signals, named_proposer, proposer_option
from summittui.exchange import to_json
from summittui.model import SourceId, SourceKind
from summittui.model.text import counted
from summittui.session.importing import Details, Imported, Outcome
from summittui.session.proposing import Proposer

_HELP = """Make documents sources with their texts, all of them in one edit.

A PLACE is a file (text, Markdown, HTML, PDF, docx, e-mail), a folder or an archive of such files, a web address, or -
for standard input. What a file states of itself is taken over; the outlet must be given where it states none. What the
documents say is proposed, to be decided with `summittui review`.

Thousands of documents are imported by --workers: each fifty are an edit, and what was ended goes on when the same is
imported again.
"""


@click.command(
    "import",
    cls=StrictCommand,
    short_help="Make documents sources with their texts.",
    epilog=examples(
        'import article.html --outlet "The Example"',
        'import folder/ --outlet "The Example" --left-out',
        'import folder/ --outlet "The Example" --workers 4',
        "import corrected.html --replaces the-example-2025-02",
    ),
    help=_HELP,
)
@click.argument("places", metavar="PLACE...", nargs=-1, required=True)
@click.option("--outlet", help="Who publishes it.")
@click.option("--title", help="Its title.")
@click.option("--published", metavar="DATE", help="When it was published: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--language", metavar="TAG", help="Its language, as en or zh-Hans.")
@click.option("--url", help="Where it can be read.")
@click.option("--kind", type=choice(SourceKind), default="article", help="What kind of document it is.")
@click.option("--as", "into", metavar="SOURCE", shell_complete=ids_of("sources"), help="It is the text of this source.")
@click.option(
    "--replaces",
    metavar="SOURCE",
    shell_complete=ids_of("sources"),
    help="It is a new version of this source: every span is found again, and what moved, drifted or is gone is told.",
)
@click.option("--accept-drift", is_flag=True, help="With --replaces: go on though spans have drifted or are gone.")
@click.option("--even-so", is_flag=True, help="Add a document that is nearly the text of another source, too.")
@click.option("--left-out", is_flag=True, help="Tell which parts of each file its text does not hold.")
@click.option("--propose/--no-propose", default=True, help="Propose what the documents say, the default, or not.")
@click.option("--propose-only", is_flag=True, help="Write what would be proposed, and store nothing.")
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 256),
    help="For thousands of documents: read by so many processes, each batch of documents an edit of its own.",
)
@click.option("--scheduler", metavar="ADDRESS", help="As --workers, by the Dask cluster of this scheduler.")
@proposer_option
@store_option
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    places: tuple[str, ...],
    into: str | None,
    replaces: str | None,
    *,
    accept_drift: bool,
    even_so: bool,
    left_out: bool,
    propose: bool,
    propose_only: bool,
    proposer: str | None,
    workers: int | None,
    scheduler: str | None,
    kind: str,
    **given: str | None,
) -> None:
    chosen = named_proposer(ctx, proposer)
    details = Details(**given, kind=SourceKind(kind))
    if workers is not None or scheduler is not None:
        _refuse_beside_bulk(workers, scheduler, {"--as": into, "--replaces": replaces, "--propose-only": propose_only})
        wish = BulkWish(workers, scheduler, even_so=even_so, left_out=left_out)
        ctx.exit(import_in_bulk(places, details, chosen if propose else None, wish))
    if propose_only:
        ctx.exit(_write_proposals(places, chosen))
    if replaces is not None:
        ctx.exit(_replace(places, replaces, chosen if propose else None, accepted=accept_drift))
    with opened_session() as session, ended_by_signals():
        source = None if into is None else SourceId(session.library.resolve(into, ("sources",)))
        imported = session.intake.import_documents(
            places, details, into=source, even_so=even_so, proposer=chosen if propose else None
        )
    if form() is Form.JSON:
        write(to_json(imported))
    else:
        _tell(imported, left_out=left_out)
    ctx.exit(PROBLEM_FOUND if any(one.outcome is Outcome.UNREAD for one in imported) else 0)


def _refuse_beside_bulk(workers: int | None, scheduler: str | None, others: dict[str, object]) -> None:
    """Refuse options that mean one document, or nothing that is stored, beside workers.

    Raises:
        UsageError: Names the first one.
    """
    given = "--workers" if workers is not None else "--scheduler"
    if workers is not None and scheduler is not None:
        raise click.UsageError("--workers cannot stand beside --scheduler, whose cluster has its own; choose one.")
    for name, value in others.items():
        if value:
            raise click.UsageError(f"{name} cannot stand beside {given}; leave one out.")


def _replace(places: tuple[str, ...], replaces: str, proposer: Proposer | None, *, accepted: bool) -> int:
    with opened_session() as session, ended_by_signals():
        source = SourceId(session.library.resolve(replaces, ("sources",)))
        return replace_version(session, places, source, proposer, accepted=accepted)


def _write_proposals(places: Iterable[str], proposer: Proposer) -> int:
    """Write what is proposed for documents as JSON and return the exit code; nothing is stored."""
    with opened_session() as session, ended_by_signals():
        read = session.intake.propose_only(places, proposer)
    write(to_json(read))
    for one in read:
        if one.problem:
            say(one.problem)
        for invention in one.inventions:
            say(f"{one.name}: not in the text: {invention}")
    return PROBLEM_FOUND if any(one.problem for one in read) else 0


def _tell(imported: Iterable[Imported], *, left_out: bool) -> None:
    for one in imported:
        if one.outcome in {Outcome.ADDED, Outcome.ATTACHED}:
            write(f"{one.source}\n")
        where = f"{one.outcome}: {one.name}" + (f" is {one.source}" if one.source else "")
        say(one.note or where if one.outcome is Outcome.UNREAD else f"{where}; {one.note}" if one.note else where)
        for invention in one.inventions:
            say(f"  not in the text: {invention}")
        if left_out:
            for part in one.left_out:
                say(f"  left out: {part}")
    counts = Counter(one.outcome for one in imported)
    say(", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "No document was found there.")
    if proposals := sum(one.proposals for one in imported):
        waiting = counted(proposals, "proposal")
        say(f"{waiting} to review: see `summittui review list`, accept with `summittui review accept`.")
