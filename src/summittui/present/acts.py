"""The wording of acts by declaration: what each perspective did, its blocs beside it; absence is no refusal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from summittui.library import Library
from summittui.library.answers.acts import ActCell, ActsComparison, ActsRow
from summittui.library.answers.ledger import LedgerCell
from summittui.library.answers.letters import letter, letters
from summittui.model import Act, Declaration
from summittui.model.display_names import joined
from summittui.model.text import counted
from summittui.present.comparison import columns_line
from summittui.present.declaration import absence_words, act_dates, act_line
from summittui.present.ledger import APART
from summittui.present.line import Line
from summittui.present.passages import act_stated_by
from summittui.present.signs import DOUBTFUL
from summittui.present.table import Table
from summittui.queries.ledger import Standing

ABSENCE = "Where somebody is not listed, or no act is recorded, nothing is known, which is no refusal."
NO_ACTS = "No act of any of them on a declaration is recorded."
NO_ACT = "no act recorded"


def acts_lines(library: Library, comparison: ActsComparison, *, collapsed: bool = False) -> Iterator[Line]:
    """Yield the lines of each declaration: how the columns stand; unless collapsed, each with its acts and others'."""
    yield columns_line(library, comparison.columns)
    yield Line((f"by declaration; {counted(len(comparison.rows), 'row')}", "count"))
    yield from (Line((words, "apparatus")) for words in (ABSENCE, APART))
    if not comparison.rows:
        yield Line((NO_ACTS, "silent"))
    for row in comparison.rows:
        yield from () if collapsed else (Line(),)
        role = "differ" if row.differs else "only"
        yield Line((declaration_words(row.declaration), "heading"), " — ", (row_words(row), role))
        for at, (column, cell) in enumerate(zip(comparison.columns, row.cells, strict=True)):
            done = cell_words(cell) if collapsed else done_words(cell.own)
            yield Line("  ", (f"{letter(at)} ", "key"), (column.label, "title"), f": {done}")
            yield from () if collapsed else _act_lines(library, column.id, cell)


def _act_lines(library: Library, id_: str, cell: ActCell) -> Iterator[Line]:
    for act in cell.acts:
        yield Line(f"    {_whose(library, id_, act)}", act_line(library, act))
    for beside in cell.beside:
        for act in beside.acts:
            yield Line(f"    beside it, {beside.bloc.name}: ", act_line(library, act))
    if cell.members:
        yield Line("    ", (members_words(cell), "count"))


def _whose(library: Library, id_: str, act: Act) -> str:
    return "" if act.actor == id_ else f"{library.name(act.actor)}: "


def declaration_words(declaration: Declaration) -> str:
    """Return the name of a declaration in short with its date."""
    return f"{declaration.label} ({declaration.date or 'no date'})"


def row_words(row: ActsRow) -> str:
    """Return which columns did what, by their letters, such as `declined: A, D · signed: B · no act recorded: C`."""
    groups: dict[str, list[int]] = {}
    for at, cell in enumerate(row.cells):
        groups.setdefault(done_words(cell.own), []).append(at)
    return " · ".join(f"{words}: {letters(columns)}" for words, columns in groups.items())


def done_words(cell: LedgerCell) -> str:
    """Return what was done with a declaration in a few words; an absence is worded as no refusal."""
    if not cell.acts:
        return Standing.NOT_LISTED.value if cell.standing is Standing.NOT_LISTED else NO_ACT
    return _done_words(cell.acts)


def _done_words(acts: Sequence[Act]) -> str:
    kinds = dict.fromkeys(act.act for act in acts)
    firm = {act.act for act in acts if not act.doubt}
    return joined([each.value if each in firm else f"{each.value} ({DOUBTFUL})" for each in kinds])


def cell_words(cell: ActCell) -> str:
    """Return what a column did in a few words, and beside it what its blocs and its members did."""
    blocs = (f"beside it, {beside.bloc.name}: {_done_words(beside.acts)}" for beside in cell.beside)
    return "; ".join((done_words(cell.own), *blocs, *((members_words(cell),) if cell.members else ())))


def cell_brief(cell: ActCell) -> str:
    """Return what a column did in a few words; where it did nothing itself, what its blocs or its members alone did."""
    if cell.acts:
        return done_words(cell.own)
    counts = Counter(done_words(member) for member in cell.members if member.acts)
    members = ", ".join(f"{number} {words}" for words, number in counts.most_common())
    others = [f"{beside.bloc.name} {_done_words(beside.acts)}" for beside in cell.beside]
    others += [f"members: {members}"] if members else []
    return f"only {'; '.join(others)}" if others else done_words(cell.own)


def members_words(cell: ActCell) -> str:
    """Return how many members of a bloc did what, each for itself."""
    counts = Counter(map(done_words, cell.members))
    return f"its members, each for itself: {', '.join(f'{number} {words}' for words, number in counts.most_common())}"


HEADINGS = (
    *("declaration", "date", "state", "column", "perspective"),
    *("whose", "actor", "done", "source", "doubt", "note", "record"),
)


def acts_table(library: Library, comparison: ActsComparison) -> Table:
    """Return a row for each act, one for each column without any, and one for what the members of a bloc did."""
    rows = (cells for row in comparison.rows for cells in _rows(library, comparison, row))
    return Table(HEADINGS, tuple(rows))


def _rows(library: Library, comparison: ActsComparison, row: ActsRow) -> Iterator[tuple[str, ...]]:
    declaration = row.declaration
    for at, (column, cell) in enumerate(zip(comparison.columns, row.cells, strict=True)):
        begin = (declaration.label, declaration.date or "", row_words(row), letter(at), column.label)
        if not cell.acts:
            yield (*begin, "its own", "", absence_words(declaration), "", "", "", declaration.id)
        done = [("its own", act) for act in cell.acts]
        done += [("a bloc beside it", act) for beside in cell.beside for act in beside.acts]
        for whose, act in done:
            said = (library.name(act.actor), f"{act.act}{act_dates(act)}", act_stated_by(library, act))
            yield (*begin, whose, *said, act.doubt or "", act.note or "", declaration.id)
        if cell.members:
            yield (*begin, "its members", "", members_words(cell), "", "", "", declaration.id)
