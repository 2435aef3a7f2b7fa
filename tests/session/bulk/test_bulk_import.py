"""What becomes of documents in a bulk import, whoever reads them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from summittui.model import Cancelled, InputError, Source, SourceKind
from summittui.session import Session
from summittui.session.importing import Details, Imported, Outcome
from summittui.session.proposing import Proposer
from tests.session.bulk.made import (
    WIRE,
    WorkersHere,
    article,
    bulk_of,
    folder_of,
    import_at_once,
    imported_here,
    same_library,
    session,
)

__all__ = ["session"]


def test_a_stopped_import_leaves_whole_batches_and_goes_on_without_reading_again(
    session: Session, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path / "in", 60)
    bulk, told = bulk_of(session, Proposer()), list[Imported]()
    with pytest.raises(Cancelled):
        bulk.run([str(folder)], WorkersHere(bulk.job), on_imported=told.extend, is_stopped=lambda: len(told) >= 20)
    assert session.library.size("sources") == len(told) == 20
    assert session.library.size("proposals") == 20
    bulk = bulk_of(session, Proposer())
    workers, again = WorkersHere(bulk.job), list[Imported]()
    bulk.run([str(folder)], workers, on_imported=again.extend)
    assert [one.outcome for one in again] == [Outcome.KNOWN] * 20 + [Outcome.ADDED] * 40
    assert workers.read == 40
    plain = Session.create(tmp_path / "plain.json")
    plain.intake.import_documents([str(folder)], WIRE, proposer=Proposer())
    assert same_library(session, plain)
    plain.close()
    session.undo()
    assert session.library.size("sources") == 50


def test_each_document_that_does_not_come_in_is_told_with_its_reason(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    words = [f"word{number}" for number in range(200)]
    (folder / "a.txt").write_text(" ".join(words))
    (folder / "b.txt").write_text(" ".join(words))
    (folder / "c.txt").write_text(" ".join([*words[:100], "changed", *words[101:]]))
    (folder / "d.bin").write_bytes(b"\0")
    (folder / "e.md").write_text("---\noutlet: Post\nurl: nowhere\n---\nOther words.\n")
    (folder / "f.md").write_text("---\noutlet: Post\n---\nStill other words.\n")
    told = imported_here(bulk_of(session), folder)
    assert [(one.outcome, one.source) for one in told] == [
        (Outcome.ADDED, "wire"),
        (Outcome.KNOWN, "wire"),
        (Outcome.VARIANT, "wire"),
        (Outcome.UNREAD, None),
        (Outcome.REFUSED, None),
        (Outcome.ADDED, "wire-2"),
    ]
    assert "is no web address" in (told[4].note or "")
    none = imported_here(bulk_of(session, details=Details()), folder_of(tmp_path / "more", 1))
    assert [(one.outcome, one.source) for one in none] == [(Outcome.WITHOUT_OUTLET, None)]
    with pytest.raises(InputError, match="published: 'soon' is no date"):
        bulk_of(session, details=Details(published="soon"))


def test_a_file_is_known_by_its_digest_where_its_text_is_another(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("*Words* of one.\n")
    (one,) = imported_here(bulk_of(session), path)
    assert (session.library.source(one.source or "").file_sha256 or "")[:4]
    bulk = bulk_of(session)
    workers, told = WorkersHere(bulk.job), list[Imported]()
    bulk.run([str(path)], workers, on_imported=told.extend)
    assert (workers.read, [each.outcome for each in told]) == (0, [Outcome.KNOWN])
    (tmp_path / "b.md").write_text("Words of *one*.\n")
    assert [each.outcome for each in imported_here(bulk_of(session), tmp_path / "b.md")] == [Outcome.KNOWN]


def test_what_another_session_imports_meanwhile_is_known_and_its_ids_are_left_to_it(
    session: Session, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path / "in", 40)
    other = Session.open(tmp_path / "store.json")
    bulk, told = bulk_of(session), list[Imported]()

    def meet(imported: Sequence[Imported]) -> None:
        if not told:
            other.reload()
            other.intake.import_documents([str(folder / "015.txt"), str(folder / "025.txt")], WIRE)
        told.extend(imported)

    bulk.run([str(folder)], WorkersHere(bulk.job), on_imported=meet)
    assert [one.source for one in told if one.outcome is Outcome.KNOWN] == ["wire-11", "wire-12"]
    assert len({one.source for one in told}) == 40
    assert session.library.size("sources") == 40
    other.close()


def test_an_id_or_a_document_that_another_session_brings_at_the_last_moment_is_left_to_it(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path / "in", 20)
    other = Session.open(tmp_path / "store.json")
    bulk, told, reload = bulk_of(session), list[Imported](), session.reload

    def reload_too_early() -> frozenset[str]:
        changed = reload()
        monkeypatch.setattr(session, "reload", reload)
        other.add(Source(id="wire-13", kind=SourceKind.OTHER, outlet="Other"))
        other.intake.import_documents([str(folder / "007.txt"), str(folder / "015.txt")], Details(outlet="Post"))
        return changed

    monkeypatch.setattr(session, "reload", reload_too_early)
    bulk.run([str(folder)], WorkersHere(bulk.job), on_imported=told.extend)
    assert [one.source for one in told if one.outcome is Outcome.KNOWN] == ["post", "post-2"]
    texts = [session.library.text(one.source or "") for one in told]
    assert texts == [article(at) for at in range(20)]
    assert not session.library.has_text("wire-13")
    other.close()


def test_a_document_that_another_session_brings_right_behind_an_edit_is_known(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path / "in", 20)
    other = Session.open(tmp_path / "store.json")
    bulk, told, edit = bulk_of(session), list[Imported](), session._store.edit

    def edit_and_be_followed(*arguments: Any, **named: Any) -> None:
        monkeypatch.setattr(session._store, "edit", edit)
        edit(*arguments, **named)
        other.reload()
        other.intake.import_documents([str(folder / "015.txt")], Details(outlet="Post"))

    monkeypatch.setattr(session._store, "edit", edit_and_be_followed)
    bulk.run([str(folder)], WorkersHere(bulk.job), on_imported=told.extend)
    assert [one.source for one in told if one.outcome is Outcome.KNOWN] == ["post"]
    assert session.library.size("sources") == 20
    other.close()


def test_a_source_that_another_session_takes_out_meanwhile_comes_in_again(session: Session, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", 30)
    (folder / "029.txt").write_text(article(0) + "\n")
    other = Session.open(tmp_path / "store.json")
    bulk, told = bulk_of(session), list[Imported]()

    def undo(imported: Sequence[Imported]) -> None:
        if not told:
            other.reload()
            other.remove("wire")
        told.extend(imported)

    bulk.run([str(folder)], WorkersHere(bulk.job), on_imported=undo)
    assert told[-1].outcome is Outcome.ADDED
    assert session.library.text(told[-1].source or "") == article(0) + "\n"
    other.close()


def test_two_imports_of_one_folder_at_once_bring_each_document_once(session: Session, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", 40)
    told = import_at_once(lambda: Session.open(tmp_path / "store.json"), folder, ["Wire", "Post"])
    assert sum(one.outcome is Outcome.ADDED for one in told) == 40
    assert {one.outcome for one in told} <= {Outcome.ADDED, Outcome.KNOWN}
    session.reload()
    assert sorted(
        filter(None, (session.library.text(one.source or "") for one in told if one.outcome is Outcome.ADDED))
    ) == (sorted(article(at) for at in range(40)))
