"""The source that a screen is about, for the command that verifies it."""

import pytest

from summittui.queries.documents import ReaderQuery
from summittui.queries.matrix import MatrixQuery
from summittui.queries.review import ReviewQuery
from summittui.queries.verification import VerificationQuery
from summittui.queries.view_query import ViewQuery
from summittui.ui.routes import only_source


@pytest.mark.parametrize(
    ("query", "source"),
    [
        (ReaderQuery(source="stdaily"), "stdaily"),
        (VerificationQuery(source="stdaily"), "stdaily"),
        (ReviewQuery(sources=("stdaily",)), "stdaily"),
        (ReviewQuery(sources=("stdaily", "nigeriapulse")), ""),
        (ReviewQuery(), ""),
        (MatrixQuery(), ""),
        (None, ""),
    ],
)
def test_only_a_screen_about_one_source_names_it(query: ViewQuery | None, source: str) -> None:
    assert only_source(query) == source
