import io
import tarfile
from pathlib import Path

import pytest

from summittui.intake import gathering
from summittui.intake.gathering import gather
from summittui.intake.readers import Reading, archive
from summittui.model import InputError
from tests.intake.readers.files import zip_file


def names_and_texts(place: Path | str) -> list[tuple[str, str | None]]:
    with Reading() as reading:
        return [
            (each.name.removeprefix(f"{place}").lstrip("/"), each.document.text if each.document else each.problem)
            for each in gather(str(place), reading)
        ]


def test_a_folder_gives_its_files_in_order_and_one_bad_file_does_not_end_the_others(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("second")
    (tmp_path / "a.txt").write_bytes(b"\0")
    (tmp_path / ".hidden").write_text("no")
    (tmp_path / "sub" / "c.md").write_text("*third*")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (first, why), *others = names_and_texts(tmp_path)
    assert first == "a.txt"
    assert why is not None
    assert why.startswith(f"{tmp_path}/a.txt was not read: it is binary;")
    assert others == [("b.txt", "second"), ("sub/c.md", "third")]


def test_archives_give_their_files(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zip_file({"x/one.txt": b"one", "__MACOSX/y": b"no", "two.txt": b"two"}))
    assert names_and_texts(tmp_path / "a.zip") == [(":x/one.txt", "one"), (":two.txt", "two")]
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as packed:
        entry = tarfile.TarInfo("../one.txt")
        entry.size = 3
        packed.addfile(entry, io.BytesIO(b"one"))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    assert names_and_texts(tmp_path / "b.tar.gz") == []  # a path that leads out is hidden behind its dots
    assert not list(tmp_path.parent.glob("one.txt"))


@pytest.mark.parametrize("name", ["a.zip", "a.tgz"])
def test_an_archive_that_is_too_full_or_broken_says_so(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    if name == "a.zip":
        path.write_bytes(zip_file({"one.txt": b"one", "two.txt": b"two"}))
    else:
        with tarfile.open(path, "w:gz") as packed:
            for inner in ("one.txt", "two.txt"):
                packed.addfile(tarfile.TarInfo(inner))
    monkeypatch.setattr(archive, "ENTRIES", 1)
    assert "holds more than 1 files" in (names_and_texts(path)[-1][1] or "")
    path.write_bytes(path.read_bytes()[:40])
    with Reading() as reading:
        (only,) = gather(str(path), reading)
    assert only.problem


def test_standard_input_is_read_and_a_missing_file_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("“words”".encode())))
    assert names_and_texts("-") == [("standard input", "“words”")]
    with pytest.raises(InputError, match="was not read: it is no file"):
        names_and_texts(tmp_path / "none")
    with pytest.raises(InputError, match="A place is empty"):
        names_and_texts("")
    monkeypatch.setattr(gathering, "ENTRIES", 0)
    (tmp_path / "a").write_text("a")
    with pytest.raises(InputError, match="holds more than 0 files"):
        names_and_texts(tmp_path)
