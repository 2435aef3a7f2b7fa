"""A program in a terminal that tries what a terminal could be talked into, and tells what it is sent.

Writes how far the cursor went over each text of the first argument, a JSON list, into the file of the second one.
"""

import json
import os
import re
import sys
import tty
from pathlib import Path

HTML = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
LINKS = ("https://example.org/a", "javascript:document.title=3", "file:///etc/passwd", "data:text/html,x")
"""Addresses of links, a row each."""


def write(text: str) -> None:
    os.write(1, text.encode())


def column() -> int:
    """Return the column of the cursor, from 0, as the terminal answers."""
    answer = b""
    write("\x1b[6n")
    while not answer.endswith(b"R"):
        answer += os.read(0, 100)
    found = re.search(rb"\[\d+;(\d+)R$", answer)
    assert found
    return int(found[1]) - 1


def main(texts: str, result: str) -> None:
    tty.setraw(0)
    columns = []
    for text in json.loads(texts):
        write(f"\x1b[H\x1b[2K{text}")
        columns.append(column())
    Path(result).write_text(json.dumps(columns))
    write("\x1b[2J\x1b[H\x1b]0;another title\x07\x1b]2;another title\x07\x1b]52;c;?\x07\x1b[21t\x1b[?2004h")
    for address in LINKS:
        write(f"\x1b]8;;{address}\x1b\\a link that leads somewhere\x1b]8;;\x1b\\\r\n")
    write(f"{HTML}\r\nready\r\n")
    while (keys := os.read(0, 4096)) != b"q":
        write(f"sent {keys!r}\r\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
