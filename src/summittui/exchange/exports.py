"""Exports: what a screen shows as files, the same as the command line writes for the same records."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from summittui.exchange.as_csv import records_to_csv, table_to_csv
from summittui.exchange.as_json import records_to_json, to_json
from summittui.exchange.as_markdown import escaped, records_to_markdown, table_to_markdown
from summittui.exchange.citing import Style, citations
from summittui.exchange.formats.format import Written, whole
from summittui.exchange.plain import full_comparison
from summittui.library import Library
from summittui.library.answers.matrix import Matrix
from summittui.library.answers.pairs import Pairs
from summittui.library.answers.side_by_side import Comparison
from summittui.model import Quote, Record
from summittui.model.text import counted
from summittui.present.table import Table
from summittui.present.tables import comparison_table

if TYPE_CHECKING:
    from summittui.exchange.formats.networks import Network

BRIEF = "Brief"
"""The document of a comparison that is handed over."""
CITED = frozenset({"quotes", "claims", "declarations", "sources"})
"""The tables whose records can be cited in CSL-JSON."""


class FileForm(StrEnum):
    """The form of an exported file."""

    JSON = "JSON"
    CSV = "CSV"
    MARKDOWN = "Markdown"
    CSL = "CSL-JSON"


ENDINGS: Mapping[FileForm, str] = {
    FileForm.JSON: ".json",
    FileForm.CSV: ".csv",
    FileForm.MARKDOWN: ".md",
    FileForm.CSL: ".csl.json",
}
"""The ending of a file's name, by its form."""


class ExportFile(Struct, frozen=True):
    """A file that an export can be written into, made when it is asked for."""

    ending: str
    """The end of its name, with its dot."""
    make: Callable[[], Written]


class Export(Struct, frozen=True):
    """Something that can be written into a file."""

    name: str
    """Of the file, without its ending."""
    what: str
    """The content of the file and the filters that chose it, in words."""
    count: int
    """The number of its records or rows."""
    forms: Mapping[str, ExportFile]
    """The file in each form that it has, by what the form is called; the one that is offered first comes first."""


def records_export(library: Library, table: str, records: Sequence[Record], filters: str = "") -> Export:
    """Return records of one table, in their order.

    Args:
        library: Where they stand.
        table: The table.
        records: Which of them.
        filters: What chose them, in words.
    """
    forms = _forms(
        {
            FileForm.JSON: partial(records_to_json, records),
            FileForm.CSV: partial(records_to_csv, library, table, records),
            FileForm.MARKDOWN: partial(records_to_markdown, library, table, records),
        }
    )
    if table in CITED:
        forms |= _forms({FileForm.CSL: lambda: citations(library, records, Style.CSL) + "\n"})
    if table == "quotes":
        forms |= _formats(library, [record for record in records if isinstance(record, Quote)])
    what = f"{len(records)} {table if len(records) != 1 else table.removesuffix('s')}"
    return Export(table, f"{what} · {filters}" if filters else what, len(records), forms)


def comparison_export(library: Library, comparison: Comparison, description: str) -> Export:
    """Return a comparison by issue, the brief to hand over first.

    Args:
        library: The records.
        comparison: What is shown.
        description: How it is limited, in words.
    """
    what = f"{' and '.join(column.label for column in comparison.columns)} {description}"
    plain, table = partial(full_comparison, library, comparison), partial(comparison_table, library, comparison)
    rows = view_export("comparison", what, plain=plain, table=table)
    return Export(rows.name, rows.what, rows.count, _briefs(library, comparison) | dict(rows.forms))


def limited_export(export: Export, limits: str) -> Export:
    """Return an export that says what its library is limited to; so does its Markdown, in the first line.

    Args:
        export: What is exported.
        limits: What it is limited to, in words; empty for no limit.
    """
    markdown = export.forms.get(FileForm.MARKDOWN.value)
    if not limits:
        return export
    forms = dict(export.forms)
    if markdown is not None:
        told = f"{escaped(limits[:1].upper() + limits[1:])}.\n\n".encode("utf-8", "surrogatepass")

        def made() -> Written:
            written = markdown.make()
            return replace(written, parts=lambda: (told, *written.parts()))

        forms[FileForm.MARKDOWN.value] = ExportFile(markdown.ending, made)
    return replace(export, what=f"{export.what} · {limits}", forms=forms)


