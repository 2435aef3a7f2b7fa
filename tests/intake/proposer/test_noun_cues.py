import pytest

from tests.intake.proposer.reading import said


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("The envoys rejected Jane Doe's claim that the text was weak.", [("Jane Doe", "that the text was weak")]),
        (
            "The envoys rejected the mayor's repeated claim that the text was weak.",
            [("the mayor", "that the text was weak")],
        ),
        ("Bob Roe met her, and laughed at her claim that the text was weak.", [("her", "that the text was weak")]),
        ("Jane Doe's claim that the text was weak led to laughter.", []),
        ("The envoys rejected the claim that the text was weak.", []),
        ("The envoys rejected Jane Doe's claim that would end the talks.", []),
    ],
)
def test_a_noun_of_saying_with_an_owner_reports_its_clause(text: str, quotes: list[tuple[str, str]]) -> None:
    assert said(text) == quotes
