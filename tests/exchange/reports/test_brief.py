import io
import json
import re
import sys
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from summittui.cli import main
from summittui.exchange.citing.words import joined
from summittui.exchange.reports.as_markdown import report_to_markdown
from summittui.exchange.reports.as_pdf import report_to_pdf
from summittui.exchange.reports.brief import brief
from summittui.library.answers.comparison import compare
from summittui.library.memory.library import MemoryLibrary
from summittui.model import ActKind, InputError, Note, RecordId, SourceId
from summittui.queries.comparison import ComparisonQuery
from summittui.queries.perspectives import EvidenceFilter
from tests.paris import paris

LIBRARY = MemoryLibrary(paris().records)
FOUR = ("united-states", "china", "european-union", "united-kingdom")


def written(*ids: str, library: MemoryLibrary = LIBRARY, **choice: object) -> str:
    return report_to_markdown(brief(library, compare(library, ComparisonQuery(sides=ids or FOUR, **choice))))  # type: ignore[arg-type]


def section(text: str, heading: str) -> str:
    """Return what stands under a heading of the second level."""
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


BRIEF = written()


def test_the_table_has_sign_words_n_and_notes_of_every_position() -> None:
    table = [row for row in section(BRIEF, "Positions").splitlines() if row.startswith("| **")]
    assert len(table) == len(LIBRARY.issues())
    assert all(row.count(" | ") == len(FOUR) for row in table)
    (signing,) = [row for row in table if "Signing" in row]
    assert "differ by deeds: B for · A, D against · C silent" in signing
    assert re.search(r"▼ against \(once\); no words of its own<br>n 1: deeds 1 \[\^\d+\] \| ▲ for", signing)
    (initiative,) = [row for row in table if "China's Initiative" in row]
    assert re.search(r"△ for, doubtful \(once\).*n 1: deeds 1 \[\^\d+\]", initiative)
    assert "· no statement found" in initiative


def test_every_verdict_is_the_one_that_compare_prints() -> None:
    for row in compare(LIBRARY, ComparisonQuery(sides=tuple(FOUR))).rows:
        assert BRIEF.count(row.verdict.words) >= 1, row.key


def test_signatures_say_who_signed_who_declined_and_where_nothing_is_known() -> None:
    statement = section(BRIEF, "Who signed and who declined")
    (row,) = [line for line in statement.splitlines() if line.startswith("| **Paris Statement**")]
    acts = [cell.partition(" [^")[0] for cell in row.strip("| ").split(" | ")]
    assert acts[1:] == ["✗ declined", "✓ signed", "· no act recorded", "✗ declined"]
    assert re.search(r"- about 60 signatories, as stated by Science and Technology Daily \(stdaily\)", statement)


def test_declarations_beside_each_other_say_who_signed_them_and_silent_rows_are_one_sentence() -> None:
    text = written("paris-statement", "digital-silk-road")
    assert "8 issues, by what 1 source reports: only one speaks 2 · no statement found 6." in text
    assert section(text, "Positions").count("| **") == 2
    assert "No statement of any of them was found on Signing the Paris Statement, Tight regulation" in text
    signed = section(text, "Who signed and who declined")
    assert re.search(r"- Signed: .*China \[\^", signed)
    assert re.search(r"- Declined: .*United States \[\^.*United Kingdom \[\^", signed)
    assert "about 60 signatories" in signed


def test_each_actor_stands_once_in_each_kind_of_act_with_the_notes_on_all_that_tell_it() -> None:
    first, *others = paris().records.declarations
    declined = next(act for act in first.acts if act.act is ActKind.DECLINED)
    again = replace(declined, evidence=(), source=SourceId("nigeriapulse"), as_of="2025-03", note=None)
    doubtful = replace(again, as_of="2025-04", doubt="By hearsay.")
    told = replace(first, acts=(*first.acts, again, doubtful))
    library = MemoryLibrary(replace(paris().records, declarations=(told, *others)))
    signed = section(written(first.id, "digital-silk-road", library=library), "Who signed and who declined")
    (line,) = [line for line in signed.splitlines() if line.startswith("- Declined: ")]
    name = re.escape(library.name(declined.actor))
    assert len(re.findall(name, line)) == 1
    assert re.search(rf"{name} \[\^\d+\]\[\^\d+\] \(doubtful \[\^\d+\]\)", line)


def test_a_brief_without_a_position_has_no_empty_part_and_its_doubtful_acts_are_doubts() -> None:
    first = paris().records.declarations[0]
    act = replace(first.acts[1], stances=(), doubt="By hearsay.")
    records = replace(paris().records, quotes=(), claims=(), declarations=(replace(first, acts=(act,)),))
    text = written(
        act.actor, "european-union", library=MemoryLibrary(replace(records, disagreements=(), agreements=()))
    )
    assert f"{len(records.issues)} issues, none with a reported position: no statement found" in text
    assert "Their words and deeds" not in text
    (doubt,) = section(text, "Doubts").strip().splitlines()
    assert re.fullmatch(rf"- {act.act} {first.label} — .* \[\^1\]: By hearsay\.", doubt)
    assert "- Nobody in the whole library takes a side on " in section(text, "What was not found")


def test_no_sentence_ends_in_two_full_stops() -> None:
    assert joined("He said “no.”", "(As printed.)", "Why?", "yes") == "He said “no.” (As printed.) Why? yes."
    assert not re.search(r"[.!?][”\"’)]?\.(?!\.)(\s|$)", BRIEF)


