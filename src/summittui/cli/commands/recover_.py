"""`summittui recover`: a damaged store, made again from its snapshots and journals."""

import click

from summittui.cli.ending import PROBLEM_FOUND
from summittui.cli.examples import examples
from summittui.cli.form import Form, form
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, store_location, store_option
from summittui.cli.output import say, write, write_lines
from summittui.exchange import to_json
from summittui.model import InputError
from summittui.model.text import counted


@click.command(
    "recover",
    cls=StrictCommand,
    short_help="Make a damaged store again from its snapshots and journals.",
    epilog=examples("recover"),
    help="""Make a damaged store again from its snapshots and journals, and report what came back.

    Damaged files are kept in a folder beside the store; a sound store stays as it is. Ends with 1 if an edit was lost,
    with 2 if there is nothing to recover, with 3 if nothing can be read of a store that was there.
    """,
)
@store_option
@json_option
@click.pass_context
def command(ctx: click.Context) -> None:
    from summittui.model.location import Address
    from summittui.store.disk import real_path
    from summittui.store.paths import default_location
    from summittui.store.recovery import recover

    location = store_location(ctx) or default_location()
    if isinstance(location, Address):
        raise InputError(f"recover is for stores in files; restore {location} from a backup of its database.")
    report = recover(real_path(location))
    if report.problem:
        say(report.problem)
    if form() is Form.JSON:
        write(to_json(report))
    elif not report.problem:
        write_lines([f"The store {report.path} is sound; nothing was done."])
    else:
        counts = ", ".join(f"{count} {table}" for table, count in report.counts.items() if count)
        write_lines(
            [
                f"recovered: {report.path}, {counted(report.edits, 'edit')}, generation {report.generation}",
                f"from: {report.base or 'the journals alone'}; of the journals {counted(report.transactions, 'edit')}",
                f"records: {counts or 'none'}",
                f"lost: {counted(report.lost, 'edit')}{_and_journals(report.missing)}",
                f"damaged files: {report.aside}",
            ]
        )
    ctx.exit(PROBLEM_FOUND if report.lost or report.missing else 0)


def _and_journals(missing: tuple[str, ...]) -> str:
    return f", and what stood in {', '.join(missing)}, which is gone" if missing else ""
