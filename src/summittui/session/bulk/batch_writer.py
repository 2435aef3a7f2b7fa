"""The writing of batches into the store, each in one edit."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from summittui.library import Library
from summittui.model import InputError, Source, SourceId, StoreConflict, SummitError
from summittui.session.bulk.batches import Batch, BatchFile
from summittui.session.bulk.extraction import Extraction, Job
from summittui.session.import_planner import ImportPlanner
from summittui.session.importing import IN, Details, Imported, ImportPlan, Outcome
from summittui.session.proposing import Proposed, with_proposed

if TYPE_CHECKING:
    from summittui.session import Session

_TRIES = 20
"""Conflicts with other sessions, one after the other, before the last try to write a batch."""
OnWrite = Callable[["Worked", Sequence[Imported]], AbstractContextManager[None]]
"""Is entered around the edit that brings some files, with what becomes of each."""
Worked = Sequence[tuple[BatchFile, Extraction | None]]
"""Files with their extractions; None for a file that is known."""


class BatchWriter:
    """The one who writes: of each document it tells apart whether it is new, known or refused, as of the last batch."""

    def __init__(
        self,
        session: "Session",
        details: Details,
        job: Job,
        *,
        even_so: bool,
        on_write: OnWrite = lambda _, __: nullcontext(),
    ) -> None:
        self._session = session
        self._details = details
        self._job = job
        self._even_so = even_so
        self._on_write = on_write
        self.known_files: dict[str, SourceId] = {}
        """The sources with a text, by the SHA-256 of the files that their texts were read from."""
        self._begin()

    def write(self, batch: Batch, extractions: Sequence[Extraction]) -> Sequence[Imported]:
        """Write a batch in one edit and return what became of each file.

        Where a rule refuses the edit, each document is written by itself, so that only those are refused that break it.

        Raises:
            StoreError: The store may not be written or is busy.
        """
        worked = tuple(_worked(batch, extractions))
        try:
            return self._written_again(worked)
        except InputError:
            return [self._written_alone(each) for each in worked]

    def _written_again(self, worked: Worked) -> Sequence[Imported]:
        """Write files, again where another session has changed sources at the last moment."""
        for _ in range(_TRIES):
            self._meet(self._session.reload())
            try:
                return self._written(worked)
            except StoreConflict:
                continue
        self._meet(self._session.reload())
        return self._written(worked)

    def _begin(self) -> None:
        library = self._session.library
        self._planner = ImportPlanner(library, self._details, even_so=self._even_so)
        self.known_files.clear()
        for source in library.every(Source):
            self._know_file(library, source)

    def _meet(self, changed: frozenset[str]) -> None:
        """Take over what other sessions have changed since the last batch."""
        library = self._session.library
        if any(library.find(id_) is None for id_ in changed):
            self._begin()
            return
        sources = [source for id_ in changed if isinstance(source := library.find(id_), Source)]
        self._planner.meet(library, sources)
        for source in sources:
            self._know_file(library, source)

    def _know_file(self, library: Library, source: Source) -> None:
        if library.has_text(source.id):
            digests = (source.sha256, source.file_sha256)
            self.known_files.update((digest, SourceId(source.id)) for digest in digests if digest)

    def _written_alone(self, one: tuple[BatchFile, Extraction | None]) -> Imported:
        try:
            return self._written_again((one,))[0]
        except InputError as error:
            refused = Imported(name=one[0].found.name, outcome=Outcome.REFUSED, note=str(error))
            with self._on_write((one,), (refused,)):
                return refused

    def _written(self, worked: Worked) -> Sequence[Imported]:
        for file, extraction in worked:
            self._take(file, extraction)
        plan, changed = self._planner.plan(), frozenset[str]()
        try:
            plan = with_proposed(self._session.library, plan, lambda at, text: self._proposed(worked[at][1], text))
            with self._on_write(worked, plan.imported):
                if plan.records or plan.texts:
                    label = f"import {', '.join(plan.texts)}"[:200]
                    changed = self._session.edit(plan.records, label, texts=plan.texts, watched=("sources",))
        except SummitError:
            self._planner.take_back(plan)
            raise
        self._follow(plan)
        self._meet(changed - plan.records.keys() - plan.texts.keys())
        return plan.imported

    def _take(self, file: BatchFile, extraction: Extraction | None) -> None:
        if extraction is None:
            self._planner.tell(file.found.name, Outcome.KNOWN, file.source, "the file was read before")
        elif extraction.failure is not None:
            self._planner.tell(file.found.name, Outcome.REFUSED, note=extraction.failure)
        else:
            self._planner.take(extraction.gathered, details=file.details)

    def _proposed(self, extraction: Extraction | None, text: str) -> Proposed | None:
        """Return what was proposed for a text; once more where another text is stored than was read."""
        document = extraction.gathered.document if extraction is not None else None
        if extraction is None or self._job.proposer is None or (document is not None and document.text == text):
            return extraction.proposed if extraction is not None else None
        return self._job.proposer.read(text, self._job.known)

    def _follow(self, plan: ImportPlan) -> None:
        library = self._session.library
        self._planner.follow(library)
        for one in plan.imported:
            if one.outcome in IN and isinstance(source := library.find(one.source or ""), Source):
                self._know_file(library, source)


def _worked(batch: Batch, extractions: Sequence[Extraction]) -> Iterator[tuple[BatchFile, Extraction | None]]:
    """Yield each file with its extraction; there is one for each file that is not known."""
    found = iter(extractions)
    for file in batch:
        yield file, next(found) if file.source is None else None
