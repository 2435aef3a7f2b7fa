"""Who speaks: names, short names, titles, pronouns."""

import pytest

from summittui.intake.proposer import propose
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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Supporters of Jane Doe said she had won.", "Supporters of Jane Doe"),
        ("A lawyer for Jane Doe said she had won.", "A lawyer for Jane Doe"),
        ("People close to Jane Doe said she had won.", "People close to Jane Doe"),
        ("Officials and Jane Doe said she had won.", "Officials and Jane Doe"),
        ("The president of Norway said it was fair.", "The president of Norway"),
        ("Officials in Norway said it was fair.", "Officials in Norway"),
        ("The mayor of Oslo, Jane Doe, said it was fair.", "Jane Doe"),
        ("The father of Jane Doe, Bob Roe, said it was fair.", "Bob Roe"),
        ("Bob Roe's lawyer Jane Doe said it was fair.", "Jane Doe"),
        ("The Courier's Jane Doe said it was fair.", "Jane Doe"),
        ("Jane Doe's brother said it was fair.", "Jane Doe's brother"),
        ("The Bank of Oslo said it was fair.", "Bank of Oslo"),
        ("Bob Roe quoted Jane Doe as saying it was fair.", "Jane Doe"),
        ("Jane Doe and John Doe came. Doe said it was fair.", "Doe"),
        ("Jane Doe and John Doe came. Mrs. Doe said it was fair.", "Jane Doe"),
        ("Jane Doe came. Doe said it was fair. John Doe left.", "Jane Doe"),
        ("Jane Doe and Ann Roe came. She said it was fair.", "She"),
        ("Jane Doe met Ann Roe. She said it was fair.", "Jane Doe"),
        ("Herring would follow. Herring went. Jane Doe came. She said it was fair.", "Jane Doe"),
    ],
)
def test_nobody_is_given_the_words_of_those_who_are_only_named_beside_them(text: str, speaker: str) -> None:
    assert speakers(f"The vote came late.\n{text}") == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A spokesman for Jane Doe said it was late. He said it was fair.", ["A spokesman for Jane Doe"] * 2),
        ("A spokeswoman for Ann Roe said it was late. She said it was fair.", ["A spokeswoman for Ann Roe"] * 2),
        ("Bob Roe, a spokesman for Jane Doe, said it was late. She said it was fair.", ["Bob Roe", "Jane Doe"]),
        ("The board in Oslo said it was late. He said it was fair.", ["The board in Oslo", "He"]),
    ],
)
def test_a_pronoun_stands_for_an_unnamed_speaker_too(text: str, expected: list[str]) -> None:
    assert speakers(f"The vote came late.\n{text}") == expected


@pytest.mark.parametrize(
    "text", ["Jane Doe did not say it was fair.", "Neither Jane Doe nor Bob Roe said it was fair."]
)
def test_what_was_not_said_is_nobodys_quote(text: str) -> None:
    assert speakers(f"The vote came late.\n{text}") == []


@pytest.mark.parametrize(
    ("text", "actor"), [("Roe came.", "doe"), ("Bob Doe came.", None), ("Bob Doe met Kim Doe.", None)]
)
def test_a_surname_means_a_known_actor_unless_the_text_names_another(text: str, actor: str | None) -> None:
    known = Known(actors=(KnownActor(id="doe", names=("Kim Doe", "Doe")),))
    (quote,) = propose(f"The vote came late.\n{text} Doe said it was fair.", known).quotes
    assert quote.actor == actor


def test_a_letter_keeps_the_marks_that_stand_on_it() -> None:
    quotes = said("The vote came late.\nZoe\u0308 Roe said it was Bore\u0301.\nRoe said it was over.")
    assert quotes == [("Zoe\u0308 Roe", "it was Bore\u0301"), ("Zoe\u0308 Roe", "it was over")]


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
