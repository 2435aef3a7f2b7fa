"""What a careless reader of the two documents gets wrong, and the collection's records do not."""

from collections.abc import Iterable

import pytest

from summittui.model import (
    ActKind,
    ActorKind,
    Certainty,
    Claim,
    ClaimKind,
    Qualifier,
    Quote,
    QuoteKind,
    SourceKind,
    Stance,
    StanceValue,
)
from summittui.model.codec import record_to_plain
from summittui.model.dates import precision
from tests.paris import actor, acts_of, claim, declaration, groups_of, mentioned_at, paris, quote, source, speakers

STATEMENT = declaration("paris-statement")
INITIATIVE = declaration("global-ai-governance-initiative")
RESOLUTION = declaration("un-resolution-capacity-building")
FIFTY_EIGHT = ("nigeriapulse-58-support", "nigeriapulse-58-endorsed", "nigeriapulse-numerous-endorsed")
CHEAP = ("nigeriapulse-china-could-lead", "nigeriapulse-deepseek-affordable", "nigeriapulse-lower-barriers")


def stance_on(stances: Iterable[Stance], issue: str) -> Stance:
    (found,) = [stance for stance in stances if stance.issue == issue]
    return found


@pytest.mark.parametrize("endorser", ["the-58-countries", "european-union", "african-union"])
def test_pf01_the_58_endorsers_stay_a_doubtful_claim_of_their_source(endorser: str) -> None:
    ((text, act),) = acts_of(endorser)
    assert (text, act.act, act.certainty) == (INITIATIVE.id, ActKind.ENDORSED, Certainty.LOW)
    assert act.doubt
    assert {stance.certainty for stance in act.stances} == {Certainty.LOW}
    assert {passage.source for passage in act.evidence} == {"nigeriapulse"}
    assert all(claim(id_).doubt for id_ in FIFTY_EIGHT)
    assert all(tally.doubt for tally in INITIATIVE.tallies)


def test_pf02_the_european_and_the_african_union_are_no_countries() -> None:
    assert actor("european-union").kind is actor("african-union").kind is ActorKind.BLOC


def test_pf03_what_the_us_did_not_sign_is_the_statement() -> None:
    declined = {
        (act.actor, text.id)
        for text in paris().records.declarations
        for act in text.acts
        if act.act is ActKind.DECLINED
    }
    assert declined == {("united-states", STATEMENT.id), ("united-kingdom", STATEMENT.id)}
    assert mentioned_at("nigeriapulse", 923, 936) == {STATEMENT.id}
    assert claim("nigeriapulse-us-opted-out").doubt


def test_pf04_the_statement_and_the_initiative_are_two_texts() -> None:
    assert (STATEMENT.date, INITIATIVE.date) == ("2025", "2023")
    assert not {act.act for act in INITIATIVE.acts} & {ActKind.SIGNED, ActKind.DECLINED}
    assert {act.act for act in STATEMENT.acts} == {ActKind.SIGNED, ActKind.DECLINED}


def test_pf05_the_initiative_is_one_record_under_both_its_names() -> None:
    named = {"Global AI Governance Initiative", "Global Initiative for AI Governance"}
    bearers = [text.id for text in paris().records.declarations if named & {text.title, *text.aliases}]
    assert bearers == [INITIATIVE.id]
    assert {INITIATIVE.title, *INITIATIVE.aliases} == named
    assert {mention.source for mention in INITIATIVE.mentions} == {"stdaily", "nigeriapulse"}


def test_pf06_macron_speaks_no_quote() -> None:
    assert "emmanuel-macron" not in speakers()
    words = quote("nyt-macron-priority")
    assert (words.speaker, words.via, words.view_of) == ("new-york-times", "new-york-times", "emmanuel-macron")
    assert {stance.holder for stance in words.stances} == {"emmanuel-macron"}


def test_pf07_what_france_thought_is_the_newspapers_report_and_not_macrons() -> None:
    view = quote("nyt-france-view")
    assert (view.kind, view.speaker, view.view_of) == (QuoteKind.INDIRECT, "new-york-times", "france")
    assert {stance.holder for stance in view.stances} == {"france"}


def test_pf08_america_first_is_a_doubtful_fragment_of_the_digest() -> None:
    slogan = quote("vance-america-first")
    assert (slogan.source, slogan.kind, slogan.exact) == ("nigeriapulse", QuoteKind.MIXED, "America first")
    assert slogan.doubt
    assert [q.id for q in paris().records.quotes if "America first" in (q.exact or "")] == [slogan.id]


def test_pf09_limited_access_is_a_doubtful_paraphrase_and_no_words_of_vance() -> None:
    paraphrase = quote("vance-global-standard")
    assert (paraphrase.kind, paraphrase.quoted) == (QuoteKind.INDIRECT, ())
    assert paraphrase.doubt
    assert stance_on(paraphrase.stances, "open-access").certainty is Certainty.LOW
    assert all(stance.issue != "open-access" for stance in quote("vance-gold-standard").stances)


