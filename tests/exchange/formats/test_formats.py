import csv
import io
import json
import zipfile
from xml.etree import ElementTree as ET

import pytest
import rispy  # type: ignore[import-untyped]  # it has no types
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from summittui.exchange.formats import FORMATS
from summittui.exchange.formats.refi import NAMESPACE
from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Quote, Records, Selector, SourceId
from tests.paris import paris
from tests.store.samples import REPORTED, WORDS, records_of

LIBRARY = MemoryLibrary(paris().records)
ANY_TEXT = st.text(
    st.one_of(st.sampled_from("\";,\n\r\t=+-@'“”é\u0301\u202e\u05d0👩\u200d🔬"), st.characters(codec="utf-8")),
    min_size=1,
)
Q = {"q": NAMESPACE}


def library_with(**changes: object) -> tuple[Library, Quote]:
    quote = replace(REPORTED, **changes)
    return MemoryLibrary(replace(records_of(), quotes=(WORDS, quote))), quote


def rows(content: bytes, encoding: str = "utf-8") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(encoding), newline="")))


@given(ANY_TEXT)
def test_no_character_is_altered_in_csv(gist: str) -> None:
    library, quote = library_with(gist=gist, note=gist)
    (row,) = rows(FORMATS["csv"].write(library, [quote]).content)
    assert (row["gist"], row["note"], row["id"]) == (gist, gist, quote.id)


@given(ANY_TEXT)
def test_a_spreadsheet_runs_no_cell_and_the_original_is_got_back(gist: str) -> None:
    library, quote = library_with(gist=gist)
    written = FORMATS["spreadsheet"].write(library, [quote]).content
    (row,) = rows(written, "utf-8-sig")
    assert written.startswith(b"\xef\xbb\xbf")
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    assert row["gist"].removeprefix("'") == gist if gist[0] in "=+-@\t\r'" else row["gist"] == gist


@given(ANY_TEXT)
def test_no_character_is_altered_in_json(words: str) -> None:
    library, quote = library_with(gist=words)
    (line,) = FORMATS["jsonl"].write(library, [quote]).content.decode().split("\n")[:-1]
    assert json.loads(line)["gist"] == words
    (node,) = json.loads(FORMATS["schema-org"].write(library, [quote]).content)["@graph"]
    assert words in node.values()


@given(ANY_TEXT)
def test_discourse_network_analyzer_gets_every_character(words: str) -> None:
    stance = next(quote for quote in paris().records.quotes if quote.stances).stances[0]
    speaker = next(quote for quote in paris().records.quotes if quote.speaker)
    quote = replace(speaker, quoted=(), words=None, gist=words, stances=(replace(stance, stance="for"),))
    (row,) = rows(FORMATS["dna"].write(LIBRARY, [quote]).content)
    assert (row["text"], row["agreement"]) == (words, "1")


def test_a_quote_becomes_a_row_with_names_beside_its_ids() -> None:
    by_id = {row["id"]: row for row in rows(FORMATS["csv"].write(LIBRARY, paris().records.quotes).content)}
    assert len(by_id) == len(paris().records.quotes)
    row = by_id["vance-kill-industry"]
    assert (row["speaker_name"], row["outlet"], row["words"]) == (
        "JD Vance",
        "Science and Technology Daily",
        "kill a transformative industry.",
    )
    assert json.loads(row["quoted_spans"]) == [[857, 888]]


def test_references_are_read_back_by_rispy() -> None:
    written = FORMATS["ris"].write(LIBRARY, paris().records.quotes).content.decode()
    references = {each["id"]: each for each in rispy.loads(written)}
    assert set(references) == {quote.source for quote in paris().records.quotes}
    assert references["stdaily"]["year"] == "2025"
    assert len(references["stdaily"]["notes"]) == sum(q.source == "stdaily" for q in paris().records.quotes)


TEXT = "é👩\u200d🔬 “We need rules” \u05d0\n=end"


def attached(quote: Quote) -> Library:
    return MemoryLibrary(replace(records_of(), quotes=(quote,)), {SourceId(quote.source): TEXT})


def placed(start: int = 6, end: int = 21) -> Quote:
    return replace(REPORTED, spans=(Selector(start=start, end=end),))


