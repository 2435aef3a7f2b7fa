"""Each rule over the records: the sample is sound, and each test breaks one thing of it."""

from typing import Any

import pytest
from msgspec.structs import replace

from summittui.model import Actor, ActorId, Record, Records, Selector
from summittui.model.codec import record_from_plain, record_to_plain
from summittui.model.rules import problems
from tests.model.samples import ADA, BO, DIRECT, INDIRECT, MEETING, PACT, RECORDS, SOURCE, WRITER
from tests.model.samples import RULES as ISSUE
from tests.paris import paris


def with_record(changed: Record, records: Records = RECORDS) -> Records:
    """Return the records with the one of this id replaced."""
    tables = {name: tuple(changed if r.id == changed.id else r for r in records.table(name)) for name in _TABLES}
    return Records(**tables)  # type: ignore[arg-type]  # every record stays in its table


_TABLES = RECORDS.__struct_fields__


def found_in(changed: Record) -> list[str]:
    return [str(problem) for problem in problems(with_record(changed))]


def changed(record: Record, **fields: Any) -> Record:
    return record_from_plain(type(record), {**record_to_plain(record), **fields})


def test_the_sample_is_sound() -> None:
    assert list(problems(RECORDS)) == []


def test_the_shipped_collection_is_sound() -> None:
    assert list(problems(paris().records)) == []


SPAN = {"start": 39, "end": 59}
RULES: dict[str, tuple[Record, dict[str, Any], str]] = {
    "a source dated on no day": (SOURCE, {"published": "2025-02-30"}, "sources 'daily', published: '2025-02-30' is no"),
    "an event dated in words": (MEETING, {"date": "February"}, "events 'meeting', date: 'February' is no date; write"),
    "an act dated on no day": (
        PACT,
        {"acts": [{"actor": "ada", "act": "signed", "source": "daily", "as_of": "2025-13"}]},
        "declarations 'pact', acts[0].as_of: '2025-13' is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    "a speaker who is not there": (
        DIRECT,
        {"speaker": "eve"},
        "quotes 'ada-rules', speaker: no actor or declaration has the id 'eve'; add it or correct the id",
    ),
    "an actor of an act who is not there": (
        PACT,
        {"acts": [{"actor": "eve", "act": "signed", "source": "daily"}]},
        "declarations 'pact', acts[0].actor: no actor has the id 'eve'; add it or correct the id",
    ),
    "an id in the wrong table": (
        INDIRECT,
        {"source": "ada"},
        "quotes 'bo-rules', source: no source has the id 'ada'; add it or correct the id",
    ),
    "a span that runs backwards": (
        INDIRECT,
        {"spans": [{"start": 59, "end": 39}]},
        "quotes 'bo-rules', spans[0]: the span 59–39 is empty or runs backwards; its end must lie behind its start",
    ),
    "an empty span": (
        INDIRECT,
        {"spans": [{"start": 39, "end": 39}]},
        "quotes 'bo-rules', spans[0]: the span 39–39 is empty or runs backwards; its end must lie behind its start",
    ),
    "a span before the text": (
        INDIRECT,
        {"spans": [{"start": -1, "end": 39}]},
        "quotes 'bo-rules', spans[0]: the span -1–39 is empty or runs backwards; its end must lie behind its start",
    ),
    "a span behind the text": (
        INDIRECT,
        {"spans": [{"start": 39, "end": 75}]},
        "quotes 'bo-rules', spans[0]: the span 39–75 ends behind the text of 'daily', which has 74 characters",
    ),
    "exact words of another length": (
        DIRECT,
        {"quoted": [{"start": 11, "end": 22, "exact": "Rules!"}]},
        "quotes 'ada-rules', quoted[0]: the exact words have 6 characters, the span 11–22 does not",
    ),
    "spans that overlap": (
        INDIRECT,
        {"spans": [SPAN, {"start": 50, "end": 60}]},
        "quotes 'bo-rules', spans[1]: the span 50–60 overlaps or precedes 39–59; order them apart",
    ),
    "spans out of order": (
        INDIRECT,
        {"spans": [SPAN, {"start": 24, "end": 30}]},
        "quotes 'bo-rules', spans[1]: the span 24–30 overlaps or precedes 39–59; order them apart",
    ),
    "an outline that overlaps": (
        SOURCE,
        {"outline": [{"start": 0, "end": 30, "gist": "One."}, {"start": 29, "end": 74, "gist": "Two."}]},
        "sources 'daily', outline[1]: the span 29–74 overlaps or precedes 0–30; order them apart",
    ),
    "an act that no source states": (
        PACT,
        {"acts": [{"actor": "ada", "act": "signed"}]},
        "declarations 'pact', acts[0].source: an act needs the source that states it; give evidence or a source",
    ),
    "reported words without a gist": (
        INDIRECT,
        {"gist": None},
        "quotes 'bo-rules', gist: a quote of the kind indirect needs its content in our own words; give the gist",
    ),
    "reported words in quotation marks": (
        INDIRECT,
        {"quoted": [{"start": 39, "end": 44, "exact": "rules"}]},
        "quotes 'bo-rules', quoted: an indirect quote has no words in quotation marks; make it mixed",
    ),
    "direct words without quotation marks": (
        DIRECT,
        {"quoted": []},
        "quotes 'ada-rules', quoted: a quote of the kind direct needs the words in quotation marks; give them",
    ),
    "quoted words that are not carried": (
        DIRECT,
        {"quoted": [{"start": 11, "end": 22}]},
        "quotes 'ada-rules', quoted[0].exact: what stands in quotation marks needs its exact words; give them",
    ),
    "direct words outside the marks": (
        DIRECT,
        {"spans": [{"start": 0, "end": 22}]},
        "quotes 'ada-rules', spans[0]: the span 0–22 lies outside the quoted words; correct one of them",
    ),
    "a fragment outside the report": (
        INDIRECT,
        {"kind": "mixed", "quoted": [{"start": 24, "end": 26, "exact": "Bo"}]},
        "quotes 'bo-rules', quoted[0]: the span 24–26 lies outside the spans; correct one of them",
    ),
}


