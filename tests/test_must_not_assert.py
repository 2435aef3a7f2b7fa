"""Fourteen things that the two sources do not say, and that no record, position, comparison or screen may say."""

import re

import pytest
from msgspec.structs import replace

from summittui.library.evidence import EvidenceKind
from summittui.model import ActKind, Certainty, Claim, Quote, StanceValue
from summittui.present.attribution import citation
from summittui.present.signs import DOUBTFUL
from summittui.ui.render.declaration import declaration_line
from summittui.ui.render.detail import detail
from summittui.ui.render.quote_row import quote_row
from summittui.ui.row_columns import RowColumns
from tests.paris import actor, acts_of, claim, declaration, paris, quote, speakers
from tests.shown import LIBRARY, WIDTH, Shown, cells, comparisons, declared, evidence, lines, saying, shown

STATEMENT, INITIATIVE, RESOLUTION = (
    "paris-statement",
    "global-ai-governance-initiative",
    "un-resolution-capacity-building",
)
ENDORSERS = ("european-union", "african-union", "the-58-countries")


HEAD = r"[▲▼◆△▽◇?] (for|against|mixed|unclear|told)\b.*(quoted|reported|deeds|said about) \d"
"""The head of a cell, or of a position in a detail."""


def test_the_screens_that_are_looked_at_show_something() -> None:
    assert len(comparisons()) > 200
    assert len(cells()) > 100
    assert len(declared()) > 50
    assert {each.place for each in lines()} == {record.id for record in paris().records}


def test_1_macron_says_nothing() -> None:
    assert "emmanuel-macron" not in speakers()
    for piece in LIBRARY.evidence_of("emmanuel-macron"):
        assert (piece.kind, piece.teller) == (EvidenceKind.SAID_ABOUT, "new-york-times")
    words = "ensuring that Europe does not fall behind"
    assert quote("nyt-macron-priority").exact is not None
    assert words in (quote("nyt-macron-priority").exact or "")
    for each in saying(words):
        assert re.search(r"The New York Times( on Emmanuel Macron)?: |New York Times", each.text) or (
            each.place == "nyt-macron-priority"
        ), each
        assert not re.search(r"Emmanuel Macron(, French President)? (\(|·)", each.text), each


def test_1_whoever_reads_macrons_column_sees_that_it_is_told_by_others() -> None:
    heads = [e.text for e in cells() if e.place.startswith("emmanuel-macron /") and re.match(HEAD, e.text)]
    assert heads
    assert all("as told by The New York Times; no words of its own" in head for head in heads)
    assert not [head for head in heads if head[0] in "▲▼◆"]
    told = [line.plain for line in detail(LIBRARY, quote("nyt-macron-priority"))]
    assert "the words are those of The New York Times about Emmanuel Macron, not Emmanuel Macron's" in told


def test_2_nobody_refused_to_sign_the_initiative() -> None:
    assert ActKind.DECLINED not in {act.act for act in declaration(INITIATIVE).acts}
    assert ActKind.SIGNED not in {act.act for act in declaration(INITIATIVE).acts}
    for _, piece in evidence():
        if piece.act is ActKind.DECLINED:
            assert piece.declaration == STATEMENT
    for each in saying("Initiative"):
        for entry in each.text.split(" · "):
            assert not re.search(r"(declined|refused|✗)[^.;]*Initiative", entry), each


def test_3_the_eu_and_the_au_endorsed_the_initiative_only_with_doubt() -> None:
    for endorser in ENDORSERS:
        ((text, act),) = acts_of(endorser)
        assert (text, act.act, act.certainty, bool(act.doubt)) == (INITIATIVE, ActKind.ENDORSED, Certainty.LOW, True)
    assert all(piece.doubt for _, piece in evidence() if piece.act is ActKind.ENDORSED)


def test_3_every_entry_that_tells_of_the_endorsement_tells_the_doubt() -> None:
    found = [
        each
        for each in (*saying("endorsed"), *saying("58"))
        if (each.place.split(" /")[0] in ENDORSERS or re.search(r"EU|AU|Union|58", each.text))
        and re.search(r"endorsed.*Initiative|endorsed (European|African|The 58)|58 countries (support|said)", each.text)
    ]
    assert len(found) > 5
    for each in found:
        told = [line.plain for line in detail(LIBRARY, LIBRARY.get(each.place))] if " / " not in each.place else []
        assert DOUBTFUL in each.text or any(line.startswith(f"{DOUBTFUL}: ") for line in told), each


