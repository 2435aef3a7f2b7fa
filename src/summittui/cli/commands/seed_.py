"""`summittui seed`: the shipped collection, into the store."""

import click

from summittui.cli.options import Form, form, json_option, opened_session, store_option
from summittui.cli.output import write, write_lines
from summittui.exchange import to_json


@click.command("seed")
@store_option
@json_option
def command() -> None:
    """Create the store, or bring in what is new in the shipped collection; your edits stay."""
    with opened_session() as session:
        created, report = session.seeded, session.seed()
    if form() is Form.JSON:
        write(to_json({"created": created, "report": report}))
        return
    ids_by_outcome = {name: getattr(report, name) for name in ("added", "updated", "kept", "conflicts", "withdrawn")}
    write_lines([f"collection: {report.collection} {report.version}"])
    write_lines(f"{name}: {len(ids)} {', '.join(ids)}" for name, ids in ids_by_outcome.items())
    write_lines([f"unchanged: {report.unchanged}"])
