import pytest

from summittui.model.quotation import in_marks, unmarked


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("“We can’t wait,”", "We can’t wait,"),
        ('"We can\'t wait,"', "We can't wait,"),
        (" « Oui » ", "Oui"),
        ("„Ja“", "Ja"),
        ("‘It’s so’", "It’s so"),
        ("'It's so'", "It's so"),
        ("“A,” he said, “B”", "“A,” he said, “B”"),
        ('"A" and "B"', '"A" and "B"'),
        ("“outer “inner” outer”", "outer “inner” outer"),
        ("workers’", "workers’"),
        ('""', '""'),
        ("", ""),
    ],
)
def test_one_pair_of_marks_around_all_of_the_words_is_taken_off(typed: str, words: str) -> None:
    assert unmarked(typed) == words


def test_marks_are_never_doubled() -> None:
    assert in_marks("so") == "“so”"
    assert in_marks("“so”") == "“so”"
    assert in_marks('"so"') == '"so"'
    assert in_marks("“so,” he said, “or not”") == "““so,” he said, “or not””"