def test_pf10_that_europe_is_late_is_nobodys_stance_least_of_all_von_der_leyens() -> None:
    heard = quote("heard-europe-is-late")
    assert (heard.speaker, heard.via, heard.stances) == (None, "ursula-von-der-leyen", ())
    assert heard.nested_in == "von-der-leyen-up-for-grabs"


def test_pf11_the_quotation_with_ellipses_is_one_in_three_pieces() -> None:
    words = quote("von-der-leyen-up-for-grabs")
    assert [(span.start, span.end) for span in words.spans] == [(1971, 2069), (2072, 2126), (2131, 2171)]
    assert [(span.start, span.end) for span in words.quoted] == [(1971, 2171)]
    assert (words.exact or "").count("...") == 2


def test_pf12_dudfield_of_full_fact_criticises_the_uk_alone() -> None:
    words = quote("dudfield-credibility")
    assert (words.via, words.about) == ("the-guardian", ("united-kingdom",))
    assert (actor("andrew-dudfield").affiliation, actor("andrew-dudfield").speaks_for) == ("full-fact", None)


def test_pf13_delangue_speaks_to_a_newspaper_and_for_no_state() -> None:
    words = quote("delangue-deepseek")
    assert (words.addressee, words.via, words.occasion_at) == ("new-york-times", "new-york-times", None)
    assert (actor("clement-delangue").affiliation, actor("clement-delangue").speaks_for) == ("hugging-face", None)


def test_pf14_the_us_was_absent_from_a_commitment_and_not_from_the_summit() -> None:
    absence = claim("nigeriapulse-us-absent-from-commitment")
    assert STATEMENT.id in absence.about
    assert "not from the summit" in (absence.note or "")
    assert quote("vance-kill-industry").occasion == "speech at the summit"


def test_pf15_the_day_of_signing_is_not_known() -> None:
    assert precision(STATEMENT.date or "") == "year"
    assert "not stated" in (STATEMENT.date_note or "")
    assert [act.as_of for act in STATEMENT.acts] == [None] * 4


def test_pf16_each_text_keeps_its_year() -> None:
    assert [text.date for text in (INITIATIVE, RESOLUTION, STATEMENT)] == ["2023", "2024", "2025"]
    dated = {(act.act, act.date) for act in INITIATIVE.acts if act.actor == "china"}
    assert dated == {(ActKind.PROPOSED, "2023"), (ActKind.PROMOTED, None)}
    assert INITIATIVE.event is None


def test_pf17_the_backers_of_the_initiative_are_counted_once() -> None:
    assert groups_of(FIFTY_EIGHT) == {"nigeriapulse-58-support"}


def test_pf18_low_cost_is_one_claim() -> None:
    assert groups_of(CHEAP) == {"nigeriapulse-china-could-lead"}


def test_pf19_the_two_quoted_priorities_are_not_the_whole_list() -> None:
    (priorities,) = [tally for tally in STATEMENT.tallies if "priorities" in tally.counts]
    assert priorities.number == 6
    assert len([clause for clause in STATEMENT.clauses if clause.quote]) == 2


def test_pf20_a_title_is_no_speech() -> None:
    title = quote("resolution-title")
    assert (title.kind, title.speaker, title.stances) == (QuoteKind.TEXT, RESOLUTION.id, ())
    in_title = [
        q.id for q in paris().records.quotes for s in q.spans if q.source == "stdaily" and s.start < 266 and s.end > 178
    ]
    assert in_title == []


def test_pf21_zhangs_words_end_before_the_authors_praise() -> None:
    assert quote("zhang-responsible-use").spans[-1].end == 1533
    assert claim("nigeriapulse-proactive").spans[0].start == 1535


def test_pf22_vances_words_end_before_the_authors_gloss() -> None:
    gloss = claim("stdaily-us-leadership-plan")
    assert quote("vance-gold-standard").spans[-1].end < gloss.spans[0].start
    assert gloss.author == "author-stdaily"


def test_pf23_the_sentence_after_khan_has_an_uncertain_voice() -> None:
    for id_ in ("nigeriapulse-digital-silk-road", "nigeriapulse-sovereignty-praise"):
        assert "Khan" in (claim(id_).doubt or "")
        assert quote("khan-pathway").spans[-1].end < claim(id_).spans[0].start


def test_pf24_nothing_is_invented() -> None:
    khan = actor("yasir-habib-khan")
    assert (khan.roles, khan.affiliation, khan.speaks_for, quote("khan-pathway").role) == ((), None, None, None)
    written = " ".join(str(record_to_plain(record)) for record in paris().records)
    assert [name for name in ("Trump", "Modi", "India", "Beijing Review") if name in written] == []


def test_pf25_china_is_the_only_signatory_that_is_named() -> None:
    assert {act.actor for act in STATEMENT.acts if act.act is ActKind.SIGNED} == {"paris-signatories", "china"}


def test_pf26_the_general_assembly_adopted_the_resolution_and_nothing_else() -> None:
    ((text, act),) = acts_of("un-general-assembly")
    assert (text, act.act) == (RESOLUTION.id, ActKind.ADOPTED)
    assert claim("nigeriapulse-resolution-reinforces").kind is ClaimKind.EVALUATION


