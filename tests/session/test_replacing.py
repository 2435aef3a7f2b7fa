"""A new version of a document: every span of every record follows or is told, in one edit with one undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from summittui.intake.reanchoring import Fate
from summittui.library.answers.check import check
from summittui.model import InputError, QuoteKind, SourceId
from summittui.queries.review import ReviewQuery
from summittui.session import Session
from summittui.session.accepting import Corrections
from summittui.session.importing import Details
from summittui.session.proposing import Proposer
from summittui.session.review import Review
from tests.in_memory import in_memory

ARTICLE = Path(__file__).parents[1] / "intake" / "samples" / "harbour.txt"
SOURCE = SourceId("selwyn-courier")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session.create(tmp_path / "p.json")
    opened.intake.import_documents([str(ARTICLE)], Details(outlet="Selwyn Courier"), proposer=Proposer())
    review = Review(opened)
    review.accept(review.named((), ReviewQuery()), Corrections(new_actors=True, new_declarations=True))
    yield opened
    opened.close()


def version(tmp_path: Path, *changes: tuple[str, str]) -> str:
    text = ARTICLE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "new.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def states(session: Session) -> set[str]:
    report = check(session.library, session.library.text)
    assert report.problems == ()
    return {state for state, number in report.spans.items() if number}


def test_what_only_moved_follows_and_stays_proven(session: Session, tmp_path: Path) -> None:
    before = in_memory(session.library).records
    new = version(tmp_path, ("Ministers from", "Correction of Friday.\n\nMinisters from"), ("“An insp", '"An insp'))
    replacement = session.intake.plan_new_version(new, SOURCE)
    assert replacement.counts[Fate.GONE] == replacement.counts[Fate.DRIFTED] == 0
    session.intake.replace_version(replacement)
    assert states(session) == {"verbatim"}
    quotes = {quote.exact for quote in in_memory(session.library).records.quotes}
    assert quotes == {quote.exact for quote in before.quotes}
    session.undo()
    assert in_memory(session.library).records == before
    assert in_memory(session.library).texts[SOURCE] == ARTICLE.read_text(encoding="utf-8")


def test_what_drifted_or_is_gone_is_told_and_follows_only_where_that_is_accepted(
    session: Session, tmp_path: Path
) -> None:
    changes = (("nine months", "ten months"), ("“We will not sign what we cannot check,” said", "Nothing was said by"))
    replacement = session.intake.plan_new_version(version(tmp_path, *changes), SOURCE)
    told = {(each.fate, each.words) for each in replacement.of(Fate.DRIFTED, Fate.GONE)}
    assert (Fate.DRIFTED, "An inspection that takes nine months is a ban by another name,") in told
    assert (Fate.GONE, "We will not sign what we cannot check,") in told
    session.intake.replace_version(replacement)
    drann = next(quote for quote in in_memory(session.library).records.quotes if quote.speaker == "pavel-drann")
    assert (drann.words, drann.quoted, drann.spans) == ("We will not sign what we cannot check,", (), ())
    vass = next(quote for quote in in_memory(session.library).records.quotes if quote.speaker == "teodor-vass")
    assert vass.exact == "An inspection that takes ten months is a ban by another name,"
    assert states(session) <= {"verbatim", "not found"}


def test_an_act_whose_clause_is_gone_goes_on_naming_its_source(session: Session, tmp_path: Path) -> None:
    new = version(tmp_path, ("Norland and Estmark signed the Selwyn Accord in the evening. ", ""))
    session.intake.replace_version(session.intake.plan_new_version(new, SOURCE))
    (declaration,) = in_memory(session.library).records.declarations
    assert [(act.actor, act.source, len(act.evidence)) for act in declaration.acts] == [
        ("norland", SOURCE, 0),
        ("estmark", SOURCE, 0),
        ("corvania", None, 1),
    ]


def test_a_new_passage_is_proposed_and_what_was_decided_is_not_proposed_again(session: Session, tmp_path: Path) -> None:
    new = version(tmp_path, ("The next round", "“Come back,” said Mara Lindqvist.\n\nThe next round"))
    assert session.intake.replace_version(session.intake.plan_new_version(new, SOURCE), Proposer()) == 1
    pending = [each for each in in_memory(session.library).records.proposals if each.state == "pending"]
    assert [each.quote and each.quote.kind for each in pending] == [QuoteKind.DIRECT]


def test_the_same_text_or_an_unattached_one_is_refused(session: Session) -> None:
    with pytest.raises(InputError, match="is that already; nothing was changed"):
        session.intake.plan_new_version(str(ARTICLE), SOURCE)
