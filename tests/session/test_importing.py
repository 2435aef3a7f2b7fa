from collections.abc import Iterator
from pathlib import Path

import pytest

from summittui.model import InputError, SourceId, SourceKind
from summittui.model.selector import digest_of
from summittui.session import Session
from summittui.session.importing import Details, Imported, Outcome
from summittui.session.intake import Stage
from summittui.session.proposing import Proposer
from tests.in_memory import in_memory

EXAMPLE = Details(outlet="The Example")
ARTICLE = "“We can’t wait,” said Ada.\n\nThe hall listened.\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session.open(tmp_path / "store.json")
    yield opened
    opened.close()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def outcomes(imported: tuple[Imported, ...]) -> list[tuple[Outcome, str | None]]:
    return [(one.outcome, one.source) for one in imported]


def test_a_document_becomes_a_source_with_text_checksum_and_paragraphs(session: Session, article: Path) -> None:
    details = Details(outlet="The Example", published="2025-02", language="en", kind=SourceKind.TRANSCRIPT)
    assert outcomes(session.intake.import_documents([str(article)], details)) == [
        (Outcome.ADDED, "the-example-2025-02")
    ]
    source = session.library.source("the-example-2025-02")
    assert in_memory(session.library).texts[SourceId(source.id)] == ARTICLE
    assert (source.length, source.published, source.language, source.kind) == (
        len(ARTICLE),
        "2025-02",
        "en",
        "transcript",
    )
    words = [ARTICLE[paragraph.start : paragraph.end] for paragraph in source.outline]
    assert words == ["“We can’t wait,” said Ada.", "The hall listened."]
    assert [paragraph.digest for paragraph in source.outline] == [digest_of(each) for each in words]
    assert session.check().problems == ()


def test_what_the_file_states_is_taken_over_and_what_the_user_says_goes_before(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Rules\nsite: The Post\ndate: 2025-02-11\n---\nWords.\n")
    session.intake.import_documents([str(path)], Details(title="Mine"))
    source = session.library.source("the-post-2025-02")
    assert (source.outlet, source.title, source.published) == ("The Post", "Mine", "2025-02-11")


def test_an_import_is_one_edit_and_one_undo_takes_it_back(session: Session, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"The words of {name} alone.")
    before = in_memory(session.library).records
    imported = session.intake.import_documents([str(tmp_path / f"{name}.txt") for name in "abc"], EXAMPLE)
    assert [one.source for one in imported] == ["the-example", "the-example-2", "the-example-3"]
    session.undo()
    assert in_memory(session.library).records == before
    assert not session.library.has_text("the-example")
    session.redo()
    assert in_memory(session.library).texts[SourceId("the-example-3")] == "The words of c alone."


def test_without_an_outlet_nothing_is_imported_and_the_files_are_named(session: Session, article: Path) -> None:
    with pytest.raises(InputError, match=r"Nothing was imported: .*article\.txt state no outlet"):
        session.intake.import_documents([str(article)], Details())
    assert session.library.find("article") is None


def test_a_text_that_is_there_is_not_added_twice(session: Session, article: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(ARTICLE)
    imported = session.intake.import_documents([str(article), str(copy)], EXAMPLE)
    assert outcomes(imported) == [(Outcome.ADDED, "the-example"), (Outcome.KNOWN, "the-example")]
    assert outcomes(session.intake.import_documents([str(copy)], EXAMPLE, even_so=True)) == [
        (Outcome.KNOWN, "the-example")
    ]


def test_a_nearly_identical_text_is_told_as_a_variant_and_added_if_asked(session: Session, tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(400)]
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(" ".join(words))
    second.write_text(" ".join([*words[:200], "changed", *words[201:]]))
    session.intake.import_documents([str(first)], EXAMPLE)
    (told,) = session.intake.import_documents([str(second)], EXAMPLE)
    assert (told.outcome, told.source) == (Outcome.VARIANT, "the-example")
    assert told.note is not None
    assert "the text of the-example" in told.note
    assert outcomes(session.intake.import_documents([str(second)], EXAMPLE, even_so=True)) == [
        (Outcome.ADDED, "the-example-2")
    ]


def test_a_document_that_cannot_be_read_does_not_keep_the_others_out(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.bin").write_bytes(b"\0\1")
    (folder / "b.txt").write_text("Words.")
    heard: list[tuple[Stage, str]] = []

    def hear(stage: Stage, name: str) -> None:
        heard.append((stage, Path(name).name))

    bad, good = session.intake.import_documents([str(folder)], EXAMPLE, proposer=Proposer(), on_document=hear)
    assert (bad.outcome, good.outcome) == (Outcome.UNREAD, Outcome.ADDED)
    assert bad.note is not None
    assert "a.bin was not read: it is binary" in bad.note
    both = [(stage, name) for stage in (Stage.READ, Stage.COMPARED) for name in ("a.bin", "b.txt")]
    assert heard == [*both, (Stage.PROPOSED, "b.txt")]


@pytest.mark.parametrize("at", Stage)
def test_an_import_that_is_ended_at_any_stage_imports_nothing(session: Session, article: Path, at: Stage) -> None:
    article.with_name("other.txt").write_text("Other words, said Ada.")
    before, left = in_memory(session.library).records, [at, at]

    def end(stage: Stage, _name: str) -> None:
        if stage in left:
            left.remove(stage)
            if at not in left:
                raise InputError("cancelled")

    with pytest.raises(InputError, match="cancelled"):
        session.intake.import_documents([str(article.parent)], EXAMPLE, proposer=Proposer(), on_document=end)
    assert in_memory(session.library).records == before


def test_a_text_is_given_to_a_source_that_has_none_and_to_no_other(session: Session, article: Path) -> None:
    into = SourceId("mine")
    session.intake.import_documents([str(article)], EXAMPLE)
    with pytest.raises(InputError, match="has a text already"):
        session.intake.import_documents([str(article)], EXAMPLE, into=SourceId("the-example"))
    with pytest.raises(InputError, match="is not the text of stdaily, whose checksum is recorded"):
        session.intake.import_documents([str(article)], EXAMPLE, into=SourceId("stdaily"))
    from summittui.model import Source

    session.add(Source(id=into, kind=SourceKind.ARTICLE, outlet="Mine"))
    other = article.with_name("other.txt")
    other.write_text("Other words.")
    assert outcomes(session.intake.import_documents([str(other)], Details(), into=into)) == [(Outcome.ATTACHED, "mine")]
    assert session.library.source(into).length == len("Other words.")
    with pytest.raises(InputError, match="name one document, not 2"):
        session.intake.import_documents([str(other), str(article)], Details(), into=SourceId("nigeriapulse"))
