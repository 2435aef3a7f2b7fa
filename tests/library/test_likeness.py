import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library.answers import likeness
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


def test_a_version_is_found_among_many_texts_that_share_most_of_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "COUNTED", 20)
    footer = " ".join(f"footer{number}" for number in range(100))
    texts = {str(at): " ".join(f"word{at}x{number}" for number in range(60)) + f" {footer}" for at in range(60)}
    versions = TextVersions(texts)
    for at in range(0, 60, 7):
        found = versions.most_alike(texts[str(at)].replace("x30 ", " "))
        assert found is not None
        assert found[0] == str(at)
    assert versions.most_alike(" ".join(f"other{number}" for number in range(60)) + f" {footer}") is None


def test_a_text_that_was_taken_back_is_alike_to_none() -> None:
    versions = TextVersions({})
    versions.add("one", LONG)
    versions.remove("one", LONG)
    assert versions.most_alike(LONG) is None
    versions.add("two", LONG)
    versions.release_added()
    assert versions.most_alike(LONG) == ("two", 1.0)
