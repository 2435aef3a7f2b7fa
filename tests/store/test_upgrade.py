"""Stores of schema 1, as earlier versions wrote them: one document for a record and the notes on it."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from summittui.model import TABLE_OF, StoreDamaged
from summittui.model.codec import record_to_plain
from summittui.store.recovery import recover
from summittui.store.store import Store
from summittui.store.tables import fingerprint
from tests.store.samples import ADA, BO, DAILY, TEXT, WORDS, collection_of, records_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    tables: dict[str, Any] = {
        "_meta": {"1": {"schema": 1, "generation": 4, "collections": {"sample": "1.0.0"}, "deleted": {}}},
        "texts": {"1": {"id": DAILY, "text": TEXT, "sha256": "0" * 64, "_": {"rev": 1}}},
    }
    for record in records_of():
        notes = {"rev": 2, "collection": "sample", "seeded": fingerprint(record)}
        table = tables.setdefault(TABLE_OF[type(record)], {})
        if record == WORDS:
            tables["_meta"]["1"]["deleted"][WORDS.id] = fingerprint(record)
        else:
            table[str(len(table) + 1)] = {**record_to_plain(record), "_": notes}
    path = tmp_path / "store.json"
    path.write_text(json.dumps(tables))
    path.with_name("store.json.lock").write_text("process 1 of user 0 on host")
    return path


def test_an_older_store_is_read_and_stays_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    store = Store.open(path)
    assert {record.id for record in store.records()} == {record.id for record in records_of()} - {WORDS.id}
    assert store.texts() == {DAILY: TEXT}
    assert store.info().edits == 4
    assert path.read_bytes() == before
    assert not path.with_name("store.json.history").exists()


def test_the_first_edit_rewrites_it_and_others_follow(path: Path) -> None:
    store, other = Store.open(path), Store.open(path)
    store.put(msgspec.structs.replace(ADA, note="edited"))
    assert json.loads(path.read_text())["_meta"]["1"]["schema"] == 2
    assert other.changed()
    other.records()
    other.put(msgspec.structs.replace(BO, note="edited"))
    assert Store.open(path).records() == store.records() == other.records()
    assert store.info().edits == 6


def test_what_was_seeded_and_deleted_is_still_known(path: Path) -> None:
    store = Store.open(path)
    store.put(msgspec.structs.replace(ADA, note="edited"))
    report = store.collections.merge(collection_of(version="1.1.0"))
    assert report.kept == ("ada", WORDS.id)
    assert report.conflicts == ()


def test_a_document_of_another_shape_is_damage(path: Path) -> None:
    plain = json.loads(path.read_text())
    plain["quotes"]["one"] = plain["quotes"].pop("1")
    path.write_text(json.dumps(plain))
    with pytest.raises(StoreDamaged):
        Store.open(path)
    assert path.exists()


def test_a_sound_older_store_needs_no_recovery(path: Path) -> None:
    assert recover(path).problem == ""
