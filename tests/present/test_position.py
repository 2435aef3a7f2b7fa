"""A position over two summits or two collections says so, wherever it is worded."""

from pathlib import Path

from msgspec.structs import replace

from summittui.exchange.plain import plain_comparison
from summittui.exchange.reports.as_markdown import report_to_markdown
from summittui.exchange.reports.brief import brief
from summittui.library.answers.comparison import compare
from summittui.library.answers.matrix import matrix
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Actor, Certainty, Declaration, IssueId, Level, Stance, StanceValue
from summittui.present.actor import actor_paragraphs
from summittui.present.position import merged_words, position_words
from summittui.present.tables import comparison_table
from summittui.queries.comparison import ComparisonQuery
from summittui.queries.matrix import MatrixQuery
from tests.in_memory import in_memory
from tests.record import both

ISSUE = IssueId("collective-governance")
ENDORSED = Stance(issue=ISSUE, stance=StanceValue.FOR, level=Level.TEXTUAL, certainty=Certainty.HIGH)
SAID = "of AI Action Summit, Paris 2025"


def coded(library: MemoryLibrary) -> MemoryLibrary:
    """Return a library in which somebody has read a side out of China's deed in New Delhi."""
    delhi = library.get_as(Declaration, "new-delhi-2026")
    acts = tuple(replace(act, stances=(ENDORSED,)) if act.actor == "china" else act for act in delhi.acts)
    texts = tuple(replace(delhi, acts=acts) if each.id == delhi.id else each for each in library.records.declarations)
    return MemoryLibrary(replace(library.records, declarations=texts), collections_of=library.collections_of)


def test_what_puts_two_summits_and_two_collections_together_says_so_everywhere(tmp_path: Path) -> None:
    shipped = in_memory(both(tmp_path).library)
    everybody = tuple(each.id for each in shipped.records.actors)
    rows = matrix(shipped, MatrixQuery(perspectives=everybody, folded=True)).rows
    merged = {(row.perspective.id, cell.issue) for row in rows for cell in row.cells if merged_words(shipped, cell)}
    assert merged == {("china", ISSUE)}  # its Initiative is of 2023
    library = coded(shipped)
    comparison = compare(library, ComparisonQuery(sides=("china", "european-union"), issues=(ISSUE,)))
    (row,) = comparison.rows
    words = merged_words(library, row.positions[0])
    assert words.startswith(SAID)
    assert "India AI Impact Summit, New Delhi (1) together" in words
    assert words.endswith("of the collections ai-declarations and paris-2025 together")
    assert words in position_words(library, row.positions[0])
    assert words in str(plain_comparison(library, comparison))
    assert any(words in cell for line in comparison_table(library, comparison).rows for cell in line)
    assert SAID in report_to_markdown(brief(library, comparison))
    assert any(words in text for line in actor_paragraphs(library, library.get_as(Actor, "china")) for text, _ in line)
    limited = library.limited("event:new-delhi-summit")
    rest = compare(limited, ComparisonQuery(sides=("china", "india")))
    assert not any(merged_words(limited, cell) for row in rest.rows for cell in row.positions)
