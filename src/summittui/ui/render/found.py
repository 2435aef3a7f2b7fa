"""What a search found, as rows by kind, and what the detail says of a hit."""

from collections.abc import Sequence

from rich.text import Text

from summittui.library import Library
from summittui.library.called import name_of
from summittui.library.query import Query
from summittui.library.search import Group, Hit
from summittui.library.words import plain_words
from summittui.model import Quote, Record, Source
from summittui.model.lately import Lately
from summittui.model.text import safe
from summittui.ui.finding import Found
from summittui.ui.paint import fit
from summittui.ui.render.detail import TITLES, detail
from summittui.ui.render.line import line, sides
from summittui.ui.render.matched import lit_paragraphs
from summittui.ui.render.note import note_lines
from summittui.ui.render.quote import content, place
from summittui.ui.render.signs import KINDS

_KEPT = 1_000
"""So many endings of lines are kept."""
_HEADING = -1
"""Stands for the row above the hits of a group."""


class FoundRows:
    """Hits under a heading for each table, with its total."""

    height = 1

    def __init__(self, library: Library, groups: Sequence[Group]) -> None:
        self._library = library
        self._entries: list[tuple[Group, int]] = []
        for group in groups:
            self._entries += ((group, at) for at in range(_HEADING, len(group.hits)))

    def __len__(self) -> int:
        return len(self._entries)

    def key(self, i: int) -> str:
        """Return the id of the record in row `i`, '' for a heading."""
        group, at = self._entries[i]
        return "" if at == _HEADING else group.hits.id(at)

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the line of row `i`."""
        group, at = self._entries[i]
        return (group_line(group) if at == _HEADING else hit_line(self._library, group.hits[at], width),)


def group_line(group: Group) -> Text:
    """Return the heading of a table: how many records were found, and how many are shown where that is fewer."""
    more = f" · the first {len(group.hits)} are shown; go on typing" if len(group.hits) < group.total else ""
    return line((group.table.capitalize(), "heading"), (f" {group.total}", "count"), (more, "doubt"))


def hit_line(library: Library, hit: Hit, width: int) -> Text:
    """Return a hit as one line: the words around the match and, for a quote, who speaks, via whom, where."""
    record = library.find(hit.id)
    if isinstance(record, Quote):
        return _quote_line(library, record, hit, width)
    excerpt = _excerpt(hit, "")
    if not hit.matches or hit.excerpt.startswith(hit.label[:40]):
        return fit(line(" ").append_text(excerpt if hit.matches else line(hit.label)), width)
    name = fit(line(" ", (hit.label, "words")), max(12, width // 3))
    return fit(name.append_text(line(" · ")).append_text(excerpt), width)


def _quote_line(library: Library, quote: Quote, hit: Hit, width: int) -> Text:
    kind = KINDS[quote.kind]
    body = content(quote)
    said = safe(quote.exact or quote.gist or "")
    if hit.matches and hit.excerpt.strip("…") in said:
        marks = ("“", "”") if quote.exact else ("", "")
        body = Text.assemble(marks[0], _excerpt(hit, "words" if quote.exact else "reported"), marks[1])
    head = line(" ", (kind.brief, kind.token), " ").append_text(body)
    return sides(head, _ending(library, quote, width // 2), width)


def _ending(library: Library, quote: Quote, width: int) -> Text:
    """Return who speaks, via whom, and where."""

    def make() -> Text:
        who = library.name(quote.speaker) if quote.speaker else "unnamed others"
        via = f" · via {library.name(quote.via)}" if quote.via and str(quote.via) != str(quote.speaker) else ""
        return fit(line((who, "heading"), (via, "apparatus"), (f" · {place(library, quote)}", "source")), width)

    return library.once(_endings).get((quote.id, width), make)


def _endings(_library: Library) -> Lately[tuple[str, int], Text]:
    """Return where the endings of lines are kept: most stay on the screen while somebody types."""
    return Lately(_KEPT)


def _excerpt(hit: Hit, token: str) -> Text:
    shown = line((hit.excerpt, token))
    for start, end in hit.matches if shown.plain == hit.excerpt else ():
        shown.stylize("match", start, end)
    return shown


def found_detail(library: Library, record: Record, query: Query) -> list[Text]:
    """Return what the detail says of a hit, the words that were sought lit."""
    if type(record) in TITLES:
        return lit_paragraphs(query, detail(library, record))
    head = record.title or name_of(record) if isinstance(record, Source) else name_of(record)
    own = dict.fromkeys(part for part in plain_words(library, record) if part and part not in {head, record.id})
    lines = [line((head, "title")), *note_lines(library, record), *(line(part) for part in own)]
    return lit_paragraphs(query, lines)


def found_words(found: Found) -> str:
    """Return in words what was found, and where it is still searched."""
    groups, total = found.groups, sum(group.total for group in found.groups)
    if not found.query:
        return "Type words, “phrases”, or by:name, issue:…, kind:… - in any table."
    if found.awaited:
        far = f"so far {_counted(groups)}" if total else "nothing found so far"
        return f"Still searching {', '.join(found.awaited)} … {far}"
    return _counted(groups) if total else "Nothing was found. Fewer words, or the beginning of one, find more."


def _counted(groups: Sequence[Group]) -> str:
    total = sum(group.total for group in groups)
    kinds = ", ".join(f"{group.total} {group.table if group.total != 1 else group.table[:-1]}" for group in groups)
    return f"{total} found: {kinds}" if len(groups) > 1 else f"{kinds} found"
