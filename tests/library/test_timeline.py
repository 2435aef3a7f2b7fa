"""The timeline: every moment once, under a date that is its own or says whose it is."""

import pytest
from msgspec.structs import replace

from summittui.library.answers.timeline import MomentKind, timeline, why_too_many
from summittui.library.dating import AS_STATED, BY_DECLARATION, BY_PUBLICATION
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActKind, Records
from summittui.queries.timeline import TimelineQuery
from tests.model.samples import DIRECT, PACT, RECORDS
from tests.paris import declaration, paris

LIBRARY = MemoryLibrary(paris().records)
LINE = timeline(LIBRARY)
EVERY = (*LINE.moments, *LINE.without_date)


def test_every_event_act_and_quote_is_a_moment_and_nothing_else() -> None:
    records = paris().records
    acts = [text.id for text in records.declarations for _ in text.acts]
    wanted = [*(each.id for each in records.events), *acts, *(each.id for each in records.quotes)]
    assert sorted(moment.record for moment in EVERY) == sorted(wanted)
    assert LINE.undated == len(LINE.without_date) == len(EVERY) - len(LINE.moments)


def test_the_moments_stand_by_date_and_the_vague_before_the_precise() -> None:
    dates = [moment.date for moment in LINE.moments]
    assert dates == sorted(dates)
    assert {moment.precision for moment in LINE.moments} == {"year", "day"}
    assert {moment.precision for moment in LINE.without_date} == {""}


def test_a_quote_without_a_date_of_its_own_says_that_its_date_is_the_publication() -> None:
    for moment in LINE.moments:
        if moment.kind is MomentKind.PUBLISHED:
            (source,) = moment.sources
            assert (moment.date, moment.dated_by) == (LIBRARY.source(source).published, BY_PUBLICATION)
    assert LINE.by_publication == sum(not quote.not_after for quote in paris().records.quotes)
    said = replace(DIRECT, date="2025-02-11")
    dated = timeline(MemoryLibrary(replace(RECORDS, quotes=(said,))))
    (quote,) = [moment for moment in dated.moments if moment.record == said.id]
    assert (quote.kind, quote.date, quote.dated_by) == (MomentKind.QUOTE, "2025-02-11", AS_STATED)
    assert dated.by_publication == 0


def test_an_act_takes_no_date_from_a_text_that_it_can_have_followed_by_years() -> None:
    dated = {(m.record, m.label): m for m in EVERY if m.kind is MomentKind.ACT}
    initiative = declaration("global-ai-governance-initiative")
    for act in initiative.acts:
        moment = dated[initiative.id, f"{LIBRARY.name(act.actor)}: {act.act} the {initiative.label}"]
        assert moment.date == (act.date or act.not_after or "")
    promoted = [m for m in EVERY if "promoted" in m.label]
    assert {(m.date, m.when) for m in promoted} == {("", ""), ("2025-02-11", "not after 2025-02-11")}


def test_the_latest_possible_date_is_called_so_and_stands_behind_the_known_ones() -> None:
    latest = [m for m in LINE.moments if m.when.startswith("not after")]
    assert {m.record for m in latest} == {
        "global-ai-governance-initiative",
        "vance-regulation-concerns",
        "vance-kill-industry",
        "vance-gold-standard",
    }
    same_day = [m.when for m in LINE.moments if m.date == "2025-02-11"]
    assert same_day == ["2025-02-11"] * 2 + ["not after 2025-02-11"] * 4
    assert {m.kind for m in latest} == {MomentKind.ACT, MomentKind.QUOTE}


def test_a_signature_without_a_date_says_that_its_date_is_that_of_the_text() -> None:
    signed = [m for m in LINE.moments if m.record == "paris-statement"]
    assert {(m.date, m.precision, m.dated_by) for m in signed} == {("2025", "year", BY_DECLARATION)}
    assert {m.note for m in signed} == {None}
    undated = replace(PACT, date=None, acts=tuple(replace(act, as_of=None) for act in PACT.acts))
    assert {act.act for act in undated.acts} == {ActKind.SIGNED}
    assert timeline(MemoryLibrary(replace(RECORDS, declarations=(undated,)))).undated == len(PACT.acts)


def test_a_doubtful_act_stays_doubtful_and_every_moment_names_its_sources() -> None:
    endorsed = [m for m in EVERY if "endorsed" in m.label]
    assert len(endorsed) == 3
    assert all(m.doubt for m in endorsed)
    assert all(m.sources for m in EVERY)


def test_the_moments_of_one_actor_are_those_of_it_and_who_speaks_for_it() -> None:
    line = timeline(LIBRARY, TimelineQuery(whose="united-states"))
    assert {actor for m in line.moments for actor in m.actors} == {"united-states", "jd-vance"}
    assert timeline(LIBRARY, TimelineQuery(whose="ecns")).moments == ()


def test_the_counts_are_those_of_the_moments() -> None:
    for length in (4, 7):
        said, published = LINE.counts(length), LINE.counts(length, published=True)
        assert sum(said.values()) + sum(published.values()) == len(LINE.moments)
        assert sum(published.values()) == LINE.by_publication
    assert list(LINE.counts(4)) == ["2023", "2024", "2025"]
    assert timeline(MemoryLibrary(Records())).counts() == {}


def test_a_timeline_of_everybody_that_is_too_long_for_a_screen_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    number = LIBRARY.size("quotes")
    assert why_too_many(LIBRARY, TimelineQuery()) is None
    monkeypatch.setattr("summittui.library.answers.timeline.MOST", number - 1)
    assert f"has {number:,} quotes, more than the {number - 1:,}" in (why_too_many(LIBRARY, TimelineQuery()) or "")
    assert why_too_many(LIBRARY, TimelineQuery(whose="china")) is None
    assert why_too_many(LIBRARY, TimelineQuery(scope="before:1990")) is None
