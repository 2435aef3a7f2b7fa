"""The public record: facts with page, date and certainty; absence is nowhere a refusal."""

import pycountry
import pytest

from summittui.model import ActKind, ActorKind, Certainty, Fidelity, ListStatus, Ruling, SeenAs
from summittui.model.countries import CODES
from tests.record import acts_by_actor, declaration, record, record_library

RECORDS = record().records
USER_ASSIGNED = {"XKX"}
DOCUMENTED_REFUSALS = {
    ("paris-statement", "united-states"),
    ("paris-statement", "united-kingdom"),
    ("reaim-2024", "china"),
    ("reaim-2024", "israel"),
    ("reaim-2026", "united-states"),
    ("reaim-2026", "china"),
}
DOCUMENTED_ABSENCES = {
    *(("reaim-2023", actor) for actor in ("india", "brazil", "south-africa")),
    *(("us-military-ai-declaration-2023", actor) for actor in ("china", "russia", "north-korea")),
}


def test_it_has_23_declarations_18_utterances_and_26_checks() -> None:
    assert len(RECORDS.declarations) == 23
    spoken = {quote.utterance for quote in RECORDS.quotes if quote.kind != "text"}
    assert len(spoken) == 18
    assert len(RECORDS.checks) == 26


def test_codes_are_those_of_iso_3166() -> None:
    assert {country.alpha_3 for country in pycountry.countries} | USER_ASSIGNED == CODES


def test_every_state_has_its_code_and_nothing_else_has_one() -> None:
    codes = [actor.iso for actor in RECORDS.actors if actor.kind is ActorKind.STATE]
    assert None not in codes
    assert len(codes) == len(set(codes))
    assert all(actor.iso is None for actor in RECORDS.actors if actor.kind is not ActorKind.STATE)


@pytest.mark.parametrize("name", ["France", "Türkiye", "South Korea", "Côte d'Ivoire", "Holy See", "Palestine"])
def test_codes_mean_the_states_that_bear_them(name: str) -> None:
    library = record_library()
    actor = next(each for each in library.records.actors if each.id == library.resolve(name, ("actors",)))
    country = pycountry.countries.get(alpha_3=actor.iso or "")
    assert country
    assert actor.name in {country.name, getattr(country, "common_name", ""), *actor.aliases, name}
    assert pycountry.countries.search_fuzzy(name)[0] == country or name == "South Korea"


def test_every_act_has_a_page_and_an_as_of_date() -> None:
    for one in RECORDS.declarations:
        for act in one.acts:
            assert act.sources, (one.id, act.actor)
            assert act.as_of, (one.id, act.actor)
            assert all(record_library().source(source).is_of_record for source in act.sources)


def test_every_declaration_says_as_of_when_how_sure_and_whether_it_binds() -> None:
    for one in RECORDS.declarations:
        assert one.as_of, one.id
        assert one.certainty, one.id
        assert one.binding, one.id
        assert one.list_status, one.id
        assert one.pages, one.id


def test_only_documented_refusals_are_declined() -> None:
    kinds = {
        (one.id, act.actor): act.act
        for one in RECORDS.declarations
        for act in one.acts
        if act.act in {ActKind.DECLINED, ActKind.STAYED_OUT}
    }
    declined = {key for key, kind in kinds.items() if kind is ActKind.DECLINED}
    assert declined == DOCUMENTED_REFUSALS
    assert kinds.keys() - declined == DOCUMENTED_ABSENCES


def test_low_certainty_says_why() -> None:
    for one in RECORDS.declarations:
        assert all(act.doubt for act in one.acts if act.certainty is Certainty.LOW), one.id
    assert all(quote.doubt for quote in RECORDS.quotes if quote.certainty is Certainty.LOW)


def test_no_page_was_seen_in_the_original_and_each_says_so() -> None:
    pages = [source for source in RECORDS.sources if source.id not in {"stdaily", "nigeriapulse"}]
    assert all(page.seen_as not in {None, SeenAs.ORIGINAL} for page in pages)


