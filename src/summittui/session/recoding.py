"""Codes, cases and coded selections of other programs, while they become issues, actors and quotes."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from summittui.exchange.loading import Codebook, CodedSelection, LoadedRecords, Project, Tick
from summittui.exchange.loading.loaded import Code, Document
from summittui.library import Library
from summittui.model import (
    Actor,
    ActorKind,
    Certainty,
    Issue,
    IssueId,
    Level,
    PartyId,
    Quote,
    QuoteKind,
    Record,
    Selector,
    Source,
    SourceId,
    SourceKind,
    Stance,
    StanceValue,
)
from summittui.model.text import counted
from summittui.session.importing import with_text
from summittui.session.naming import NO_ID, FreeIds


class Recoding:
    """The conversion of codes, cases and coded selections into issues, actors and quotes."""

    def __init__(self, library: Library, tick: Tick) -> None:
        """Prepare a conversion.

        Args:
            library: The library that the records come into.
            tick: Called with the number of codes or selections that were converted; what it raises ends it.
        """
        self._library = library
        self._tick = tick
        self._done = 0
        self._united = 0
        self._ids = FreeIds(library)
        self._records: dict[str, Record] = {}
        self._texts: dict[SourceId, str] = {}
        self._poles: dict[str, str] = {}
        self._issues = {issue.label: issue.id for issue in library.issues()}
        self._sides = {f"{label}: {side}": (label, side) for label in self._issues for side in StanceValue}
        self._actors = {actor.name: actor.id for actor in library.every(Actor)}
        self._there: dict[SourceId, dict[tuple[tuple[int, int], ...], list[Quote]]] = {}
        """The quotes of the library by source and ranges."""
        self._sources = {source.sha256: source.id for source in library.every(Source) if source.sha256}

    def loaded(self, content: Project | Codebook) -> LoadedRecords:
        """Return the issues of a codebook; of a project also its texts, and the quotes and actors of its selections."""
        labels = {*self._issues, *(code.name for code in content.codes)}
        sides = {f"{label}: {side}": (label, side) for label in labels for side in StanceValue}
        self._sides = {
            code.name: sides[code.name]
            for code in content.codes
            if code.name in sides and code.parent in {"", sides[code.name][0]}  # a flat codebook, as Taguette's
        }
        self._poles = {code.name: code.description for code in content.codes}
        for code in content.codes:
            self._step()
            if code.name not in self._sides:
                self._issue(code)
        for document in content.documents if isinstance(content, Project) else ():
            self._document(document)
        return LoadedRecords(records=tuple(self._records.values()), texts=self._texts)

    def coded(self, places: Iterable[tuple[SourceId, CodedSelection]]) -> tuple[Record, ...]:
        """Return the quotes of coded selections in texts of the library, and the issues of codes that are new."""
        for source, selection in places:
            for name in selection.codes:
                if name not in self._sides:
                    self._issue(Code(name=name))
            self._quote(source, self._library.text(source) or "", [selection])
        return tuple(self._records.values())

    @property
    def remarks(self) -> tuple[str, ...]:
        """The codes that could not stay as they were, in words."""
        several = f"{counted(self._united, 'passage')} with codes of several sides of one issue became one stance on it"
        return (several,) if self._united else ()

    def _step(self) -> None:
        self._done += 1
        self._tick(self._done)

    def _issue(self, code: Code) -> None:
        if code.name in self._issues:
            return
        issue = self._fresh(
            Issue(
                id=NO_ID,
                label=code.name,
                question=code.description or f"{code.name}?",
                pole_for=self._pole(code, StanceValue.FOR),
                pole_against=self._pole(code, StanceValue.AGAINST),
                note=f"A code below {code.parent}" if code.parent else None,
            )
        )
        self._issues[code.name] = issue.id

    def _pole(self, code: Code, side: StanceValue) -> str:
        return self._poles.get(f"{code.name}: {side}") or "not spelled out in the codebook"

    def _fresh(self, record: Record) -> Record:
        record = self._ids.named(record)
        self._records[record.id] = record
        return record

    def _actor(self, name: str) -> str:
        if name not in self._actors:
            note = "A case of another program, which does not say what kind of actor it is."
            self._actors[name] = self._fresh(Actor(id=NO_ID, name=name, kind=ActorKind.COLLECTIVE, note=note)).id
        return self._actors[name]

    def _document(self, document: Document) -> None:
        fresh = with_text(Source(id=NO_ID, kind=SourceKind.OTHER, outlet=document.name or "untitled"), document.text)
        known = self._sources.get(fresh.sha256 or "")
        source = SourceId(known or self._fresh(fresh).id)
        if fresh.sha256:
            self._sources[fresh.sha256] = source
        self._texts[source] = document.text
        for group in _grouped(document.selections):
            self._quote(source, document.text, group)

    def _quote(self, source: SourceId, text: str, pieces: list[CodedSelection]) -> None:
        self._step()
        first, ours = pieces[0], _OURS.match(pieces[0].description)
        id_ = ours[2] if ours else ""
        if id_ and self._library.find(id_) is not None:
            return  # a quote of this library, which the project carries with less than it has
        spans = tuple(Selector(start=each.start, end=each.end) for each in sorted(pieces, key=lambda each: each.start))
        exact = tuple(replace(span, exact=text[span.start : span.end]) for span in spans)
        kind = QuoteKind(ours[1]) if ours else QuoteKind.TEXT
        gist = _line(first.description, "in our words")
        if kind is QuoteKind.MIXED:
            exact = tuple(_quoted_in(text, spans, _line(first.description, "words") or ""))
            kind = kind if exact else QuoteKind.INDIRECT
        speakers = [PartyId(self._actor(name)) for name in dict.fromkeys(first.cases)]
        quote = Quote(
            id=NO_ID,
            source=source,
            kind=kind,
            speaker=speakers[0] if speakers else None,
            joint_speakers=tuple(speakers[1:]),
            spans=spans,
            quoted=() if kind is QuoteKind.INDIRECT else exact,
            gist=gist or ("not summed up in the project" if kind in {QuoteKind.MIXED, QuoteKind.INDIRECT} else None),
            stances=tuple(self._stances(pieces)),
            note=None if ours or not first.description else first.description,
        )
        if not ours and self._is_there(quote):
            return
        if id_ and id_ not in self._records:
            self._ids.take(id_)
            self._records[id_] = replace(quote, id=id_)
        else:
            self._fresh(quote)

    def _is_there(self, quote: Quote) -> bool:
        """Tell whether the library has the same selection with the same codes already."""
        if quote.source not in self._there:
            by_ranges = self._there[quote.source] = {}
            for each in self._library.quotes_in(quote.source):
                by_ranges.setdefault(_ranges(each), []).append(each)
        same = self._there[quote.source].get(_ranges(quote), ())
        return any(replace(quote, id=each.id, spans=each.spans) == each for each in same)

    def _stances(self, pieces: Iterable[CodedSelection]) -> Iterator[Stance]:
        """Yield a stance for each issue; level and certainty are the lowest, for a project states neither."""
        sides: dict[str, set[StanceValue]] = {}
        for name in dict.fromkeys(code for piece in pieces for code in piece.codes):
            issue, side = self._sides.get(name, (name, StanceValue.UNCLEAR))
            if issue in self._issues:
                sides.setdefault(self._issues[issue], set()).add(side)
        for id_, found in sides.items():
            self._united += len(found) > 1
            yield Stance(issue=IssueId(id_), stance=_united(found), level=Level.INTERPRETIVE, certainty=Certainty.LOW)


def _united(sides: set[StanceValue]) -> StanceValue:
    """Return the one side of a passage that is coded with several of one issue; a plain code says no side."""
    known = sides - {StanceValue.UNCLEAR}
    return known.pop() if len(known) == 1 else StanceValue.MIXED if known else StanceValue.UNCLEAR


def _ranges(quote: Quote) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in quote.spans)


_OURS = re.compile(r"(direct|mixed|indirect|text) quote ([a-z0-9-]+)$", re.MULTILINE)
"""The first line of the description of a selection that this program exported."""


def _line(description: str, label: str) -> str | None:
    """Return a line of such a description by its label."""
    found = re.search(rf"^{label}: (.*)$", description, re.MULTILINE)
    return found[1] if found else None


def _grouped(selections: Iterable[CodedSelection]) -> Iterator[list[CodedSelection]]:
    """Yield the selections of each quote; one that this program did not export is a quote by itself."""
    groups: dict[str, list[CodedSelection]] = {}
    for number, each in enumerate(selections):
        ours = _OURS.match(each.description)
        groups.setdefault(ours[2] if ours else f"/{number}", []).append(each)
    yield from groups.values()


def _quoted_in(text: str, spans: Iterable[Selector], words: str) -> Iterator[Selector]:
    """Yield the places of quoted words inside of spans; nothing where one piece is not there."""
    found: list[Selector] = []
    for piece in words.split(" … "):
        places = (text.find(piece, span.start, span.end) for span in spans)
        start = next((at for at in places if at >= 0), None)
        if not piece or start is None:
            return
        found.append(Selector(start=start, end=start + len(piece), exact=piece))
    yield from found
