import pytest

from summittui.intake.proposer.marks import quoted_passages


def in_marks(text: str, *, next_opens: bool = False) -> list[str]:
    found = quoted_passages(text, 0, len(text), next_opens=next_opens)
    return [text[passage.inner_start : passage.inner_end] for passage in found.passages]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('A "b c" d.', ["b c"]),
        ("A “b c” d «e» f.", ["b c", "e"]),
        ("A ``b c'' d.", ["b c"]),
        ("A „b c” d.", ["b c"]),
        ("A „b c“ d „e f“.", ["b c", "e f"]),
        ("A »b c« d »e f«.", ["b c", "e f"]),
        ("A « b c », d « e f ».", [" b c ", " e f "]),
        ("A ”b c” d.", ["b c"]),
        ("A ‚b c‘ d.", ["b c"]),
        ('“A "b" c” d.', ['A "b" c']),
        ("“A,” she said, “b.”", ["A,", "b."]),
        ('A "b" and "c".', ["b", "c"]),
        ("He is 6'2\" tall.", []),
        ("No marks.", []),
        ('""', []),
        ("A “ ” b.", []),
    ],
)
def test_passages_are_paired_by_the_forms_of_their_marks(text: str, found: list[str]) -> None:
    assert in_marks(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'We will not sign,' the envoy said.", ["We will not sign,"]),
        ("‘We will not sign,’ the envoy said.", ["We will not sign,"]),
        ("'The states' view is clear,' she said.", ["The states' view is clear,"]),
        ("She said: 'It isn't over yet.'", ["It isn't over yet."]),
        ("The ministers' plan and the states' plan.", []),
        ("In the '90s it wasn't so, and the '80s weren't either.", []),
        ("She called it 'unfair' at once.", []),
    ],
)
def test_single_marks_hold_two_words_or_more_and_are_no_apostrophes(text: str, found: list[str]) -> None:
    assert in_marks(text) == found


def test_single_marks_inside_double_ones_open_no_passage_of_their_own() -> None:
    assert in_marks("“She said 'no to that' twice,” he said.") == ["She said 'no to that' twice,"]


@pytest.mark.parametrize("next_opens", [True, False])
def test_a_mark_that_opens_a_paragraph_and_is_not_closed_runs_to_its_end(next_opens: bool) -> None:
    text = "“The talks go on."
    found = quoted_passages(text, 0, len(text), next_opens=next_opens)
    assert found.is_open_at_end
    assert [(passage.start, passage.end) for passage in found.passages] == [(0, len(text))]


def test_an_odd_mark_before_a_pair_opens_nothing_unless_the_next_paragraph_goes_on() -> None:
    text = 'The "so-called deal is “over” now.'
    assert in_marks(text) == ["over"]
    assert in_marks(text, next_opens=True)[0].startswith("so-called")


def test_marks_are_paired_within_a_paragraph() -> None:
    text = 'One "open\nand "closed" two.'
    assert [
        (p.start, p.end) for p in quoted_passages(text, text.index("\n") + 1, len(text), next_opens=False).passages
    ] == [(14, 22)]
