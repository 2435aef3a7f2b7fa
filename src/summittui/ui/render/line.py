"""Texts in the styles of a theme: made of the tokens of lines, harmless, and aligned left and right."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.text import Span, Text

from summittui.model.joiners import as_counted
from summittui.model.text import safe, safe_parts
from summittui.present.line import Line
from summittui.ui.render.paragraphs import Paragraphs
from summittui.ui.theme.paint import fit


def line(*pieces: tuple[str, str] | str) -> Text:
    """Return one line of (text, token) pieces; whatever could drive a terminal or break the row is taken out.

    Joiners between letters have a stand-in, for their cells to be counted; the display puts them back.
    """
    kept: list[str] = []
    spans: list[Span] = []
    end = 0
    all_words = [piece if isinstance(piece, str) else piece[0] for piece in pieces]
    tokens = ["" if isinstance(piece, str) else piece[1] for piece in pieces]
    for part, token in zip(harmless_parts(all_words), tokens, strict=True):
        start, end = end, end + len(part)
        kept.append(part)
        if part and token:
            spans.append(Span(start, end, token))
    return Text(as_counted("".join(kept)), end="", spans=spans)


def text_of(shown: Line) -> Text:
    """Return a line as a text whose spans are styled by the roles of its tokens."""
    return line(*shown)


def block_of(lines: Iterable[Line]) -> Text:
    """Return several lines as one text with a line break between them; empty lines are left out."""
    return Text("\n", end="").join([line(*each) for each in lines if each])


class LineParagraphs(Paragraphs):
    """Lines as texts, each made once, when it comes into sight."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._made: dict[int, Text] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def paragraph(self, index: int) -> Text:
        """Return paragraph `index`, from 0."""
        if index not in self._made:
            self._made[index] = line(*self._lines[index])
        return self._made[index]


def sides(left: Text, right: Text, width: int, *, least: int = 0) -> Text:
    """Return `left` and `right` at the two ends of `width` cells; `left` gives way, `right` is kept whole.

    Args:
        left: The left end.
        right: The right end.
        width: The cells of the line.
        least: How many cells of `left` are kept, even where `right` has to be cut for them.
    """
    if right and least and width - cell_len(right.plain) - 2 < least:
        right = fit(right, max(1, width - least - 2))
    taken = cell_len(right.plain)
    room = width - taken - (2 if taken else 0)
    if room < 1:
        return fit(left, width)
    left = fit(left, room)
    gap = width - cell_len(left.plain) - taken
    return Text(f"{left.plain}{' ' * gap}{right.plain}", end="", spans=[*_spans(left), *_spans(right, len(left) + gap)])


def _spans(text: Text, at: int = 0) -> list[Span]:
    """Return the spans of a text that begins at a place of a line."""
    own = [Span(at, at + len(text), text.style)] if text.style else []
    return own + [Span(at + start, at + end, style) for start, end, style in text.spans]


def sentence(complaint: object) -> str:
    """Return what is complained of as a harmless sentence, with a capital and a full stop."""
    words = safe(str(complaint))
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) else ".")


def harmless_parts(pieces: Sequence[str]) -> list[str]:
    """Return the pieces of a line made safe, each with the white space at both ends as it was."""
    if all(map(_is_plain, pieces)):
        return list(pieces)  # as nearly all are
    return [_with_edge(words, body) for words, body in zip(pieces, safe_parts(pieces), strict=True)]


def _is_plain(words: str) -> bool:
    return words.isascii() and words.isprintable() and "  " not in words.strip(" ")


def _with_edge(words: str, body: str) -> str:
    if _is_plain(words):
        return words
    if not body:
        return " " * len(words) if words.isspace() else ""
    head = len(words) - len(words.lstrip(" "))
    tail = len(words) - len(words.rstrip(" "))
    return " " * head + body + " " * tail
