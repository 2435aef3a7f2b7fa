import pytest

from summittui.model.text import counted


@pytest.mark.parametrize(("number", "words"), [(0, "0 issues"), (1, "1 issue"), (2000, "2,000 issues")])
def test_one_thing_is_counted_in_the_singular(number: int, words: str) -> None:
    assert counted(number, "issue") == words
