"""Perspectives by declarations: signed, declined, silent; a bloc stands beside its members, and for nobody else."""

import pytest
from msgspec.structs import replace

from summittui.exchange.reports.as_markdown import report_to_markdown
from summittui.exchange.reports.brief import brief
from summittui.library.answers.acts import compare_acts
from summittui.library.answers.clauses import compare_declarations
from summittui.library.answers.comparison import compare
from summittui.library.answers.ledger import ledger
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    Act,
    ActKind,
    Actor,
    ActorId,
    ActorKind,
    Declaration,
    InputError,
    ListStatus,
    Records,
    Source,
    SourceId,
    SourceKind,
)
from summittui.present.acts import acts_lines, acts_table, cell_brief, cell_words, row_words
from summittui.present.declarations import done_words as declared_words
from summittui.queries.comparison import ComparisonQuery, DeclarationsQuery
from summittui.queries.ledger import LedgerQuery, Standing
from summittui.ui.render.acts import collapsed_acts


def act(actor: str, kind: ActKind, source: str = "paper", **more: object) -> Act:
    return Act(actor=ActorId(actor), act=kind, source=SourceId(source), **more)  # type: ignore[arg-type]


ACTORS = (
    Actor(id="arda", name="Arda", kind=ActorKind.STATE),
    Actor(id="bela", name="Bela", kind=ActorKind.STATE),
    Actor(id="cyra", name="Cyra", kind=ActorKind.STATE),
    Actor(id="minister", name="The minister", kind=ActorKind.PERSON, speaks_for=ActorId("arda")),
    Actor(id="union", name="The Union", kind=ActorKind.BLOC, members=(ActorId("arda"), ActorId("bela"))),
)
PACT = Declaration(
    id="pact",
    title="The Pact",
    label="The Pact",
    kind="declaration",
    date="2025-02-11",
    list_status=ListStatus.COMPLETE,
    acts=(
        act("arda", ActKind.SIGNED, date="2025-02-11", as_of="2025-02-11"),
        act("arda", ActKind.SIGNED, source="digest"),
        act("bela", ActKind.DECLINED, doubt="One paper alone."),
        act("union", ActKind.ADOPTED, date="2025-02"),
    ),
)
PLAN = Declaration(
    id="plan", title="The Plan", label="The Plan", kind="plan", date="2024", acts=(act("union", ActKind.ENDORSED),)
)
SOURCES = tuple(Source(id=id_, kind=SourceKind.ARTICLE, outlet=id_.title()) for id_ in ("paper", "digest"))
LIBRARY = MemoryLibrary(Records(actors=ACTORS, declarations=(PACT, PLAN), sources=SOURCES))


def test_absence_is_never_a_refusal_and_makes_no_difference() -> None:
    _, pact = compare_acts(LIBRARY, ComparisonQuery(sides=("arda", "cyra"))).rows
    assert row_words(pact) == "signed: A · not listed: B"
    assert not pact.differs
    assert compare_acts(LIBRARY, ComparisonQuery(sides=("arda", "bela"))).differing.rows[0].declaration is PACT


def test_a_bloc_stands_beside_its_member_and_says_nothing_of_another() -> None:
    plan, pact = compare_acts(LIBRARY, ComparisonQuery(sides=("arda", "cyra"))).rows
    assert [beside.bloc.id for beside in plan.cells[0].beside] == ["union"]
    assert not plan.cells[0].acts
    assert not plan.cells[1].beside
    assert row_words(plan) == "no act recorded: A, B"
    assert "signed" in row_words(pact)


def test_the_members_of_a_bloc_are_counted_each_for_itself() -> None:
    _, pact = compare_acts(LIBRARY, ComparisonQuery(sides=("union", "cyra"))).rows
    lines = "\n".join(
        line.plain for line in acts_lines(LIBRARY, compare_acts(LIBRARY, ComparisonQuery(sides=("union", "cyra"))))
    )
    assert row_words(pact) == "adopted: A · not listed: B"
    assert "its members, each for itself: 1 signed, 1 declined (doubtful)" in lines
    assert "A bloc stands apart from its members" in lines


