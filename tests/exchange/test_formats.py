import csv
import io
import json

import msgspec
import pytest

from summittui.exchange import (
    comparison_to_csv,
    comparison_to_json,
    comparison_to_markdown,
    records_to_csv,
    records_to_json,
    records_to_markdown,
)
from summittui.library import Library
from summittui.library.answers.comparison import compare
from summittui.library.memory.library import MemoryLibrary
from summittui.model import SEARCHED_TABLES, TABLES, Quote, Records
from summittui.queries.comparison import ComparisonQuery
from tests.paris import paris
from tests.store.samples import BO, REPORTED, WORDS, records_of

HOSTILE = '=1+1\x1b[31m\u202e|`*_<b>&\r\n"\u2028, end\U000e0041'
LIBRARY = MemoryLibrary(records_of())


def with_gist(gist: str) -> tuple[Library, Quote]:
    quote = msgspec.structs.replace(REPORTED, gist=gist)
    records = records_of()
    return MemoryLibrary(msgspec.structs.replace(records, quotes=(WORDS, quote))), quote


@pytest.mark.parametrize("table", SEARCHED_TABLES)
def test_json_has_every_field_of_every_record(table: str) -> None:
    records = paris().records.table(table)
    fields = set(TABLES[table].__struct_fields__) | ({"exact"} if table == "quotes" else set())
    plain = json.loads(records_to_json(records))
    assert len(plain) == len(records)
    for one in plain:
        assert set(one) == fields


def test_json_reads_back_as_the_same_records() -> None:
    for table, type_ in TABLES.items():
        plain = json.loads(records_to_json(paris().records.table(table)))
        for one in plain:
            if table == "quotes":
                del one["exact"]
        assert tuple(msgspec.convert(one, type_) for one in plain) == paris().records.table(table)


def test_json_is_lossless_and_holds_nothing_that_drives_a_terminal() -> None:
    _, quote = with_gist(HOSTILE + "\x9b\x7f\ud800")
    text = records_to_json([quote])
    assert json.loads(text)[0]["gist"] == quote.gist
    for char in "\x1b\x9b\x7f\u202e\u2028\r\ud800\U000e0041":
        assert char not in text


def test_csv_alters_no_character() -> None:
    library, quote = with_gist(HOSTILE)
    rows = list(csv.DictReader(io.StringIO(records_to_csv(library, "quotes", [quote]), newline="")))
    assert rows[0]["gist"] == HOSTILE


def test_csv_says_who_where_via_and_when() -> None:
    rows = list(csv.DictReader(io.StringIO(records_to_csv(LIBRARY, "quotes", [WORDS, REPORTED]))))
    assert rows[0]["exact"] == "Rules help."
    assert rows[0]["spans"] == "11-22"
    attribution = [rows[1][name] for name in ("speaker_name", "outlet", "via_name", "published")]
    assert attribution == ["Bo", "The Daily", "The Paper", "2025-02-12"]
    assert json.loads(rows[0]["stances"])[0]["issue"] == "rules"


@pytest.mark.parametrize("table", SEARCHED_TABLES)
def test_csv_and_markdown_have_a_row_for_each_record(table: str) -> None:
    library, records = MemoryLibrary(paris().records), paris().records.table(table)
    assert len(list(csv.reader(io.StringIO(records_to_csv(library, table, records))))) == len(records) + 1
    assert len(records_to_markdown(library, table, records).splitlines()) == len(records) + 2


def test_markdown_tells_direct_from_reported_words_and_says_who_where_via_and_when() -> None:
    lines = records_to_markdown(LIBRARY, "quotes", [WORDS, REPORTED]).splitlines()
    assert "| “Rules help.” | Ada | direct | The Daily (daily) |  | published 2025-02-12 |" in lines[2]
    assert "| reported: Bo thinks that they are a brake. | Bo | indirect | The Daily (daily) | The Paper |" in lines[3]
    assert "“" not in lines[3]


def test_markdown_escapes_markup_and_whatever_drives_a_terminal() -> None:
    library, quote = with_gist(HOSTILE)
    lines = records_to_markdown(library, "quotes", [quote]).splitlines()
    assert len(lines) == 3
    assert "=1+1&#x1B;\\[31m&#x202E;\\|\\`\\*\\_&lt;b&gt;&amp;&#xD;<br>" in lines[2]


def test_joiners_that_are_part_of_the_spelling_are_in_every_format() -> None:
    spelt = "می\u200cخواهم ශ\u0dca\u200dරී 👩\u200d🔬 ❤\ufe0f"
    library, quote = with_gist(spelt)
    assert spelt in records_to_markdown(library, "quotes", [quote])
    assert spelt in records_to_csv(library, "quotes", [quote])
    assert json.loads(records_to_json([quote]))[0]["gist"] == spelt


def test_a_comparison_says_silence_in_words_in_every_format() -> None:
    comparison = compare(LIBRARY, ComparisonQuery(sides=("ada", "bo")))
    assert "no statement found" in comparison_to_csv(LIBRARY, comparison)
    assert "| Bo | no statement found |" in comparison_to_markdown(LIBRARY, comparison)
    plain = json.loads(comparison_to_json(LIBRARY, comparison))
    assert [column["id"] for column in plain["columns"]] == ["ada", "bo"]
    assert plain["rows"][0]["state"] == "only one speaks"
    ada, bo = plain["rows"][0]["cells"]
    assert (bo["stance"], bo["n"]) == (None, 0)
    assert (ada["stance"], ada["n"], ada["words"][0]["text"]) == ("for", 1, "Rules help.")
    assert ada["words"][0]["published"] == ["2025-02-12"]


def test_an_export_of_nothing_is_still_well_formed() -> None:
    library = MemoryLibrary(Records())
    assert json.loads(records_to_json([])) == []
    assert records_to_csv(library, "actors", []).startswith("id,name,")
    assert records_to_markdown(library, "actors", []).startswith("| id | name |")


def test_an_actor_without_acts_has_empty_cells() -> None:
    assert records_to_markdown(LIBRARY, "actors", [BO]).splitlines()[2] == "| bo | Bo | person |  | 1 |  |"
