"""The file formats of a report."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from msgspec import Struct

from summittui.exchange.reports.as_html import report_to_html
from summittui.exchange.reports.as_markdown import report_to_markdown
from summittui.exchange.reports.as_pdf import report_to_pdf
from summittui.exchange.reports.report import Report


class ReportForm(StrEnum):
    """The name of a format, as `--format` takes it."""

    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"


class ReportFormat(Struct, frozen=True):
    """A file format that a report can be written in."""

    title: str
    ending: str
    """The end of the file's name, with its dot."""
    write: Callable[[Report], bytes]


REPORT_FORMS: Mapping[ReportForm, ReportFormat] = {
    ReportForm.MARKDOWN: ReportFormat("Markdown", ".md", lambda report: _encoded(report_to_markdown(report))),
    ReportForm.HTML: ReportFormat("HTML", ".html", lambda report: _encoded(report_to_html(report))),
    ReportForm.PDF: ReportFormat("PDF", ".pdf", report_to_pdf),
}
"""Every format, Markdown first."""


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
