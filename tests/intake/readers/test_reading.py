import contextlib
import io
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.intake.readers import Format, ReadDocument, Reading, reading
from summittui.intake.readers.mail import read_mail
from summittui.intake.readers.markdown import read_markdown
from summittui.model import InputError
from tests.intake.readers.files import SAID, docx_file, html_file, mail_file, pdf_file, zip_file

LONG = "The minister told the hall that the talks would go on for as long as it takes, whatever others may think."


@pytest.fixture(scope="module")
def read() -> Iterator[Reading]:
    with Reading() as made:
        yield made


def test_plain_text_keeps_every_code_point_but_the_mark_and_the_line_ends(read: Reading) -> None:
    document = read.read("\ufeffCafe\u0301 \u200d👩\u200d🔬\r\nand\rso\n".encode(), "a.txt")
    assert document.text == "Cafe\u0301 \u200d👩\u200d🔬\nand\nso\n"
    assert document.format is Format.TEXT


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0"), min_size=1).filter(str.strip))
def test_any_text_without_carriage_returns_is_read_as_it_is(text: str) -> None:
    assert reading.read_text(text.encode()).text == text.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_tells_the_encoding(read: Reading, encoding: str) -> None:
    assert read.read(SAID.encode(encoding), "a.txt").text == SAID


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Elle était là, où les élèves étaient déjà.", "cp1252"),
        ("“We can’t go,” said Zoë Doe at the café.", "cp1252"),
        ("Министр сказал, что правила нужны.", "cp1251"),
    ],
)
def test_an_encoding_that_was_guessed_is_told(read: Reading, words: str, encoding: str) -> None:
    document = read.read(words.encode(encoding), "a.txt")
    assert (document.text, document.guessed_encoding) == (words, encoding)


def test_markdown_is_read_without_its_markup(read: Reading) -> None:
    front = "---\ntitle: Rules\ndate: 2025-02-11\nsite: The Post\n---\n"
    source = f"{front}# Head\n\n{SAID} *More*\n[here](http://x.y).\n\n![a map](m.png)\n"
    document = read.read(source.encode(), "a.md")
    assert document.text == f"Head\n\n{SAID} More\nhere."
    assert (document.title, document.published, document.outlet) == ("Rules", "2025-02-11", "The Post")
    assert document.left_out == ("the front matter", "a picture: a map")


def test_the_first_heading_of_markdown_is_its_title(read: Reading) -> None:
    assert read.read(b"intro\n\n# The *head*\n", "a.markdown").title == "The head"


def test_a_page_gives_its_article_and_the_metadata_that_it_states(read: Reading) -> None:
    document = read.read(html_file(LONG, "&ldquo;We can&rsquo;t wait,&rdquo; said Ada. " + LONG), "a.html")
    assert SAID in document.text
    assert (document.outlet, document.published, document.language) == ("The Example Post", "2025-02-11", "en-GB")
    assert "All our news" not in document.text
    assert "All our news" in document.left_out


def test_a_date_that_a_page_does_not_state_is_not_guessed(read: Reading) -> None:
    page = html_file(LONG, LONG).replace(
        b'<meta property="article:published_time" content="2025-02-11T10:00:00Z">', b""
    )
    assert read.read(page, "a.html").published is None


def test_a_pdf_gives_its_text_layer(read: Reading) -> None:
    document = read.read(pdf_file(), "a")
    assert (document.text, document.format) == ("Ada said it.", Format.PDF)


def test_a_docx_gives_its_paragraphs_and_tables(read: Reading) -> None:
    assert read.read(docx_file(SAID, "More."), "a").text == f"{SAID}\n\nMore.\n\nleft\tright"


def test_a_mail_gives_its_text_and_names_its_attachments(read: Reading) -> None:
    document = read.read(mail_file("Café first.\n", attachment="map.pdf"), "a.eml")
    assert document.text == "Café first.\n"
    assert (document.title, document.author, document.published) == ("Café talks", "Ada Example", "2025-02-11")
    assert document.left_out == ("application/pdf: map.pdf",)


