"""Proposals for texts: what a proposer, the rules or a program of the user's, reads out of them waits as records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.answers.proposals import coded_spans
from summittui.model import TABLES, ActProposal, InputError, Known, Proposal, Proposals, Record, Records, SourceId
from summittui.model.cancelling import IsCancelled, never_cancelled

if TYPE_CHECKING:
    from summittui.intake.external.verification import Rejection
    from summittui.intake.gathering import Gathered
    from summittui.session.importing import Imported, ImportPlan
    from summittui.session.replacing import Replacement


RULES = "rules"
"""The name of the built-in proposer."""


class Proposer(Struct, frozen=True):
    """A proposer of the user's choice."""

    command: tuple[str, ...] = ()
    """The program and its arguments, read by no shell; the built-in rules where it is empty."""
    is_cancelled: IsCancelled = never_cancelled
    """Asked while the program runs, in the thread that waits for it; True ends the program."""

    @classmethod
    def from_line(cls, line: str) -> Self:
        """Return the proposer of a command line, parted as in a shell; `rules`, or nothing, is the built-in one.

        Raises:
            InputError: A quotation mark is not closed.
        """
        import shlex

        try:
            words = tuple(shlex.split(line))
        except ValueError as error:
            why = f"the command of the proposer cannot be read ({error}); close its quotation marks"
            raise InputError(why) from None
        return cls(() if words == (RULES,) else words)

    def read(self, text: str, known: Known) -> "Proposed":
        """Return what the proposer finds in a text.

        Raises:
            InputError: The program cannot be started, fails, takes too long, prints too much or what is no proposals.
            Cancelled: The program was ended because `is_cancelled` came true.
        """
        if not self.command:
            from summittui.intake.proposer import propose

            return Proposed(proposals=propose(text, known))
        from summittui.intake.external import DEFAULT_LIMITS, propose_with
        from summittui.intake.proposer.new_actors import new_actors

        verification = propose_with(self.command, text, known, DEFAULT_LIMITS, self.is_cancelled)
        quotes = verification.proposals.quotes
        return Proposed(proposals=Proposals(quotes=quotes, actors=new_actors(quotes)), inventions=verification.rejected)


class Proposed(Struct, frozen=True, kw_only=True):
    """Everything that a proposer claims of one text."""

    proposals: Proposals
    inventions: "tuple[Rejection, ...]" = ()
    """Claims that the text does not bear out; they never become proposals."""


class ReadProposals(Struct, frozen=True, kw_only=True):
    """The proposals that a proposer finds in one document that is not stored."""

    name: str
    """The path or address."""
    problem: str | None = None
    """Why no reader could make a text of it."""
    text: str | None = None
    """The text to which the offsets belong."""
    proposals: Proposals | None = None
    inventions: tuple[str, ...] = ()


def read_proposals(library: Library, gathered: Iterable["Gathered"], proposer: Proposer) -> Iterator[ReadProposals]:
    """Yield what a proposer finds in each document.

    Raises:
        InputError: The proposer fails.
    """
    from summittui.intake.known import known_records

    known = known_records(library)
    for each in gathered:
        if each.document is None:
            yield ReadProposals(name=each.name, problem=each.problem)
            continue
        text = each.document.text
        proposed = proposer.read(text, known)
        inventions = tuple(map(str, proposed.inventions))
        yield ReadProposals(name=each.name, text=text, proposals=proposed.proposals, inventions=inventions)


def with_proposals(
    library: Library, plan: "ImportPlan", proposer: Proposer, on_document: Callable[[str], None]
) -> "ImportPlan":
    """Return an import that brings proposals for every text which it attaches.

    `on_document` is told the name of each document before its text is read; what it raises ends the import.

    Raises:
        InputError: The proposer fails on one of the texts.
    """
    from summittui.intake.known import known_records

    known = known_records(library)

    def read(at: int, text: str) -> Proposed:
        on_document(plan.imported[at].name)
        return proposer.read(text, known)

    return with_proposed(library, plan, read)


