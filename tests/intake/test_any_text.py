"""Any text on its way in, through a reader, the proposer and the anchoring: every offset is that of its words."""

import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summittui.intake.anchoring import anchor
from summittui.intake.proposer import propose
from summittui.intake.readers import ReadDocument
from summittui.intake.readers.document import unix_lines
from summittui.intake.readers.docx import read_docx
from summittui.intake.readers.html import read_html
from summittui.intake.readers.mail import read_mail
from summittui.intake.readers.markdown import read_markdown
from summittui.intake.readers.pdf import read_pdf
from summittui.intake.readers.reading import read_text
from summittui.library.answers.proof import ProofState, prove
from summittui.model import InputError, PartyId, SourceId
from summittui.model.passages import marked_spans
from summittui.model.text import safe
from summittui.session.proposed_records import proposed_quote
from tests.intake.readers.files import docx_file, mail_file, pdf_file

PIECES = (
    *("Jane Doe", "the minister", "said", "told the hall", "that the rules are late", "She added", "according to Ro"),
    *("“We will not sign,”", '"It is late,"', "‘not yet’", "«C’est tard»", "„Zu spät“", "“No", "she said. "),
    *("&amp;", "&quot;It is&quot;", "&#8217;", "&nbsp;", "<b>", "</b>", "<p>", "# ", "> ", "**", "- "),
    *("\r\n", "\r", "\n\n", "\n", "\ufeff", "\u00a0", "\u2028", "\t", ". ", ", ", ": "),
    *(
        "👩‍🚀",
        "🇫🇷",
        "e\u0301",
        "a\u0308\u0301",
        "ﬁ",
        "ß",
        "İ",
        "قال الوزير",
        "עוד לא",
        "\u202e",
        "\u200d",
        "部长说：“不。”",
    ),
)


def is_printable_in_pdf(piece: str) -> bool:
    """Tell whether a PDF without fonts of its own can show a piece of text."""
    try:
        return bool(piece.encode("cp1252")) and (piece == "\n" or piece.isprintable())
    except UnicodeEncodeError:
        return False


TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


def read_page(content: bytes) -> ReadDocument:
    return read_html(b"<html><body><article><p>" + content + b"</p></article></body></html>")


@pytest.mark.parametrize("reader", [read_text, read_markdown, read_page])
@settings(max_examples=25, deadline=None)
@given(written=TEXTS, encoding=st.sampled_from(["utf-8", "utf-8-sig"]))
def test_offsets_are_those_of_the_text_that_was_read(
    reader: Callable[[bytes], ReadDocument], written: str, encoding: str
) -> None:
    text = ""
    with contextlib.suppress(InputError):
        text = reader(written.encode(encoding)).text
    check_offsets(text)


DOCUMENTS = settings(max_examples=12, deadline=None)
"""A document of a library takes longer than a text."""


@DOCUMENTS
@given(st.lists(TEXTS, max_size=4))
def test_a_docx_is_read_as_it_was_written(paragraphs: list[str]) -> None:
    breaks = (paragraph.replace("\r", "\n") for paragraph in paragraphs)  # python-docx writes a break for each
    written = "\n\n".join(filter(str.strip, breaks))
    text = ""
    with contextlib.suppress(InputError):
        text = read_docx(docx_file(*paragraphs, has_table=False)).text
    assert text == written.removeprefix("\ufeff") or not (text or written.strip("\ufeff \n\t\u2028\xa0"))
    check_offsets(text)


@DOCUMENTS
@given(TEXTS, st.sampled_from(["plain", "with an attachment"]))
def test_a_mail_is_read_as_it_was_written(written: str, form: str) -> None:
    text = ""
    with contextlib.suppress(InputError):
        attachment = None if form == "plain" else "map.pdf"
        text = read_mail(mail_file(written, attachment=attachment, charset="utf-8")).text
    assert text.strip() == unix_lines(written).strip() or not text
    assert bool(text) == bool(unix_lines(written).strip())
    check_offsets(text)


@DOCUMENTS
@given(st.lists(st.sampled_from([piece for piece in PIECES if is_printable_in_pdf(piece)]), max_size=25).map(" ".join))
def test_the_words_of_a_pdf_are_read_in_their_order(written: str) -> None:
    text = ""
    with contextlib.suppress(InputError):
        text = read_pdf(pdf_file(written)).text
    assert text.split() == written.split()
    check_offsets(text)


def check_offsets(text: str) -> None:
    """Check that what is proposed for a text stands there, and is found again there."""
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    for quote in propose(text).quotes:
        record = proposed_quote(text, SourceId("s"), quote, PartyId("p"), None)
        for marked in marked_spans(record):
            assert prove(marked.selector, text).state is ProofState.VERBATIM
        for piece in record.quoted:
            words = piece.exact or ""
            assert text[piece.start : piece.end] == words
            found = anchor(words, text, at=(piece.start,)).occurrences if safe(words).strip("“”\"'‘’«»„ ") else ()
            assert not found or all(one.ranges[0][0] <= piece.start < one.ranges[-1][1] for one in found)
            assert found or not any(letter.isalnum() for letter in words), (words, text)