def test_3_a_position_that_rests_on_the_doubtful_endorsement_alone_says_so() -> None:
    for endorser in ENDORSERS:
        assert {e.text.splitlines()[0].count(DOUBTFUL) > 0 for e in _sides_of(endorser)} == {True}
    assert not any(DOUBTFUL in each.text for each in _sides_of("france"))


def test_3_a_row_names_no_actor_whose_act_is_doubtful() -> None:
    initiative = declaration(INITIATIVE)
    doubtful = replace(initiative, acts=tuple(act for act in initiative.acts if act.doubt))
    assert {act.actor for act in doubtful.acts} == set(ENDORSERS)
    row = declaration_line(LIBRARY, doubtful, WIDTH).plain
    assert not [id_ for id_ in ENDORSERS if LIBRARY.name(id_) in row]


def _sides_of(id_: str) -> list[Shown]:
    """Return where it is said which side an actor takes: the heads of its cells, and the positions of its detail."""
    heads = [e for e in cells() if e.place.startswith(f"{id_} /") and re.match(HEAD, e.text)]
    own = [e for e in lines() if e.place == id_ and re.match(rf"  [^:]*: {HEAD}", e.text)]
    assert heads
    assert own
    return [*heads, *own]


@pytest.mark.parametrize("id_", ["european-union", "african-union", "france", "european-commission", "europe"])
def test_4_neither_the_eu_nor_the_au_nor_france_signed_the_statement(id_: str) -> None:
    assert STATEMENT not in {text for text, _ in acts_of(id_)}
    assert not [each for each in cells() if each.place.startswith(f"{id_} /") and "signed" in each.text.split("\n")[0]]
    acts = [line.plain for line in detail(LIBRARY, declaration(STATEMENT)) if re.match(r"  [✓✗] ", line.plain)]
    assert acts
    assert not [act for act in acts if actor(id_).name in act.split(" · ")[0]]


def test_5_the_digest_says_nothing_of_the_uk() -> None:
    (declined,) = [act for text, act in acts_of("united-kingdom") if text == STATEMENT]
    assert {passage.source for passage in declined.evidence} == {"stdaily"}
    uk = {"united-kingdom", "uk-government"}
    sources = {told.source for told in paris().records.quotes if uk & {*told.about, told.speaker}}
    assert sources | {told.source for told in paris().records.claims if uk & {*told.about}} == {"stdaily"}
    for each in saying("✗ declined", "United Kingdom"):
        assert "stdaily ¶" in each.text
        assert "nigeriapulse ¶" not in each.text
    told = [each for each in cells() if each.place.startswith("united-kingdom /") and "¶" in each.text]
    assert told
    assert not [each for each in told if "nigeriapulse ¶" in each.text]


def test_5_america_first_is_the_digests_and_doubtful() -> None:
    bearers = [each for each in paris().records.quotes if "America first" in (each.exact or "")]
    assert [(each.source, bool(each.doubt)) for each in bearers] == [("nigeriapulse", True)]
    entries = [each for each in saying("“America first”") if each.place != "vance-america-first"]
    assert entries
    for each in entries:
        assert "nigeriapulse" in each.text, each
        assert "stdaily ¶" not in each.text, each
        assert DOUBTFUL in each.text or " / " not in each.place, each


def test_6_dudfield_of_full_fact_criticises_the_uk_and_nobody_else() -> None:
    words = [each for each in paris().records.quotes if each.speaker == "andrew-dudfield"]
    assert [each.about for each in words] == [("united-kingdom",)]
    assert (actor("andrew-dudfield").affiliation, actor("andrew-dudfield").speaks_for) == ("full-fact", None)
    assert {piece.holder for _, piece in evidence() if piece.record == "dudfield-credibility"} == {"andrew-dudfield"}
    us = [each for each in shown() if each.place.split(" /")[0] in {"united-states", "us-administration", "jd-vance"}]
    assert us
    assert not [each for each in us if "Dudfield" in each.text]
    assert not [
        each
        for each in saying("Dudfield")
        if re.search(r"Belongs to: The Guardian|Dudfield (of|,) The Guardian", each.text)
    ]


