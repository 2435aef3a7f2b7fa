"""Writing: data to stdout, talk to stderr; what is for a reader is made harmless on the way."""

import sys
from collections.abc import Callable, Iterable
from typing import Any

import click

from summittui.cli.options import Form, form
from summittui.exchange import Table, table_to_csv, table_to_markdown, to_json
from summittui.model.text import safe, safe_lines

UNBOUNDED = 100_000
"""Columns of a table that is not cut to a terminal's width."""


def on_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def say(message: str) -> None:
    """Tell the user something that is no data."""
    click.echo(safe(message), err=True)


def write_lines(lines: Iterable[str]) -> None:
    """Write text for a reader, each item on one line, its indentation kept."""
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        write(" " * indent + safe(line) + "\n")


def write(text: str) -> None:
    """Write data unaltered, as UTF-8 whatever the locale is."""
    click.echo(text.encode("utf-8", "surrogatepass"), nl=False)


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


def write_view(
    *,
    lines: Callable[[], Iterable[str]],
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
    """Write aligned columns: wrapped on a terminal, one row a line elsewhere; columns without any text left out."""
    if not table.rows:
        say("Nothing found.")
        return
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    terminal = on_terminal()
    console = Console(
        file=sys.stdout, markup=False, emoji=False, highlight=False, width=None if terminal else UNBOUNDED
    )
    kept = [index for index in range(len(table.headings)) if any(row[index] for row in table.rows)]
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for index in kept:
        grid.add_column(Text(table.headings[index]), no_wrap=not terminal or index == 0, overflow="fold")
    for row in table.rows:
        grid.add_row(*[Text(safe(row[index])) for index in kept])
    if terminal:
        console.print(grid)
        return
    with console.capture() as capture:
        console.print(grid)
    write("".join(line.rstrip() + "\n" for line in capture.get().splitlines()))