def test_pf27_the_support_of_over_140_nations_is_a_lower_bound_of_an_unstated_kind() -> None:
    ((_, act),) = acts_of("over-140-nations")
    assert act.act is ActKind.SUPPORTED
    assert "not stated" in (act.note or "")
    assert [(tally.qualifier, tally.number) for tally in RESOLUTION.tallies] == [(Qualifier.OVER, 140)]


def test_pf28_numbers_keep_their_qualifier() -> None:
    stated = [(tally.qualifier, tally.number) for text in (STATEMENT, INITIATIVE) for tally in text.tallies]
    assert stated == [
        (Qualifier.ABOUT, 60),
        (Qualifier.EXACTLY, 6),
        (Qualifier.EXACTLY, 58),
        (Qualifier.EXACTLY, 58),
        (Qualifier.VAGUE, None),
    ]


def test_pf29_the_uks_worry_about_global_governance_has_no_direction() -> None:
    stance = stance_on(quote("uk-global-governance").stances, "collective-governance")
    assert (stance.stance, stance.certainty) == (StanceValue.UNCLEAR, Certainty.LOW)


def test_pf30_the_label_nationalistic_is_the_digests_and_gives_vance_no_stance() -> None:
    assert quote("vance-nationalistic-label").stances == ()
    assert quote("vance-nationalistic-label").doubt
    label = claim("nigeriapulse-nationalistic-label")
    assert (label.kind, label.manner) == (ClaimKind.EVALUATION, "loaded label")
    assert "jd-vance" not in {stance.holder for stance in label.stances}


def test_pf31_he_is_zhang_and_xi_says_nothing() -> None:
    he = quote("zhang-responsible-use")
    assert he.speaker == "zhang-guoqing"
    assert he.speaker_at is not None
    assert mentioned_at("nigeriapulse", he.speaker_at.start, he.speaker_at.end) == {"zhang-guoqing"}
    assert "xi-jinping" not in speakers()


def test_pf32_words_that_stand_for_others_lead_to_whom_they_mean() -> None:
    assert mentioned_at("stdaily", 720, 738) == {"us-administration"}
    assert mentioned_at("stdaily", 1627, 1638) == {"united-states"}
    assert mentioned_at("stdaily", 1008, 1025) == {"united-states", "united-kingdom"}
    assert mentioned_at("stdaily", 1518, 1520) == mentioned_at("stdaily", 2518, 2521) == set()


def test_pf33_offsets_count_code_points_and_apostrophes_are_no_quotation_marks() -> None:
    assert (source("stdaily").length, source("nigeriapulse").length) == (4057, 3561)
    assert "wasn't" in (quote("delangue-deepseek").exact or "")
    (name,) = [m for m in actor("clement-delangue").mentions if m.form == "name"]
    assert name.end - name.start == len("Clément Delangue")
    assert all(q.exact is None or q.exact[0] not in '"“' for q in paris().records.quotes)


def test_pf34_residue_and_caption_are_no_prose_and_us_ends_no_sentence() -> None:
    prose = source("stdaily").outline[2].start
    told: list[Quote | Claim] = [*paris().records.quotes, *paris().records.claims]
    early = {record.id for record in told if record.source == "stdaily" and record.spans[0].start < prose}
    assert early == {"stdaily-side-event"}
    assert [(span.start, span.end) for span in claim("stdaily-us-declined").spans] == [(580, 645)]


def test_pf35_the_digest_is_no_second_witness() -> None:
    digest = source("nigeriapulse")
    assert (digest.kind, digest.digest_of) == (SourceKind.DIGEST, "www.ecns.cn")
    assert all("weak corroboration" in (agreement.note or "") for agreement in paris().records.agreements)
    assert "ecns" not in {quote.via for quote in paris().records.quotes}


def test_pf36_what_weighs_is_stored_as_an_evaluation() -> None:
    weighing = ("stdaily-china-humanity", "stdaily-china-contributed", "stdaily-deepseek-talk")
    assert {claim(id_).kind for id_ in weighing} == {ClaimKind.EVALUATION}


def test_pf37_deepseek_neither_speaks_nor_acts() -> None:
    assert "deepseek" not in speakers()
    assert acts_of("deepseek") == []
    assert "took part is not said" in (claim("nigeriapulse-deepseek-shown").note or "")


def test_pf38_europe_the_union_and_the_commission_are_three_actors() -> None:
    names = {"europe", "european-union", "european-commission"}
    for id_ in names:
        assert set(actor(id_).related) == names - {id_}
        assert not names & {actor(id_).affiliation, actor(id_).speaks_for}


def test_no_account_is_put_into_the_other_source() -> None:
    (uk,) = [act for act in STATEMENT.acts if act.actor == "united-kingdom"]
    assert {passage.source for passage in uk.evidence} == {"stdaily"}
    assert {tally.source for tally in STATEMENT.tallies} == {"stdaily"}
