"""Records entered for a selected passage, and what becomes of the proposals that wait for it."""

from pathlib import Path

import pytest

from summittui.model import InputError, Passage, Proposal, ProposalState, SourceId
from summittui.session import Session
from summittui.session.entry.passages import code, entered_act, entered_quote, entered_tally
from summittui.session.importing import Details
from summittui.session.proposing import Proposer

ARTICLE = Path(__file__).parents[2] / "intake" / "samples" / "harbour.txt"
QUOTE = {"speaker": "+ Mara Lindqvist", "kind": "direct", "gist": "", "via": "", "role": "", "occasion": "", "date": ""}
TALLY = {"declaration": "+ Selwyn Accord", "qualifier": "about", "number": "40", "counts": "companies"}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = Session.create(tmp_path / "store.json")
    made.intake.import_documents([str(ARTICLE)], Details(outlet="Courier"), proposer=Proposer())
    return made


def passage(session: Session, words: str) -> Passage:
    start = (session.library.text("courier") or "").index(words)
    return Passage(source=SourceId("courier"), start=start, end=start + len(words), exact=words)


def states(session: Session) -> list[ProposalState]:
    return [each.state for each in session.library.every(Proposal)]


def test_what_is_coded_by_hand_waits_for_review_no_more_and_one_undo_takes_all_back(session: Session) -> None:
    here = passage(session, "No vessel without a crew will dock here")
    coded = code(session, lambda library: entered_quote(library, here, QUOTE))
    assert session.library.find("mara-lindqvist") is not None
    assert (coded.is_new, states(session).count(ProposalState.ACCEPTED)) == (True, 1)
    session.undo()
    assert set(states(session)) == {ProposalState.PENDING}
    assert session.library.find("mara-lindqvist") is None
    number = passage(session, "about 40 companies")
    code(session, lambda library: entered_tally(library, number, TALLY))
    act = {"declaration": "Selwyn Accord", "actor": "+ Norland (state)", "act": "signed"}
    signed = passage(session, "Norland and Estmark signed the Selwyn Accord")
    code(session, lambda library: entered_act(library, signed, act))
    waiting = [str(each.kind) for each in session.library.every(Proposal) if each.state is ProposalState.PENDING]
    assert (waiting.count("tally"), waiting.count("act")) == (0, 2)
    session.close()


@pytest.mark.parametrize(
    ("entered", "sentence"),
    [
        ({"speaker": "+"}, "a new actor needs a name"),
        ({"speaker": "+ Ada (robot)"}, "'robot' is no kind of actor"),
        ({"speaker": "Nobody Known"}, "Nobody Known"),
        ({"date": "yesterday"}, "'yesterday' is no date"),
    ],
)
def test_what_cannot_be_entered_is_refused_and_changes_nothing(
    session: Session, entered: dict[str, str], sentence: str
) -> None:
    here = passage(session, "No vessel without a crew")
    with pytest.raises(InputError, match=sentence):
        code(session, lambda library: entered_quote(library, here, QUOTE | entered))
    assert set(states(session)) == {ProposalState.PENDING}
    assert session.library.size("quotes") == session.library.size("actors") == 0
    session.close()


def test_a_passage_of_a_text_that_has_changed_is_refused(session: Session) -> None:
    here = Passage(source=SourceId("courier"), start=3, end=9, exact="No ves")
    with pytest.raises(InputError, match="has changed meanwhile; select the passage again"):
        code(session, lambda library: entered_quote(library, here, QUOTE))
    session.close()
