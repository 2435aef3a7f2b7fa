import networkx as nx
import pytest

from summittui.exchange.exports import records_export
from summittui.exchange.formats import FORMATS
from summittui.exchange.view_exports import comparison_export, matrix_export, pairs_export
from summittui.library.answers.comparison import compare
from summittui.library.answers.matrix import matrix
from summittui.library.answers.pairs import pairs
from summittui.library.memory.library import MemoryLibrary
from summittui.queries.comparison import ComparisonQuery
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
QUOTES = [quote for quote in LIBRARY.records.quotes if quote.speaker == "jd-vance"]


def test_quotes_are_offered_in_every_format_that_takes_quotes() -> None:
    export = records_export(LIBRARY, "quotes", QUOTES)
    assert set(export.forms) >= {each.title for each in FORMATS.values() if not each.is_whole}


@pytest.mark.parametrize("format_id", ["csv", "qdpx", "markdown", "web-annotation"])
def test_a_format_writes_exactly_the_quotes_that_are_shown(format_id: str) -> None:
    export = records_export(LIBRARY, "quotes", QUOTES)
    assert export.forms[FORMATS[format_id].title].make().content == FORMATS[format_id].write(LIBRARY, QUOTES).content


def test_what_is_not_carried_is_known_before_a_file_is_written() -> None:
    made = records_export(LIBRARY, "quotes", QUOTES).forms[FORMATS["qdpx"].title].make()
    assert any("no text attached" in loss for loss in made.losses)


def test_the_brief_of_a_comparison_is_offered_first_in_markdown() -> None:
    export = comparison_export(LIBRARY, compare(LIBRARY, ComparisonQuery(sides=("united-states", "china"))), "by issue")
    assert list(export.forms)[:3] == ["Brief, Markdown", "Brief, HTML", "Brief, PDF"]
    first = next(iter(export.forms.values()))
    assert first.ending == ".md"
    assert first.make().content.startswith(b"# Who stands where: United States and China\n")


def test_a_table_that_has_no_format_of_the_field_has_the_plain_ones() -> None:
    export = records_export(LIBRARY, "actors", LIBRARY.records.actors)
    assert list(export.forms) == ["JSON", "CSV", "Markdown"]


def test_a_matrix_is_also_a_network_of_exactly_the_rows_and_issues_that_are_shown() -> None:
    shown = matrix(LIBRARY).about({"tight-regulation"})
    forms = matrix_export(LIBRARY, shown).forms
    graph = nx.parse_graphml(forms["GraphML, actors x issues"].make().content.decode())
    assert {b for _, b in graph.edges} | {a for a, _ in graph.edges} == set(graph)
    assert [id_ for id_, mode in graph.nodes(data="mode") if mode == "issue"] == ["tight-regulation"]
    assert graph.number_of_edges() == sum(1 for row in shown.rows if row.cells[0].n)
    assert forms["CSV edge list, actors x issues"].make().content.startswith(b"Source,Target,Type,")


def test_pairs_are_also_a_network_of_those_that_are_shown_and_the_rest_is_said() -> None:
    shown = pairs(LIBRARY)
    made = pairs_export(LIBRARY, shown).forms["GraphML, agreement and opposition"].make()
    graph = nx.parse_graphml(made.content.decode())
    assert {frozenset(edge[:2]) for edge in graph.edges} == {
        frozenset((pair.left.id, pair.right.id)) for pair in shown.pairs
    }
    assert any("too few issues" in loss for loss in made.losses) is bool(shown.too_few)