@pytest.mark.parametrize(("record", "fields", "sentence"), RULES.values(), ids=RULES)
def test_what_breaks_a_rule_is_named_with_its_place(record: Record, fields: dict[str, Any], sentence: str) -> None:
    (found,) = found_in(changed(record, **fields))
    assert found.startswith(sentence)
    assert "; " in found, "it says what to do"


SIDE = {"issue": "rules", "stance": "for", "level": "textual", "certainty": "high"}
VALUES: list[tuple[Record, dict[str, Any], str]] = [
    (SOURCE, {"sha256": "abc"}, "sha256: 'abc' is no SHA-256; write its 64 hexadecimal digits in small letters"),
    (SOURCE, {"sha256": "A" * 64}, "is no SHA-256"),
    (SOURCE, {"url": "daily.example"}, "url: 'daily.example' is no web address; write one that begins with https://"),
    (PACT, {"url": "javascript:alert(1)"}, "url: 'javascript:alert(1)' is no web address"),
    (SOURCE, {"language": "English"}, "language: 'English' is no tag of a language; write one such as en, fr-CA"),
    (SOURCE, {"length": -1}, "length: -1 is out of range"),
    (
        PACT,
        {"tallies": [{"source": "daily", "number": 10**30, "qualifier": "over", "counts": "people"}]},
        "tallies[0].number: 1000000000000000000000000000000 is out of range",
    ),
    (
        PACT,
        {"tallies": [{"source": "daily", "number": 2, "qualifier": "over", "counts": "Millionen Leute"}]},
        "tallies[0].counts: 'Millionen Leute' changes the number before it; write one number, all in digits",
    ),
    (DIRECT, {"stances": [SIDE, {**SIDE, "stance": "against"}]}, "stances[1]: stances[0] is on 'rules' too; keep one"),
    (
        PACT,
        {"acts": [{"actor": "ada", "act": "signed", "source": "daily", "stances": [SIDE, SIDE]}]},
        "acts[0].stances[1]: stances[0] is on 'rules' too",
    ),
    (
        DIRECT,
        {"speaker_at": {"start": 0, "end": 3, "digest": "xyz"}},
        "speaker_at.digest: 'xyz' is no digest; write 16 hexadecimal digits or none",
    ),
    *(
        (record, {field: text}, f"{field}: it must show something; write it")
        for record, field in ((ADA, "name"), (PACT, "title"), (SOURCE, "outlet"), (ISSUE, "pole_for"))
        for text in ("", "  ", "\u200b")
    ),
    (ADA, {"aliases": ["A", " "]}, "aliases[1]: it must show something"),
    (ADA, {"aliases": ["A", "B", "A"]}, "aliases[2]: 'A' is named twice; keep one of them"),
    (DIRECT, {"about": ["bo", "bo"]}, "about[1]: 'bo' is named twice"),
    (
        PACT,
        {"tallies": [{"source": "daily", "number": 2, "qualifier": "over", "counts": " "}]},
        "tallies[0].counts: it must show something",
    ),
    (DIRECT, {"quoted": [], "spans": [], "words": "“…”"}, "words: a quote needs its words, not punctuation alone"),
    (ADA, {"affiliation": "ada"}, "affiliation: a record cannot name itself; name another one or clear it"),
    (ADA, {"speaks_for": "ada"}, "speaks_for: a record cannot name itself"),
    (ADA, {"related": ["bo", "ada"]}, "related[1]: a record cannot name itself"),
    (SOURCE, {"digest_of": "daily"}, "digest_of: a record cannot name itself"),
    (MEETING, {"part_of": "meeting"}, "part_of: a record cannot name itself"),
    (INDIRECT, {"nested_in": "bo-rules"}, "nested_in: a record cannot name itself"),
]


