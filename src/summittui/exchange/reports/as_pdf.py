"""Reports as PDF: the HTML as it prints, by WeasyPrint, which the extra `pdf` installs."""

from typing import NoReturn

from summittui.exchange.reports.as_html import report_to_html
from summittui.exchange.reports.report import Report
from summittui.model import InputError


def report_to_pdf(report: Report) -> bytes:
    """Return a report as tagged PDF (PDF/UA); nothing is fetched from elsewhere.

    Raises:
        InputError: WeasyPrint, or a library of the system that it needs, is not installed.
    """
    try:
        from weasyprint import HTML
    except ImportError:
        raise InputError("a PDF needs WeasyPrint; install it with: pip install 'summittui[pdf]'") from None
    except OSError:
        raise InputError(
            "a PDF needs the library Pango of the system; install it (libpango, pango), or print the HTML"
        ) from None
    document = HTML(string=report_to_html(report), url_fetcher=_refuse)
    written: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return written


def _refuse(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(url)
