"""Quotes that several say together: each one's in lists, queries, facets and positions; all are named."""

from msgspec.structs import replace

from summittui.exchange.as_toml import record_from_toml, record_to_toml
from summittui.library.answers.related import related
from summittui.library.answers.search import search
from summittui.library.evidence import EvidenceKind
from summittui.library.memory.facets import facet_counts
from summittui.library.memory.library import MemoryLibrary
from summittui.library.memory.matching import matching_ordinals
from summittui.model import PartyId, Quote
from summittui.model.references import references, rewritten
from summittui.model.rules import problems
from summittui.present.attribution import citation, said_by, speaker_name, speaker_of
from summittui.queries.language.parsing import parse_query
from tests.model.samples import DIRECT, RECORDS, stance

JOINT = replace(DIRECT, id="joint", joint_speakers=(PartyId("bo"),), stances=(stance(),))
LIBRARY = MemoryLibrary(replace(RECORDS, quotes=(JOINT,), claims=()))


def kept(query: str) -> list[int]:
    """Return the places of the quotes that a query keeps."""
    return list(matching_ordinals(LIBRARY, "quotes", parse_query(query)))


def test_both_are_named_where_one_would_be() -> None:
    assert speaker_of(LIBRARY, JOINT) == "Ada and Bo"
    assert "Ada and Bo" in citation(LIBRARY, JOINT)
    assert speaker_name(LIBRARY, replace(JOINT, role="minister")) == "Ada, minister and Bo"
    assert speaker_of(LIBRARY, replace(JOINT, joint_speakers=())) == "Ada"


def test_the_quote_belongs_to_each_in_lists_queries_facets_and_search() -> None:
    assert LIBRARY.quotes_by("ada") == LIBRARY.quotes_by("bo") == (JOINT,)
    assert "joint" in related(LIBRARY, "bo")
    assert {"ada", "bo"} <= related(LIBRARY, "joint")
    assert kept("by:ada") == kept("by:bo") == kept("actor:bo") == kept("bo") == [0]
    assert kept("by:writer") == []
    assert facet_counts(LIBRARY, "quotes", parse_query(""), [0])["speaker"].numbers == {"ada": 1, "bo": 1}
    assert [group.total for group in search(LIBRARY, parse_query("bó OR bo kind:direct")) if group.table == "quotes"]


def test_it_is_a_piece_of_own_words_once_for_each_who_says_it() -> None:
    for holder in ("ada", "bo"):
        (piece,) = (each for each in LIBRARY.evidence_of(holder) if each.record == "joint")
        assert (piece.kind, piece.teller, piece.record) == (EvidenceKind.WORDS, None, "joint")
        assert said_by(LIBRARY, piece) == "Ada and Bo"


def test_a_side_of_somebody_else_is_counted_once() -> None:
    told = MemoryLibrary(replace(RECORDS, quotes=(replace(JOINT, stances=(stance(holder="writer"),)),), claims=()))
    assert len(told.evidence_of("writer")) == 1
    assert not told.evidence_of("bo")


def test_it_stays_whole_as_toml_and_names_what_it_refers_to() -> None:
    assert record_from_toml(Quote, record_to_toml(JOINT), id_="joint") == JOINT
    assert "joint_speakers[0]" in [reference.field for reference in references(JOINT)]


def test_speakers_that_become_one_are_one() -> None:
    assert rewritten(JOINT, "bo", "ada").speakers == ("ada",)
    assert rewritten(JOINT, "ada", "bo").speakers == ("bo",)


def test_a_joint_speaker_is_another_than_the_speaker_and_needs_one() -> None:
    def found(quote: Quote) -> list[str]:
        return [problem.field for problem in problems(replace(RECORDS, quotes=(*RECORDS.quotes, quote)))]

    assert found(JOINT) == []
    assert found(replace(JOINT, joint_speakers=(PartyId("ada"),))) == ["joint_speakers[0]"]
    assert found(replace(JOINT, joint_speakers=(PartyId("bo"), PartyId("bo")))) == ["joint_speakers[1]"]
    assert found(replace(JOINT, speaker=None)) == ["joint_speakers"]
    assert found(replace(JOINT, joint_speakers=(PartyId("eve"),))) == ["joint_speakers[0]"]