@pytest.mark.parametrize(("record", "fields", "sentence"), VALUES)
def test_a_value_that_cannot_be_is_refused_with_what_to_write(
    record: Record, fields: dict[str, Any], sentence: str
) -> None:
    found = found_in(changed(record, **fields))
    assert sum(sentence in each for each in found) == 1


def test_several_coders_and_holders_may_each_have_their_stance_on_an_issue() -> None:
    stances = [SIDE, {**SIDE, "by": "Ann"}, {**SIDE, "by": "Bob", "stance": "against"}, {**SIDE, "holder": "bo"}]
    assert found_in(changed(DIRECT, stances=stances)) == []


def test_records_that_name_each_other_in_a_circle_are_refused_with_the_way_round() -> None:
    actors = (changed(ADA, speaks_for="bo"), changed(BO, speaks_for="writer"), changed(WRITER, speaks_for="ada"))
    found = [str(problem) for problem in problems(replace(RECORDS, actors=actors))]
    assert found[0] == (
        "actors 'ada', speaks_for: it leads back to the record itself, ada → bo → writer → ada; clear one of them"
    )
    assert len(found) == 3
    digests = (replace(SOURCE, digest_of="weekly"), replace(SOURCE, id="weekly", outline=(), digest_of="daily"))
    assert "daily → weekly → daily" in str(next(problems(replace(RECORDS, sources=digests))))
    related = (changed(ADA, related=["bo"]), BO, WRITER)
    assert list(problems(replace(RECORDS, actors=related))) == []


def test_an_id_that_is_taken_is_refused_whatever_the_table() -> None:
    twice = replace(RECORDS, events=(replace(MEETING, id="ada"),))
    (found,) = [str(problem) for problem in problems(twice)]
    assert found == "events 'ada', id: the id is taken by a record in actors; choose another"


@pytest.mark.parametrize("id_", ["", "Ada", "a--b", "-a", "a b", "ä", "a_b", "ada\n"])
def test_an_id_is_a_slug(id_: str) -> None:
    more = replace(RECORDS, actors=(*RECORDS.actors, replace(ADA, id=id_)))
    assert [problem.field for problem in problems(more)] == ["id"]


def test_a_source_of_unknown_length_bounds_no_span() -> None:
    far = with_record(replace(INDIRECT, spans=(Selector(39, 5000),)), with_record(replace(SOURCE, length=None)))
    assert list(problems(far)) == []


def test_every_broken_rule_is_reported_and_not_the_first_alone() -> None:
    broken = Actor(id="Eve", name="Eve", kind=ADA.kind, affiliation=ActorId("nobody"), speaks_for=ActorId("nothing"))
    more = replace(RECORDS, actors=(*RECORDS.actors, broken))
    assert [problem.field for problem in problems(more)] == ["id", "affiliation", "speaks_for"]
