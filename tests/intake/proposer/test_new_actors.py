import pytest

from summittui.intake.proposer import propose
from summittui.model import Known, KnownActor


@pytest.mark.parametrize(
    ("text", "name", "kind", "role"),
    [
        ("Jane Doe, the mayor of Oslo, said it was over.", "Jane Doe", "person", "the mayor of Oslo"),
        (
            "The Norwegian Foreign Minister Jane Doe said it was over.",
            "Jane Doe",
            "person",
            "Norwegian Foreign Minister",
        ),
        ('"It is over," said Jane Doe, the mayor, on Monday at the summit.', "Jane Doe", "person", "the mayor"),
        ('"It is over," said Jane Doe, head of Acme, in a statement.', "Jane Doe", "person", "head of Acme"),
        ("Jane Doe, speaking in Oslo on Monday, said it was over.", "Jane Doe", "person", None),
        ("Jane Doe of the University of Oslo said it was over.", "Jane Doe", "person", "of the University of Oslo"),
        ("Jane Doe of Acme said it was over.", "Jane Doe", "person", "of Acme"),
        ("The Central Bank of Oslo said it was over.", "Central Bank of Oslo", "company", None),
        ("Norway said it was over.", "Norway", "state", None),
        ("The Norwegian government said it was over.", "The Norwegian government", "government", None),
        ("The Oslo Times reported that it was over.", "Oslo Times", "outlet", None),
        ("Two officials said it was over.", "Two officials", "collective", None),
    ],
)
def test_a_speaker_who_is_not_known_is_proposed_with_kind_and_role(
    text: str, name: str, kind: str, role: str | None
) -> None:
    (actor,) = propose("The talks end.\n" + text).actors
    assert (actor.name, actor.kind.value, actor.role) == (name, kind, role)


def test_neither_known_actors_nor_pronouns_nor_documents_are_new() -> None:
    known = Known(actors=(KnownActor(id="doe", names=("Jane Doe",)),))
    text = 'Jane Doe said it was over. He said it was not. The treaty said "yes" to all.'
    assert propose(text, known).actors == ()


@pytest.mark.parametrize("speaker", ["Another", "Its authors", "They", "Jane Doe and Bob Roe"])
def test_who_cannot_be_one_actor_is_not_proposed(speaker: str) -> None:
    found = propose(f"The talks end.\n{speaker} said the text was weak.")
    assert len(found.quotes) == 1
    assert found.actors == ()


def test_each_is_proposed_once() -> None:
    assert len(propose("The talks end.\nJane Doe said it was over. Doe said it was not.").actors) == 1
