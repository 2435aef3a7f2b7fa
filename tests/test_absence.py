"""Absence is no refusal: over both collections, no line of any view tells of a refusal that no page documents."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from summittui.exchange.reports.as_markdown import report_to_markdown
from summittui.exchange.reports.brief import brief
from summittui.library.answers.clauses import compare_declarations
from summittui.library.answers.comparison import compare
from summittui.library.answers.ledger import ledger
from summittui.library.answers.timeline import timeline
from summittui.library.answers.verification.verifying import verify
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActKind, Actor, ActorKind, Declaration
from summittui.present.declarations import declarations_lines, declarations_table
from summittui.present.ledger import ledger_lines, ledger_table
from summittui.present.record import record_lines, record_paragraphs
from summittui.present.timeline import timeline_lines, timeline_table
from summittui.present.verification import verification_lines, verification_table
from summittui.queries.comparison import ComparisonQuery, DeclarationsQuery
from summittui.queries.ledger import LedgerQuery
from summittui.queries.verification import VerificationQuery
from summittui.ui.render.ledger import cell_lines
from tests.in_memory import in_memory
from tests.record import both

REFUSAL = re.compile(r"declin|refus|reject|✗|opted not|did not sign|boycott|walked", re.IGNORECASE)
DISCLAIMED = re.compile(r"(?:which is |is )?no refusal(?: documented)?|nothing says that they refused", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.;|])\s")
REFUSING = {ActKind.DECLINED, ActKind.STAYED_OUT, ActKind.DISSENTED}
TEXTS = ("bletchley-2023", "paris-statement", "new-delhi-2026")


@cache
def library() -> MemoryLibrary:
    with TemporaryDirectory() as folder:
        session = both(Path(folder))
        found = in_memory(session.library)
        session.close()
        return found


@cache
def refusers() -> frozenset[str]:
    """Return the ids of those of whom a page documents that they declined, stayed out or dissented."""
    texts = library().every(Declaration)
    return frozenset(str(act.actor) for text in texts for act in text.acts if act.act in REFUSING)


@cache
def states() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the names of the states and blocs of which nobody documents a refusal."""
    kinds = {ActorKind.STATE, ActorKind.BLOC}
    found = [each for each in library().every(Actor) if each.kind in kinds and each.id not in refusers()]
    return tuple((each.id, re.compile(rf"\b{re.escape(each.name)}\b")) for each in found)


def walked() -> Iterator[tuple[str, str]]:
    """Yield every line of the views that tell who signed, with where it stands."""
    shown = library()
    table = ledger(shown, LedgerQuery())
    yield from (("ledger", line.plain) for line in ledger_lines(table))
    yield from _rows("ledger --csv", ledger_table(table).rows)
    for record in (*shown.every(Declaration), *shown.every(Actor)):
        yield from ((f"show {record.id}", line.plain) for line in record_lines(shown, record))
        yield from ((f"detail {record.id}", line.plain) for line in record_paragraphs(shown, record))
    aligned = compare_declarations(shown, DeclarationsQuery(sides=TEXTS))
    yield from (("compare", line.plain) for line in declarations_lines(shown, aligned))
    yield from _rows("compare --csv", declarations_table(shown, aligned).rows)
    told = timeline(shown)
    yield from (("timeline", line.plain) for line in timeline_lines(shown, told))
    yield from _rows("timeline --csv", timeline_table(shown, told).rows)
    for source in ("stdaily", "nigeriapulse"):
        found = verify(shown, VerificationQuery(source=source))
        yield from ((f"verify {source}", line.plain) for line in verification_lines(shown, found))
        yield from _rows(f"verify {source} --csv", verification_table(shown, found).rows)
    compared = compare(shown, ComparisonQuery(sides=("united-states", "china", "united-kingdom", "germany")))
    yield from (("brief", line) for line in report_to_markdown(brief(shown, compared)).splitlines())


def _rows(view: str, rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    return ((view, " | ".join(row)) for row in rows)


def test_each_cell_of_the_ledger_tells_of_a_refusal_only_where_one_is_documented() -> None:
    table = ledger(library(), LedgerQuery())
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            if REFUSING.isdisjoint(act.act for act in cell.acts):
                words = " ".join(line.plain for line in cell_lines(library(), row, column, cell))
                assert not REFUSAL.search(DISCLAIMED.sub("", words)), words


def test_no_sentence_tells_of_a_refusal_of_somebody_of_whom_none_is_documented() -> None:
    refusals = [
        (view, sentence)
        for view, line in walked()
        if REFUSAL.search(line)
        for sentence in SENTENCE.split(DISCLAIMED.sub("", line))
        if REFUSAL.search(sentence)
    ]
    assert {view for view, _ in refusals} >= {"ledger", "ledger --csv", "compare", "compare --csv", "timeline", "brief"}
    for view, sentence in refusals:
        assert not [id_ for id_, name in states() if name.search(sentence)], (view, sentence)
