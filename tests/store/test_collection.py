"""Reading a collection: what is damaged is named with its file, record and field."""

import re
import shutil
from pathlib import Path

import pytest

import summittui
from summittui.model import InputError
from summittui.store.collection import load_collection, shipped_collections


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_collections() / "paris-2025", tmp_path / "paris-2025"))


def complaint_about(folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        load_collection(folder)
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_an_untouched_copy_loads_the_same(copy: Path) -> None:
    assert load_collection(copy) == load_collection(shipped_collections() / "paris-2025")


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            "quotes.toml",
            "start = 828, end = 889",
            "start = 889, end = 828",
            "quotes.toml, vance-kill-industry, spans[0]: the span 889–828 is empty or runs backwards; its",
        ),
        (
            "quotes.toml",
            "start = 828, end = 889",
            "start = 828, end = 5000",
            "quotes.toml, vance-kill-industry, spans[0]: the span 828–5000 ends behind the text of 'stdaily', which",
        ),
        (
            "quotes.toml",
            "start = 2072, end = 2126",
            "start = 2060, end = 2126",
            "quotes.toml, von-der-leyen-up-for-grabs, spans[1]: the span 2060–2126 overlaps or precedes",
        ),
        (
            "quotes.toml",
            'exact = "kill a',
            'exact = "kill the',
            "quotes.toml, vance-kill-industry, quoted[0]: the exact words have 33 characters, the span",
        ),
        (
            "quotes.toml",
            'speaker = "jd-vance"',
            'speaker = "jd-vanse"',
            "quotes.toml, vance-regulation-concerns, speaker: no actor or declaration has the id 'jd-vanse'; add",
        ),
        (
            "declarations.toml",
            'actor = "china"',
            'actor = "chyna"',
            "declarations.toml, paris-statement, acts[1].actor: no actor has the id 'chyna'; add it or correct the id",
        ),
        (
            "actors.toml",
            'id = "andrew-dudfield"',
            'id = "deepseek"',
            "actors.toml, deepseek, id: the id is taken by a record in actors; choose another",
        ),
        (
            "issues.toml",
            'label = "Tight regulation"',
            'lable = "Tight regulation"',
            "issues.toml, tight-regulation, lable: the model has no such field; remove it or correct its name",
        ),
        (
            "issues.toml",
            'label = "Tight regulation"\n',
            "",
            "issues.toml, tight-regulation: the required field 'label' is missing; add it",
        ),
        (
            "issues.toml",
            'id = "tight-regulation"\n',
            "",
            "issues.toml, record 2: the required field 'id' is missing; add it",
        ),
        (
            "sources.toml",
            "length = 4057",
            'length = "4057"',
            "sources.toml, stdaily, length: this must be a whole number, not a text; correct it",
        ),
        (
            "sources.toml",
            'published = "2025-03-01"',
            'published = "2025-02-30"',
            "sources.toml, stdaily, published: '2025-02-30' is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (
            "collection.toml",
            'licence = "MIT"',
            "licence = 1",
            'collection.toml, licence: a text is missing here; write licence = "…"',
        ),
        (
            "collection.toml",
            "licence",
            "license",
            "collection.toml, license: a collection has no such field; remove it or correct its name (and",
        ),
    ],
)
def test_damage_gives_one_sentence_with_file_record_and_field(
    copy: Path, file: str, old: str, new: str, sentence: str
) -> None:
    replace(copy / file, old, new)
    assert complaint_about(copy).startswith(sentence)


def test_the_whole_sentence_says_what_to_do(copy: Path) -> None:
    replace(copy / "quotes.toml", "start = 828, end = 889", "start = 889, end = 828")
    assert complaint_about(copy) == (
        "quotes.toml, vance-kill-industry, spans[0]: the span 889–828 is empty or runs backwards; its end must lie "
        "behind its start (and 1 more problem)"
    )


def test_other_problems_are_counted(copy: Path) -> None:
    for end in (94, 95, 96, 97):
        add(copy / "issues.toml", f'\n[[issues]]\nid = "issue-{end}"\n')
    assert complaint_about(copy).endswith("is missing; add it (and 3 more problems)")


def test_invalid_toml_is_named_with_its_line(copy: Path) -> None:
    replace(copy / "issues.toml", 'label = "Tight', "label : Tight")
    line = (copy / "issues.toml").read_text(encoding="utf-8").split("label : Tight")[0].count("\n") + 1
    assert re.match(rf"issues\.toml: this is not valid TOML: .*\(at line {line}, column \d+\); ", complaint_about(copy))


def test_a_missing_file_is_named_with_its_folder(copy: Path) -> None:
    (copy / "claims.toml").unlink()
    assert complaint_about(copy) == f"claims.toml: the file is missing in {copy}; put it there or give another folder"


def test_a_folder_that_is_no_collection_says_what_it_lacks(tmp_path: Path) -> None:
    assert complaint_about(tmp_path / "nowhere").startswith("collection.toml: the file is missing in ")


def test_a_file_that_cannot_be_read_says_why(copy: Path) -> None:
    (copy / "events.toml").unlink()
    (copy / "events.toml").mkdir()
    assert complaint_about(copy).startswith("events.toml: the file cannot be read (Is a directory); ")


def test_text_that_is_not_utf8_is_named_with_its_byte(copy: Path) -> None:
    (copy / "events.toml").write_bytes(b'name = "\xff"')
    assert complaint_about(copy) == "events.toml: byte 8 is not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000])
def test_a_value_that_no_reader_can_take_is_refused(copy: Path, value: str) -> None:
    (copy / "events.toml").write_text(f"events = {value}", encoding="utf-8")
    assert complaint_about(copy).startswith("events.toml: ")


def test_a_key_beside_the_records_is_named(copy: Path) -> None:
    text = (copy / "events.toml").read_text(encoding="utf-8")
    (copy / "events.toml").write_text(f"owner = 1\n{text}", encoding="utf-8")
    assert (
        complaint_about(copy)
        == "events.toml, owner: the file holds [[events]] alone; move it elsewhere or correct its name"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "[events]\nid = 1",
            "events.toml, events: this must be a list of records; write [[events]] before each record",
        ),
        ("events = [1]", "events.toml, record 1: this is no record; write [[events]] before its fields"),
    ],
)
def test_what_is_no_list_of_records_is_refused(copy: Path, text: str, sentence: str) -> None:
    (copy / "events.toml").write_text(text, encoding="utf-8")
    assert complaint_about(copy) == sentence


def test_the_shipped_collections_stand_at_the_root_of_a_checkout() -> None:
    assert shipped_collections() == Path(__file__).parents[2] / "data"


def test_the_shipped_collections_stand_inside_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summittui, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "data").mkdir()
    assert shipped_collections() == tmp_path / "data"
