"""The dossier of quotes as a file: Markdown, HTML, PDF."""

from collections.abc import Sequence

from summittui.exchange.formats.format import Format, Written, whole
from summittui.exchange.reports.dossier import dossier
from summittui.exchange.reports.forms import REPORT_FORMS, ReportForm
from summittui.library import Library
from summittui.model import Quote

_CANNOT = "spans that are not quoted, cues, and ids of actors: it is for a reader, and no program reads it back"


def dossier_format(form: ReportForm) -> Format:
    """Return the format that writes the dossier of quotes in one file format."""
    written = REPORT_FORMS[form]

    def write(library: Library, quotes: Sequence[Quote]) -> Written:
        return whole(written.write(dossier(library, quotes)))

    title = f"{written.title} dossier"
    return Format(id=form.value, title=title, ending=written.ending, cannot_carry=_CANNOT, write=write)
