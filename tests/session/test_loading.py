import io
import json
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from summittui.exchange.formats import FORMATS
from summittui.exchange.loading import loaded as limits
from summittui.library.memory.library import MemoryLibrary
from summittui.model import Cancelled, InputError, QuoteKind, SourceId, StanceValue
from summittui.session import Session
from summittui.session.load_report import remarks
from summittui.session.loading import LoadPlan, LoadStage
from summittui.store.store import Store
from tests.in_memory import in_memory
from tests.paris import paris
from tests.store.samples import REPORTED, WORDS, records_of

LIBRARY = MemoryLibrary(paris().records)
LIBRARY_FILE = FORMATS["json"].write(LIBRARY, ()).content
TEXT = "👩‍🔬 Ada said: “We sign.” Bo says no.\n"


@pytest.fixture
def empty(tmp_path: Path) -> Session:
    return Session(Store.create(tmp_path / "store.json", None))


def load(
    session: Session, content: bytes, tmp_path: Path, *, replacing: bool = False, is_trial: bool = False
) -> LoadPlan:
    path = tmp_path / "file"
    path.write_bytes(content)
    return session.load(path, replacing=replacing, is_trial=is_trial)


def qdpx(project: str, **files: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("project.qde", project)
        for name, text in files.items():
            packed.writestr(f"Sources/{name}.txt", text)
    return archive.getvalue()


PROJECT = """<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Their project" origin="QualCoder 3">
 <CodeBook><Codes><Code guid="c1" name="Signing" isCodable="true"><Description>Should it be signed?</Description>
  <Code guid="c2" name="Sub" isCodable="true"/></Code></Codes></CodeBook>
 <Cases><Case guid="p1" name="Ada"><SelectionRef targetGUID="s1"/></Case></Cases>
 <Sources><TextSource guid="t1" name="Their text" plainTextPath="internal://T1.txt">
  <PlainTextSelection guid="s1" startPosition="{start}" endPosition="{end}">
   <Coding guid="k1"><CodeRef targetGUID="c1"/></Coding></PlainTextSelection>
 </TextSource><PDFSource guid="t2" name="A PDF"/></Sources>
</Project>"""


def test_a_library_comes_back_in_one_edit_and_goes_with_one_undo(empty: Session, tmp_path: Path) -> None:
    load(empty, LIBRARY_FILE, tmp_path)
    assert in_memory(empty.library).records == LIBRARY.records
    assert FORMATS["json"].write(empty.library, ()).content == LIBRARY_FILE
    empty.undo()
    assert not any(in_memory(empty.library).records)


def test_what_is_different_stays_unless_it_is_to_be_replaced(empty: Session, tmp_path: Path) -> None:
    load(empty, LIBRARY_FILE, tmp_path)
    quote = in_memory(empty.library).records.quotes[0]
    empty.change(replace(quote, note="Mine."))
    plan = load(empty, LIBRARY_FILE, tmp_path)
    assert plan.different == (quote.id,)
    assert in_memory(empty.library).records.quotes[0].note == "Mine."
    load(empty, LIBRARY_FILE, tmp_path, replacing=True)
    assert in_memory(empty.library).records.quotes[0] == quote


def test_csv_of_the_same_quotes_is_there_already_and_names_a_remedy_that_holds(empty: Session, tmp_path: Path) -> None:
    load(empty, LIBRARY_FILE, tmp_path)
    quotes = in_memory(empty.library).records.quotes
    for format_id in ("csv", "spreadsheet"):
        plan = load(empty, FORMATS[format_id].write(empty.library, quotes).content, tmp_path)
        assert (plan.same, plan.different, plan.records) == (len(quotes), (), {})
    content = FORMATS["csv"].write(empty.library, quotes).content.replace(b"holds back", b"slows")
    plan = load(empty, content, tmp_path, replacing=True)
    assert plan.different
    assert not plan.records
    assert [sentence.partition("; ")[2] for sentence in remarks(plan, remedy="--replace takes them")] == [
        "CSV has too few fields to take their place: edit them here, or load JSON Lines."
    ]


def test_a_trial_writes_nothing(empty: Session, tmp_path: Path) -> None:
    load(empty, LIBRARY_FILE, tmp_path, is_trial=True)
    assert not any(in_memory(empty.library).records)


def test_a_project_of_another_program_becomes_sources_actors_issues_and_quotes(empty: Session, tmp_path: Path) -> None:
    start = TEXT.index("We sign.")
    project = PROJECT.format(start=start, end=start + len("We sign."))
    plan = load(empty, qdpx(project, T1=TEXT), tmp_path)
    records = in_memory(empty.library).records
    (quote,) = records.quotes
    assert quote.exact == "We sign."
    assert quote.kind is QuoteKind.TEXT
    assert [actor.name for actor in records.actors] == ["Ada"]
    assert [issue.label for issue in records.issues] == ["Signing", "Sub"]
    assert [(stance.issue, stance.stance) for stance in quote.stances] == [("signing", StanceValue.UNCLEAR)]
    assert in_memory(empty.library).texts[SourceId(quote.source)] == TEXT
    assert plan.left_out == ("1 sources of the kind PDFSource",)


def test_a_project_of_ours_comes_back_with_speakers_kinds_sides_and_texts(empty: Session, tmp_path: Path) -> None:
    text = "x" * 3000
    own = MemoryLibrary(records_of(), {SourceId(REPORTED.source): text})
    load(empty, FORMATS["qdpx"].write(own, own.records.quotes).content, tmp_path)
    kinds = {quote.id: quote.kind for quote in in_memory(empty.library).records.quotes}
    assert kinds.keys() <= {REPORTED.id, WORDS.id}
    assert all(kinds[id_] is quote.kind for id_, quote in ((REPORTED.id, REPORTED), (WORDS.id, WORDS)) if id_ in kinds)
    assert list(in_memory(empty.library).texts.values()) == [text]


@pytest.mark.parametrize(
    "codebook",
    [
        (
            b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="Signing" isCodable="true">'
            b"<Description>Should it be signed?</Description></Code></Codes></CodeBook>"
        ),
        b"tag,description,number of highlights,number of documents\r\nSigning,Should it be signed?,3,1\r\n",
    ],
)
def test_the_codes_of_a_codebook_become_issues(empty: Session, tmp_path: Path, codebook: bytes) -> None:
    load(empty, codebook, tmp_path)
    (issue,) = in_memory(empty.library).records.issues
    assert (issue.label, issue.question) == ("Signing", "Should it be signed?")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><CodeBook>&b;</CodeBook>'
ELSEWHERE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><CodeBook>&a;</CodeBook>'
BAD = {
    "a version of many digits": (
        b'{"format": "summittui library", "version": ' + b"9" * 400 + b"}",
        "version is 9{19}…",
    ),
    "more cells than columns": (b"name\na,b,c\n", "line 2 has more or fewer cells"),
    "a column twice": (b"name,name\na,b\n", "the column 'name' stands twice"),
    "a code without a name": (b'<CodeBook><Codes><Code name=" "/></Codes></CodeBook>', "code 1 has no name"),
    "a carriage return in a heading": (b'na"me\r\r"\rx', "format is not known"),
    "truncated JSON": (LIBRARY_FILE[:5000], "broken off"),
    "no JSON": (b'{"format": "summittui library", oops}', "no JSON .*line 1"),
    "a later version": (b'{"format": "summittui library", "version": 9}', "version is 9"),
    "another encoding": ("id,kind,source,gist\nö".encode("latin-1"), r"not in UTF-8 \(byte 20\)"),
    "semicolons between cells": (
        b"id;kind;source;words\nq;direct;s;x\n",
        "set apart by semicolons",
    ),
    "tabs between cells": (b"name\tparent\na\tb\n", "set apart by tabs; save it with commas"),
    "UTF-16": ("id,kind,source\nq,direct,s\n".encode("utf-16"), r"not in UTF-8 \(byte 0\)"),
    "a span that is none": (b'id,kind,source,spans\nq,direct,s,"[[1]]"\n', r"line 2 has \[1\] where a span must stand"),
    "a text that is no text": (
        b'{"format": "summittui library", "version": 1, "records": {}, "texts": {"x": 3}}',
        "the text of 'x' is no text; correct it",
    ),
    "a position that is no number": (
        qdpx(PROJECT.format(start="x", end=2), T1=TEXT),
        "selection 1 of 'Their text' has no number as its startPosition",
    ),
    "an unknown column": (b"id,kind,source,colour\nq,direct,s,red\n", "column 'colour' is not known"),
    "an unknown field": (b'{"id": "q", "source": "s", "kind": "direct", "colour": 1}', "no such field"),
    "a quote of nobody": (b'{"id": "q", "source": "nowhere", "kind": "direct", "words": "x"}', "names nowhere, which"),
    "too few cells": (b"id,kind,source\nq,direct\n", "line 2 has more or fewer cells"),
    "an open quotation mark": (b'id,kind,source\n"q,direct,s\n', "the row that begins in line 2 is no CSV"),
    "a foreign annotation": (
        b'{"@context": "x", "items": [{"body": []}]}',
        "annotation 1: no words and no position in a text are marked",
    ),
    "entities": (BOMB.encode(), "document type or entities"),
    "a file of ours asked for": (ELSEWHERE.encode(), "document type or entities"),
    "truncated XML": (b"<CodeBook><Codes>", "broken off"),
    "truncated zip": (qdpx(PROJECT, T1=TEXT)[:200], "archive cannot be read"),
    "a zip without a project": (qdpx("<Other/>"), "root is 'Other'"),
    "a hostile project": (qdpx(BOMB), "document type or entities"),
    "a selection behind the text": (qdpx(PROJECT.format(start=1, end=999), T1=TEXT), "1–999 of 'Their text'"),
    "a text that is missing": (qdpx(PROJECT.format(start=1, end=2)), "not in the archive"),
    "nested without end": (b'{"format": "summittui library", "x": ' + b"[" * 100_000, "nested too deeply|broken off"),
    "a lone surrogate": (
        b'{"format": "summittui library", "version": 1,\n"texts": {"x": "\\ud800"}}',
        r"half a character \(a lone surrogate; line 2 or below\)",
    ),
    "a text of no source": (
        (
            b'{"format": "summittui library", "version": 1, "texts": {"a": "x"}, "records":'
            b'{"actors": [{"id": "a", "name": "A", "kind": "state"}]}}'
        ),
        "it names a, which this library does not have",
    ),
    "nested elements without end": (b"<CodeBook>" + b"<Codes>" * 100_000, "200 of them in each other"),
    "a name that shows nothing": (b"name\n\0\n", "line 2 has no name of a code; name it"),
    "a label that shows nothing": (
        (
            b'{"format": "summittui library", "version": 1, "records": {"issues": [{"id": "x", "label": "\\u0000",'
            b'"question": "?", "pole_for": "f", "pole_against": "a"}]}}'
        ),
        "issues 'x', label: it must show something",
    ),
    "a line without an id": (b'\n{"kind": "direct"}', "line 2: quotes: the required field 'id' is missing; add it"),
    "a text of nobody": (
        b'{"format": "summittui library", "version": 1, "records": {}, "texts": {"x": "y"}}',
        "it names x, which this library does not have",
    ),
    "no list of codes": (b"- a: b\n", "line 1 is no code of a codebook"),
    "a reference in YAML": (b"- &a Signing\n- *a\n", "line 1 refers to another place"),
    "broken YAML": (b"- a\n - b: [\n", "no YAML, or broken off"),
    "a deep list": (b"- a:\n" + b"".join(b"  " * n + b"- a:\n" for n in range(1, 300)), "no code of a codebook"),
    "nothing": (b"  \n", "empty"),
    "something else": (b"Dear all, hello\n", "format is not known"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence_and_nothing_is_loaded(name: str, empty: Session, tmp_path: Path) -> None:
    content, says = BAD[name]
    with pytest.raises(InputError, match=says) as refused:
        load(empty, content, tmp_path)
    assert str(refused.value).startswith("nothing was loaded from ")
    assert "; " in str(refused.value), "it says what to do"
    assert "\n" not in str(refused.value)
    assert not any(in_memory(empty.library).records)


def test_a_zip_that_unpacks_to_too_much_is_refused(
    empty: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summittui.exchange.loading.refi_project.UNPACKED", 1000)
    with pytest.raises(InputError, match="1,000 bytes unpacked"):
        load(empty, qdpx(PROJECT, T1="x" * 2000), tmp_path)


def test_too_many_rows_are_refused(empty: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST", 10)
    line = json.dumps({"id": "q", "source": "s", "kind": "direct", "words": "x"})
    with pytest.raises(InputError, match="more than 10 records; load it in parts"):
        load(empty, "\n".join([line] * 11).encode(), tmp_path)


def test_too_many_codes_are_refused_before_they_are_read(
    empty: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST", 10)
    with pytest.raises(InputError, match="more than 10 records; load it in parts"):
        load(empty, b"<CodeBook><Codes>" + b'<q:Code name="a"/>' * 11 + b"and no end", tmp_path)


def test_a_loading_can_be_ended_and_then_nothing_is_loaded(empty: Session, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(LIBRARY_FILE)

    for ended in (stage for stage in LoadStage if stage not in {LoadStage.ANCHORED, LoadStage.RECODED}):

        def on_record(stage: LoadStage, number: int, ended: LoadStage = ended) -> None:
            if stage is ended and (number == 20 or ended is LoadStage.SAVED):
                raise KeyboardInterrupt

        with pytest.raises(Cancelled, match=r"^The loading was cancelled; nothing was loaded\.$"):
            empty.load(path, on_record=on_record)
        assert not any(in_memory(empty.library).records)
    empty.load(path)


def test_the_last_stage_of_a_loading_is_its_saving_which_comes_once(empty: Session, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(LIBRARY_FILE)
    stages: list[tuple[LoadStage, int]] = []
    plan = empty.load(path, on_record=lambda stage, number: stages.append((stage, number)))
    assert stages[-1] == (LoadStage.SAVED, len(plan.records))
    assert [stage for stage, _ in stages].count(LoadStage.SAVED) == 1
    entered = [number for stage, number in stages if stage is LoadStage.ENTERED]
    assert entered == list(range(1, len(plan.records) + 1))


def test_names_that_a_file_brings_for_a_second_time_are_told(empty: Session, tmp_path: Path) -> None:
    load(empty, LIBRARY_FILE, tmp_path)
    codes = b"name\nUS\nChina\nSigning\nsigning\n"
    told = (
        "'China' can mean china or china-2; enter one of these ids to say which.",
        "'signing' can mean signing or signing-2; enter one of these ids to say which.",
    )
    trial, done = (load(empty, codes, tmp_path, is_trial=is_trial).notices for is_trial in (True, False))
    assert trial == done
    assert set(told) < set(done)
    assert any(notice.startswith("'us' can mean united-states or us;") for notice in done)


def test_positions_of_a_project_that_fit_only_as_utf_16_counts_are_converted_and_said(
    empty: Session, tmp_path: Path
) -> None:
    start = len(TEXT[: TEXT.index("We sign.")].encode("utf-16-le")) // 2
    project = PROJECT.format(start=start, end=start + len("We sign."))
    named = qdpx(project.replace('guid="s1" start', 'guid="s1" name="We s…" start'), T1=TEXT)
    plan = load(empty, named, tmp_path)
    assert in_memory(empty.library).records.quotes[0].exact == "We sign."
    assert plan.remarks == ("The positions in 'Their text' were counted in UTF-16, and converted to code points",)
    assert not load(empty, named, tmp_path).records


def test_a_codebook_of_qualitative_coding_comes_back_as_it_went(empty: Session, tmp_path: Path) -> None:
    labels = ("Signing", 'A "b" \\ 👩‍🔬: # - no', "ñ\u202e\u0085…")
    issues = tuple(replace(LIBRARY.issues()[0], id=f"i-{at}", label=label) for at, label in enumerate(labels))
    library = MemoryLibrary(replace(records_of(), quotes=(), issues=issues))
    load(empty, FORMATS["codebook-yaml"].write(library, ()).content, tmp_path)
    assert {issue.label for issue in empty.library.issues()} >= set(labels)
    load(empty, b"# mine\n---\n- Zoo:\n  - Lion\n- Park:\n- Lion\n", tmp_path)
    added = {issue.label: issue.note for issue in empty.library.issues()}
    assert (added["Lion"], added["Park"]) == ("A code below Zoo", None)


def test_a_line_with_codes_of_several_sides_as_qc_exports_it_has_one_stance_on_the_issue(
    empty: Session, tmp_path: Path
) -> None:
    """The project is as qc 1.7.8 exports one: a selection for each line, a coding for each of its codes."""
    names = ("Signing", *(f"Signing: {side}" for side in StanceValue))
    codes = "".join(f'<Code guid="{name}" name="{name}" isCodable="true"/>' for name in names[1:])
    lines = (("Signing: for", "Signing: against"), ("Signing", "Signing: for"), ("Signing", "Signing: unclear"))
    selections = "".join(
        f'<PlainTextSelection guid="s{at}" startPosition="{4 * at}" endPosition="{4 * at + 3}" creatingUser="u">'
        + "".join(f'<Coding guid="{at}{name}"><CodeRef targetGUID="{name}"/></Coding>' for name in coded)
        + "</PlainTextSelection>"
        for at, coded in enumerate(lines)
    )
    project = (
        '<Project xmlns="urn:QDA-XML:project:1.0" origin="qc 1.7.8" name="qc project"><Users><User name="qc" guid="u"/>'
        '</Users><CodeBook><Codes><Code guid="Signing" name="Signing" isCodable="true">'
        f"{codes}</Code></Codes></CodeBook>"
        f'<Sources><TextSource guid="t" name="a.txt" plainTextPath="internal://T1.txt">{selections}</TextSource>'
        "</Sources></Project>"
    )
    plan = load(empty, qdpx(project, T1="one\ntwo\nsix\n"), tmp_path)
    stances = {
        quote.exact: [each.stance for each in quote.stances] for quote in in_memory(empty.library).records.quotes
    }
    expected = {"one": StanceValue.MIXED, "two": StanceValue.FOR, "six": StanceValue.UNCLEAR}
    assert stances == {exact: [side] for exact, side in expected.items()}
    assert plan.remarks == ("2 passages with codes of several sides of one issue became one stance on it",)


def test_a_flat_codebook_as_taguette_writes_it_has_the_sides_of_its_issues(empty: Session, tmp_path: Path) -> None:
    head = "tag,description,number of highlights,number of documents\r\n"
    codes = "Signing: for,Sign it.,1,1\r\nSigning,Should it be signed?,1,1\r\nSigning: late,,1,1\r\n"
    load(empty, (head + codes).encode(), tmp_path)
    issues = {issue.label: issue for issue in in_memory(empty.library).records.issues}
    assert sorted(issues) == ["Signing", "Signing: late"]
    assert issues["Signing"].pole_for == "Sign it."
    again = load(empty, b"tag,description\nSigning: against,\n", tmp_path)
    assert not again.records


def test_thousands_of_codes_with_one_slug_come_in_without_trying_an_id_twice(empty: Session, tmp_path: Path) -> None:
    codes = "".join(f"\u4e00{chr(0x4E00 + number)}\n" for number in range(3000))
    plan = load(empty, f"name\n{codes}".encode(), tmp_path, is_trial=True)
    assert list(plan.records)[-1] == "issue-3000"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_xml_is_read_in_the_encoding_that_it_states(encoding: str, empty: Session, tmp_path: Path) -> None:
    stated = encoding.removesuffix("-sig")
    codebook = f'<?xml version="1.0" encoding="{stated}"?><CodeBook><Codes><Code name="É"/></Codes></CodeBook>'
    load(empty, codebook.encode(encoding), tmp_path)
    assert [issue.label for issue in empty.library.issues()] == ["É"]


def test_a_device_without_end_is_read_up_to_the_bound(empty: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summittui.session.loading.LARGEST", 1000)
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        empty.load(Path("/dev/zero"))
