"""The anchoring of other programs' annotations in the attached texts: by position where the words agree, else by words.

Nothing is anchored by guessing. A position that fits the words only as UTF-16 counts is converted; words at another
place than the position says are taken where they stand once; all of that is said, and the rest is left out by name.
"""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from summittui.exchange.loading.annotations import shown
from summittui.exchange.loading.loaded import CodedSelection, MarkedPassage, Tick
from summittui.library import Library
from summittui.model import InputError, Source, SourceId
from summittui.model.display_names import joined
from summittui.model.normalised import Range
from summittui.model.occurrences import Occurrence, find_words
from summittui.model.utf16 import Utf16Offsets

NAMED = 10
"""Annotations that a sentence names by their numbers."""
_OWN_SOURCE = "urn:summittui:source:"
_NOWHERE = ("nowhere", "attach the version that was annotated, or correct the words")
_TWICE = ("more than once", "give their position, or the words around them")
"""Whether words stand in a text, and what to do."""
CONVERTED = "counted in UTF-16, and converted to code points"
MOVED = "found by the words at another place than the position says"


class Anchored(Struct, frozen=True, kw_only=True):
    """Annotations that have a place in a text, and those that have none."""

    found: tuple[tuple[SourceId, CodedSelection], ...]
    remarks: tuple[str, ...]
    """Corrections of positions, in words."""
    left_out: tuple[str, ...]
    """Annotations without a place and why, in words."""


def anchored(library: Library, marked: Sequence[MarkedPassage], tick: Tick) -> Anchored:
    """Anchor annotations in the attached texts of a library.

    Raises:
        InputError: None of them has a place; says why.
    """
    anchoring = _Anchoring(library)
    found: list[tuple[SourceId, CodedSelection]] = []
    reasons: dict[str, list[int]] = {}
    for each in marked:
        tick(each.number)
        try:
            source, (start, end) = anchoring.place(each)
        except InputError as error:
            reasons.setdefault(str(error), []).append(each.number)
        else:
            found.append((source, CodedSelection(start=start, end=end, description=each.comment, codes=each.tags)))
    remarks = tuple(
        f"{count:,} {'position was' if count == 1 else 'positions were'} {how}"
        for how, count in anchoring.corrections.items()
    )
    left_out = tuple(f"{_numbered(numbers)}: {why}" for why, numbers in reasons.items())
    if not found and left_out:
        raise InputError("; ".join(left_out[:NAMED]))
    return Anchored(found=tuple(found), remarks=remarks, left_out=left_out)


def _numbered(numbers: Sequence[int]) -> str:
    unique = list(dict.fromkeys(numbers))
    names = [str(number) for number in unique[:NAMED]]
    more = [f"{len(unique) - NAMED:,} more"] if unique[NAMED:] else []
    return f"annotation{'s' if unique[1:] else ''} {joined([*names, *more])}"


