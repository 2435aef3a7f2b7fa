import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from summittui.exchange.reports.as_html import report_to_html
from summittui.exchange.reports.as_markdown import report_to_markdown
from summittui.exchange.reports.report import Bullets, Grid, Heading, Link, NoteRef, Paragraph, Report, strong, text
from tests.hostile.corpus import breaches

WORDS = st.text(
    st.one_of(
        st.sampled_from("\";,=+-@'“”é\u0301\u05d0\u0645👩\u200d🔬|*_`[]<>&#~\\1.)!$:"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"]),
    ),
    min_size=1,
).filter(lambda text: text == text.strip() and "\ufffe" not in text)


def report_of(words: str) -> Report:
    return Report(
        title=words,
        blocks=(
            Heading(2, text(words)),
            Paragraph(text(words)),
            Bullets((text(words), text(strong(words), " x"))),
            Grid("caption", (text("Issue"), text(words)), (((text("row"),), (text(words), text("two"))),)),
            Paragraph(text("said", NoteRef(1), " again", NoteRef(1))),
        ),
        notes=(text(words),),
    )


def texts_of_markdown(source: str) -> list[str]:
    """Return the text of each block, as an independent reader of CommonMark has it."""
    reader = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin)
    return [_text(token) for token in reader.parse(source) if token.type == "inline"]


def _text(token: Token) -> str:
    return "".join(
        child.content if child.type in {"text", "text_special", "html_inline"} else "" for child in token.children or ()
    )


class Page(HTMLParser):
    """A page as the parser of the standard library reads it."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = [""]
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"bdi", "strong", "em", "sup", "a", "br"}:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data


@given(WORDS)
def test_another_reader_of_markdown_finds_every_character(words: str) -> None:
    texts = texts_of_markdown(report_to_markdown(report_of(words)))
    assert texts[0] == words
    assert texts.count(words) >= 4
    assert f"{words}<br>two" in texts
    assert texts[-1] == words


@given(WORDS)
def test_another_reader_of_html_finds_every_character(words: str) -> None:
    texts = [text.strip("\n ") for text in Page(report_to_html(report_of(words))).texts]
    assert texts.count(words) >= 4
    assert f"{words} x" in texts


@given(st.text())
def test_whatever_is_written_drives_no_terminal(words: str) -> None:
    for written in (report_to_markdown(report_of(words)), report_to_html(report_of(words))):
        assert not breaches(written.split("\n"))


def test_a_page_has_no_script_and_takes_nothing_from_elsewhere() -> None:
    hostile = "<script>alert(1)</script><img src=//x onerror=y>\"' style=x"
    page = Page(report_to_html(report_of(hostile)))
    names = {name for name, _ in page.tags}
    assert not names & {"script", "img", "link", "iframe", "object", "form"}
    assert not any(name.startswith("on") or name == "src" for _, attributes in page.tags for name in attributes)


def test_a_page_can_be_read_aloud() -> None:
    page = Page(report_to_html(report_of("words")))
    assert [attributes["lang"] for name, attributes in page.tags if name == "html"] == ["en"]
    assert [name for name, _ in page.tags].count("h1") == 1
    assert {attributes.get("scope") for name, attributes in page.tags if name == "th"} == {"col", "row"}
    assert "caption" in {name for name, _ in page.tags}


def test_notes_are_linked_there_and_back() -> None:
    page = Page(report_to_html(report_of("words")))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    targets = {attributes["href"] for name, attributes in page.tags if name == "a"}
    assert ids == ["ref-1", "ref-1-2", "note-1"]
    assert targets == {"#note-1", "#ref-1"}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://x/ onclick=y", "data:text/html,x", "https://x/<b>"]
)
def test_an_address_that_is_none_of_the_web_is_no_link(address: str) -> None:
    report = Report(title="t", blocks=(Paragraph(text(Link(address))),))
    hrefs = [attributes.get("href") or "" for name, attributes in Page(report_to_html(report)).tags if name == "a"]
    assert all(href.startswith("https://") for href in hrefs)
    assert f"<{address}>" not in report_to_markdown(report)


def test_words_that_run_from_right_to_left_are_kept_apart() -> None:
    assert re.search("<p><bdi>שלום</bdi></p>", report_to_html(report_of("שלום")))
