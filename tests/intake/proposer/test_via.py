import pytest

from summittui.intake.proposer import propose


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ('"It is over," Jane Doe told The Herald.', "The Herald"),
        ("Jane Doe told reporters that it was over.", "reporters"),
        ('"It is over," Jane Doe said in an interview with the BBC on Monday.', "the BBC"),
        ("According to The Herald, Jane Doe said it was over.", "The Herald"),
        ('"It is over," Bob Roe quoted Jane Doe as saying.', "Bob Roe"),
        ('Bob Roe quoted Jane Doe as saying that it was "over".', "Bob Roe"),
        ("The Herald cited Jane Doe as saying it was over.", "The Herald"),
        ('Jane Doe was quoted by The Herald as saying, "It is over."', "The Herald"),
        ('Jane Doe was quoted as saying: "It is over."', None),
        ('"It is over," Jane Doe said on Monday.', None),
    ],
)
def test_the_outlet_is_not_the_speaker(text: str, via: str | None) -> None:
    (quote,) = propose(text).quotes
    assert quote.speaker == "Jane Doe"
    assert (quote.via.exact if quote.via else None) == via
