import pytest

from summittui.intake.proposer.cues import find_cues
from tests.intake.proposer.reading import tokens_of


def cues(text: str) -> list[tuple[str, str | None, str]]:
    tokens = tokens_of(text)
    return [
        (tokens[cue.at].text, cue.source.text if cue.source else None, cue.order.value) for cue in find_cues(tokens)
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Jane Doe said it was over.", ("said", "Jane Doe", "subject-verb")),
        ('"It is over," said Jane Doe.', ("said", "Jane Doe", "verb-subject")),
        ('"It is over," said she.', ("said", "she", "verb-subject")),
        ("It is over, according to Jane Doe.", ("according", "Jane Doe", "according")),
        ("The envoys were told by Jane Doe that it was over.", ("told", "Jane Doe", "passive")),
        ("Many say it is over.", ("say", "Many", "subject-verb")),
        ("Doe claims the deal is dead.", ("claims", "Doe", "subject-verb")),
        ("They're saying it is over.", ("saying", "They", "subject-verb")),
        ("The minister would not say who won.", ("say", "The minister", "subject-verb")),
    ],
)
def test_a_cue_has_its_source(text: str, cue: tuple[str, str, str]) -> None:
    assert cues(text) == [cue]


def test_a_participle_leaves_its_source_to_the_sentence_unless_a_name_stands_before_it() -> None:
    assert cues("Doe left, adding that it was over.") == [("adding", None, "participle")]
    assert cues("They left, with Jane Doe adding that it was over.") == [("adding", "Jane Doe", "participle")]


@pytest.mark.parametrize(
    "text",
    [
        "The alleged thief left.",
        "Doe's repeated claim was wrong.",
        "The claims were wrong.",
        "It was wrong in 27 states.",
        "A river called Long Water flows there.",
        "Let them say so.",
        "It was said to be over.",
        "The Report was late.",
        "Doe put it on the table.",
        "Doe had to say it.",
    ],
)
def test_forms_that_report_nothing_are_no_cues(text: str) -> None:
    assert [cue for cue in cues(text) if cue[0] not in {"put", "say"}] == []


@pytest.mark.parametrize("text", ["According to the ministry, it is over.", "It is over, according to a poll."])
def test_according_to_takes_any_noun_phrase(text: str) -> None:
    assert cues(text)[0][0].lower() == "according"
