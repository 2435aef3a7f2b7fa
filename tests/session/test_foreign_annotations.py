"""Annotations of Hypothesis, Recogito and others come in where their words stand; the rest is named."""

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from summittui.model import InputError, Quote, QuoteKind, Source, SourceId, SourceKind, StanceValue
from summittui.session import Session
from summittui.session.importing import with_text
from summittui.session.loading import LoadPlan
from summittui.store.store import Store
from tests.in_memory import in_memory

TEXT = "👩‍🔬 Ada said: “We sign.” Bo says no. Cy says no.\n"
URL = "https://example.org/pact/?a=1"
START = TEXT.index("We sign.")
UNITS = len(TEXT[:START].encode("utf-16-le")) // 2
OFFSETS_DIFFER = UNITS != START


@pytest.fixture
def session(tmp_path: Path) -> Session:
    opened = Session(Store.create(tmp_path / "store.json", None))
    source = with_text(Source(id="paper", kind=SourceKind.ARTICLE, outlet="The Paper", url=URL), TEXT)
    opened.edit({"paper": source}, "attach", texts={SourceId("paper"): TEXT})
    return opened


def load(session: Session, plain: Any, tmp_path: Path) -> LoadPlan:
    path = tmp_path / "file.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    return session.load(path)


def quote_selector(words: str, **around: str) -> dict[str, str]:
    return {"type": "TextQuoteSelector", "exact": words, **around}


def position(start: int, words: str = "We sign.") -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": start + len(words)}


def annotation(*selectors: dict[str, Any], source: str | None = URL, **more: Any) -> dict[str, Any]:
    target: dict[str, Any] = {"selector": list(selectors)} | ({"source": source} if source else {})
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": target, **more}


def quotes(session: Session) -> tuple[Quote, ...]:
    return in_memory(session.library).records.quotes


def test_a_position_in_utf_16_is_told_by_the_words_converted_and_said(session: Session, tmp_path: Path) -> None:
    assert OFFSETS_DIFFER
    plan = load(session, annotation(quote_selector("We sign."), position(UNITS)), tmp_path)
    (quote,) = quotes(session)
    assert (quote.spans[0].start, quote.exact, quote.kind) == (START, "We sign.", QuoteKind.TEXT)
    assert plan.remarks == ("1 position was counted in UTF-16, and converted to code points",)


def test_a_position_in_code_points_stays_and_nothing_is_said(session: Session, tmp_path: Path) -> None:
    plan = load(session, annotation(quote_selector("We sign."), position(START)), tmp_path)
    assert quotes(session)[0].spans[0].start == START
    assert (plan.remarks, plan.left_out) == ((), ())


def test_hypothesis_comes_in_with_tags_as_issues_and_its_comment(session: Session, tmp_path: Path) -> None:
    row = {
        "uri": "http://www.example.org/pact?a=1",
        "text": "Check *this*.",
        "tags": ["Signing"],
        "target": [{"source": URL, "selector": [{"type": "RangeSelector"}, quote_selector("We  sign."), position(9)]}],
    }
    plan = load(session, {"total": 1, "rows": [row]}, tmp_path)
    (quote,) = quotes(session)
    assert (quote.exact, quote.note) == ("We sign.", "Check *this*.")
    assert [(session.library.name(each.issue), each.stance) for each in quote.stances] == [
        ("Signing", StanceValue.UNCLEAR)
    ]
    assert plan.remarks == ("1 position was found by the words at another place than the position says",)
    assert not load(session, {"total": 1, "rows": [row]}, tmp_path).records


def test_recogito_without_a_source_is_anchored_in_the_one_text_that_has_the_words(
    session: Session, tmp_path: Path
) -> None:
    body = [{"type": "TextualBody", "purpose": "tagging", "value": "Bo"}]
    load(session, [annotation(quote_selector("Bo says no."), source=None, body=body)], tmp_path)
    assert quotes(session)[0].exact == "Bo says no."


def test_words_that_stand_twice_are_told_by_the_words_around_them(session: Session, tmp_path: Path) -> None:
    load(session, annotation(quote_selector("says no.", prefix="sign.” Bo ", suffix=" Cy")), tmp_path)
    assert quotes(session)[0].spans[0].start == TEXT.index("says no.")


@pytest.mark.parametrize(
    ("item", "why"),
    [
        (annotation(quote_selector("says no.")), "the words stand more than once in the text of paper"),
        (annotation(quote_selector("They fled.")), "the words stand nowhere in the text of paper"),
        (annotation(quote_selector("We"), source="https://else.org/"), "no source of the library has the address"),
        (annotation({"type": "CssSelector", "value": "#x"}), "no words and no position in a text are marked"),
        (annotation(position(START)), "no words are given, and paper has characters before it"),
        (annotation(position(9_000)), "the position lies outside of the text of paper"),
        (annotation(quote_selector("gone"), source=None), "no text has the words, and no source is named by address"),
        ("a string", "no words and no position"),
        ({"target": URL, "body": [1, {"value": 3}]}, "no words and no position"),
        (annotation({"type": [], "refinedBy": [[{"exact": 4}]], "start": True, "end": 1e400}), "no words"),
    ],
)
def test_what_has_no_place_is_listed_with_its_reason(item: Any, why: str, session: Session, tmp_path: Path) -> None:
    plan = load(session, [annotation(quote_selector("We sign.")), item], tmp_path)
    assert len(quotes(session)) == 1
    (left,) = plan.left_out
    assert left.startswith("annotation 2: ")
    assert why in left


def test_a_file_of_our_own_and_others_gives_both(session: Session, tmp_path: Path) -> None:
    load(session, annotation(quote_selector("We sign.")), tmp_path)
    (first,) = quotes(session)
    from summittui.exchange.formats import FORMATS

    written = json.loads(FORMATS["web-annotation"].write(session.library, [first]).content)
    written["first"]["items"][0]["summittui:quote"]["@value"]["id"] = "another"
    written["first"]["items"].append(annotation(quote_selector("Bo says no.")))
    load(session, written, tmp_path)
    assert {each.exact for each in quotes(session)} == {"We sign.", "Bo says no."}
    assert replace(first, id="another") in quotes(session)


def test_what_holds_no_annotations_is_refused_in_a_sentence(session: Session, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing was loaded .*it holds no annotations"):
        load(session, {"@context": "x", "first": 3}, tmp_path)


def test_highlights_of_taguette_come_in_by_their_words_with_all_tags_of_each(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "highlights.csv"
    rows = (
        "1,The Paper,Signing,We sign.",
        "1,The Paper,Signing: for,We sign.",
        "2,else.txt,,Bo says no.",
        "3,x,,Gone.",
    )
    path.write_text("\r\n".join(("id,document,tag,content", *rows, "")), encoding="utf-8")
    plan = session.load(path)
    first, second = quotes(session)
    assert (first.exact, len(first.stances), second.exact) == ("We sign.", 2, "Bo says no.")
    assert plan.left_out == (
        "annotation 3: no text has the words, and no source is named by address; attach the text that was annotated",
    )
