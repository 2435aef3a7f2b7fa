"""`summittui review`: proposals that wait in the store, listed, shown, accepted and rejected."""

from collections.abc import Sequence

import click

from summittui.cli.completing import ids_of
from summittui.cli.entering import choice
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import NearestGroup
from summittui.cli.options import form_options, json_option, opened_session, store_option
from summittui.cli.output import say, write, write_lines, write_table
from summittui.cli.proposers import ended_by_signals, named_proposer, proposer_option
from summittui.cli.query_options import query_options
from summittui.exchange import records_to_json, to_json
from summittui.model import DeclarationId, InputError, PartyId, Proposal, QuoteKind, SourceId
from summittui.model.text import counted
from summittui.present.proposals import proposal_lines
from summittui.present.tables import records_table
from summittui.queries.review import ReviewQuery
from summittui.session.accepting import Acceptance, Corrections
from summittui.session.review import Review

_WORDS = click.argument("words", metavar="[SOURCE|PROPOSAL]...", nargs=-1, shell_complete=ids_of("sources"))
_PENDING = query_options(ReviewQuery, leave_out=["sources", "state"])


@click.group(
    "review",
    cls=NearestGroup,
    short_help="Decide on what was proposed for your documents.",
    help="List, show, accept and reject the proposals that wait in the store; none is a record before it is accepted.",
)
@store_option
def command() -> None:
    pass


@command.command(
    "list",
    epilog=examples("review list", "review list the-example-2025-02 --above 0.88 --of-kind direct"),
    help="List the proposals of sources, of all where none is named.",
)
@_WORDS
@query_options(ReviewQuery, leave_out=["sources"])
@store_option
@form_options
def list_(words: tuple[str, ...], *, query: ReviewQuery) -> None:
    with opened_session() as session:
        found = Review(session).named(words, query)
        if form() is Form.JSON:
            write(records_to_json(found))
        else:
            write_table(records_table(session.library, "proposals", found))


@command.command(
    "show", epilog=examples("review show the-example-2025-02"), help="Show proposals with the passages around them."
)
@_WORDS
@store_option
@json_option
def show(words: tuple[str, ...]) -> None:
    with opened_session() as session:
        found = Review(session).named(words, ReviewQuery())
        if form() is Form.JSON:
            write(records_to_json(found))
            return
        for each in found:
            write_lines(proposal_lines(session.library, each))
    if not found:
        say("Nothing waits for review.")


@command.command(
    "accept",
    epilog=examples("review accept --all --new-actors", "review accept --above 0.8 --new-actors"),
    short_help="Make records of proposals.",
    help="Make quotes, acts and tallies of proposals, all in one edit, and print the id of each record; their places "
    "are proven.",
)
@_WORDS
@_PENDING
@click.option("--all", "everything", is_flag=True, help="All that are pending.")
@click.option("--new-actors", is_flag=True, help="Make an actor of each speaker and signatory whom nobody knows.")
@click.option("--new-declarations", is_flag=True, help="Make a declaration of each that is named and nobody knows.")
@click.option("--speaker", metavar="NAME", shell_complete=ids_of("actors", "declarations"), help="Who speaks instead.")
@click.option("--kind", type=choice(QuoteKind), help="Whose wording it is instead.")
@click.option(
    "--declaration", metavar="NAME", shell_complete=ids_of("declarations"), help="To which acts and numbers belong."
)
@store_option
@json_option
def accept(
    words: tuple[str, ...],
    *,
    query: ReviewQuery,
    everything: bool,
    new_actors: bool,
    new_declarations: bool,
    speaker: str | None,
    kind: str | None,
    declaration: str | None,
) -> None:
    with opened_session() as session:
        review, resolve = Review(session), session.library.resolve
        corrections = Corrections(
            new_actors=new_actors,
            new_declarations=new_declarations,
            speaker=PartyId(resolve(speaker, ("actors", "declarations"))) if speaker else None,
            kind=QuoteKind(kind) if kind else None,
            declaration=DeclarationId(resolve(declaration, ("declarations",))) if declaration else None,
        )
        chosen = _chosen(review, words, query, everything=everything)
        acceptance = review.accept(chosen, corrections)
        proofs = review.proofs(acceptance.made)
    if form() is Form.JSON:
        write(to_json({"acceptance": acceptance, "proofs": proofs}))
    else:
        write("".join(f"{id_}\n" for id_ in acceptance.made))
    _tell(acceptance, proofs)


@command.command(
    "reject",
    epilog=examples("review reject the-example-2025-02 --of-kind indirect", "review reject --all"),
    short_help="Reject proposals.",
    help="Reject proposals; they stay in the store, so that they are not proposed again.",
)
@_WORDS
@_PENDING
@click.option("--all", "everything", is_flag=True, help="All that are pending.")
@store_option
@json_option
def reject(words: tuple[str, ...], *, query: ReviewQuery, everything: bool) -> None:
    with opened_session() as session:
        review = Review(session)
        chosen = _chosen(review, words, query, everything=everything)
        review.reject(chosen)
    if form() is Form.JSON:
        write(to_json({"rejected": [each.id for each in chosen]}))
    say(f"Rejected {counted(len(chosen), 'proposal')}.")


@command.command(
    "propose",
    epilog=examples("review propose the-example-2025-02"),
    short_help="Propose anew for texts that are there.",
    help="Let the proposer read the texts of sources; what is neither coded nor proposed there waits for review.",
)
@click.argument("words", metavar="SOURCE...", nargs=-1, required=True, shell_complete=ids_of("sources"))
@proposer_option
@store_option
@json_option
@click.pass_context
def propose(ctx: click.Context, /, words: tuple[str, ...], *, proposer: str | None) -> None:
    with opened_session() as session, ended_by_signals():
        sources = [SourceId(session.library.resolve(each, ("sources",))) for each in words]
        told = Review(session).propose(sources, named_proposer(ctx, proposer))
    if form() is Form.JSON:
        write(to_json(told))
        return
    for one in told:
        say(f"{one.source}: {counted(one.proposals, 'proposal')} to review.")
        for invention in one.inventions:
            say(f"  not in the text: {invention}")


def _chosen(review: Review, words: Sequence[str], query: ReviewQuery, *, everything: bool) -> tuple[Proposal, ...]:
    if not words and not everything and query == ReviewQuery():
        raise click.UsageError("name sources or proposals, or give --all, --above or --of-kind.")
    found = review.named(words, query)
    if not found:
        raise InputError("nothing that waits for review is meant; see `summittui review list`")
    return found


def _tell(acceptance: Acceptance, proofs: dict[str, int]) -> None:
    proven = ", ".join(f"{number} {state}" for state, number in proofs.items())
    say(f"Accepted {counted(len(acceptance.accepted), 'proposal')}; spans: {proven or 'none'}.")
    for one in acceptance.waiting:
        say(f"Waits: {one.proposal}: {one.why}.")
