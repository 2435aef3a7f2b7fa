"""Exports: records as files, the same as the command line writes for them."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from summittui.exchange.as_csv import records_to_csv
from summittui.exchange.as_json import records_to_json
from summittui.exchange.as_markdown import escaped, records_to_markdown
from summittui.exchange.citing import Style, citations
from summittui.exchange.formats.format import Written, whole_text
from summittui.library import Library
from summittui.model import Quote, Record
from summittui.model.text import capitalised

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
    """Records or a view that can be written into a file of several forms."""

    name: str
    """The name of the file, without its ending."""
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
    forms = files_of(
        {
            FileForm.JSON: partial(records_to_json, records),
            FileForm.CSV: partial(records_to_csv, library, table, records),
            FileForm.MARKDOWN: partial(records_to_markdown, library, table, records),
        }
    )
    if table in CITED:
        forms |= files_of({FileForm.CSL: lambda: citations(library, records, Style.CSL) + "\n"})
    if table == "quotes":
        forms |= _formats(library, [record for record in records if isinstance(record, Quote)])
    what = f"{len(records)} {table if len(records) != 1 else table.removesuffix('s')}"
    return Export(table, f"{what} · {filters}" if filters else what, len(records), forms)


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
        told = f"{escaped(capitalised(limits))}.\n\n".encode("utf-8", "surrogatepass")

        def made() -> Written:
            written = markdown.make()
            return replace(written, parts=lambda: (told, *written.parts()))

        forms[FileForm.MARKDOWN.value] = ExportFile(markdown.ending, made)
    return replace(export, what=f"{export.what} · {limits}", forms=forms)


def _formats(library: Library, quotes: Sequence[Quote]) -> dict[str, ExportFile]:
    """Return the formats of the field in which quotes alone can be written."""
    from summittui.exchange.formats import FORMATS

    return {
        each.title: ExportFile(each.ending, partial(each.write, library, quotes))
        for each in FORMATS.values()
        if not each.is_whole
    }


def files_of(texts: Mapping[FileForm, Callable[[], str]]) -> dict[str, ExportFile]:
    """Return the file of each text, by what its form is called."""
    return {form.value: ExportFile(ENDINGS[form], partial(_made, make)) for form, make in texts.items()}


def _made(make: Callable[[], str]) -> Written:
    return whole_text(make())