class _Anchoring:
    """The texts of a library while annotations are anchored in them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._addresses = {_address(source.url): source.id for source in library.every(Source) if source.url}
        self._offsets: dict[str, Utf16Offsets] = {}
        self.corrections: Counter[str] = Counter()

    def place(self, marked: MarkedPassage) -> tuple[SourceId, Range]:
        """Return the source and the range of a passage.

        Raises:
            InputError: It has no place, or more than one; says why.
        """
        if not marked.exact and marked.start is None:
            raise InputError("no words and no position in a text are marked; mark the words")
        named = self._named(marked.document)
        if not marked.source and named is None:
            return self._by_words_alone(marked)
        source = named or self._source(marked.source)
        return source, self._range(self._text(source), source, marked)

    def _named(self, document: str) -> SourceId | None:
        """Return the one source with an attached text that is called like a document."""
        bearers = self._library.bearers(document) if document else ()
        called = [
            each.id
            for each in dict.fromkeys((*bearers, *filter(None, (self._library.find(document),))))
            if isinstance(each, Source)
            and document in {each.id, each.outlet, each.title}
            and self._library.has_text(each.id)
        ]
        return SourceId(called[0]) if len(called) == 1 else None

    def _source(self, address: str) -> SourceId:
        known = self._addresses.get(_address(address)) or address.removeprefix(_OWN_SOURCE)
        source = self._library.find(known)
        if not isinstance(source, Source):
            raise InputError(f"no source of the library has the address {shown(address)!r}; add it with that address")
        return SourceId(source.id)

    def _text(self, source: SourceId) -> str:
        text = self._library.text(source)
        if text is None:
            raise InputError(f"the text of {source} is not attached; attach it")
        return text

    def _by_words_alone(self, marked: MarkedPassage) -> tuple[SourceId, Range]:
        """Return the one text that has the words, where no source is named."""
        places = []
        for source in self._library.every(Source) if marked.exact else ():
            text = self._library.text(source.id)
            if text and find_words(text, marked.exact).found:
                places.append((SourceId(source.id), text))
        if len(places) != 1:
            texts = "more than one text has" if places else "no text has"
            remedy = "name their source by address" if places else "attach the text that was annotated"
            raise InputError(f"{texts} the words, and no source is named by address; {remedy}")
        return places[0][0], self._range(places[0][1], places[0][0], marked)

    def _range(self, text: str, source: SourceId, marked: MarkedPassage) -> Range:
        given = (marked.start, marked.end) if marked.start is not None and marked.end is not None else None
        if not marked.exact:
            return self._unworded(text, source, given)
        if given and _has(text, given, marked.exact):
            return given
        converted = self._converted(text, source, given)
        if converted and _has(text, converted, marked.exact):
            self.corrections[CONVERTED] += 1
            return converted
        found = self._by_words(text, source, marked)
        if given and found != given:
            self.corrections[MOVED] += 1
        return found

    def _converted(self, text: str, source: SourceId, given: Range | None) -> Range | None:
        if source not in self._offsets:
            self._offsets[source] = Utf16Offsets(text)
        return self._offsets[source].code_points(*given) if given else None

    def _unworded(self, text: str, source: SourceId, given: Range | None) -> Range:
        """Return a position that no words prove: the same range however its characters are counted."""
        if given is None or not 0 <= given[0] < given[1] <= len(text):
            why = f"the position lies outside of the text of {source}"
            raise InputError(f"{why}; attach the version that was annotated")
        if self._converted(text, source, given) != given:
            why = f"no words are given, and {source} has characters before it that UTF-16 counts twice"
            raise InputError(f"{why}; give the words too")
        return given

    def _by_words(self, text: str, source: SourceId, marked: MarkedPassage) -> Range:
        everywhere = find_words(text, marked.exact).found
        found = [each for each in everywhere if not everywhere[1:] or _stands_between(text, each, marked)]
        if len(found) != 1:
            often, remedy = _TWICE if everywhere else _NOWHERE
            raise InputError(f"the words stand {often} in the text of {source}; {remedy}")
        ranges = found[0].ranges
        return ranges[0][0], ranges[-1][1]


def _has(text: str, place: Range, words: str) -> bool:
    return place[0] >= 0 and text[place[0] : place[1]] == words


def _stands_between(text: str, found: Occurrence, marked: MarkedPassage) -> bool:
    """Tell whether the words before and behind an occurrence are those of the annotation, but for white space."""
    start, end = found.ranges[0][0], found.ranges[-1][1]
    before, behind = _bare(marked.prefix), _bare(marked.suffix)
    room = 2 * (len(marked.prefix) + len(marked.suffix)) + 100
    return bool(before or behind) and (
        _bare(text[max(0, start - room) : start]).endswith(before) and _bare(text[end : end + room]).startswith(behind)
    )


def _bare(words: str) -> str:
    return "".join(words.split())


def _address(url: str) -> str:
    """Return what two spellings of an address have in common: no scheme, no fragment, no last slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    host = parts.netloc.casefold().removeprefix("www.")
    return f"{host}{unquote(parts.path).rstrip('/')}{f'?{parts.query}' if parts.query else ''}" if host else url
