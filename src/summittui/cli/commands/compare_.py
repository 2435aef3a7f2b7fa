"""`summittui compare`: perspectives, declarations or sources side by side."""

from collections.abc import Sequence

import click

from summittui.cli.completing import ids_of
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import form_options, opened_session, scope_option, store_option
from summittui.cli.output import write_view
from summittui.cli.perspectives import PERSPECTIVES, evidence_options, folding_options, kept_evidence, resolved
from summittui.exchange.plain import full_comparison
from summittui.exchange.views import plain_accounts, plain_acts, plain_aligned, plain_declarations
from summittui.library import Library
from summittui.library.answers.accounts import Accounts, accounts
from summittui.library.answers.acts import ActsComparison, compare_acts
from summittui.library.answers.alignment import Aligned, align
from summittui.library.answers.clauses import DeclarationComparison, compare_declarations
from summittui.library.answers.comparison import Comparison, compare
from summittui.model import Declaration, Source
from summittui.present.accounts import accounts_lines, accounts_table
from summittui.present.acts import acts_lines, acts_table
from summittui.present.aligned import aligned_lines, aligned_table
from summittui.present.comparison import comparison_lines
from summittui.present.declarations import declarations_lines, declarations_table
from summittui.present.tables import comparison_table
from summittui.queries.comparison import Alignment

Compared = Accounts | ActsComparison | Aligned | Comparison | DeclarationComparison


@click.command(
    "compare",
    cls=StrictCommand,
    short_help="Put actors, camps, declarations or sources side by side.",
    epilog=examples(
        "compare united-states china",
        "compare united-states china --issue tight-regulation",
        "compare united-states china european-union --by declaration",
        "compare stdaily nigeriapulse --markdown",
    ),
    help="""Put perspectives side by side: actors, camps, declarations, sources.

    Issue by issue, or by date or by source: their words, their deeds, what others say about them. By declaration: who
    signed, who declined, and of whom nothing is known, which is no refusal; blocs stand beside their members.
    Declarations alone are compared clause by clause and act by act, two sources as two accounts of one event.
    """,
)
@click.argument("names", metavar="NAME NAME...", nargs=-1, required=True, shell_complete=ids_of(*PERSPECTIVES))
@click.option(
    "--by",
    type=click.Choice([str(each) for each in Alignment]),
    help="Make these the rows, also of declarations (their words) and sources (their authors).",
)
@click.option(
    "--issue",
    "issues",
    multiple=True,
    shell_complete=ids_of("issues"),
    help="Compare on this issue only; may be given several times.",
)
@click.option("--unfolded", is_flag=True, help="Leave out those who speak for an actor.")
@folding_options
@click.option("--differences", is_flag=True, help="Only the rows on which they differ, or have more than one entry.")
@click.option(
    "--collapsed", is_flag=True, help="One line for each row and column, without the evidence; the text alone changes."
)
@evidence_options
@scope_option
@store_option
@form_options
def command(
    names: tuple[str, ...],
    by: str | None,
    issues: tuple[str, ...],
    apart: tuple[str, ...],
    near: tuple[str, ...],
    *,
    unfolded: bool,
    differences: bool,
    collapsed: bool,
    direct_only: bool,
    no_doubtful: bool,
) -> None:
    kept = kept_evidence(direct_only=direct_only, no_doubtful=no_doubtful)
    with opened_session() as session:
        library = session.scoped_library
        ids = resolved(library, names)
        chosen = [library.resolve(words, ("issues",)) for words in issues]
        if by is None and (whole := _whole(library, ids)):
            _require_no_choice(
                "by issue; add --by issue, date or source",
                issues=issues,
                unfolded=unfolded,
                unfold=apart,
                merge=near,
                differences=differences,
                collapsed=collapsed,
                direct_only=direct_only,
                no_doubtful=no_doubtful,
            )
            write_compared(library, whole)
            return
        alone, merged = frozenset(ids if unfolded else resolved(library, apart)), frozenset(resolved(library, near))
        compared: Comparison | Aligned | ActsComparison
        if by == Alignment.DECLARATION:
            _require_no_choice(
                "by issue, date or source", issues=issues, direct_only=direct_only, no_doubtful=no_doubtful
            )
            compared = compare_acts(library, ids, unfolded=alone, merged=merged)
        elif by in (None, Alignment.ISSUE):
            compared = compare(library, ids, issues=chosen, unfolded=alone, merged=merged, kept=kept)
        else:
            compared = align(library, ids, Alignment(by), issues=chosen, unfolded=alone, merged=merged, kept=kept)
        write_compared(library, compared.differing if differences else compared, collapsed=collapsed)


def write_compared(library: Library, compared: Compared, *, collapsed: bool = False) -> None:
    """Write a comparison of any kind in the form that was asked for; collapsed, its text has no evidence."""
    match compared:
        case Aligned():
            write_view(
                lines=lambda: aligned_lines(library, compared, collapsed=collapsed),
                plain=lambda: plain_aligned(library, compared),
                table=lambda: aligned_table(library, compared),
            )
        case ActsComparison():
            write_view(
                lines=lambda: acts_lines(library, compared, collapsed=collapsed),
                plain=lambda: plain_acts(compared),
                table=lambda: acts_table(library, compared),
            )
        case Accounts():
            write_view(
                lines=lambda: accounts_lines(library, compared),
                plain=lambda: plain_accounts(compared),
                table=lambda: accounts_table(library, compared),
            )
        case DeclarationComparison():
            write_view(
                lines=lambda: declarations_lines(library, compared),
                plain=lambda: plain_declarations(library, compared),
                table=lambda: declarations_table(library, compared),
            )
        case Comparison():
            write_view(
                lines=lambda: comparison_lines(library, compared, collapsed=collapsed),
                plain=lambda: full_comparison(library, compared),
                table=lambda: comparison_table(library, compared),
            )


def _whole(library: Library, ids: Sequence[str]) -> Accounts | DeclarationComparison | None:
    """Return what whole records make side by side: two sources, or declarations alone; None where they make nothing."""
    types = {type(library.get(id_)) for id_ in ids}
    if types == {Source} and len(ids) == 2:
        return accounts(library, *ids)
    return compare_declarations(library, ids) if types == {Declaration} else None


def _require_no_choice(of: str, **options: object) -> None:
    """Refuse options that choose among rows and evidence of another comparison, which `of` names."""
    named = next((name for name, value in options.items() if value), None)
    if named:
        option = "--" + {"issues": "issue"}.get(named, named).replace("_", "-")
        raise click.UsageError(f"{option} belongs to a comparison {of}.")
