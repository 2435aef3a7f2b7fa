"""Numbers as sources state them: read whole or refused, never changed in silence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summittui.library.memory.library import MemoryLibrary
from summittui.model import InputError, Qualifier
from summittui.session.entry.numbers import entered_number
from summittui.session.entry.parts import entered_tally, new_tally
from tests.store.samples import records_of

LIBRARY = MemoryLibrary(records_of())
GROUPS = [",", " ", "\u00a0", "\u2009", "\u202f", "'", "’"]


def read(stated: str) -> tuple[int | None, str]:
    """Return the number and what it counts, as read from behind the qualifier."""
    tally = entered_tally(LIBRARY, f"about {stated}@daily")
    assert (tally.qualifier, tally.source) == (Qualifier.ABOUT, "daily")
    return tally.number, tally.counts


@pytest.mark.parametrize(
    ("stated", "number", "counts"),
    [
        ("60,000 people", 60_000, "people"),
        ("60 000 people", 60_000, "people"),
        ("60\u202f000 people", 60_000, "people"),
        ("60'000 people", 60_000, "people"),
        ("2,000,000 people", 2_000_000, "people"),
        ("60000 people", 60_000, "people"),
        ("58 of 60 states", 58, "of 60 states"),
        ("12 percent of them", 12, "percent of them"),
        ("5 members", 5, "members"),
        ("0 votes", 0, "votes"),
        ("60 military observers", 60, "military observers"),
        ("60 % of them", 60, "% of them"),
        ("sixty states", None, "sixty states"),
        ("G7 states", None, "G7 states"),
    ],
)
def test_a_plain_number_is_read_and_words_stay_words(stated: str, number: int | None, counts: str) -> None:
    assert read(stated) == (number, counts)


@pytest.mark.parametrize(
    "stated",
    [
        *("1,5 million people", "12,34 percent", "1,0,0,0 things", "1.5 million people", "60.000 people", "3rd states"),
        *(
            "1,000 000 people",
            "1,00,000 people",
            "1234,567 people",
            "007 films",
            "-5 people",
            "+5 people",
            "~60 states",
        ),
        *("$60 billion", "12% of them", "½ of them", "５８ states", "٥٨ states", "60 58 people", "3 5-year plans"),
        *("2 million people", "3 dozen states", "2 Million people", "5 m people", "2 bn dollars", "10-20 people"),
        *("10 to 20 people", "10 – 20 people", "10 or 20 people", "58", "60,000", "1e3 people", "1_000 people"),
        *("60 Millionen Leute", "60 mille personnes", "60 mil personas", "60 milhões", "60 тысяч", "60 万人", "6 億"),
        *("60 grand", "60 mld zl", "60 tusen", "60 tys. osób", "60 bin kişi", "60 만 명", "60 लाख लोग", "60 k€"),
        *("1 ½ million people", "60 ½ people", "60 .5 people", "60 × 3 people", "60 bis 70 Staaten", "60 à 70 pays"),
    ],
)
def test_what_could_be_another_number_is_refused(stated: str) -> None:
    with pytest.raises(InputError):
        read(stated)


@given(st.integers(min_value=0, max_value=2**63 - 1), st.sampled_from(GROUPS))
def test_every_number_is_read_with_every_sign_between_its_groups(number: int, sign: str) -> None:
    grouped = f"{number:,}".replace(",", sign)
    assert entered_number(grouped) == entered_number(str(number)) == number
    assert read(f"{grouped} people") == (number, "people")


@given(st.text(alphabet="0123456789 ,.'\u202f-%km", max_size=12))
def test_a_number_that_is_read_has_the_digits_that_were_entered_and_no_others(text: str) -> None:
    try:
        number = entered_number(text)
    except InputError:
        return
    digits = re.sub(r"[^0-9]", "", text)
    assert (number is None and not text.strip()) or str(number) == digits
    assert "." not in text


@given(st.text(alphabet="0123456789 ,.'-%mp", min_size=1, max_size=12))
def test_nothing_of_a_tally_that_is_read_is_lost(text: str) -> None:
    try:
        number, counts = read(text)
    except InputError:
        return
    kept = ("" if number is None else str(number)) + counts
    assert re.sub(r"[ ,']", "", kept) == re.sub(r"[ ,']", "", text)


def test_a_number_beside_words_that_multiply_it_is_refused_in_a_form_too() -> None:
    with pytest.raises(InputError, match=r"^the words 'million people' change the number before them"):
        new_tally(LIBRARY, "million people", "about", 2, "daily")
    assert new_tally(LIBRARY, "millions of people", "about", None, "daily").counts == "millions of people"
