import pytest

from summittui.intake.proposer import propose
from summittui.model import Known, KnownActor, KnownRecord

KNOWN = Known(
    actors=(
        KnownActor(id="us", names=("United States", "U.S.", "US"), is_body=True),
        KnownActor(id="doe", names=("Jane Doe",)),
    ),
    issues=(KnownRecord(id="air", names=("Clean air",)),),
    declarations=(KnownRecord(id="charter", names=("Oslo Charter on Clean Air", "Oslo Charter")),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United States left.", [("us", "United States")]),
        ("The U.S. and the US left us.", [("us", "U.S"), ("us", "US")]),
        ("Jane Doe's clean air.", [("doe", "Jane Doe"), ("air", "clean air")]),
        ("The Oslo Charter on Clean Air.", [("charter", "Oslo Charter on Clean Air")]),
        ("The oslo charter.", []),
        ("United. We are States.", []),
        ("", []),
    ],
)
def test_the_longest_known_name_counts_as_it_is_written(text: str, expected: list[tuple[str, str]]) -> None:
    found = propose(text, KNOWN).mentions
    assert [(mention.record, mention.at.exact) for mention in found] == expected
    assert all(text[mention.at.start : mention.at.end] == mention.at.exact for mention in found)
