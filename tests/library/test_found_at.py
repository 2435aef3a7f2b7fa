from summittui.library.answers.annotations_at import doubts_at, tallies_at
from summittui.library.memory.library import MemoryLibrary
from tests.paris import disagreement, paris


def test_numbers_and_doubts_are_those_at_the_spans_of_the_source() -> None:
    library = MemoryLibrary(paris().records)
    told = {str(side.source): side for side in disagreement("what-sixty-or-58-backed").sides}
    daily, pulse = told["stdaily"], told["nigeriapulse"]
    assert [tally.number for _, tally in tallies_at(library, "stdaily", daily.spans)] == [60]
    assert {tally.number for _, tally in tallies_at(library, "nigeriapulse", pulse.spans)} == {58}
    assert doubts_at(library, "stdaily", daily.spans) == ()
    assert any("58 belong to the Paris Statement" in doubt for doubt in doubts_at(library, "nigeriapulse", pulse.spans))
    assert tallies_at(library, "nigeriapulse", daily.spans[:0]) == ()
