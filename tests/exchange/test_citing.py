"""Citations in every style: the words as stored, reports without marks, never without who, where and when."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from summittui.exchange.citing import Style, citations, cite, csl_items, short
from summittui.exchange.citing.styles import is_web_address, long_date
from summittui.library import Library
from summittui.library.answers.perspective import perspective
from summittui.library.answers.positions import positions
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    ActorKind,
    Declaration,
    PartyId,
    Qualifier,
    Quote,
    QuoteKind,
    Record,
    Selector,
    Source,
    SourceId,
    Tally,
    digest_of,
)
from summittui.model.deed import Deed
from tests.model.samples import DIRECT, INDIRECT, RECORDS, SOURCE
from tests.paris import declaration, paris, quote, source

LIBRARY = MemoryLibrary(paris().records)
EVERY = paris().records.quotes
QUOTES = pytest.mark.parametrize("each", EVERY, ids=lambda each: each.id)
STYLES = pytest.mark.parametrize("style", Style)
READ = [Style.PLAIN, Style.MARKDOWN, Style.REFERENCE]
MARKS = set('“”„«»"')
CSL_FIELDS = {
    "id", "type", "title", "container-title", "author", "original-author", "issued", "language", "URL", "note", "genre",
}  # fmt: skip


def written(each: Record, style: Style | None, library: Library = LIBRARY) -> str:
    """Return a citation as a reader sees it: of CSL-JSON the text of the note, without a style the short one."""
    if style is None:
        return short(cite(library, each))
    text = citations(library, [each], style)
    return json.loads(text)[0]["note"] if style is Style.CSL else text


def plain(text: str) -> str:
    """Return Markdown without what escapes it."""
    return text.replace("\\", "")


def without_our_own_words(each: Quote, text: str) -> str:
    ours = (each.gist, each.doubt, each.note, *(stance.note for stance in each.stances))
    for words in filter(None, ours):
        text = text.replace(words, "")
    return text


def test_there_are_quotes_of_every_kind() -> None:
    assert len(EVERY) == 25
    assert {each.kind for each in EVERY} == set(QuoteKind)


@QUOTES
@pytest.mark.parametrize("style", [None, *Style])
def test_exact_words_stand_in_marks_as_stored_and_a_report_in_none(each: Quote, style: Style | None) -> None:
    text = plain(written(each, style))
    exact = [span.exact for span in each.quoted]
    for words in exact:
        assert f"“{words}”" in text
    if each.kind is QuoteKind.INDIRECT:
        assert not exact
        assert f"reported, in summary: {each.gist}" in text
    assert without_our_own_words(each, text).count("“") == len(exact)
    assert without_our_own_words(each, text).count("”") == len(exact)


@QUOTES
@STYLES
def test_every_style_names_who_the_source_its_date_and_paragraph(each: Quote, style: Style) -> None:
    text, home = citations(LIBRARY, [each], style), source(each.source)
    assert (LIBRARY.name(each.speaker) if each.speaker else "unnamed others") in plain(text)
    assert home.outlet in plain(text)
    assert home.url
    assert home.url in text
    assert f"¶{home.paragraph_at(each.spans[0].start)}" in text
    if style is Style.CSL:
        assert json.loads(text)[0]["issued"] == {
            "date-parts": [[int(part) for part in (home.published or "").split("-")]]
        }
    else:
        assert (long_date(home.published) if style is Style.REFERENCE else str(home.published)) in plain(text)


@QUOTES
@pytest.mark.parametrize("style", [None, *Style])
def test_via_doubt_and_proof_go_with_the_words(each: Quote, style: Style | None) -> None:
    text = plain(written(each, style))
    via = each.via and str(each.via) != each.speaker
    assert (f", via {LIBRARY.name(each.via)}" in text) == bool(via)
    assert ("Doubtful: " in text) == bool(each.doubt)
    assert (each.doubt or "") in text
    offsets = " and ".join(f"{span.start}–{span.end}" for span in each.spans)
    assert f"Proof: passage {each.source} {offsets} not checked: its text is not attached; " in text
    assert (each.note or "") in text
    assert all(f"on {LIBRARY.name(one.issue)} ({one.level}, certainty {one.certainty})" in text for one in each.stances)
    assert ("Not continuous speech" in text) == (len(each.spans) > 1)


@QUOTES
def test_what_one_says_of_another_is_not_taken_for_the_others_view(each: Quote) -> None:
    text = short(cite(LIBRARY, each))
    assert ("not a second witness" in text) == bool(source(each.source).digest_of)
    assert ("The words are those of" in text) == bool(each.view_of and each.speaker)
    assert ("inside another quote" in text) == bool(each.nested_in)


@QUOTES
def test_the_fields_of_an_item_are_those_of_csl(each: Quote) -> None:
    (item,) = csl_items(LIBRARY, [cite(LIBRARY, each)])
    home = source(each.source)
    assert set(item) <= CSL_FIELDS
    assert item["type"] == {"stdaily": "article-newspaper", "nigeriapulse": "webpage"}[each.source]
    assert item["container-title"] == home.outlet
    assert item.get("title") == home.title
    assert item["language"] == "en"
    assert "author" not in item, "an unnamed author is not made up"
    speaker = [{"literal": LIBRARY.name(each.speaker)}] if each.speaker else None
    assert item.get("original-author") == speaker


@pytest.mark.parametrize(
    ("published", "parts", "words"),
    [
        ("2025", [2025], "2025"),
        ("2025-02", [2025, 2], "2025, February"),
        ("2025-02-09", [2025, 2, 9], "2025, February 9"),
        (None, None, "no date"),
    ],
)
def test_a_date_keeps_its_precision(published: str | None, parts: list[int] | None, words: str) -> None:
    library = MemoryLibrary(replace(RECORDS, sources=(replace(SOURCE, published=published),)))
    (item,) = csl_items(library, [cite(library, DIRECT)])
    assert item.get("issued") == ({"date-parts": [parts]} if parts else None)
    assert f"({words})" in citations(library, [DIRECT], Style.REFERENCE)


def test_a_named_author_is_the_author_and_an_unnamed_one_is_nobody() -> None:
    author = next(actor for actor in RECORDS.actors if actor.kind is not ActorKind.AUTHOR)
    by_author: Source = replace(SOURCE, author=author.id)
    library = MemoryLibrary(replace(RECORDS, sources=(by_author,)))
    (item,) = csl_items(library, [cite(library, DIRECT)])
    assert item["author"] == [{"literal": author.name}]
    assert citations(library, [DIRECT], Style.REFERENCE).startswith(f"{author.name} (")


def test_each_quoted_span_of_a_mixed_quote_has_marks_of_its_own() -> None:
    first = next(each for each in EVERY if each.kind is QuoteKind.MIXED)
    again = replace(first, quoted=(first.quoted[0], replace(first.quoted[0], exact="and again")), gist="G")
    assert short(cite(LIBRARY, again)).startswith(
        f"“{first.quoted[0].exact}” … “and again” (in a report, in summary: G) — "
    )


def test_an_indirect_quote_that_has_words_all_the_same_gets_no_marks() -> None:
    spoilt = replace(INDIRECT, words="Sneaked in")
    library = MemoryLibrary(RECORDS)
    assert not MARKS & set(short(cite(library, spoilt)))
    assert "Sneaked in" not in short(cite(library, spoilt))


HOSTILE = "a\x1b]52;c;eA==\x07b\u202ec\x9b2Jd\r\nrm -rf\n\x00e\u200b`*[x](javascript:y)"


@pytest.mark.parametrize("style", [None, *READ])
@pytest.mark.parametrize("field", ["gist", "doubt", "role", "occasion"])
def test_hostile_words_drive_no_terminal_and_break_no_line(style: Style | None, field: str) -> None:
    hostile = replace(INDIRECT, **{field: HOSTILE})
    text = written(hostile, style, MemoryLibrary(RECORDS))
    assert not set(text) & set("\x1b\x07\x9b\u202e\x00\u200b\r")
    assert "rm -rf" in plain(text)
    assert [line for line in text.split("\n") if line.startswith("rm")] == []


def test_csl_alters_no_character_and_still_drives_no_terminal() -> None:
    library = MemoryLibrary(RECORDS)
    text = citations(library, [replace(INDIRECT, gist=HOSTILE)], Style.CSL)
    assert HOSTILE in json.loads(text)[0]["note"]
    assert not set(text) & set("\x1b\x07\x9b\u202e\x00\u200b\r")


def test_markdown_links_only_addresses_of_the_web() -> None:
    for url, linked in (("https://a.example/x_y", True), ("javascript:alert(1)", False), ("file:///etc/passwd", False)):
        library = MemoryLibrary(replace(RECORDS, sources=(replace(SOURCE, url=url),)))
        assert (f"<{url}>" in citations(library, [DIRECT], Style.MARKDOWN)) == linked
        assert is_web_address(url) == linked
    assert not is_web_address("http://[::1")


def test_an_act_is_cited_with_who_tells_it_and_its_doubt() -> None:
    for text in paris().records.declarations:
        for act in text.acts:
            line = short(cite(LIBRARY, Deed(text, act)))
            assert line.startswith(f"{act.act}: {text.title} — {LIBRARY.name(act.actor)}")
            assert all(source(id_).outlet in line for id_ in act.sources)
            assert ("Doubtful: " in line) == bool(act.doubt)


def test_a_declaration_lists_its_acts_and_is_a_document() -> None:
    text = declaration("paris-statement")
    line = citations(LIBRARY, [text], Style.PLAIN)
    assert "Declined: United Kingdom (stdaily)" in line
    (item,) = csl_items(LIBRARY, [cite(LIBRARY, text)])
    assert (item["type"], item["title"], item["issued"]) == ("document", text.title, {"date-parts": [[2025]]})


def test_evidence_is_cited_as_the_record_that_it_is() -> None:
    whose = perspective(LIBRARY, "united-states")
    pieces = [piece for position in positions(LIBRARY, whose).values() for piece in position.evidence]
    assert {piece.kind.value for piece in pieces} == {"words", "deeds", "said about"}
    for piece in pieces:
        found = cite(LIBRARY, piece)
        assert found.id.startswith(piece.record)
        assert found.doubt == (piece.doubt or "")
        assert {locator.source.id for locator in found.locators} == set(piece.sources)


@pytest.mark.parametrize("table", ["actors", "claims", "disagreements", "agreements", "events", "issues", "sources"])
def test_every_record_can_be_cited_and_names_its_sources_or_that_there_is_none(table: str) -> None:
    for record in paris().records.table(table):
        line = short(cite(LIBRARY, record))
        assert "published 2025-" in line or "No source is recorded" in line
        assert "\n" not in line


def test_a_proof_is_that_of_the_attached_text() -> None:
    words = quote("vance-kill-industry").quoted[0]
    each = replace(quote("vance-kill-industry"), spans=(words,))
    right = MemoryLibrary(paris().records, {SourceId("stdaily"): "x" * words.start + (words.exact or "")})
    proved = f"Proof: passage stdaily {words.start}–{words.end} "
    assert f"{proved}unchanged; the words in marks are as printed" in short(cite(right, each))
    wrong = MemoryLibrary(paris().records, {SourceId("stdaily"): "y" * 5000})
    assert f"{proved}drifted: the attached text now has something else there" in short(cite(wrong, each))
    assert "In the source: " not in short(cite(wrong, each))


def test_several_records_stand_on_a_line_each_and_in_one_list() -> None:
    assert len(citations(LIBRARY, EVERY, Style.PLAIN).split("\n")) == len(EVERY)
    items: list[Any] = json.loads(citations(LIBRARY, EVERY, Style.CSL))
    assert [item["id"] for item in items] == [each.id for each in EVERY]


TOLD = "The paper writes on. Ada, who chairs it, said they “can’t wait” and left. Others stayed."
PRINTED = "Ada, who chairs it, said they “can’t wait” and left."


def attached(kind: QuoteKind, *, words: bool) -> tuple[Library, Quote]:
    """Return a quote in a text, and the library that has both."""
    start, end = TOLD.index("they"), TOLD.index(" and left")
    quoted = (Selector(start + 6, end - 1, exact="can’t wait"),) if words else ()
    each = Quote(
        id="q",
        source=SourceId("daily"),
        kind=kind,
        speaker=PartyId("ada"),
        spans=(Selector(start, end, digest=digest_of(TOLD[start:end])),),
        quoted=quoted,
        gist="Haste is needed",
    )
    home = replace(SOURCE, outline=(), length=len(TOLD))
    records = replace(RECORDS, sources=(home,), quotes=(each,))
    return MemoryLibrary(records, {SourceId("daily"): TOLD}), each


@pytest.mark.parametrize("style", [None, *Style])
@pytest.mark.parametrize(("kind", "words"), [(QuoteKind.MIXED, True), (QuoteKind.INDIRECT, False)])
def test_with_the_text_the_sources_own_sentence_stands_first_and_our_summary_is_a_note(
    kind: QuoteKind, words: bool, style: Style | None
) -> None:
    library, each = attached(kind, words=words)
    text = plain(written(each, style, library))
    assert f"In the source: {PRINTED}" in text
    assert text.index(PRINTED) < text.index("In summary, in the coder's words: Haste is needed")
    assert "reported, in summary" not in text
    assert f"passage daily {each.spans[0].start}–{each.spans[0].end} unchanged; " in text


def test_a_passage_that_nothing_proves_lends_nobody_a_sentence() -> None:
    library, each = attached(QuoteKind.INDIRECT, words=False)
    bare = replace(each, spans=(Selector(3, 20),))
    text = short(cite(library, bare))
    assert "In the source" not in text
    assert "passage daily 3–20 unproven" in text


def test_a_quote_without_a_place_says_so_though_the_text_is_attached() -> None:
    library, each = attached(QuoteKind.INDIRECT, words=False)
    assert "Proof: no place marked in daily; the summary is the coder's" in short(
        cite(library, replace(each, spans=()))
    )


def test_a_declaration_names_the_sources_of_its_acts_and_numbers() -> None:
    tally = Tally(
        source=SourceId("daily"), number=60, qualifier=Qualifier.ABOUT, counts="signatories", note="N", doubt="D"
    )
    text = Declaration(id="charter", title="The Charter", label="Charter", kind="charter", tallies=(tally,))
    line = citations(MemoryLibrary(RECORDS), [text], Style.PLAIN)
    assert "The Daily (daily), published 2025-02-12" in line
    assert "About 60 signatories (daily) (doubtful: D), N" in line
    assert "No source is recorded" not in line
