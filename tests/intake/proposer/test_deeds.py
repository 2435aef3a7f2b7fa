import pytest

from summittui.intake.proposer import propose
from summittui.model import Known, KnownActor, KnownRecord

KNOWN = Known(
    actors=(KnownActor(id="norway", names=("Norway",), is_body=True),),
    declarations=(KnownRecord(id="oslo-charter", names=("Oslo Charter on Clean Air", "Oslo Charter")),),
)


def acts(text: str) -> list[tuple[str | None, str, str | None]]:
    return [(act.actor.exact, act.act.value, act.declaration_id) for act in propose(text, KNOWN).acts]


def tallies(text: str) -> list[tuple[int | None, str, str | None]]:
    return [(tally.number, tally.qualifier.value, tally.span.exact) for tally in propose(text, KNOWN).tallies]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway signed the Oslo Charter.", [("Norway", "signed", "oslo-charter")]),
        ("Norway declined to sign the Oslo Charter.", [("Norway", "declined", "oslo-charter")]),
        ("Norway opted not to endorse the Oslo Charter.", [("Norway", "declined", "oslo-charter")]),
        ("Norway did not sign the Oslo Charter.", [("Norway", "stayed out", "oslo-charter")]),
        ("Norway has never signed the Oslo Charter.", [("Norway", "stayed out", "oslo-charter")]),
        ("Norway won’t sign the Oslo Charter.", [("Norway", "declined", "oslo-charter")]),
        ("Norway, unlike Peru, signed the Oslo Charter.", [("Norway", "signed", "oslo-charter")]),
        (
            "The Oslo Charter was signed by Norway, Peru and Chile but not by Ghana.",
            [(name, "signed", "oslo-charter") for name in ("Norway", "Peru", "Chile")],
        ),
        ("The Oslo Charter was signed by Norway, Peru said.", [("Norway", "signed", "oslo-charter")]),
        ("Norway and Peru refused to sign the accord.", [("Norway", "declined", None), ("Peru", "declined", None)]),
        ("The Oslo Charter was endorsed by Norway.", [("Norway", "endorsed", "oslo-charter")]),
        ("The Oslo Charter, backed by Norway, is new.", [("Norway", "supported", "oslo-charter")]),
        ("Norway put forward the Oslo Charter in May.", [("Norway", "proposed", "oslo-charter")]),
        ("Norway helped by proposing a resolution on air.", [("Norway", "proposed", None)]),
        ("About 60 states, including Norway, signed the Oslo Charter.", [("Norway", "signed", "oslo-charter")]),
        ("Norway's envoy left before the Oslo Charter came up.", []),
        ("Norway may want to sign the Oslo Charter.", []),
        ("Norway signed a lease.", []),
        ("Norway left. It signed nothing, and the Oslo Charter waits.", []),
    ],
)
def test_acts_are_told_by_a_verb_with_a_known_text_or_a_noun_for_one(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 60 countries signed the Oslo Charter.", [(60, "about", "About 60 countries")]),
        ("More than sixty states signed the Oslo Charter.", [(60, "over", "More than sixty states")]),
        ("The Oslo Charter has twenty-one signatories.", [(21, "exactly", "twenty-one signatories")]),
        ("Dozens of nations signed the Oslo Charter.", [(None, "vague", "Dozens of nations")]),
        ("At least 1,200 other companies joined the Oslo Charter.", [(1200, "over", "At least 1,200 other companies")]),
        ("About 60 countries sent ministers.", []),
        ("Over 60 000 members signed the Oslo Charter.", [(60_000, "over", "Over 60 000 members")]),
        ("Some 1,200,000 members signed the Oslo Charter.", [(1_200_000, "about", "Some 1,200,000 members")]),
    ],
)
def test_a_number_keeps_its_qualifier(text: str, expected: list[tuple[int | None, str, str]]) -> None:
    assert tallies(text) == expected


@pytest.mark.parametrize(
    "count",
    [
        *("1,5 countries", "60,00 members", "2 million members", "2.5 million members", "60 dozen members"),
        *("Fewer than 60 countries", "Less than 60 countries", "Up to 60 countries", "At most 60 countries"),
        *("Under 60 countries", "50 to 60 countries", "50 and 60 countries", "50 – 60 countries", "50-60 countries"),
    ],
)
def test_a_number_that_no_tally_says_is_not_proposed_as_another(count: str) -> None:
    assert tallies(f"{count} signed the Oslo Charter.") == []
    assert acts(f"{count} signed the Oslo Charter.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Neither Norway nor Peru signed the Oslo Charter.",
        "None of the states signed the Oslo Charter.",
        "Norway will sign the Oslo Charter next week.",
        "Norway'll sign the Oslo Charter next week.",
        "Norway should sign the Oslo Charter.",
        "Norway could have signed the Oslo Charter.",
        "Norway may not sign the Oslo Charter.",
        "If Norway signs the Oslo Charter, Peru follows.",
        "Did Norway sign the Oslo Charter?",
        "Norway almost signed the Oslo Charter.",
        "The Oslo Charter will be signed by Norway.",
        "The Oslo Charter was not signed by Norway.",
        "Norway left early. It signed the Oslo Charter.",
        "All but two of the 30 states signed the Oslo Charter.",
    ],
)
def test_what_nobody_did_is_no_act(text: str) -> None:
    assert acts(text) == []
    assert tallies(text) == []


def test_an_act_names_the_known_actor_and_its_evidence() -> None:
    (act,) = propose("On Monday Norway signed the Oslo Charter in haste.", KNOWN).acts
    assert act.actor_id == "norway"
    assert act.evidence.exact == "Norway signed the Oslo Charter"
    assert act.confidence > propose("Norway signed the pact.", KNOWN).acts[0].confidence
