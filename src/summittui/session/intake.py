"""The intake of documents: their import as sources, new versions of their texts, and proposals alone."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from summittui.model import InputError, SourceId
from summittui.model.text import safe
from summittui.session.cancelling import cancelled_by_interrupt

if TYPE_CHECKING:
    from summittui.intake.gathering import Gathered
    from summittui.intake.readers import Reading
    from summittui.session.editing import Editing
    from summittui.session.importing import Details, Imported
    from summittui.session.proposing import Proposer, ReadProposals
    from summittui.session.replacing import Replacement


class Stage(StrEnum):
    """A stage of a document on its way in."""

    READ = "read"
    COMPARED = "compared"
    PROPOSED = "searched for quotes"


OnDocument = Callable[[Stage, str], None]
"""Is told at which stage the document of a name is."""


def _unheard(_stage: Stage, _name: str) -> None:
    """Do nothing, where nobody follows the progress."""


def _heard(gathered: "Iterable[Gathered]", on_document: Callable[[str], None]) -> "Iterator[Gathered]":
    """Yield the documents, each after `on_document` was called with its name."""
    for each in gathered:
        on_document(each.name)
        yield each


class Intake:
    """The documents of one session on their way into its store."""

    def __init__(self, session: "Editing") -> None:
        self._session = session

    def import_documents(
        self,
        places: Iterable[str],
        details: "Details",
        *,
        into: SourceId | None = None,
        even_so: bool = False,
        proposer: "Proposer | None" = None,
        reading: "Reading | None" = None,
        on_document: OnDocument = _unheard,
    ) -> "tuple[Imported, ...]":
        """Make the documents at some places sources with their texts, in one transaction, which one undo takes back.

        Args:
            places: Paths of files, folders and archives, web addresses, or `-` for standard input.
            details: Metadata that goes before that of the files.
            into: The source whose text the one document is, where the user says so.
            even_so: Add a document that is nearly the text of another source, too.
            proposer: What proposes quotes, acts and tallies of each text, to wait for review; None for no proposals.
            reading: The reader of the files, by which another thread may cancel; else one of this import.
            on_document: Told the stage and the name of each document; what it raises ends the import.

        Raises:
            InputError: A place cannot be read, or a document has no outlet and none is given; nothing was imported.
            Cancelled: The import was interrupted or cancelled; nothing was imported.
            StoreError: The store may not be written or is busy.
        """
        from summittui.intake.gathering import gather
        from summittui.intake.readers import Reading
        from summittui.session.import_planner import plan_import
        from summittui.session.proposing import with_proposals

        with cancelled_by_interrupt("The import was cancelled; nothing was imported."):
            gathered = []
            with reading or Reading() as reader:
                for each in (found for place in places for found in gather(place, reader)):
                    on_document(Stage.READ, each.name)
                    gathered.append(each)
            if into is not None and len(gathered) != 1:
                raise InputError(f"Nothing was imported: {into} has one text; name one document, not {len(gathered)}.")
            compared = _heard(gathered, partial(on_document, Stage.COMPARED))
            plan = plan_import(self._session.library, compared, details, into=into, even_so=even_so)
            if proposer is not None:
                plan = with_proposals(self._session.library, plan, proposer, partial(on_document, Stage.PROPOSED))
        if plan.records or plan.texts:
            self._session.edit(plan.records, f"import {', '.join(plan.texts)}"[:200], texts=plan.texts)
        return plan.imported

    def plan_new_version(self, place: str, source: SourceId) -> "Replacement":
        """Return what the document at a place would change as the new version of a source; nothing is written.

        Raises:
            InputError: The place cannot be read or holds several documents, or the source cannot be replaced.
        """
        from summittui.intake.gathering import gather
        from summittui.intake.readers import Reading
        from summittui.session.replacing import plan_replacement

        with Reading() as reader:
            gathered = tuple(gather(place, reader))
        document = gathered[0].document if len(gathered) == 1 else None
        if document is None:
            why = gathered[0].problem if len(gathered) == 1 else f"{safe(place)} holds {len(gathered)} documents"
            raise InputError(f"{why or safe(place)}; name the one document that replaces {source}")
        return plan_replacement(self._session.library, source, document.text)

    def replace_version(self, replacement: "Replacement", proposer: "Proposer | None" = None) -> int:
        """Put a new version in the place of a source's text, all its records along, in one edit.

        Args:
            replacement: What is changed.
            proposer: What proposes quotes, acts and tallies in the new version; None for no proposals.

        Returns:
            How many proposals wait because of it.

        Raises:
            InputError: A record would break a rule.
            Cancelled: The proposer was interrupted; nothing was replaced.
            StoreError: The store may not be written or is busy.
        """
        from summittui.session.proposing import proposals_for_version

        source, texts = replacement.source, {replacement.source: replacement.text}
        changes = dict(replacement.changes)
        with cancelled_by_interrupt(f"The new version was cancelled; {source} keeps its text."):
            fresh = proposals_for_version(self._session.library, replacement, proposer) if proposer else ()
        changes.update((each.id, each) for each in fresh)
        self._session.edit(changes, f"new version of {source}", texts=texts)
        return len(fresh)

    def propose_only(self, places: Iterable[str], proposer: "Proposer") -> "tuple[ReadProposals, ...]":
        """Return what a proposer finds in the documents at some places; nothing is stored.

        Raises:
            InputError: A place cannot be read, or the proposer fails.
            Cancelled: It was interrupted.
        """
        from summittui.intake.gathering import gather
        from summittui.intake.readers import Reading
        from summittui.session.proposing import read_proposals

        with cancelled_by_interrupt("The reading was cancelled; nothing was proposed."):
            with Reading() as reader:
                gathered = tuple(found for place in places for found in gather(place, reader))
            return tuple(read_proposals(self._session.library, gathered, proposer))
