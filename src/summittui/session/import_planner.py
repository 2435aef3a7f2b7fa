"""The planning of an import: of each document, whether it is a new source, the text of one, known, or refused."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from summittui.intake.gathering import Gathered
from summittui.library import Library
from summittui.library.answers.likeness import TextVersions
from summittui.model import InputError, Record, SourceId
from summittui.model.source import Source
from summittui.model.text import safe
from summittui.session.documents import KnownTexts
from summittui.session.importing import Details, Imported, ImportPlan, Outcome, with_text
from summittui.session.naming import NO_ID, FreeIds

if TYPE_CHECKING:
    from summittui.intake.readers import ReadDocument


NAMED = 3
"""Files that a refusal names."""


def plan_import(
    library: Library,
    gathered: Iterable[Gathered],
    details: Details,
    *,
    into: SourceId | None = None,
    even_so: bool = False,
) -> ImportPlan:
    """Return what the import of documents writes; nothing is written here.

    Args:
        library: The library that they come into.
        gathered: The documents.
        details: Metadata that goes before that of the files.
        into: The source whose text the one document is, where the user says so.
        even_so: Add a document that is nearly the text of another source, too.

    Raises:
        InputError: A document has no outlet and none is given, or `into` cannot take the text.
    """
    planner = ImportPlanner(library, details, even_so=even_so)
    for each in gathered:
        planner.take(each, into)
    plan = planner.plan()
    _require_outlets(plan)
    return plan


def _require_outlets(plan: ImportPlan) -> None:
    """Refuse the import where a source would have no outlet.

    Raises:
        InputError: Names the first files.
    """
    names = [one.name for one in plan.imported if one.outcome is Outcome.WITHOUT_OUTLET]
    if names:
        more = f" and {len(names) - NAMED} more" if names[NAMED:] else ""
        named = ", ".join(map(safe, names[:NAMED]))
        raise InputError(f"Nothing was imported: {named}{more} state no outlet; say who publishes them with --outlet.")


class ImportPlanner:
    """Plans of one import, one after the other; documents are compared with each other as with the library."""

    def __init__(self, library: Library, details: Details, *, even_so: bool) -> None:
        self._library = library
        self._details = details
        self._even_so = even_so
        self._known = KnownTexts(library)
        self._versions = TextVersions(_AttachedTexts(lambda: self._library))
        self._ids = FreeIds(library)
        self._begin()

    def take(self, gathered: Gathered, into: SourceId | None = None, details: Details | None = None) -> None:
        """Add one document to the plan, with metadata of its own where it has any.

        Raises:
            InputError: `into` cannot take the text.
        """
        document = gathered.document
        if document is None:
            self.tell(gathered.name, Outcome.UNREAD, note=gathered.problem)
        elif into is not None:
            self._attach(gathered, document, into)
        elif (known := self._known.find(document.text)) is not None:
            self._recognise(gathered, *known)
        elif (alike := self._versions.most_alike(document.text)) and (alike[1] == 1 or not self._even_so):
            source, share = alike
            outcome = Outcome.KNOWN if share == 1 else Outcome.VARIANT
            note = "the text is there already" if share == 1 else f"{share:.0%} the text of {source}; --even-so adds it"
            self.tell(gathered.name, outcome, SourceId(source), note)
        else:
            self._add(gathered, document, details or self._details)

    def plan(self) -> ImportPlan:
        """Return the plan for what was taken since the last one, and begin the next."""
        plan = ImportPlan(records=self._records, texts=self._texts, imported=tuple(self._imported))
        self._begin()
        return plan

    def tell(
        self,
        name: str,
        outcome: Outcome,
        source: SourceId | None = None,
        note: str | None = None,
        left_out: tuple[str, ...] = (),
    ) -> None:
        """Add to the plan what became of a document, about which nothing is to be written."""
        self._imported.append(Imported(name=name, outcome=outcome, source=source, note=note, left_out=left_out))

    def meet(self, library: Library, sources: Iterable[Source]) -> None:
        """Go on with a library in which others have added or changed sources."""
        for source in sources:
            text = library.text(source.id)
            if text is not None:
                self._known.add(source)
                self._versions.add(source.id, text)
        self.follow(library)

    def follow(self, library: Library) -> None:
        """Go on with the library in which a plan was carried out."""
        self._library = self._ids.library = library
        self._versions.release_added()

    def take_back(self, plan: ImportPlan) -> None:
        """Forget the sources that a plan adds, which was not carried out; their ids are free again."""
        self._ids = FreeIds(self._library)
        for one in plan.imported:
            source = plan.records.get(one.source or "") if one.outcome is Outcome.ADDED else None
            if isinstance(source, Source):
                self._known.remove(source)
                self._versions.remove(source.id, plan.texts[SourceId(source.id)])

    def _begin(self) -> None:
        self._records: dict[str, Record | None] = {}
        self._texts: dict[SourceId, str] = {}
        self._imported: list[Imported] = []

    def _attach(self, gathered: Gathered, document: "ReadDocument", into: SourceId) -> None:
        source = self._library.source(into)
        if self._has_text(into):
            replaces = f"`summittui import FILE --replaces {into}`"
            raise InputError(f"Nothing was imported: {into} has a text already; {replaces} brings a new version.")
        if source.sha256 is not None:
            known = self._known.find(document.text)
            if known is None or known[0] != into:
                why = f"{safe(gathered.name)} is not the text of {into}, whose checksum is recorded"
                raise InputError(
                    f"Nothing was imported: {why}; its spans would not fit. Add it as a source of its own."
                )
            self._recognise(gathered, *known)
            return
        self._records[into] = with_text(source, document.text, gathered.digest)
        self._texts[into] = document.text
        self.tell(gathered.name, Outcome.ATTACHED, into, _told(document), document.left_out)

    def _recognise(self, gathered: Gathered, source: SourceId, text: str, note: str | None) -> None:
        if self._has_text(source):
            self.tell(gathered.name, Outcome.KNOWN, source, "the text is there already")
            return
        self._texts[source] = text
        self.tell(gathered.name, Outcome.ATTACHED, source, note)

    def _has_text(self, source: SourceId) -> bool:
        return source in self._texts or self._library.has_text(source)

    def _add(self, gathered: Gathered, document: "ReadDocument", details: Details) -> None:
        outlet = details.outlet or document.outlet
        if not outlet:
            note = "it states no outlet; say who publishes it with --outlet"
            self.tell(gathered.name, Outcome.WITHOUT_OUTLET, note=note)
            return
        fresh = Source(
            id=NO_ID,
            kind=details.kind,
            outlet=outlet,
            title=details.title or document.title,
            published=details.published or document.published,
            language=details.language or document.language,
            url=details.url or document.url,
        )
        source = self._ids.named(with_text(fresh, document.text, gathered.digest))
        self._records[source.id] = source
        self._texts[SourceId(source.id)] = document.text
        self._known.add(source)
        self._versions.add(source.id, document.text)
        self.tell(gathered.name, Outcome.ADDED, SourceId(source.id), _told(document), document.left_out)


class _AttachedTexts(Mapping[str, str]):
    """The attached texts of the present library by source, each read when it is looked at."""

    def __init__(self, library: Callable[[], Library]) -> None:
        self._library = library

    def __getitem__(self, source: str) -> str:
        text = self._library().text(source)
        if text is None:
            raise KeyError(source)
        return text

    def __iter__(self) -> Iterator[str]:
        library = self._library()
        return (source.id for source in library.every(Source) if library.has_text(source.id))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _told(document: "ReadDocument") -> str | None:
    """Return what a reader should know of how a document was read."""
    guessed = document.guessed_encoding
    parts = [f"read as {guessed}, which was guessed" if guessed else "", _stated(document)]
    return "; ".join(filter(None, parts)) or None


def _stated(document: "ReadDocument") -> str:
    author = document.author
    return f"written by {safe(author)}, as the file states" if author else ""