def test_paris_has_its_numbers_as_stated_at_each_date() -> None:
    stated = {
        (tally.number, tally.as_of)
        for tally in declaration("paris-2025").tallies
        if "organisations" not in tally.counts
    }
    assert stated == {(58, "2025-02-11"), (61, "2025-02-11"), (64, "2025-02-13"), (63, "2026-10-01")}


@pytest.mark.parametrize(
    ("id_", "as_of", "number"),
    [
        ("bletchley-2023", "2024-10-23", 30),
        ("seoul-2024", "2024-05-21", 11),
        ("seoul-ministerial-2024", "2024-05-22", 28),
        ("paris-2025", "2025-02-11", 60),
        ("paris-2025", "2026-10-01", 65),
        ("coe-cets-225", "2026-09-21", 21),
        ("reaim-2023", "2023-02-16", 58),
        ("reaim-2026", "2026-07-17", 45),
        ("us-military-ai-declaration-2023", "2024-11-27", 58),
        ("brics-2025", "2025-07-06", 10),
        ("call-control-2026", "2026-10-01", 30),
        ("g7-hiroshima-2023", "2023-10-30", 8),
    ],
)
def test_each_list_has_as_many_as_its_page(id_: str, as_of: str, number: int) -> None:
    signing = {ActKind.SIGNED, ActKind.ADOPTED, ActKind.ENDORSED, ActKind.JOINED}
    listed = {act.actor for act in declaration(id_).acts if act.as_of == as_of and act.act in signing}
    assert len(listed) == number


def test_new_delhi_grew_from_88_to_91_and_colombia_is_one_source_s() -> None:
    acts = declaration("new-delhi-2026").acts
    assert sum(act.as_of == "2026-02-21" for act in acts) == 88
    joined = {act.actor for act in acts if act.act is ActKind.JOINED and not act.doubt}
    assert joined == {"bangladesh", "costa-rica", "guatemala"}
    (colombia,) = acts_by_actor("new-delhi-2026")["colombia"]
    assert colombia.certainty is Certainty.LOW


def test_the_two_lists_of_paris_differ_as_they_do_and_nobody_withdrew() -> None:
    by_date: dict[str, set[str]] = {}
    for act in declaration("paris-2025").acts:
        if act.act is ActKind.SIGNED:
            by_date.setdefault(act.as_of or "", set()).add(act.actor)
    early, late = by_date["2025-02-11"], by_date["2026-10-01"]
    assert early - late == {"holy-see", "south-africa", "united-arab-emirates"}
    assert len(late - early) == 8
    assert any(matter.id == "record-paris-lists" for matter in RECORDS.disagreements)


def test_texts_that_nobody_signs_have_no_list() -> None:
    unsigned = {one.id for one in RECORDS.declarations if one.list_status is ListStatus.NONE}
    assert unsigned == {"global-ai-governance-initiative", "shanghai-2024", "china-action-plan-2025"}


def test_wordings_in_circulation_are_marked_for_what_they_are() -> None:
    variants = {quote.id: quote for quote in RECORDS.quotes if "-variant-" in quote.id}
    assert len(variants) == 9
    assert all(quote.fidelity not in {None, Fidelity.EXACT} for quote in variants.values())
    wrong = {
        Fidelity.MISQUOTED,
        Fidelity.TRANSLATED_BACK,
        Fidelity.PARAPHRASED,
        Fidelity.INVENTED,
        Fidelity.MISATTRIBUTED,
    }
    assert all(quote.doubt for quote in variants.values() if quote.fidelity in wrong)


def test_checks_rule_in_words_and_never_with_a_bare_false() -> None:
    for check in RECORDS.checks:
        assert check.finding.lower() not in {"false", "wrong", "true", "lie"}
        assert check.reason
        assert check.checked_by
        assert check.checked_on
        assert check.pages or check.ruling in {Ruling.UNVERIFIABLE, Ruling.NOTED}


def test_it_says_where_nobody_stands_so_that_no_position_rests_on_it() -> None:
    assert not any(act.stances for one in RECORDS.declarations for act in one.acts)
    assert not any(quote.stances for quote in RECORDS.quotes)