def test_a_collapsed_cell_keeps_what_blocs_and_members_did_apart_and_has_the_sign_of_the_act() -> None:
    plan, pact = compare_acts(LIBRARY, ComparisonQuery(sides=("arda", "cyra"))).rows
    assert [cell_brief(row.cells[0]) for row in (plan, pact)] == ["only The Union endorsed", "signed"]
    assert cell_words(plan.cells[0]) == "no act recorded; beside it, The Union: endorsed"
    silent = replace(PACT, acts=tuple(each for each in PACT.acts if each.actor != "union"))
    library = MemoryLibrary(Records(actors=ACTORS, declarations=(silent,), sources=SOURCES))
    compared = compare_acts(library, ComparisonQuery(sides=("union", "arda", "bela")))
    cells = compared.rows[0].cells
    assert cell_brief(cells[0]) == "only members: 1 signed, 1 declined (doubtful)"
    lines = [line.plain for line in acts_lines(library, compared, collapsed=True)]
    assert "  A The Union: not listed; its members, each for itself: 1 signed, 1 declined (doubtful)" in lines
    row = collapsed_acts(compared.rows[0])
    assert [cell[0].plain[0] for cell in row.cells] == ["·", "✓", "✗"]
    assert row.label.plain[: row.label_cells] == "The Pact"


def test_declarations_come_by_date_and_one_alone_is_refused() -> None:
    assert [row.declaration.id for row in compare_acts(LIBRARY, ComparisonQuery(sides=("arda", "bela"))).rows] == [
        "plan",
        "pact",
    ]
    assert compare_acts(LIBRARY, ComparisonQuery(sides=("cyra", "minister"))).rows == ()
    with pytest.raises(InputError, match="one perspective alone"):
        compare_acts(LIBRARY, ComparisonQuery(sides=("arda",)))


def test_the_table_has_every_act_with_whose_it_is_and_every_absence() -> None:
    rows = acts_table(LIBRARY, compare_acts(LIBRARY, ComparisonQuery(sides=("arda", "bela")))).rows
    pact = [row[4:10] for row in rows if row[0] == "The Pact"]
    assert [row[:4] for row in pact] == [
        ("Arda", "its own", "Arda", "signed on 2025-02-11, as of 2025-02-11"),
        ("Arda", "its own", "Arda", "signed"),
        ("Arda", "a bloc beside it", "The Union", "adopted in 2025-02"),
        ("Bela", "its own", "Bela", "declined"),
        ("Bela", "a bloc beside it", "The Union", "adopted in 2025-02"),
    ]
    assert pact[3][5] == "One paper alone."


def test_a_brief_tells_an_act_once_with_a_note_for_each_source_that_tells_it() -> None:
    text = report_to_markdown(brief(LIBRARY, compare(LIBRARY, ComparisonQuery(sides=("arda", "bela")))))
    (row,) = [line for line in text.splitlines() if line.startswith("| **The Pact**")]
    assert "| ✓ signed on 2025-02-11 [^2][^3]<br>beside it, The Union: ✓ adopted in 2025-02 [^4] |" in row
    assert "✗ declined (doubtful) [^5]" in row
    notes = [line for line in text.splitlines() if line.startswith(("[^2]:", "[^3]:"))]
    assert ["Paper (paper)" in note for note in notes] == [True, False]
    assert "Digest (digest)" in notes[1]


def told(*acts: Act) -> MemoryLibrary:
    """Return a library in which acts on one text are all that is told of it."""
    text = Declaration(id="text", title="Text", label="Text", kind="text", date="2025", acts=acts)
    return MemoryLibrary(Records(actors=ACTORS, declarations=(text, PLAN), sources=SOURCES))


def test_a_doubtful_act_never_outvotes_another_one() -> None:
    declined, rumour = act("arda", ActKind.DECLINED), act("arda", ActKind.SIGNED, "digest", doubt="A rumour.")
    library = told(declined, rumour, act("bela", ActKind.SIGNED))
    (row,) = ledger(library, LedgerQuery(declarations=("text",), actors="arda")).rows
    assert row.cells[0].standing is Standing.DECLINED
    assert not row.cells[0].doubtful
    (text, _) = reversed(compare_acts(library, ComparisonQuery(sides=("arda", "bela"))).rows)
    assert row_words(text) == "declined and signed (doubtful): A · signed: B"
    assert text.differs
    found = compare_declarations(library, DeclarationsQuery(sides=("text", "plan")))
    arda = next(each for each in found.acts if each.actor == "arda")
    assert declared_words(found, arda) == "declined Text"


def test_two_sources_that_tell_one_text_two_ways_are_no_change_of_mind() -> None:
    library = told(act("arda", ActKind.DECLINED), act("arda", ActKind.SIGNED, "digest"))
    found = compare_declarations(library, DeclarationsQuery(sides=("text", "plan")))
    arda = next(each for each in found.acts if each.actor == "arda")
    assert declared_words(found, arda) == "declined and signed Text (2025)"
    (row, _) = reversed(compare_acts(library, ComparisonQuery(sides=("arda", "bela"))).rows)
    assert not row.differs  # of Bela nothing is known