def with_proposed(library: Library, plan: "ImportPlan", read: Callable[[int, str], Proposed | None]) -> "ImportPlan":
    """Return an import that brings proposals for every text which it attaches.

    Args:
        library: The library before the import.
        plan: The import.
        read: Returns what is proposed for the text of a document, whose number in the plan is given; None for nothing.
    """
    from summittui.session.importing import IN, ImportPlan

    records = dict(plan.records)

    def told(at: int, one: "Imported") -> "Imported":
        text = plan.texts.get(one.source) if one.source and one.outcome in IN else None
        if one.source is None or text is None or (proposed := read(at, text)) is None:
            return one
        proposals = waiting(library, one.source, proposed.proposals)
        records.update((each.id, each) for each in proposals)
        return replace(one, proposals=len(proposals), inventions=tuple(map(str, proposed.inventions)))

    imported = tuple(told(at, one) for at, one in enumerate(plan.imported))
    return ImportPlan(records=records, texts=plan.texts, imported=imported)


def proposals_for_version(library: Library, replacement: "Replacement", proposer: Proposer) -> tuple[Proposal, ...]:
    """Return what is proposed for the new version of a source, where nothing is coded or was proposed before.

    Raises:
        InputError: The proposer fails.
    """
    from summittui.intake.known import known_records
    from summittui.library.memory.library import MemoryLibrary

    source = replacement.source
    after = MemoryLibrary(_with_changes(library, replacement.changes), {source: replacement.text})
    proposed = proposer.read(replacement.text, known_records(library))
    return waiting(after, source, proposed.proposals)


def _with_changes(library: Library, changes: Mapping[str, Record | None]) -> Records:
    """Return the records as they are after changes of some that are there."""
    tables = {
        name: tuple(after for record in library.every(type_) if (after := changes.get(record.id, record)) is not None)
        for name, type_ in TABLES.items()
    }
    return Records(**tables)  # type: ignore[arg-type]  # each record stays in its table


def waiting(library: Library, source: SourceId, proposals: Proposals) -> tuple[Proposal, ...]:
    """Return proposals as records that wait in the store, in the order of the text.

    What overlaps a coded passage, or was proposed before, is not proposed again.
    """
    before = library.proposals_in(source)
    taken = [*coded_spans(library, source), *(span for each in before for span in each.spans)]
    found = sorted(unnumbered_proposals(source, proposals), key=lambda each: (each.spans[0].start, each.spans[0].end))
    fresh = [each for each in found if not any(span.overlaps(other) for span in each.spans for other in taken)]
    ids = (id_ for number in count(len(before) + 1) if library.find(id_ := f"{source}-p{number}") is None)
    return tuple(replace(each, id=id_) for each, id_ in zip(fresh, ids, strict=False))


def unnumbered_proposals(source: SourceId, proposals: Proposals) -> Iterator[Proposal]:
    """Yield what is proposed for a source as records without ids, each with the newcomer whom it names."""
    newcomers = {actor.name: actor for actor in proposals.actors}
    for quote in proposals.quotes:
        newcomer = None if quote.actor else newcomers.get(quote.speaker)
        yield Proposal(id="", source=source, quote=quote, newcomer=newcomer)
    for act in proposals.acts:
        yield _of_act(source, act, proposals)
    for tally in proposals.tallies:
        yield Proposal(id="", source=source, tally=tally)


def _of_act(source: SourceId, act: ActProposal, proposals: Proposals) -> Proposal:
    """Return the proposal of an act; whoever acts may be a new speaker too, by the last words of the name."""
    from summittui.intake.proposer.new_actors import new_actor

    newcomer = None if act.actor_id else new_actor(act.actor)
    if newcomer is not None:
        full = (actor for actor in proposals.actors if actor.name.endswith(f" {newcomer.name}"))
        newcomer = next(full, newcomer)
    return Proposal(id="", source=source, act=act, newcomer=newcomer)