@pytest.mark.parametrize("charset", ["iso-2022-jp", "utf-7", "iso-8859-1", "koi8-r"])
def test_a_mail_is_read_in_the_encoding_that_it_declares(read: Reading, charset: str) -> None:
    words = {"iso-2022-jp": "大臣は言った", "utf-7": "Ada «said» it", "koi8-r": "Министр сказал"}.get(charset, "Café")
    head = f"From: a@b.c\nTo: d@e.f\nSubject: x\nContent-Type: text/plain; charset={charset}\n\n"
    assert read.read(head.encode() + words.encode(charset), "a.eml").text == words


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "a.txt", "empty"),
        (b" \n", "a.txt", "empty"),
        (b"a\0b", "a.txt", "binary"),
        (b"\x89PNG\r\n", "a.png", "picture"),
        (b"\xd0\xcf\x11\xe0", "a.doc", "old Word"),
        (b"%PDF-1.4\nbroken", "a.pdf", "no PDF that can be read"),
        (b"PK\x03\x04broken", "a.docx", "no docx file that can be read"),
        (zip_file({"word/document.xml": b"<"}), "a.docx", "no docx file that can be read"),
        (zip_file({"[Content_Types].xml": b"", "xl/workbook.xml": b"<"}), "a.xlsx", "it is a table, slides"),
        (zip_file({"mimetype": b"application/epub+zip", "a.xhtml": b"<"}), "a.epub", "an e-book; save it as"),
        (zip_file({"a.txt": b"words"}), "b.zip", "an archive inside an archive"),
        (b"<html><body></body></html>", "a.html", "no text"),
        (b"<html>" + b"<div>" * 100_000, "a.html", "no"),
        (b"From: a@b.c\nTo: d@e.f\nSubject: x\n\n", "a.eml", "no text"),
        ("caf\xe9".encode("latin-1") + b'\n<meta charset="nonsense">', "a.html", "nonsense"),
        ("é".encode("utf-16")[:3] + b"\xd8", "a.txt", "not utf-16"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(read: Reading, content: bytes, name: str, why: str) -> None:
    with pytest.raises(InputError, match=why) as error:
        read.read(content, name)
    assert "\n" not in str(error.value)


def test_a_pdf_with_a_password_is_refused_and_one_without_text_too(read: Reading) -> None:
    with pytest.raises(InputError, match="encrypted"):
        read.read(pdf_file(password="secret"), "a.pdf")
    with pytest.raises(InputError, match="only pictures"):
        read.read(pdf_file(""), "a.pdf")


def test_a_bomb_is_refused_before_it_is_unpacked(read: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zip_file({"word/document.xml": b"\0" * 600_000_000})
    assert len(bomb) < 1_000_000
    with pytest.raises(InputError, match="would unpack to more than"):
        read.read(bomb, "a.docx")
    monkeypatch.setattr(reading, "LARGEST", 3)
    with pytest.raises(InputError, match="larger than 3 bytes"):
        read.read(b"four", "a.txt")


def test_a_text_that_is_too_long_is_refused(read: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 3)
    with pytest.raises(InputError, match="longer than 3 characters"):
        read.read(b"four", "a.txt")


def test_a_reader_that_takes_too_long_is_ended_and_the_next_file_is_read() -> None:
    with Reading(time_out=0.0) as slow, pytest.raises(InputError, match="took longer than 0 seconds"):
        slow.read(docx_file(SAID), "a.docx")


class Watched:
    """A pipe that tells when somebody waits for its answer."""

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe
        self.is_waited_for = threading.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipe, name)

    def poll(self, time_out: float) -> bool:
        self.is_waited_for.set()
        answered: bool = self._pipe.poll(time_out)
        return answered


def test_cancelling_ends_the_file_that_is_being_read() -> None:
    with Reading() as made, ThreadPoolExecutor() as threads:
        made.read(docx_file("first"), "a.docx")
        assert made._process
        os.kill(made._process.pid or 0, signal.SIGSTOP)  # as a reader that hangs
        pipe = Watched(made._pipe)
        made._pipe = cast(Any, pipe)
        reading_second = threads.submit(made.read, docx_file("second"), "b.docx")
        pipe.is_waited_for.wait()
        made.cancel()
        with pytest.raises(InputError, match="broke off"):
            reading_second.result()
        assert made.read(docx_file("third"), "c.docx").text.startswith("third")


def test_a_format_whose_library_is_missing_names_the_extra(monkeypatch: pytest.MonkeyPatch, read: Reading) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda _: None)
    with pytest.raises(InputError, match=r"pip install 'summittui\[import\]'"):
        read.read(pdf_file(), "a.pdf")


def test_a_heavy_reader_starts_where_standard_error_is_no_file_as_in_a_full_screen_program() -> None:
    class Captured(io.StringIO):
        def fileno(self) -> int:
            return -1

    with contextlib.redirect_stderr(Captured()), Reading() as reader:
        assert reader.read(f"# Talks\n\n{SAID}".encode(), "a.md").text == f"Talks\n\n{SAID}"


@given(st.binary(max_size=400), st.sampled_from([reading.read_text, read_markdown, read_mail]))
def test_any_bytes_are_read_or_refused(content: bytes, reader: Callable[[bytes], ReadDocument]) -> None:
    with contextlib.suppress(InputError):
        assert "\r" not in reader(content).text
