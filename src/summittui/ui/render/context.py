"""The passage around a span: the text with the span highlighted once it is attached, its outline until then."""

import itertools
from collections.abc import Iterable

from rich.text import Text

from summittui.library import Library
from summittui.model import Selector, SourceId
from summittui.model.text import safe
from summittui.present.signs import brief
from summittui.ui.render.line import line


def highlighted(text: str, start: int, end: int, marks: Iterable[Selector], token: str = "match") -> Text:
    """Return `text[start:end]` made safe, with the parts inside `marks` styled as `token`.

    Offsets are code points of `text`; marks outside the part are left out.
    """
    cuts = {start, end}
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    for mark in inside:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    edges = sorted(cuts)
    result = Text(end="")
    for a, b in itertools.pairwise(edges):
        marked = any(mark.start <= a and b <= mark.end for mark in inside)
        result.append_text(line((one_line(text[a:b]), token if marked else "")))
    return result


def context(library: Library, source: SourceId, spans: tuple[Selector, ...]) -> list[Text]:
    """Return the paragraph in which the first span begins: its words where the text is attached, else its gist."""
    home = library.source(source)
    number = home.paragraph_at(spans[0].start) if spans else None
    text = library.texts.get(source)
    if number is None:
        return []
    paragraph = home.outline[number - 1]
    if text is None:
        told = f"({brief('○ ', '')}text not attached)"
        head = line((f"Outline of paragraph {number}, in our words ", "heading"), (told, "apparatus"))
        return [head, line("  ", (paragraph.gist, "reported"))]
    head = line((f"Paragraph {number} of the text", "heading"))
    return [head, highlighted(text, paragraph.start, min(paragraph.end, len(text)), spans)]


def one_line(text: str) -> str:
    """Return `text` with line breaks as spaces, its outer spaces kept."""
    return text.replace("\n", " ").replace("\t", " ") if safe(text) else " " * bool(text)
