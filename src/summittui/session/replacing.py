"""A new version of a document: its text in place of the one before, every span of every record found again or told."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from summittui.intake.paragraphs import paragraphs
from summittui.intake.reanchoring import Fate, Reanchored, Reanchoring
from summittui.library import Library
from summittui.model import (
    TABLE_OF,
    TABLES,
    Act,
    Declaration,
    InputError,
    Proposal,
    Quote,
    QuoteKind,
    Record,
    Selector,
    Source,
    SourceId,
    digest_of,
)
from summittui.model.occurrences import find_words
from summittui.model.passages import marked_spans, without_lost_spans
from summittui.model.source import Paragraph
from summittui.model.text import clip, safe

_SHOWN = 80
_TABLES = tuple(TABLES)


class SpanFate(Struct, frozen=True, kw_only=True):
    """One span of one record and its fate in the new version."""

    record: str
    field: str
    fate: Fate
    before: tuple[int, int]
    after: tuple[int, int] | None
    words: str
    """As the version before has them, shortened."""
    now: str
    """As the new version has them; empty where they are gone."""


class Replacement(Struct, frozen=True, kw_only=True):
    """Everything that a new version of a source would write, and the fate of each span."""

    source: SourceId
    changes: dict[str, Record | None]
    text: str
    fates: tuple[SpanFate, ...]
    dropped: tuple[str, ...]
    """Ids of proposals whose passage is no longer there; they go."""

    @property
    def counts(self) -> dict[Fate, int]:
        """Number of spans by fate."""
        found = Counter(each.fate for each in self.fates)
        return {fate: found[fate] for fate in Fate}

    def of(self, *wanted: Fate) -> tuple[SpanFate, ...]:
        """Return the spans of some fates."""
        return tuple(each for each in self.fates if each.fate in wanted)


def plan_replacement(library: Library, source: SourceId, text: str) -> Replacement:
    """Return what a new version of a source writes; nothing is written here.

    Raises:
        InputError: The version before is not attached, the text is the same, or a record cannot be without a span.
    """
    before = library.text(source)
    if before is None:
        raise InputError(f"the text of {source!r} is not attached, so no span can be followed; attach it first")
    if before == text:
        raise InputError(f"the text of {source!r} is that already; nothing was changed")
    return _Planning(library, source, before, text).plan()


class _Planning:
    """A replacement in the making."""

    def __init__(self, library: Library, source: SourceId, before: str, text: str) -> None:
        self._library = library
        self._source = source
        self._before = before
        self._text = text
        self._reanchoring = Reanchoring(before, text)
        self._found: dict[tuple[int, int], Reanchored] = {}

    def plan(self) -> Replacement:
        """Return the replacement."""
        changes: dict[str, Record | None] = {}
        fates: list[SpanFate] = []
        dropped = []
        for record in self._concerned():
            spans = [each for each in marked_spans(record) if each.source == self._source]
            if record.id == self._source:
                changes[record.id] = self._source_after(self._library.source(self._source))
                spans = []
            elif isinstance(record, Proposal) and any(self._is_lost(each.selector) for each in spans):
                changes[record.id] = None
                dropped.append(record.id)
                spans = []
            elif spans:
                changes[record.id] = self._after(record)
            fates += (self._fate(record.id, each.field, each.selector) for each in spans)
        return Replacement(
            source=self._source, changes=changes, text=self._text, fates=tuple(fates), dropped=tuple(dropped)
        )

    def _concerned(self) -> tuple[Record, ...]:
        """Return the source and the records that name it, in the order of the tables."""
        records = {
            each.id: each for each in (self._library.source(self._source), *self._library.referrers(self._source))
        }
        return tuple(sorted(records.values(), key=lambda each: _TABLES.index(TABLE_OF[type(each)])))

    def _find(self, span: Selector) -> Reanchored:
        key = span.start, span.end
        words = self._before[slice(*key)]
        if span.exact not in {None, words} or span.digest not in {None, digest_of(words)}:
            return self._find_recorded(span)
        if key not in self._found:
            self._found[key] = self._reanchoring.find(key)
        return self._found[key]

    def _find_recorded(self, span: Selector) -> Reanchored:
        """Return the fate of a span that the version before did not bear out, by its recorded words alone."""
        found = find_words(self._text, span.exact).found if span.exact else ()
        if len(found) != 1 or len(found[0].ranges) != 1:
            return Reanchored((span.start, span.end), Fate.GONE, None)
        return Reanchored((span.start, span.end), Fate.MOVED, found[0].ranges[0])

    def _is_lost(self, span: Selector) -> bool:
        return self._find(span).fate in {Fate.DRIFTED, Fate.GONE}

    def _fate(self, record: str, field: str, span: Selector) -> SpanFate:
        found = self._find(span)
        now = self._text[slice(*found.after)] if found.after else ""
        return SpanFate(
            record=record,
            field=field,
            fate=found.fate,
            before=found.before,
            after=found.after,
            words=clip(safe(self._before[slice(*found.before)]), _SHOWN),
            now=clip(safe(now), _SHOWN),
        )

    def _after(self, record: Record) -> Record:
        """Return a record with its spans where the new version has them, without places that are gone."""
        if isinstance(record, Quote):
            record = self._without_lost_words(record)
        elif isinstance(record, Declaration):
            record = replace(record, acts=tuple(map(self._with_source, record.acts)))
        after = without_lost_spans(record, self._changed)
        if after is None:
            raise InputError(f"{record.id!r} cannot be without a passage that is gone; change or delete it first")
        return after

    def _without_lost_words(self, quote: Quote) -> Quote:
        """Return a quote that keeps its words without a place where one of its pieces is gone."""
        if all(self._find(piece).fate is not Fate.GONE for piece in quote.quoted):
            return quote
        is_mixed = quote.kind is QuoteKind.MIXED
        return replace(
            quote,
            words=quote.exact,
            quoted=(),
            spans=quote.spans if is_mixed else (),
            stances=tuple(replace(stance, basis=None) for stance in quote.stances),
        )

    def _with_source(self, act: Act) -> Act:
        """Return an act that goes on naming this source where its passage there is gone."""
        here = [each for each in act.evidence if each.source == self._source]
        is_gone = any(self._find(each).fate is Fate.GONE for each in here)
        return replace(act, source=act.source or self._source) if is_gone else act

    def _changed(self, source: SourceId, span: Selector) -> Selector | None:
        if source != self._source:
            return span
        found = self._find(span)
        if found.after is None:
            return None
        start, end = found.after
        words = self._text[start:end]
        return replace(
            span,
            start=start,
            end=end,
            exact=None if span.exact is None else words,
            digest=None if span.digest is None else digest_of(words),
            prefix=None if span.prefix is None else self._text[max(0, start - len(span.prefix)) : start],
            suffix=None if span.suffix is None else self._text[end : end + len(span.suffix)],
        )

    def _source_after(self, source: Source) -> Source:
        """Return the source of the new version; a paragraph keeps its gist where it is the same."""
        import hashlib

        gists = {self._before[each.start : each.end].strip(): each.gist for each in source.outline}
        digest = hashlib.sha256(self._text.encode("utf-8", "surrogatepass")).hexdigest()
        outline = tuple(self._outline(gists))
        return replace(source, length=len(self._text), sha256=digest, file_sha256=None, outline=outline)

    def _outline(self, gists: dict[str, str]) -> Iterator[Paragraph]:
        for start, end in paragraphs(self._text):
            words = self._text[start:end]
            yield Paragraph(start=start, end=end, digest=digest_of(words), gist=gists.get(words.strip(), ""))
