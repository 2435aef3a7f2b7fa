"""Queries on the command line: what they keep, and how a mistake in one is told."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from summittui.cli import main
from summittui.cli.querying import _pointed_at
from summittui.model import SEARCHED_TABLES
from summittui.model.text import fold
from tests.paris import paris


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITTUI_STORE", str(tmp_path / "store.json"))


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output
    return result


def run_json(*arguments: str) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_query_chooses_what_is_listed() -> None:
    query = 'issue:ai-leadership stance:for -source:nigeriapulse "gold standard"'
    quotes = run_json("list", "quotes", "--query", query)
    assert [quote["id"] for quote in quotes] == ["vance-gold-standard"]
    assert run_json("list", "quotes", "-q", "by:vance", "--kind", "mixed") == run_json(
        "list", "quotes", "--query", "kind:mixed by:jd-vance"
    )


def test_a_mistake_in_a_query_is_one_sentence_with_its_column() -> None:
    for arguments in (("list", "quotes", "-q", "gold stance:agaist"), ("search", "gold stance:agaist")):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "at column 13, stance: cannot be 'agaist'; did you mean against?" in result.stderr
        assert result.stdout == ""


def test_a_field_that_says_nothing_about_a_table_is_refused_with_the_tables_of_which_it_does() -> None:
    result = run("list", "actors", "--query", "via:ecns")
    assert result.exit_code == 2
    assert "via:ecns says nothing about actors; take it away, or ask for one of: quotes" in result.stderr


def found(*words: str) -> list[str]:
    return [hit["id"] for each in run_json("search", *words)["tables"] for hit in each["hits"]]


def test_a_search_takes_fields_phrases_and_opposites() -> None:
    assert found('actor:vance kind:mixed "gold standard"') == ["vance-gold-standard"]
    assert found("-source:nigeriapulse", "gold") == ["vance-gold-standard"]
    assert run("search", "--", "-kind:mixed gold standard").exit_code == 0


def test_a_search_as_json_says_what_was_understood_and_counts_in_every_table() -> None:
    result = run_json("search", "by:vance", "Gold")
    assert result["query"] == {"text": "by:vance Gold", "keeps": ["by JD Vance", "with “Gold”"]}
    counts = {each["table"]: (each["found"], each["of"], len(each["hits"])) for each in result["tables"]}
    assert tuple(counts) == SEARCHED_TABLES
    assert counts["quotes"] == (2, len(paris().records.quotes), 2)
    assert counts["actors"] == (0, len(paris().records.actors), 0)


def test_a_search_as_json_says_where_in_which_field_its_words_stand() -> None:
    (quotes,) = (each for each in run_json("search", "delangue")["tables"] if each["table"] == "quotes")
    (hit,) = (each for each in quotes["hits"] if each["id"] == "delangue-deepseek")
    where = {each["field"]: (each["text"], each["ranges"]) for each in hit["matches"]}
    assert where["speaker"] == ("Clément Delangue", [[8, 16]])
    assert "Clément Delangue" in hit["label"]
    assert "exact" not in where


def test_a_list_is_sorted_by_a_field_and_turned_round() -> None:
    names = [actor["name"] for actor in run_json("list", "actors", "--sort", "name")]
    assert names == sorted(names, key=fold)
    assert [actor["name"] for actor in run_json("list", "actors", "--sort", "name", "--reverse")] == names[::-1]
    dates = [quote.get("date") for quote in run_json("list", "quotes", "--sort", "date")]
    assert dates == sorted(filter(None, dates)) + [None] * dates.count(None)
    refused = run("list", "actors", "--sort", "aliases")
    assert refused.exit_code == 2
    assert "cannot be sorted by 'aliases'; choose among id, name" in refused.stderr


def test_the_caret_stands_under_the_mistake_however_wide_the_signs_before_it_are() -> None:
    assert _pointed_at("gold stance:x", 12) == "gold stance:x\n            ^"
    assert _pointed_at("中 stance:x", 9) == "中 stance:x\n          ^"
