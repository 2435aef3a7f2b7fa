"""Words and deeds without a stance: counted beside the positions, which do not count them."""

from msgspec.structs import replace

from summittui.library.answers.comparison import compare
from summittui.library.answers.perspective import Perspective, perspective
from summittui.library.answers.uncoded import Uncoded, uncoded
from summittui.library.memory.library import MemoryLibrary
from summittui.present.columns import uncoded_words
from summittui.present.comparison import not_coded_words
from summittui.queries.comparison import ComparisonQuery
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
EVERYBODY = tuple(actor.id for actor in paris().records.actors)


def counted_one_by_one(column: Perspective) -> Uncoded:
    quotes = [quote for quote in paris().records.quotes if set(quote.speakers) & set(column.members)]
    acts = [act for each in paris().records.declarations for act in each.acts if act.actor in column.members]
    return Uncoded(sum(not quote.stances for quote in quotes), sum(not act.stances for act in acts))


def test_what_carries_no_stance_is_counted() -> None:
    found = {id_: uncoded(LIBRARY, perspective(LIBRARY, id_)) for id_ in (*EVERYBODY, "paris-statement", "stdaily")}
    assert found == {id_: counted_one_by_one(perspective(LIBRARY, id_)) for id_ in found}
    assert any(each.quotes for each in found.values())
    assert any(each.deeds for each in found.values())


def test_a_camp_of_all_counts_a_quote_once() -> None:
    everybody = Perspective(id="all", label="All", members=EVERYBODY, folded=False)
    assert uncoded(LIBRARY, everybody) == counted_one_by_one(everybody)


def test_who_acted_without_a_stance_is_not_just_silent() -> None:
    records = paris().records
    bare = tuple(
        replace(each, acts=tuple(replace(act, stances=()) for act in each.acts)) for each in records.declarations
    )
    compared = compare(
        MemoryLibrary(replace(records, declarations=bare)), ComparisonQuery(sides=("united-kingdom", "france"))
    )
    assert compared.uncoded == (Uncoded(deeds=1), Uncoded())
    assert not_coded_words(compared) == "A 1 deed without a stance"


def test_in_words() -> None:
    assert uncoded_words(Uncoded(quotes=3, deeds=1)) == "3 quotes and 1 deed without a stance"
    assert uncoded_words(Uncoded(quotes=1)) == "1 quote without a stance"
