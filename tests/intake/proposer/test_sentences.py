import pytest

from summittui.intake.proposer.sentences import MOST_TOKENS, is_only_passages
from tests.intake.proposer.reading import sentences_of, tokens_of


@pytest.mark.parametrize(
    "sentences",
    [
        ["The talks failed.", "Nobody knows why."],
        ["Mr. Doe met Gen. Roe in the U.S. yesterday.", "They talked."],
        ["Doe lives in the U.S.", "He was born there."],
        ['"Are we late?" Doe asked.', "No one answered."],
        ['"We are late."', '"We are not."'],
        ['"We are late," Doe said.', '"We must go."'],
        ['"We are late!" said Jane Doe, the mayor.', "She left."],
        ['"We are late."', "The mayor had left before noon."],
        ["It is over …", "“Really over.”"],
    ],
)
def test_a_sentence_ends_where_its_last_words_do(sentences: list[str]) -> None:
    assert sentences_of(" ".join(sentences)) == sentences


def test_a_sentence_without_an_end_is_cut() -> None:
    assert len(sentences_of("word " * (MOST_TOKENS + 1))) == 2


@pytest.mark.parametrize(
    ("text", "expected"), [('"A b." … "c"', True), ("No.", False), ('"A," he said', False), ("…", False)]
)
def test_a_sentence_of_nothing_but_passages_is_known(text: str, expected: bool) -> None:
    assert is_only_passages(tokens_of(text)) == expected
