"""`summittui import`: documents into sources with their texts; the id of each source goes to standard output."""

from collections import Counter
from collections.abc import Iterable, Mapping

import click
from click.core import ParameterSource

from summittui.cli.bulk import BulkOptions, import_in_bulk, work_off_queue
from summittui.cli.completing import ids_of
from summittui.cli.ending import PROBLEM_FOUND
from summittui.cli.entering import choice
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.import_queue import list_queue, put_into_queue, retry_failed
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
imported again. With a store in a database, --queue puts the documents into a queue there, which --workers without a
PLACE works off, on as many machines as you like; --queue without a PLACE lists it.
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
@click.argument("places", metavar="[PLACE]...", nargs=-1)
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
@click.option("--queue", is_flag=True, help="Put the documents into the queue of a store in a database, or list it.")
@click.option("--retry", is_flag=True, help="With --queue: let the documents that failed wait again.")
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
    queue: bool,
    retry: bool,
    kind: str,
    **given: str | None,
) -> None:
    chosen = named_proposer(ctx, proposer)
    details = Details(**given, kind=SourceKind(kind))
    one = {"--as": into, "--replaces": replaces, "--propose-only": propose_only}
    is_bulk = workers is not None or scheduler is not None
    if queue or retry:
        ctx.exit(_queue(ctx, places, details, retry=retry, is_listing=queue))
    if is_bulk:
        _refuse_beside_bulk(workers, scheduler, one)
        options = BulkOptions(workers, scheduler, even_so=even_so, left_out=left_out)
        ctx.exit(_import_in_bulk(ctx, places, details, chosen if propose else None, options))
    if not places:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
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


_OF_DOCUMENTS = ("outlet", "title", "published", "language", "url", "kind")
_OF_WORK = ("into", "replaces", "propose_only", "accept_drift", "even_so", "left_out", "propose", "proposer", "workers")
"""Parameters of the command that the work on documents takes, not the queue."""


def _queue(ctx: click.Context, places: tuple[str, ...], details: Details, *, retry: bool, is_listing: bool) -> int:
    if not is_listing:
        raise click.UsageError("--retry stands beside --queue; add that.")
    _refuse_given(ctx, (*_OF_WORK, "scheduler"), "--queue; give it to the workers, or leave it out.")
    if places and retry:
        raise click.UsageError("--retry takes no PLACE: it puts back what failed; leave one out.")
    if places:
        return put_into_queue(places, details)
    _refuse_given(ctx, _OF_DOCUMENTS, "--queue without a PLACE; name the documents, or leave it out.")
    return retry_failed() if retry else list_queue()


def _import_in_bulk(
    ctx: click.Context, places: tuple[str, ...], details: Details, proposer: Proposer | None, options: BulkOptions
) -> int:
    if places:
        return import_in_bulk(places, details, proposer, options)
    _refuse_given(ctx, _OF_DOCUMENTS, "workers without a PLACE; give it when documents are put in with --queue.")
    return work_off_queue(proposer, options)


def _refuse_given(ctx: click.Context, names: Iterable[str], where: str) -> None:
    """Refuse options that mean nothing here.

    Raises:
        UsageError: Names the first one.
    """
    for parameter in ctx.command.params:
        is_default = ctx.get_parameter_source(parameter.name or "") is ParameterSource.DEFAULT
        if parameter.name in names and not is_default:
            raise click.UsageError(f"{parameter.opts[0]} cannot stand beside {where}")


def _refuse_beside_bulk(workers: int | None, scheduler: str | None, others: Mapping[str, object]) -> None:
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
