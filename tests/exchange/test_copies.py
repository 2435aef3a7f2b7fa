from msgspec.structs import replace

from summittui.exchange.copies import aligned_copy, comparison_copy, declarations_copy
from summittui.library.answers.clauses import compare_declarations
from summittui.library.answers.comparison import compare
from summittui.library.memory.library import MemoryLibrary
from summittui.queries.comparison import Alignment, ComparisonQuery, DeclarationsQuery
from summittui.queries.perspectives import EvidenceFilter
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)


def test_a_copied_row_is_exactly_this() -> None:
    compared = compare(
        LIBRARY,
        ComparisonQuery(sides=("jd-vance", "european-commission"), evidence_filter=EvidenceFilter(direct_only=True)),
    )
    row = next(row for row in compared.rows if row.key == compared.rows[0].key)
    lines = comparison_copy(LIBRARY, replace(compared, rows=(row,))).splitlines()
    assert lines[0] == ("**JD Vance \\| European Commission**, by issue; evidence: quoted words of their own only")
    assert lines[2].startswith(
        "| issue | state | verdict | column | perspective | position | n | stance | evidence | words | who "
    )
    assert lines[2].endswith("| source | place | via | when | doubt | record |")


def test_every_copied_quote_has_who_where_its_place_and_when() -> None:
    compared = compare(LIBRARY, ComparisonQuery(sides=("united-states", "china")))
    for text in (
        comparison_copy(LIBRARY, compared),
        aligned_copy(LIBRARY, compare(LIBRARY, ComparisonQuery(sides=("united-states", "china"), by=Alignment.DATE))),
        aligned_copy(LIBRARY, compare(LIBRARY, ComparisonQuery(sides=("united-states", "china"), by=Alignment.SOURCE))),
    ):
        quoted = [line for line in text.splitlines() if "“" in line and "| words |" in line]
        assert quoted
        for line in quoted:
            assert "JD Vance" in line
            assert "published 2025-" in line
            assert "stdaily ¶" in line or "nigeriapulse ¶" in line


def test_a_copy_alters_no_word_of_a_quote() -> None:
    text = comparison_copy(LIBRARY, compare(LIBRARY, ComparisonQuery(sides=("united-states", "ursula-von-der-leyen"))))
    words = [
        each.exact for each in LIBRARY.records.quotes if each.speaker == "jd-vance" and each.stances and each.exact
    ]
    assert words
    assert all(f"“{each}”" in text for each in words if each)


def test_copied_declarations_say_where_no_act_is_recorded() -> None:
    pair = ("paris-statement", "global-ai-governance-initiative")
    text = declarations_copy(LIBRARY, compare_declarations(LIBRARY, DeclarationsQuery(sides=pair)))
    assert text.startswith("**Paris Statement \\| Global AI Governance Initiative**, clauses, acts, numbers\n")
    assert "no act recorded" in text
