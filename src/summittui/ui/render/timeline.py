"""The timeline: moments under the dates on which they happened, and how many there are when."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from summittui.library import Library
from summittui.library.answers.sparkline import sparkline as bars_of
from summittui.library.answers.timeline import Moment, MomentKind, Timeline
from summittui.model import Quote
from summittui.present.quote import content, source_and_date, speaker_line
from summittui.present.signs import DOUBTFUL, KINDS
from summittui.present.timeline import PRECISIONS, WITHOUT_DATE
from summittui.ui.render.line import line, sides, text_of

_KIND_TOKENS = {
    MomentKind.EVENT: "title",
    MomentKind.ACT: "deed",
    MomentKind.QUOTE: "words",
    MomentKind.PUBLISHED: "apparatus",
}
PUBLISHED = "▫"
"""The mark of what is dated by the publication of its source alone."""
_YEAR, _MONTH = 4, 7
"""The number of characters of a date that name its year and its month."""


class MomentRows:
    """Moments, one line each, under a heading for each date; the key is the moment's number."""

    height = 1

    def __init__(self, library: Library, moments: Sequence[Moment]) -> None:
        self._library = library
        self._entries: list[str | int] = []
        self._moments = moments
        for at, moment in enumerate(moments):
            if at == 0 or moments[at - 1].when != moment.when:
                self._entries.append(moment.when)
            self._entries.append(at)

    def __len__(self) -> int:
        return len(self._entries)

    def key(self, i: int) -> str:
        """Return the number of the moment in row `i`, '' for a heading."""
        entry = self._entries[i]
        return "" if isinstance(entry, str) else str(entry)

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return the line of row `i`."""
        entry = self._entries[i]
        if isinstance(entry, str):
            after = self._entries[i + 1]
            first = self._moments[after] if isinstance(after, int) else None
            known = PRECISIONS[first.precision] if first else ""
            return (line((entry or WITHOUT_DATE, "heading"), (f"  {known}", "doubt")),)
        return (moment_line(self._library, self._moments[entry], width),)


def moment_line(library: Library, moment: Moment, width: int) -> Text:
    """Return a moment as one line: what, who, via whom, where, when and whether it is doubtful; the words give way."""
    record = library.find(moment.record)
    if isinstance(record, Quote):
        sign = KINDS[record.kind]
        head = line((f"{sign.brief} ", sign.role)).append_text(text_of(speaker_line(library, record)))
        words = Text.assemble(head, "  ", text_of(content(record)), end="")
        return sides(words, text_of(source_and_date(library, record)), width, least=head.cell_len)
    left = line((f"{moment.kind:<10}", _KIND_TOKENS[moment.kind]), moment.label)
    where = (f"{', '.join(moment.sources)} · {moment.when}").strip(" ·")
    return sides(left, line((where, "source"), (f" · {DOUBTFUL}" if moment.doubt else "", "doubt")), width)


def sparkline(timeline: Timeline, date: str | None, width: int) -> Text:
    """Return how much was said and done at each date in at most `width` cells, the one of the cursor highlighted.

    Months where they fit with their numbers, else years, else the bars alone between the first and the last year. What
    is dated by the publication of its source alone has another mark, and is never a bar.
    """
    for length in (_MONTH, _YEAR):
        here = (date or "")[:length]
        text = _labelled(timeline.counts(length), here)
        published = _published(timeline.counts(length, published=True), here)
        gap = Text("   ") if text and published else Text()
        if text.cell_len + gap.cell_len + published.cell_len <= width:
            return text + gap + published
    return _bars(timeline.counts(_YEAR), timeline.counts(_YEAR, published=True), (date or "")[:_YEAR], width)


def _labelled(counts: Mapping[str, int], here: str) -> Text:
    parts = []
    for (date, number), bar in zip(counts.items(), bars_of(tuple(counts.values())), strict=True):
        token = "key" if date == here else "apparatus"
        parts.append(line((f"{date} ", token), (bar, "match" if date == here else "source"), f" {number}"))
    return Text("   ").join(parts)


def _published(counts: Mapping[str, int], here: str) -> Text:
    """Return how many quotes are dated by the publication of their source alone."""
    parts = [line((f"{date} ", "key" if date == here else "apparatus"), str(number)) for date, number in counts.items()]
    return line((f"{PUBLISHED} published ", "apparatus")) + Text(", ").join(parts) if parts else Text()


def _bars(counts: Mapping[str, int], published: Mapping[str, int], here: str, width: int) -> Text:
    """Return one bar for each year, silent ones included; where they do not fit, one for several years."""
    years = [int(year) for year in (*counts, *published)]
    first, last = min(years), max(years)
    room = max(1, width - len(f"{first}  {last}") - 1)
    step = -(-(last - first + 1) // room)
    steps = range(first, last + 1, step)
    said, dated = _sums(counts, steps, step), _sums(published, steps, step)
    text = line((f"{first} ", "apparatus"))
    for start, bar, own, other in zip(steps, bars_of(said), said, dated, strict=True):
        at = here.isdigit() and start <= int(here) < start + step
        text.append(PUBLISHED if other and not own else bar, "match" if at else "source" if own else "apparatus")
    return text.append_text(line((f" {last}", "apparatus")))


def _sums(counts: Mapping[str, int], steps: range, step: int) -> list[int]:
    return [sum(counts.get(f"{year:04}", 0) for year in range(start, start + step)) for start in steps]