@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_offsets_count_code_points_in_every_format_that_has_them(start: int, length: int) -> None:
    end = min(len(TEXT), start + length)
    quote = placed(start, end)
    written = json.loads(FORMATS["web-annotation"].write(attached(quote), [quote]).content)
    (annotation,) = written["first"]["items"]
    words, position = annotation["target"][0]["selector"]
    assert words["exact"] == TEXT[position["start"] : position["end"]] == TEXT[start:end]
    assert (words["prefix"] + words["exact"] + words["suffix"]) in TEXT
    with zipfile.ZipFile(io.BytesIO(FORMATS["qdpx"].write(attached(quote), [quote]).content)) as archive:
        project = ET.fromstring(archive.read("project.qde"))
        (source,) = project.iterfind(".//q:TextSource", Q)
        name = source.attrib["plainTextPath"].removeprefix("internal://")
        text = archive.read(f"sources/{name}").decode("utf-8")
    selection = source.find("q:PlainTextSelection", Q)
    assert selection is not None
    assert text[int(selection.attrib["startPosition"]) : int(selection.attrib["endPosition"])] == TEXT[start:end]


def test_words_of_a_text_that_is_not_attached_are_not_carried() -> None:
    quote = placed()
    library = MemoryLibrary(replace(records_of(), quotes=(quote,)))
    written = json.loads(FORMATS["web-annotation"].write(library, [quote]).content)
    (position,) = written["first"]["items"][0]["target"][0]["selector"]
    assert position == {"type": "TextPositionSelector", "start": 6, "end": 21}
    lost = FORMATS["qdpx"].write(library, [quote])
    assert "1 quote is left out" in lost.losses[0]


def test_a_project_is_the_same_in_every_export_and_names_what_it_refers_to() -> None:
    texts = {SourceId(source.id): "x" * (source.length or 5000) for source in paris().records.sources}
    library = MemoryLibrary(paris().records, texts)
    quotes = paris().records.quotes
    first, second = (FORMATS["qdpx"].write(library, quotes).content for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        project = ET.fromstring(archive.read("project.qde"))
    ids = [element.attrib["guid"] for element in project.iter() if "guid" in element.attrib]
    assert len(ids) == len(set(ids))
    assert {e.attrib["targetGUID"] for e in project.iter() if "targetGUID" in e.attrib} <= set(ids)
    order = [element.tag.partition("}")[2] for element in project]
    assert order == ["Users", "CodeBook", "Cases", "Sources"]
    names = {case.attrib["name"] for case in project.iterfind("q:Cases/q:Case", Q)}
    assert {"JD Vance", "Zhang Guoqing"} <= names


def test_characters_that_xml_cannot_hold_move_no_offset_and_break_nothing() -> None:
    quote = replace(placed(), gist="a\0b\x1b")
    content = FORMATS["qdpx"].write(attached(quote), [quote]).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "a\ufffdb\ufffd" in archive.read("project.qde").decode()


@pytest.mark.parametrize("format_id", FORMATS)
def test_every_format_writes_nothing_without_fault_and_says_what_it_cannot_carry(format_id: str) -> None:
    chosen = FORMATS[format_id]
    assert chosen.write(MemoryLibrary(Records()), []).losses == ()
    assert "\n" not in chosen.cannot_carry
    assert chosen.cannot_carry


def test_a_quote_of_several_speakers_is_each_ones() -> None:
    stance = replace(WORDS.stances[0], stance="against")
    quote = replace(placed(), joint_speakers=("ada",), stances=(stance,))
    library = attached(quote)
    assert [row["person"] for row in rows(FORMATS["dna"].write(library, [quote]).content)] == ["Bo", "Ada"]
    (node,) = json.loads(FORMATS["schema-org"].write(library, [quote]).content)["@graph"]
    assert [party["name"] for party in node["claimInterpreter"]] == ["Bo", "Ada"]
    with zipfile.ZipFile(io.BytesIO(FORMATS["qdpx"].write(library, [quote]).content)) as archive:
        project = ET.fromstring(archive.read("project.qde"))
    assert [case.attrib["name"] for case in project.iterfind("q:Cases/q:Case", Q)] == ["Bo", "Ada"]


def test_a_project_for_qc_codes_each_line_that_a_quote_touches_once_with_each_code() -> None:
    text = "one\ntwo two\nthree\nfour"
    stance = WORDS.stances[0]
    first = replace(placed(2, 9), stances=(stance,))
    second = replace(placed(4, len(text)), id="second", stances=(stance, replace(stance, stance="against")))
    library = MemoryLibrary(replace(records_of(), quotes=(first, second)), {SourceId(first.source): text})
    with zipfile.ZipFile(io.BytesIO(FORMATS["qc"].write(library, [first, second]).content)) as archive:
        project = ET.fromstring(archive.read("project.qde"))
    lines = {
        each.attrib["name"]: text[int(each.attrib["startPosition"]) : int(each.attrib["endPosition"])]
        for each in project.iterfind(".//q:PlainTextSelection", Q)
    }
    assert lines == {"line:0": "one\n", "line:1": "two two\n", "line:2": "three\n", "line:3": "four"}
    assert [len(list(each.iterfind("q:Coding", Q))) for each in project.iterfind(".//q:PlainTextSelection", Q)] == [
        1,
        2,
        2,
        2,
    ]
