"""Texts with semantic style names become strips of exactly the asked width, harmless to a terminal.

Renderers make `rich.text.Text` whose spans are named after the tokens of `summittui.ui.theme.themes`; only here do they
get colours. No control, direction-changing or surrogate code point passes.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Span, Text
from textual.strip import Strip

from summittui.model.caching import IdentityCache
from summittui.ui.display.gate import gate
from summittui.ui.theme.themes import styles
from summittui.ui.theme.wrap import cut_offset, indent_at, line_offsets

_KEPT = 512
"""The number of lines between the sides of a frame in the cache."""
_ON_REVERSED = Style(color="default", dim=False, bold=False)
_CURSORS = frozenset({"cursor", "cursor-blurred"})


def fit(text: Text, width: int) -> Text:
    """Return `text` cut to at most `width` cells; where something was cut it ends in an ellipsis."""
    if cell_len(text.plain) <= width:
        return text
    if width < 1:
        return Text()
    kept = text.plain[: cut_offset(text.plain, width - 1)].rstrip()
    end = len(kept)
    spans = [Span(start, min(stop, end), style) for start, stop, style in text.spans if start < end]
    return Text(kept + "…", text.style, end=text.end, spans=spans)


def wrap(text: Text, width: int) -> list[Text]:
    """Return `text` as lines of at most `width` cells.

    Lines break at spaces, unspaced CJK anywhere, a word longer than the line where it must; a line break in the text
    is kept. Continuation lines are indented as the first one is.
    """
    return wrapped_lines(text, line_offsets(text.plain, width), width)


def wrapped_lines(text: Text, offsets: Sequence[tuple[int, int]], width: int) -> list[Text]:
    """Return the lines of `text` that `offsets` (see `line_offsets`) name."""
    return [wrapped_line(text, offsets, at, width) for at in range(len(offsets))]


def wrapped_line(text: Text, offsets: Sequence[tuple[int, int]], at: int, width: int) -> Text:
    """Return line `at` of `text`, indented as the line of the text it continues."""
    start, end = offsets[at]
    if (start, end) == (0, len(text.plain)):
        return text
    line = text[start:end]
    if start == 0 or text.plain[start - 1] == "\n":
        return line
    begin = text.plain.rfind("\n", 0, start) + 1
    indent = indent_at(text.plain, begin, width)
    return Text(" " * indent) + line if indent else line


class Painter:
    """A painter of texts in the colours of one theme."""

    def __init__(self, theme: str, *, lit: bool = True) -> None:
        """Make a painter.

        Args:
            theme: Textual's name of it.
            lit: Whether the line of the cursor is lit up from end to end.
        """
        self._lit = lit
        self._styles = styles(theme)
        self.background = self._styles[""]
        self._combined: dict[tuple[str | Style, ...], Style] = {}
        self._signs: dict[tuple[str, str], Strip] = {}
        self._framed: dict[str, IdentityCache[Strip, Strip]] = {}

    def style(self, *names: str | Style) -> Style:
        """Return the style that the tokens `names` make together on the theme's background; later ones win."""
        found = self._combined.get(names)
        if found is None:
            found = self.background
            for name in names:
                for part in name.split() if isinstance(name, str) else (name,):
                    found += part if isinstance(part, Style) else self._styles.get(part, Style.null())
            if found.reverse:  # colours would become grounds; dim letters, and on the Linux console bold ones, fade
                found += _ON_REVERSED
            self._combined[names] = found
        return found

    def sign(self, sign: str, token: str) -> Strip:
        """Return a sign that is drawn over and over, such as the side of a frame."""
        if (sign, token) not in self._signs:
            self._signs[sign, token] = self.strip(Text(sign, token), cell_len(sign))
        return self._signs[sign, token]

    def between_sides(self, inside: Strip, tint: str) -> Strip:
        """Return a line between the sides of a frame of one tint."""
        if tint not in self._framed:
            side = self.sign("│", tint)
            self._framed[tint] = IdentityCache(_KEPT, lambda each: Strip.join([side, each, side]))
        return self._framed[tint].get(inside)

    def strip(self, text: Text, width: int, *, base: str = "", pad: bool = True) -> Strip:
        """Return `text` as a strip of exactly `width` cells (at most `width` without `pad`).

        Args:
            text: One line; its spans' styles are tokens.
            width: Cells.
            base: Tokens under the whole line, such as `cursor`.
            pad: Fill up with the background.
        """
        return self.row((text, width), base=base, pad=pad)

    def row(self, *columns: tuple[Text, int], base: str = "", pad: bool = True) -> Strip:
        """Return texts side by side as one strip, each in exactly so many cells; see `strip`."""
        if not self._lit and base in _CURSORS:
            base = ""
        segments: list[Segment] = []
        cells = 0
        for text, width in columns:
            needed = cell_len(text.plain)
            if needed > width:
                segments += Strip(self._segments(text, base)).crop(0, width)
                needed = width
            else:
                segments += self._segments(text, base)
            if pad and needed < width:
                segments.append(Segment(" " * (width - needed), self.style(base)))
                needed = width
            cells += needed
        return Strip(segments, cells)

    def _segments(self, text: Text, base: str) -> list[Segment]:
        plain = text.plain
        shown = gate(plain)
        lowest = (base, text.style) if text.style else (base,)
        if not text.spans:
            return [Segment(shown, self.style(*lowest))] if shown else []
        spans = [span for span in text.spans if span.start < span.end]
        if all(before.end <= after.start for before, after in pairwise(spans)):
            return [
                Segment(shown[start:end], self.style(*lowest, *over)) for start, end, over in _parts(spans, len(shown))
            ]
        edges = sorted({0, len(plain), *(min(max(edge, 0), len(plain)) for span in text.spans for edge in span[:2])})
        segments = []
        for start, end in pairwise(edges):
            over = (span.style for span in text.spans if span.start <= start and span.end >= end)
            segments.append(Segment(shown[start:end], self.style(*lowest, *over)))
        return segments


def _parts(spans: Sequence[Span], length: int) -> Iterator[tuple[int, int, tuple[str | Style, ...]]]:
    """Yield the parts of a line whose spans follow each other, as they do unless one was laid over others."""
    at = 0
    for span in spans:
        start, end = min(max(span.start, at), length), min(max(span.end, 0), length)
        if at < start:
            yield at, start, ()
        if start < end:
            yield start, end, (span.style,)
        at = max(start, end)
    if at < length:
        yield at, length, ()


@cache
def painter(theme: str, *, lit: bool = True) -> Painter:
    """Return the painter of a theme; there is one for each, and one that does not light up the cursor's line."""
    return Painter(theme, lit=lit)
