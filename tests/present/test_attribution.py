"""Citations: no quote without who, in which source, when, via whom, and any doubt."""

import re

import pytest
from msgspec.structs import replace

from summittui.library import Library
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActorId, Quote, QuoteKind, Source
from summittui.present.attribution import citation, manner
from tests.model.samples import DIRECT, INDIRECT, RECORDS, SOURCE
from tests.paris import paris, quote, source

LIBRARY = MemoryLibrary(paris().records)
QUOTES = pytest.mark.parametrize("cited", paris().records.quotes, ids=lambda cited: cited.id)


@QUOTES
def test_a_citation_says_who_speaks(cited: Quote) -> None:
    assert (LIBRARY.name(cited.speaker) if cited.speaker else "unnamed others") in citation(LIBRARY, cited)


@QUOTES
def test_a_citation_says_where_and_when(cited: Quote) -> None:
    line, home = citation(LIBRARY, cited), source(cited.source)
    number = home.paragraph_at(cited.spans[0].start)
    assert f"{home.outlet}, {home.published}, paragraph {number}" in line
    assert home.url
    assert home.url in line


@QUOTES
def test_a_citation_says_via_whom_where_that_is_another(cited: Quote) -> None:
    line = citation(LIBRARY, cited)
    if cited.via and str(cited.via) != cited.speaker:
        assert f", via {LIBRARY.name(cited.via)}." in line
    else:
        assert ", via " not in line


@QUOTES
def test_a_citation_says_whose_wording_it_is(cited: Quote) -> None:
    line = citation(LIBRARY, cited)
    assert f"({manner(cited.kind)})" in line
    assert line.startswith(f"“{cited.exact}”" if cited.exact else f"reported: {cited.gist}")


@QUOTES
def test_a_citation_carries_the_doubt_and_no_doubt_of_its_own(cited: Quote) -> None:
    doubt = re.search(r" Doubtful: (.*)\.$", citation(LIBRARY, cited))
    assert (doubt.group(1) + "." if doubt else None) == cited.doubt


@QUOTES
def test_a_citation_is_one_line(cited: Quote) -> None:
    assert "\n" not in citation(LIBRARY, cited)


def test_the_whole_citation_of_a_fragment_reads_on() -> None:
    assert citation(LIBRARY, quote("dudfield-credibility")).startswith(
        "“undercutting its hard-won credibility as a world leader for safe, ethical and trustworthy AI innovation.” "
        "(in a report: The UK endangers the standing in safe and trustworthy AI that it worked hard for.) — "
        "Andrew Dudfield, the head of AI at Full Fact (fragment in a reported clause). "
        "Science and Technology Daily, 2025-03-01, paragraph 5, 1135–1255, via The Guardian. https://"
    )


def small(**of_source: str | None) -> Library:
    changed: Source = replace(SOURCE, **of_source)
    return MemoryLibrary(replace(RECORDS, sources=(changed,)))


def test_an_undated_source_says_so() -> None:
    assert "The Daily, no date, paragraph 1, 11–22." in citation(small(published=None), DIRECT)


def test_a_title_and_an_address_are_given_where_there_are_any() -> None:
    library = small(title="The pact", url="https://daily.example/pact")
    assert citation(library, DIRECT).endswith("paragraph 1, 11–22. “The pact”. https://daily.example/pact")
    assert citation(small(), DIRECT).endswith("The Daily, 2025-02-12, paragraph 1, 11–22.")


def test_an_outlet_that_speaks_itself_is_not_its_own_channel() -> None:
    own = replace(INDIRECT, via=ActorId("bo"))
    assert "via" not in citation(MemoryLibrary(RECORDS), own)


def test_the_role_is_that_of_the_quote_before_that_of_the_source() -> None:
    assert "— Ada, chair (direct words)" in citation(MemoryLibrary(RECORDS), replace(DIRECT, role="chair"))


def test_nobody_gets_a_role_that_his_source_does_not_give() -> None:
    khan = quote("khan-pathway")
    assert f"— Yasir Habib Khan ({manner(khan.kind)})." in citation(LIBRARY, khan)


def test_a_hostile_record_drives_no_terminal() -> None:
    hostile = replace(INDIRECT, gist="a\x1b]52;c;x\x07b\u202e\n", doubt="c\x9b2Jd")
    line = citation(small(outlet="Da\x1b[31mily\n", url="http://x\x07"), hostile)
    assert not set(line) & set("\x1b\x07\x9b\u202e\n")


def test_every_kind_has_its_manner() -> None:
    assert len({manner(kind) for kind in QuoteKind}) == len(QuoteKind)