def _briefs(library: Library, comparison: Comparison) -> dict[str, ExportFile]:
    from summittui.exchange.reports.brief import brief
    from summittui.exchange.reports.forms import REPORT_FORMS, ReportFormat

    def made(written: ReportFormat) -> Written:
        return whole(written.write(brief(library, comparison, compiled=date.today().isoformat())))

    return {
        f"{BRIEF}, {written.title}": ExportFile(written.ending, partial(made, written))
        for written in REPORT_FORMS.values()
    }


def matrix_export(library: Library, shown: Matrix) -> Export:
    """Return a matrix as it is shown, and as a network of actors and issues."""
    from summittui.exchange.formats.networks import positions_network
    from summittui.exchange.views.matrix import matrix_to_markdown, plain_matrix
    from summittui.present.matrix import matrix_table

    rows = view_export(
        "matrix",
        f"matrix of {counted(len(shown.rows), 'actor')} and {counted(len(shown.issues), 'issue')}",
        plain=partial(plain_matrix, library, shown),
        table=partial(matrix_table, library, shown),
        markdown=partial(matrix_to_markdown, library, shown),
    )
    return _with_network(rows, "actors x issues", lambda: positions_network(library, shown))


def pairs_export(library: Library, shown: Pairs) -> Export:
    """Return pairs as they are shown, and as a network of agreement and opposition."""
    from summittui.exchange.formats.networks import pairs_network
    from summittui.exchange.views.pairs import plain_pairs
    from summittui.present.pairs import pairs_table

    rows = view_export("pairs", "pairs of actors", plain=lambda: plain_pairs(shown), table=lambda: pairs_table(shown))
    return _with_network(rows, "agreement and opposition", lambda: pairs_network(library, shown))


def _with_network(rows: Export, what: str, make: "Callable[[], Network]") -> Export:
    from summittui.exchange.formats.networks import write_edge_list, write_graphml

    networks = {
        f"GraphML, {what}": ExportFile(".graphml", lambda: write_graphml(make())),
        f"CSV edge list, {what}": ExportFile(".csv", lambda: write_edge_list(make())),
    }
    return Export(rows.name, rows.what, rows.count, dict(rows.forms) | networks)


def _formats(library: Library, quotes: Sequence[Quote]) -> dict[str, ExportFile]:
    """Return the formats of the field in which quotes alone can be written."""
    from summittui.exchange.formats import FORMATS

    return {
        each.title: ExportFile(each.ending, partial(each.write, library, quotes))
        for each in FORMATS.values()
        if not each.is_whole
    }


def _forms(texts: Mapping[FileForm, Callable[[], str]]) -> dict[str, ExportFile]:
    return {form.value: ExportFile(ENDINGS[form], partial(_made, make)) for form, make in texts.items()}


def _made(make: Callable[[], str]) -> Written:
    return whole(make().encode("utf-8", "surrogatepass"))


def view_export(
    name: str,
    what: str,
    *,
    plain: Callable[[], Any],
    table: Callable[[], Table],
    markdown: Callable[[], str] | None = None,
) -> Export:
    """Return a view.

    Args:
        name: Of the file, without its ending.
        what: What it shows, in words.
        plain: Makes plain values for JSON.
        table: Makes the table for CSV, and for Markdown where `markdown` is None.
        markdown: Makes the Markdown.
    """
    rows = len(table().rows)
    forms = _forms(
        {
            FileForm.JSON: lambda: to_json(plain()),
            FileForm.CSV: lambda: table_to_csv(table()),
            FileForm.MARKDOWN: markdown or (lambda: table_to_markdown(table())),
        }
    )
    return Export(name, f"{what} · {rows} {'row' if rows == 1 else 'rows'}", rows, forms)