def test_7_von_der_leyen_does_not_believe_that_europe_is_late() -> None:
    heard = quote("heard-europe-is-late")
    assert (heard.speaker, heard.stances, heard.nested_in) == (None, (), "von-der-leyen-up-for-grabs")
    assert "I disagree" in (quote("von-der-leyen-up-for-grabs").exact or "")
    assert "heard-europe-is-late" not in {piece.record for _, piece in evidence()}
    assert citation(LIBRARY, heard).split(" — ")[1].startswith("unnamed others ")
    assert "unnamed others" in quote_row(LIBRARY, heard, WIDTH, RowColumns())[1].plain
    told = [line.plain for line in detail(LIBRARY, heard)]
    name = "Ursula von der Leyen"
    assert f"told by {name} inside another quote; not {name}'s own view" in told
    for each in saying("Europe is late"):
        assert "I disagree" in each.text, each


def test_8_xi_jinping_says_nothing() -> None:
    assert "xi-jinping" not in speakers()
    assert {piece.kind for piece in LIBRARY.evidence_of("xi-jinping")} == {EvidenceKind.DEEDS}
    assert not [e for e in cells() if re.search(r"^ {4}Xi Jinping · ", e.text, re.MULTILINE)]
    assert not [each for each in lines() if " — Xi Jinping" in each.text]
    heads = [e.text for e in _sides_of("xi-jinping") if e.place.startswith("xi-jinping /")]
    assert all("no words of its own" in head for head in heads)


def test_9_the_general_assembly_adopted_the_resolution_and_not_the_initiative() -> None:
    assert [(text, act.act) for text, act in acts_of("un-general-assembly")] == [(RESOLUTION, ActKind.ADOPTED)]
    adopted = {piece.declaration for _, piece in evidence() if piece.act is ActKind.ADOPTED}
    assert adopted <= {RESOLUTION}
    assert not [each for each in shown() if re.search(r"adopted (the )?Global", each.text)]
    for each in lines():
        if each.place == INITIATIVE:
            assert not re.search(r"✓ adopted", each.text), each


def test_10_no_source_gives_the_statement_58_signatories() -> None:
    stated = [(tally.source, tally.number) for tally in declaration(STATEMENT).tallies]
    assert (stated, 58 in {number for _, number in stated}) == ([("stdaily", 60), ("stdaily", 6)], False)
    assert not [each for each in lines() if each.place == STATEMENT and "58" in each.text]
    assert not [each for each in saying("58") if re.search(r"58 (countries |nations )?(that )?sign", each.text)]
    about = (each for each in paris().records.claims if STATEMENT in each.about)
    assert not [each for each in about if "58" in each.gist]


def test_11_the_initiative_was_not_launched_at_the_summit_nor_in_2025() -> None:
    initiative = declaration(INITIATIVE)
    assert (initiative.date, initiative.event) == ("2023", None)
    assert {act.date for act in initiative.acts} == {"2023", None}
    assert "advanced, not launched" in (initiative.date_note or "")
    assert not [each for each in lines() if each.place == INITIATIVE and "2025" in each.text]
    for each in saying("launched"):
        assert re.search(r"\bnot launched", each.text), each


def test_12_the_us_was_not_absent_from_the_summit() -> None:
    absence = claim("nigeriapulse-us-absent-from-commitment")
    assert "commitment" in absence.gist
    assert "not from the summit" in (absence.note or "")
    assert "stdaily-vance-spoke" in {each.id for each in paris().records.claims}
    absent = [each for each in shown() if re.search(r"\babsen(t|ce)\b", each.text)]
    assert absent
    for each in absent:
        assert "not from the summit" in each.text or each.place.startswith("nigeriapulse-"), each
    for each in saying("absent from the summit"):
        assert "not absent" in each.text, each


def test_13_what_140_nations_did_is_neither_signing_nor_voting() -> None:
    assert [(text, act.act) for text, act in acts_of("over-140-nations")] == [(RESOLUTION, ActKind.SUPPORTED)]
    found = saying("140")
    assert found
    for each in found:
        assert not re.search(r"140[^.]*\b(signed|voted)\b(?! for it or sponsored it is not stated)", each.text), each
        assert not re.search(r"exactly 140|about 140", each.text), each
    assert [each for each in lines() if each.place == RESOLUTION and "over 140 nations" in each.text]


