"""Who speaks: names, short names, titles, pronouns."""

import pytest

from summittui.intake.proposer.names import bare_name
from summittui.model import Gender, Known, KnownActor
from tests.intake.proposer.reading import said


def speakers(text: str, known: Known | None = None) -> list[str]:
    return [speaker for speaker, _ in said(text, known)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The vote came late.\nJane Doe was there. Doe said it was fair.", "Jane Doe"),
        ("The vote came late.\nJane Doe met Bob Roe. He said it was fair.", "Bob Roe"),
        ("The vote came late.\nJane Doe met Bob Roe. She said it was fair.", "Jane Doe"),
        ("The vote came late.\nMs. Quist met Bob Roe. She said it was fair.", "Quist"),
        ("The vote came late.\nMinister Jane Doe said it was fair.", "Jane Doe"),
        ("The vote came late.\nTwo officials said it was fair.", "Two officials"),
        ("The vote came late.\nRoe's spokesman said it was fair.", "Roe's spokesman"),
        ("The vote came late.\nJane Doe and Bob Roe said it was fair.", "Jane Doe and Bob Roe"),
        (
            "The vote came late.\nMinister Jane Doe and her counterpart, Bob Roe, said it was fair.",
            "Minister Jane Doe and her counterpart",
        ),
        ("The vote came late.\nJane Doe left Norway. It said the vote was fair.", "Norway"),
    ],
)
def test_the_speaker_is_the_fullest_name_that_the_text_has(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_pronoun_of_which_nobody_fits_stays_as_worded() -> None:
    assert speakers("The vote came late. He said it was fair.") == ["He"]


def test_the_gender_of_a_known_actor_tells_its_pronouns() -> None:
    known = Known(
        actors=(
            KnownActor(id="doe", names=("Kim Doe", "Doe"), gender=Gender.FEMALE),
            KnownActor(id="roe", names=("Kim Roe",), gender=Gender.MALE),
        )
    )
    text = "The vote came late.\nKim Doe met Kim Roe. She said it was fair."
    assert speakers(text, known) == ["Kim Doe"]


def test_an_alias_of_a_known_actor_is_resolved_to_its_name() -> None:
    known = Known(actors=(KnownActor(id="norway", names=("Kingdom of Norway", "Norway"), is_body=True),))
    assert speakers("Norway said the vote was fair.", known) == ["Kingdom of Norway"]


@pytest.mark.parametrize(
    ("name", "bare", "gender"),
    [
        ("Mr. Bob Roe", "Bob Roe", Gender.MALE),
        ("Retired Gen. Jane Doe", "Jane Doe", None),
        ("Foreign Ministry Spokeswoman Jane van der Doe", "Jane van der Doe", None),
        ("Jane Doe's", "Jane Doe", None),
        ("Bob Roe Jr.", "Bob Roe", None),
        ("Congresswoman Doe", "Doe", Gender.FEMALE),
    ],
)
def test_titles_roles_and_endings_are_no_part_of_a_name(name: str, bare: str, gender: Gender | None) -> None:
    assert bare_name(name.split()) == (bare.split(), gender)
