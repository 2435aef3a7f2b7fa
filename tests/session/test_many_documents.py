"""Many documents imported and reviewed in one store, while another session codes by hand in it: nothing is lost."""

import subprocess
import sys
from functools import partial
from pathlib import Path

from summittui.library.answers.check import check
from summittui.model import Actor, ActorKind, Passage, Proposal, ProposalState, Quote, Source, SourceId
from summittui.session import Session
from summittui.session.entry.passages import code, entered_quote
from summittui.session.importing import Details
from tests.patience import PATIENCE

DOCUMENTS, BATCH = 200, 20
IMPORTING = """
import sys
from pathlib import Path
from summittui.queries.review import ReviewQuery
from summittui.session import Session
from summittui.session.accepting import Corrections
from summittui.session.importing import Details
from summittui.session.proposing import Proposer
from summittui.session.review import Review

session = Session.open(Path(sys.argv[1]))
folders, making = sorted(Path(sys.argv[2]).iterdir()), Corrections(new_actors=True, new_declarations=True)
for folder in folders:
    imported = session.intake.import_documents([str(folder)], Details(outlet="Wire"), proposer=Proposer())
    review = Review(session)
    review.accept(review.named([one.source for one in imported], ReviewQuery()), making)
session.close()
"""
CODED = "Nobody knows who pays."


def article(number: int) -> str:
    return (
        f"The port number {number} was closed on day {number * 7}.\n\n"
        f"“We will open port {number} again,” said Mara Lindqvist, the minister.\n\n"
        f"{CODED}\n"
    )


def test_two_hundred_documents_are_imported_and_reviewed_while_another_session_codes(tmp_path: Path) -> None:
    for number in range(DOCUMENTS):
        folder = tmp_path / "in" / f"{number // BATCH:02}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:03}.txt").write_text(article(number), encoding="utf-8")
    session = Session.create(tmp_path / "store.json")
    (tmp_path / "own.txt").write_text("\n\n".join(f"Passage {at} is mine. {CODED}" for at in range(400)))
    session.intake.import_documents([str(tmp_path / "own.txt")], Details(outlet="Own"))
    session.add(Actor(id="ada", name="Ada", kind=ActorKind.PERSON))
    text = session.library.text("own") or ""
    command = [sys.executable, "-c", IMPORTING, str(tmp_path / "store.json"), str(tmp_path / "in")]
    other = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    fields = {"speaker": "Ada", "kind": "direct", "gist": "", "via": "", "role": "", "occasion": "", "date": ""}
    coded: list[str] = []
    while other.poll() is None and len(coded) < DOCUMENTS:
        words = f"Passage {len(coded)} is mine."
        start = text.index(words)
        passage = Passage(source=SourceId("own"), start=start, end=start + len(words), exact=words)
        coded.append(code(session, partial(entered_quote, passage=passage, entered=fields)).record.id)
    assert other.communicate(timeout=PATIENCE)[1] == ""
    assert other.returncode == 0
    session.close()
    again = Session.open(tmp_path / "store.json", read_only=True)
    library = again.library
    assert len(library.every(Source)) == DOCUMENTS + 1
    assert coded
    assert {each.id for each in library.quotes_in("own")} == set(coded)
    assert {each.state for each in library.every(Proposal)} == {ProposalState.ACCEPTED}
    said = {each.exact for each in library.every(Quote) if each.source != "own"}
    assert said == {f"We will open port {number} again," for number in range(DOCUMENTS)}
    assert [each.name for each in library.every(Actor)].count("Mara Lindqvist") == 1
    report = check(library, library.text)
    assert {state for state, count in report.spans.items() if count} == {"verbatim"}
    assert report.problems == ()
    again.close()