def test_every_note_is_referred_to_and_every_reference_has_its_note() -> None:
    text, _, notes = BRIEF.partition("\n## Notes\n")
    numbers = list(dict.fromkeys(re.findall(r"\[\^(\d+)\]", text)))
    defined = re.findall(r"^\[\^(\d+)\]: ", notes, re.MULTILINE)
    assert numbers == defined == [str(number) for number in range(1, len(defined) + 1)]


def test_a_note_says_who_whose_wording_source_date_place_and_proof() -> None:
    (note,) = [line for line in BRIEF.splitlines() if line.startswith("[^") and "828–889" in line]
    assert "JD Vance, U.S. Vice President (fragment in a reported clause), occasion: speech at the summit" in note
    assert "Science and Technology Daily (stdaily), published 2025-03-01, ¶4, 828–889" in note
    assert "Proof: passage stdaily 828–889 not checked: its text is not attached" in note


def test_doubts_silences_and_what_nobody_says_are_told() -> None:
    assert re.search(r"America first.*JD Vance.*\[\^\d+\]: A slogan of two words", section(BRIEF, "Doubts"))
    missing = section(BRIEF, "What was not found")
    assert "- **C European Union**: no statement on Signing the Paris Statement, Collective governance" in missing
    assert "On Tight regulation nobody in the whole library is for, that is: Strict rules" in missing
    assert "is not attached" in missing


def test_a_filter_is_told_and_what_it_leaves_out_is_no_silence() -> None:
    text = written("united-states", "china", evidence_filter=EvidenceFilter(direct_only=True))
    assert "Evidence: quoted words of their own only." in text
    assert re.search(
        r"\*\*B China\*\*: everything on .* is left out by the filter\.", section(text, "What was not found")
    )


def test_memos_stand_in_the_notes_unless_they_are_left_out() -> None:
    memo = Note(id="note-1", about=RecordId("vance-kill-industry"), memo="Ask the *press* office.")
    library = MemoryLibrary(replace(paris().records, notes=(memo,)))
    comparison = compare(library, ComparisonQuery(sides=tuple(FOUR)))
    assert "Memo: Ask the \\*press\\* office." in report_to_markdown(brief(library, comparison))
    assert "press" not in report_to_markdown(brief(library, comparison, with_memos=False))


def test_without_the_extra_a_pdf_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(InputError, match=r"pip install 'summittui\[pdf\]'"):
        report_to_pdf(brief(LIBRARY, compare(LIBRARY, ComparisonQuery(sides=tuple(FOUR[:2])))))


def test_the_pdf_has_the_words_and_is_tagged() -> None:
    try:
        import weasyprint  # noqa: F401  # only whether it is there
    except (ImportError, OSError) as error:
        pytest.skip(f"WeasyPrint cannot be used here: {error}")
    pdf = pypdf.PdfReader(
        io.BytesIO(report_to_pdf(brief(LIBRARY, compare(LIBRARY, ComparisonQuery(sides=tuple(FOUR[:2]))))))
    )
    text = " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)
    assert "“kill a transformative industry.”" in text
    assert "Proof: passage stdaily" in text
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Who stands where: United States and China"
    assert "/StructTreeRoot" in pdf.root_object


def run(*arguments: str, store: Path) -> Result:
    return CliRunner().invoke(main, ["--store", str(store), "brief", *arguments])


def test_the_command_writes_a_file_whole_and_over_nothing_without_leave(tmp_path: Path) -> None:
    file, store = tmp_path / "brief.html", tmp_path / "store.json"
    assert run("us", "china", "--format", "html", "--output", str(file), store=store).exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    again = run("us", "china", "--output", str(file), store=store)
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    assert run("us", "china", "--output", str(file), "--overwrite", store=store).exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("# Who stands where: United States and China")


def test_a_hyphen_is_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["--store", "store.json", "brief", "us", "china", "--output", "-"])
    assert result.stdout.startswith("# Who stands where: United States and China\n")
    assert not Path("-").exists()


def test_one_alone_is_refused_in_a_sentence(tmp_path: Path) -> None:
    result = run("us", store=tmp_path / "store.json")
    assert result.exit_code == 2
    assert "one perspective alone cannot be compared" in result.stderr


def test_a_brief_names_its_limits_and_nothing_stands_before_the_document(tmp_path: Path) -> None:
    store = tmp_path / "store.json"
    scoped = ("--scope", "collection:paris-2025")
    result = run("us", "china", *scoped, store=store)
    assert result.stdout.startswith("# Who stands where")
    assert (
        "Limited to what is from the collection paris-2025; what lies outside of that was not looked at."
        in result.stdout
    )
    assert "On Tight regulation nobody within these limits is for, that is: Strict rules" in result.stdout
    table = CliRunner().invoke(main, ["--store", str(store), "export", "--format", "csv", *scoped])
    assert table.stdout.startswith("id,kind,speaker")
    assert "Limited to what is from the collection paris-2025." in table.stderr


def test_compare_by_declaration_is_text_json_and_table_and_takes_no_filter_of_evidence(tmp_path: Path) -> None:
    compare_ = ["--store", str(tmp_path / "store.json"), "compare", "us", "china", "eu", "--by", "declaration"]
    text = CliRunner().invoke(main, compare_).stdout
    assert "Paris Statement (2025) — declined: A · signed: B · no act recorded: C" in text
    plain = json.loads(CliRunner().invoke(main, [*compare_, "--json", "--differences"]).stdout)
    assert [row["declaration"] for row in plain["rows"]] == ["paris-statement"]
    refused = CliRunner().invoke(main, [*compare_, "--direct-only"])
    assert refused.exit_code == 2
    assert "--direct-only belongs to a comparison by issue, date or source" in refused.stderr
