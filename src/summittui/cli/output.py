"""Writing: data to stdout, talk to stderr; what is for a reader is made harmless on the way."""

import contextlib
import io
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summittui.cli.form import Form, form
from summittui.exchange import table_to_csv, table_to_markdown, to_json
from summittui.model.joiners import as_counted, as_written
from summittui.model.text import safe, safe_lines
from summittui.present.line import Line
from summittui.present.table import Table

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST = 20
"""Columns that wrapped text has at least."""

UNBOUNDED = 100_000
"""Columns of a table that is not cut to a terminal's width."""


def on_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def say(message: str) -> None:
    """Tell the user something that is no data; where nobody can be told, the command goes on."""
    with contextlib.suppress(OSError):
        click.echo(safe(message), err=True)


def write_lines(lines: Iterable[Line | str]) -> None:
    """Write text for a reader, each item on one line, its indentation kept; wrapped at blanks on a terminal."""
    width = terminal_width()
    for line in lines:
        text = line.plain if isinstance(line, Line) else line
        indent = len(text) - len(text.lstrip(" "))
        write("".join(f"{part}\n" for part in _wrapped(safe(text), indent, width)))


def terminal_width() -> int | None:
    """Return the width of the terminal that is written to, in cells; None where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _wrapped(text: str, indent: int, width: int | None) -> list[str]:
    """Return the lines that a text takes, those after the first indented further; words are not broken."""
    blanks = " " * indent
    if width is None or indent + 2 * len(text) <= width:
        return [blanks + text]
    from rich.text import Text

    further = blanks + "  "
    console = plain_console(width)
    parts = Text(as_counted(text)).wrap(console, max(width - len(further), NARROWEST))
    return [(further if number else blanks) + as_written(part.plain).rstrip() for number, part in enumerate(parts)]


def write(text: str) -> None:
    """Write data unaltered, as UTF-8 whatever the locale is."""
    click.echo(text.encode("utf-8", "surrogatepass"), nl=False)


def deliver(parts: Iterable[bytes], output: Path | None, *, overwrite: bool) -> None:
    """Write a file's content where it was asked for: into a file, whole or not at all, or to standard output.

    Args:
        parts: The content, piece by piece.
        output: The file; standard output where it is None.
        overwrite: Whether a file that stands there gives way.

    Raises:
        InputError: The file cannot be written, or stands there already.
        UsageError: The content is no text, and standard output is a terminal.
    """
    if output is not None:
        from summittui.session.files import write_file

        write_file(output, parts, overwrite=overwrite)
    elif not on_terminal():
        for part in parts:
            click.echo(part, nl=False)
    elif b"\0" in (content := b"".join(parts)):
        raise click.UsageError("this format is no text; name a file with --output.")
    else:
        write_csv(content.decode("utf-8-sig", "surrogatepass"))


def write_csv(text: str) -> None:
    """Write CSV: unaltered into a file or a pipe, without control characters onto a terminal."""
    if on_terminal():
        say("On a terminal control characters are left out; into a file every character is written.")
        text = safe_lines(text)
    write(text)


def write_table(table: Table) -> None:
    """Write a table in the form that was asked for; JSON as a list of objects keyed by heading."""
    match form():
        case Form.JSON:
            write(to_json([dict(zip(table.headings, row, strict=True)) for row in table.rows]))
        case Form.CSV:
            write_csv(table_to_csv(table))
        case Form.MARKDOWN:
            write(table_to_markdown(table))
        case _:
            _write_grid(table)


def write_json_or_lines(value: Any, lines: Iterable[Line | str]) -> None:
    """Write a value as JSON where that was asked for, else lines for a reader."""
    if form() is Form.JSON:
        write(to_json(value))
    else:
        write_lines(lines)


def write_view(
    *,
    lines: Callable[[], Iterable[Line]],
    plain: Callable[[], Any],
    table: Callable[[], Table],
    markdown: Callable[[], str] | None = None,
) -> None:
    """Write a view in the form that was asked for; what makes the other forms is not called.

    Args:
        lines: Makes the text for a reader.
        plain: Makes plain values for JSON.
        table: Makes the table for CSV, and for Markdown where `markdown` is None.
        markdown: Makes the Markdown.
    """
    match form():
        case Form.JSON:
            write(to_json(plain()))
        case Form.CSV:
            write_csv(table_to_csv(table()))
        case Form.MARKDOWN:
            write(markdown() if markdown else table_to_markdown(table()))
        case _:
            write_lines(lines())


def _write_grid(table: Table) -> None:
    """Write aligned columns, one row a line; where a terminal is too narrow for that, one field a line.

    Columns without any text are left out.
    """
    if not table.rows:
        say("Nothing found.")
        return
    from rich.cells import cell_len

    kept = [index for index in range(len(table.headings)) if any(row[index] for row in table.rows)]
    headings = [table.headings[index] for index in kept]
    rows = [[safe(row[index]) for index in kept] for row in table.rows]
    lines, width = _aligned(headings, rows), terminal_width()
    if width is None or max(cell_len(as_counted(line)) for line in lines) <= width:
        write("".join(f"{line}\n" for line in lines))
    else:
        write_lines(_by_field(headings, rows))


def _aligned(headings: list[str], rows: list[list[str]]) -> list[str]:
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in headings:
        grid.add_column(Text(heading), no_wrap=True)
    for row in rows:
        grid.add_row(*(Text(as_counted(cell)) for cell in row))
    console = plain_console(UNBOUNDED)
    with console.capture() as capture:
        console.print(grid)
    return [as_written(line).rstrip() for line in capture.get().splitlines()]


def plain_console(width: int) -> "Console":
    """Return a console that lays out text without any escape, whatever FORCE_COLOR and its like say.

    Args:
        width: In cells.
    """
    from rich.console import Console

    return Console(file=io.StringIO(), width=width, force_terminal=False, color_system=None, _environ={})


def _by_field(headings: list[str], rows: list[list[str]]) -> Iterator[str]:
    for number, (first, *others) in enumerate(rows):
        if number:
            yield ""
        yield first
        yield from (f"  {heading}: {text}" for heading, text in zip(headings[1:], others, strict=True) if text)
