from hypothesis import given
from hypothesis import strategies as st

from summittui.library.answers.likeness import TextVersions

LONG = " ".join(f"word{number}" for number in range(400))


def test_the_same_text_is_wholly_alike_and_a_changed_one_nearly() -> None:
    versions = TextVersions({"one": LONG, "other": LONG[::-1]})
    assert versions.most_alike(LONG) == ("one", 1.0)
    found = versions.most_alike(LONG.replace("word200", "changed"))
    assert found is not None
    assert found[0] == "one"
    assert 0.9 < found[1] < 1


def test_texts_that_share_little_or_differ_much_in_length_are_not_alike() -> None:
    versions = TextVersions({"one": LONG})
    assert versions.most_alike(LONG[: len(LONG) // 2]) is None
    assert versions.most_alike(" ".join(f"other{number}" for number in range(400))) is None
    assert TextVersions({}).most_alike(LONG) is None


@given(st.text(), st.text())
def test_only_an_equal_text_is_wholly_alike(text: str, other: str) -> None:
    found = TextVersions({"other": other}).most_alike(text)
    assert (found == ("other", 1.0)) == (text == other)
