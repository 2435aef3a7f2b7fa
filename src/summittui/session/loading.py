"""The loading of a file: what it holds is set against the library, and goes into the store in one edit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from summittui.exchange.loading import Codebook, Coded, Loaded, LoadFormat, Project, Tick, read_file
from summittui.exchange.loading.loaded import Code, Document
from summittui.library import Library
from summittui.model import (
    Actor,
    ActorKind,
    Certainty,
    InputError,
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
from summittui.model.references import references
from summittui.model.text import clip, safe
from summittui.session.importing import with_text
from summittui.session.naming import NO_ID, with_free_id

LARGEST = 1_000_000_000
"""Bytes of the largest file that is loaded."""
NAMED = 3
"""Ids that a sentence names."""


class LoadPlan(Struct, frozen=True, kw_only=True):
    """Everything that the loading of one file would write."""

    format: LoadFormat
    records: dict[str, Record]
    """Records that are new, or take the place of others."""
    texts: dict[SourceId, str]
    same: int = 0
    """Records and texts that the library has already."""
    different: tuple[str, ...] = ()
    """Ids of records that the library has otherwise, and of sources with another text; these stay as they are."""
    left_out: tuple[str, ...] = ()
    """Parts of the file that are not loaded, in words."""


def plan_load(library: Library, path: Path, tick: Tick, *, replacing: bool = False) -> LoadPlan:
    """Return what the loading of a file writes; nothing is written here.

    Args:
        library: The library that it comes into.
        path: The file.
        tick: Called with the number of records or rows read so far; what it raises ends the loading.
        replacing: Whether records of the file take the place of those with the same ids.

    Raises:
        InputError: The file cannot be read or is not sound, or names records that are nowhere.
    """
    try:
        format_, content = read_file(_content(path), tick)
        left_out: tuple[str, ...] = ()
        if not isinstance(content, Loaded):
            left_out = getattr(content, "left_out", ())
            content = _Recoding(library).loaded(content)
        plan = _against(library, content, replacing=replacing and format_ is not LoadFormat.QUOTES_CSV)
        _require_known(library, plan.records)
    except InputError as error:
        raise InputError(f"nothing was loaded from {safe(str(path))}: {error}") from None
    return replace(plan, format=format_, left_out=left_out)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"it is larger than {LARGEST:,} bytes; load it in parts")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"it cannot be read ({why}); check its name and rights") from None


def _against(library: Library, content: Loaded, *, replacing: bool) -> LoadPlan:
    records: dict[str, Record] = {}
    same, different = 0, []
    for record in content.records:
        there = library.find(record.id)
        if there == record:
            same += 1
        elif there is not None and (not replacing or type(there) is not type(record)):
            different.append(record.id)
        elif record.id in records:
            raise InputError(f"the id {record.id!r} stands twice; give each record its own")
        else:
            records[record.id] = record
    texts = {}
    for source, text in content.texts.items():
        attached = library.text(source)
        if attached is None:
            texts[source] = text
        elif attached == text:
            same += 1
        else:
            different.append(source)
    unique = tuple(dict.fromkeys(different))
    return LoadPlan(format=LoadFormat.LIBRARY, records=records, texts=texts, same=same, different=unique)


def _require_known(library: Library, records: Mapping[str, Record]) -> None:
    """Refuse records that name others which stand neither in the file nor in the library."""
    named = (one.id for record in records.values() for one in references(record))
    missing = list(dict.fromkeys(id_ for id_ in named if id_ not in records and library.find(id_) is None))
    if missing:
        more = f" and {len(missing) - NAMED:,} more" if missing[NAMED:] else ""
        ids = ", ".join(clip(safe(id_), 60) for id_ in missing[:NAMED])
        raise InputError(
            f"it names {ids}{more}, which this library does not have; add them, or load the library as JSON"
        )


class _Recoding:
    """Codes, cases and coded selections while they become issues, actors and quotes."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records: dict[str, Record] = {}
        self._texts: dict[SourceId, str] = {}
        self._issues = {issue.label: issue.id for issue in library.issues()}
        self._actors = {actor.name: actor.id for actor in library.every(Actor)}
        self._sources = {source.sha256: source.id for source in library.every(Source) if source.sha256}

    def loaded(self, content: Project | Codebook) -> Loaded:
        sides = {f"{code.parent}: {side}": (code.parent, side) for code in content.codes for side in StanceValue}
        self._sides = {code.name: sides[code.name] for code in content.codes if code.name in sides}
        self._poles = {code.name: code.description for code in content.codes}
        for code in content.codes:
            if code.name not in self._sides:
                self._issue(code)
        for document in content.documents if isinstance(content, Project) else ():
            self._document(document)
        return Loaded(records=tuple(self._records.values()), texts=self._texts)

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
        record = with_free_id(self._library, record, self._records)
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

    def _quote(self, source: SourceId, text: str, pieces: list[Coded]) -> None:
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
        if id_ and id_ not in self._records:
            self._records[id_] = replace(quote, id=id_)
        else:
            self._fresh(quote)

    def _stances(self, pieces: Iterable[Coded]) -> Iterator[Stance]:
        """Yield a stance for each code; level and certainty are the lowest, for a project states neither."""
        for name in dict.fromkeys(code for piece in pieces for code in piece.codes):
            issue, side = self._sides.get(name, (name, StanceValue.UNCLEAR))
            if issue in self._issues:
                issue_id = IssueId(self._issues[issue])
                yield Stance(issue=issue_id, stance=side, level=Level.INTERPRETIVE, certainty=Certainty.LOW)


_OURS = re.compile(r"(direct|mixed|indirect|text) quote ([a-z0-9-]+)$", re.MULTILINE)
"""The first line of the description of a selection that this program exported."""


def _line(description: str, label: str) -> str | None:
    """Return a line of such a description by its label."""
    found = re.search(rf"^{label}: (.*)$", description, re.MULTILINE)
    return found[1] if found else None


def _grouped(selections: Iterable[Coded]) -> Iterator[list[Coded]]:
    """Yield the selections of each quote; one that this program did not export is a quote by itself."""
    groups: dict[str, list[Coded]] = {}
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