def test_14_khan_has_a_name_and_nothing_else() -> None:
    khan = actor("yasir-habib-khan")
    assert (khan.roles, khan.affiliation, khan.speaks_for, khan.aliases) == ((), None, None, ())
    (words,) = [each for each in paris().records.quotes if each.speaker == "yasir-habib-khan"]
    assert words.role is None
    assert not [each for each in shown() if re.search(r"Yasir Habib Khan(,| is | \()(?!reported)", each.text)]
    assert not [line.plain for line in detail(LIBRARY, khan) if re.match(r"(Role|Belongs to|Speaks for):", line.plain)]


def in_column(declaration_id: str) -> list[Shown]:
    """Return what stands in the column of one declaration, side by side with others."""
    found = [each for each in declared() if each.place.startswith(f"{declaration_id} / ")]
    assert found
    return found


def test_declarations_side_by_side_let_each_actor_do_only_what_is_recorded_with_each() -> None:
    for each in paris().records.declarations:
        done: dict[str, set[str]] = {}
        for act in each.acts:
            done.setdefault(f"{each.id} / act {act.actor}", set()).add(act.act.value)
        for entry in in_column(each.id):
            if " / act " in entry.place:
                words = done.get(entry.place)
                told = entry.text.split(": ", 1)[1]
                assert any(word in told for word in words) if words else told.startswith("· no act"), entry


def test_declarations_side_by_side_carry_every_doubt_of_an_act_and_of_a_number() -> None:
    for each in paris().records.declarations:
        found = in_column(each.id)
        doubts = [act.doubt for act in each.acts if act.doubt] + [tally.doubt for tally in each.tallies if tally.doubt]
        assert all(any(f"{DOUBTFUL}: {doubt}" in entry.text for entry in found) for doubt in doubts)
    endorsed = [entry for entry in declared() if re.search(r": \S+ endorsed", entry.text)]
    assert len(endorsed) == len(ENDORSERS)
    assert all(DOUBTFUL in entry.text for entry in endorsed)


def test_declarations_side_by_side_give_every_number_its_source() -> None:
    for each in paris().records.declarations:
        numbers = [entry.text for entry in in_column(each.id) if entry.place.endswith(" / tallies")]
        told = [text for text in numbers if "no number stated" not in text]
        assert len(told) == len(each.tallies)
        for tally in each.tallies:
            words = f"{tally.qualifier} {tally.number}" if tally.number else tally.counts
            assert any(words in text and f"{tally.source} ¶" in text for text in told), tally


@pytest.mark.parametrize("doubted", [q for q in paris().records.quotes if q.doubt], ids=lambda each: each.id)
def test_a_doubtful_quote_is_doubtful_wherever_it_is_shown(doubted: Quote) -> None:
    assert DOUBTFUL in quote_row(LIBRARY, doubted, WIDTH, RowColumns())[0].plain
    assert "Doubtful: " in citation(LIBRARY, doubted)
    assert any(line.plain.startswith(f"{DOUBTFUL}: ") for line in detail(LIBRARY, doubted))


@pytest.mark.parametrize("doubted", [c for c in paris().records.claims if c.doubt], ids=lambda each: each.id)
def test_a_doubtful_claim_is_shown_with_its_author_its_source_and_its_doubt(doubted: Claim) -> None:
    text = "\n".join(line.plain for line in detail(LIBRARY, doubted))
    assert f"{DOUBTFUL}: " in text
    assert LIBRARY.name(doubted.author) in text
    assert f"{doubted.source} ¶" in text


def test_every_doubtful_piece_of_evidence_carries_its_doubt_into_its_cell() -> None:
    doubts = {piece.doubt for _, piece in evidence() if piece.doubt}
    assert doubts
    for doubt in doubts:
        assert [each for each in cells() if f"{DOUBTFUL}: {doubt}" in each.text]


def test_no_comparison_gives_a_silent_cell_a_side() -> None:
    for comparison in comparisons():
        for row in comparison.rows:
            assert all((cell.stance is None) is (cell.n == 0) for cell in row.positions)
            assert all(cell.stance in {None, *StanceValue} for cell in row.positions)
            assert len(row.positions) == len(comparison.columns)
