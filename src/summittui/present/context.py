"""The paragraph around a span: the text with the span marked once it is attached, its outline until then."""

import itertools
from collections.abc import Iterable

from summittui.library import Library
from summittui.model import Selector, SourceId
from summittui.model.text import safe
from summittui.present.line import Line, Token, labelled
from summittui.present.signs import brief


def marked_part(text: str, start: int, end: int, marks: Iterable[Selector], role: str = "match") -> Line:
    """Return `text[start:end]` on one line, with the parts inside `marks` in a role.

    Offsets are code points of `text`; marks outside the part are left out.
    """
    cuts = {start, end}
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    for mark in inside:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    return Line(
        *(
            Token(one_line(text[a:b]), role if any(mark.start <= a and b <= mark.end for mark in inside) else "")
            for a, b in itertools.pairwise(sorted(cuts))
        )
    )


def context(library: Library, source: SourceId, spans: tuple[Selector, ...]) -> list[Line]:
    """Return the paragraph in which the first span begins: its words where the text is attached, else its gist."""
    home = library.source(source)
    number = home.paragraph_at(spans[0].start) if spans else None
    text = library.text(source)
    if number is None:
        return []
    paragraph = home.outline[number - 1]
    if text is None:
        told = f"({brief('○ ', '')}text not attached)"
        head = Line((f"Outline of paragraph {number}, in our words ", "heading"), (told, "apparatus"))
        return [head, Line("  ", (paragraph.gist, "reported"))]
    head = Line((f"Paragraph {number} of the text", "heading"))
    return [head, marked_part(text, paragraph.start, min(paragraph.end, len(text)), spans)]


def context_line(library: Library, source: SourceId, start: int) -> Line:
    """Return the paragraph at an offset, in code points, on a line with a label; an empty line where none is known."""
    home = library.source(source)
    number = home.paragraph_at(start)
    if number is None:
        return Line()
    paragraph, text = home.outline[number - 1], library.text(source)
    if text is None:
        return labelled("context", f"paragraph {number}, in our words: ", (paragraph.gist, "reported"))
    return labelled("context", f"paragraph {number}, as attached: ", (text[paragraph.start : paragraph.end], "words"))


def one_line(text: str) -> str:
    """Return `text` with line breaks as spaces, the outer spaces kept."""
    return text.replace("\n", " ").replace("\t", " ") if safe(text) else " " * bool(text)
