"""Text that means harm: what a document, a store, a file name or a variable could hold."""

import re
from collections.abc import Iterable

HOSTILE: dict[str, str] = {
    "colour": "a\x1b[31mred\x1b[0m",
    "clear": "a\x1b[2J\x1b[Hb",
    "window title": "a\x1b]0;owned\x07b",
    "icon title": "a\x1b]2;owned\x1b\\b",
    "hyperlink": "a\x1b]8;;http://evil.example\x1b\\b\x1b]8;;\x1b\\",
    "clipboard": "a\x1b]52;c;cm0gLXJmIC8=\x07b",
    "unfinished string": "a\x1b]52;c;cm0",
    "device control": "a\x1bP+q544e\x1b\\b",
    "application command": "a\x1b_Gf=100;AAAA\x1b\\b",
    "privacy message": "a\x1b^secret\x1b\\b",
    "answer back": "a\x1b[c\x1b[6n\x05b",
    "bare escape": "a\x1b",
    "eight-bit CSI": "a\x9b31mb",
    "eight-bit OSC": "a\x9d0;owned\x9cb",
    "eight-bit DCS": "a\x90q\x9cb\x98c\x9cd\x9ee\x9cf\x9fg\x9c",
    "every C1": "a" + "".join(map(chr, range(0x80, 0xA0))) + "b",
    "every C0": "a" + "".join(map(chr, range(0x20))) + "b",
    "delete": "a\x7f\x08\x08b",
    "null": "a\x00b",
    "shift out": "a\x0eb\x0f",
    "tabs and lines": "a\tb\nc\r\nd\re\x0bf\x0cg",
    "next line and separators": "a\x85b\u2028c\u2029d",
    "bidi overrides": "a\u202eb\u202dc\u202ad\u202be\u202cf",
    "bidi isolates": "a\u2066b\u2067c\u2068d\u2069e",
    "bidi marks": "a\u200eb\u200fc\u061cd",
    "zero width": "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u180eh",
    "interlinear": "a\ufff9b\ufffac\ufffbd",
    "tags": "a\U000e0001\U000e0041\U000e007fb",
    "piled marks": "Z" + "\u0301\u0316\u20dd" * 40 + "a",
    "lone surrogates": "a\ud800b\udc00c\udfffd",
    "not characters": "a\ufffeb\uffffc\U0010ffffd",
    "flags and keycaps": "\U0001f1eb\U0001f1f7 1\ufe0f\u20e3 \u2764\ufe0f \u2764\ufe0e",
    "joined emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f44d\U0001f3fd",
    "wide": "日本語" * 20,
    "right to left": "שלום العربية",
    "a very long word": "nationalistic" * 60,
    "many lines": "line\n" * 200,
    "blank": " \t\n ",
    "closing tag": "[/]",
    "closing tag of a path": "see [/etc/passwd]",
    "colour tag": "[red]a[/red] [bold]b",
    "action tag": "[@click=app.quit]a[/]",
    "action tag of a screen": "[@click=screen.command('quit-now')]a[/]",
    "link tag": "[link=http://evil.example]a[/link]",
    "unfinished tag": "[a=b",
    "open bracket": "[",
    "quoted tag": '[a="b',
    "escaped tag": r"\[red]a\[/]",
    "emoji name": ":warning: :skull:",
    "variable tag": "[$error]a[/]",
    "style of a token": "[problem on cursor]a",
    "percent": "%s %d %(a)s {0} {a} {a!r:>9}",
    "formula": '=cmd|"/c calc"!A1',
    "html": "<script>alert(1)</script> | `a` **b**",
    "fence": "```\n# heading\n| a | b |",
    "toml": 'a"""\n[x]\ny = 1\n',
}
"""What each one would do, and the text."""

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
"""What must never come to a terminal out of a text; line breaks apart."""


def writable() -> dict[str, str]:
    """Return the texts that UTF-8 can hold."""
    return {name: text for name, text in HOSTILE.items() if not re.search("[\ud800-\udfff]", text)}


def breaches(lines: Iterable[str]) -> list[str]:
    """Return the lines that would drive a terminal or reorder themselves."""
    return [repr(line) for line in lines if FORBIDDEN.search(line) or "\n" in line]
