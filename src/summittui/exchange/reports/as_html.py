"""Reports as HTML: one file without scripts or anything from elsewhere, to be read on a screen, aloud, or printed."""

import re
from collections import Counter
from collections.abc import Iterator
from html import escape

from summittui.exchange.citing.styles import is_web_address
from summittui.exchange.reports.report import (
    Block,
    Bullets,
    Cell,
    Grid,
    Heading,
    Inline,
    Link,
    NoteRef,
    Quotation,
    Report,
    Text,
)

WIDE = 6
"""The number of columns from which a table is printed across the page."""
_TAGS = {"heading": "strong", "reported": "em", "title": "cite"}
"""The element around a token, by its role."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that HTML has no way to write; each becomes one replacement character."""
_FORMAT = re.compile(
    "[\t\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_CSS = """\
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --quiet: #444; --rule: #767676; --head: #eee;
  --side: #f7f7f7; --link: #0b4a8f; --lit: #fff3c4; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #161616; --quiet: #b8b8b8;
  --rule: #8a8a8a; --head: #2c2c2c; --side: #202020; --link: #8ab8f0; --lit: #4a3f12; } }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, "Liberation Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.3rem; margin-top: 2rem;
  border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.1rem; margin-bottom: .3rem; } h4 { font-size: 1rem; margin-bottom: .2rem; }
@media screen { .table { overflow-x: auto; } }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: start; padding: .3rem 0; color: var(--quiet); }
th, td { border: 1px solid var(--rule); padding: .35rem .5rem; text-align: start; vertical-align: top; }
thead th { background: var(--head); } tbody th { font-weight: normal; background: var(--side); }
td p, th p { margin: 0 0 .2rem; } a { color: var(--link); } sup a { text-decoration: none; padding: 0 .1rem; }
figure { margin: 0 0 1rem; padding-left: .8rem; border-left: 3px solid var(--rule); break-inside: avoid; }
blockquote, blockquote p { margin: 0; } figcaption { font-size: .9rem; color: var(--quiet); }
li { margin-bottom: .3rem; } .notes { font-size: .9rem; } :target { background: var(--lit); }
@page { size: A4; margin: 18mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print { html { font-size: 8.5pt; } body { max-width: none; padding: 0; } thead { display: table-header-group; }
  tr, li { break-inside: avoid; } h2, h3, h4 { break-after: avoid; }
  a { color: inherit; } }
"""
_ACROSS = "@page { size: A4 landscape; }\n"


def report_to_html(report: Report) -> str:
    """Return a report as one HTML file in UTF-8; its notes stand at the end, linked there and back."""
    return "\n".join(_Writer().page(report)) + "\n"


class _Writer:
    """A page in the making; it counts how often each note was referred to."""

    def __init__(self) -> None:
        self._referred: Counter[int] = Counter()

    def page(self, report: Report) -> Iterator[str]:
        across = _ACROSS if report.columns >= WIDE else ""
        yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="generator" content="summittui">'
        yield f"<title>{_text(report.title)}</title>\n<style>\n{_CSS}{across}</style>\n</head>\n<body>\n<main>"
        yield f"<h1>{_isolated(report.title)}</h1>"
        for block in report.blocks:
            yield from self._block(block)
        yield from self._notes(report)
        yield "</main>\n</body>\n</html>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, text):
                yield f"<h{level}>{self._line(text)}</h{level}>"
            case Bullets(items):
                yield "<ul>"
                yield from (f"<li>{self._line(item)}</li>" for item in items)
                yield "</ul>"
            case Quotation(words, attribution):
                yield f"<figure>\n<blockquote><p>{self._line(words)}</p></blockquote>"
                yield f"<figcaption>— {self._line(attribution)}</figcaption>\n</figure>"
            case Grid():
                yield from self._grid(block)
            case _:
                yield f"<p>{self._line(block.text)}</p>"

    def _grid(self, grid: Grid) -> Iterator[str]:
        caption = _text(grid.caption)
        yield f'<div class="table" role="region" aria-label="{caption}" tabindex="0">\n<table>'
        yield f"<caption>{_isolated(grid.caption)}</caption>\n<thead>\n<tr>"
        yield from (f'<th scope="col">{self._line(heading)}</th>' for heading in grid.headings)
        yield "</tr>\n</thead>\n<tbody>"
        for first, *rest in grid.rows:
            yield f'<tr>\n<th scope="row">{self._cell(first)}</th>'
            yield from (f"<td>{self._cell(cell)}</td>" for cell in rest)
            yield "</tr>"
        yield "</tbody>\n</table>\n</div>"

    def _cell(self, cell: Cell) -> str:
        return "".join(f"<p>{self._line(each)}</p>" for each in cell)

    def _notes(self, report: Report) -> Iterator[str]:
        if not report.notes:
            return
        yield '<section class="notes" role="doc-endnotes" aria-label="Notes">\n<ol>'
        for number, note in enumerate(report.notes, 1):
            back = f'<a href="#ref-{number}" role="doc-backlink" aria-label="Back to the text">&#8617;</a>'
            yield f'<li id="note-{number}">{self._line(note)} {back if self._referred[number] else ""}</li>'
        yield "</ol>\n</section>"

    def _line(self, line: Text) -> str:
        return "".join(map(self._inline, line))

    def _inline(self, part: Inline) -> str:
        match part:
            case NoteRef(number):
                return self._reference(number)
            case Link(address):
                shown = _isolated(address)
                return f'<a href="{_text(address)}" rel="noreferrer">{shown}</a>' if is_web_address(address) else shown
        tag = _TAGS.get(part.role)
        shown = _isolated(part.text)
        return f"<{tag}>{shown}</{tag}>" if tag else shown

    def _reference(self, number: int) -> str:
        self._referred[number] += 1
        again = self._referred[number]
        id_ = f"ref-{number}" if again == 1 else f"ref-{number}-{again}"
        label = f'aria-label="Note {number}"'
        return f'<sup><a id="{id_}" href="#note-{number}" role="doc-noteref" {label}>[{number}]</a></sup>'


def _isolated(text: str) -> str:
    """Return a text for a page; where it may run from right to left it reorders nothing around it."""
    shown = _text(text).replace("\n", "<br>")
    return f"<bdi>{shown}</bdi>" if _RIGHT_TO_LEFT.search(text) else shown


def _text(text: str) -> str:
    """Return a text with everything escaped that is markup or could drive a terminal."""
    shown = escape(_CONTROL.sub("\ufffd", text))
    return _FORMAT.sub(lambda match: f"&#x{ord(match[0]):X};", shown)
