"""Results of a search as rows by kind, and the detail of a hit."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from rich.text import Span, Text

from summittui.library import Library
from summittui.library.answers.search import Group, Hit, SearchResult
from summittui.library.answers.words import plain_words
from summittui.model import TABLE_OF, Quote, Record, Source
from summittui.model.caching import BoundedCache
from summittui.model.display_names import display_name
from summittui.model.quotation import in_marks
from summittui.model.quote import report_of
from summittui.present.note import note_paragraphs
from summittui.present.quote import content
from summittui.present.signs import KINDS
from summittui.queries.language import Query
from summittui.ui.render.attribution import attribution
from summittui.ui.render.detail import TITLES, detail
from summittui.ui.render.line import line, sides, text_of
from summittui.ui.render.matched import lit_paragraphs
from summittui.ui.theme.paint import fit
from summittui.ui.widgets.rows import RowIndex

_KEPT = 1_000
"""So many endings of lines are kept."""
_WORDS = 6
"""Cells that the words of a quote keep at least."""
_HEADING = -1
"""Stands for the row above the hits of a group."""


class FoundRows:
    """Hits under a heading for each table, with its total."""

    height = 1

    def __init__(self, library: Library, groups: Sequence[Group]) -> None:
        self._library = library
        self._groups = groups
        ends = [0, *accumulate(1 + len(group.hits) for group in groups)]
        self._length, self._headings = ends[-1], ends[:-1]

    def __len__(self) -> int:
        return self._length

    def _entry(self, i: int) -> tuple[Group, int]:
        """Return the group of row `i` and the hit's place in it."""
        if not 0 <= i < self._length:
            raise IndexError(i)
        number = bisect_right(self._headings, i) - 1
        return self._groups[number], i - self._headings[number] - 1

    def key(self, i: int) -> str:
        """Return the id of the record in row `i`, '' for a heading."""
        group, at = self._entry(i)
        return "" if at == _HEADING else group.hits.id(at)

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the line of row `i`."""
        group, at = self._entry(i)
        return (group_line(group) if at == _HEADING else hit_line(self._library, group.hits[at], width),)

    def find(self, key: str) -> int:
        """Return the row of a record, -1 if it is not shown."""
        record = self._library.find(key)
        table = TABLE_OF[type(record)] if record else ""
        for heading, group in zip(self._headings, self._groups, strict=True):
            if group.table == table:
                at = group.find(key)
                return heading + 1 + at if at >= 0 else -1
        return -1

    def row_index(self) -> RowIndex:
        """Return where the records are; no row is looked at for that."""
        return RowIndex(self, self.find, self._headings)


def group_line(group: Group) -> Text:
    """Return the heading of a table: how many records were found, and how many are shown where that is fewer."""
    more = f" · the first {len(group.hits)} are shown; go on typing" if len(group.hits) < group.total else ""
    return line((group.table.capitalize(), "heading"), (f" {group.found.number}", "count"), (more, "doubt"))


def hit_line(library: Library, hit: Hit, width: int) -> Text:
    """Return a hit as one line: the words around the match and, for a quote, who speaks, via whom, where."""
    record = library.find(hit.id)
    if isinstance(record, Quote):
        return _quote_line(library, record, hit, width)
    excerpt = Text(hit.excerpt, spans=_excerpt_spans(hit, ""))
    if not hit.matches or hit.excerpt.startswith(hit.label[:40]):
        return fit(line(" ").append_text(excerpt if hit.matches else line(hit.label)), width)
    name = fit(line(" ", (hit.label, "words")), max(12, width // 3))
    return fit(name.append_text(line(" · ")).append_text(excerpt), width)


def _quote_line(library: Library, quote: Quote, hit: Hit, width: int) -> Text:
    kind, exact = KINDS[quote.kind], quote.exact
    said = f" {kind.brief} "
    spans = [Span(1, len(said) - 1, kind.role)]
    is_said = bool(exact or quote.gist) and hit.excerpt.strip("…") in hit.label  # which are the words, else the gist
    if not (hit.matches and is_said):
        head = Text(said, spans=spans).append_text(text_of(content(quote)))
    elif exact:
        words = in_marks(hit.excerpt)
        begin = len(said) + words.index(hit.excerpt)
        head = Text(f"{said}{words}", spans=spans + _excerpt_spans(hit, "words", begin))
        head.append_text(line((report_of(quote), "reported")))
    else:
        head = Text(f"{said}{hit.excerpt}", spans=spans + _excerpt_spans(hit, "reported", len(said)))
    return sides(head, _ending(library, quote, width - _WORDS), width)


def _ending(library: Library, quote: Quote, width: int) -> Text:
    """Return who speaks, via whom, where, when and whether that is doubtful."""
    return library.derived(_endings).get((quote.id, width), lambda: attribution(library, quote, width))


def _endings(_library: Library) -> BoundedCache[tuple[str, int], Text]:
    """Return where the endings of lines are kept: most stay on the screen while somebody types."""
    return BoundedCache(_KEPT)


def _excerpt_spans(hit: Hit, token: str, at: int = 0) -> list[Span]:
    """Return the spans, none over another, of the words around the match, which are harmless and begin at `at`."""
    lit = f"{token} match".strip()
    spans: list[Span] = []
    before = 0
    for start, end in hit.matches:
        spans += (Span(at + before, at + start, token), Span(at + start, at + end, lit))
        before = end
    spans.append(Span(at + before, at + len(hit.excerpt), token))
    return [span for span in spans if span and span.style]


def found_detail(library: Library, record: Record, query: Query) -> Sequence[Text]:
    """Return what the detail says of a hit, the words that were sought lit."""
    if type(record) in TITLES:
        return lit_paragraphs(query, detail(library, record))
    head = record.title or display_name(record) if isinstance(record, Source) else display_name(record)
    own = dict.fromkeys(part for part in plain_words(library, record) if part and part not in {head, record.id})
    lines = [line((head, "title")), *map(text_of, note_paragraphs(library, record)), *(line(part) for part in own)]
    return lit_paragraphs(query, lines)


def found_words(found: SearchResult) -> str:
    """Return the results of a search in words, and the tables in which the search still goes on."""
    groups, total = found.groups, sum(group.total for group in found.groups)
    if not found.query:
        return "Type words, “phrases”, or by:name, issue:…, kind:… - in any table."
    if found.awaited:
        far = f"so far {_counted(groups)}" if total else "nothing found so far"
        return f"Still searching {', '.join(found.awaited)} … {far}"
    return _counted(groups) if total else "Nothing was found. Fewer words, or the beginning of one, find more."


def _counted(groups: Sequence[Group]) -> str:
    more = "" if all(group.found.is_whole for group in groups) else "+"
    total = f"{sum(group.total for group in groups)}{more}"
    kinds = ", ".join(
        f"{group.found.number} {group.table if group.total != 1 else group.table[:-1]}" for group in groups
    )
    return f"{total} found: {kinds}" if len(groups) > 1 else f"{kinds} found"
